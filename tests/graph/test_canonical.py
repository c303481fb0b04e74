"""Canonical JSON is byte for byte what Python's own encoder writes: the ids of all claims there are rest on it."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.graph.canonical import canonical
from claimgraph.graph.records import Polarity

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
FIGURES = st.floats(allow_nan=False, allow_infinity=False)
MOMENTS = st.datetimes(timezones=st.just(UTC))
CELLS = st.none() | st.booleans() | TEXTS | FIGURES | MOMENTS | st.lists(TEXTS) | st.sampled_from(Polarity)


@given(st.lists(CELLS))
def test_both_encoders_write_the_same(content: list[object]) -> None:
    """Texts of every script, controls, large and small figures, moments."""
    expected = json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=datetime.isoformat)
    assert canonical(content, content) == expected.encode()


@pytest.mark.parametrize("figure", [1e16, 1e-5, -1e300, 123456789012345680.0, 0.0001, 9999999999999998.0, -0.0, 5.0])
def test_where_they_would_differ(figure: float) -> None:
    """Exponents."""
    assert canonical([figure], [figure]) == json.dumps([figure]).encode()


def test_what_is_no_number_is_refused() -> None:
    """It would be null in one of them."""
    with pytest.raises(ValueError, match="Out of range"):
        canonical([float("nan")], [float("nan")])
