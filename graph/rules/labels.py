"""What claims and positions say, in a few words."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Modality, ValueKind
from ..vocabulary import Holds
from ..words import figure_in_words, listed, moment_in_words, unit_in_words
from .answers import Answer, Context
from .figures import NOTHING, Figure

_PHRASES = 3
"""How many different things a label names."""


def said_in_words(answer: Answer, context: Context) -> str:
    """`no losses (0)`, `huge losses (more than 0)`, `complete by 11 Nov 2022 03:00 UTC`, `not: Russia lost the war`."""
    said = _value(answer, context) or _time([answer], context) or sentence(answer, context)
    how = "" if answer.modality == Modality.ASSERTED else f" ({answer.modality})"
    return f"{'' if answer.affirmed else 'not: '}{said}{how}"


def sentence(answer: Answer, context: Context) -> str:
    """The predicate's own sentence with the names in it; the value that is text instead, where there is one."""
    if answer.text is not None:
        return answer.text
    predicate = context.predicate(answer)
    if predicate is None:
        return answer.predicate
    names = {"subject": context.name(answer.subject), "object": context.name(answer.object) or "something"}
    return predicate.says.format_map(names)


def figure_words(figure: Figure, dimension: str | None, context: Context) -> str:
    """`no losses`, `more than 0 losses`, `about 40,000 people present`, `about 55 km`."""
    known = context.vocabulary.dimensions.get(dimension or "")
    noun = (known and known.noun) or (dimension or "").replace("_", " ")
    if (figure.lower, figure.upper) == (NOTHING.lower, NOTHING.upper):
        return f"no {noun}" if noun else "0"
    if known and known.unit in context.vocabulary.counts:
        return f"{_plain(figure)} {known.unit if figure.is_one else noun}"
    return _with_unit(figure, dimension, context) + (f" of {noun}" if known and known.noun else "")


def position_label(members: Sequence[Answer], context: Context) -> str:
    """What the members of a position say together; the first one is the one that says it most closely."""
    first = members[0]
    if first.figure and first.affirmed:
        said = figure_words(first.figure, first.dimension, context)
    elif first.figure:
        denied = (figure_words(each.figure, each.dimension, context) for each in members if each.figure)
        said = listed((f"not: {each}" for each in denied), _PHRASES)
    elif first.kind:
        said = "unknown" if first.kind == ValueKind.UNKNOWN else "none"
    else:
        lead = next((each for each in members if _time([each], context)), None)
        said = _led(members, lead, context) if lead else listed((_phrase(each, context) for each in members), _PHRASES)
    if first.condition is not None:
        return f"{said}, if {first.condition}"
    return said if first.is_factual else f"{said} ({listed((str(each.modality) for each in members), _PHRASES)})"


def unit_of(dimension: str | None, context: Context) -> str | None:
    """The unit of a dimension."""
    known = context.vocabulary.dimensions.get(dimension or "")
    return known.unit if known else None


def _with_unit(figure: Figure, dimension: str | None, context: Context) -> str:
    """The figure; with its unit where that is more than counting."""
    unit = unit_of(dimension, context)
    if unit is None or unit in context.vocabulary.counts:
        return _plain(figure)
    return f"{_plain(figure)} {unit_in_words(unit, {}, one=figure.is_one)}"


def _plain(figure: Figure) -> str:
    return figure_in_words(
        figure.low,
        figure.high,
        low_open=figure.low_open,
        high_open=figure.high_open,
        approximate=figure.approximate,
    )


def _led(members: Sequence[Answer], lead: Answer, context: Context) -> str:
    alike = [each for each in members if (each.predicate, each.affirmed) == (lead.predicate, lead.affirmed)]
    return ("" if lead.affirmed else "not: ") + _time(alike, context)


def _phrase(answer: Answer, context: Context) -> str:
    return ("" if answer.affirmed else "not: ") + sentence(answer, context)


def _value(answer: Answer, context: Context) -> str:
    if answer.figure and (answer.figure.low, answer.figure.high) != (None, None):
        if answer.wording:
            return f"{answer.wording} ({_with_unit(answer.figure, answer.dimension, context)})"
        counts = context.vocabulary.counts
        unit = unit_in_words(unit_of(answer.dimension, context), counts, one=answer.figure.is_one)
        return f"{_plain(answer.figure)} {unit}".strip()
    if answer.kind:
        return "said to be unknown" if answer.kind == ValueKind.UNKNOWN else "said to have none"
    return answer.text or ""


def _time(answers: Sequence[Answer], context: Context) -> str:
    """When what happens once was over or begun, as all the answers allow; empty where they do not say."""
    if context.holds(answers[0]) is not Holds.ONCE:
        return ""
    by = min((each.end_max for each in answers if each.end_max is not None), default=None)
    if by is not None:
        return f"complete by {moment_in_words(by)} UTC"
    after = max((each.end_min for each in answers if each.end_min is not None), default=None)
    return "" if after is None else f"not over before {moment_in_words(after)} UTC"
