"""The graph as of other moments, as people write them: `known=2022-11-10` for what a reader could know by then."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from ..graph.errors import InvalidInput
from ..graph.times import Clock, parse_range
from .words import moment

CLOCKS: Final[Mapping[str, str]] = {
    "known": "as a reader could know by {}",
    "recorded": "as this database held it at {}",
    "event": "of what may have held or happened at {}",
}
"""The clocks, each with what setting it shows."""
_CERTAINLY: Final = "of what certainly held or happened at {}"
AsOf = dict[str, str]
"""The clocks that are set, each with its moment, as the endpoint takes them."""


def in_words(view: AsOf) -> str:
    """`The graph as a reader could know by 10 Nov 2022 23:59 UTC`; empty for the graph as it is."""
    sayings = {**CLOCKS, "event": _CERTAINLY} if view.get("certainty") == "CERTAIN" else CLOCKS
    said = [saying.format(moment(view[clock])) for clock, saying in sayings.items() if clock in view]
    return f"The graph {', '.join(said)}" if said else ""


def moment_of(clock: str, text: str) -> datetime:
    """The moment that a clock is set to; a date is its end, in UTC. Raises InvalidInput in words."""
    try:
        if "T" in text:
            moment = datetime.fromisoformat(text)
            if moment.tzinfo is None:
                raise InvalidInput(f"{clock}={text}: a time of day needs its zone; {clock}={text}Z is UTC")
            return moment.astimezone(UTC)
        end = None if set(text) & set("/~?%") else parse_range(text, Clock(UTC)).max
    except (ValueError, OverflowError):
        end = None
    if end is None:
        raise InvalidInput(
            f"{clock}={text}: {text!r} is no date; write {clock}=2022-11-10 (the end of that day, UTC) "
            f"or {clock}=2022-11-10T18:00+02:00"
        )
    return end
