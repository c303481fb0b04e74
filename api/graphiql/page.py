"""GraphiQL for browsers: its page and the files of the page. A query in the page's address is shown, never run."""

from __future__ import annotations

import asyncio
import hashlib
from contextlib import suppress
from importlib.resources import files
from typing import Final

from jinja2 import Environment, PackageLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from ...graph.local.webjars import graphiql_files
from ...settings import Settings

EXAMPLES: Final = ("losses", "contested", "about-an-entity", "claim-to-source", "known-then")
"""The files of examples/ in the order of their tabs."""
_OURS: Final = ("start.js", "style.css")
_TYPES: Final = {"css": "text/css", "js": "text/javascript"}
_SCROLL_LOCK: Final = "'sha256-Y/huXlwoYkVyQlxwSVcCi1RCDGDCSVBzDt0hYP9qlTc='"
"""The one style element that GraphiQL 2.4.7 makes: behind an open dialog the page does not scroll."""
_POLICY: Final = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": f"'self' {_SCROLL_LOCK}",
    "font-src": "data:",
    "img-src": "data:",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
_PAGE_HEADERS: Final = {
    "content-security-policy": "; ".join(f"{name} {value}" for name, value in _POLICY.items()),
    "cache-control": "no-cache",
    "referrer-policy": "same-origin",
    "vary": "accept",
    "x-content-type-options": "nosniff",
}
_FOR_GOOD: Final = "public, max-age=31536000, immutable"


class GraphiQL:
    """What browsers get at the endpoint. GraphiQL itself is looked for in the cache until it is there."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._templates = Environment(loader=PackageLoader(__package__, ""), autoescape=True)
        self._examples = examples()
        self._files: dict[str, bytes] = {}

    async def page(self) -> Response:
        """GraphiQL; without its files, or where it is turned off, a page that says what stands here."""
        if await self._found():
            page = self._templates.get_template("index.html")
            html = page.render(address=self._address, examples=self._examples.values())
        else:
            html = self._templates.get_template("plain.html").render(graphiql=self._settings.graphiql)
        return HTMLResponse(html, headers=_PAGE_HEADERS)

    async def file(self, request: Request) -> Response:
        """A script or style sheet of the page, to be kept for good under the address that the page gives it."""
        name = request.path_params["name"]
        content = (await self._found()).get(name)
        if content is None:
            return PlainTextResponse("There is no such file.", 404)
        kept = _FOR_GOOD if request.query_params.get("v") == _version(content) else "no-cache"
        headers = {"cache-control": kept, "x-content-type-options": "nosniff"}
        return Response(content, media_type=_TYPES[name.rpartition(".")[2]], headers=headers)

    async def _found(self) -> dict[str, bytes]:
        """The content of each file; nothing as long as GraphiQL is not in the cache."""
        if not self._files and self._settings.graphiql:
            fetched: dict[str, bytes] = {}
            with suppress(OSError):  # what cannot be read is not there
                fetched = await asyncio.to_thread(graphiql_files, self._settings.cache)
            self._files = fetched and fetched | {name: files(__package__).joinpath(name).read_bytes() for name in _OURS}
        return self._files

    def _address(self, name: str) -> str:
        """Where the page finds a file: relative to itself, so that any prefix will do, and new with each content."""
        return f"graphiql/{name}?v={_version(self._files[name])}"


def examples() -> dict[str, str]:
    """The example queries by name, in the order of their tabs."""
    folder = files(__package__).joinpath("examples")
    return {name: folder.joinpath(f"{name}.graphql").read_text(encoding="utf-8") for name in EXAMPLES}


def _version(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
