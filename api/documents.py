"""Query texts made ready: parsed and validated once, their plans kept until newer texts need the room."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    NoSchemaIntrospectionCustomRule,
    OperationDefinitionNode,
    OperationType,
    Visitor,
    get_variable_values,
    parse,
    specified_rules,
    validate,
    visit,
)
from graphql.execution.values import VariableValues
from graphql.language import DirectiveNode, VariableNode

from ..graph.compile.arguments import checked, clocks, shape
from ..graph.compile.plan import Plan, plan
from ..graph.compile.selection import Arguments
from ..graph.errors import InvalidInput
from .limits import LONGEST, MOST_TOKENS, check_size
from .selection import Outline, outline

T = TypeVar("T")

_TEXTS: Final = 1_000
_PLANS: Final = 100
"""Plans kept for one text: one for each combination of arguments that are given."""
_MOST_ERRORS: Final = 20


class RequestError(Exception):
    """A request that cannot be executed as it stands."""

    def __init__(self, *errors: GraphQLError) -> None:
        super().__init__(errors[0].message)
        self.errors = list(errors)


@dataclass(frozen=True, slots=True)
class Call:
    """One operation with the values of one request."""

    operation: OperationDefinitionNode
    outline: Outline
    arguments: Sequence[Arguments]
    shapes: tuple[tuple[str, ...], ...]
    plan: Plan


@dataclass(slots=True)
class Document:
    """A query text made ready; `errors` says why it cannot be executed."""

    schema: GraphQLSchema
    node: DocumentNode
    errors: Sequence[GraphQLError]
    fragments: Mapping[str, FragmentDefinitionNode]
    switches: frozenset[str]
    """The variables of `@skip` and `@include`: they change what is asked for."""
    quiet: bool = False
    """Whether errors name nothing of the schema that the text does not."""
    outlines: dict[tuple[Any, ...], Outline] = field(default_factory=dict)
    plans: dict[tuple[Any, ...], Plan] = field(default_factory=dict)
    constant: dict[str | None, Call] = field(default_factory=dict)
    """The calls of operations that take no variables."""

    def call(self, name: str | None, inputs: Mapping[str, Any]) -> Call:
        """The operation of that name with these variables. Raises RequestError."""
        if name in self.constant:
            return self.constant[name]
        operation = self.operation(name)
        variables = get_variable_values(
            self.schema, operation.variable_definitions or (), dict(inputs), _MOST_ERRORS, self.quiet
        )
        if isinstance(variables, list):
            raise RequestError(*variables)
        try:
            call = self._call(operation, variables)
        except GraphQLError as error:
            raise RequestError(error) from error
        if not operation.variable_definitions:
            self.constant[name] = call
        return call

    def operation(self, name: str | None) -> OperationDefinitionNode:
        """The operation of that name, or the only one. Raises GraphQLError."""
        operations = [node for node in self.node.definitions if isinstance(node, OperationDefinitionNode)]
        names = [node.name.value if node.name else None for node in operations]
        if name is None and len(operations) > 1:
            raise GraphQLError(
                f"the document has the operations {_listed(names)}; say in `operationName` which one to execute"
            )
        if not operations or (name is not None and name not in names):
            raise GraphQLError(
                f"the document has no operation {name!r}, only {_listed(names)}"
                if name
                else "the document has no operation"
            )
        operation = operations[0 if name is None else names.index(name)]
        if operation.operation is not OperationType.QUERY:
            raise GraphQLError(f"the graph is only read here: there are queries, no {operation.operation.value}s")
        return operation

    def _call(self, operation: OperationDefinitionNode, variables: VariableValues) -> Call:
        key = (id(operation), *(variables.coerced.get(switch) for switch in sorted(self.switches)))
        asked = self.outlines.get(key)
        if asked is None:
            asked = outline(self.schema, operation, self.fragments, variables)
            _keep(self.outlines, key, asked)
        values = [slot.values(variables) for slot in asked.slots]
        arguments = []
        for slot, given in zip(asked.slots, values, strict=True):
            try:
                arguments.append(checked(slot.field, given, clocks(values[slot.root])))
            except InvalidInput as error:
                code = {"code": error.code}
                raise GraphQLError(str(error), [slot.node], original_error=error, extensions=code) from error
        shapes = tuple(map(shape, values))
        made = self.plans.get((key, shapes))
        if made is None:
            made = plan(asked.selection, shapes)
            _keep(self.plans, (key, shapes), made)
        return Call(operation, asked, arguments, shapes, made)


class Documents:
    """The texts made ready last."""

    def __init__(self, schema: GraphQLSchema, *, introspection: bool = True) -> None:
        self._schema = schema
        self._quiet = not introspection
        self._rules = (*specified_rules, NoSchemaIntrospectionCustomRule) if self._quiet else None
        self._kept: OrderedDict[str, Document] = OrderedDict()

    def document(self, text: str) -> Document:
        """The text made ready. Raises GraphQLError when it is no GraphQL, or larger than any may be."""
        if len(text) > LONGEST:
            message = f"the query has more than {LONGEST:,} letters; send it in parts, or let fragments say it once"
            raise GraphQLError(message, extensions={"code": "TOO_LARGE"})
        found = self._kept.get(text)
        if found is None:
            found = self._made(text)
            self._kept[text] = found
            if len(self._kept) > _TEXTS:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(text)
        return found

    def _made(self, text: str) -> Document:
        try:
            node = parse(text, max_tokens=MOST_TOKENS)
            check_size(node)
            errors = validate(self._schema, node, self._rules, _MOST_ERRORS, self._quiet)
        except RecursionError:
            raise GraphQLError("the query is nested too deeply") from None
        fragments = {one.name.value: one for one in node.definitions if isinstance(one, FragmentDefinitionNode)}
        switches = _Switches()
        if not errors:
            visit(node, switches)
        return Document(self._schema, node, errors, fragments, frozenset(switches.names), self._quiet)


class _Switches(Visitor):
    """Gathers the variables that directives use."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_directive(self, node: DirectiveNode, *_: object) -> None:
        self.names.update(
            argument.value.name.value for argument in node.arguments or () if isinstance(argument.value, VariableNode)
        )


def _keep(kept: dict[tuple[Any, ...], T], key: tuple[Any, ...], made: T) -> None:
    if len(kept) >= _PLANS:
        kept.clear()
    kept[key] = made


def _listed(names: Sequence[str | None]) -> str:
    return ", ".join(name or "(one without a name)" for name in names) or "none"
