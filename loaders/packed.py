"""Records as bytes for the disk, and back: JSON without what is at its default."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from pydantic import TypeAdapter

from ..graph.records import Assessment, Claim, Dataset, Entity, Judgement, Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..graph.records import Record

_KINDS: Final[Mapping[type, str]] = {
    Dataset: "dataset",
    Entity: "entity",
    Source: "source",
    Claim: "claim",
    Judgement: "judgement",
    Assessment: "assessment",
}
_ADAPTERS: Final[Mapping[str, TypeAdapter[Record]]] = {
    kind: cast("TypeAdapter[Record]", TypeAdapter(type_)) for type_, kind in _KINDS.items()
}


def pack(record: Record) -> tuple[str, str, bytes]:
    """(kind, key of the dataset, all that it says)."""
    kind = _KINDS[type(record)]
    dataset = "" if isinstance(record, Dataset) else record.dataset
    return kind, dataset, _ADAPTERS[kind].dump_json(record, exclude_defaults=True)


def unpack(kind: str, packed: bytes) -> Record:
    """The record that was packed."""
    return _ADAPTERS[kind].validate_json(packed, strict=True)
