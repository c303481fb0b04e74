"""Times in records: all in UTC, and none that begins after it ends."""

from __future__ import annotations

import operator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from ..graph.records import Assessment, Claim, Entity, Judgement, Level, Range, Source, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..graph.records import Record
    from .places import Problems
    from .row import Row

T = TypeVar("T")

_NONE = timedelta()

_TIMED: dict[type, tuple[str, ...]] = {
    Claim: ("event", "asserted", "attribution"),
    Entity: ("event",),
    Source: ("published_at", "retrieved_at"),
    Judgement: ("at",),
    Assessment: ("at",),
    Level: ("at",),
    Span: ("start_min", "start_max", "end_min", "end_max"),
    Range: ("min", "max"),
}
"""Which fields can hold a time."""


def in_utc(value: T, note: Callable[[str, str], None], path: str = "") -> T:
    """A record with its times in UTC, to the second; a time without a zone is noted with its path."""
    return _in_utc(value, note, path)  # type: ignore[no-any-return]


def _in_utc(value: Any, note: Callable[[str, str], None], path: str) -> Any:  # noqa: ANN401 - any field's value
    if isinstance(value, datetime):
        if value.tzinfo is None:
            note(path, f"'{value.isoformat()}' has no zone; write Z behind it for UTC")
            return value.replace(tzinfo=UTC)
        if not value.microsecond and value.utcoffset() == _NONE:
            return value
        return value.astimezone(UTC).replace(microsecond=0)
    if isinstance(value, tuple):
        parts = tuple(_in_utc(part, note, f"{path}[{index}]") for index, part in enumerate(value))
        return value if all(map(operator.is_, parts, value)) else parts
    changed = {}
    for name in _TIMED.get(type(value), ()):
        before = getattr(value, name)
        after = before if before is None else _in_utc(before, note, f"{path}.{name}".removeprefix("."))
        if after is not before:
            changed[name] = after
    return replace(value, **changed) if changed else value


def check_order(record: Record, row: Row, problems: Problems) -> None:
    """Note bounds that exclude each other: an end before the beginning, a low above its high."""
    for field, low, high in _bounds(record):
        if low is not None and high is not None and low > high:
            problems.note(row, field, f"lies between {_written(low)} and {_written(high)}, which no value can")


def _bounds(record: Record) -> Iterator[tuple[str, Any, Any]]:
    if isinstance(record, Claim):
        yield "value.low", record.value.low, record.value.high
        yield "asserted.min", record.asserted.min, record.asserted.max
        for index, level in enumerate(record.attribution):
            yield f"attribution[{index}].at.min", level.at.min, level.at.max
    if isinstance(record, Claim | Entity):
        event = record.event
        yield "event.start_min", event.start_min, event.start_max
        yield "event.end_min", event.end_min, event.end_max
        yield "event.start_min", event.start_min, event.end_max


def _written(bound: datetime | float) -> str:
    return f"{bound:%Y-%m-%d %H:%M} UTC" if isinstance(bound, datetime) else f"{bound:g}"
