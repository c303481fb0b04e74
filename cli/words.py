"""Values and times of claims in words, as a board shows them."""

from datetime import datetime
from typing import Any


def value_in_words(value: dict[str, Any] | None) -> str:
    """`about 40,000 person`, `more than 0 item`, `up to 20,000 person (“huge losses”)`; empty without a value."""
    if value is None:
        return ""
    if value["kind"]:
        return "said to be unknown" if value["kind"] == "UNKNOWN" else "said to have none"
    if value["text"] is not None:
        return str(value["text"])
    figure = " ".join(word for word in ("about" if value["approximate"] else "", _bounds(value), value["unit"]) if word)
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


def said_at(asserted: dict[str, str | None] | None) -> str:
    """When it was said, UTC: `10 Nov 2022 16:00 to 11 Nov 04:00`; empty where the source gives no time."""
    if asserted is None:
        return ""
    low, high = (datetime.fromisoformat(text) if text else None for text in (asserted["min"], asserted["max"]))
    if low is None or high is None:
        return f"by {_moment(high)}" if high else f"from {_moment(low)}"
    if low == high:
        return _moment(low)
    return f"{_moment(low)} to {high:%H:%M}" if low.date() == high.date() else f"{_moment(low)} to {high:%d %b %H:%M}"


def _moment(moment: datetime | None) -> str:
    return f"{moment:%d %b %Y %H:%M}" if moment else ""
