"""Claims about a few things by a few voices: they clash, agree, are repeated and replaced, over merged entities too."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from claimgraph.graph.ids import claim_id
from claimgraph.graph.records import Claim, Entity, Level, Modality, Polarity, Range, Source, Span, Value, ValueKind
from claimgraph.tests.oracle.things import (
    ANNA,
    ANNA_C,
    CORPS,
    CORPS_B,
    CROSSING,
    CROSSING_B,
    EAST,
    EAST_B,
    FORD,
    FORDS,
    GUARD,
    GUARD_C,
    MOLE,
    OBLAST,
    PAPER,
    PAPER_B,
    SOURCES,
    WEST,
    hour,
)

_VOICES = (EAST, EAST_B, WEST, ANNA, ANNA_C, PAPER, PAPER_B)
_CORPS = (CORPS, CORPS_B)
_CROSSING = (CROSSING, CROSSING_B)
_NOW = Span(edtf="present")
"""Stands for the moment of assertion: what is told in the present tense."""
_STATES = (
    *(_NOW, _NOW),
    Span(hour(1), hour(2), hour(8), hour(9)),
    Span(None, hour(4), hour(10)),
    Span(hour(12), hour(12), hour(12), hour(12)),
    Span(),
)
_ENDS = (
    *(Span(end_max=hour(5)), Span(end_min=hour(9)), Span(hour(6), end_max=hour(20))),
    *(Span(start_max=hour(2)), Span(hour(6), hour(7)), Span()),
)


def _counts(dimension: str, unit: str, *figures: tuple[float | None, float | None]) -> tuple[Value, ...]:
    return tuple(Value(low, high, unit=unit, dimension=dimension) for low, high in figures)


@dataclass(frozen=True, slots=True)
class _Topic:
    """What is said again and again of one thing."""

    predicates: tuple[str, ...]
    subjects: tuple[Entity, ...]
    objects: tuple[Entity | None, ...] = (None,)
    during: tuple[Entity | None, ...] = (None,)
    values: tuple[Value, ...] = (Value(),)
    spans: tuple[Span, ...] = (Span(),)


_TOPICS = (
    _Topic(
        ("SUFFERED_LOSSES",),
        _CORPS,
        during=_CROSSING,
        values=(
            *_counts("losses", "item", (0.0, 0.0), (100.0, 200.0), (150.0, 300.0), (None, 120.0)),
            *_counts("equipment_losses", "item", (500.0, None), (10.0, 10.0)),
            Value(low=0.0, low_open=True, unit="item", dimension="losses", quantity_text="huge losses"),
            Value(310.0, 310.0, approximate=True, unit="item", dimension="losses", quantity_text="about 310"),
            Value(kind=ValueKind.NONE, dimension="losses"),
        ),
    ),
    _Topic(
        ("LOCATED_IN",),
        _CORPS,
        FORDS,
        (None, None, CROSSING),
        (Value(), *_counts("present", "person", (40_000.0, 40_000.0), (20_000.0, 41_000.0), (None, 10.0))),
        _STATES,
    ),
    _Topic(("WITHDREW_FROM",), _CORPS, (FORD, *FORDS, OBLAST), _CROSSING, spans=_ENDS),
    _Topic(("CONTROLLED_BY",), FORDS, (EAST, EAST_B, WEST), spans=_STATES),
    _Topic(("BELONGS_TO",), (MOLE,), (EAST, EAST_B, WEST)),
    _Topic(("SUPPORTS", "OPPOSES"), (ANNA, ANNA_C), _CROSSING),
    _Topic(
        ("DISTANCE_TO",), FORDS, (OBLAST,), values=_counts("distance", "km", (10.0, 11.0), (12.0, 12.0), (10.5, None))
    ),
    _Topic(("SERVES_UNDER",), (GUARD, GUARD_C), (EAST, WEST, ANNA)),
    _Topic(("QUARRELS_WITH",), (ANNA, ANNA_C), FORDS, values=(Value(text="a liar"), Value(text="A LIAR"), Value())),
)


def disputed(seed: int, number: int) -> list[Claim]:
    """So many claims about each topic."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    return [claim for topic in _TOPICS for claim in _told(chance, topic, number)]


def _told(chance: random.Random, topic: _Topic, number: int) -> list[Claim]:
    made: dict[str, Claim] = {}
    while len(made) < number:
        again = chance.choice([None, *made.values()]) if chance.random() < 0.4 else None
        claim = _echo(chance, again) if again else _claim(chance, topic)
        made[claim.id] = claim
    return list(made.values())


def _claim(chance: random.Random, topic: _Topic) -> Claim:
    source = _source(chance)
    spoken = chance.choice(topic.objects)
    during = chance.choice(topic.during)
    predicate = chance.choice(topic.predicates)
    plain = Claim(
        id="",
        dataset=source.dataset,
        source=source.id,
        predicate=predicate,
        subject=chance.choice(topic.subjects).id,
        object=spoken.id if spoken else None,
        during=during.id if during else None,
        text=f"So they say: {predicate.replace('_', ' ').lower()}.",
        attribution=(Level(chance.choice(_VOICES).id), Level(source.publisher)),
        polarity=Polarity.AFFIRM if chance.random() < 0.8 else Polarity.DENY,
        modality=_modality(chance),
        value=chance.choice(topic.values),
        asserted=_said(chance, source),
    )
    if plain.modality is Modality.CONDITIONAL:
        plain = replace(plain, condition="if it rains")
    return _identified(_timed(plain, chance.choice(topic.spans)))


def _echo(chance: random.Random, claim: Claim) -> Claim:
    """The same again: in another source, at another time, or both."""
    source = _source(chance)
    attribution = (*claim.attribution[:-1], Level(source.publisher))
    said = _said(chance, source)
    moved = replace(claim, dataset=source.dataset, source=source.id, attribution=attribution, asserted=said)
    is_present = claim.event != Span() and claim.event.start_max == claim.asserted.max and not claim.event.start_min
    return _identified(_timed(moved, _NOW) if is_present else moved)


def _timed(claim: Claim, span: Span) -> Claim:
    if span is not _NOW:
        return replace(claim, event=span)
    said = claim.asserted
    return replace(claim, event=Span(None, said.max, said.min, None) if said != Range() else Span())


def _modality(chance: random.Random) -> Modality:
    plain: Sequence[Modality] = (*[Modality.ASSERTED] * 6, *[Modality.PREDICTED, Modality.PROBABLE] * 2)
    return chance.choice([*plain, Modality.PLANNED, Modality.CONDITIONAL, Modality.DEMANDED])


def _source(chance: random.Random) -> Source:
    return chance.choice(SOURCES)


def _said(chance: random.Random, source: Source) -> Range:
    moment = hour(chance.choice([3, 6, 9, 12, 20, 39]))
    later = moment + timedelta(hours=chance.choice([0, 0, 0, 4]))
    return Range() if source.published_at and chance.random() < 0.2 else Range(moment, later)


def _identified(claim: Claim) -> Claim:
    return replace(claim, id=claim_id(claim))
