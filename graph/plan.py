"""What a load would do, found without writing anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from ..cypher import statement
from .changes import Changes, Retracting, RowChanges
from .compare import compare_all, shrinks
from .evidence import Evidence
from .ids import key_of
from .notes import CORRECTED, Notes, State
from .progress import Progress
from .publication import read_publication
from .records import Assessment, Claim, Entity, Source
from .store import Store

_SAMPLES = 3
_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class PlannedRows:
    """Rows of one kind that would differ, with a few of each sort as (id, what it says)."""

    new: int
    changed: int
    vanished: int
    samples: Mapping[str, list[tuple[str, str]]] = field(default_factory=dict)
    """Under `new`, `changed` and `vanished`."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What would become of one dataset."""

    dataset: str
    title: str
    described_anew: bool
    """Whether its title, licence or vocabulary would differ."""
    rows: Mapping[str, PlannedRows]
    """By kind: entities, sources, claims, assessments, judgements."""
    shrinks: bool
    """Whether more would vanish than a load retracts unless it is told to."""

    @property
    def writes(self) -> bool:
        """Whether a load would write anything of it."""
        return self.described_anew or any(each.new or each.changed or each.vanished for each in self.rows.values())


async def plan(
    store: Store, evidence: Sequence[Evidence], progress: Progress, retracting: Retracting
) -> tuple[Planned, ...]:
    """What a load of this evidence would do. Raises Conflict while another load is under way, and Unavailable."""
    held = await store.write(read_publication)
    held.admit([each.dataset.id for each in evidence])
    any_number = Retracting(retracting.vanished, however_many=True)
    changes = await compare_all(store, held, evidence, Notes(), any_number, progress)
    return tuple([await _planned(store, change, retracting) for change in changes])


async def _planned(store: Store, change: Changes, retracting: Retracting) -> Planned:
    kinds: dict[str, RowChanges[Any]] = {
        "entities": change.entities,
        "sources": change.sources,
        "claims": change.claims,
    }
    rows = {kind: await _rows(store, each) for kind, each in kinds.items()}
    rows["assessments"] = await _rows(store, change.assessments)
    rows["judgements"] = PlannedRows(len(change.new_judgements), 0, len(change.ended_judgements))
    dataset = change.evidence.dataset
    refused = not retracting.however_many and shrinks(change)
    return Planned(key_of(dataset.id), dataset.title, change.dataset, rows, refused)


async def _rows(store: Store, changes: RowChanges[Any]) -> PlannedRows:
    gone = next(changes.ids(State.VANISHED, size=_SAMPLES), [])
    said = await store.read(statement("read/said_by_id").text, {"ids": gone}, timeout=_PATIENCE) if gone else []
    samples = {
        "new": _first(changes, State.NEW),
        "changed": _first(changes, *CORRECTED),
        "vanished": [(str(identifier), str(text)) for identifier, text in said],
    }
    return PlannedRows(changes.new, changes.changed, changes.vanished, samples)


def _first(changes: RowChanges[Any], *states: State) -> list[tuple[str, str]]:
    records = (record for portion in changes.brought(*states) for record in portion)
    return [(record.id, _says(record)) for record in islice(records, _SAMPLES)]


def _says(record: Entity | Source | Claim | Assessment) -> str:
    if isinstance(record, Claim):
        return record.text
    if isinstance(record, Entity):
        return record.name
    return (record.title or record.url or "") if isinstance(record, Source) else f"{record.scheme} {record.value}"
