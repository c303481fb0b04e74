"""Evidence into the graph: one kind of rows at a time, with all that hangs on them, whole or not at all."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Container, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from graphlib import TopologicalSorter
from typing import Any, Protocol, TypeVar

from ..cypher import statement
from .changes import Changes, dataset_row
from .notes import BROUGHT, CORRECTED, State
from .progress import Progress, Task
from .records import Claim, Entity, Source
from .rows import assessment_row, attribution_rows, claim_row, entity_row, source_row
from .writing import Transact, Transaction, batches, by_halves, write_rows

DATASET = ("id", "title", "licence", "redistribute", "vocabulary")


class _Named(Protocol):
    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=_Named | str | Sequence[object])
_Work = Callable[[Sequence[R], Transaction], Awaitable[None]]


async def write_changes(transact: Transact, changes: Sequence[Changes], now: datetime, progress: Progress) -> None:
    """Writes all that differs, what is referred to first.

    A batch carries what its rows need, so that a killed run leaves no half row behind. Raises OutOfMemory, naming
    rows, where the server has no memory for even a small one.
    """
    writing = _Writing(transact, now)
    with progress.task("Writing", total=sum(map(len, changes)), unit="rows") as task:
        for evidence in (change.evidence for change in changes if change.dataset):
            await transact(partial(_dataset, dict(zip(DATASET, dataset_row(evidence), strict=True))))
            task.advance()
        for entities in _wholes_first(changes):
            states = changes[0].entities.notes.states("entity", [entity.id for entity in entities])
            new = {identifier for identifier, (_, state) in states.items() if state is State.NEW}
            await writing.do(entities, partial(_entities, new=new), task)
        for change in changes:
            for sources in change.sources.brought(*BROUGHT):
                await writing.do(sources, partial(_sources, now=now), task)
        for change in changes:
            published = {source.id: source.published_at for source in change.evidence.sources}
            for claims in change.claims.brought(State.NEW):
                await writing.do(claims, partial(_new_claims, published=published, now=now), task)
            await _correct_claims(writing, change, published, task)
        for change in changes:
            await _retract(writing, change, task)
            await _judge(writing, change, task)


class _Writing:
    """Does work on portions of rows, in smaller ones where the server has no memory for them."""

    def __init__(self, transact: Transact, now: datetime) -> None:
        self.now = now
        self._transact = transact

    async def do(self, rows: Sequence[R], work: _Work[R], task: Task) -> None:
        """Does the work whole, or by halves."""

        async def part(some: Sequence[R]) -> None:
            await self._transact(partial(work, some))
            task.advance(len(some))

        await by_halves(rows, part)

    async def rows(self, what: str, rows: Sequence[Any], task: Task) -> None:
        """Sends rows through one statement."""
        for part in batches(rows):
            await self.do(part, partial(_statement, what, now=self.now), task)


async def _statement(what: str, rows: Sequence[Any], tx: Transaction, now: datetime) -> None:
    await write_rows(tx, what, rows, now=now)


async def _dataset(described: Mapping[str, object], tx: Transaction) -> None:
    await tx.run(statement("write/upsert_dataset").text, dict(described))


async def _entities(entities: Sequence[Entity], tx: Transaction, new: Container[str]) -> None:
    rows = {entity.id: entity_row(entity) for entity in entities}
    corrected = [row for identifier, row in rows.items() if identifier not in new]
    await write_rows(tx, "create_entities", [row for identifier, row in rows.items() if identifier in new])
    await write_rows(tx, "relabel_entities", corrected)
    await write_rows(tx, "describe_entities", list(rows.values()))
    await write_rows(tx, "unlink_parents", [row[0] for row in corrected])
    await write_rows(tx, "link_parents", [(each.id, whole) for each in entities for whole in each.part_of])


async def _sources(sources: Sequence[Source], tx: Transaction, now: datetime) -> None:
    rows = [source_row(source) for source in sources]
    await write_rows(tx, "upsert_sources", rows, now=now)
    await write_rows(tx, "unlink_publishers", [row[0] for row in rows])
    await write_rows(tx, "link_publishers", [(row[0], row[2]) for row in rows])


async def _new_claims(
    claims: Sequence[Claim], tx: Transaction, published: Mapping[str, datetime | None], now: datetime
) -> None:
    await write_rows(tx, "create_claims", [claim_row(claim, published[claim.source]) for claim in claims], now=now)
    await write_rows(tx, "link_objects", [(claim.id, claim.object) for claim in claims if claim.object])
    await write_rows(tx, "link_events", [(claim.id, claim.during) for claim in claims if claim.during])
    await write_rows(tx, "link_attribution", [row for claim in claims for row in attribution_rows(claim)])


async def _correct_claims(
    writing: _Writing, change: Changes, published: Mapping[str, datetime | None], task: Task
) -> None:
    """What is already in the graph and reads otherwise now, or is back."""
    for claims in change.claims.brought(*CORRECTED):
        await writing.rows("update_claims", [claim_row(claim, published[claim.source]) for claim in claims], task)
    for ids in change.claims.ids(State.RETURNED):
        await writing.rows("restore_claims", ids, _Uncounted())  # corrected before, and counted there


async def _retract(writing: _Writing, change: Changes, task: Task) -> None:
    """What its dataset no longer says; what rests on others first."""
    for label, rows in (("claims", change.claims), ("sources", change.sources), ("entities", change.entities)):
        for ids in rows.ids(State.VANISHED):
            await writing.rows(f"retract_{label}", ids, task)


async def _judge(writing: _Writing, change: Changes, task: Task) -> None:
    await writing.rows("create_judgements", change.new_judgements, task)
    await writing.rows("end_judgements", change.ended_judgements, task)
    for assessments in change.assessments.brought(State.NEW):
        await writing.rows("create_assessments", [assessment_row(each) for each in assessments], task)
    for ids in change.assessments.ids(State.VANISHED):
        await writing.rows("end_assessments", ids, task)


class _Uncounted:
    def advance(self, count: int = 1) -> None:
        """Nothing new is done."""


def _wholes_first(changes: Sequence[Changes]) -> Iterator[Sequence[Entity]]:
    """The entities that differ, places behind the places that they are part of: no batch points to a later one."""
    parts = {place: wholes for change in changes for place, wholes in change.described.parts.items()}
    for change in changes:
        for portion in change.entities.brought(*BROUGHT):
            yield [entity for entity in portion if entity.id not in parts]
    graph = {place: [whole for whole in parts[place] if whole in parts] for place in sorted(parts)}
    for ids in batches(list(TopologicalSorter(graph).static_order())):
        found = {entity.id: entity for change in changes for entity in change.entities.records.pick(ids)}
        yield [found[identifier] for identifier in ids]
