"""GraphQL over HTTP: requests in, answers out, with the media types and statuses of the specification."""

from __future__ import annotations

from typing import Any, Final

import orjson
from graphql import GraphQLError
from starlette.requests import Request
from starlette.responses import Response
from strawberry.exceptions import StrawberryException
from strawberry.types.execution import PreExecutionError
from strawberry.types.graphql import OperationType

from .execution import Endpoint, Exchange, internal_error
from .graphiql.page import GraphiQL
from .requests import IN_THE_ADDRESS, BadRequest, Operation, operation

_GRAPHQL: Final = "application/graphql-response+json"
_JSON: Final = "application/json"
_INVALID: Final = "INVALID_QUERY"
_QUERIES: Final = frozenset({OperationType.QUERY})


class GraphQLOverHttp:
    """An endpoint's face to HTTP."""

    def __init__(self, endpoint: Endpoint, max_body: int, graphiql: GraphiQL) -> None:
        self._schema = endpoint.schema
        self._max_body = max_body
        self._graphiql = graphiql

    async def answer(self, request: Request) -> Response:
        """The response to one request; never an exception."""
        if _wants_page(request):
            return await self._graphiql.page()
        media_type = _media_type(request.headers.get("accept", ""))
        try:
            return await self._answer(await operation(request, self._max_body), media_type)
        except BadRequest as error:
            return _refusal(GraphQLError(str(error), extensions={"code": error.code}), error.status, media_type)
        except Exception as error:  # noqa: BLE001 - whatever it is, its text is not for the client
            return _refusal(internal_error(error), 500, media_type)

    async def _answer(self, asked: Operation, media_type: str) -> Response:
        exchange = Exchange()
        try:
            result = await self._schema.execute(
                asked.query,
                variable_values=asked.variables,
                operation_name=asked.name,
                context_value=exchange,
                allowed_operation_types=_QUERIES,
            )
        except StrawberryException as error:
            return _refusal(GraphQLError(str(error)), 400, media_type)
        content: dict[str, Any] = {}
        if result.errors:
            content["errors"] = [_shown(error) for error in result.errors]
        if isinstance(result, PreExecutionError):
            # For `application/json` the specification wants 200 for any GraphQL answer, even one of errors alone.
            exchange.status = max(exchange.status, 400 if media_type == _GRAPHQL else 200)
        else:
            content["data"] = result.data
        if result.extensions:
            content["extensions"] = result.extensions
        return _response(content, exchange.status, media_type)


def _refusal(error: GraphQLError, status: int, media_type: str) -> Response:
    return _response({"errors": [_shown(error)]}, status, media_type)


def _shown(error: GraphQLError) -> dict[str, Any]:
    """An error as the client sees it: one without a code is about the text of the query."""
    return {**error.formatted, "extensions": {"code": _INVALID, **(error.extensions or {})}}


def _response(content: dict[str, Any], status: int, media_type: str) -> Response:
    return Response(orjson.dumps(content), status, {"content-type": f"{media_type}; charset=utf-8"})


def _media_type(accept: str) -> str:
    """The specification's own type for a client that reads it, else plain JSON."""
    return _GRAPHQL if _GRAPHQL in accept.lower() else _JSON


def _wants_page(request: Request) -> bool:
    """Whether a person opened the address: no browser that follows a link asks for JSON, as programs do."""
    accept = request.headers.get("accept", "").lower()
    return request.method in IN_THE_ADDRESS and "text/html" in accept and "json" not in accept
