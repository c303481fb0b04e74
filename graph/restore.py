"""A backup into an empty database: what another one held and recorded is written as it was, and the rest derived."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import groupby
from typing import Any, Final

from ..cypher import statement
from .changes import dataset_row
from .derive import Scope, derive
from .errors import Conflict
from .evidence import Evidence
from .fresh import Fresh
from .held import Held
from .ids import dataset_id
from .issues import relation_type
from .notes import Notes
from .progress import Progress, Task
from .publication import OpenRun, Run, read_publication
from .purged import Purged
from .records import Assessment, Claim, Dataset, Entity, Judgement, Source
from .rows import assessment_row, attribution_rows, claim_row, entity_row, judgement_row, source_row
from .schema import apply_schema, key_relations
from .store import Store
from .vocabulary import Vocabulary, shared_vocabulary
from .writes import DATASET
from .writing import Transaction, batch_size, batches, read_rows, write_rows

RESTORING: Final = dataset_id("restore")
"""What an interrupted restore says that it brings; no dataset of a corpus is called so."""
_WIPED: Final = 5_000


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup says beside its records."""

    version: int
    derived_by: str | None
    datasets: Sequence[tuple[Dataset, Vocabulary]]
    runs: Sequence[Mapping[str, Any]]
    predicates: frozenset[tuple[str, str]]
    """(predicate, polarity) of the claims that have an object."""
    purged: Purged


@dataclass(slots=True)
class _Restoring:
    """One restore on its way."""

    run: OpenRun
    now: datetime
    task: Task
    published: dict[str, datetime | None] = field(default_factory=dict)
    parents: dict[tuple[str, str], None] = field(default_factory=dict)
    """Places with what they are part of; a portion may be written twice, and is noted once."""
    gone: dict[str, None] = field(default_factory=dict)
    """Entities that no dataset describes any more."""

    async def records(self, held: Iterable[Held]) -> None:
        """Writes records in the order of a backup: what is referred to comes first."""
        for type_, group in groupby(held, key=lambda each: type(each.record)):
            for portion in _portions(group):
                await self.run(partial(_WRITE[type_], portion, self))
                self.task.advance(len(portion))

    async def ends(self) -> None:
        """Links places to what they are part of, and marks retracted entities."""
        for pairs in batches(list(self.parents)):
            await self.run(partial(write_rows, what="link_parents", rows=pairs))
        for ids in batches(list(self.gone)):
            await self.run(partial(write_rows, what="retract_entities", rows=ids, now=self.now))


async def restore(store: Store, backup: Backup, records: Callable[[], Iterable[Held]], progress: Progress) -> int:
    """Fills an empty database; returns the version that it then has.

    A restore that was interrupted is begun anew. Raises Conflict where the database holds something, and Unavailable.
    """
    await apply_schema(store)
    held = await store.write(read_publication)
    interrupted = held.run is not None and held.run.datasets == (RESTORING,)
    if interrupted:
        held.admit([RESTORING])
        await _wipe(store)
    elif not (await store.write(partial(read_rows, name="is_empty")))[0][0]:
        raise Conflict("a backup is restored into an empty database, and this one holds something; name another one")
    run = Run.of_this_process([RESTORING], datetime.now(UTC))
    transact = OpenRun(store, run)
    await transact.open(held)
    await key_relations(store, {relation_type(*pair) for pair in backup.predicates})
    with progress.task("Restoring", unit="records") as task:
        restoring = _Restoring(transact, run.started_at, task)
        for dataset, vocabulary in backup.datasets:
            described = dict(zip(DATASET, dataset_row(Evidence(dataset, vocabulary)), strict=True))
            await transact(partial(_dataset, described))
        await restoring.records(records())
        await restoring.ends()
    notes = Notes()
    scope = Scope(notes, frozenset(), identity=True, now=run.started_at, fresh=Fresh.of(notes, ()), whole=True)
    await derive(transact, scope, _vocabulary(backup), progress)
    rows = [(each["id"], dict(each)) for each in backup.runs]
    await store.write(partial(_finish, backup=backup, run=run, rows=rows))
    return backup.version


async def _finish(tx: Transaction, backup: Backup, run: Run, rows: Sequence[object]) -> None:
    await tx.run(statement("write/close_run").text, {"run": run.id})
    if backup.purged.salt:
        kept = {"salt": backup.purged.salt, "hashes": list(backup.purged.hashes)}
        await tx.run(statement("write/keep_purged").text, kept)
    params = {"version": backup.version, "derived_by": backup.derived_by, "run": run.id}
    await write_rows(tx, "record_runs", rows, **params)


async def _wipe(store: Store) -> None:
    for name in ("write/wipe_links", "write/wipe"):
        deleting = partial(_delete, name=name)
        while (await store.write(deleting))[0][0]:
            pass


async def _delete(tx: Transaction, name: str) -> Any:  # noqa: ANN401 - rows of plain values
    return await tx.run(statement(name).text, {"limit": _WIPED})


def _vocabulary(backup: Backup) -> Vocabulary:
    merged = shared_vocabulary()
    for _, vocabulary in backup.datasets:
        merged = merged.merged_with(vocabulary)
    return merged


async def _dataset(described: Mapping[str, Any], tx: Transaction) -> None:
    await tx.run(statement("write/upsert_dataset").text, dict(described))


async def _entities(held: Sequence[Held], restoring: _Restoring, tx: Transaction) -> None:
    entities: list[Any] = [each.record for each in held]
    rows = [entity_row(entity) for entity in entities]
    await write_rows(tx, "create_entities", rows)
    await write_rows(tx, "describe_entities", rows)
    restoring.parents |= dict.fromkeys((entity.id, whole) for entity in entities for whole in entity.part_of)
    restoring.gone |= dict.fromkeys(each.record.id for each in held if not each.recorded["live"])


async def _sources(held: Sequence[Held], restoring: _Restoring, tx: Transaction) -> None:
    sources: list[Any] = [each.record for each in held]
    restoring.published |= {source.id: source.published_at for source in sources}
    await write_rows(tx, "upsert_sources", [source_row(source) for source in sources], now=restoring.now)
    await write_rows(tx, "link_publishers", [(source.id, source.publisher) for source in sources])
    recorded = [(each.record.id, each.recorded["live"], each.recorded["sort_at"]) for each in held]
    await write_rows(tx, "record_sources", recorded)


async def _claims(held: Sequence[Held], restoring: _Restoring, tx: Transaction) -> None:
    claims: list[Any] = [each.record for each in held]
    rows = [claim_row(claim, restoring.published[claim.source]) for claim in claims]
    await write_rows(tx, "create_claims", rows, now=restoring.now)
    await write_rows(tx, "link_objects", [(claim.id, claim.object) for claim in claims if claim.object])
    await write_rows(tx, "link_events", [(claim.id, claim.during) for claim in claims if claim.during])
    await write_rows(tx, "link_attribution", [row for claim in claims for row in attribution_rows(claim)])
    names = ("live", "from", "to", "changed_at")
    recorded = [(each.record.id, *(each.recorded.get(name) for name in names)) for each in held]
    await write_rows(tx, "record_claims", recorded)


async def _judgements(held: Sequence[Held], restoring: _Restoring, tx: Transaction) -> None:
    del restoring
    rows = [[*judgement_row(_judgement(each)), each.recorded["at"], each.recorded.get("ended")] for each in held]
    await write_rows(tx, "record_judgements", rows)


async def _assessments(held: Sequence[Held], restoring: _Restoring, tx: Transaction) -> None:
    del restoring
    rows = [[*assessment_row(_assessment(each)), each.recorded["at"], each.recorded.get("ended")] for each in held]
    await write_rows(tx, "record_assessments", rows)


def _judgement(held: Held) -> Judgement:
    assert isinstance(held.record, Judgement)  # noqa: S101 - by its group
    return held.record


def _assessment(held: Held) -> Assessment:
    assert isinstance(held.record, Assessment)  # noqa: S101 - by its group
    return held.record


_WRITE: Final[Mapping[type, Callable[..., Any]]] = {
    Entity: _entities,
    Source: _sources,
    Claim: _claims,
    Judgement: _judgements,
    Assessment: _assessments,
}


def _portions(held: Iterable[Held]) -> Iterator[list[Held]]:
    portion: list[Held] = []
    for each in held:
        portion.append(each)
        if len(portion) == batch_size():
            yield portion
            portion = []
    if portion:
        yield portion
