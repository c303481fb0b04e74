"""How many operations run at a time, and how many may wait: beyond that a clear no is better than a slow collapse."""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Final

from ..graph.errors import ClaimgraphError

_WAITING: Final = 4
"""How many may wait for each that runs."""
_PATIENCE: Final = 0.2
"""Which part of its time an operation may wait: one that would begin late ends late."""


class Busy(ClaimgraphError):  # noqa: N818 - it names what is wrong, as the others do
    """The service has as much to do as it can; the same a moment later may be answered."""

    code = "BUSY"
    http_status = 503


class Gate:
    """Lets so many through at a time, in the order of their coming: `async with gate`. Raises Busy."""

    def __init__(self, most: int, timeout: float) -> None:
        self._free = asyncio.Semaphore(most)
        self._most_waiting = most * _WAITING
        self._patience = timeout * _PATIENCE
        self.running = 0
        self.waiting = 0

    async def __aenter__(self) -> None:
        if self._free.locked():
            await self._wait()
        else:
            await self._free.acquire()
        self.running += 1

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.running -= 1
        self._free.release()

    async def _wait(self) -> None:
        if self.waiting >= self._most_waiting:
            raise Busy(f"{self.running} operations run and {self.waiting} wait; try again in a moment")
        self.waiting += 1
        try:
            async with asyncio.timeout(self._patience):
                await self._free.acquire()
        except TimeoutError:
            raise Busy(f"the operation waited {self._patience:g} seconds and did not begin; try again") from None
        finally:
            self.waiting -= 1
