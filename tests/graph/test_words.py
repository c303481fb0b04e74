"""Figures, units and moments in words."""

from datetime import UTC, datetime

import pytest

from claimgraph.graph.vocabulary import shared_vocabulary
from claimgraph.graph.words import figure_in_words, listed, moment_in_words, moments_in_words, unit_in_words


@pytest.mark.parametrize(
    ("low", "high", "low_open", "high_open", "words"),
    [
        (40000, 40000, False, False, "40,000"),
        (0, None, True, False, "more than 0"),
        (7, None, False, False, "at least 7"),
        (None, 20000, False, False, "up to 20,000"),
        (None, 5, False, True, "less than 5"),
        (30, 35.5, False, False, "30 to 35.5"),
        (48.28032, 48.28032, False, False, "48.28"),
    ],
)
def test_figures(low: float | None, high: float | None, low_open: bool, high_open: bool, words: str) -> None:  # noqa: FBT001
    """Bounds as people say them."""
    said = {
        approximate: figure_in_words(low, high, low_open=low_open, high_open=high_open, approximate=approximate)
        for approximate in (False, True)
    }
    assert said == {False: words, True: f"about {words}"}


@pytest.mark.parametrize(
    ("unit", "one", "words"),
    [
        ("person", False, "people"),
        ("person", True, "person"),
        ("day", False, "days"),
        ("km", False, "km"),
        (None, False, ""),
    ],
)
def test_units(unit: str | None, one: bool, words: str) -> None:  # noqa: FBT001
    """A unit that is a word has a plural."""
    assert unit_in_words(unit, shared_vocabulary().counts, one=one) == words


def at(text: str | None) -> int | None:
    """Seconds since 1970 of a moment in UTC."""
    return None if text is None else int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, ""),
        ("2022-11-11T03:00", "2022-11-11T03:00", "11 Nov 2022 03:00"),
        ("2022-11-11T09:00", "2022-11-11T11:00", "11 Nov 2022 09:00 to 11:00"),
        ("2022-11-10T16:00", "2022-11-11T04:00", "10 Nov 2022 16:00 to 11 Nov 04:00"),
        ("2022-12-31T22:00", "2023-01-01T21:59", "31 Dec 2022 22:00 to 1 Jan 2023 21:59"),
        (None, "2022-11-11T03:00", "by 11 Nov 2022 03:00"),
        ("2022-11-17T16:00", None, "not before 17 Nov 2022 16:00"),
    ],
)
def test_two_moments(first: str | None, last: str | None, words: str) -> None:
    """What the two share is said once."""
    assert moments_in_words(at(first), at(last), "not before") == words
    assert moment_in_words(None) == ""


def test_phrases() -> None:
    """Each once, and how many more there are."""
    assert listed(["a", "b", "a"], 2) == "a; b"
    assert listed(["a", "b", "c", "d"], 2) == "a; b; and 2 more"
