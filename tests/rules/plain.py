"""A claim as docs/rules.md speaks of it: its content, window, figure and times, out of the plain fields of an answer.

Part of the reference: written from the text, with no code of the rules'.
"""

import math
from dataclasses import replace

from claimgraph.graph.rules.answers import Answer, Context
from claimgraph.graph.vocabulary import Holds, Predicate

_FACTUAL = {"asserted", "probable", "possible", "predicted"}


def certainly_later(later: Answer, earlier: Answer) -> bool:
    """Whether the one was said after the other, wherever within their bounds both were said."""
    return earlier.said_max is not None and later.said_min is not None and earlier.said_max < later.said_min


def said(answer: Answer) -> tuple[int | None, int | None]:
    """Between which moments it was said."""
    return answer.said_min, answer.said_max


def times(answer: Answer) -> tuple[int | None, ...]:
    """The bounds of when it happens or holds."""
    return answer.start_min, answer.start_max, answer.end_min, answer.end_max


def manner(answer: Answer) -> tuple[str, str | None]:
    """What of one claimant's it can replace: a supposition, none but those on the same condition."""
    if answer.modality in _FACTUAL:
        return "factual", None
    return "intended" if answer.modality in {"planned", "ordered"} else answer.modality, answer.condition


def definition(answer: Answer, context: Context) -> Predicate:
    """What the vocabulary says of its predicate."""
    return context.vocabulary.predicates[answer.predicate]


def holds_of(answer: Answer, context: Context) -> Holds:
    """How what it says stands in time."""
    return definition(answer, context).holds


def is_present(answer: Answer, context: Context) -> bool:
    """Whether it is a state told in the present tense: it holds at its assertion."""
    told = times(answer) == (None, answer.said_max, answer.said_min, None)
    return holds_of(answer, context) is Holds.STATE and told and said(answer) != (None, None)


def content(answer: Answer, context: Context) -> tuple[object, ...]:
    """What makes two tellings one."""
    when = "present" if is_present(answer, context) else times(answer)
    about = (answer.predicate, answer.subject, answer.object, answer.during)
    return (*about, answer.affirmed, answer.modality, answer.condition, value_of(answer), when)


def value_of(answer: Answer) -> tuple[object, ...]:
    """Two wordings of a figure are one value, and so are "none" and nought; "about" counts by what it allows."""
    kind = None if answer.figure else answer.kind
    return allowed(answer), answer.dimension, words(answer), kind


def words(answer: Answer) -> str | None:
    """Its text, whatever the capitals."""
    return answer.text.casefold() if answer.text else None


def allowed(answer: Answer) -> tuple[tuple[float, int], tuple[float, int]] | None:
    """The lowest and the highest number that it allows; (20, 1) is what lies just above 20, (20, -1) just below."""
    figure = answer.figure
    if figure is None:
        return None
    about = 0.05 if figure.approximate else 0.0
    low, high = (-math.inf, 0), (math.inf, 0)
    if figure.low is not None:
        low = (figure.low - abs(figure.low) * about, 1 if figure.low_open else 0)
    if figure.high is not None:
        high = (figure.high + abs(figure.high) * about, -1 if figure.high_open else 0)
    return low, high


def facing(answer: Answer, context: Context) -> Answer:
    """The answer with its ends in one order, where all its questions are the same both ways round."""
    asked = [context.vocabulary.families[name] for name in definition(answer, context).families]
    if asked and all(each.unordered for each in asked) and answer.object and answer.object < answer.subject:
        return replace(answer, subject=answer.object, object=answer.subject)
    return answer


def same_slot(a: Answer, b: Answer) -> bool:
    """Whether both speak of the same in the same words."""
    return (a.predicate, a.subject, a.object, a.during) == (b.predicate, b.subject, b.object, b.during)


def same_thing(a: Answer, b: Answer, context: Context) -> bool:
    """Whether one claimant's later word on the one replaces the other."""
    first, second = definition(a, context), definition(b, context)
    excluded = b.predicate in first.excludes or a.predicate in second.excludes
    functional = a.predicate == b.predicate and first.functional
    return (
        (a.predicate == b.predicate or excluded)
        and (a.object == b.object or (functional and a.affirmed and b.affirmed))
        and (a.subject, a.during, a.dimension) == (b.subject, b.during, b.dimension)
        and (functional or words(a) == words(b))
        and window(a, context) == window(b, context)
    )


def window(answer: Answer, context: Context) -> object:
    """Which of several answers to one question it is."""
    holds = holds_of(answer, context)
    if holds is Holds.TOTAL:
        return (answer.end_min, answer.end_max) if answer.during else times(answer)
    if holds is Holds.STATE:
        return "present" if is_present(answer, context) else times(answer)
    return "the only one"


def times_meet(a: Answer, b: Answer, context: Context) -> bool:
    """The precondition of all rules that do not say otherwise."""
    if {holds_of(a, context), holds_of(b, context)} == {Holds.TOTAL}:
        return window(a, context) == window(b, context)
    spans = [certain_time(each) for each in (a, b) if holds_of(each, context) is Holds.STATE]
    certain = [span for span in spans if span]
    return len(certain) == len(spans) and (
        not certain or max(span[0] for span in certain) <= min(span[1] for span in certain)
    )


def certain_time(answer: Answer) -> tuple[int, int] | None:
    """From when to when it certainly holds."""
    start, end = answer.start_max, answer.end_min
    return (start, end) if start is not None and end is not None and start <= end else None


def lies_in(place: str | None, whole: str | None, context: Context) -> bool:
    """Whether one place is the other or part of it."""
    return place is not None and whole is not None and (place == whole or whole in context.wholes.get(place, ()))
