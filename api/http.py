"""GraphQL over HTTP: requests in, answers out, with the media types and statuses of the specification."""

from __future__ import annotations

import hashlib
from typing import Any, Final

import orjson
from graphql import GraphQLError
from starlette.requests import Request
from starlette.responses import Response

from ..settings import Settings
from .execution import Endpoint
from .executor import Exchange, internal_error
from .graphiql.page import GraphiQL
from .kept import Answers, key_of
from .persisted import Persisted
from .requests import IN_THE_ADDRESS, BadRequest, Operation, operation
from .told import tell

_GRAPHQL: Final = "application/graphql-response+json"
_JSON: Final = "application/json"
_INVALID: Final = "INVALID_QUERY"
_OK: Final = 200
_UNAVAILABLE: Final = 503


class GraphQLOverHttp:
    """An endpoint's face to HTTP."""

    def __init__(self, endpoint: Endpoint, settings: Settings, graphiql: GraphiQL) -> None:
        self._endpoint = endpoint
        self._max_body = settings.max_body
        self._max_cost = settings.max_cost
        self._graphiql = graphiql
        self._persisted = Persisted.of(settings)
        self._answers = Answers(endpoint.executor.versions, settings.answer_cache)
        self._for_all = "no-cache" if not settings.api_keys else "private, no-cache"

    async def answer(self, request: Request) -> Response:
        """The response to one request; never an exception."""
        if _wants_page(request):
            return await self._graphiql.page()
        media_type = _media_type(request.headers.get("accept", ""))
        try:
            asked = self._persisted.completed(await operation(request, self._max_body))
            return await self._answer(request, asked, media_type)
        except BadRequest as error:
            return _refusal(GraphQLError(str(error), extensions={"code": error.code}), error.status, media_type)
        except Exception as error:  # noqa: BLE001 - whatever it is, its text is not for the client
            return _refusal(internal_error(error), 500, media_type)

    async def _answer(self, request: Request, asked: Operation, media_type: str) -> Response:
        key = key_of(asked)
        if kept := await self._answers.find(key):
            tell(request.scope, **kept.told, origin="cache")
            return self._tagged(request, kept.body, media_type)
        exchange = Exchange(self._max_cost)
        content = await self._content(asked, exchange, media_type)
        told = {"operation": exchange.operation, "cost": exchange.cost}
        tell(request.scope, **told, origin="database", database_ms=round(exchange.database * 1_000, 1))
        body = orjson.dumps(content)
        if exchange.status != _OK or "errors" in content or exchange.state is None or exchange.state.open:
            return _response(body, exchange.status, media_type)
        self._answers.keep(key, exchange.state, body, told)
        return self._tagged(request, body, media_type)

    async def _content(self, asked: Operation, exchange: Exchange, media_type: str) -> dict[str, Any]:
        """What is answered, of the status that the exchange has then."""
        result = await self._endpoint.execute(asked.query, asked.variables, asked.name, exchange)
        content: dict[str, Any] = {}
        if result.errors:
            content["errors"] = [_shown(error) for error in result.errors]
        if result.is_executed:
            content["data"] = result.data
        else:
            # For `application/json` the specification wants 200 for any GraphQL answer, even one of errors alone.
            exchange.status = max(exchange.status, 400 if media_type == _GRAPHQL else _OK)
        loading = {"loading": True} if result.loading else {}
        content["extensions"] = {**loading, "cost": {"requested": exchange.cost, "limit": exchange.limit}}
        return content

    def _tagged(self, request: Request, body: bytes, media_type: str) -> Response:
        """A whole answer; who asked by GET may keep it, and ask whether it still holds."""
        if request.method not in IN_THE_ADDRESS:
            return _response(body, _OK, media_type)
        tag = f'"{hashlib.blake2b(body + media_type.encode(), digest_size=12).hexdigest()}"'
        headers = {"etag": tag, "cache-control": self._for_all, "vary": "accept, authorization"}
        if tag in (each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")):
            return Response(status_code=304, headers=headers)
        response = _response(body, _OK, media_type)
        response.headers.update(headers)
        return response


def _refusal(error: GraphQLError, status: int, media_type: str) -> Response:
    return _response(orjson.dumps({"errors": [_shown(error)]}), status, media_type)


def _shown(error: GraphQLError) -> dict[str, Any]:
    """An error as the client sees it: one without a code is about the text of the query."""
    return {**error.formatted, "extensions": {"code": _INVALID, **(error.extensions or {})}}


def _response(body: bytes, status: int, media_type: str) -> Response:
    headers = {
        "content-type": f"{media_type}; charset=utf-8",
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
    }
    return Response(body, status, headers | ({"retry-after": "1"} if status == _UNAVAILABLE else {}))


def _media_type(accept: str) -> str:
    """The specification's own type for a client that reads it, else plain JSON."""
    return _GRAPHQL if _GRAPHQL in accept.lower() else _JSON


def _wants_page(request: Request) -> bool:
    """Whether a person opened the address: no browser that follows a link asks for JSON, as programs do."""
    accept = request.headers.get("accept", "").lower()
    return request.method in IN_THE_ADDRESS and "text/html" in accept and "json" not in accept
