"""When things that happen once can have been, as the members of one position leave it open.

Members of a position can all be right, so their ends have a moment in common, and so have their beginnings. A new claim
has to fit what is left, and is not held against each of them.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from ..vocabulary import Holds
from .answers import Answer, Context


@dataclass(slots=True)
class _Left:
    """Between which moments it is begun, and over."""

    begun_after: float = -math.inf
    begun_by: float = math.inf
    over_after: float = -math.inf
    over_by: float = math.inf

    def narrow(self, answer: Answer) -> None:
        """Take in what one more claim says."""
        self.begun_after = max(self.begun_after, _least(answer.start_min))
        self.begun_by = min(self.begun_by, _most(answer.begun_by))
        self.over_after = max(self.over_after, _least(answer.over_after))
        self.over_by = min(self.over_by, _most(answer.end_max))


class Occasions:
    """What one position leaves of the times of what happens once, by what that is, and where."""

    def __init__(self) -> None:
        self._left: dict[Hashable, dict[str | None, _Left]] = defaultdict(dict)

    def add(self, answer: Answer, context: Context) -> None:
        """Take in a member."""
        if answer.affirmed and context.holds(answer) is Holds.ONCE:
            self._left[_what(answer)].setdefault(answer.object, _Left()).narrow(answer)

    def exclude(self, answer: Answer, context: Context) -> bool:
        """Whether the rule on times sets a member against the answer."""
        if not answer.affirmed or context.holds(answer) is not Holds.ONCE:
            return False
        over_after, over_by = _least(answer.over_after), _most(answer.end_max)
        for place, left in self._left.get(_what(answer), {}).items():
            if place == answer.object:
                begun = left.begun_by < _least(answer.start_min) or _most(answer.begun_by) < left.begun_after
                if begun or left.over_by < over_after or over_by < left.over_after:
                    return True
            later = left.over_by < over_after and context.lies_in(answer.object, place)
            sooner = over_by < left.over_after and context.lies_in(place, answer.object)
            if later or sooner:
                return True
        return False


def can_be_together(answers: Iterable[Answer], context: Context) -> bool:
    """Whether no two of them differ about when it was; so of states and totals, whose times are another rule's."""
    times = Occasions()
    for answer in answers:
        if times.exclude(answer, context):
            return False
        times.add(answer, context)
    return True


def _what(answer: Answer) -> Hashable:
    return answer.predicate, answer.subject, answer.during


def _least(moment: int | None) -> float:
    return -math.inf if moment is None else moment


def _most(moment: int | None) -> float:
    return math.inf if moment is None else moment
