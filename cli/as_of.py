"""`--as-of known=2022-11-10`: the graph as of other moments, as a person writes them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ..api.as_of import CLOCKS, AsOf, moment_of
from ..graph.errors import InvalidInput
from ..graph.vocabulary import nearest

HELP: Final = (
    "Show the graph as of other moments: known=DATE (what a reader could know by then), recorded=DATE (what this "
    "database held then), event=DATE (what may have held or happened then). DATE is 2022-11-10, the end of that day in "
    "UTC, or a moment with its zone, 2022-11-10T18:00+02:00. Several: again, or with commas."
)


def parse_as_of(words: Iterable[str]) -> AsOf:
    """The clocks that `--as-of` sets. Raises InvalidInput in words."""
    view: AsOf = {}
    for word in (part.strip() for each in words for part in each.split(",")):
        clock, given, text = word.partition("=")
        if not given:
            wrong = "gives no moment" if clock in CLOCKS else "names no clock"
            raise InvalidInput(f"--as-of {word!r} {wrong}; write known=2022-11-10, recorded=… or event=…")
        if clock not in CLOCKS:
            hint = nearest(clock, CLOCKS) or "; write known=…, recorded=… or event=…"
            raise InvalidInput(f"--as-of {word!r}: there is no clock {clock!r}{hint}")
        if clock in view:
            raise InvalidInput(f"--as-of: {clock} is given twice; one moment for each clock")
        try:
            view[clock] = moment_of(clock, text).isoformat()
        except InvalidInput as error:
            raise InvalidInput(f"--as-of {error}") from None
    return view
