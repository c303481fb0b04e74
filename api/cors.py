"""Cross-origin requests: which other sites' scripts may read what the service answers."""

from __future__ import annotations

from typing import Final

from starlette.applications import Starlette
from starlette.middleware.cors import CORSMiddleware

from .requests import PREFLIGHT

_METHODS: Final = ("GET", "POST", "OPTIONS")
_CLIENTS: Final = (
    "apollographql-client-name",
    "apollographql-client-version",
    "x-apollo-operation-name",
    "x-apollo-operation-type",
)
"""What GraphQL clients send of their own accord."""


def allow_origins(app: Starlette, origins: str) -> None:
    """Lets scripts of these origins read every answer, `*` for any; with none, the app stays as it is."""
    allowed = [origin.strip().lower() for origin in origins.split(",") if origin.strip()]
    if allowed:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=allowed,
            allow_methods=_METHODS,
            allow_headers=("content-type", "authorization", *PREFLIGHT, *_CLIENTS),
        )
