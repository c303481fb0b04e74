"""Dates as people write them, in EDTF, to the bounds that the graph keeps.

`2022-11` is any moment of that November in the reader's zone, never its first day; a time of day is that moment. `~`
(about) widens a date by one unit of its own precision on either side, a time of day by an hour. Everything comes out in
UTC; upper bounds are inclusive, to the second.
Source of the notation: EDTF (ISO 8601-2), levels 0 and 1, less seasons and years beyond four digits; a time of day may
leave the seconds out. On top of it `asserted+P7D`: a date relative to when the claimant spoke, counted on the reader's
calendar.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, UTC, datetime, timedelta, tzinfo

from .records import Range, Span

_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?"
    r"(?P<zone>Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?)?)?(?P<about>[~?%]?)",
    re.ASCII,
)
_RELATIVE = re.compile(
    r"asserted(?:(?P<sign>[+-])P(?:(?P<years>\d{1,9})Y)?(?:(?P<months>\d{1,9})M)?(?:(?P<weeks>\d{1,9})W)?"
    r"(?:(?P<days>\d{1,9})D)?(?:T(?:(?P<hours>\d{1,9})H)?(?:(?P<minutes>\d{1,9})M)?)?)?",
    re.ASCII,
)
_OPEN = ("", "..")
_ABOUT = ("~", "%")
_SECOND = timedelta(seconds=1)
_HOUR = timedelta(hours=1)
_MONTHS = 12
_STEPS = ((_MONTHS, 0), (1, 0), (0, 1))
"""(months, days) to the end of a year, a month, a day."""


@dataclass(frozen=True, slots=True)
class Clock:
    """What a written date leans on: the zone of those without one, and when the claimant spoke."""

    zone: tzinfo
    asserted: Range = field(default_factory=Range)


def parse_range(text: str, clock: Clock) -> Range:
    """One moment's bounds: within a date, or `A/B`, between the beginning of A and the end of B.

    Raises ValueError in words.
    """
    begin, end = _sides(text, clock)
    if begin.min and end.max and begin.min > end.max:
        message = f"'{text}' ends before it begins"
        raise ValueError(message)
    return Range(begin.min, end.max)


def parse_span(text: str, clock: Clock) -> Span:
    """An event's bounds: `A` begins and ends within A, `A/B` begins within A and ends within B.

    Raises ValueError in words.
    """
    return span(*_sides(text, clock), edtf=text)


def span(begin: Range, end: Range, edtf: str | None = None) -> Span:
    """An event from the bounds of its two sides. Raises ValueError when it would have to end before it begins."""
    if begin.min and end.max and begin.min > end.max:
        last, first = (f"{moment:%Y-%m-%d %H:%M} UTC" for moment in (end.max, begin.min))
        message = f"it ends ({last} at the latest) before it begins ({first})"
        raise ValueError(message)
    return Span(begin.min, begin.max, end.min, end.max, edtf)


def _sides(text: str, clock: Clock) -> tuple[Range, Range]:
    first, slash, last = text.partition("/")
    if not slash:
        moment = _moment(text, clock)
        return moment, moment
    if first in _OPEN and last in _OPEN:
        message = f"'{text}' gives no date on either side; write one, or leave it out"
        raise ValueError(message)
    begin, end = (Range() if side in _OPEN else _moment(side, clock) for side in (first, last))
    return begin, end


def _moment(text: str, clock: Clock) -> Range:
    relative, date = _RELATIVE.fullmatch(text), _DATE.fullmatch(text)
    try:
        if relative:
            return _shifted(relative, clock)
        if date:
            return _within(date, clock.zone)
    except OverflowError:
        message = f"'{text}' is too far away; only the years 0002 to 9998 are kept"
        raise ValueError(message) from None
    message = (
        f"'{text}' is no date; write 2022, 2022-11, 2022-11-11, 2022-11-11T05:00 (with +02:00 or Z for another zone), "
        "'~' behind it for about, '..' for an open side, A/B for a range, or asserted+P7D"
    )
    raise ValueError(message)


def _within(date: re.Match[str], zone: tzinfo) -> Range:
    try:
        bounds = _time(date, zone) if date["hour"] else _day(date, zone)
    except ValueError as error:
        message = f"'{date[0]}' is no date: {error}"
        raise ValueError(message) from None
    if bounds.min and bounds.max and bounds.min > bounds.max:
        message = f"'{date[0]}' is no date: the clocks of {zone} leave it out"
        raise ValueError(message)
    return bounds


def _day(date: re.Match[str], zone: tzinfo) -> Range:
    """A day, a month or a year: up to the second before the next one begins."""
    written = [int(date[part]) for part in ("year", "month", "day") if date[part]]
    year, month, day = (*written, 1, 1)[:3]
    months, days = _STEPS[len(written) - 1]
    begin = datetime(year, month, day, tzinfo=zone)
    end = _later(begin, months, days)
    if date["about"] in _ABOUT:
        begin, end = _later(begin, -months, -days), _later(end, months, days)
    return Range(begin.astimezone(UTC), end.astimezone(UTC) - _SECOND)


def _time(date: re.Match[str], zone: tzinfo) -> Range:
    """A time of day. When the clocks are put back, one that comes twice may be either."""
    year, month, day = (int(date[part]) for part in ("year", "month", "day"))
    hour, minute, second = (int(date[part] or 0) for part in ("hour", "minute", "second"))
    moment = datetime(year, month, day, hour, minute, second, tzinfo=zone)
    if date["zone"]:
        moment = datetime.fromisoformat(moment.replace(tzinfo=None).isoformat() + date["zone"])
    pad = _HOUR if date["about"] in _ABOUT else timedelta()
    first, last = (moment.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    return Range(first - pad, last + pad)


def _shifted(relative: re.Match[str], clock: Clock) -> Range:
    if clock.asserted == Range():
        message = f"'{relative[0]}' needs `asserted`, and the claim gives none"
        raise ValueError(message)
    amount = {name: int(number) for name, number in relative.groupdict(default="0").items() if name != "sign"}
    if relative["sign"] and not any(amount.values()):
        message = f"'{relative[0]}' names no length; write asserted+P7D, asserted-P1M, asserted+PT6H"
        raise ValueError(message)
    sign = -1 if relative["sign"] == "-" else 1
    months = sign * (amount["years"] * _MONTHS + amount["months"])
    days = sign * (amount["weeks"] * 7 + amount["days"])
    rest = sign * timedelta(hours=amount["hours"], minutes=amount["minutes"])
    low, high = (
        bound and _later(bound.astimezone(clock.zone), months, days).astimezone(UTC) + rest
        for bound in (clock.asserted.min, clock.asserted.max)
    )
    return Range(low, high)


def _later(moment: datetime, months: int, days: int = 0) -> datetime:
    """So many months and days on, by the calendar; the 31st becomes a shorter month's last day."""
    year, month = divmod(moment.year * _MONTHS + moment.month - 1 + months, _MONTHS)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError
    day = min(moment.day, calendar.monthrange(year, month + 1)[1])
    return moment.replace(year=year, month=month + 1, day=day) + timedelta(days=days)
