"""The queries of the pages: a file each in `queries/`, completed with the fragments that it spreads."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Final

from graphql import FragmentDefinitionNode, FragmentSpreadNode, Node, Visitor, parse, print_ast, visit

_FILES: Final = resources.files(__package__) / "queries"


@cache
def query(name: str) -> str:
    """The text of one page's query, which anyone may send to the endpoint: `query("issue")`."""
    text = (_FILES / f"{name}.graphql").read_text(encoding="utf-8").strip()
    fragments = {node.name.value: node for node in _fragments()}
    needed: dict[str, None] = {}
    waiting = list(_spreads([parse(text)]))
    while waiting:
        spread = waiting.pop(0)
        if spread not in needed:
            needed[spread] = None
            waiting += _spreads([fragments[spread]])
    return "\n\n".join([text, *(print_ast(fragments[each]) for each in needed)])


@cache
def _fragments() -> tuple[FragmentDefinitionNode, ...]:
    definitions = parse((_FILES / "fragments.graphql").read_text(encoding="utf-8"), no_location=True).definitions
    return tuple(node for node in definitions if isinstance(node, FragmentDefinitionNode))


def _spreads(nodes: Iterable[Node]) -> list[str]:
    """The names of the fragments that are spread in there, in order."""
    found: list[str] = []

    class Spreads(Visitor):
        def enter_fragment_spread(self, node: FragmentSpreadNode, *_: object) -> None:
            found.append(node.name.value)

    for node in nodes:
        visit(node, Spreads())
    return found
