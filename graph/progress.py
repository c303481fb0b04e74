"""How long work says how far it is, to whoever shows it: a terminal, a log, nobody."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol


class Task(Protocol):
    """A piece of work under way."""

    def advance(self, count: int = 1) -> None:
        """Say that `count` more units are done."""


class Progress(Protocol):
    """Who is told about work, for example `with progress.task("Fetching Neo4j", 214, "files") as task`."""

    def task(self, title: str, total: int | None = None, unit: str = "") -> AbstractContextManager[Task]:
        """A piece of work of `total` units (None: nobody knows), done when the context ends well.

        Tasks follow each other; none is opened inside another.
        """


class Silent:
    """Progress that nobody looks at."""

    @contextmanager
    def task(self, title: str, total: int | None = None, unit: str = "") -> Iterator[Task]:
        """A task that shows nothing."""
        del title, total, unit
        yield self

    def advance(self, count: int = 1) -> None:
        """Show nothing."""
