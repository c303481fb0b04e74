"""Scales: where figures and moments stand on a common axis, and which of them it names."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from ...graph.words import number_in_words

_MARGIN: Final = 4.0
"""Percent of the axis left free at either end, where what has no bound goes on."""
_TICKS: Final = 5
_WIDE: Final = 200.0
"""From this ratio of the largest figure to the smallest one on, the axis is logarithmic."""
_MINUTES: Final = (1, 5, 15, 30, 60, 120, 180, 360, 720, 1_440, 2_880, 4_320, 10_080, 20_160)
_MONTHS: Final = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000)
_DAYS_OF_MONTH: Final = 30.44


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis that is named: "50 % from the left, 20,000"."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis: where a number stands on it, in percent from the left, and the ticks."""

    place: Callable[[float], float]
    ticks: tuple[Tick, ...]
    is_logarithmic: bool = False


def scale_of_figures(figures: Iterable[float]) -> Scale:
    """An axis for these figures, of which there is at least one; logarithmic where they differ by far."""
    known = sorted(set(figures))
    positive = [figure for figure in known if figure > 0]
    if known[0] >= 0 and len(positive) > 1 and positive[-1] / positive[0] > _WIDE:
        return _logarithmic(positive[0], positive[-1])
    low, high = known[0], known[-1]
    if low == high:
        low, high = min(0.0, 2 * low), max(1.0 if low == 0 else 0.0, 2 * high)
    place = _linear(low, high)
    ticks = tuple(Tick(place(figure), number_in_words(figure)) for figure in _round_figures(low, high))
    return Scale(place, ticks)


def scale_of_moments(moments: Iterable[float]) -> Scale:
    """An axis for these moments, in seconds since 1970, of which there is at least one."""
    known = sorted(moments)
    low, high = known[0], known[-1]
    if high - low < 1:
        low, high = low - 43_200, high + 43_200
    place = _linear(low, high)
    ticks = _distinct([Tick(place(at.timestamp()), label) for at, label in _round_moments(low, high)])
    return Scale(place, ticks)


def _linear(low: float, high: float) -> Callable[[float], float]:
    def place(number: float) -> float:
        return _percent((number - low) / (high - low))

    return place


def _logarithmic(least: float, most: float) -> Scale:
    """Zero has a place of its own at the left, one power of ten below the least figure."""
    first, last = math.floor(math.log10(least)), math.ceil(math.log10(most))

    def place(number: float) -> float:
        power = math.log10(number) if number > 0 else first - 1
        return _percent((max(power, first - 1) - (first - 1)) / (last - (first - 1)))

    powers = range(first, last + 1, math.ceil((last - first + 1) / _TICKS))
    ticks = [Tick(place(0), "0"), *(Tick(place(10.0**power), number_in_words(10.0**power)) for power in powers)]
    return Scale(place, tuple(ticks), is_logarithmic=True)


def _percent(part: float) -> float:
    return round(_MARGIN + min(max(part, 0.0), 1.0) * (100 - 2 * _MARGIN), 2)


def _round_figures(low: float, high: float) -> Iterator[float]:
    raw = (high - low) / _TICKS
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= raw)
    for number in range(math.ceil(low / step), math.floor(high / step) + 1):
        yield number * step


def _round_moments(low: float, high: float) -> Iterator[tuple[datetime, str]]:
    minutes = (high - low) / 60
    step = next((each for each in _MINUTES if minutes / each <= _TICKS), None)
    if step is not None:
        yield from _by_minutes(low, high, step)
        return
    months = minutes / 1_440 / _DAYS_OF_MONTH
    yield from _by_months(low, high, next((each for each in _MONTHS if months / each <= _TICKS), _MONTHS[-1]))


def _by_minutes(low: float, high: float, step: int) -> Iterator[tuple[datetime, str]]:
    at = _moment(low).replace(hour=0, minute=0, second=0, microsecond=0)
    while at.timestamp() <= high:
        if at.timestamp() >= low:
            yield at, f"{at.day} {at:%b}" if at.hour == at.minute == 0 else f"{at:%H:%M}"
        at += timedelta(minutes=step)


def _by_months(low: float, high: float, step: int) -> Iterator[tuple[datetime, str]]:
    first, last = _moment(low), _moment(high)
    for month in range(first.year * 12 // step * step, last.year * 12 + last.month, step):
        year, nth = divmod(month, 12)
        at = datetime(max(year, 1), nth + 1, 1, tzinfo=UTC)
        if first <= at <= last:
            yield at, f"{at.year}" if nth == 0 else f"{at:%b %Y}"


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _distinct(ticks: Sequence[Tick]) -> tuple[Tick, ...]:
    """As many as there is room for."""
    every = math.ceil(len(ticks) / (2 * _TICKS)) or 1
    return tuple(ticks[::every])
