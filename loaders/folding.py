"""Rows of one id that programs wrote and that differ only in what no id rests on: one row, with all that they say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import orjson

from ..graph.records import Claim

if TYPE_CHECKING:
    from .row import Row

_APART = "; "


def folded(first: Row, second: Row) -> Row:
    """Both as one, whichever comes first: of each field the smaller text, all locators, and every `raw` in a list."""
    a, b = sorted((first, second), key=lambda row: orjson.dumps(row.record))
    if not isinstance(a.record, Claim) or not isinstance(b.record, Claim):
        return a
    locators = {part for each in (a.record, b.record) if each.locator for part in each.locator.split(_APART)}
    claim = replace(
        a.record,
        locator=_APART.join(sorted(locators)) or None,
        raw=_both(a.record.raw, b.record.raw),
        quote=a.record.quote or b.record.quote,
        source_key=a.record.source_key or b.record.source_key,
    )
    return replace(a, record=claim)


def _both(first: str | None, second: str | None) -> str | None:
    """A JSON list of everything that was said, each once, in a fixed order; one thing said stands alone."""
    said = sorted({orjson.dumps(part, option=orjson.OPT_SORT_KEYS) for raw in (first, second) for part in _parts(raw)})
    if len(said) < 2:  # noqa: PLR2004 - one is none to join
        return said[0].decode() if said else None
    return f"[{','.join(part.decode() for part in said)}]"


def _parts(raw: str | None) -> list[object]:
    tree = orjson.loads(raw) if raw else []
    return tree if isinstance(tree, list) else [tree]
