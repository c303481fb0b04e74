"""How an operation is answered: a statement, its row shaped, the result set in `on_execute`.

Where the rules have to speak first, under a view or of a large issue, more statements follow: their boards, and what is
asked of the claims that they name.

graphql-core parses, validates and answers introspection; its executor never sees a field of ours, and no resolver runs.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from graphql import DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema, SelectionSetNode, execute_sync
from strawberry.extensions import SchemaExtension
from strawberry.types.execution import PreExecutionError

from ..graph.compile.plan import Plan, plan
from ..graph.compile.selection import Selection
from ..graph.compile.shape import Answer, ShapeError
from ..graph.errors import ClaimgraphError, QueryFailed
from ..graph.store import Store
from ..settings import Settings
from .documents import Call, Document, Documents, RequestError
from .schema import create_schema

_LOG: Final = logging.getLogger(__name__)
_INTERNAL: Final = "INTERNAL"


@dataclass(slots=True)
class Exchange:
    """What goes along with one request: the HTTP status that its execution asks for."""

    status: int = 200


@dataclass(slots=True)
class Outcome:
    """An answer in the making; `data` is None where a root field has no value and must, `loading` is a big load's."""

    data: dict[str, Any] | None = field(default_factory=dict)
    errors: list[GraphQLError] = field(default_factory=list)
    loading: bool = False

    def add(self, data: Mapping[str, Any] | None) -> None:
        """Put in what some of the root fields answer."""
        self.data = None if data is None or self.data is None else {**self.data, **data}


class Executor:
    """Executes operations over a store, and keeps what it learns about query texts."""

    def __init__(self, schema: GraphQLSchema, store: Store, timeout: float) -> None:
        self.documents = Documents(schema)
        self._schema = schema
        self._store = store
        self._timeout = timeout

    async def execute(self, document: Document, name: str | None, variables: Mapping[str, Any]) -> Outcome:
        """The answer to one operation. Raises RequestError; Unavailable or QueryTimedOut when the database has none."""
        call = document.call(name, variables)
        outcome = Outcome()
        try:
            await self._run(call.plan, call, outcome)
        except QueryFailed:
            await self._run_apart(call, outcome)
        if call.outline.introspection:
            self._introspect(document, call, variables, outcome)
        if outcome.data is not None:
            outcome.data = {key: outcome.data[key] for key in call.outline.keys}
        return outcome

    async def _run(self, made: Plan, call: Call, outcome: Outcome) -> None:
        row: list[Any] = []
        if made.reads:
            rows = await self._store.read(made.text, made.params(call.arguments), timeout=self._timeout)
            row, outcome.loading = rows[0]
        answer = Answer(call.arguments)
        data = made.shaper(row, (), answer)
        while answer.needed:
            answer = Answer(call.arguments, answer.scales, await self._fetched(made, call, answer))
            # The rules may take a while over a large issue, and others want to be answered meanwhile.
            data = await asyncio.to_thread(made.shaper, row, (), answer)
        outcome.errors += map(_shape_error, answer.problems)
        outcome.add(data)

    async def _fetched(self, made: Plan, call: Call, answer: Answer) -> Mapping[tuple[int, str], Any]:
        """The rows that the answer has, and those that it turned out to need."""
        fetched = dict(answer.fetched)
        for number, ids in answer.needed.items():
            site = made.sites[number]
            params = {**made.params(call.arguments, site), "ids": sorted(ids)}
            [[rows, vocabularies]] = await self._store.read(site.text, params, timeout=self._timeout)
            answer.scales.vocabularies = vocabularies or answer.scales.vocabularies
            fetched |= dict.fromkeys(((number, each) for each in ids), None)
            fetched |= {(number, identifier): row for identifier, row in rows}
        return fetched

    async def _run_apart(self, call: Call, outcome: Outcome) -> None:
        """Run the root fields one by one, so that only the guilty one has no answer."""
        query = call.outline.selection
        for key, asked in query.only():
            apart = Selection(query.type, (asked,), {query.type: ((key, 0),)})
            try:
                await self._run(plan(apart, call.shapes), call, outcome)
            except QueryFailed as error:
                outcome.errors.append(internal_error(error, [key]))
                outcome.add({key: None} if asked.nullable else None)

    def _introspect(self, document: Document, call: Call, variables: Mapping[str, Any], outcome: Outcome) -> None:
        """Let graphql-core answer the fields of the schema itself."""
        nodes = [node for each in call.outline.introspection.values() for node in each]
        operation = replace(call.operation, selection_set=SelectionSetNode(selections=tuple(nodes)))
        definitions = (operation, *document.fragments.values())
        result = execute_sync(self._schema, DocumentNode(definitions=definitions), variable_values=dict(variables))
        outcome.errors += result.errors or ()
        outcome.add(result.data)


class CompiledExecution(SchemaExtension):
    """Strawberry's hooks, one object a request: the text made ready once, the operation compiled, the result set."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self._document: Document
        self._loading = False

    def on_parse(self) -> Iterator[None]:
        """Take the text's document from those kept. A GraphQLError ends the request."""
        context = self.execution_context
        self._document = self._executor.documents.document(context.query or "")
        self._document.operation(context.operation_name if self._is_named() else None)
        context.graphql_document = self._document.node
        yield

    def on_validate(self) -> Iterator[None]:
        """Hand over what the one validation of this text found."""
        context = self.execution_context
        context.validation_rules = ()
        if self._document.errors:
            context.pre_execution_errors = list(self._document.errors)
        yield

    async def on_execute(self) -> AsyncIterator[None]:
        """Execute, and set the result so that graphql-core's executor has nothing to do."""
        self.execution_context.result = await self._result()
        yield

    def get_results(self) -> dict[str, Any]:
        """The answer's extensions."""
        return {"loading": True} if self._loading else {}

    async def _result(self) -> ExecutionResult | PreExecutionError:
        context = self.execution_context
        exchange: Exchange = context.context
        name = context.operation_name if self._is_named() else None
        try:
            outcome = await self._executor.execute(self._document, name, context.variables or {})
        except RequestError as error:
            return PreExecutionError(data=None, errors=error.errors)
        except ClaimgraphError as error:
            exchange.status = error.http_status
            return PreExecutionError(data=None, errors=[_foreseen(error)])
        except Exception as error:  # noqa: BLE001 - whatever it is, its text is not for the client
            exchange.status = 500
            return PreExecutionError(data=None, errors=[internal_error(error)])
        self._loading = outcome.loading
        return ExecutionResult(data=outcome.data, errors=outcome.errors or None)

    def _is_named(self) -> bool:
        return self.execution_context._provided_operation_name is not None  # noqa: SLF001


class Endpoint:
    """The schema, executed over a store: what HTTP serves, and what the command line asks without it."""

    def __init__(self, store: Store, settings: Settings | None = None) -> None:
        timeout = (settings or Settings()).request_timeout
        self.schema = create_schema(lambda: CompiledExecution(executor))
        executor = Executor(self.schema.core, store, timeout)

    async def data(self, query: str, variables: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The data that answers a query of ours. Raises Unavailable and the like; GraphQLError for a wrong query."""
        return (await self.answer(query, variables))[0]

    async def answer(self, query: str, variables: Mapping[str, Any] | None = None) -> tuple[dict[str, Any], bool]:
        """The same, and whether a big load is under way, so that the answer may be incomplete."""
        result = await self.schema.execute(query, dict(variables or {}), Exchange())
        for error in result.errors or ():
            raise error.original_error if isinstance(error.original_error, ClaimgraphError) else error
        return result.data or {}, bool((result.extensions or {}).get("loading"))


def internal_error(error: Exception, path: list[str | int] | None = None) -> GraphQLError:
    """What a client sees of an error of ours: the id under which the log has it."""
    number = secrets.token_hex(6)
    _LOG.error("internal error %s", number, exc_info=error)
    return GraphQLError(
        f"internal error; the server's log has it as {number}", path=path, extensions={"code": _INTERNAL}
    )


def _foreseen(error: ClaimgraphError) -> GraphQLError:
    return GraphQLError(str(error), extensions={"code": error.code}, original_error=error)


def _shape_error(problem: ShapeError) -> GraphQLError:
    code = problem.cause.code if problem.cause else "BROKEN_DATA"
    return GraphQLError(str(problem), path=problem.steps, extensions={"code": code})
