"""What charts draw: bounds, open ends, and axes that name some of their places."""

from typing import Any

import pytest

from claimgraph.api.pages.charts import ranges
from claimgraph.api.pages.scales import scale_of_figures, scale_of_moments


def position(low: float | None, high: float | None) -> dict[str, Any]:
    """A position with these bounds."""
    return {"low": low, "high": high, "dimension": "losses", "unit": "item", "label": f"{low} to {high}"}


def test_a_bound_of_nought_is_a_bound() -> None:
    """At most nought against five is two ranges, the first without a lower bound."""
    [chart] = ranges([position(None, 0.0), position(5.0, 5.0)])
    first, second = (row.bars[0] for row in chart.rows)
    assert (first.is_open_left, first.is_open_right) == (True, False)
    assert first.right < second.left == second.right


def test_one_range_alone_is_no_chart() -> None:
    """There is nothing to compare it with."""
    assert list(ranges([position(1.0, 2.0), position(None, None)])) == []


@pytest.mark.parametrize(
    "figures", [[0.0], [0.0, 5.0], [-3.0, 4.0], [48.28, 55.0], [1.0, 40_000.0], [0.0, 3.0, 1e15], [7.0, 7.0]]
)
def test_an_axis_of_figures_names_some(figures: list[float]) -> None:
    """Each figure has its place on the axis, in their order, and several places are named."""
    scale = scale_of_figures(figures)
    places = [scale.place(figure) for figure in sorted(figures)]
    assert places == sorted(places)
    assert 0 <= places[0] <= places[-1] <= 100
    assert 2 <= len(scale.ticks) <= 12


@pytest.mark.parametrize("seconds", [0, 90, 1_500, 7_000, 86_400, 3e6, 9e7, 4e9, 5e10])
def test_an_axis_of_moments_names_some(seconds: float) -> None:
    """From minutes to centuries, some moments are named, and no two alike."""
    scale = scale_of_moments([1_668_138_900, 1_668_138_900 + seconds])
    assert 1 <= len(scale.ticks) <= 12
    assert len({tick.label for tick in scale.ticks}) == len(scale.ticks)
