"""Written dates: their bounds in UTC, the reader's zone with its summer time, and what is refused, in words."""

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.graph.records import Range, Span
from claimgraph.graph.times import Clock, parse_range, parse_span, span

KYIV = ZoneInfo("Europe/Kyiv")
ZONES = st.sampled_from(
    [
        UTC,
        *map(
            ZoneInfo,
            ("Europe/Kyiv", "America/New_York", "America/Havana", "America/Sao_Paulo", "Asia/Kolkata", "Asia/Gaza"),
        ),
    ]
)
DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


def bounds(text: str, zone: tzinfo = KYIV, asserted: Range | None = None) -> tuple[str | None, str | None]:
    """The bounds of a written date as UTC texts without the zone."""
    found = parse_range(text, Clock(zone, asserted or Range()))
    return show(found.min), show(found.max)


def show(moment: datetime | None) -> str | None:
    """`2022-11-11T05:00`, with seconds where there are any."""
    return None if moment is None else f"{moment:%Y-%m-%dT%H:%M:%S}".removesuffix(":00")


def utc(text: str) -> datetime:
    """A moment from its text without a zone."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2022", "2021-12-31T22:00", "2022-12-31T21:59:59"),
        ("2022-11", "2022-10-31T22:00", "2022-11-30T21:59:59"),
        ("2022-11-11", "2022-11-10T22:00", "2022-11-11T21:59:59"),
        ("2022-11-11T05:00", "2022-11-11T03:00", "2022-11-11T03:00"),
        ("2022-11-11T05:00:07", "2022-11-11T03:00:07", "2022-11-11T03:00:07"),
        ("2022-11-11T05:00Z", "2022-11-11T05:00", "2022-11-11T05:00"),
        ("2022-11-11T05:00+05:45", "2022-11-10T23:15", "2022-11-10T23:15"),
        ("2022-11-11?", "2022-11-10T22:00", "2022-11-11T21:59:59"),
        ("2022-11-11~", "2022-11-09T22:00", "2022-11-12T21:59:59"),
        ("2022-11~", "2022-09-30T21:00", "2022-12-31T21:59:59"),
        ("2022%", "2020-12-31T22:00", "2023-12-31T21:59:59"),
        ("2022-11-11T05:00~", "2022-11-11T02:00", "2022-11-11T04:00"),
        ("2020-02-29", "2020-02-28T22:00", "2020-02-29T21:59:59"),
        ("2022-11-10T18:00/2022-11-11T06:00", "2022-11-10T16:00", "2022-11-11T04:00"),
        ("2022-09/2022-11-10", "2022-08-31T21:00", "2022-11-10T21:59:59"),
        ("../2022-11-11", None, "2022-11-11T21:59:59"),
        ("2022-11-11/..", "2022-11-10T22:00", None),
        ("2022-11-11/", "2022-11-10T22:00", None),
    ],
)
def test_a_date_is_any_moment_within_it(text: str, low: str | None, high: str | None) -> None:
    """In the reader's zone, at the precision in which it is written, upper bounds included."""
    assert bounds(text) == (low, high)


@pytest.mark.parametrize(
    ("text", "zone", "low", "high"),
    [
        ("2022-03-27", "Europe/Kyiv", "2022-03-26T22:00", "2022-03-27T20:59:59"),
        ("2022-10-30", "Europe/Kyiv", "2022-10-29T21:00", "2022-10-30T21:59:59"),
        ("2022-10-30T03:30", "Europe/Kyiv", "2022-10-30T00:30", "2022-10-30T01:30"),
        ("2018-02-17", "America/Sao_Paulo", "2018-02-17T02:00", "2018-02-18T02:59:59"),
        ("2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00", "2018-11-05T01:59:59"),
        ("2018-11-04", "America/Havana", "2018-11-04T04:00", "2018-11-05T04:59:59"),
    ],
)
def test_days_are_as_long_as_the_clocks_make_them(text: str, zone: str, low: str, high: str) -> None:
    """23, 24 or 25 hours, even where midnight is skipped or comes twice; an hour that comes twice may be either."""
    assert bounds(text, ZoneInfo(zone)) == (low, high)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "no date"),
        ("..", "no date"),
        ("2022-11-11 ", "no date"),
        ("2022-11-11\n", "no date"),
        ("2022\0", "no date"),
        ("22-11-11", "no date"),
        ("11 November 2022", "no date"),
        ("٢٠٢٢", "no date"),
        ("２０２２-11", "no date"),
        ("2022-11-11t05:00", "no date"),
        ("2022-11-11T05", "no date"),
        ("2022-11-11T05:00+25:00", "no date"),
        ("2022-11-11T05:00+02:99", "no date"),
        ("2022-00", "month must be"),
        ("2022-13", "month must be"),
        ("2022-11-00", "day"),
        ("2022-02-30", "day"),
        ("2022-11-11T24:00", "hour must be"),
        ("2016-12-31T23:59:60Z", "second must be"),
        ("0000", "year 0"),
        ("0001", "years 0002 to 9998"),
        ("9999", "years 0002 to 9998"),
        ("9998~", "years 0002 to 9998"),
        ("9999-12-31T23:59-05:00", "years 0002 to 9998"),
        ("2022-03-27T03:30", "the clocks of Europe/Kyiv leave it out"),
        ("/", "no date on either side"),
        ("../..", "no date on either side"),
        ("2022/2021", "ends before it begins"),
        ("2022/2023/2024", "'2023/2024' is no date"),
        ("asserted", "needs `asserted`"),
        ("asserted+P7D", "needs `asserted`"),
        ("asserted+P", "no date|names no length|needs"),
    ],
)
def test_a_bad_date_is_an_error_in_words(text: str, complaint: str) -> None:
    """Never null, never another date than the one that was written."""
    with pytest.raises(ValueError, match=complaint):
        bounds(text)
    with pytest.raises(ValueError, match=complaint.replace("ends before it begins", "before it begins")):
        parse_span(text, Clock(KYIV))


ASSERTED = Range(utc("2022-11-10T16:00"), utc("2022-11-11T04:00"))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("asserted", "2022-11-10T16:00", "2022-11-11T04:00"),
        ("asserted+P7D", "2022-11-17T16:00", "2022-11-18T04:00"),
        ("asserted+P1W", "2022-11-17T16:00", "2022-11-18T04:00"),
        ("asserted-P1M", "2022-10-10T15:00", "2022-10-11T03:00"),
        ("asserted+P1Y2M3DT4H5M", "2024-01-13T20:05", "2024-01-14T08:05"),
        ("asserted+PT6H", "2022-11-10T22:00", "2022-11-11T10:00"),
        ("asserted+P7D/..", "2022-11-17T16:00", None),
        ("../asserted", None, "2022-11-11T04:00"),
    ],
)
def test_a_date_can_lean_on_the_assertion(text: str, low: str | None, high: str | None) -> None:
    """Its earliest for the lower bound, its latest for the upper; days and months by the reader's calendar."""
    assert bounds(text, asserted=ASSERTED) == (low, high)


def test_a_month_after_a_month_is_the_next_one() -> None:
    """Counted in the reader's zone: in UTC the first of March in Kyiv is still February, and shorter."""
    march = parse_range("2022-03-01", Clock(KYIV))
    assert bounds("asserted+P1M", asserted=march) == bounds("2022-04-01")
    assert bounds("asserted+P1M", asserted=parse_range("2022-01-31", Clock(KYIV))) == bounds("2022-02-28")


@pytest.mark.parametrize(
    "text", ["asserted+P0D", "asserted+P", "asserted-PT", "asserted+P99999999999D", "asserted+P999999999W"]
)
def test_a_length_has_bounds_too(text: str) -> None:
    """None at all, or more than the calendar holds, is an error in words."""
    with pytest.raises(ValueError, match=r"names no length|no date|years 0002 to 9998"):
        bounds(text, asserted=ASSERTED)


@given(st.sampled_from("+-"), st.integers(0, 10**12), st.sampled_from(["Y", "M", "W", "D"]))
def test_no_length_raises_anything_but_value_error(sign: str, amount: int, unit: str) -> None:
    """However long."""
    try:
        found = parse_range(f"asserted{sign}P{amount}{unit}", Clock(KYIV, ASSERTED))
    except ValueError:
        return
    assert found.min
    assert found.max
    assert found.min <= found.max


@given(st.text(alphabet="0123456789-T:+Z~?%/.asertdPYMWDH ", max_size=30))
def test_no_text_raises_anything_but_value_error(text: str) -> None:
    """And whatever is read as a date has its bounds in order."""
    try:
        found = parse_range(text, Clock(KYIV, ASSERTED))
    except ValueError:
        return
    assert found.min is None or found.max is None or found.min <= found.max


@given(DAYS, ZONES)
def test_every_precision_keeps_its_width(day: date, zone: tzinfo) -> None:
    """Days, months and years follow each other without a gap and without meeting, and hold what they are made of."""
    year, month, whole = (parse_range(text, Clock(zone)) for text in (f"{day:%Y}", f"{day:%Y-%m}", f"{day:%Y-%m-%d}"))
    following = parse_range(f"{day + timedelta(days=1):%Y-%m-%d}", Clock(zone))
    assert whole.max
    assert following.min == whole.max + timedelta(seconds=1)
    for inner, outer in ((whole, month), (month, year)):
        assert outer.min
        assert outer.max
        assert inner.min
        assert inner.max
        assert outer.min <= inner.min < inner.max <= outer.max
    last = monthrange(day.year, day.month)[1]
    assert parse_range(f"{day:%Y-%m}-01/{day:%Y-%m}-{last}", Clock(zone)) == month


@given(DAYS, ZONES, st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]))
def test_about_is_wider_on_both_sides(day: date, zone: tzinfo, precision: str) -> None:
    """By one unit of the date's own precision."""
    exact, about = (parse_range(day.strftime(precision) + mark, Clock(zone)) for mark in ("", "~"))
    assert exact.min
    assert exact.max
    assert about.min
    assert about.max
    assert exact.min - about.min >= timedelta(hours=23)
    assert about.max - exact.max >= timedelta(hours=23)


def test_an_event_has_a_range_for_each_side() -> None:
    """A begins and ends within A; A/B begins within A and ends within B; an open side is unknown."""
    day = Range(utc("2022-11-10T22:00"), utc("2022-11-11T21:59:59"))
    clock = Clock(KYIV)
    assert parse_span("2022-11-11", clock) == Span(day.min, day.max, day.min, day.max, "2022-11-11")
    assert parse_span("2022-11-11/..", clock) == Span(day.min, day.max, edtf="2022-11-11/..")
    assert parse_span("../2022-11-11", clock) == Span(None, None, day.min, day.max, "../2022-11-11")
    assert span(Range(), Range(None, day.max)) == Span(end_max=day.max)


def test_an_event_can_not_end_before_it_begins() -> None:
    """Unless its ranges leave room for the other order."""
    early, late = (parse_range(text, Clock(KYIV)) for text in ("2022-11-10", "2022-11-11"))
    with pytest.raises(ValueError, match="before it begins"):
        span(late, early)
    assert span(Range(early.min, late.max), early).end_max == early.max
