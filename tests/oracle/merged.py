"""Three datasets that describe the same things differently and refer to each other, loaded three times.

The second load retracts claims, a source and entities (one of them the canonical member of a merged entity) and ends a
judgement; the third brings some of the claims back, and new ones. Two of three that are judged the same are also judged
different, so none of them is merged. A Wikidata id makes three places one and leaves a firm alone; another one makes
two people one until the second load.
"""

import json
import random
from dataclasses import replace
from datetime import datetime, timedelta

from claimgraph.graph.evidence import Evidence
from claimgraph.graph.ids import assessment_id, claim_id, judgement_id
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
    Span,
    Value,
    ValueKind,
)
from claimgraph.graph.vocabulary import Vocabulary
from claimgraph.tests.oracle.disputed import disputed
from claimgraph.tests.oracle.things import (
    ALL,
    ANNA,
    ANNA_C,
    CORPS,
    CORPS_B,
    CROSSING,
    CROSSING_B,
    EAST,
    EAST_B,
    FORD,
    FORD_B,
    FORD_C,
    FORDS,
    GONE,
    GUARD,
    GUARD_C,
    HORSE,
    HORSE_B,
    MOLE,
    MOLE_B,
    NEW,
    OBLAST,
    OBLAST_B,
    OLD,
    OWN,
    PAPER,
    PAPER_B,
    SOURCES,
    TRIPLETS,
    A,
    B,
    C,
    hour,
)
from claimgraph.tests.oracle.world import Corpus

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
_SPANS = (
    Span(),
    Span(hour(2), hour(3), hour(4), hour(5), "2031-05-01"),
    Span(end_min=hour(9), edtf="asserted+PT9H/.."),
)
_RAW = {"row": [1, 2.5, None, "ü"], "nested": {"yes": True}}


def _claims(seed: int, number: int) -> list[Claim]:
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    return [_claim(chance, place) for place in range(number)]


def _claim(chance: random.Random, place: int) -> Claim:
    every = [*(entity for dataset in ALL.values() for entity in dataset), *TRIPLETS]
    actors = [entity for entity in every if entity.kind is not Kind.EVENT]
    source = chance.choice(SOURCES)
    asserted = _moments(chance.choice([hour(20), hour(21), hour(chance.randrange(40))]))
    modality = chance.choice(list(Modality))
    claim = Claim(
        id="",
        dataset=source.dataset,
        source=source.id,
        predicate=chance.choice(_PREDICATES),
        subject=chance.choice(actors).id,
        object=chance.choice([None, *(actor.id for actor in actors)]),
        during=chance.choice([None, CROSSING.id, CROSSING_B.id]),
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
    A: [_judged(A, TRIPLETS[0], TRIPLETS[2], "different")],
    B: [
        *(_judged(B, one, other) for one, other in ((EAST, EAST_B), (PAPER, PAPER_B), (OBLAST_B, OBLAST))),
        *(_judged(B, one, other, at=hour(99)) for one, other in ((FORD, FORD_B), (CORPS_B, CORPS))),
        *(_judged(B, one, other) for one, other in ((HORSE, HORSE_B), (CROSSING, CROSSING_B), (OLD, NEW))),
        _judged(B, TRIPLETS[0], TRIPLETS[1]),
    ],
    C: [
        *(_judged(C, one, other) for one, other in ((FORD_C, FORD_B), (GUARD_C, GUARD), (ANNA_C, ANNA))),
        _judged(C, TRIPLETS[1], TRIPLETS[2]),
    ],
}
_DATASETS = (
    Dataset("dataset/alpha", "Alpha", "CC0-1.0", redistribute=True),
    Dataset("dataset/beta", "Beta"),
    Dataset("dataset/g%C3%A4mma", "Gämma", "ODbL"),
)
_CLAIMS = [*_claims(7, 90), *disputed(45, 24)]
_MERGE_THAT_ENDS = _judged(B, MOLE, MOLE_B)
_GRADES = (("admiralty-reliability", "ABCDEF"), ("admiralty-credibility", "123456"), ("вага", "xyz"))


def _graded(dataset: str) -> list[Assessment]:
    """Grades of its own and others' things, by several people, with and without a time."""
    chance = random.Random(dataset)  # noqa: S311 - repeatable, not secret
    things = [*(one.id for one in (*FORDS, *SOURCES)), *(claim.id for claim in _CLAIMS[:9]), CORPS.id, CORPS_B.id]
    made = [Assessment("", dataset, chance.choice(things), *_grade(chance), "an editor") for _ in range(60)]
    made += [replace(one, by="Редактор", at=hour(chance.randrange(3)), basis="почув") for one in made[::2]]
    return [replace(one, id=assessment_id(one)) for one in dict.fromkeys(made)]


def _grade(chance: random.Random) -> tuple[str, str]:
    scheme, values = chance.choice(_GRADES)
    return scheme, chance.choice(values)


def _load(gone: set[str], ended: set[str]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            dataset,
            OWN if key == C else Vocabulary(),
            [one for one in (*ALL[key], TRIPLETS[place]) if one.id not in gone],
            [one for one in SOURCES if one.dataset == key and one.id not in gone],
            [one for one in _CLAIMS if one.dataset == key and one.id not in gone and one.source not in gone],
            [one for one in (*_JUDGEMENTS[key], *_also(key)) if one.id not in ended],
            [one for number, one in enumerate(_graded(key)) if not ended or number % 5],
        )
        for place, (key, dataset) in enumerate(zip((A, B, C), _DATASETS, strict=True))
    )


def _also(key: str) -> list[Judgement]:
    return [_MERGE_THAT_ENDS] if key == B else []


_LATE = {claim.id for claim in _CLAIMS[13::9]}
_GONE_IN_BETWEEN = {claim.id for claim in _CLAIMS[::6]}
_GONE_FOR_GOOD = {OLD.id, GONE.id, "source/beta/s2", *(claim.id for claim in _CLAIMS[::12])}
CORPUS = Corpus(
    (
        _load(_LATE, set()),
        _load(_LATE | _GONE_IN_BETWEEN | _GONE_FOR_GOOD, {_MERGE_THAT_ENDS.id}),
        _load(_GONE_FOR_GOOD, {_MERGE_THAT_ENDS.id}),
    )
)
