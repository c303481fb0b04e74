"""Made-up evidence of any size from a seed: entities of two sides, sources, and claims that meet in few issues."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

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
    Polarity,
    Range,
    Source,
    Span,
    Value,
)
from claimgraph.graph.vocabulary import Vocabulary

_FIRST_DAY = datetime(2022, 11, 1, tzinfo=UTC)


def made_up(seed: int, claims: int, dataset: str = "made-up") -> Evidence:
    """Evidence of about so many claims, always the same for the same arguments."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    entities = _entities(dataset)
    sources = [
        Source(f"source/{dataset}/s{n}", dataset, f"entity/{dataset}/paper{n % 3}", published_at=_day(n))
        for n in range(9)
    ]
    made = {claim.id: claim for claim in (_claim(chance, dataset, n) for n in range(claims))}
    pair = Judgement(
        "", dataset, "same", f"entity/{dataset}/place0", f"entity/{dataset}/place1", "an editor", "one town"
    )
    return Evidence(
        Dataset(f"dataset/{dataset}", "Made up", licence="CC0-1.0", redistribute=True),
        Vocabulary(),
        entities,
        sources,
        list(made.values()),
        [replace(pair, id=judgement_id(pair))],
    )


def shuffled(evidence: Evidence, seed: int) -> Evidence:
    """The same evidence in another order."""
    chance = random.Random(seed)  # noqa: S311
    return replace(
        evidence,
        entities=chance.sample(evidence.entities, len(evidence.entities)),
        sources=chance.sample(evidence.sources, len(evidence.sources)),
        claims=chance.sample(evidence.claims, len(evidence.claims)),
    )


def _entities(dataset: str) -> list[Entity]:
    sides = [Entity(f"entity/{dataset}/side{n}", dataset, Kind.ORGANISATION, f"Side {n}") for n in range(2)]
    return [
        *sides,
        *(_member(dataset, Kind.UNIT, f"unit{n}", sides[n % 2].id) for n in range(40)),
        *(_member(dataset, Kind.PERSON, f"person{n}", sides[n % 2].id) for n in range(40)),
        *(_member(dataset, Kind.ORGANISATION, f"paper{n}", None) for n in range(3)),
        *(_member(dataset, Kind.EVENT, f"event{n}", None) for n in range(5)),
        *(replace(_member(dataset, Kind.PLACE, f"place{n}", None), part_of=_wholes(dataset, n)) for n in range(20)),
    ]


def _member(dataset: str, kind: Kind, key: str, side: str | None) -> Entity:
    return Entity(f"entity/{dataset}/{key}", dataset, kind, key.capitalize(), names=(f"The {key}",), side=side)


def _wholes(dataset: str, number: int) -> tuple[str, ...]:
    return (f"entity/{dataset}/place{number + 10}",) if number < 10 else ()


def _claim(chance: random.Random, dataset: str, number: int) -> Claim:
    def pick(kind: str, count: int) -> str:
        return f"entity/{dataset}/{kind}{chance.randrange(count)}"

    said = _FIRST_DAY + timedelta(minutes=chance.randrange(40_000))
    losses = chance.random() < 0.5
    low = float(chance.randrange(1000))
    claim = Claim(
        id="",
        dataset=dataset,
        source=f"source/{dataset}/s{(source := chance.randrange(9))}",
        predicate="SUFFERED_LOSSES" if losses else "LOCATED_IN",
        subject=pick("unit", 40),
        object=None if losses else pick("place", 20),
        during=pick("event", 5),
        text=f"Claim number {number}.",
        attribution=(Level(pick("person", 40), "said"), Level(f"entity/{dataset}/paper{source % 3}")),
        polarity=chance.choice(list(Polarity)),
        modality=chance.choice([Modality.ASSERTED, Modality.PREDICTED, Modality.FEARED]),
        value=Value(low, low + 10, unit="item", dimension="losses") if losses else Value(),
        event=Span() if losses else Span(start_max=said, end_min=said),
        asserted=Range(said, said + timedelta(hours=1)),
    )
    return replace(claim, id=claim_id(claim))


def _day(number: int) -> datetime:
    return _FIRST_DAY + timedelta(days=number)
