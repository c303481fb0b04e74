"""One issue as a board: numbered positions, the charts over them, and what its claims make of each other."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase
from typing import Self

from ..reasons import Node, Reason, agreements, claims_on, contradictions, is_cut
from .charts import Chart, Numbered, happenings, ranges, sayings


@dataclass(frozen=True, slots=True)
class Board:
    """What a board shows of an issue, ready to be drawn."""

    positions: tuple[Node, ...]
    charts: tuple[Chart, ...]
    contradictions: tuple[Reason, ...]
    agreements: tuple[Reason, ...]
    is_cut: bool
    """Whether there may be more contradictions than those shown."""

    @classmethod
    def of(cls, issue: Node) -> Self:
        """The board of an issue, as the fragment `board` asks for it."""
        positions = issue["positions"]["nodes"]
        numbered = _numbered(issue)
        charts = [*ranges(positions), happenings(numbered), sayings(numbered)]
        return cls(
            tuple(positions),
            tuple(chart for chart in charts if chart),
            tuple(contradictions(issue)),
            tuple(agreements(issue)),
            is_cut(issue),
        )


def letter(number: int | None) -> str:
    """What marks a position: `A`, `B`; `–` for none."""
    return "–" if number is None else ascii_uppercase[number % len(ascii_uppercase)]


def _numbered(issue: Node) -> Numbered:
    taken = {
        claim["id"]: number
        for number, position in enumerate(issue["positions"]["nodes"])
        for claim in position["claims"]["nodes"]
    }
    return [(taken.get(claim["id"]), claim) for claim in claims_on(issue)]
