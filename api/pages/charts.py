"""What a board draws: the ranges that positions allow, when things are said to happen, and who said it when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Final

from ...graph.vocabulary import shared_vocabulary
from ...graph.words import unit_in_words
from ..reasons import Node
from ..words import happens_at, said_at
from .scales import Scale, scale_of_figures, scale_of_moments

_BOUNDS: Final = ("startMin", "startMax", "endMin", "endMax")
_OPEN: Final = (2.0, 98.0)
"""Where a bar ends that has no bound on that side; an arrow goes on from there."""
_ROWS: Final = 24
"""Lines of one chart at the most."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What may be, and within it what is for certain, in percent from the left: "from 4 on, for certain from 50 on"."""

    left: float
    right: float
    is_open_left: bool = False
    is_open_right: bool = False
    certain: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a chart: the position that it belongs to, by number, what it stands for, and its bars."""

    position: int | None
    label: str
    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows on a common axis."""

    title: str
    scale: Scale
    rows: tuple[Row, ...]
    left_out: int = 0


Numbered = Sequence[tuple[int | None, Node]]
"""Claims, each with the number of its position; None for one that takes none."""


def ranges(positions: Sequence[Node]) -> Iterator[Chart]:
    """For each dimension and unit in which several positions give figures: what each of them allows."""
    bounded = [
        (number, each) for number, each in enumerate(positions) if each["low"] is not None or each["high"] is not None
    ]
    keyed = sorted(bounded, key=lambda one: (one[1]["dimension"] or "", one[1]["unit"] or ""))
    for (dimension, unit), same in groupby(keyed, key=lambda one: (one[1]["dimension"], one[1]["unit"])):
        found = list(same)
        if len(found) > 1:
            scale = scale_of_figures(_figures(position for _, position in found))
            rows = [Row(number, each["label"], each["label"], (_range(each, scale),)) for number, each in found]
            words = unit_in_words(unit, shared_vocabulary().counts)
            yield _chart(f"{(dimension or 'figures').capitalize()}, in {words}", scale, rows)


def happenings(claims: Numbered) -> Chart | None:
    """When what the claims say happens or holds; None where hardly any says so."""
    told = [(number, claim) for number, claim in claims if happens_at(claim["event"], claim["asserted"])]
    moments = [second for _, claim in told for second in _seconds(claim["event"][name] for name in _BOUNDS)]
    if len(told) <= 1 or not moments:
        return None
    scale = scale_of_moments(moments)
    rows = [
        Row(number, _who(claim), f"{claim['text']} ({happens_at(claim['event'], claim['asserted'])})", (bar,))
        for number, claim in told
        for bar in [_span(claim["event"], scale)]
    ]
    return _chart("When it happens or holds, by what they say", scale, rows)


def sayings(claims: Numbered) -> Chart | None:
    """Who said it when: a row for each claimant and position, first ones first; None where no source tells."""
    told = [(number, claim) for number, claim in claims if claim["asserted"]]
    if not told:
        return None
    scale = scale_of_moments(second for _, claim in told for second in _seconds(claim["asserted"].values()))
    first = sorted(told, key=lambda one: min(_seconds(one[1]["asserted"].values())))
    lines: dict[tuple[str, int | None], list[Node]] = {}
    for number, claim in first:
        lines.setdefault((_who(claim), number), []).append(claim)
    rows = [
        Row(number, who, "; ".join(f"{said_at(claim['asserted'])}: {claim['text']}" for claim in said), bars)
        for (who, number), said in lines.items()
        for bars in [tuple(_moment(claim["asserted"], scale) for claim in said)]
    ]
    return _chart("Who said it when", scale, rows)


def _chart(title: str, scale: Scale, rows: Sequence[Row]) -> Chart:
    return Chart(title, scale, tuple(rows[:_ROWS]), max(0, len(rows) - _ROWS))


def _figures(positions: Iterable[Node]) -> list[float]:
    return [bound for each in positions for bound in (each["low"], each["high"]) if bound is not None]


def _range(position: Node, scale: Scale) -> Bar:
    low, high = (None if bound is None else scale.place(bound) for bound in (position["low"], position["high"]))
    bar = _bar(low, high)
    return replace(bar, certain=(bar.left, bar.right))


def _span(event: Mapping[str, str | None], scale: Scale) -> Bar:
    """From the earliest beginning to the latest end, and what lies between the latest beginning and earliest end."""
    begin, begun, ends, ended = (_place(event[name], scale) for name in _BOUNDS)
    certain = (begun, ends) if begun is not None and ends is not None and begun <= ends else None
    return replace(_bar(begin, ended), certain=certain)


def _moment(asserted: Mapping[str, str | None], scale: Scale) -> Bar:
    return _bar(_place(asserted["min"], scale), _place(asserted["max"], scale))


def _bar(left: float | None, right: float | None) -> Bar:
    """From one place on the axis to another; on a side where there is none it goes on."""
    open_left, open_right = _OPEN
    ends = open_left if left is None else left, open_right if right is None else right
    return Bar(*ends, is_open_left=left is None, is_open_right=right is None)


def _place(moment: str | None, scale: Scale) -> float | None:
    return None if moment is None else scale.place(datetime.fromisoformat(moment).timestamp())


def _seconds(moments: Iterable[str | None]) -> list[float]:
    """The moments among these, in seconds since 1970."""
    return [datetime.fromisoformat(each).timestamp() for each in moments if each]


def _who(claim: Node) -> str:
    return str(claim["attribution"][0]["entity"]["name"])
