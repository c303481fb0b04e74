"""The six rules that set two claims against each other, and when two bear each other out, word by word.

Each takes a pair in both orders. Part of the reference: written from docs/rules.md, with no code of the rules'.
"""

from collections.abc import Callable

from claimgraph.graph.rules.answers import Answer, Context
from claimgraph.graph.vocabulary import Holds
from claimgraph.tests.rules.plain import (
    allowed,
    certain_time,
    definition,
    holds_of,
    lies_in,
    same_slot,
    times,
    times_meet,
    value_of,
    words,
)


def _polarity(yes: Answer, no: Answer, context: Context) -> bool:
    if not (yes.affirmed and not no.affirmed and same_slot(yes, no)):
        return False
    if value_of(yes) != value_of(no) and not (_denies_whatever(no) and _is_some(yes)):
        return False
    if holds_of(yes, context) is Holds.ONCE:
        return _denied_then(yes, no)
    return times_meet(yes, no, context)


def _denies_whatever(answer: Answer) -> bool:
    """Whether it denies without a value of its own."""
    return value_of(answer) == (None, None, None, None)


def _is_some(answer: Answer) -> bool:
    """Whether its figure is certainly not nought: "up to 20" may be, and so may what has no figure."""
    bounds = allowed(answer)
    return bounds is not None and bounds[0] > (0.0, 0)


def _denied_then(yes: Answer, no: Answer) -> bool:
    """Whether the affirmed time lies between the denial's outermost bounds, of which one that it lacks is open.

    "Has not", asserted without a time, says nothing of what comes after it was said.
    """
    untimed = (None, None, None, None)
    if times(no) == untimed and no.modality == "asserted" and no.said_max is not None:
        if times(yes) == untimed:
            return not (yes.said_min is not None and yes.said_min > no.said_max)
        return yes.end_max is not None and yes.end_max <= no.said_max
    since = no.start_min is None or (yes.start_min is not None and yes.start_min >= no.start_min)
    until = no.end_max is None or (yes.end_max is not None and yes.end_max <= no.end_max)
    return since and until


def _value(a: Answer, b: Answer, context: Context) -> bool:
    first, second = allowed(a), allowed(b)
    if not (a.affirmed and b.affirmed and same_slot(a, b) and times_meet(a, b, context)):
        return False
    if not (first and second):
        return _is_none(a) and _denies_whatever(b) and _counts_all(a, context)
    if a.dimension == b.dimension:
        return first[1] < second[0] or second[1] < first[0]
    return _is_part(a.dimension, b.dimension, context) and first[0] > second[1]


def _counts_all(answer: Answer, context: Context) -> bool:
    """Whether what it counts is all that its predicate can count, so that none of it is nothing."""
    own, every = answer.dimension, definition(answer, context).dimensions
    return all(each == own or _is_part(each, own, context) for each in every)


def _is_part(part: str | None, whole: str | None, context: Context) -> bool:
    """Whether the one is among the parts of the other, or of its parts."""
    above = context.vocabulary.dimensions[part].part_of if part else None
    return above is not None and (above == whole or _is_part(above, whole, context))


def _time(a: Answer, b: Answer, context: Context) -> bool:
    once = a.predicate == b.predicate and holds_of(a, context) is Holds.ONCE
    if not (once and a.affirmed and b.affirmed and (a.subject, a.during) == (b.subject, b.during)):
        return False
    # Nothing is over before it begins, and nothing begins after it is over.
    a_over, b_over = a.end_max, max((each for each in (b.start_min, b.end_min) if each is not None), default=None)
    a_begun = min((each for each in (a.start_max, a.end_max) if each is not None), default=None)
    a_over_first = a_over is not None and b_over is not None and a_over < b_over
    a_begun_first = a_begun is not None and b.start_min is not None and a_begun < b.start_min
    # Two that name no object are of one place as much as two that name the same one.
    return (a_over_first and (a.object == b.object or lies_in(b.object, a.object, context))) or (
        a_begun_first and a.object == b.object
    )


def _after(done: Answer, held: Answer, context: Context) -> bool:
    certain = certain_time(held)
    return (
        held.predicate in definition(done, context).then_not
        and done.affirmed
        and held.affirmed
        and (done.side, done.during) == (held.side, held.during)
        and lies_in(held.object, done.object, context)
        and done.end_max is not None
        and certain is not None
        and certain[1] > done.end_max
        and not _may_be_none(held)
    )


def _identity(a: Answer, b: Answer, context: Context) -> bool:
    return (
        definition(a, context).functional
        and a.affirmed
        and b.affirmed
        and (a.predicate, a.subject, a.during) == (b.predicate, b.subject, b.during)
        and a.object is not None
        and b.object is not None
        and not lies_in(a.object, b.object, context)
        and not lies_in(b.object, a.object, context)
        and context.parties.get(a.object, a.object) != context.parties.get(b.object, b.object)
        and times_meet(a, b, context)
    )


def _exclusive(a: Answer, b: Answer, context: Context) -> bool:
    return (
        b.predicate in definition(a, context).excludes
        and a.affirmed
        and b.affirmed
        and (a.subject, a.object, a.during) == (b.subject, b.object, b.during)
        and not _may_be_none(a)
        and not _may_be_none(b)
        and times_meet(a, b, context)
    )


def _may_be_none(answer: Answer) -> bool:
    """Whether its figure allows nought: of up to twenty, nobody may be there."""
    bounds = allowed(answer)
    return bounds is not None and not bounds[0] > (0.0, 0)


def _is_none(answer: Answer) -> bool:
    """Whether it says that there are none: nobody is nowhere."""
    return allowed(answer) == ((0.0, 0), (0.0, 0))


EXCLUDING: dict[str, Callable[[Answer, Answer, Context], bool]] = {
    "polarity": _polarity,
    "value": _value,
    "time": _time,
    "after": _after,
    "identity": _identity,
    "exclusive": _exclusive,
}
"""By name, in the order of the table: the first that fires names the link."""


def agree(a: Answer, b: Answer, context: Context) -> bool:
    """Whether the one bears out the other, where none of the six sets them against each other."""
    first, second = allowed(a), allowed(b)
    meet = first is second is None or bool(first and second and not (first[1] < second[0] or second[1] < first[0]))
    return (
        same_slot(a, b)
        and a.affirmed == b.affirmed
        and a.dimension == b.dimension
        and meet
        and words(a) == words(b)
        and times_meet(a, b, context)
        and (holds_of(a, context) is not Holds.ONCE or _speaks_of_an_end(a) == _speaks_of_an_end(b))
    )


def _speaks_of_an_end(answer: Answer) -> bool:
    return answer.end_min is not None or answer.end_max is not None
