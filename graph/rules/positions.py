"""Current claims parted into positions: what can be right together, within one dimension, window and way of meaning.

Claims that say just the same are one class, and it is classes that are parted. Figures of one thing lie on a line, so
each looks its position up among ranges that never overlap; of the rest, only those are compared that can exclude each
other at all.
"""

from __future__ import annotations

import math
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..vocabulary import Holds
from .answers import Answer, Context
from .exclusion import exclusion
from .figures import Bound
from .labels import position_label, unit_of
from .occasions import Occasions, can_be_together
from .pairs import pairs
from .threads import force, window


@dataclass(frozen=True, slots=True)
class Position:
    """Claims that can be right together, in the order in which they joined: "about 40,000", said by two."""

    claims: tuple[str, ...]
    label: str
    dimension: str | None
    unit: str | None
    low: float | None
    high: float | None
    low_open: bool
    high_open: bool
    origin_count: int
    """How many claimants."""
    report_count: int
    """How many sources, those of mere repeats included."""
    first_asserted: int | None
    last_asserted: int | None

    @property
    def id(self) -> str:
        """What tells it from the others of its issue: its first claim."""
        return self.claims[0]


@dataclass(frozen=True, slots=True)
class Class:
    """Answers that say just the same."""

    members: tuple[Answer, ...]
    disputed: bool
    answer: Answer
    """What they say, of the member that stands against most: a denial goes on until it is made."""


@dataclass(slots=True)
class _Group:
    """The positions of one group in the making, and what several of them would take."""

    positions: list[list[Class]] = field(default_factory=list)
    undecided: list[Class] = field(default_factory=list)

    def take(self, each: Class, fitting: Sequence[int]) -> int | None:
        """The position that takes it, a new one where none fits; None where several would."""
        if len(fitting) > 1:
            self.undecided.append(each)
            return None
        if not fitting:
            self.positions.append([])
        place = fitting[0] if fitting else len(self.positions) - 1
        self.positions[place].append(each)
        return place


def parted(
    current: Sequence[Answer], echoes: Mapping[str, Sequence[Answer]], disputed: frozenset[str], context: Context
) -> tuple[tuple[Position, ...], tuple[str, ...]]:
    """The positions of an issue, those that stand against others first, and the claims that are undecided."""
    found: list[tuple[bool, Position]] = []
    undecided: list[str] = []
    for key, classes in sorted(_groups(current, disputed, context).items(), key=lambda item: str(item[0])):
        if not _is_measured(classes[0].answer):
            group = _one_by_one(classes, context)
        else:
            at_one_time = can_be_together([each.answer for each in classes], context)
            group = _on_a_line(classes) if at_one_time else _by_figure_and_time(classes, context)
        made = [_position(classes, echoes, context) for classes in group.positions]
        found += [(len(made) < 2 or key[0] != "fact", position) for position in made]  # noqa: PLR2004 - others to stand against
        undecided += [answer.claim for each in group.undecided for answer in each.members]
    found.sort(key=lambda pair: (pair[0], -pair[1].origin_count, _low(pair[1]), pair[1].id))
    return tuple(position for _, position in found), tuple(sorted(undecided))


def _is_measured(answer: Answer) -> bool:
    """Whether it says how many there are; that there are not so many leaves open how many."""
    return answer.figure is not None and answer.affirmed


def _groups(
    current: Iterable[Answer], disputed: frozenset[str], context: Context
) -> dict[tuple[Hashable, ...], list[Class]]:
    classes: dict[Hashable, list[Answer]] = defaultdict(list)
    for answer in current:
        classes[_signature(answer)].append(answer)
    groups: dict[tuple[Hashable, ...], list[Class]] = defaultdict(list)
    for members in classes.values():
        members.sort(key=lambda answer: answer.claim)
        made = Class(tuple(members), any(answer.claim in disputed for answer in members), min(members, key=_reach))
        groups[_group(made.answer, context)].append(made)
    for each in groups.values():
        each.sort(key=_order)
    return groups


def _signature(answer: Answer) -> Hashable:
    return (
        *(answer.predicate, answer.subject, answer.side, answer.object, answer.during, answer.affirmed),
        *(str(answer.modality), answer.condition, answer.value, answer.span),
    )


def _reach(answer: Answer) -> float:
    """The lower, the more it can stand against because of when it was said; first of all what gives no time."""
    moment = answer.said_min if answer.affirmed else answer.said_max
    return -math.inf if moment is None else moment if answer.affirmed else -moment


def _group(answer: Answer, context: Context) -> tuple[Hashable, ...]:
    """What a claim shares with those that it can share a position with. A figure counts one thing at one time."""
    means, dimension = force(answer), answer.dimension
    if answer.figure is None:
        return (means, dimension, window(answer, context) if context.holds(answer) is Holds.TOTAL else None)
    time = window(answer, context)
    if context.holds(answer) is Holds.STATE:
        time = (answer.start_max, answer.end_min)
    counted = (answer.predicate, answer.subject, answer.object, answer.during, answer.affirmed)
    return (means, dimension, time, *counted)


def _order(each: Class) -> tuple[bool, float, float, str]:
    answer = each.answer
    width, low = math.inf, -math.inf
    if answer.figure:
        width, low = answer.figure.width, answer.figure.lower[0]
    return (not each.disputed, width, low, str(_signature(answer)))


def _on_a_line(classes: Sequence[Class]) -> _Group:
    """Figures of one thing at one time: the positions' ranges never overlap, so each figure meets a run of them."""
    group = _Group()
    ranges: list[tuple[Bound, Bound, int]] = []
    for each in classes:
        lower, upper = _bounds(each.answer)
        at = bisect_left(ranges, lower, key=lambda one: one[1])
        met = [one for one in ranges[at : at + 2] if one[0] <= upper]
        place = group.take(each, [position for _, _, position in met])
        if place is not None and met:
            low, high, _ = met[0]
            ranges[at] = (max(low, lower), min(high, upper), place)  # narrower, so where it was
        elif place is not None:
            insort(ranges, (lower, upper, place))
    return group


def _by_figure_and_time(classes: Sequence[Class], context: Context) -> _Group:
    """Figures of what happened once, where claims differ about when: positions' ranges may overlap at other times."""
    group = _Group()
    taken: list[tuple[Bound, Bound, Occasions]] = []
    for each in classes:
        lower, upper = _bounds(each.answer)
        near = [(place, times) for place, (low, high, times) in enumerate(taken) if low <= upper and lower <= high]
        place = group.take(each, [place for place, times in near if not times.exclude(each.answer, context)])
        if place is None:
            continue
        if place == len(taken):
            taken.append((lower, upper, Occasions()))
        low, high, times = taken[place]
        taken[place] = (max(low, lower), min(high, upper), times)
        times.add(each.answer, context)
    return group


def _one_by_one(classes: Sequence[Class], context: Context) -> _Group:
    """What is no figure: each class looks for a position that holds nothing which excludes it."""
    group = _Group()
    excluded: dict[int, set[int]] = defaultdict(set)
    for a, b in pairs([each.answer for each in classes], context):
        if exclusion(classes[a].answer, classes[b].answer, context):
            excluded[a].add(b)
            excluded[b].add(a)
    taken: dict[int, int] = {}
    times: list[Occasions] = []
    for at, each in enumerate(classes):
        closed = {taken[other] for other in excluded[at] if other in taken}
        closed |= {place for place, left in enumerate(times) if left.exclude(each.answer, context)}
        place = group.take(each, [place for place in range(len(times)) if place not in closed])
        if place is None:
            continue
        if place == len(times):
            times.append(Occasions())
        taken[at] = place
        times[place].add(each.answer, context)
    return group


def _position(classes: Sequence[Class], echoes: Mapping[str, Sequence[Answer]], context: Context) -> Position:
    members = [answer for each in classes for answer in each.members]
    reports = [*members, *(echo for answer in members for echo in echoes.get(answer.claim, ()))]
    first = members[0]
    lower, upper = (-math.inf, 0), (math.inf, 0)
    for each in classes:
        if _is_measured(first):
            low, high = _bounds(each.answer)
            lower, upper = max(lower, low), min(upper, high)
    moments = [moment for each in reports for moment in each.said if moment is not None]
    return Position(
        claims=tuple(answer.claim for answer in members),
        label=position_label([each.answer for each in classes], context),
        dimension=first.dimension if first.figure else None,
        unit=unit_of(first.dimension, context) if first.figure else None,
        low=None if math.isinf(lower[0]) else lower[0],
        high=None if math.isinf(upper[0]) else upper[0],
        low_open=lower[1] > 0,
        high_open=upper[1] < 0,
        origin_count=len({answer.claimant for answer in members}),
        report_count=len({answer.source for answer in reports}),
        first_asserted=min(moments, default=None),
        last_asserted=max(moments, default=None),
    )


def _bounds(answer: Answer) -> tuple[Bound, Bound]:
    figure = answer.figure
    return (figure.lower, figure.upper) if figure else ((-math.inf, 0), (math.inf, 0))


def _low(position: Position) -> float:
    return -math.inf if position.low is None else position.low
