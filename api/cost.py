"""What an operation may cost, told before it runs: how many rows it could fetch, and what its counts could read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..graph.compile.arguments import clocks
from ..graph.compile.selection import Arguments, Field, Selection

_LIST: Final = 5
"""What a list without pages is taken to hold: levels of an attribution, issues of a claim."""
_COUNTED: Final = 1_000
"""What is charged for a count that has to read what it counts: one with a filter, or as of other moments."""
_WEIGHED: Final = 5_000
"""What is charged for a list of issues by whether they are contested as of other moments: the rules weigh each."""
_OF_A_PAGE: Final = frozenset({"first", "after", "after_parent", "after_0", "after_1", "as_of", "orderBy", "role"})
"""Arguments that choose a page, and leave nothing out of the list."""


def cost_of(selection: Selection, arguments: Sequence[Arguments]) -> int:
    """The cost of what is asked at the root, with the arguments slot by slot."""
    return sum(_field(each, arguments, viewed=False) for each in selection.fields)


def _field(asked: Field, arguments: Sequence[Arguments], *, viewed: bool) -> int:
    if asked.selection is None:
        return 0
    given: Arguments = arguments[asked.slot] if asked.slot is not None else {}
    viewed = viewed or bool(clocks(given))
    if asked.type.endswith("Connection"):
        return _page(asked, asked.selection, given, arguments, viewed=viewed)
    return (_LIST if asked.many else 1) * (1 + _below(asked.selection, arguments, viewed=viewed))


def _page(asked: Field, selection: Selection, given: Arguments, arguments: Sequence[Arguments], *, viewed: bool) -> int:
    first, cost = int(given.get("first", 1)), 1
    for each in selection.fields:
        if each.name == "nodes":
            cost += first * (1 + _below(each.selection, arguments, viewed=viewed))
        elif each.name == "edges":
            cost += first * _below(each.selection, arguments, viewed=viewed)
        elif each.name == "totalCount":
            cost += _COUNTED if viewed or given.keys() - _OF_A_PAGE else 1
    if viewed and "contested" in given and asked.type == "IssueConnection":
        cost += _WEIGHED
    return cost


def _below(selection: Selection | None, arguments: Sequence[Arguments], *, viewed: bool) -> int:
    return sum(_field(each, arguments, viewed=viewed) for each in selection.fields) if selection else 0
