"""The endpoint: a query's text executed over a store, for HTTP, for the pages and for the command line.

graphql-core parses, validates and answers introspection; its executor never sees a field of ours, and no resolver runs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import GraphQLError

from ..graph.errors import ClaimgraphError, InvalidInput
from ..graph.store import Store
from ..settings import Settings
from .documents import RequestError
from .executor import Exchange, Executor, Outcome, internal_error
from .schema import create_schema


@dataclass(frozen=True, slots=True)
class Result:
    """What comes of one request."""

    data: dict[str, Any] | None = None
    errors: list[GraphQLError] = field(default_factory=list)
    is_executed: bool = True
    """False where a mistake in the request, or a database that is away, left nothing to show."""
    loading: bool = False
    """Whether a big load is under way, so that the answer may be incomplete."""


class Endpoint:
    """The schema, executed over a store: what HTTP serves, and what the command line asks without it."""

    def __init__(self, store: Store, settings: Settings | None = None) -> None:
        self.executor = Executor(create_schema().core, store, settings or Settings())

    async def execute(self, query: str, variables: Mapping[str, Any], name: str | None, exchange: Exchange) -> Result:
        """The result of one operation of a text; never an exception. What went wrong decides the exchange's status."""
        try:
            outcome = await self._outcome(query, variables, name, exchange)
        except RequestError as error:
            return Result(errors=error.errors, is_executed=False)
        except GraphQLError as error:
            return Result(errors=[error], is_executed=False)
        except ClaimgraphError as error:
            exchange.status = error.http_status
            foreseen = GraphQLError(str(error), extensions={"code": error.code}, original_error=error)
            return Result(errors=[foreseen], is_executed=False)
        except Exception as error:  # noqa: BLE001 - whatever it is, its text is not for the client
            exchange.status = 500
            return Result(errors=[internal_error(error)], is_executed=False)
        return Result(outcome.data, outcome.errors, loading=outcome.loading)

    async def _outcome(self, query: str, variables: Mapping[str, Any], name: str | None, exchange: Exchange) -> Outcome:
        document = self.executor.documents.document(query)
        document.operation(name)
        if document.errors:
            raise RequestError(*document.errors)
        return await self.executor.execute(document, name, variables, exchange)

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
        result = await self.execute(query, variables or {}, operation, Exchange())
        for error in result.errors:
            raise error.original_error if isinstance(error.original_error, ClaimgraphError) else error
        return result.data or {}, result.loading
