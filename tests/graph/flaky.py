"""The database over a bad line, and a process that may be killed."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from claimgraph.graph.store import Store, Transaction

T = TypeVar("T")


class KilledError(Exception):
    """Stands for SIGKILL."""


class Flaky(Store):
    """A real store, whose faults are switched on from outside."""

    commits_are_heard = True
    """Whatever was committed without this being heard is done again, as the driver does it."""
    transactions_left: int | None = None

    async def write(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """As the store does it, unless the process is killed before."""
        if self.transactions_left == 0:
            raise KilledError
        if self.transactions_left:
            self.transactions_left -= 1
        done = await super().write(work)
        return done if self.commits_are_heard else await super().write(work)
