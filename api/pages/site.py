"""What every page shares: the view that is asked for, the answer of the endpoint, the response and its headers."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from ...graph.errors import InvalidInput
from ...settings import Settings
from ..as_of import CLOCKS, AsOf, in_words, moment_of
from ..execution import Endpoint
from ..reasons import Node
from .addresses import Addresses
from .failures import NotFound, NotWhole, failure
from .headers import headers_of
from .negotiation import Form, form_asked
from .queries import query
from .render import render

_CERTAINTIES: Final = {"certain": "CERTAIN", "possible": "POSSIBLE"}

NARROWING: Final = ("contested", "topic", "about", "kind", "q")
"""Parameters of lists that say what is on them."""
Handler = Callable[[Request], Awaitable[Response]]


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
        return in_words(self.view)

    def of_now(self) -> Asked:
        """The same, of the graph as it is."""
        return replace(self, view={})

    @property
    def narrowing(self) -> dict[str, str]:
        """What narrows the list that is asked for: the same in each of its views and forms."""
        return {name: value for name in NARROWING if (value := self.parameter(name))}

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

        Raises NotWhole while a large load is under way: then nobody can say that the pages have everything.
        """
        while True:
            if answer.loading:
                raise NotWhole("a large load is under way; ask again when it is done, for the whole table")
            page = reduce(lambda found, step: found and found[step], way, answer.data)
            if page is None:
                raise NotFound(f"{answer.variables.get('id', name)} is gone")
            yield page
            if not page.get("pageInfo", {}).get("hasNextPage"):
                return
            answer = await self.answer(asked, name, **{**answer.variables, "after": page["pageInfo"]["endCursor"]})

    def page(self, asked: Asked, template: str, answer: Answer | None, **context: object) -> Response:
        """A page of HTML."""
        shared = {"at": asked.at, "asked": asked, "answer": answer}
        return self.respond(asked, render(template, {**shared, **context}), Form.HTML)

    def respond(self, asked: Asked, body: str | bytes, form: Form) -> Response:
        """A body in one of the forms, or 304 for whoever has it already."""
        content = body.encode(errors="replace") if isinstance(body, str) else body
        tag = f'"{hashlib.blake2b(content, digest_size=12).hexdigest()}"'
        headers = {**headers_of(form, is_embedded=asked.is_embedded), "etag": tag}
        if tag in asked.request.headers.get("if-none-match", ""):
            return Response(None, 304, headers)
        return Response(content, 200, headers)

    async def stream(self, asked: Asked, chunks: AsyncIterator[str], headers: Mapping[str, str]) -> Response:
        """A body that is sent while it is read: a failure at its beginning has a status, a later one breaks it off."""
        first = await anext(chunks)
        given = {**headers_of(asked.form, is_embedded=asked.is_embedded), **headers}
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
            except Exception as error:  # noqa: BLE001 - whatever it is, a reader gets a page
                return failure(request, self.settings, error)

        return guarded


def _view(given: Mapping[str, str]) -> tuple[dict[str, str], AsOf]:
    """The clocks as they were written in the address, and as the endpoint takes them."""
    written = {clock: given[clock].strip() for clock in CLOCKS if given.get(clock, "").strip()}
    # A plus in an address that nobody encoded arrives as a space; no date holds one.
    view = {clock: moment_of(clock, text.replace(" ", "+")).isoformat() for clock, text in written.items()}
    certainty = given.get("certainty", "").strip().lower()
    if certainty:
        if certainty not in _CERTAINTIES:
            raise InvalidInput(f"certainty={certainty}: write certain or possible")
        if "event" not in view:
            raise InvalidInput(f"certainty={certainty} says how event is meant; give event=2022-11-10 as well")
        written["certainty"] = certainty
        view["certainty"] = _CERTAINTIES[certainty]
    return written, view
