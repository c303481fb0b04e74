"""Evidence into the graph: one kind of rows at a time, with all that hangs on them, whole or not at all."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from graphlib import TopologicalSorter

from ..cypher import statement
from .evidence import Changes, dataset_row
from .progress import Progress, Task
from .records import Claim, Entity
from .rows import ID, Cell, Row, attribution_rows
from .writing import Transact, Transaction, batches, write_rows

_DATASET = ("id", "title", "licence", "redistribute", "vocabulary")


async def write_changes(transact: Transact, changes: Sequence[Changes], now: datetime, progress: Progress) -> None:
    """Writes all that differs, what is referred to first.

    A batch carries what its rows need, so that a killed run leaves no half row behind.
    """
    with progress.task("Writing", total=sum(map(len, changes)), unit="rows") as task:
        for evidence in (change.evidence for change in changes if change.dataset):
            await transact(partial(_dataset, dict(zip(_DATASET, dataset_row(evidence), strict=True))))
            task.advance()
        await _write_entities(transact, changes, task)
        for batch in batches([row for change in changes for row in (*change.sources.new, *change.sources.changed)]):
            await transact(partial(_sources, batch, now))
            task.advance(len(batch))
        claims = {claim.id: claim for change in changes for claim in change.evidence.claims}
        for batch in batches([row for change in changes for row in change.claims.new]):
            await transact(partial(_new_claims, batch, claims, now))
            task.advance(len(batch))
        for what, rows in [each for change in changes for each in _corrections(change)]:
            for part in batches(rows):
                await transact(partial(write_rows, what=what, rows=part, now=now))
                task.advance(0 if what == "restore_claims" else len(part))  # corrected before, and counted there


async def _write_entities(transact: Transact, changes: Sequence[Changes], task: Task) -> None:
    entities = {entity.id: entity for change in changes for entity in change.evidence.entities}
    new = {row[ID] for change in changes for row in change.entities.new}
    rows = [row for change in changes for row in (*change.entities.new, *change.entities.changed)]
    for batch in batches(_wholes_first(rows, entities)):
        await transact(partial(_entities, batch, entities, new))
        task.advance(len(batch))


async def _dataset(described: Mapping[str, object], tx: Transaction) -> None:
    await tx.run(statement("write/upsert_dataset").text, dict(described))


async def _entities(rows: Sequence[Row], entities: Mapping[str, Entity], new: Container[Cell], tx: Transaction) -> None:
    ids = [row[ID] for row in rows]
    corrected = [row for row in rows if row[ID] not in new]
    await write_rows(tx, "create_entities", [row for row in rows if row[ID] in new])
    await write_rows(tx, "relabel_entities", corrected)
    await write_rows(tx, "describe_entities", rows)
    await write_rows(tx, "unlink_parents", [row[ID] for row in corrected])
    await write_rows(tx, "link_parents", [(place, whole) for place in ids for whole in entities[str(place)].part_of])


async def _sources(rows: Sequence[Row], now: datetime, tx: Transaction) -> None:
    await write_rows(tx, "upsert_sources", rows, now=now)
    await write_rows(tx, "unlink_publishers", [row[ID] for row in rows])
    await write_rows(tx, "link_publishers", [(row[ID], row[2]) for row in rows])


async def _new_claims(rows: Sequence[Row], claims: Mapping[str, Claim], now: datetime, tx: Transaction) -> None:
    new = [claims[str(row[ID])] for row in rows]
    await write_rows(tx, "create_claims", rows, now=now)
    await write_rows(tx, "link_objects", [(claim.id, claim.object) for claim in new if claim.object])
    await write_rows(tx, "link_events", [(claim.id, claim.during) for claim in new if claim.during])
    await write_rows(tx, "link_attribution", [row for claim in new for row in attribution_rows(claim)])


def _corrections(changes: Changes) -> Iterator[tuple[str, Sequence[object]]]:
    """What is already in the graph and reads otherwise now, is gone, or is back; and what joins what is there."""
    yield "update_claims", changes.claims.changed
    yield "restore_claims", changes.claims.returned
    yield "retract_claims", changes.claims.vanished
    yield "retract_sources", changes.sources.vanished
    yield "retract_entities", changes.entities.vanished
    yield "create_judgements", changes.new_judgements
    yield "end_judgements", changes.ended_judgements
    yield "create_assessments", changes.new_assessments
    yield "end_assessments", changes.ended_assessments


def _wholes_first(rows: Iterable[Row], entities: Mapping[str, Entity]) -> list[Row]:
    """Places behind the places that they are part of, so that no batch points to a later one."""
    by_id = {str(row[ID]): row for row in rows}
    graph = {
        identifier: [whole for whole in entities[identifier].part_of if whole in by_id] for identifier in sorted(by_id)
    }
    return [by_id[identifier] for identifier in TopologicalSorter(graph).static_order()]
