"""Loads: the published graph becomes what the evidence says, in one transaction or in an open run of many.

A load that finds nothing to change writes nothing. Two at once do not mix: each takes the version that it compared
with, and the one that comes second compares again. A run that was killed is finished by loading the same datasets
again.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from .changes import Changes, Retracting
from .circles import refuse_circles
from .compare import compare_all
from .derive import Scope, claims_resting_on, derive, every_claim
from .errors import Conflict, InvalidInput, OutOfMemory
from .evidence import Evidence
from .ids import dataset_id, key_of
from .judgements import Identities, concerns_identity, identities
from .notes import Notes
from .progress import Progress
from .publication import OpenRun, OutrunError, Publication, Run, publish, read_publication, version_of
from .purged import Purged
from .records import Dataset
from .rules import RULES_VERSION
from .schema import apply_schema, key_relations
from .store import Store
from .vocabulary import VOCABULARY, Vocabulary, nearest
from .writes import write_changes
from .writing import Transact, Transaction, Within, read_rows

ONE_TRANSACTION = 10_000
"""Changed rows that one transaction takes: some 150 MB of the server's memory."""
_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did, in rows."""

    version: int
    added: int = 0
    changed: int = 0
    retracted: int = 0
    wrote: bool = False
    """Whether it published a new version; it does without a row of its own where everything is derived anew."""
    left_out: int = 0
    """Rows that concern what was erased for good."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """All that one load is going to write."""

    changes: Sequence[Changes]
    scope: Scope
    vocabulary: Vocabulary
    derived_by: str
    run: Run
    identities: Identities | None
    """What becomes of canonical ids; None where nothing can."""

    @property
    def counts(self) -> tuple[int, int, int]:
        """Rows added, changed, retracted."""
        counts = [change.counts for change in self.changes]
        return sum(each[0] for each in counts), sum(each[1] for each in counts), sum(each[2] for each in counts)


async def load(
    store: Store,
    evidence: Sequence[Evidence],
    progress: Progress,
    *,
    based_on: int | None = None,
    retracting: Retracting = Retracting(however_many=True),  # noqa: B008 - it never changes
    input_: str | None = None,
) -> Loaded:
    """Makes the graph say what the evidence says.

    Raises InvalidInput for evidence that the graph cannot take beside what it holds, Conflict while another load is
    under way, and Unavailable. Evidence that was made out of the graph says on which version it is `based_on`;
    OutrunError says that it is no longer that. `input_` is a hash by which the same input is known again.
    """
    return await _Load(store, progress, retracting, input_).run(evidence, whole=False, based_on=based_on)


async def retract(store: Store, key: str, progress: Progress) -> Loaded:
    """Retracts everything that a dataset says; its description stays.

    Raises InvalidInput where the graph has no such dataset, and as `load`.
    """
    held = await store.write(read_publication)
    row = held.datasets.get(dataset_id(key))
    if row is None:
        known = [key_of(identifier) for identifier in held.datasets]
        there_are = f"there are: {', '.join(known)}"
        raise InvalidInput(f"there is no dataset '{key}' in the graph{nearest(key, known)}; {there_are}")
    return await load(store, [_emptied(*row)], progress)


async def rebuild(store: Store, progress: Progress) -> Loaded:
    """Derives the whole derived layer anew from evidence and judgements, and writes what differs; raises as `load`."""
    return await _Load(store, progress, Retracting(), None).run([], whole=True)


@dataclass(frozen=True, slots=True)
class _Load:
    """One load on its way."""

    store: Store
    progress: Progress
    retracting: Retracting
    input: str | None

    async def run(self, evidence: Sequence[Evidence], *, whole: bool, based_on: int | None = None) -> Loaded:
        store = self.store
        await apply_schema(store)
        for _ in range(_ATTEMPTS):
            held = await store.write(read_publication)
            held.admit([each.dataset.id for each in evidence])
            if based_on not in {None, held.version}:
                raise OutrunError
            kept, left_out = (await store.write(Purged.of)).left_out(evidence)
            plan = await self._plan(held, kept, whole=whole)
            if plan is None:
                return Loaded(held.version, left_out=left_out)
            await key_relations(store, set().union(*(change.relations for change in plan.changes)))
            version: int | None
            try:
                version = await _publish(store, held, plan, self.progress)
            except OutrunError:  # by another load; or by this one, where the server's word of the commit was lost
                version = await store.write(partial(version_of, run=plan.run))
            if version is not None:
                return Loaded(version, *plan.counts, wrote=True, left_out=left_out)
        message = "other loads keep publishing while this one compares; run it again when they are through"
        raise Conflict(message)

    async def _plan(self, held: Publication, evidence: Sequence[Evidence], *, whole: bool) -> _Plan | None:
        """What there is to write; None when there is nothing."""
        store, notes = self.store, Notes()
        changes = await compare_all(store, held, evidence, notes, self.retracting, self.progress)
        vocabulary = held.vocabulary({each.evidence.dataset.id: each.evidence.vocabulary for each in changes})
        derived_by = f"{RULES_VERSION}:{vocabulary.digest}"
        whole = whole or held.run is not None or (held.derived_by != derived_by and bool(held.datasets))
        if not whole and not any(map(len, changes)):
            return None
        run = Run.of_this_process([each.dataset.id for each in evidence], datetime.now(UTC), self.input)
        moving = await store.write(partial(_identities, changes=changes, whole=whole))
        scope = Scope.of(notes, changes, run.started_at, identity=moving is not None, whole=whole)
        return _Plan(changes, scope, vocabulary, derived_by, run, moving)


async def _identities(tx: Transaction, *, changes: Sequence[Changes], whole: bool) -> Identities | None:
    """What becomes of canonical ids; None where nothing can. Raises InvalidInput for places that lie in each other."""
    moving = await identities(tx, changes) if whole or await concerns_identity(tx, changes) else None
    if moving or any(change.described.parts for change in changes):
        canonical = moving.canonical if moving else dict(await read_rows(tx, "merged_entities"))
        await refuse_circles(tx, changes, canonical)
    return moving


async def _publish(store: Store, held: Publication, plan: _Plan, progress: Progress) -> int:
    if held.run is None and await store.write(partial(_size, plan)) <= ONE_TRANSACTION:

        async def everything(tx: Transaction) -> int:
            version = await publish(tx, plan.run, held.version, plan.derived_by, plan.counts)
            await _write(Within(tx), plan, progress)
            return version

        with suppress(OutOfMemory):  # then in smaller steps
            return await store.write(everything)
    run = OpenRun(store, plan.run)
    await run.open(held)
    await _write(run, plan, progress)
    close = partial(publish, run=plan.run, held=None, derived_by=plan.derived_by, counts=plan.counts)
    return await store.write(close)


async def _size(plan: _Plan, tx: Transaction) -> int:
    """Rows that the load touches, those that it only derives again included; not all where that is too many anyway."""
    scope = plan.scope
    rows = sum(map(len, plan.changes))
    if plan.identities:
        rows += len(plan.identities.made) + len(plan.identities.unmade)
    if not scope.whole:
        moved = plan.identities.moved if plan.identities else set()
        return rows + _also(plan, sorted(await claims_resting_on(tx, scope.entities | moved)))
    async for page in every_claim(tx):
        rows += _also(plan, page)
        if rows > ONE_TRANSACTION:
            break
    return rows


def _also(plan: _Plan, claims: Sequence[str]) -> int:
    """How many of these claims the load does not touch in any case."""
    return len(claims) - len(plan.scope.notes.states("claim", claims))


async def _write(transact: Transact, plan: _Plan, progress: Progress) -> None:
    await write_changes(transact, plan.changes, plan.run.started_at, progress)
    await derive(transact, plan.scope, plan.vocabulary, progress)


def _emptied(identifier: Any, title: Any, licence: Any, redistribute: Any, vocabulary: Any) -> Evidence:  # noqa: ANN401
    """A dataset that says nothing any more, from its row in the graph."""
    return Evidence(Dataset(identifier, title, licence, redistribute), VOCABULARY.validate_json(vocabulary))
