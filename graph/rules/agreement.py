"""When two claims bear each other out."""

from __future__ import annotations

from ..vocabulary import Holds
from .answers import Answer, Context
from .exclusion import comparable, exclusion, same_thing, times_meet
from .figures import disjoint
from .labels import said_in_words


def agreement(a: Answer, b: Answer, context: Context) -> str | None:
    """Why one claim bears out another claimant's; None where it does not."""
    if a.claimant == b.claimant or a.affirmed != b.affirmed or not comparable(a, b) or not same_thing(a, b):
        return None
    if a.value[1:] != b.value[1:] or (a.figure is None) != (b.figure is None):
        return None
    if a.figure and b.figure and disjoint(a.figure, b.figure):
        return None
    if not times_meet(a, b, context) or exclusion(a, b, context):
        return None
    if context.holds(a) is Holds.ONCE and _speaks_of_an_end(a) != _speaks_of_an_end(b):
        return None
    return " and ".join(dict.fromkeys(said_in_words(each, context) for each in (a, b)))


def _speaks_of_an_end(answer: Answer) -> bool:
    return answer.end_min is not None or answer.end_max is not None
