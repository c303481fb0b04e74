"""Where things stand in the input files, and what is wrong there.

They print as `sources/a.yaml:12:14: claims[3].subject: there is no entity 'rusia'; did you mean 'russia'?`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..graph.errors import InvalidInput
from ..graph.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .row import Row

Path = tuple[str | int, ...]
"""The way to a field: `("claims", 3, "subject")`, written `claims[3].subject`."""

STAND_IN = "\0"
"""Fills the place of a text that is missing, so that the rest can be checked; no input can hold it."""

_STEP = re.compile(r"\[(\d+)\]|([^.\[]+)")
_LONG_STEP = re.compile(r"([^.\[]{60})[^.\[]{20,}")
_LONG_QUOTE = re.compile(r"'([^']{60})[^']{1100,}'")
"""What is quoted beyond the length of any id: its beginning shows which it is."""
_LINES = 100


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in an input file, lines and columns from 1: `sources/a.yaml:12:14: claims[3].subject`."""

    file: str
    line: int = 1
    column: int = 1
    path: str = ""

    def __str__(self) -> str:
        path = _LONG_STEP.sub(r"\1…", self.path)
        return f"{self.address}: {path}" if path else self.address

    @property
    def address(self) -> str:
        """What an editor opens: `sources/a.yaml:12:14`."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with the input: where, and in a sentence that says what would be right."""

    place: Place
    message: str
    code: str = field(default="INVALID", compare=False)
    """What sort of mistake it is, for programs."""
    row: Row | None = field(default=None, compare=False, repr=False)
    """The row that it makes unusable, where it is no more than that."""
    raw: str | None = field(default=None, compare=False, repr=False)
    """What stands in the file, of something that became no row."""

    @property
    def rejectable(self) -> bool:
        """Whether the rest of the input can be loaded without what is wrong."""
        return self.row is not None or self.raw is not None

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class InvalidFiles(InvalidInput):
    """Everything that is wrong with the input files: all of it in `problems`, the first hundred as text."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self._lines()))

    def _lines(self) -> Iterable[str]:
        yield from (str(problem) for problem in self.problems[:_LINES])
        if len(self.problems) > _LINES:
            yield f"... and {len(self.problems) - _LINES} more"
        files = {problem.place.file for problem in self.problems}
        yield f"{counted(len(self.problems), 'problem')} in {counted(len(files), 'file')}; nothing is loaded"


class Problems:
    """Collects what is wrong, one problem for each place: the first says it, later ones would echo it."""

    def __init__(self) -> None:
        self._found: dict[Place, Problem] = {}
        self._wrong: dict[int, Row] = {}

    def add(self, place: Place, message: str) -> None:
        """Note what makes the whole input unusable."""
        self._add(Problem(place, message, "UNREADABLE"))

    def note(self, row: Row, field: str, message: str, code: str = "INVALID") -> None:
        """Note what makes a row unusable, at one of its fields."""
        self._add(Problem(row.locate(field), message, code, row))

    def reject(self, place: Place, message: str, raw: str, code: str = "INVALID") -> None:
        """Note what makes a line or element unusable before it becomes a row; `raw` is all of it, as it stands."""
        self._add(Problem(place, message, code, raw=raw))

    def also_wrong(self, row: Row) -> None:
        """Note that a row can not stand because of what is noted of another."""
        self._wrong[row.seq] = row

    def take_wrong(self) -> dict[int, Row]:
        """The rows that something was noted of since this was last asked, by their numbers."""
        wrong, self._wrong = self._wrong, {}
        return wrong

    def _add(self, problem: Problem) -> None:
        """Keeps it, unless its place has one already."""
        if problem.row:
            self._wrong[problem.row.seq] = problem.row
        self._found.setdefault(problem.place, replace(problem, message=_LONG_QUOTE.sub(r"'\1…'", problem.message)))

    def __len__(self) -> int:
        return len(self._found)

    def sorted(self) -> list[Problem]:
        """All of them, by file, line and column."""
        return sorted(self._found.values())

    def raise_fatal(self) -> None:
        """Raise InvalidFiles if anything is wrong that leaving rows out does not mend."""
        fatal = [problem for problem in self.sorted() if not problem.rejectable]
        if fatal:
            raise InvalidFiles(fatal)

    def raise_any(self) -> None:
        """Raise InvalidFiles if anything is wrong."""
        if self._found:
            raise InvalidFiles(self.sorted())


def path_of(text: str) -> Path:
    """`claims[3].subject` as a path."""
    return tuple(int(index) if index else name for index, name in _STEP.findall(text))


def path_text(path: Path) -> str:
    """A path as it is printed: `claims[3].subject`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def one_of(*nouns: str) -> str:
    """`a Person, Unit or Organisation`, `an Event`."""
    *most, last = nouns
    words = f"{', '.join(most)} or {last}" if most else last
    return f"an {words}" if words[0] in "AEIO" else f"a {words}"
