"""What Neo4j Browser fetches from the service: the guide, the style and the saved queries, from any page's origin."""

from __future__ import annotations

from typing import Final

from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route, Router

from ..graph.browser.guide import guide_html, saved_queries
from ..graph.browser.style import as_grass

_HEADERS: Final = {
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
}
"""Opened by itself, the guide runs nothing; its few styles stand in it, as Browser takes no style sheet along."""


async def _guide(_: Request) -> Response:
    return HTMLResponse(guide_html(), headers=_HEADERS)


async def _style(_: Request) -> Response:
    return PlainTextResponse(as_grass())


async def _queries(_: Request) -> Response:
    attached = {"content-disposition": 'attachment; filename="claimgraph-queries.zip"'}
    return Response(saved_queries(), headers=attached, media_type="application/zip")


browser_files: Final = CORSMiddleware(
    Router([Route("/guide.html", _guide), Route("/style.grass", _style), Route("/queries.zip", _queries)]),
    allow_origins=["*"],
    allow_headers=["*"],
)
"""The app of these three, to be mounted at `/browser`; they are the same for everyone and hold no secret."""
