"""What a client sent, read as GraphQL over HTTP has it. Whatever is malformed is refused with a reason."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any, Final

import orjson
from starlette.requests import Request

from .limits import MOST_DEPTH, MOST_VALUES, too_many

_JSON: Final = "application/json"
_SLOWEST: Final = 20
"""Seconds that a body may take to come."""
IN_THE_ADDRESS: Final = frozenset({"GET", "HEAD"})
"""Methods whose operation stands in the address; HEAD is answered as GET is, less the body."""
PREFLIGHT: Final = ("graphql-require-preflight", "apollo-require-preflight", "x-requested-with")
"""Headers that a page of another site cannot send before the server has allowed it."""


class BadRequest(Exception):  # noqa: N818 - the status's own name
    """A request that is refused before it is GraphQL."""

    def __init__(self, message: str, status: int = 400, code: str = "BAD_REQUEST") -> None:
        super().__init__(message)
        self.status = status
        self.code = code


@dataclass(frozen=True, slots=True)
class Operation:
    """What is to be executed: the text, which of its operations, and the values of its variables."""

    query: str
    name: str | None
    variables: dict[str, Any]
    document: str | None = None
    """The id of a document that the service knows, in the place of a text."""


async def operation(request: Request, max_body: int) -> Operation:
    """The operation in a request. Raises BadRequest."""
    if request.method in IN_THE_ADDRESS:
        return _from_url(request)
    kind, *parameters = (part.strip().lower() for part in request.headers.get("content-type", "").split(";"))
    if kind != _JSON or any(one.startswith("charset=") and one not in _UTF_8 for one in parameters):
        raise BadRequest("send the request as `content-type: application/json`, in UTF-8", 415)
    return _from_json(_decoded(await _body(request, max_body), "the body"))


_UTF_8: Final = frozenset({"charset=utf-8", 'charset="utf-8"', "charset=utf8"})


async def _body(request: Request, most: int) -> bytes:
    try:
        async with asyncio.timeout(_SLOWEST):
            return await _whole_body(request, most)
    except TimeoutError:
        raise BadRequest(f"the body did not come within {_SLOWEST} seconds", 408, "TOO_SLOW") from None


async def _whole_body(request: Request, most: int) -> bytes:
    announced = request.headers.get("content-length", "")
    parts: list[bytes] = []
    size = int(announced) if announced.isdecimal() else 0
    if size <= most:
        size = 0
        async for part in request.stream():
            parts.append(part)
            size += len(part)
            if size > most:
                break
    if size > most:
        raise BadRequest(f"the body is larger than {most} bytes", 413, "TOO_LARGE")
    return b"".join(parts)


def _from_url(request: Request) -> Operation:
    """A GET's. Pages of another site may not make one on a reader's behalf: browsers say where a request comes from."""
    site = request.headers.get("sec-fetch-site", "none")
    if site not in {"none", "same-origin"} and not any(name in request.headers for name in PREFLIGHT):
        raise BadRequest(f"a page of another site must send the header {PREFLIGHT[0]}, or use POST", 403, "FORBIDDEN")
    found: dict[str, Any] = {}
    for name in ("query", "documentId", "operationName", "variables", "extensions"):
        values = request.query_params.getlist(name)
        if len(values) > 1:
            raise BadRequest(f"`{name}` stands in the address more than once")
        if values and values[0]:
            found[name] = values[0]
    for name in ("variables", "extensions"):
        if name in found:
            found[name] = _decoded(found[name], f"`{name}`")
    return _from_json(found)


def _decoded(text: str | bytes, what: str) -> Any:  # noqa: ANN401 - JSON can be anything
    try:
        return orjson.loads(text)
    except ValueError as error:
        raise BadRequest(f"{what} is no JSON: {error}") from None


def _from_json(content: Any) -> Operation:  # noqa: ANN401
    if isinstance(content, list):
        raise BadRequest("one operation a request; send the others by themselves")
    if not isinstance(content, dict):
        raise BadRequest('the body must be a JSON object: {"query": "…", "variables": {…}}')
    query, name, variables = (content.get(key) for key in ("query", "operationName", "variables"))
    for key in ("variables", "extensions"):
        if not isinstance(content.get(key), dict | None):
            raise BadRequest(f"`{key}` must be a JSON object or null")
    document = _document(content)
    if document is None and (not isinstance(query, str) or not query.strip()):
        raise BadRequest("`query` must be a text with a GraphQL operation")
    if name is not None and not isinstance(name, str):
        raise BadRequest("`operationName` must be a text or null")
    if too_many(variables or {}):
        raise BadRequest(f"`variables` has more than {MOST_VALUES:,} values, or {MOST_DEPTH} levels", 413, "TOO_LARGE")
    return Operation(query if isinstance(query, str) else "", name or None, variables or {}, document)


def _document(content: dict[str, Any]) -> str | None:
    """The id of the document that is named; a text beside it is the client's way to say what it has that of."""
    named = content.get("documentId")
    if named is None and not content.get("query"):
        persisted = (content.get("extensions") or {}).get("persistedQuery")
        named = f"sha256:{persisted.get('sha256Hash')}" if isinstance(persisted, dict) else None
    if not isinstance(named, str | None):
        raise BadRequest('`documentId` must be a text: "sha256:" and the hash of the document')
    return named
