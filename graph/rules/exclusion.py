"""The rules that set two claims against each other. Each takes both ways round and gives its reason, or None."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

from ..records import Modality
from ..vocabulary import Holds
from ..words import moment_in_words, number_in_words
from .answers import Answer, Context
from .figures import NOTHING, disjoint
from .labels import said_in_words, sentence
from .threads import window

_ALWAYS: Final = (None, None, None, None)
"""The bounds of what gives no time."""
Rule = Callable[[Answer, Answer, Context], str | None]


def exclusion(a: Answer, b: Answer, context: Context) -> tuple[str, str] | None:
    """The first rule by which two claims cannot both be right, and why; None where they can."""
    if not comparable(a, b):
        return None
    for name, rule in _RULES.items():
        basis = rule(a, b, context)
        if basis is not None:
            return name, basis
    return None


def contradiction(a: Answer, b: Answer, context: Context) -> tuple[str, str] | None:
    """The rule and reason where that is held against them: not between what one claimant said at two times."""
    if a.claimant != b.claimant:
        return exclusion(a, b, context)
    if (a.source, a.said) != (b.source, b.said):
        return None
    found = exclusion(a, b, context)
    return found and ("self-contradiction", found[1])


def comparable(a: Answer, b: Answer) -> bool:
    """Whether both are meant as facts, or both on the same condition."""
    if a.is_factual:
        return b.is_factual
    return a.modality == b.modality == Modality.CONDITIONAL and a.condition == b.condition


def same_thing(a: Answer, b: Answer) -> bool:
    """Whether both say the same predicate of the same subject, object and event."""
    return a.subject == b.subject and a.predicate == b.predicate and a.object == b.object and a.during == b.during


def times_meet(a: Answer, b: Answer, context: Context) -> bool:
    """Whether what both say stands at one time for certain."""
    holds = {context.holds(a), context.holds(b)}
    if holds == {Holds.TOTAL}:
        return window(a, context) == window(b, context)
    certain = [each for each in (a, b) if context.holds(each) is Holds.STATE]
    if not all(map(_is_certain, certain)):
        return False
    return len(certain) < 2 or _overlap(a, b)  # noqa: PLR2004 - both of them


def _polarity(a: Answer, b: Answer, context: Context) -> str | None:
    if a.affirmed == b.affirmed or not same_thing(a, b) or not times_meet(a, b, context):
        return None
    yes, no = (a, b) if a.affirmed else (b, a)
    if context.holds(a) is Holds.ONCE and not _is_within(yes, no):
        return None
    if yes.value == no.value:
        return f"one says so and the other denies it: {said_in_words(yes, context)}"
    if no.value == (None, None, None, None) and yes.figure and yes.figure.lower > (0.0, 0):
        return _told(a is yes, said_in_words(yes, context), f"a denial of any (not: {sentence(no, context)})")
    return None


def _value(a: Answer, b: Answer, context: Context) -> str | None:
    if not (_both_affirmed(a, b) and same_thing(a, b) and times_meet(a, b, context)):
        return None
    if a.figure is None or b.figure is None:
        return _none_and_some(a, b, context)
    if a.dimension == b.dimension:
        if not disjoint(a.figure, b.figure):
            return None
        reach = " against ".join(said for each in (a, b) if (said := _reach(each)))
        return _against(a, b, context) + (f"; about is read as ±5 %: {reach}" if reach else "")
    for part, whole in ((a, b), (b, a)):
        above = part.figure and whole.figure and part.figure.lower > whole.figure.upper
        if above and context.is_part(part.dimension, whole.dimension):
            return f"{_against(a, b, context)}; {_plain(part)} are among {_plain(whole)}"
    return None


def _none_and_some(a: Answer, b: Answer, context: Context) -> str | None:
    """Nought of all that the predicate counts, against the plain word that there is some."""
    none, some = (a, b) if a.figure else (b, a)
    predicate = context.predicate(none)
    whole = predicate and all(
        each == none.dimension or context.is_part(each, none.dimension) for each in predicate.dimensions
    )
    nought = none.figure and (none.figure.lower, none.figure.upper) == (NOTHING.lower, NOTHING.upper)
    return _against(a, b, context) if whole and nought and some.value == (None, None, None, None) else None


def _time(a: Answer, b: Answer, context: Context) -> str | None:
    if context.holds(a) is not Holds.ONCE or not _both_affirmed(a, b):
        return None
    if (a.predicate, a.subject, a.during) != (b.predicate, b.subject, b.during):
        return None
    if a.object == b.object and (begun := _begun(a, b)):
        return begun
    for first, later in ((a, b), (b, a)):
        if first.end_max is not None and later.over_after is not None and first.end_max < later.over_after:
            if first.object == later.object:
                return _ends(a, first, later)
            if context.lies_in(later.object, first.object):
                within = f"{context.name(later.object)} lies in {context.name(first.object)}"
                return f"{_ends(a, first, later)}; {within}"
    return None


def _after(a: Answer, b: Answer, context: Context) -> str | None:
    if a.predicate == b.predicate or not _both_affirmed(a, b) or (a.side, a.during) != (b.side, b.during):
        return None
    for done, later in ((a, b), (b, a)):
        predicate = context.predicate(done)
        if not predicate or later.predicate not in predicate.then_not or done.end_max is None:
            continue
        holds = context.holds(later) is Holds.STATE and _is_certain(later) and _is_some(later)
        if holds and (later.end_min or 0) > done.end_max and context.lies_in(later.object, done.object):
            over = f"{sentence(done, context)}, over by {moment_in_words(done.end_max)} UTC,"
            still = f"{sentence(later, context)}, still at {moment_in_words(later.end_min)} UTC,"
            return _told(a is done, over, still).removesuffix(",")
    return None


def _identity(a: Answer, b: Answer, context: Context) -> str | None:
    predicate = context.predicate(a)
    if not predicate or not predicate.functional or not _both_affirmed(a, b) or None in (a.object, b.object):
        return None
    if (a.predicate, a.subject, a.during) != (b.predicate, b.subject, b.during) or a.object == b.object:
        return None
    if context.lies_in(a.object, b.object) or context.lies_in(b.object, a.object) or not times_meet(a, b, context):
        return None
    if context.party(a.object) == context.party(b.object):  # a state and its army are no two owners
        return None
    return f"{sentence(a, context)} against {sentence(b, context)}, and it can be but one"


def _exclusive(a: Answer, b: Answer, context: Context) -> str | None:
    if a.predicate == b.predicate or not _both_affirmed(a, b):
        return None
    if (a.subject, a.object, a.during) != (b.subject, b.object, b.during):
        return None
    first, second = context.predicate(a), context.predicate(b)
    excluded = first and second and (b.predicate in first.excludes or a.predicate in second.excludes)
    if not excluded or not (_is_some(a) and _is_some(b)) or not times_meet(a, b, context):
        return None
    return f"{sentence(a, context)} against {sentence(b, context)}"


_RULES: Final[dict[str, Rule]] = {
    "polarity": _polarity,
    "value": _value,
    "time": _time,
    "after": _after,
    "identity": _identity,
    "exclusive": _exclusive,
}


def _both_affirmed(a: Answer, b: Answer) -> bool:
    return a.affirmed and b.affirmed


def _is_certain(answer: Answer) -> bool:
    """Whether there is a moment at which it holds for certain."""
    return answer.start_max is not None and answer.end_min is not None and answer.start_max <= answer.end_min


def _overlap(a: Answer, b: Answer) -> bool:
    begun = max(a.start_max or 0, b.start_max or 0)
    return begun <= min(a.end_min or 0, b.end_min or 0)


def _is_within(yes: Answer, no: Answer) -> bool:
    """Whether what is affirmed falls into the time for which it is denied.

    An assertion that it has not happened, without a time, speaks of the time up to its making.
    """
    if no.span == _ALWAYS and no.modality == Modality.ASSERTED and no.said_max is not None:
        if yes.span != _ALWAYS:
            return yes.end_max is not None and yes.end_max <= no.said_max
        return yes.said_min is None or yes.said_min <= no.said_max
    after = no.start_min is None or (yes.start_min is not None and yes.start_min >= no.start_min)
    before = no.end_max is None or (yes.end_max is not None and yes.end_max <= no.end_max)
    return after and before


def _is_some(answer: Answer) -> bool:
    """Whether it does not say that there may be none at all."""
    return answer.figure is None or answer.figure.lower > (0.0, 0)


def _begun(a: Answer, b: Answer) -> str | None:
    for first, later in ((a, b), (b, a)):
        by, after = first.begun_by, later.start_min
        if by is not None and after is not None and by < after:
            begun, before = f"begun by {moment_in_words(by)} UTC", f"not begun before {moment_in_words(after)} UTC"
            return _told(a is first, begun, before)
    return None


def _ends(a: Answer, first: Answer, later: Answer) -> str:
    over = f"over by {moment_in_words(first.end_max)} UTC"
    return _told(a is first, over, f"not over before {moment_in_words(later.over_after)} UTC")


def _told(in_order: bool, one: str, other: str) -> str:  # noqa: FBT001 - whether the rule was given the one first
    """What two claims say against each other, in the order in which the rule was given them."""
    return f"{one} against {other}" if in_order else f"{other} against {one}"


def _against(a: Answer, b: Answer, context: Context) -> str:
    return f"{said_in_words(a, context)} against {said_in_words(b, context)}"


def _reach(answer: Answer) -> str | None:
    figure = answer.figure
    if not figure or not figure.approximate:
        return None
    read = (number_in_words(bound) for bound, _ in (figure.lower, figure.upper) if math.isfinite(bound))
    return " to ".join(read)


def _plain(answer: Answer) -> str:
    return (answer.dimension or "").replace("_", " ")
