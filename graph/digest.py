"""One hash of what a graph says: the live evidence, the judgements and assessments that hold and the derived layer.

Two databases with one digest say the same, however they came to it: in which order things were loaded, in how many
batches, after which interruptions. When this database learned something has no part in it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import AsyncIterator
from typing import Any

from .store import Store
from .writing import Transaction, read_rows

_PARTS = (
    *("datasets", "entities", "sources", "claims", "judgements", "assessments"),
    *("issues", "positions", "relations"),
)
_OWN_CLOCK = frozenset({"recorded_from", "recorded_to", "recorded_at", "changed_at", "sort_at"})
"""Properties that say when this database learned something, or fall back on that."""
_LEFT_OUT = _OWN_CLOCK | {"sort_name"}
"""`sort_name` is the beginning of the name, which is there: graphs from before it keep their digest."""
_PAGE = 2_000


async def digest(store: Store) -> str:
    """40 hexadecimal digits. Reads the whole graph, a page at a time and all of it in one transaction."""
    return await store.write(_digest)


async def _digest(tx: Transaction) -> str:
    hashed = hashlib.blake2b(digest_size=20)
    for part in _PARTS:
        async for row in _rows(tx, part):
            line = json.dumps([part, row], ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=_plain)
            hashed.update(line.encode() + b"\n")
    return hashed.hexdigest()


async def _rows(tx: Transaction, part: str) -> AsyncIterator[list[Any]]:
    after = ""
    while True:
        [[page]] = await read_rows(tx, f"digest_{part}", after=after, limit=_PAGE)
        for row in page:
            yield _told(row)
        if len(page) < _PAGE:
            return
        after = page[-1][0]


def _told(cell: Any) -> Any:  # noqa: ANN401 - whatever Neo4j returns
    if isinstance(cell, list):
        return [_told(each) for each in cell]
    if isinstance(cell, dict):
        return {name: value for name, value in cell.items() if name not in _LEFT_OUT}
    return cell


def _plain(value: object) -> str:
    """Times and points, which JSON has no form for."""
    return str(value)
