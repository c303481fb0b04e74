"""Progress as a person sees it: a bar on a terminal, plain lines anywhere else, both on stderr."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from ..graph.progress import Progress, Task

SECONDS_BETWEEN_LINES = 5.0


def progress_on_stderr() -> Progress:
    """A bar when stderr is a terminal, lines when it is not."""
    console = Console(stderr=True)
    return BarProgress(console) if console.is_terminal else LineProgress(console)


class BarProgress:
    """A moving bar that stays when its task is done."""

    def __init__(self, console: Console) -> None:
        self._console = console

    @contextmanager
    def task(self, title: str, total: int | None = None, unit: str = "") -> Iterator[Task]:
        """Shows `Fetching Neo4j ━━━━ 120/214 files 0:00:07`."""
        columns = [SpinnerColumn(finished_text="✓"), TextColumn("{task.description}"), BarColumn()]
        count = TextColumn("{task.completed}/{task.total} " + unit if total is not None else "")
        with Bars(*columns, count, TimeElapsedColumn(), console=self._console) as bars:
            task = bars.add_task(title, total=total)
            yield _Bar(bars, task)
            if total is None:
                bars.update(task, total=1, completed=1)


class _Bar:
    def __init__(self, bars: Bars, task: TaskID) -> None:
        self._bars = bars
        self._task = task

    def advance(self, count: int = 1) -> None:
        self._bars.advance(self._task, count)


class LineProgress:
    """A line when a task begins, one every few seconds, and one when it is done."""

    def __init__(self, console: Console) -> None:
        self._console = console

    @contextmanager
    def task(self, title: str, total: int | None = None, unit: str = "") -> Iterator[Task]:
        """Says `Fetching Neo4j: 120 of 214 files`, and in the end `Fetching Neo4j: done in 7.3 s`."""
        began = time.monotonic()
        self._say(f"{title} …" if total is None else f"{title}: {total} {unit} …")
        yield _Lines(self._say, title, f" of {total} {unit}" if total is not None else f" {unit}")
        self._say(f"{title}: done in {time.monotonic() - began:.1f} s")

    def _say(self, line: str) -> None:
        self._console.print(line, markup=False, highlight=False, soft_wrap=True)


class _Lines:
    def __init__(self, say: Callable[[str], None], title: str, rest: str) -> None:
        self._say = say
        self._title = title
        self._rest = rest
        self._done = 0
        self._said_at = time.monotonic()

    def advance(self, count: int = 1) -> None:
        self._done += count
        if time.monotonic() - self._said_at >= SECONDS_BETWEEN_LINES:
            self._said_at = time.monotonic()
            self._say(f"{self._title}: {self._done}{self._rest}")
