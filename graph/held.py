"""What the graph holds as the records that made it, each with what this database recorded of it, a page at a time."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

from .errors import Conflict
from .publication import read_publication
from .purged import Purged
from .records import (
    Assessment,
    Claim,
    Dataset,
    Entity,
    Judgement,
    Kind,
    Level,
    Modality,
    Mode,
    Polarity,
    Range,
    Record,
    Source,
    Span,
    Value,
    ValueKind,
)
from .vocabulary import VOCABULARY, Vocabulary
from .writing import Transaction, read_rows

_PAGE: Final = 2_000
_BOUNDS: Final = ("start_min", "start_max", "end_min", "end_max")
_NOTHING: Final[Mapping[str, Any]] = {}


@dataclass(frozen=True, slots=True)
class Held:
    """A record, and when this database learned it: moments and whether it is live, by name."""

    record: Record
    recorded: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contents:
    """A graph's version, its datasets with what they bring, and its loads."""

    version: int
    derived_by: str | None
    datasets: tuple[tuple[Dataset, Vocabulary], ...]
    runs: tuple[Mapping[str, Any], ...]
    purged: Purged


async def contents(tx: Transaction) -> Contents:
    """What there is, but its records. Raises Conflict while a load is under way: it would be half of one."""
    held = await read_publication(tx)
    if held.run:
        names = ", ".join(held.run.datasets)
        raise Conflict(f"a load of {names} is under way, or was interrupted; when it is through, run this again")
    datasets = tuple(
        (Dataset(str(row[0]), *row[1:4]), VOCABULARY.validate_json(str(row[4])))  # type: ignore[arg-type]
        for _, row in sorted(held.datasets.items())
    )
    runs = tuple(_plain(properties) for (properties,) in await read_rows(tx, "export_runs"))
    return Contents(held.version, held.derived_by, datasets, runs, await Purged.of(tx))


async def records(tx: Transaction) -> AsyncIterator[Held]:
    """Entities, sources, claims, judgements and assessments, each by id, those that no longer hold as well."""
    async for _, properties, wholes in _pages(tx, "export_entities"):
        yield Held(_entity(properties, wholes), {"live": properties["live"]})
    async for _, properties in _pages(tx, "export_sources"):
        told = _plain(properties)
        yield Held(_source(told), {"live": told["live"], "sort_at": told["sort_at"]})
    async for _, properties, locator, levels in _pages(tx, "export_claims"):
        told = _plain(properties)
        recorded = {"live": told["live"], "from": told["recorded_from"], "to": told["recorded_to"]}
        yield Held(_claim(told, locator, levels), recorded | {"changed_at": told["changed_at"]})
    for kind, a, b, properties in await read_rows(tx, "export_judgements"):
        told = _plain(properties)
        yield Held(_judgement(kind, a, b, told), {"at": told["recorded_at"], "ended": told.get("ended_at")})
    async for _, properties in _pages(tx, "export_assessments"):
        told = _plain(properties)
        yield Held(_assessment(told), {"at": told["recorded_at"], "ended": told.get("ended_at")})


async def _pages(tx: Transaction, name: str) -> AsyncIterator[list[Any]]:
    after = ""
    while True:
        [[page]] = await read_rows(tx, name, after=after, limit=_PAGE)
        for row in page:
            yield row
        if not page or len({row[0] for row in page}) < _PAGE:
            return
        after = page[-1][0]


def _plain(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Properties with the driver's times as Python's, in UTC."""
    return {name: _told(value) for name, value in properties.items()}


def _told(value: Any) -> Any:  # noqa: ANN401 - whatever Neo4j returns
    if isinstance(value, list):
        return [_told(each) for each in value]
    native = value.to_native() if hasattr(value, "to_native") else value
    return native.astimezone(UTC) if isinstance(native, datetime) else native


def _span(told: Mapping[str, Any]) -> Span:
    bounds = {bound: told.get(f"event_{bound}") for bound in _BOUNDS}
    return Span(edtf=told.get("event_edtf"), **bounds)


def _entity(properties: Mapping[str, Any], wholes: list[str]) -> Entity:
    told = _plain(properties)
    point = told.get("location")
    return Entity(
        told["id"],
        told["dataset"],
        Kind(told["kind"]),
        told["name"],
        tuple(told.get("names", ())),
        told.get("description"),
        tuple(told.get("external_ids", ())),
        told.get("side"),
        told.get("named", True),
        tuple(wholes),
        told.get("place_type"),
        (point.latitude, point.longitude) if point else None,
        told.get("echelon"),
        told.get("symbol_code"),
        _span(told),
    )


def _source(told: Mapping[str, Any]) -> Source:
    names = ("title", "url", "language", "published_at", "published_edtf", "retrieved_at", "archived_url")
    told_of: dict[str, Any] = {name: told.get(name) for name in names}
    return Source(told["id"], told["dataset"], told["publisher_id"], **told_of)


def _claim(told: Mapping[str, Any], locator: str | None, levels: list[tuple[str, Mapping[str, Any]]]) -> Claim:
    names = ("quote", "quote_language", "raw", "extraction_confidence", "source_key")
    beside: dict[str, Any] = {name: told.get(name) for name in names}
    return Claim(
        told["id"],
        told["dataset"],
        told["source_id"],
        told["predicate"],
        told["subject_id"],
        told["text"],
        tuple(_level(entity, _plain(properties)) for entity, properties in levels),
        told.get("object_id"),
        told.get("during_id"),
        Polarity(told["polarity"]),
        Modality(told["modality"]),
        told.get("condition"),
        _value(told),
        _span(told),
        Range(told.get("asserted_min"), told.get("asserted_max")),
        locator,
        **beside,
    )


def _level(entity: str, told: Mapping[str, Any]) -> Level:
    mode = told.get("mode")
    return Level(entity, told.get("verb"), Mode(mode) if mode else None, Range(told.get("at_min"), told.get("at_max")))


def _value(told: Mapping[str, Any]) -> Value:
    kind = told.get("value_kind")
    return Value(
        told.get("quantity_low"),
        told.get("quantity_high"),
        bool(told.get("low_open")),
        bool(told.get("high_open")),
        bool(told.get("approximate")),
        text=told.get("value_text"),
        kind=ValueKind(kind) if kind else None,
        **{name: told.get(name) for name in ("unit", "dimension", "quantity_text")},
    )


def _judgement(kind: str, a: str, b: str, told: Mapping[str, Any]) -> Judgement:
    record = "same" if kind == "SAME_AS" else "different"
    return Judgement(told["id"], told["dataset"], record, a, b, told["by"], told["basis"], told.get("at"))  # type: ignore[arg-type]


def _assessment(told: Mapping[str, Any]) -> Assessment:
    return Assessment(
        told["id"],
        told["dataset"],
        told["target_id"],
        told["scheme"],
        told["value"],
        told["by"],
        told.get("at"),
        told.get("basis"),
    )
