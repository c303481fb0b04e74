"""Three datasets that describe the same things differently and refer to each other, loaded twice.

The second load retracts claims, a source and entities (one of them the canonical member of a merged entity) and ends a
judgement. Two of three that are judged the same are also judged different, so none of them is merged. A Wikidata id
makes three places one and leaves a firm alone; another one makes two people one until the second load.
"""

import json
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from claimgraph.graph.evidence import Evidence
from claimgraph.graph.ids import assessment_id, claim_id, entity_id, judgement_id
from claimgraph.graph.records import (
    Assessment,
    Claim,
    Dataset,
    Entity,
    Judgement,
    Kind,
    Level,
    Modality,
    Mode,
    Polarity,
    Range,
    Source,
    Span,
    Value,
    ValueKind,
)
from claimgraph.graph.vocabulary import Family, Holds, Predicate, SlotKey, ValueType, Vocabulary
from claimgraph.tests.oracle.world import Corpus

_A, _B, _C = "alpha", "beta", "gämma"
_START = datetime(2031, 5, 1, 12, tzinfo=UTC)


def _at(hours: float) -> datetime:
    return _START + timedelta(hours=hours)


def _is(dataset: str, key: str, kind: Kind, name: str, *names: str) -> Entity:
    return Entity(entity_id(dataset, key), dataset, kind, name, names)


_EAST, _EAST_B = _is(_A, "east", Kind.ORGANISATION, "East", "Схід"), _is(_B, "east", Kind.ORGANISATION, "The East")
_WEST = _is(_A, "west", Kind.ORGANISATION, "West")
_PAPER, _PAPER_B = _is(_A, "paper", Kind.ORGANISATION, "Gazette"), _is(_B, "paper", Kind.ORGANISATION, "La Gazette")
_RADIO = _is(_C, "radio/ü:1", Kind.ORGANISATION, "Räđio “Ü”", "Радіо")
_OBLAST, _OBLAST_B = _is(_A, "oblast", Kind.PLACE, "Oblast"), _is(_B, "oblast", Kind.PLACE, "Oblast of the Ford")
_FORD = replace(_is(_A, "ford", Kind.PLACE, "Ford", "Брід", "Brid"), part_of=(_OBLAST.id,), external_ids=("x:2", "x:1"))
_FORD_B = replace(
    _is(_B, "ford", Kind.PLACE, "Brid", "Ford"),
    part_of=(_OBLAST_B.id, _FORD.id),
    location=(0.0, -12.5),
    external_ids=("x:1",),
    description="a crossing",
)
_FORD_C = replace(
    _is(_C, "брід: 1/2", Kind.PLACE, "Брід над Рікою"), place_type="town", location=(1.0, 2.0), description="місто"
)
_FORDS = (_FORD, _FORD_B, _FORD_C)
_BRIDGE = replace(_is(_A, "bridge", Kind.PLACE, "Bridge"), part_of=(_FORD_B.id,), place_type="bridge", location=(9, 9))
_MOLE, _MOLE_B = _is(_A, "mole", Kind.PLACE, "Mole"), replace(_is(_B, "mole", Kind.PLACE, "The Mole"), named=False)
_CORPS = replace(_is(_A, "corps", Kind.UNIT, "First Corps"), side=_EAST.id)
_CORPS_B = replace(_is(_B, "corps", Kind.UNIT, "1st Corps"), side=_EAST_B.id, echelon="corps", symbol_code="10031000")
_HORSE, _HORSE_B = (
    replace(_is(_A, "horse", Kind.UNIT, "Horse"), side=_EAST.id, named=False),
    replace(_is(_B, "horse", Kind.UNIT, "Horse"), side=_WEST.id, named=False),
)
_GUARD, _GUARD_C = _is(_A, "guard", Kind.UNIT, "Guard"), replace(_is(_C, "guard", Kind.UNIT, "Guards"), side=_WEST.id)
_CROSSING = _is(_A, "crossing", Kind.EVENT, "Crossing")
_CROSSING_B = replace(
    _is(_B, "crossing", Kind.EVENT, "The crossing"),
    event=Span(_at(1), None, None, _at(30), "2031-05-01/.."),
    description="the crossing of the river",
)
_TRIPLETS = [
    replace(_is(dataset, "ivan", Kind.PERSON, f"Ivan of {dataset}"), external_ids=("wikidata:Q8",))
    for dataset in (_A, _B, _C)
]
_ANNA = replace(_is(_A, "anna", Kind.PERSON, "Anna Öztürk", "Анна Озтюрк"), external_ids=("wikidata:Q9",))
_ANNA_C = _is(_C, "anna", Kind.PERSON, "A. Ozturk")
_WELL, _WELL_B, _WELL_C, _FIRM = (
    replace(_is(dataset, "well", kind, name), external_ids=("wikidata:Q7", "x:1"))
    for dataset, kind, name in (
        (_A, Kind.PLACE, "Well"),
        (_B, Kind.PLACE, "The Well"),
        (_C, Kind.PLACE, "Криниця"),
        (_C, Kind.ORGANISATION, "Well & Sons"),
    )
)
_FIRM = replace(_FIRM, id=entity_id(_C, "firm"))
_OLD, _NEW = _is(_A, "clerk", Kind.PERSON, "Clerk"), _is(_B, "clerk", Kind.PERSON, "A clerk", "Писар")
_GONE = replace(_is(_B, "gone", Kind.PERSON, "Gone", "Нікого"), external_ids=("wikidata:Q9",))

_SOURCES = (
    Source("source/alpha/s1", _A, _PAPER.id, "First", "https://a.example/1", "en", _at(40), "2031-05-03"),
    Source("source/alpha/s2", _A, _PAPER.id, "Second", published_at=_at(40), retrieved_at=_at(50)),
    Source("source/beta/s1", _B, _PAPER_B.id, published_at=_at(30), archived_url="https://b.example/kept"),
    Source("source/beta/s2", _B, _PAPER_B.id, "Retracted", published_at=_at(31)),
    Source("source/g%C3%A4mma/s1", _C, _RADIO.id, "Über den Fluß", language="de", retrieved_at=_at(60)),
)
_OWN = Vocabulary(
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
        )
    },
)
_PREDICATES = (
    *("WITHDREW_FROM", "LOCATED_IN", "SUFFERED_LOSSES", "DISTANCE_TO", "LEFT_BEHIND", "QUARRELS_WITH", "DESCRIBED_AS"),
    *("SHELLED", "CONTROLS", "NEGOTIATES_WITH"),
)
_VALUES = (
    Value(),
    Value(low=0.0, low_open=True, unit="item", dimension="losses", quantity_text="huge losses"),
    Value(high=300.0, high_open=True, approximate=True, unit="item", dimension="equipment_losses"),
    Value(40000.0, 40000.5, unit="person", dimension="present"),
    Value(text="a liar, «брехун»"),
    Value(kind=ValueKind.UNKNOWN, dimension="present"),
    Value(kind=ValueKind.NONE),
)
_SPANS = (Span(), Span(_at(2), _at(3), _at(4), _at(5), "2031-05-01"), Span(end_min=_at(9), edtf="asserted+PT9H/.."))
_RAW = {"row": [1, 2.5, None, "ü"], "nested": {"yes": True}}
_ALL = {
    _A: [_EAST, _WEST, _PAPER, _OBLAST, _FORD, _BRIDGE, _MOLE, _CORPS, _HORSE, _GUARD, _CROSSING, _ANNA, _OLD, _WELL],
    _B: [_EAST_B, _PAPER_B, _OBLAST_B, _FORD_B, _MOLE_B, _CORPS_B, _HORSE_B, _CROSSING_B, _NEW, _GONE, _WELL_B],
    _C: [_RADIO, _FORD_C, _GUARD_C, _ANNA_C, _WELL_C, _FIRM],
}


def _claims(seed: int, number: int) -> list[Claim]:
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    return [_claim(chance, place) for place in range(number)]


def _claim(chance: random.Random, place: int) -> Claim:
    every = [*(entity for dataset in _ALL.values() for entity in dataset), *_TRIPLETS]
    actors = [entity for entity in every if entity.kind is not Kind.EVENT]
    source = chance.choice(_SOURCES)
    asserted = _moments(chance.choice([_at(20), _at(21), _at(chance.randrange(40))]))
    modality = chance.choice(list(Modality))
    claim = Claim(
        id="",
        dataset=source.dataset,
        source=source.id,
        predicate=chance.choice(_PREDICATES),
        subject=chance.choice(actors).id,
        object=chance.choice([None, *(actor.id for actor in actors)]),
        during=chance.choice([None, _CROSSING.id, _CROSSING_B.id]),
        text=f"Claim {place}: {chance.choice(['the corps left', 'загін пішов', 'l’armée a quitté le gué'])}.",
        attribution=(*_chain(chance, actors, asserted), Level(source.publisher)),
        polarity=chance.choice(list(Polarity)),
        modality=modality,
        condition="if it rains" if modality is Modality.CONDITIONAL else None,
        value=chance.choice(_VALUES),
        event=chance.choice(_SPANS),
        asserted=chance.choice(asserted if source.published_at else asserted[1:]),
        locator=chance.choice([None, "p. 1", "¶ 2"]),
        quote=chance.choice([None, "“so”"]),
        quote_language=chance.choice([None, "uk"]),
        raw=chance.choice([None, json.dumps(_RAW), "[]", "null", '"text"']),
        extraction_confidence=chance.choice([None, 0.0, 0.25, 1.0]),
    )
    return replace(claim, id=claim_id(claim))


def _moments(said: datetime) -> list[Range]:
    return [Range(), Range(said, said), Range(None, said), Range(said), Range(said, said + timedelta(hours=5))]


def _chain(chance: random.Random, actors: list[Entity], moments: list[Range]) -> list[Level]:
    chain = [Level(chance.choice(actors).id, chance.choice([None, "said"]), chance.choice([None, *Mode]))]
    if chance.random() < 0.4:
        chain.append(Level(chance.choice(actors).id, "reported", Mode.INDIRECT, chance.choice(moments)))
    return chain


def _judged(dataset: str, a: Entity, b: Entity, record: str = "same", at: datetime | None = None) -> Judgement:
    made = Judgement("", dataset, "same" if record == "same" else "different", a.id, b.id, "an editor", "a reason", at)
    return replace(made, id=judgement_id(made))


_JUDGEMENTS = {
    _A: [_judged(_A, _TRIPLETS[0], _TRIPLETS[2], "different")],
    _B: [
        *(_judged(_B, one, other) for one, other in ((_EAST, _EAST_B), (_PAPER, _PAPER_B), (_OBLAST_B, _OBLAST))),
        *(_judged(_B, one, other, at=_at(99)) for one, other in ((_FORD, _FORD_B), (_CORPS_B, _CORPS))),
        *(_judged(_B, one, other) for one, other in ((_HORSE, _HORSE_B), (_CROSSING, _CROSSING_B), (_OLD, _NEW))),
        _judged(_B, _TRIPLETS[0], _TRIPLETS[1]),
    ],
    _C: [
        *(_judged(_C, one, other) for one, other in ((_FORD_C, _FORD_B), (_GUARD_C, _GUARD), (_ANNA_C, _ANNA))),
        _judged(_C, _TRIPLETS[1], _TRIPLETS[2]),
    ],
}
_DATASETS = (
    Dataset("dataset/alpha", "Alpha", "CC0-1.0", redistribute=True),
    Dataset("dataset/beta", "Beta"),
    Dataset("dataset/g%C3%A4mma", "Gämma", "ODbL"),
)
_CLAIMS = _claims(7, 90)
_MERGE_THAT_ENDS = _judged(_B, _MOLE, _MOLE_B)
_GRADES = (("admiralty-reliability", "ABCDEF"), ("admiralty-credibility", "123456"), ("вага", "xyz"))


def _graded(dataset: str) -> list[Assessment]:
    """Grades of its own and others' things, by several people, with and without a time."""
    chance = random.Random(dataset)  # noqa: S311 - repeatable, not secret
    things = [*(one.id for one in (*_FORDS, *_SOURCES)), *(claim.id for claim in _CLAIMS[:9]), _CORPS.id, _CORPS_B.id]
    made = [Assessment("", dataset, chance.choice(things), *_grade(chance), "an editor") for _ in range(60)]
    made += [replace(one, by="Редактор", at=_at(chance.randrange(3)), basis="почув") for one in made[::2]]
    return [replace(one, id=assessment_id(one)) for one in dict.fromkeys(made)]


def _grade(chance: random.Random) -> tuple[str, str]:
    scheme, values = chance.choice(_GRADES)
    return scheme, chance.choice(values)


def _load(gone: set[str], ended: set[str]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            dataset,
            _OWN if key == _C else Vocabulary(),
            [one for one in (*_ALL[key], _TRIPLETS[place]) if one.id not in gone],
            [one for one in _SOURCES if one.dataset == key and one.id not in gone],
            [one for one in _CLAIMS if one.dataset == key and one.id not in gone and one.source not in gone],
            [one for one in (*_JUDGEMENTS[key], *_also(key)) if one.id not in ended],
            [one for number, one in enumerate(_graded(key)) if not ended or number % 5],
        )
        for place, (key, dataset) in enumerate(zip((_A, _B, _C), _DATASETS, strict=True))
    )


def _also(key: str) -> list[Judgement]:
    return [_MERGE_THAT_ENDS] if key == _B else []


_FULL = _load(set(), set())
_VANISHING = {_OLD.id, _GONE.id, "source/beta/s2", *(claim.id for claim in _CLAIMS[::6])}
CORPUS = Corpus((_FULL, _load(_VANISHING, {_MERGE_THAT_ENDS.id})))
