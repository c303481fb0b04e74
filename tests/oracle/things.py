"""What three datasets know, for the corpus of merges: entities that are the same in several of them, and sources."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from claimgraph.graph.ids import entity_id
from claimgraph.graph.records import Entity, Kind, Source, Span
from claimgraph.graph.vocabulary import Family, Holds, Predicate, SlotKey, ValueType, Vocabulary

A, B, C = "alpha", "beta", "gämma"
START = datetime(2031, 5, 1, 12, tzinfo=UTC)


def hour(hours: float) -> datetime:
    """So many hours after noon of the first day."""
    return START + timedelta(hours=hours)


def _is(dataset: str, key: str, kind: Kind, name: str, *names: str) -> Entity:
    return Entity(entity_id(dataset, key), dataset, kind, name, names)


EAST, EAST_B = _is(A, "east", Kind.ORGANISATION, "East", "Схід"), _is(B, "east", Kind.ORGANISATION, "The East")
WEST = _is(A, "west", Kind.ORGANISATION, "West")
PAPER, PAPER_B = _is(A, "paper", Kind.ORGANISATION, "Gazette"), _is(B, "paper", Kind.ORGANISATION, "La Gazette")
RADIO = _is(C, "radio/ü:1", Kind.ORGANISATION, "Räđio “Ü”", "Радіо")
OBLAST, OBLAST_B = _is(A, "oblast", Kind.PLACE, "Oblast"), _is(B, "oblast", Kind.PLACE, "Oblast of the Ford")
FORD = replace(_is(A, "ford", Kind.PLACE, "Ford", "Брід", "Brid"), part_of=(OBLAST.id,), external_ids=("x:2", "x:1"))
FORD_B = replace(
    _is(B, "ford", Kind.PLACE, "Brid", "Ford"),
    part_of=(OBLAST_B.id, FORD.id),
    location=(0.0, -12.5),
    external_ids=("x:1",),
    description="a crossing",
)
FORD_C = replace(
    _is(C, "брід: 1/2", Kind.PLACE, "Брід над Рікою"), place_type="town", location=(1.0, 2.0), description="місто"
)
FORDS = (FORD, FORD_B, FORD_C)
BRIDGE = replace(_is(A, "bridge", Kind.PLACE, "Bridge"), part_of=(FORD_B.id,), place_type="bridge", location=(9, 9))
MOLE, MOLE_B = _is(A, "mole", Kind.PLACE, "Mole"), replace(_is(B, "mole", Kind.PLACE, "The Mole"), named=False)
CORPS = replace(_is(A, "corps", Kind.UNIT, "First Corps"), side=EAST.id)
CORPS_B = replace(_is(B, "corps", Kind.UNIT, "1st Corps"), side=EAST_B.id, echelon="corps", symbol_code="10031000")
HORSE, HORSE_B = (
    replace(_is(A, "horse", Kind.UNIT, "Horse"), side=EAST.id, named=False),
    replace(_is(B, "horse", Kind.UNIT, "Horse"), side=WEST.id, named=False),
)
FERRY = replace(_is(A, "ferry", Kind.THING, "Ferry", "Паром"), external_ids=("imo:1",), side=EAST.id)
GUARD, GUARD_C = _is(A, "guard", Kind.UNIT, "Guard"), replace(_is(C, "guard", Kind.UNIT, "Guards"), side=WEST.id)
CROSSING = _is(A, "crossing", Kind.EVENT, "Crossing")
CROSSING_B = replace(
    _is(B, "crossing", Kind.EVENT, "The crossing"),
    event=Span(hour(1), None, None, hour(30), "2031-05-01/.."),
    description="the crossing of the river",
)
TRIPLETS = [
    replace(_is(dataset, "ivan", Kind.PERSON, f"Ivan of {dataset}"), external_ids=("wikidata:Q8",))
    for dataset in (A, B, C)
]
ANNA = replace(_is(A, "anna", Kind.PERSON, "Anna Öztürk", "Анна Озтюрк"), external_ids=("wikidata:Q9",))
ANNA_C = _is(C, "anna", Kind.PERSON, "A. Ozturk")
WELL, WELL_B, WELL_C, _FIRM = (
    replace(_is(dataset, "well", kind, name), external_ids=("wikidata:Q7", "x:1"))
    for dataset, kind, name in (
        (A, Kind.PLACE, "Well"),
        (B, Kind.PLACE, "The Well"),
        (C, Kind.PLACE, "Криниця"),
        (C, Kind.ORGANISATION, "Well & Sons"),
    )
)
FIRM = replace(_FIRM, id=entity_id(C, "firm"))
OLD, NEW = _is(A, "clerk", Kind.PERSON, "Clerk"), _is(B, "clerk", Kind.PERSON, "A clerk", "Писар")
GONE = replace(_is(B, "gone", Kind.PERSON, "Gone", "Нікого"), external_ids=("wikidata:Q9",))

SOURCES = (
    Source("source/alpha/s1", A, PAPER.id, "First", "https://a.example/1", "en", hour(40), "2031-05-03"),
    Source("source/alpha/s2", A, PAPER.id, "Second", published_at=hour(40), retrieved_at=hour(50)),
    Source("source/beta/s1", B, PAPER_B.id, published_at=hour(30), archived_url="https://b.example/kept"),
    Source("source/beta/s2", B, PAPER_B.id, "Retracted", published_at=hour(31)),
    Source("source/g%C3%A4mma/s1", C, RADIO.id, "Über den Fluß", language="de", retrieved_at=hour(60)),
)
OWN = Vocabulary(
    families={
        "rivalry": Family(
            question="Do {subject} and {object} quarrel?",
            slot=(SlotKey.SUBJECT, SlotKey.OBJECT),
            topic="quarrels",
            unordered=True,
        )
    },
    predicates={
        "QUARRELS_WITH": Predicate(
            says="{subject} quarrels with {object}",
            subject=(Kind.PERSON, Kind.UNIT, Kind.PLACE),
            object=(Kind.PERSON, Kind.UNIT, Kind.PLACE),
            object_optional=True,
            value=ValueType.TEXT,
            holds=Holds.STATE,
            families=("rivalry", "status"),
        ),
        "SERVES_UNDER": Predicate(
            says="{subject} serves under {object}",
            subject=(Kind.PERSON, Kind.UNIT),
            object=(Kind.ORGANISATION, Kind.PERSON),
            holds=Holds.STANDING,
            functional=True,
            families=("rivalry", "status"),
        ),
    },
)
ALL = {
    A: [FERRY, EAST, WEST, PAPER, OBLAST, FORD, BRIDGE, MOLE, CORPS, HORSE, GUARD, CROSSING, ANNA, OLD, WELL],
    B: [EAST_B, PAPER_B, OBLAST_B, FORD_B, MOLE_B, CORPS_B, HORSE_B, CROSSING_B, NEW, GONE, WELL_B],
    C: [RADIO, FORD_C, GUARD_C, ANNA_C, WELL_C, FIRM],
}
