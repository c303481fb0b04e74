"""Quantities as intervals: which of two figures exclude each other, open bounds and "about" respected."""

from __future__ import annotations

import math
from dataclasses import dataclass

Bound = tuple[float, int]
"""A figure and on which side of it the interval ends: (20, -1) is just below 20, (20, 0) is 20, (20, 1) just above."""

ABOUT = 0.05
"""How far "about" reaches, as a share of the figure."""
EVERYTHING: tuple[Bound, Bound] = ((-math.inf, 0), (math.inf, 0))


@dataclass(frozen=True, slots=True)
class Figure:
    """What a claim says of how many: "up to 20,000" has no `low`; "more than 0" an open one.

    `lower` and `upper` bound what it can mean, "about" taken in.
    """

    low: float | None
    high: float | None
    low_open: bool
    high_open: bool
    approximate: bool
    lower: Bound
    upper: Bound

    @property
    def width(self) -> float:
        """How much it leaves open; infinite where a side has no bound."""
        return self.upper[0] - self.lower[0]

    @property
    def is_one(self) -> bool:
        """Whether it says that there is just one."""
        return self.low == self.high == 1


def figure(
    low: float | None, high: float | None, *, low_open: bool = False, high_open: bool = False, approximate: bool = False
) -> Figure:
    """The figure with these bounds, of which one may be None."""
    below, above = EVERYTHING
    reach = ABOUT if approximate else 0.0
    if low is not None:
        below = (low - abs(low) * reach, int(low_open))
    if high is not None:
        above = (high + abs(high) * reach, -int(high_open))
    return Figure(low, high, low_open, high_open, approximate, below, above)


NOTHING = figure(0.0, 0.0)
"""What "none at all" means as a figure."""


def disjoint(a: Figure, b: Figure) -> bool:
    """Whether no number fits both."""
    return a.upper < b.lower or b.upper < a.lower
