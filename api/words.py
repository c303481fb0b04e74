"""Values, times and manners of claims in words, as a board shows them."""

from datetime import datetime
from typing import Any

from ..graph.vocabulary import shared_vocabulary
from ..graph.words import figure_in_words, moment_in_words, moments_in_words, unit_in_words

Bounds = dict[str, str | None]


def value_in_words(value: dict[str, Any] | None) -> str:
    """`about 40,000 people`, `more than 0 items (“huge losses”)`, `up to 55 km`; empty without a value."""
    if value is None:
        return ""
    if value["kind"]:
        return "said to be unknown" if value["kind"] == "UNKNOWN" else "said to have none"
    if value["text"] is not None:
        return str(value["text"])
    low, high = value["low"], value["high"]
    figure = figure_in_words(
        low, high, low_open=value["lowOpen"], high_open=value["highOpen"], approximate=value["approximate"]
    )
    unit = unit_in_words(value["unit"], shared_vocabulary().counts, one=low == high == 1)
    said = f"{figure} {unit}".strip()
    return f"{said} (“{value['wording']}”)" if value["wording"] else said


def manner(claim: dict[str, Any]) -> str:
    """How a claim is meant where it is no plain assertion: `predicted`, `probable, denial`; else empty."""
    how = [claim["modality"].lower()] if claim["modality"] != "ASSERTED" else []
    return ", ".join([*how, "denial"] if claim["polarity"] == "DENY" else how)


def said_at(asserted: Bounds | None) -> str:
    """When it was said, UTC: `said 10 Nov 2022 16:00 to 11 Nov 04:00`; empty where the source gives no time."""
    return f"said {between(asserted['min'], asserted['max'])}" if asserted else ""


def happens_at(event: Bounds | None, asserted: Bounds | None) -> str:
    """When what is said happens or holds, UTC: `ends by 11 Nov 2022 03:00`; empty for what holds as it is said."""
    if event is None or (asserted and (event["startMax"], event["endMin"]) == (asserted["max"], asserted["min"])):
        return ""
    begin, end = (event["startMin"], event["startMax"]), (event["endMin"], event["endMax"])
    if begin == end:
        return f"at {between(*begin, 'not before')}"
    sides = (("begins", begin), ("ends", end))
    return ", ".join(f"{verb} {between(*side, 'not before')}" for verb, side in sides if any(side))


def between(first: str | None, last: str | None, after: str = "from") -> str:
    """Two moments of an answer as the bounds of one: `10 Nov 2022 16:00 to 11 Nov 04:00`."""
    return moments_in_words(_seconds(first), _seconds(last), after)


def moment(iso: str | None) -> str:
    """`11 Nov 2022 03:00 UTC` for a moment of an answer; empty for none."""
    return f"{moment_in_words(_seconds(iso))} UTC" if iso else ""


def _seconds(iso: str | None) -> int | None:
    # Without its fraction, which in the last second of the last year would round up to a year that there is not.
    return None if iso is None else int(datetime.fromisoformat(iso).replace(microsecond=0).timestamp())
