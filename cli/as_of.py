"""`--as-of known=2022-11-10`: the graph as of other moments, as a person writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Final

from ..graph.errors import InvalidInput
from ..graph.times import Clock, parse_range
from ..graph.vocabulary import nearest
from ..graph.words import moment_in_words

HELP: Final = (
    "Show the graph as of other moments: known=DATE (what a reader could know by then), recorded=DATE (what this "
    "database held then), event=DATE (what may have held or happened then). DATE is 2022-11-10, the end of that day in "
    "UTC, or a moment with its zone, 2022-11-10T18:00+02:00. Several: again, or with commas."
)
_WORDS: Final[Mapping[str, str]] = {
    "known": "as a reader could know by {}",
    "recorded": "as this database held it at {}",
    "event": "of what may have held or happened at {}",
}
AsOf = dict[str, str]
"""The clocks that are set, each with its moment, as the endpoint takes them."""


def parse_as_of(words: Iterable[str]) -> AsOf:
    """The clocks that `--as-of` sets. Raises InvalidInput in words."""
    view: AsOf = {}
    for word in (part.strip() for each in words for part in each.split(",")):
        clock, given, text = word.partition("=")
        if not given:
            wrong = "gives no moment" if clock in _WORDS else "names no clock"
            raise InvalidInput(f"--as-of {word!r} {wrong}; write known=2022-11-10, recorded=… or event=…")
        if clock not in _WORDS:
            hint = nearest(clock, _WORDS) or "; write known=…, recorded=… or event=…"
            raise InvalidInput(f"--as-of {word!r}: there is no clock {clock!r}{hint}")
        if clock in view:
            raise InvalidInput(f"--as-of: {clock} is given twice; one moment for each clock")
        view[clock] = _moment(clock, text).isoformat()
    return view


def in_words(view: AsOf) -> str:
    """`The graph as a reader could know by 10 Nov 2022 23:59 UTC`; empty for the graph as it is."""
    moments = {clock: f"{moment_in_words(int(datetime.fromisoformat(view[clock]).timestamp()))} UTC" for clock in view}
    said = [_WORDS[clock].format(moments[clock]) for clock in _WORDS if clock in view]
    return f"The graph {', '.join(said)}" if said else ""


def _moment(clock: str, text: str) -> datetime:
    try:
        if "T" in text:
            moment = datetime.fromisoformat(text)
            if moment.tzinfo is None:
                raise InvalidInput(f"--as-of {clock}={text}: a time of day needs its zone; {clock}={text}Z is UTC")
            return moment.astimezone(UTC)
        end = None if set(text) & set("/~?%") else parse_range(text, Clock(UTC)).max
    except (ValueError, OverflowError):
        end = None
    if end is None:
        raise InvalidInput(
            f"--as-of {clock}={text}: {text!r} is no date; write {clock}=2022-11-10 (the end of that day, UTC) "
            f"or {clock}=2022-11-10T18:00+02:00"
        )
    return end
