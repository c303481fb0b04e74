"""Progress: a bar on a terminal, lines elsewhere."""

import io
import re

import pytest
from rich.console import Console

from claimgraph.cli import progress as shown
from claimgraph.cli.progress import BarProgress, LineProgress, progress_on_stderr


def console(*, terminal: bool) -> tuple[Console, io.StringIO]:
    """A console, and what is written on it."""
    written = io.StringIO()
    return Console(file=written, force_terminal=terminal, width=100), written


def test_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines say what begins, how far it is every few seconds, and how long it took."""
    monkeypatch.setattr(shown, "SECONDS_BETWEEN_LINES", 0.0)
    on, written = console(terminal=False)
    with LineProgress(on).task("Fetching Neo4j", 214, "files") as task:
        task.advance(200)
        task.advance()
    lines = [re.sub(r"[\d,]+ a second", "n a second", line) for line in written.getvalue().splitlines()]
    assert lines == [
        "Fetching Neo4j: 214 files …",
        "Fetching Neo4j: 200 of 214 files, n a second, 0 s left",
        "Fetching Neo4j: 201 of 214 files, n a second, 0 s left",
        "Fetching Neo4j: done in 0.0 s",
    ]


def test_lines_are_few() -> None:
    """Units that are done within seconds of each other are not said one by one."""
    on, written = console(terminal=False)
    with LineProgress(on).task("Loading") as task:
        for _ in range(1000):
            task.advance()
    assert written.getvalue().splitlines() == ["Loading …", "Loading: done in 0.0 s"]


def test_a_task_that_fails_is_not_done() -> None:
    """After an error nothing says that the work is done."""
    on, written = console(terminal=False)
    with pytest.raises(ValueError, match="broken"), LineProgress(on).task("Loading"):
        raise ValueError("broken")
    assert "done" not in written.getvalue()


@pytest.mark.parametrize(("total", "end"), [(214, "214/214 files"), (None, "✓ Fetching Neo4j")])
def test_a_bar(total: int | None, end: str) -> None:
    """A bar counts, and is full in the end."""
    on, written = console(terminal=True)
    with BarProgress(on).task("Fetching Neo4j", total, "files") as task:
        task.advance(214)
    assert end in written.getvalue()


def test_stderr_that_is_no_terminal_gets_lines() -> None:
    """What is redirected has no moving bar in it."""
    assert isinstance(progress_on_stderr(), LineProgress)
