"""Figures and moments in words, as boards, labels and reasons show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

_THOUSAND = 1_000
_SPELT = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "mile", "acre", "hectare", "tonne"})
"""Physical units that are words, and so have a plural."""


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


def moments_in_words(first: int | None, last: int | None, after: str = "from") -> str:
    """`10 Nov 2022 16:00 to 11 Nov 04:00`, `by 11 Nov 2022 03:00`; with nothing but a first one, `after` and that."""
    if first is None or last is None or first == last:
        said = moment_in_words(last if first is None else first)
        return said if first == last else f"{'by' if first is None else after} {said}"
    begin, end = (datetime.fromtimestamp(seconds, UTC) for seconds in (first, last))
    if begin.date() == end.date():
        return f"{moment_in_words(first)} to {end:%H:%M}"
    if begin.year == end.year:
        return f"{moment_in_words(first)} to {end.day} {end:%b %H:%M}"
    return f"{moment_in_words(first)} to {moment_in_words(last)}"


def counted(number: int, noun: str) -> str:
    """`1 claim`, `1,200 claims`, `2 entities`."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun.removesuffix('y') + 'ies' if noun.endswith('y') else noun + 's'}"


def unit_in_words(unit: str | None, counts: Mapping[str, tuple[str, ...]], *, one: bool = False) -> str:
    """A unit's word for several: `people` for `person`, `days`, `km`; for `one`, the unit as it is."""
    if unit is None or one:
        return unit or ""
    if unit in _SPELT:
        return f"{unit}s"
    return counts[unit][0] if counts.get(unit) else unit


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
