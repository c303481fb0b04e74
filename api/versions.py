"""Which version of the graph is published, as this process has heard: at most half a second late, and never backwards.

Workers of one service tell each other what they have heard on a board that all of them have in memory, so that no
client who has seen a version gets an older one from another worker.
"""

from __future__ import annotations

import asyncio
import fcntl
import math
import mmap
import os
import struct
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from ..graph.errors import ClaimgraphError
from ..graph.publication import State, read_state
from ..graph.store import Store

_FRESH: Final = 0.5
"""Seconds for which what was heard is taken as it is."""
_PATIENCE: Final = 1.0
"""Seconds that the question may take."""
_ENTRY: Final = struct.Struct("<q")
BOARD: Final = "_CLAIMGRAPH_BOARD"
"""The variable by which a service tells its workers where their board is."""


class Board:
    """The newest version that any worker has heard of, in a file that all have mapped into their memory."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR)
        self._memory = mmap.mmap(self._file, _ENTRY.size)

    @classmethod
    def of_workers(cls) -> Self | None:
        """The board of the workers that this process is one of; None where it is alone."""
        path = os.environ.get(BOARD)
        return cls(Path(path)) if path else None

    @staticmethod
    def make(path: Path) -> None:
        """The file, with no version of anyone's."""
        path.write_bytes(bytes(_ENTRY.size))

    def say(self, version: int) -> None:
        """Tells the others, if it is news."""
        fcntl.lockf(self._file, fcntl.LOCK_EX)
        try:
            if version > self.newest():
                _ENTRY.pack_into(self._memory, 0, version)
        finally:
            fcntl.lockf(self._file, fcntl.LOCK_UN)

    def newest(self) -> int:
        """The newest that anyone has heard of."""
        return int(_ENTRY.unpack_from(self._memory)[0])


@dataclass(frozen=True, slots=True)
class Heard:
    """A state, and when the question was asked whose answer it is, by this process's clock."""

    state: State
    at: float


class Versions:
    """What is known of the graph's version. Whoever asks while an answer is on its way waits for the same one."""

    def __init__(self, store: Store, board: Board | None = None) -> None:
        self._store = store
        self._board = board
        self._heard = Heard(State(), -math.inf)
        self._asking: asyncio.Task[Heard | None] | None = None

    async def known(self) -> Heard | None:
        """What is published, as it was at most half a second ago; None where the database does not tell."""
        newest = self._board.newest() if self._board else 0
        if time.monotonic() - self._heard.at < _FRESH and self._heard.state.version >= newest:
            return self._heard
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask())
        return await asyncio.shield(self._asking)

    def note(self, state: State) -> None:
        """Takes in what an answer of the database says; what it says of a moment ago is not taken for news."""
        known = self._heard.state
        is_late = state.key == known.key and state.version < known.version
        if state != known and not is_late:
            self._heard = Heard(state, -math.inf)
            self._tell(state)

    async def _ask(self) -> Heard | None:
        asked = time.monotonic()
        try:
            state = await read_state(self._store, _PATIENCE)
        except ClaimgraphError:
            return None
        if state.key == self._heard.state.key and state.version < self._heard.state.version:
            return None  # an answer came past this one
        self._heard = Heard(state, asked)
        self._tell(state)
        return self._heard

    def _tell(self, state: State) -> None:
        if self._board:
            self._board.say(state.version)
