"""Room on this machine's disk for what a load must remember and memory should not hold; it is gone with its owner."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from tempfile import gettempdir
from typing import Any

from .errors import ClaimgraphError

_PAGES = -32 * 1024
"""SQLite's cache: KiB, as a negative number. The operating system keeps the rest of the file at hand while it can."""


class NoRoom(ClaimgraphError):  # noqa: N818 - it names what is wrong
    """The disk has no room for a load's notes; nothing is written to the graph on their account."""

    code = "NO_ROOM"


class Scratch:
    """An SQLite database of its own in the folder for temporary files (`TMPDIR`). Raises NoRoom where that is full."""

    def __init__(self, schema: str) -> None:
        with self._errors():
            # Without a name it is a file that nobody else sees, gone with this process however that ends; a small one
            # never leaves the cache.
            self._connection = sqlite3.connect("", isolation_level=None)
            # Nobody reads it after a crash, so nothing has to be safe.
            for pragma in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = {_PAGES}", "temp_store = FILE"):
                self._connection.execute(f"PRAGMA {pragma}")
            self._connection.executescript(schema)

    def run(self, text: str, params: Sequence[Any] = ()) -> int:
        """Does one statement; returns how many rows it touched."""
        with self._errors():
            return self._connection.execute(text, params).rowcount

    def run_many(self, text: str, rows: Iterable[Sequence[Any]]) -> None:
        """Does one statement for each of the rows, all of them together."""
        with self._errors():
            self._connection.execute("BEGIN")
            try:
                self._connection.executemany(text, rows)
            finally:
                self._connection.execute("COMMIT")

    def rows(self, text: str, params: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, read as they are asked for."""
        with self._errors():
            yield from self._connection.execute(text, params)

    def value(self, text: str, params: Sequence[Any] = ()) -> Any:  # noqa: ANN401 - whatever is asked for
        """The first cell of a query's first row; None without one."""
        with self._errors():
            row = self._connection.execute(text, params).fetchone()
        return row[0] if row else None

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            if "full" not in str(error) and "disk I/O" not in str(error):
                raise
            message = f"the disk is full: a load keeps notes in {gettempdir()}; free some room, or set TMPDIR"
            raise NoRoom(message) from None


def listed(values: Iterable[str | int]) -> str:
    """Any number of values as one parameter, for `IN (SELECT value FROM json_each(?))`."""
    return json.dumps(list(values))
