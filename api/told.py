"""What those who handle a request tell of it, for the log and the figures: never a value that a client sent."""

from __future__ import annotations

from typing import Any

from starlette.types import Scope

_PLACE = "claimgraph"


def tell(scope: Scope, **facts: Any) -> None:  # noqa: ANN401 - what JSON holds
    """Notes facts beside the request."""
    scope.setdefault("state", {}).setdefault(_PLACE, {}).update(facts)


def told(scope: Scope) -> dict[str, Any]:
    """What was noted."""
    found: dict[str, Any] = scope.get("state", {}).get(_PLACE, {})
    return found
