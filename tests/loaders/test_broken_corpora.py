"""Every mistake is reported at its place, all of them at once, in words."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest

from claimgraph.cli import main
from claimgraph.tests.loaders.broken_case import RIGHT, Broken
from claimgraph.tests.loaders.broken_corpora import BROKEN

if TYPE_CHECKING:
    from pathlib import Path

JARGON = re.compile(r"valid |value_error|Input should|pydantic|NoneType|Traceback|\bdict\b|\bstr\b|None")


def check(folder: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """The exit code of `claimgraph check .` in a folder."""
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "argv", ["claimgraph", "check", "."])
    with pytest.raises(SystemExit) as stopped:
        main()
    return stopped.value.code


def test_the_corpus_that_they_all_come_from_is_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So whatever is said of a broken one comes from its changes."""
    Broken("nothing", (), ()).write(tmp_path)
    assert check(tmp_path, monkeypatch) in (0, None)
    assert set(RIGHT) == {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*.yaml")}


def test_there_are_thirty_of_them() -> None:
    """With names of their own, and several mistakes in one file among them."""
    assert len({broken.name for broken in BROKEN}) == len(BROKEN) >= 30
    assert sum(len(broken.said) > 1 for broken in BROKEN) >= 15


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.name)
def test_a_broken_corpus_is_told_line_by_line(
    broken: Broken, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2; each mistake with its file, line, column and path, and nothing else."""
    broken.write(tmp_path)
    assert check(tmp_path, monkeypatch) == 2
    captured = capsys.readouterr()
    *lines, last = captured.err.splitlines()
    assert not captured.out
    assert [line[: len(place) + 2] for line, (place, _) in zip(lines, broken.said, strict=False)] == [
        f"{place}: " for place, _ in broken.said
    ], captured.err
    assert len(lines) == len(broken.said), captured.err
    for line, (place, words) in zip(lines, broken.said, strict=True):
        assert words in line.removeprefix(place)
        assert not JARGON.search(line), line
    assert last.endswith("nothing is loaded")
