"""A small graph with all that the endpoint shows: two datasets that describe one town, and a retracted claim."""

from dataclasses import replace
from datetime import UTC, datetime

from claimgraph.graph.evidence import Evidence
from claimgraph.graph.ids import claim_id, judgement_id
from claimgraph.graph.records import (
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
)
from claimgraph.graph.vocabulary import Vocabulary


def moment(day: int, hour: int = 0) -> datetime:
    """That hour of a day in November 2022."""
    return datetime(2022, 11, day, hour, tzinfo=UTC)


PAPER = "entity/alpha/paper"
FORCE = "entity/alpha/force"
TOWN = "entity/alpha/town"
TOWN_B = "entity/beta/town"
MINISTER = "entity/alpha/minister"
RUSSIA = "entity/alpha/russia"
WITHDRAWAL = "entity/alpha/withdrawal"

_ALPHA = (
    Entity(RUSSIA, "alpha", Kind.ORGANISATION, "Russia"),
    Entity("entity/alpha/ukraine", "alpha", Kind.ORGANISATION, "Ukraine"),
    Entity(PAPER, "alpha", Kind.ORGANISATION, "The Courier"),
    Entity(FORCE, "alpha", Kind.UNIT, "Kherson force", ("the contingent",), side=RUSSIA, echelon="army"),
    Entity(
        TOWN,
        "alpha",
        Kind.PLACE,
        "Kherson",
        ("Херсон",),
        part_of=("entity/alpha/oblast",),
        place_type="city",
        location=(46.64, 32.61),
        external_ids=("wikidata:Q1",),
    ),
    Entity("entity/alpha/oblast", "alpha", Kind.PLACE, "Kherson oblast"),
    Entity(
        MINISTER,
        "alpha",
        Kind.PERSON,
        "Oleksii Reznikov",
        ("Олексій Резніков",),
        description="minister of defence",
        side="entity/alpha/ukraine",
    ),
    Entity(WITHDRAWAL, "alpha", Kind.EVENT, "Withdrawal", event=Span(moment(9), moment(9, 23), edtf="2022-11-09/..")),
)
_BETA = (
    Entity("entity/beta/paper", "beta", Kind.ORGANISATION, "The Radio"),
    Entity("entity/beta/force", "beta", Kind.UNIT, "Force B", side="entity/alpha/ukraine", named=False),
    Entity(TOWN_B, "beta", Kind.PLACE, "Kherson City", ("Kherson", "Cherson"), description="a town"),
)
_CHAIN = (Level(MINISTER, "said", Mode.DIRECT_QUOTE, Range(moment(10, 18), moment(11, 6))), Level(PAPER, "reported"))


def _claim(text: str, predicate: str, **others: object) -> Claim:
    plain = Claim("", "alpha", "source/alpha/s1", predicate, FORCE, text, _CHAIN, locator="p. 1")
    made = replace(plain, **others)  # type: ignore[arg-type]
    return replace(made, id=claim_id(made))


WITHDREW = _claim(
    "The force will need a week to leave Kherson.",
    "WITHDREW_FROM",
    object=TOWN,
    during=WITHDRAWAL,
    modality=Modality.PREDICTED,
    event=Span(end_min=moment(17), edtf="asserted+P7D/.."),
    asserted=Range(moment(10, 18), moment(11, 6)),
)
DENIED = _claim(
    "Russia denies that the force left Kherson.",
    "WITHDREW_FROM",
    object=TOWN,
    during=WITHDRAWAL,
    polarity=Polarity.DENY,
    attribution=(Level(RUSSIA),),
    asserted=Range(moment(12), moment(12)),
)
LOSSES = _claim(
    "The force lost about 20,000 or more.",
    "SUFFERED_LOSSES",
    value=Value(low=20000.0, approximate=True, unit="item", dimension="losses", quantity_text="huge losses"),
    during=WITHDRAWAL,
    raw='{"row": [1, null]}',
    quote="huge losses",
    quote_language="en",
    extraction_confidence=0.5,
)
PRESENT = _claim(
    "Forty thousand are in Kherson.",
    "LOCATED_IN",
    dataset="beta",
    source="source/beta/s1",
    subject="entity/beta/force",
    object=TOWN_B,
    value=Value(low=40000.0, high=40000.0, unit="person", dimension="present"),
    attribution=(Level("entity/beta/paper"),),
)
GONE = _claim("Nobody says this any more.", "SHELLED", object=TOWN)


def _same(a: str, b: str, at: datetime | None) -> Judgement:
    made = Judgement("", "beta", "same", a, b, "an editor", "same coordinates", at)
    return replace(made, id=judgement_id(made))


ALPHA = Evidence(
    Dataset("dataset/alpha", "Alpha", "CC0-1.0", redistribute=True),
    Vocabulary(),
    _ALPHA,
    (
        Source(
            "source/alpha/s1", "alpha", PAPER, "The retreat", "https://example.org/1", "en", moment(11), "2022-11-11"
        ),
    ),
    (WITHDREW, DENIED, LOSSES),
)
BETA = Evidence(
    Dataset("dataset/beta", "Beta"),
    Vocabulary(),
    _BETA,
    (Source("source/beta/s1", "beta", "entity/beta/paper", published_at=moment(13)),),
    (PRESENT,),
    (_same(TOWN, TOWN_B, moment(20)), _same(FORCE, "entity/beta/force", None)),
)
BEFORE = replace(ALPHA, claims=(*ALPHA.claims, GONE))
"""Alpha when it still made the claim that is retracted since."""
