"""Asking each page's query once before anyone else does."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Final

from graphql import GraphQLError

from ...graph.errors import ClaimgraphError
from ..execution import Endpoint
from .queries import query

_ID: Final = "nobody/has/this-id-of-usual-length"
_ISSUES: Final = (f"issue/{_ID}", "issue/status/one-part-of-usual-length")
_THEN: Final = {"asOf": {"known": "2000-01-01T00:00:00+00:00"}}
ASKED: Final[tuple[tuple[str, Mapping[str, object]], ...]] = (
    ("home", {"contested": True}),
    *((name, {"id": identifier}) for name in ("size", "issue", "board") for identifier in _ISSUES),
    ("claim", {"id": f"claim/{_ID}"}),
    ("entity", {"id": f"entity/{_ID}"}),
    ("source", {"id": f"source/{_ID}"}),
    ("search", {"text": "nobody is called this"}),
    ("issues", {}),
    ("issues", {"contested": True}),
    ("entities", {}),
    ("sources", {}),
    ("card", {"id": f"claim/{_ID}"}),
    ("portrait", {"id": f"entity/{_ID}"}),
    ("home", {"contested": True, **_THEN}),
    ("issue", {"id": f"issue/{_ID}", **_THEN}),
    ("claim", {"id": f"claim/{_ID}", **_THEN}),
    ("entity", {"id": f"entity/{_ID}", **_THEN}),
)
"""Neo4j keeps a plan for a text and for the sizes of its parameters, up to 1, 10, 100 and so on, hence two issues."""


async def warm_up(endpoint: Endpoint) -> None:
    """Have Neo4j plan the pages' queries, one after the other: seconds each, which no reader needs to wait for then."""
    for name, variables in ASKED:
        with suppress(
            ClaimgraphError, GraphQLError
        ):  # a slow database has the plan then; one that is away says so to whoever asks
            await endpoint.answer(query(name), variables)
