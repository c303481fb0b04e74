"""The addresses of the pages. Each is answered out of the compiled GraphQL path, in process."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from .failures import NotFound
from .lists import home, listing, search
from .oembed import oembed
from .opening import opening
from .render import static_files, version
from .site import Site
from .things import PIECES, THINGS, piece, thing

_MEDIA_TYPES: Final = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
}
_FOR_EVER: Final = "public, max-age=31536000, immutable"
_FOR_AN_HOUR: Final = "public, max-age=3600"


def page_routes(site: Site) -> list[BaseRoute]:
    """A route for each page, piece and file."""

    def route(path: str, answer: Callable[..., Awaitable[Response]], *given: str) -> Route:
        async def endpoint(request: Request) -> Response:
            return await answer(site, request, *given)

        return Route(path, site.guarded(endpoint))

    return [
        route("/", home),
        route("/search", search),
        *(route(f"/{name}", listing, name) for name in ("issues", "entities", "sources")),
        *(route(f"/{kind}/{{rest:path}}", thing, kind) for kind in THINGS),
        *(route(f"/embed/{kind}/{{rest:path}}", piece, kind) for kind in PIECES),
        route("/oembed", oembed),
        route("/open/{rest:path}", opening),
        Route("/static/{name}", site.guarded(static)),
        Route("/embed.js", site.guarded(partial(static, name="embed.js"))),
        Route("/favicon.ico", site.guarded(partial(static, name="icon.svg"))),
    ]


async def static(request: Request, name: str = "") -> Response:
    """One of our own files, which any page of any origin may use."""
    name = name or request.path_params["name"]
    if name not in static_files():
        raise NotFound(f"there is no file {name!r} here")
    headers = {
        "access-control-allow-origin": "*",
        "cache-control": _FOR_EVER if request.query_params.get("v") == version() else _FOR_AN_HOUR,
        "content-type": _MEDIA_TYPES[name.rpartition(".")[2]],
        "cross-origin-resource-policy": "cross-origin",
        "x-content-type-options": "nosniff",
    }
    return Response(static_files()[name], headers=headers)
