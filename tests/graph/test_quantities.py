"""Written figures: their bounds and units, and what is refused, in words."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.graph.quantities import Quantity, is_unit, parse_quantity, to_unit
from claimgraph.graph.vocabulary import shared_vocabulary

COUNTS = shared_vocabulary().count_names


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("40000", Quantity(40_000, 40_000)),
        ("0", Quantity(0, 0)),
        ("7.5", Quantity(7.5, 7.5)),
        ("-5..-3", Quantity(-5, -3)),
        ("~40000", Quantity(40_000, 40_000, approximate=True)),
        ("..20000", Quantity(None, 20_000)),
        ("<=20000", Quantity(None, 20_000)),
        ("~..20000", Quantity(None, 20_000, approximate=True)),
        ("7..", Quantity(7, None)),
        (">= 7", Quantity(7, None)),
        (">0", Quantity(0, None, low_open=True)),
        ("<5", Quantity(None, 5, high_open=True)),
        ("30..35", Quantity(30, 35)),
        ("30 .. 35", Quantity(30, 35)),
        ("30..30", Quantity(30, 30)),
        ("30 mile", Quantity(30, 30, unit="mile")),
        ("..2.5 km ** 2", Quantity(None, 2.5, unit="km ** 2")),
        (" 1 armoured vehicle\n", Quantity(1, 1, unit="armoured vehicle")),
        ("5\xa0км", Quantity(5, 5, unit="км")),
        ("5 %", Quantity(5, 5, unit="%")),
    ],
)
def test_a_figure_has_bounds(text: str, quantity: Quantity) -> None:
    """An absent bound stays absent, and an open one leaves its own figure out."""
    assert parse_quantity(text) == quantity


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "..", "~", "many", ".5", "5.", "5km", "1,000", "1e5", "1e400", "inf", "nan", "٤٠", "４０", "²"),
        *("40 000", "40\u202f000", "30-35", "30 - 35", "12 34", "--5", "1...5", "..5..", "5 \0", "5 -km", "5 (km)"),
        *("5..3", "9" * 400, "1000000000000001", "5 " + "m" * 41, "0x10", "1_000"),
    ],
)
def test_a_bad_figure_is_an_error_in_words(text: str) -> None:
    """Never a part of what was written: forty thousand with a space is not forty."""
    with pytest.raises(ValueError, match=r"is no quantity|from the larger|largest figure"):
        parse_quantity(text)


def test_the_advice_for_a_range_can_be_followed() -> None:
    """It repeats the figures as they were written, however long."""
    with pytest.raises(ValueError, match=r"write 1234567\.\.12345678$"):
        parse_quantity("12345678..1234567")


@given(st.text(alphabet="0123456789.~<>=- km*²/%", max_size=20))
def test_no_text_raises_anything_but_value_error(text: str) -> None:
    """And whatever is read as a quantity has bounds that are finite and in order."""
    try:
        found = parse_quantity(text)
    except ValueError:
        return
    figures = [bound for bound in (found.low, found.high) if bound is not None]
    assert figures
    assert figures == sorted(figures)
    assert all(math.isfinite(figure) and math.copysign(1, figure or 1) == 1 for figure in figures if figure >= 0)


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("30 mile", "km", 48.28032, 48.28032),
        ("30..35 miles", "km", 48.28032, 56.32704),
        ("..20 mile", "km", None, 32.18688),
        ("66000 mile**2", "km²", 170939.215282, 170939.215282),
        ("66000 square mile", "km²", 170939.215282, 170939.215282),
        ("66000 mile ** 2", "km²", 170939.215282, 170939.215282),
        ("100 hectare", "km²", 1, 1),
        ("0.3 km", "m", 300, 300),
        ("1 week", "day", 7, 7),
        ("36 km/h", "m/s", 10, 10),
        ("-40 °C", "degF", -40, -40),
        ("5 %", "dimensionless", 0.05, 0.05),
        ("40000 troops", "person", 40_000, 40_000),
        ("40000", "person", 40_000, 40_000),
        ("40000 person", "person", 40_000, 40_000),
        ("123456789012345", "person", 123456789012345, 123456789012345),
        ("-0 mile", "km", 0, 0),
    ],
)
def test_units_convert(text: str, unit: str, low: float | None, high: float | None) -> None:
    """Physical ones by what they measure, counted things among the words for them; a bare figure is in the unit."""
    converted = to_unit(parse_quantity(text), unit, COUNTS)
    assert (converted.low, converted.high, converted.unit) == (low, high, unit)


def test_one_figure_in_two_units_is_one_figure() -> None:
    """To the last bit, since ids rest on it; openness and approximation stay."""
    assert to_unit(parse_quantity("~>30 mile"), "km", COUNTS) == to_unit(parse_quantity("~>48.28032"), "km", COUNTS)


@pytest.mark.parametrize(
    ("text", "unit", "complaint"),
    [
        ("5 day", "km", "does not measure what"),
        ("5 m", "km²", "does not measure what"),
        ("5 dimensionless", "km", "does not measure what"),
        ("5 men", "km", "does not count or measure"),
        ("5 km", "person", "does not count or measure"),
        ("5 villages", "person", "does not count or measure"),
        ("5 smoot_of_mine", "km", "is no unit"),
        ("5 кілометр", "km", "is no unit"),
        ("5 km + 1 km", "km", "is no unit"),
        ("5 km*1e400", "km", "is no unit"),
        ("5 km # far", "km", "is no unit"),
        ("5 lambda: 3", "km", "is no unit"),
        ("1000000000000000 parsec", "km", "largest figure"),
        ("1000000000000000 Ym**9*Ym**9", "m**9*m**9", "is no unit"),
        *((f"5 {tower}", "km", "is no unit") for tower in ("m**9**9**9", "m*9**9**9", "m^9^9^9", "m**(9**9**9)")),
        ("5 m cubed cubed cubed cubed", "km", "is no unit"),
    ],
)
def test_what_does_not_convert_is_an_error_in_words(text: str, unit: str, complaint: str) -> None:
    """At once: sums that pint would work out for ever do not reach it."""
    with pytest.raises(ValueError, match=complaint):
        to_unit(parse_quantity(text), unit, COUNTS)


@pytest.mark.parametrize(
    ("unit", "kept"),
    [("km²", True), ("year", True), ("person", True), ("people", False), ("tank", False), ("m**9**9**9", False)],
)
def test_figures_are_kept_in_units(unit: str, kept: bool) -> None:  # noqa: FBT001
    """In a counted thing's standard word, or in a physical unit."""
    assert is_unit(unit, COUNTS) is kept
