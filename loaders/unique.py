"""One row for each id: what says the same twice is one, what says otherwise under one id is noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from ..graph.ids import key_of
from ..graph.records import Kind
from .folding import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from .places import Problems
    from .row import Finished, Row
    from .rows import Rows

DUPLICATE = "DUPLICATE"
"""The code of what stands under another's id, or key."""


def make_one(rows: Rows, kinds: Collection[str], message: str, finish: Callable[[Row], Finished] | None = None) -> None:
    """Leaves one row of each id; `message` tells of another, with `{name}` and `{first}`.

    Rows that are finished already are finished anew where several say more than the first.
    """
    for kind, group in rows.repeated(kinds):
        one = group[0]
        for row in group[1:]:
            one = _one_of(one, row, message, rows.problems)
        rows.replace(group, one)
        if finish and one.record != group[0].record:
            rows.finish([finish(one)])
        told = sum(not row.mention for row in group)
        rows.again[kind] += max(0, told - 1)
        rows.mentions[kind] += len(group) - max(1, told)


def judgements_by_id(rows: Iterable[Row], problems: Problems) -> dict[str, Row]:
    """Judgements by id, each once; they are few."""
    message = "says the same as {first}; make the two one, with both places in its locator"
    found: dict[str, Row] = {}
    for row in rows:
        first = found.setdefault(row.record.id, row)
        if first is not row:
            _one_of(first, row, message, problems)
    return found


def refuse_shared_keys(rows: Rows) -> None:
    """Notes claims that have another's key of their dataset."""
    for first, *others in rows.sharing_keys():
        for row in others:
            key = getattr(row.record, "source_key", "")
            message = f"the key '{key}' belongs to another claim, at {first.locate('').address}"
            rows.problems.note(row, "source_key", message, DUPLICATE)
            rows.problems.also_wrong(first)


def _one_of(first: Row, row: Row, message: str, problems: Problems) -> Row:
    """What two rows of one id come to."""
    if first.record == row.record or first.mention != row.mention:
        return row if first.mention else first
    if first.mention:
        return min(first, row, key=_vagueness)
    if first.folds and row.folds:
        return folded(first, row)
    if first.sound and row.sound:
        name, address = key_of(row.record.id), first.locate("").address
        problems.note(row, "", message.format(name=name, first=address), DUPLICATE)
        problems.also_wrong(first)
    return first


def _vagueness(row: Row) -> tuple[bool, bytes]:
    """Of two who only mention an entity, the one that knows its kind is followed, whichever comes first."""
    return getattr(row.record, "kind", None) is Kind.THING, orjson.dumps(row.record)
