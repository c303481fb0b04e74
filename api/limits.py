"""How large a query's text may be, told before it is validated: one pass, whatever its fragments spread.

Validation compares the fields of a key with each other, so that keys said again and again are what costs most; and what
a few fragments spread of each other can grow past all bounds. Each fragment is weighed once here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

LONGEST: Final = 20_000
"""Letters of a text."""
MOST_TOKENS: Final = 1_500
MOST_FIELDS: Final = 2_000
"""Fields once every fragment stands where it is spread."""
MOST_DEPTH: Final = 20
MOST_ALIASES: Final = 200
MOST_DIRECTIVES: Final = 50
MOST_SPREADS: Final = 100
MOST_REPEATED: Final = 20
"""Keys that stand in their selection set already."""


MOST_VALUES: Final = 2_000
"""Values within the variables, however they are nested."""


def too_many(variables: Mapping[str, Any]) -> bool:
    """Whether there are more values than a request may have, or deeper ones; they are not counted any further."""
    level: list[Any] = [variables]
    seen = depth = 0
    while level:
        level = [one for each in level for one in _held(each)]
        seen += len(level)
        depth += 1
        if seen > MOST_VALUES or depth > MOST_DEPTH:
            return True
    return False


def _held(value: Any) -> Iterable[Any]:  # noqa: ANN401 - whatever JSON has
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


@dataclass(slots=True)
class _Weight:
    """What a selection set asks for, fragments included."""

    fields: int = 0
    depth: int = 0
    repeated: int = 0

    def hold(self, other: _Weight, below: int) -> None:
        """Count what stands in it, so many levels below; figures stay small, however much that would be."""
        self.fields = min(self.fields + other.fields, MOST_FIELDS + 1)
        self.repeated = min(self.repeated + other.repeated, MOST_REPEATED + 1)
        self.depth = max(self.depth, other.depth + below)


@dataclass(slots=True)
class _Weighing:
    """One document."""

    fragments: Mapping[str, FragmentDefinitionNode]
    known: dict[str, _Weight] = field(default_factory=dict)
    aliases: int = 0
    directives: int = 0
    spreads: int = 0

    def of(self, selections: SelectionSetNode) -> _Weight:
        """What a selection set asks for."""
        weight, keys = _Weight(), set[str]()
        for node in selections.selections:
            self.directives += len(node.directives or ())
            if isinstance(node, FieldNode):
                self.aliases += node.alias is not None
                key = (node.alias or node.name).value
                weight.hold(_Weight(1, 1, int(key in keys)), 0)
                keys.add(key)
                if node.selection_set:
                    weight.hold(self.of(node.selection_set), 1)
            elif isinstance(node, InlineFragmentNode):
                weight.hold(self.of(node.selection_set), 0)
            elif isinstance(node, FragmentSpreadNode):
                self.spreads += 1
                weight.hold(self._fragment(node.name.value), 0)
        return weight

    def _fragment(self, name: str) -> _Weight:
        if name not in self.known:
            self.known[name] = _Weight()  # for one that spreads itself, which validation refuses
            if name in self.fragments:
                self.known[name] = self.of(self.fragments[name].selection_set)
        return self.known[name]


def check_size(document: DocumentNode) -> None:
    """Raises GraphQLError, which says how much there is and how much there may be."""
    fragments = {one.name.value: one for one in document.definitions if isinstance(one, FragmentDefinitionNode)}
    weighing = _Weighing(fragments)
    whole = _Weight()
    for each in document.definitions:
        if isinstance(each, (OperationDefinitionNode, FragmentDefinitionNode)):
            weighing.directives += len(each.directives or ())
            whole.hold(weighing.of(each.selection_set), 0)
    for what, number, most in (
        ("fields", whole.fields, MOST_FIELDS),
        ("levels", whole.depth, MOST_DEPTH),
        ("aliases", weighing.aliases, MOST_ALIASES),
        ("directives", weighing.directives, MOST_DIRECTIVES),
        ("fragment spreads", weighing.spreads, MOST_SPREADS),
        ("repeated keys", whole.repeated, MOST_REPEATED),
    ):
        if number > most:
            raise GraphQLError(
                f"the query has more than {most:,} {what}; ask for less, or in several requests",
                extensions={"code": "TOO_LARGE"},
            )
