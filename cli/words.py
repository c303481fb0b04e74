"""Values and times of claims in words, as a board shows them."""

from datetime import datetime
from typing import Any

from ..graph.vocabulary import shared_vocabulary

Bounds = dict[str, str | None]
_PLURALS = {name: words[0] for name, words in shared_vocabulary().counts.items()}


def value_in_words(value: dict[str, Any] | None) -> str:
    """`about 40,000 people`, `more than 0 items (“huge losses”)`, `up to 55 km`; empty without a value."""
    if value is None:
        return ""
    if value["kind"]:
        return "said to be unknown" if value["kind"] == "UNKNOWN" else "said to have none"
    if value["text"] is not None:
        return str(value["text"])
    unit = _PLURALS.get(value["unit"], value["unit"])
    figure = " ".join(word for word in ("about" if value["approximate"] else "", _bounds(value), unit) if word)
    return f"{figure} (“{value['wording']}”)" if value["wording"] else figure


def _bounds(value: dict[str, Any]) -> str:
    low, high = value["low"], value["high"]
    if low is None:
        return f"{'less than' if value['highOpen'] else 'up to'} {_number(high)}"
    if high is None:
        return f"{'more than' if value['lowOpen'] else 'at least'} {_number(low)}"
    return _number(low) if low == high else f"{_number(low)} to {_number(high)}"


def _number(number: float) -> str:
    return f"{number:,.0f}" if number == round(number) else f"{number:,.6g}"


def said_at(asserted: Bounds | None) -> str:
    """When it was said, UTC: `said 10 Nov 2022 16:00 to 11 Nov 04:00`; empty where the source gives no time."""
    return f"said {_range(asserted['min'], asserted['max'], 'from')}" if asserted else ""


def happens_at(event: Bounds | None, asserted: Bounds | None) -> str:
    """When what is said happens or holds, UTC: `ends by 11 Nov 2022 03:00`; empty for what holds as it is said."""
    if event is None or (asserted and (event["startMax"], event["endMin"]) == (asserted["max"], asserted["min"])):
        return ""
    begin, end = (event["startMin"], event["startMax"]), (event["endMin"], event["endMax"])
    if begin == end:
        return f"at {_range(*begin, 'not before')}"
    sides = (("begins", begin), ("ends", end))
    return ", ".join(f"{verb} {_range(*side, 'not before')}" for verb, side in sides if any(side))


def _range(low: str | None, high: str | None, after: str) -> str:
    first, last = (datetime.fromisoformat(text) if text else None for text in (low, high))
    if first is None or last is None:
        return f"by {_moment(last)}" if last else f"{after} {_moment(first)}"
    if first == last:
        return _moment(first)
    return (
        f"{_moment(first)} to {last:%H:%M}"
        if first.date() == last.date()
        else f"{_moment(first)} to {last:%d %b %H:%M}"
    )


def _moment(moment: datetime | None) -> str:
    return f"{moment:%d %b %Y %H:%M}" if moment else ""
