"""Loads: the published graph becomes what the evidence says, in one transaction or in an open run of many.

A load that finds nothing to change writes nothing. Two at once do not mix: each takes the version that it compared
with, and the one that comes second compares again. A run that was killed is finished by loading the same datasets
again.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TypeVar

from .circles import refuse_circles
from .derive import Scope, claims_resting_on, derive, every_claim
from .errors import Conflict, OutOfMemory
from .evidence import Changes, Evidence, compare
from .issues import relation_type
from .judgements import Identities, concerns_identity, identities
from .progress import Progress
from .publication import OpenRun, OutrunError, Publication, Run, publish, read_publication, version_of
from .rules import RULES_VERSION
from .schema import apply_schema, key_relations
from .store import Store
from .vocabulary import Vocabulary
from .writes import write_changes
from .writing import Transact, Transaction, read_rows

T = TypeVar("T")

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
        rows = [each for change in self.changes for each in (change.entities, change.sources, change.claims)]
        words = [change.words for change in self.changes]
        return (
            sum(len(each.new) for each in rows) + sum(new for new, _ in words),
            sum(len(each.changed) for each in rows) + sum(change.dataset for change in self.changes),
            sum(len(each.vanished) for each in rows) + sum(ended for _, ended in words),
        )


async def load(
    store: Store, evidence: Sequence[Evidence], progress: Progress, *, based_on: int | None = None
) -> Loaded:
    """Makes the graph say what the evidence says.

    Raises InvalidInput for evidence that the graph cannot take beside what it holds, Conflict while another load is
    under way, and Unavailable. Evidence that was made out of the graph says on which version it is `based_on`;
    OutrunError says that it is no longer that.
    """
    return await _load(store, evidence, progress, whole=False, based_on=based_on)


async def rebuild(store: Store, progress: Progress) -> Loaded:
    """Derives the whole derived layer anew from evidence and judgements, and writes what differs; raises as `load`."""
    return await _load(store, [], progress, whole=True)


async def _load(
    store: Store, evidence: Sequence[Evidence], progress: Progress, *, whole: bool, based_on: int | None = None
) -> Loaded:
    await apply_schema(store)
    for _ in range(_ATTEMPTS):
        held = await store.write(read_publication)
        held.admit([each.dataset.id for each in evidence])
        if based_on not in {None, held.version}:
            raise OutrunError
        plan = await _plan(store, held, evidence, whole=whole)
        if plan is None:
            return Loaded(held.version)
        await key_relations(store, _relation_types(plan.changes))
        version: int | None
        try:
            version = await _publish(store, held, plan, progress)
        except OutrunError:  # by another load; or by this one, where the server's word of the commit was lost
            version = await store.write(partial(version_of, run=plan.run))
        if version is not None:
            return Loaded(version, *plan.counts, wrote=True)
    message = "other loads keep publishing while this one compares; run it again when they are through"
    raise Conflict(message)


async def _plan(store: Store, held: Publication, evidence: Sequence[Evidence], *, whole: bool) -> _Plan | None:
    """What there is to write; None when there is nothing."""
    vocabulary = held.vocabulary({each.dataset.id: each.vocabulary for each in evidence})
    derived_by = f"{RULES_VERSION}:{vocabulary.digest}"
    changes = [
        await store.write(partial(compare, evidence=each, described=held.datasets.get(each.dataset.id, [])))
        for each in evidence
    ]
    whole = whole or held.run is not None or (held.derived_by != derived_by and bool(held.datasets))
    if not whole and not any(map(len, changes)):
        return None
    run = Run.of_this_process([each.dataset.id for each in evidence], datetime.now(UTC))
    moving = await store.write(partial(_identities, changes=changes, whole=whole))
    scope = Scope.of(changes, run.started_at, identity=moving is not None, whole=whole)
    return _Plan(changes, scope, vocabulary, derived_by, run, moving)


async def _identities(tx: Transaction, *, changes: Sequence[Changes], whole: bool) -> Identities | None:
    """What becomes of canonical ids; None where nothing can. Raises InvalidInput for places that lie in each other."""
    moving = await identities(tx, changes) if whole or await concerns_identity(tx, changes) else None
    if moving or any(entity.part_of for change in changes for entity in change.described):
        canonical = moving.canonical if moving else dict(await read_rows(tx, "merged_entities"))
        await refuse_circles(tx, changes, canonical)
    return moving


async def _publish(store: Store, held: Publication, plan: _Plan, progress: Progress) -> int:
    if held.run is None and await store.write(partial(_size, plan)) <= ONE_TRANSACTION:

        async def everything(tx: Transaction) -> int:
            version = await publish(tx, plan.run, held.version, plan.derived_by, plan.counts)
            await _write(_Within(tx), plan, progress)
            return version

        with suppress(OutOfMemory):  # then in smaller steps
            return await store.write(everything)
    run = OpenRun(store, plan.run)
    await run.open(held)
    await _write(run, plan, progress)
    close = partial(publish, run=plan.run, held=None, derived_by=plan.derived_by, counts=plan.counts)
    return await store.write(close)


async def _size(plan: _Plan, tx: Transaction) -> int:
    """Rows that the load touches, those that it only derives again included."""
    scope = plan.scope
    if scope.whole:
        resting = set(await every_claim(tx))
    else:
        resting = await claims_resting_on(tx, scope.entities | (plan.identities.moved if plan.identities else set()))
    judged = len(plan.identities.made) + len(plan.identities.unmade) if plan.identities else 0
    return sum(map(len, plan.changes)) + judged + len(resting - scope.claims)


async def _write(transact: Transact, plan: _Plan, progress: Progress) -> None:
    await write_changes(transact, plan.changes, plan.run.started_at, progress)
    await derive(transact, plan.scope, plan.vocabulary, progress)


def _relation_types(changes: Sequence[Changes]) -> set[str]:
    """The types of natural edges that the datasets' claims ask for."""
    claims = (claim for change in changes for claim in change.evidence.claims)
    return {relation_type(claim.predicate, claim.polarity) for claim in claims if claim.object}


class _Within:
    """Does each piece of work in the one transaction that is already open."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def __call__(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        return await work(self._tx)
