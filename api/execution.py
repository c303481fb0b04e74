"""The endpoint: Strawberry's hooks around our own execution, and what serves it to HTTP and to the command line.

graphql-core parses, validates and answers introspection; its executor never sees a field of ours, and no resolver runs.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any

from graphql import ExecutionResult, GraphQLError
from strawberry.extensions import SchemaExtension
from strawberry.types.execution import PreExecutionError

from ..graph.errors import ClaimgraphError, InvalidInput
from ..graph.store import Store
from ..settings import Settings
from .documents import Document, RequestError
from .executor import Exchange, Executor, internal_error
from .schema import create_schema


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
        exchange: Exchange = self.execution_context.context
        told: dict[str, Any] = {"loading": True} if self._loading else {}
        if exchange.limit is not None:
            told["cost"] = {"requested": exchange.cost, "limit": exchange.limit}
        return told

    async def _result(self) -> ExecutionResult | PreExecutionError:
        context = self.execution_context
        exchange: Exchange = context.context
        name = context.operation_name if self._is_named() else None
        try:
            outcome = await self._executor.execute(self._document, name, context.variables or {}, exchange)
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
        self.schema = create_schema(lambda: CompiledExecution(executor))
        self.executor = executor = Executor(self.schema.core, store, settings or Settings())

    async def data(
        self, query: str, variables: Mapping[str, Any] | None = None, operation: str | None = None
    ) -> dict[str, Any]:
        """The data that answers a query of ours. Raises Unavailable and the like; GraphQLError for a wrong query."""
        return (await self.answer(query, variables, operation))[0]

    async def asked(self, query: str, variables: Mapping[str, Any], operation: str | None) -> dict[str, Any]:
        """The data that answers a person's query. Raises InvalidInput with the place of what is wrong with it."""
        try:
            return await self.data(query, variables, operation)
        except GraphQLError as error:
            place = "".join(f"{at.line}:{at.column}: " for at in (error.locations or [])[:1])
            raise InvalidInput(f"{place}{error.message}") from None

    async def answer(
        self, query: str, variables: Mapping[str, Any] | None = None, operation: str | None = None
    ) -> tuple[dict[str, Any], bool]:
        """The same, and whether a big load is under way, so that the answer may be incomplete."""
        result = await self.schema.execute(query, dict(variables or {}), Exchange(), operation_name=operation)
        for error in result.errors or ():
            raise error.original_error if isinstance(error.original_error, ClaimgraphError) else error
        return result.data or {}, bool((result.extensions or {}).get("loading"))


def _foreseen(error: ClaimgraphError) -> GraphQLError:
    return GraphQLError(str(error), extensions={"code": error.code}, original_error=error)
