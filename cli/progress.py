"""Progress as a person sees it: a bar on a terminal, plain lines anywhere else, both on stderr."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    ProgressColumn,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bars
from rich.progress import Task as BarTask
from rich.text import Text

from ..graph.progress import Progress, Task

SECONDS_BETWEEN_LINES = 5.0
_STAGES = {
    "Reading": "parse",
    "Checking": "validate",
    "Comparing": "diff",
    "Writing": "write",
    "Deriving": "derive",
    "Weighing": "derive",
}
"""What the tasks of a load are called in its profile."""


def progress_on_stderr() -> Progress:
    """A bar when stderr is a terminal, lines when it is not."""
    console = Console(stderr=True)
    return BarProgress(console) if console.is_terminal else LineProgress(console)


class Profiled:
    """Progress that also keeps how long each stage took."""

    def __init__(self, shown: Progress) -> None:
        self._shown = shown
        self._began = time.monotonic()
        self._seconds: dict[str, float] = defaultdict(float)

    @contextmanager
    def task(self, title: str, total: int | None = None, unit: str = "") -> Iterator[Task]:
        """Shows the task, and times it."""
        began = time.monotonic()
        try:
            with self._shown.task(title, total, unit) as task:
                yield task
        finally:
            self._seconds[_STAGES.get(title, title)] += time.monotonic() - began

    def lines(self) -> Iterator[str]:
        """`parse        12.1 s` for each stage, in order, and for all of it."""
        for stage, seconds in self._seconds.items():
            yield f"{stage:<10}{seconds:9.1f} s"
        yield f"{'all':<10}{time.monotonic() - self._began:9.1f} s"


class BarProgress:
    """A moving bar that stays when its task is done."""

    def __init__(self, console: Console) -> None:
        self._console = console

    @contextmanager
    def task(self, title: str, total: int | None = None, unit: str = "") -> Iterator[Task]:
        """Shows `Writing ━━━━ 120,000/214,000 rows 5,100/s 0:00:24 left 0:00:18`, the last of them what is left."""
        columns: list[ProgressColumn] = [
            SpinnerColumn(finished_text="✓"),
            TextColumn("{task.description}"),
            BarColumn(),
        ]
        of = "/{task.total:,.0f}" if total is not None else ""
        columns += [TextColumn("{task.completed:,.0f}" + f"{of} {unit}"), _Rate(), TimeElapsedColumn()]
        columns += [TextColumn("left"), TimeRemainingColumn()] if total is not None else []
        with Bars(*columns, console=self._console) as bars:
            task = bars.add_task(title, total=total)
            yield _Bar(bars, task)
            if total is None:
                bars.update(task, total=1, completed=1)


class _Rate(ProgressColumn):
    """How many units a second are done."""

    def render(self, task: BarTask) -> Text:
        """Nothing until it is known."""
        return Text(f"{task.speed:,.0f}/s" if task.speed else "")


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
        self._say(f"{title} …" if total is None else f"{title}: {total:,} {unit} …")
        yield _Lines(self._say, title, total, unit)
        self._say(f"{title}: done in {time.monotonic() - began:.1f} s")

    def _say(self, line: str) -> None:
        self._console.print(line, markup=False, highlight=False, soft_wrap=True)


class _Lines:
    def __init__(self, say: Callable[[str], None], title: str, total: int | None, unit: str) -> None:
        self._say = say
        self._title = title
        self._total = total
        self._unit = unit
        self._done = 0
        self._began = self._said_at = time.monotonic()

    def advance(self, count: int = 1) -> None:
        self._done += count
        if time.monotonic() - self._said_at >= SECONDS_BETWEEN_LINES:
            self._said_at = time.monotonic()
            rate = self._done / (self._said_at - self._began)
            if self._total is None:
                self._say(f"{self._title}: {self._done:,} {self._unit}, {rate:,.0f} a second")
                return
            left = (self._total - self._done) / rate
            of = f"{self._done:,} of {self._total:,} {self._unit}"
            self._say(f"{self._title}: {of}, {rate:,.0f} a second, {max(0, left):,.0f} s left")
