"""What every page shares: the view that is asked for, the answer of the endpoint, the response and its headers."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Any, Final

import orjson
from graphql import GraphQLError
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from ...graph.errors import ClaimgraphError, InvalidInput, Unavailable
from ...settings import Settings
from ..as_of import CLOCKS, AsOf, in_words, moment_of
from ..execution import Endpoint, internal_error
from ..reasons import Node
from .addresses import Addresses
from .negotiation import MEDIA_TYPES, Form, form_asked
from .queries import query
from .render import render

_POLICY: Final = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
_HEADERS: Final = {
    "cache-control": "no-cache",
    "referrer-policy": "strict-origin-when-cross-origin",
    "vary": "accept",
    "x-content-type-options": "nosniff",
}
_CERTAINTIES: Final = {"certain": "CERTAIN", "possible": "POSSIBLE"}
_GRAPHQL_STATUS: Final = {"BROKEN_DATA": 500, "INTERNAL": 500}

Handler = Callable[[Request], Awaitable[Response]]


class NotFound(InvalidInput):
    """There is nothing at the address that was asked for."""

    code = "NOT_FOUND"
    http_status = 404


@dataclass(frozen=True, slots=True)
class Asked:
    """One request for a page: its addresses, the view, and the form that it wants."""

    request: Request
    at: Addresses
    view: AsOf
    form: Form = Form.HTML
    offered: frozenset[Form] = frozenset()
    """The forms that there are of it."""
    is_embedded: bool = False

    @property
    def view_in_words(self) -> str:
        """`The graph as a reader could know by …`; empty for the graph as it is."""
        return in_words({clock: moment for clock, moment in self.view.items() if clock in CLOCKS})

    def of_now(self) -> Asked:
        """The same, of the graph as it is."""
        return replace(self, view={})

    def parameter(self, name: str) -> str | None:
        """A parameter of the address, None where it is blank."""
        return self.request.query_params.get(name) or None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the endpoint answered, and to what: a page shows both."""

    query: str
    variables: dict[str, Any]
    data: dict[str, Any] = field(repr=False)
    loading: bool


class Site:
    """The endpoint in process, and how its answers become pages."""

    def __init__(self, endpoint: Endpoint, settings: Settings) -> None:
        self.endpoint = endpoint
        self.settings = settings

    def asked(self, request: Request, offered: frozenset[Form], *, is_embedded: bool = False) -> Asked:
        """What a request asks for. Raises InvalidInput in words."""
        form = form_asked(request, offered)
        of_page = self.asked_of(request, request.query_params)
        return replace(of_page, form=form, offered=offered, is_embedded=is_embedded)

    def asked_of(self, request: Request, parameters: Mapping[str, str]) -> Asked:
        """What a request asks for of a page whose address has these parameters. Raises InvalidInput in words."""
        written, view = _view(parameters)
        return Asked(request, Addresses.of(request, self.settings).viewed(written), view)

    async def answer(self, asked: Asked, name: str, **variables: object) -> Answer:
        """What the query of that name answers under the view that is asked for."""
        given = {key: value for key, value in variables.items() if value is not None}
        if asked.view:
            given["asOf"] = asked.view
        data, loading = await self.endpoint.answer(query(name), given)
        return Answer(query(name), given, data, loading)

    async def pages(self, asked: Asked, name: str, way: tuple[str, ...], **variables: object) -> AsyncIterator[Node]:
        """Every page of the list that stands at `way` in what the query of that name answers."""
        async for page in self.following(asked, name, way, await self.answer(asked, name, **variables)):
            yield page

    async def following(self, asked: Asked, name: str, way: tuple[str, ...], answer: Answer) -> AsyncIterator[Node]:
        """The same, where the first page has been answered already. Raises NotFound for what is gone meanwhile.

        Raises Unavailable while a large load is under way: then nobody can say that the pages have everything.
        """
        while True:
            if answer.loading:
                raise Unavailable("a large load is under way; ask again when it is done, for the whole table")
            page = reduce(lambda found, step: found and found[step], way, answer.data)
            if page is None:
                raise NotFound(f"{answer.variables.get('id', name)} is gone")
            yield page
            if not page.get("pageInfo", {}).get("hasNextPage"):
                return
            answer = await self.answer(asked, name, **{**answer.variables, "after": page["pageInfo"]["endCursor"]})

    def page(self, asked: Asked, template: str, answer: Answer | None, **context: object) -> Response:
        """A page of HTML."""
        shared = {"at": asked.at, "asked": asked, "answer": answer, "clocks": CLOCKS}
        return self.respond(asked, render(template, {**shared, **context}), Form.HTML)

    def respond(self, asked: Asked, body: str | bytes, form: Form) -> Response:
        """A body in one of the forms, or 304 for whoever has it already."""
        content = body.encode(errors="replace") if isinstance(body, str) else body
        tag = f'"{hashlib.blake2b(content, digest_size=12).hexdigest()}"'
        headers = {**_headers(asked, form), "etag": tag}
        if tag in asked.request.headers.get("if-none-match", ""):
            return Response(None, 304, headers)
        return Response(content, 200, headers)

    async def stream(self, asked: Asked, chunks: AsyncIterator[str], headers: Mapping[str, str]) -> Response:
        """A body that is sent while it is read: a failure at its beginning has a status, a later one breaks it off."""
        first = await anext(chunks)
        given = {**_headers(asked, asked.form), **headers}
        if asked.request.method == "HEAD":
            return Response(None, 200, given)

        async def body() -> AsyncIterator[bytes]:
            yield first.encode(errors="replace")
            async for chunk in chunks:
                yield chunk.encode(errors="replace")

        return StreamingResponse(body(), 200, given)

    def guarded(self, handler: Handler) -> Handler:
        """The same handler, with a page for what goes wrong."""

        @functools.wraps(handler)
        async def guarded(request: Request) -> Response:
            try:
                return await handler(request)
            except ClaimgraphError as error:
                return self._failure(request, error.http_status, error.code, str(error))
            except GraphQLError as error:
                code = str((error.extensions or {}).get("code", "INVALID_QUERY"))
                return self._failure(request, _GRAPHQL_STATUS.get(code, 400), code, error.message)
            except Exception as error:  # noqa: BLE001 - whatever it is, its text is not for the client
                shown = internal_error(error)
                return self._failure(request, 500, "INTERNAL", shown.message)

        return guarded

    def _failure(self, request: Request, status: int, code: str, reason: str) -> Response:
        headers = {**_HEADERS, "cache-control": "no-store", "content-security-policy": _policy(is_embedded=True)}
        if "text/html" not in request.headers.get("accept", "") or "format" in request.query_params:
            content = orjson.dumps({"status": status, "code": code, "reason": reason})
            return Response(content, status, {**headers, "content-type": "application/json"})
        context = {"at": Addresses.of(request, self.settings), "status": status, "reason": reason}
        return Response(
            render("error.html", context),
            status,
            {**headers, "content-type": f"{MEDIA_TYPES[Form.HTML]}; charset=utf-8"},
        )


def _headers(asked: Asked, form: Form) -> dict[str, str]:
    headers = {**_HEADERS, "content-type": f"{MEDIA_TYPES[form]}; charset=utf-8"}
    headers["content-security-policy"] = _policy(is_embedded=asked.is_embedded)
    if asked.is_embedded:
        headers["cross-origin-resource-policy"] = "cross-origin"
    return headers


def _policy(*, is_embedded: bool) -> str:
    return f"{_POLICY}frame-ancestors {'http: https:' if is_embedded else chr(39) + 'self' + chr(39)}"


def _view(given: Mapping[str, str]) -> tuple[dict[str, str], AsOf]:
    """The clocks as they were written in the address, and as the endpoint takes them."""
    written = {clock: given[clock].strip() for clock in CLOCKS if given.get(clock, "").strip()}
    # A plus in an address that nobody encoded arrives as a space; no date holds one.
    view = {clock: moment_of(clock, text.replace(" ", "+")).isoformat() for clock, text in written.items()}
    certainty = given.get("certainty", "").strip().lower()
    if certainty:
        if certainty not in _CERTAINTIES:
            raise InvalidInput(f"certainty={certainty}: write certain or possible")
        if "event" in view:
            written["certainty"] = certainty
            view["certainty"] = _CERTAINTIES[certainty]
    return written, view
