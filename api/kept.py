"""Answers that are kept: the graph changes with its version alone, so an answer is a function of query and version.

Neo4j lets a statement see a commit in parts. So an answer is used again only after the version has been asked for once
more, by a question put so long after the answer that any commit which it may have seen a part of is visible whole, and
has turned out to be the same, with no big load under way.
"""

from __future__ import annotations

import hashlib
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import orjson

from ..graph.publication import State
from .requests import Operation
from .versions import Versions

_SETTLED: Final = 3.0
"""Seconds within which a commit that anyone has seen a part of is visible as a whole."""
_OVERHEAD: Final = 400
"""Bytes that an answer takes beside its own."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it was sent."""

    body: bytes
    told: Mapping[str, object]
    """What the log and the figures say of it."""
    settled_at: float
    """From when on the version has to be heard of again."""


class Answers:
    """The answers of one version, those asked for last; so many bytes of them, and none larger than a tenth of that."""

    def __init__(self, versions: Versions, size: int) -> None:
        self.versions = versions
        self._size = size
        self._taken = 0
        self._state = State()
        self._kept: OrderedDict[bytes, Kept] = OrderedDict()

    async def find(self, key: bytes) -> Kept | None:
        """The answer, if it is that of the version published."""
        if key not in self._kept:
            return None
        heard = await self.versions.known()
        if heard is None or heard.state.open:
            return None
        self._turn_to(heard.state)
        found = self._kept.get(key)
        if found is None or heard.state != self._state or heard.at < found.settled_at:
            return None
        self._kept.move_to_end(key)
        return found

    def keep(self, key: bytes, state: State, body: bytes, told: Mapping[str, object]) -> None:
        """Keeps an answer that the database gave in that state."""
        if not self._size or state.open or len(body) > self._size // 10:
            return
        self._turn_to(state)
        if state != self._state or key in self._kept:
            return
        self._kept[key] = Kept(body, told, time.monotonic() + _SETTLED)
        self._taken += len(body) + _OVERHEAD
        while self._taken > self._size:
            _, oldest = self._kept.popitem(last=False)
            self._taken -= len(oldest.body) + _OVERHEAD

    def __contains__(self, key: bytes) -> bool:
        return key in self._kept

    def _turn_to(self, state: State) -> None:
        """Forgets what is of another version; what comes late changes nothing."""
        is_late = state.key == self._state.key and state.version < self._state.version
        if state != self._state and not is_late:
            self._kept.clear()
            self._taken = 0
            self._state = state


def key_of(asked: Operation) -> bytes:
    """What an answer hangs on beside the version."""
    told = orjson.dumps([asked.query, asked.name, asked.variables], option=orjson.OPT_SORT_KEYS)
    return hashlib.blake2b(told, digest_size=20).digest()
