"""Wikidata's times: `+1952-10-07T00:00:00Z`, a precision beside it; months and days may be `00`, years negative."""

from __future__ import annotations

import re
from datetime import UTC
from typing import Any, NamedTuple

from ...graph.records import Range
from ...graph.times import Clock, parse_range

_TIME = re.compile(r"([+-])(\d{1,16})-(\d\d)-(\d\d)T\d\d:\d\d:\d\dZ")
_CLOCK = Clock(UTC)
_FINEST = 14
_DAY, _MONTH, _YEAR, _DECADE, _CENTURY, _MILLENNIUM = 11, 10, 9, 8, 7, 6
_LONG = {_DECADE: 10, _CENTURY: 100, _MILLENNIUM: 1000}
_LATEST = 9998
"""Years beyond it, or before the first, have no bounds here; what was written stays."""


class Moment(NamedTuple):
    """A time as written for people, and its bounds where the calendar here reaches it."""

    text: str
    within: Range


def moment(value: Any) -> Moment:  # noqa: ANN401 - what a file holds is what this finds out
    """A time value. Raises ValueError with what is wrong with it."""
    if not isinstance(value, dict) or not isinstance(value.get("time"), str):
        raise ValueError("has no `time`")  # noqa: TRY004 - the file is wrong, not the program
    found = _TIME.fullmatch(value["time"])
    if not found:
        raise ValueError(f"'{value['time'][:60]}' is no time such as +1952-10-07T00:00:00Z")
    precision = value.get("precision")
    if not isinstance(precision, int) or isinstance(precision, bool) or not 0 <= precision <= _FINEST:
        raise ValueError(f"'{precision}' is no precision (0 to {_FINEST})")
    sign, year, month, day = found[1], int(found[2]), int(found[3]), int(found[4])
    if precision >= _DAY and not (month and day):
        precision = _MONTH if month else _YEAR
    elif precision == _MONTH and not month:
        precision = _YEAR
    return _moment(-year if sign == "-" else year, month, day, precision)


def _moment(year: int, month: int, day: int, precision: int) -> Moment:
    reachable = 1 <= year <= _LATEST
    if precision >= _MONTH:
        text = f"{year:04}-{month:02}" + (f"-{day:02}" if precision >= _DAY else "")
    elif precision == _YEAR:
        text = f"{year:04}"
    elif precision in _LONG and reachable:
        # Wikidata's centuries and millennia count from the year 1, its decades from the nought.
        length = _LONG[precision]
        first = year // 10 * 10 if precision == _DECADE else (year - 1) // length * length + 1
        last = min(first + length - 1, _LATEST)
        return Moment(f"{first:04}/{last:04}", parse_range(f"{max(first, 1):04}/{last:04}", _CLOCK))
    else:
        return Moment(f"about the year {year} (precision {precision})", Range())
    if reachable:
        return Moment(text, parse_range(text, _CLOCK))
    if year == 0:
        raise ValueError("there is no year 0 in Wikidata's calendar")
    _check_calendar(month, day)
    return Moment(text, Range())


def _check_calendar(month: int, day: int) -> None:
    """For years that the calendar here does not reach, with the longest February. Raises ValueError."""
    if month or day:
        parse_range(f"2000-{month:02}" + (f"-{day:02}" if day else ""), _CLOCK)
