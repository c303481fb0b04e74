"""Cross-origin requests: which other sites' scripts may read what the service answers."""

from __future__ import annotations

from typing import Final

from starlette.applications import Starlette
from starlette.middleware.cors import CORSMiddleware
from starlette.types import Receive, Scope, Send

from .requests import PREFLIGHT

_METHODS: Final = ("GET", "POST", "OPTIONS")
_CLIENTS: Final = (
    "apollographql-client-name",
    "apollographql-client-version",
    "x-apollo-operation-name",
    "x-apollo-operation-type",
)
"""What GraphQL clients send of their own accord."""


_FOR_EVERYONE: Final = ("/browser/", "/static/", "/embed.js")
"""Files that say so themselves, and that Neo4j Browser asks for with headers of its own."""


class _Listed(CORSMiddleware):
    """Starlette's, for all but the files that are everyone's."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, or lets the app answer."""
        path = scope.get("path", "").removeprefix(scope.get("root_path", ""))
        answer = self.app if path.startswith(_FOR_EVERYONE) else super().__call__
        await answer(scope, receive, send)


def allow_origins(app: Starlette, origins: str) -> None:
    """Lets scripts of these origins read every answer, `*` for any; with none, the app stays as it is."""
    allowed = [origin.strip().lower() for origin in origins.split(",") if origin.strip()]
    if allowed:
        app.add_middleware(
            _Listed,
            allow_origins=allowed,
            allow_methods=_METHODS,
            allow_headers=("content-type", "authorization", *PREFLIGHT, *_CLIENTS),
        )
