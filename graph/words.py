"""Figures and moments in words, as boards, labels and reasons show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

_THOUSAND = 1_000


def figure_in_words(
    low: float | None, high: float | None, *, low_open: bool, high_open: bool, approximate: bool
) -> str:
    """`40,000`, `about 40,000`, `up to 20,000`, `more than 0`, `30 to 35`."""
    said = _bounds(low, high, low_open, high_open)
    return f"about {said}" if approximate else said


def number_in_words(number: float) -> str:
    """`40,000`, `48.28`: four digits where it is no whole number."""
    return f"{number:,.0f}" if abs(number) >= _THOUSAND or number == round(number) else f"{number:.4g}"


def moment_in_words(seconds: int | None) -> str:
    """`11 Nov 2022 03:00`, in UTC; empty for None."""
    if seconds is None:
        return ""
    moment = datetime.fromtimestamp(seconds, UTC)
    return f"{moment.day} {moment:%b %Y %H:%M}"


def plural(unit: str | None, counts: Mapping[str, tuple[str, ...]]) -> str:
    """A unit's word for several: `people` for `person`; a physical one as it is."""
    words = counts.get(unit or "")
    return words[0] if words else unit or ""


def listed(phrases: Iterable[str], most: int) -> str:
    """The phrases, each once, with semicolons between; past `most`, how many more there are."""
    every = list(dict.fromkeys(phrases))
    left = len(every) - most
    return "; ".join(every[:most]) + (f"; and {left} more" if left > 0 else "")


def _bounds(low: float | None, high: float | None, low_open: bool, high_open: bool) -> str:  # noqa: FBT001
    if low is None:
        return f"{'less than' if high_open else 'up to'} {number_in_words(high or 0.0)}"
    if high is None:
        return f"{'more than' if low_open else 'at least'} {number_in_words(low)}"
    return number_in_words(low) if low == high else f"{number_in_words(low)} to {number_in_words(high)}"
