"""Made-up evidence of any size: so many claims in so many issues, by claimants who agree, clash, repeat and update."""

import random
from collections.abc import Iterator
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

_FIRST = datetime(2022, 2, 24, tzinfo=UTC)
_KEY = "made-up"
_UNITS = 4
"""Units of each side: claims about different ones are not set against each other."""


def evidence(claims: int, issues: int, claimants: int = 2_000, *, changed: float = 0.0) -> Evidence:
    """The evidence; with `changed`, that share of the claims says something else than it does without."""
    sides = max(1, round((issues / 2) ** 0.5))
    events = max(1, issues // 2 // sides)
    made = {claim.id: claim for claim in _claims(claims, sides, events, claimants, changed)}
    return Evidence(
        Dataset(f"dataset/{_KEY}", "Made up", redistribute=True),
        Vocabulary(),
        list(_entities(sides, events, claimants)),
        [Source(f"source/{_KEY}/s{n}", _KEY, _entity("paper", n % 50), published_at=_day(n)) for n in range(1_000)],
        list(made.values()),
    )


def one_issue(claims: int, claimants: int) -> Evidence:
    """Evidence in which every claim is about the losses of one side in one event."""
    chance = random.Random(1)  # noqa: S311 - repeatable, not secret
    made = {claim.id: claim for claim in (_losses(chance, n, 0, 0, claimants) for n in range(claims))}
    return replace(evidence(0, 2, claimants), claims=list(made.values()))


def two_hubs(claims: int) -> Evidence:
    """Evidence about two units, half about each: how they are described, and what they lost in a hundred events."""
    chance = random.Random(3)  # noqa: S311
    made = []
    for number in range(claims):
        claim = (
            _losses(chance, number, 0, chance.randrange(100), 2_000) if number % 4 > 1 else _described(chance, number)
        )
        made.append(replace(claim, subject=_entity("unit", number % 2)))
    told = {claim.id: claim for claim in (replace(claim, id=claim_id(claim)) for claim in made)}
    return replace(evidence(0, 20_000), claims=list(told.values()))


def with_merge(told: Evidence) -> Evidence:
    """The same with the word that the first two units are one."""
    word = Judgement("", _KEY, "same", _entity("unit", 0), _entity("unit", 1), "a measurement", "to see what it takes")
    return replace(told, judgements=[replace(word, id=judgement_id(word))])


def _claims(claims: int, sides: int, events: int, claimants: int, changed: float) -> Iterator[Claim]:
    chance = random.Random(7)  # noqa: S311
    for number in range(claims):
        side, event = chance.randrange(sides), chance.randrange(events)
        make = _losses if number % 2 else _place
        claim = make(chance, number, side, event, claimants)
        # Which ones change has no part in what the others say.
        if random.Random(number).random() < changed:  # noqa: S311
            claim = replace(claim, condition="if it rains", modality=Modality.CONDITIONAL)
            claim = replace(claim, id=claim_id(claim))
        yield claim


def _losses(chance: random.Random, number: int, side: int, event: int, claimants: int) -> Claim:
    low = float(chance.choice([0, 10, 50, 100, 200, 500, chance.randrange(1_000)]))
    high = low + chance.choice([0, 0, 20, 200])
    value = Value(low, high, unit="item", dimension="losses", approximate=chance.random() < 0.2)
    return _said(
        chance,
        number,
        claimants,
        predicate="SUFFERED_LOSSES",
        subject=_unit(chance, side),
        value=value,
        during=_entity("event", event),
    )


def _described(chance: random.Random, number: int) -> Claim:
    value = Value(text=f"trait {chance.randrange(500)}")
    return _said(chance, number, 2_000, predicate="DESCRIBED_AS", subject=_entity("unit", 0), value=value)


def _place(chance: random.Random, number: int, side: int, event: int, claimants: int) -> Claim:
    begun = _day(event) + timedelta(hours=chance.randrange(48))
    return _said(
        chance,
        number,
        claimants,
        predicate=chance.choice(["LOCATED_IN", "WITHDREW_FROM"]),
        subject=_unit(chance, side),
        object=_entity("place", chance.randrange(3)),
        during=_entity("event", event),
        event=Span(None, begun, begun + timedelta(hours=6), begun + timedelta(hours=9)),
        polarity=chance.choice([Polarity.AFFIRM, Polarity.AFFIRM, Polarity.DENY]),
    )


def _said(chance: random.Random, number: int, claimants: int, **what: object) -> Claim:
    source = chance.randrange(1_000)
    moment = _day(source) - timedelta(minutes=chance.randrange(5_000))
    claim = Claim(
        id="",
        dataset=_KEY,
        source=f"source/{_KEY}/s{source}",
        text=f"Claim number {number} of those that were made up.",
        attribution=(
            Level(_entity("person", int(claimants * chance.random() ** 2)), "said"),
            Level(_entity("paper", source % 50)),
        ),
        modality=chance.choice([Modality.ASSERTED, Modality.ASSERTED, Modality.PREDICTED]),
        asserted=Range(moment, moment + timedelta(hours=1)),
        **what,  # type: ignore[arg-type]
    )
    return replace(claim, id=claim_id(claim))


def _entities(sides: int, events: int, claimants: int) -> Iterator[Entity]:
    kinds = (
        ("side", Kind.ORGANISATION, sides),
        ("unit", Kind.UNIT, sides * _UNITS),
        ("event", Kind.EVENT, events),
        ("place", Kind.PLACE, 3),
        ("paper", Kind.ORGANISATION, 50),
        ("person", Kind.PERSON, claimants),
    )
    for key, kind, count in kinds:
        for number in range(count):
            side = _entity("side", number // _UNITS) if key == "unit" else None
            whole = (_entity("place", number + 1),) if key == "place" and number < 2 else ()
            yield Entity(_entity(key, number), _KEY, kind, f"{key.capitalize()} {number}", side=side, part_of=whole)


def _unit(chance: random.Random, side: int) -> str:
    return _entity("unit", side * _UNITS + chance.randrange(_UNITS))


def _entity(key: str, number: int) -> str:
    return f"entity/{_KEY}/{key}{number}"


def _day(number: int) -> datetime:
    return _FIRST + timedelta(days=number % 400)
