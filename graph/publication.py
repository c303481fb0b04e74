"""What is published, and by whom it may be changed: the one `Graph` node that every writer takes in turn."""

from __future__ import annotations

import os
import socket
import uuid
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from ..cypher import statement
from .errors import Conflict
from .store import Store
from .vocabulary import VOCABULARY, Vocabulary, shared_vocabulary
from .writing import Transaction, read_rows

T = TypeVar("T")

_SILENT = 60
"""Seconds without a sign after which a run's leader counts as gone; on its own machine a dead process does at once."""


class OutrunError(Exception):
    """Another load published between comparing and writing: compare again."""


@dataclass(frozen=True, slots=True)
class Run:
    """A load: who leads it, since when, and which datasets it brings."""

    id: str
    datasets: tuple[str, ...]
    started_at: datetime
    host: str
    pid: int
    input: str | None = None
    """A hash of what it brings, by which exactly the same is known again."""

    @classmethod
    def of_this_process(cls, datasets: Iterable[str], now: datetime, input_: str | None = None) -> Run:
        """A run that begins now."""
        return cls(f"run/{uuid.uuid4()}", tuple(datasets), now, socket.gethostname(), os.getpid(), input_)

    def as_params(self) -> dict[str, Any]:
        """For the statements that write it."""
        return {
            "run": self.id,
            "datasets": list(self.datasets),
            "started_at": self.started_at,
            "host": self.host,
            "pid": self.pid,
        }


@dataclass(frozen=True, slots=True)
class State:
    """Which graph is published, in which version, and whether a big load is under way, so that answers may be mixed."""

    key: str | None = None
    """Of the database: another one may have the same version."""
    version: int = 0
    open: bool = False


@dataclass(frozen=True, slots=True)
class Publication:
    """The published version, what derived it, the datasets as they describe themselves, and a run that is open."""

    version: int
    derived_by: str | None
    datasets: Mapping[str, list[object]]
    run: Run | None = None
    silent: int | None = None
    """Seconds since the open run was last heard of."""
    step: int = 0
    """How many transactions the open run has made."""

    def vocabulary(self, brought: Mapping[str, Vocabulary]) -> Vocabulary:
        """The shared vocabulary with what each dataset brings. Raises InvalidInput where two of them clash."""
        held = {name: VOCABULARY.validate_json(str(row[-1])) for name, row in self.datasets.items()}
        merged = shared_vocabulary()
        for _, vocabulary in sorted((held | dict(brought)).items()):
            merged = merged.merged_with(vocabulary)
        return merged

    def admit(self, datasets: Sequence[str]) -> None:
        """Lets a load begin. Raises Conflict while another is under way, or was left unfinished by other datasets."""
        if self.run is None:
            return
        names = ", ".join(self.run.datasets)
        if not self._leaderless(self.run):
            leader = f"process {self.run.pid} on {self.run.host}, since {self.run.started_at:%Y-%m-%d %H:%M} UTC"
            message = f"another load is under way ({names}; {leader}); run this again when it has ended"
            raise Conflict(message)
        if not set(self.run.datasets) <= set(datasets):
            message = f"an earlier load of {names} was interrupted; load {names} again first, which finishes it"
            raise Conflict(message)

    def _leaderless(self, run: Run) -> bool:
        if self.silent is None or self.silent > _SILENT:
            return True
        return run.host == socket.gethostname() and (run.pid == os.getpid() or not _alive(run.pid))


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


async def read_publication(tx: Transaction) -> Publication:
    """What is published now."""
    found = await read_rows(tx, "publication")
    if not found:  # a database that nothing was ever loaded into
        return Publication(0, None, {})
    [[version, derived_by, silent, step, run]] = found
    datasets = {str(row[0]): row for row in await read_rows(tx, "datasets")}
    if run is None:
        return Publication(version, derived_by, datasets)
    identifier, names, *rest = run
    return Publication(version, derived_by, datasets, Run(identifier, tuple(names), *rest), silent, step)


async def read_state(store: Store, timeout: float) -> State:  # noqa: ASYNC109 - it is the server's to keep
    """What is published now. Raises Unavailable, QueryTimedOut, QueryFailed."""
    rows = await store.read(statement("read/state").text, {}, timeout=timeout)
    return State(*rows[0]) if rows else State()


async def publish(tx: Transaction, run: Run, held: int | None, derived_by: str, counts: Sequence[int]) -> int:
    """Gives the graph its next version and closes the run; returns the version.

    As the first thing in a load's only transaction, it keeps every other writer out until the end of it; `held` is
    then the version that the load compared with, and OutrunError says that it is no longer that. An open run has kept
    the others out already.
    """
    params = run.as_params() | {"held": held, "derived_by": derived_by, "counts": list(counts), "input": run.input}
    published = await tx.run(statement("write/publish").text, params)
    if not published:
        raise OutrunError
    return int(published[0][0])


async def same_input(tx: Transaction, input_: str) -> tuple[int, int] | None:
    """The version as which exactly this was loaded, and today's; None where a load has touched its datasets since."""
    rows = await read_rows(tx, "same_input", input=input_)
    return (int(rows[0][0]), int(rows[0][1])) if rows else None


async def version_of(tx: Transaction, run: Run) -> int | None:
    """The version that the run published; None when it has not."""
    rows = await read_rows(tx, "published_run", run=run.id)
    return int(rows[0][0]) if rows else None


class OpenRun:
    """A load too big for one transaction: many small ones, each of which shows that the run is alive and still ours.

    The steps are counted, so that one whose commit was not heard of is not taken twice.
    """

    def __init__(self, store: Store, run: Run) -> None:
        self._store = store
        self._run = run
        self._step = 0

    async def open(self, held: Publication) -> None:
        """Says that the run is open; from now on answers tell so. Raises OutrunError when another load came first."""
        previous = held.run.id if held.run else None

        async def work(tx: Transaction) -> None:
            run = self._run
            params = run.as_params() | {"previous": previous, "step": held.step, "held": held.version}
            if not await tx.run(statement("write/open_run").text, params):
                raise OutrunError

        await self._store.write(work)

    async def __call__(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """Does the work in a transaction of its own. Raises Conflict when another load has taken the run over."""
        self._step += 1
        done: list[T] = []

        async def alive(tx: Transaction) -> T:
            rows = await tx.run(statement("write/keep_run").text, {"run": self._run.id, "step": self._step})
            if not rows:
                message = "another load took this one over, believing it dead; nothing is lost: that one finishes it"
                raise Conflict(message)
            [[taken]] = rows
            if not taken:
                done[:] = [await work(tx)]
            return done[0]

        return await self._store.write(alive)
