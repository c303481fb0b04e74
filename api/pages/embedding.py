"""How the page of a thing is shown within other pages: by which element, and how large a frame it wants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Embedding:
    """For example: "an issue is a `claim-board`, or a frame of 720 by 640 pixels"."""

    kind: str
    element: str
    width: int
    height: int


_EMBEDDINGS: Final[Mapping[str, Embedding]] = {
    each.kind: each
    for each in (
        Embedding("issue", "claim-board", 720, 640),
        Embedding("entity", "entity-card", 480, 560),
        Embedding("claim", "claim-card", 480, 400),
    )
}


def embedding_of(path: str) -> Embedding | None:
    """How the page at a path below the prefix is embedded, `issue/…` as a board; None for one that is not."""
    kind, slash, _ = path.partition("/")
    return _EMBEDDINGS.get(kind) if slash else None
