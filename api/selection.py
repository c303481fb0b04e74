"""From a GraphQL operation to the tree of what it asks for. Knows GraphQL, not Cypher.

The tree holds no values, so that it can be kept with the operation's text; a slot gives the arguments of one request.
What graphql-core's executor would do is done here: fragments and type conditions, merging of equal keys, `@skip` and
`@include`, coercion and defaults of arguments.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLCompositeType,
    GraphQLField,
    GraphQLIncludeDirective,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLSkipDirective,
    NamedTypeNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    Undefined,
    get_argument_values,
    get_directive_values,
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_composite_type,
    is_list_type,
    is_non_null_type,
)
from graphql.execution.values import VariableValues

from ..graph.compile.selection import CONNECTIVES, TYPENAME, Arguments, Field, Selection

Value = Any
"""The value of an argument."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a field's arguments come from."""

    field: Field
    definition: GraphQLField
    node: FieldNode
    root: int
    """The slot of the root field that it is, or hangs on."""

    def values(self, variables: VariableValues) -> Arguments:
        """The arguments that have a value, defaults in the place of null, filters flattened. Raises GraphQLError."""
        coerced = get_argument_values(self.definition, self.node, variables)
        for name, argument in self.definition.args.items():
            if coerced.get(name) is None and argument.default_value is not Undefined:
                coerced[name] = argument.default_value
        return dict(_flat(coerced))


@dataclass(frozen=True, slots=True)
class Outline:
    """What an operation asks for. Introspection is left to graphql-core, so its fields stand apart."""

    selection: Selection
    slots: tuple[Slot, ...]
    introspection: Mapping[str, Sequence[FieldNode]]
    keys: tuple[str, ...]
    """Every key at the root, in the order of the answer."""


def outline(
    schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    fragments: Mapping[str, FragmentDefinitionNode],
    variables: VariableValues,
) -> Outline:
    """What a query asks for; only `@skip` and `@include` look at the variables."""
    query = schema.query_type
    if query is None:
        raise TypeError("the schema has no queries")
    outliner = _Outliner(schema, fragments, variables)
    asked = outliner.collected(query, [operation.selection_set])
    introspection = {key: nodes for key, nodes in asked.items() if nodes[0].name.value in {"__schema", "__type"}}
    own = {key: nodes for key, nodes in asked.items() if key not in introspection}
    return Outline(outliner.selection(query, {query: own}, 1), tuple(outliner.slots), introspection, tuple(asked))


Collected = Mapping[str, Sequence[FieldNode]]
"""The nodes that make up each key of a thing's answer."""


class _Outliner:
    def __init__(
        self, schema: GraphQLSchema, fragments: Mapping[str, FragmentDefinitionNode], variables: VariableValues
    ) -> None:
        self.schema = schema
        self.fragments = fragments
        self.variables = variables
        self.slots: list[Slot] = []
        self.root = 0

    def collected(self, type_: GraphQLObjectType, sets: Sequence[SelectionSetNode]) -> dict[str, list[FieldNode]]:
        """The fields that the selection sets ask of a thing of that type."""
        found: dict[str, list[FieldNode]] = {}
        visited: set[str] = set()
        for each in sets:
            self._collect(type_, each, found, visited)
        return found

    def selection(
        self, type_: GraphQLCompositeType, asked: Mapping[GraphQLObjectType, Collected], depth: int
    ) -> Selection:
        """The tree for a thing of that type: what is asked of it, for each type that it may turn out to have."""
        groups: dict[tuple[Any, ...], tuple[str, Sequence[FieldNode], set[GraphQLObjectType]]] = {}
        keys: dict[str, list[tuple[str, tuple[Any, ...]]]] = {}
        for concrete, fields in asked.items():
            keys[concrete.name] = []
            for key, nodes in fields.items():
                owner = _owner(type_, concrete, nodes[0].name.value)
                group = (owner, *map(id, nodes))
                groups.setdefault(group, (owner, nodes, set()))[2].add(concrete)
                keys[concrete.name].append((key, group))
        places = {group: place for place, group in enumerate(groups)}
        fields_ = tuple(
            self._field(owner, nodes, None if len(types) == len(asked) else frozenset(one.name for one in types), depth)
            for owner, nodes, types in groups.values()
        )
        return Selection(
            type_.name,
            fields_,
            {name: tuple((key, places[group]) for key, group in each) for name, each in keys.items()},
        )

    def _field(self, owner: str, nodes: Sequence[FieldNode], on: frozenset[str] | None, depth: int) -> Field:
        name = nodes[0].name.value
        type_ = self.schema.type_map[owner]
        if not isinstance(type_, (GraphQLObjectType, GraphQLInterfaceType)):
            raise TypeError(f"{owner} has no fields")
        owners = (owner, *(interface.name for interface in type_.interfaces))
        if name == TYPENAME:
            return Field(TYPENAME, owners, "String", nullable=False, on=on)
        definition = type_.fields[name]
        named = get_named_type(definition.type)
        slot = len(self.slots) if definition.args else None
        if slot is not None:
            self.root = slot if depth == 1 else self.root
            self.slots.append(None)  # type: ignore[arg-type]  # its place, before those of the fields below it
        field = Field(
            name,
            owners,
            named.name,
            many=is_list_type(get_nullable_type(definition.type)),
            nullable=not is_non_null_type(definition.type),
            slot=slot,
            selection=self._below(named, nodes, depth) if is_composite_type(named) else None,
            on=on,
        )
        if slot is not None:
            self.slots[slot] = Slot(field, definition, nodes[0], self.root)
        return field

    def _below(self, type_: GraphQLCompositeType, nodes: Sequence[FieldNode], depth: int) -> Selection:
        sets = [node.selection_set for node in nodes if node.selection_set]
        types = self.schema.get_possible_types(type_) if is_abstract_type(type_) else [type_]
        return self.selection(
            type_, {one: self.collected(one, sets) for one in types if isinstance(one, GraphQLObjectType)}, depth + 1
        )

    def _collect(
        self, type_: GraphQLObjectType, set_: SelectionSetNode, found: dict[str, list[FieldNode]], visited: set[str]
    ) -> None:
        for node in set_.selections:
            if not self._is_included(node):
                continue
            if isinstance(node, FieldNode):
                found.setdefault((node.alias or node.name).value, []).append(node)
                continue
            fragment: Any = node
            if isinstance(node, FragmentSpreadNode):
                if node.name.value in visited:
                    continue
                visited.add(node.name.value)
                fragment = self.fragments[node.name.value]
            if self._applies(fragment.type_condition, type_):
                self._collect(type_, fragment.selection_set, found, visited)

    def _applies(self, condition: NamedTypeNode | None, type_: GraphQLObjectType) -> bool:
        if condition is None:
            return True
        wanted = self.schema.type_map[condition.name.value]
        return wanted is type_ or (is_abstract_type(wanted) and self.schema.is_sub_type(wanted, type_))

    def _is_included(self, node: SelectionNode) -> bool:
        if not node.directives:
            return True
        skip = get_directive_values(GraphQLSkipDirective, node, self.variables)
        include = get_directive_values(GraphQLIncludeDirective, node, self.variables)
        return not (skip and skip["if"]) and not (include and not include["if"])


def _owner(type_: GraphQLCompositeType, concrete: GraphQLObjectType, name: str) -> str:
    """The most general type that has the field, so that what is asked of several types is asked once."""
    for candidate in (type_, *concrete.interfaces):
        if name == TYPENAME or name in getattr(candidate, "fields", ()):
            return str(candidate.name)
    return concrete.name


def _flat(values: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    """A filter's keys stand beside the arguments; those of the filters within it after the path to them."""
    for name, value in values.items():
        if name in CONNECTIVES and value is not None:
            yield from _within(f"{path}{name}", value)
        elif isinstance(value, Mapping):
            yield from _flat(value, path)
        elif value is not None:
            yield f"{path}{name}", _plain(value)


def _within(path: str, filters: Value) -> Iterator[tuple[str, Any]]:
    """What the filters under `and`, `or` and `not` ask; their own places tell an empty one from none."""
    if isinstance(filters, list):
        yield path, len(filters)
        for place, each in enumerate(filters):
            yield from _within(f"{path}.{place}", each)
    else:
        yield path, 1
        yield from _flat(filters, f"{path}.")


def _plain(value: Value) -> Value:
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value.value if isinstance(value, Enum) else value
