"""Rows of CSV files as spreadsheets write them: by comma, semicolon or tab, quoted or not, each with its line."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .files import Unreadable
from .json_text import UNWANTED
from .places import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .files import InputFile

_DELIMITERS = ",;\t"
_LONGEST_FIELD = 16 * 2**20

csv.field_size_limit(_LONGEST_FIELD)


@dataclass(frozen=True, slots=True)
class CsvRow:
    """A row: its line, its cells by the names of the columns, and where each column is."""

    line: int
    cells: Mapping[str, str]
    columns: Mapping[str, int]
    """Their numbers from 1."""
    raw: str

    def column(self, name: str) -> int:
        """The number of a column; 1 for one that is not there."""
        return self.columns.get(name, 1)


@dataclass(frozen=True, slots=True)
class Ragged:
    """A row that has more or fewer cells than there are columns."""

    line: int
    cells: int
    columns: int
    raw: str

    @property
    def message(self) -> str:
        """What is wrong with it, and what may be the reason."""
        return f"has {self.cells} cells where the header has {self.columns}; is a quote or a delimiter missing?"


def header(head: str) -> list[str]:
    """The names of the columns of a file that begins so."""
    line = head.lstrip("\ufeff").split("\n", 1)[0].rstrip("\r")
    try:
        return [name.strip() for name in next(csv.reader([line], delimiter=_delimiter(line)), [])]
    except csv.Error:
        return []


def csv_rows(file: InputFile, known: Sequence[str], needed: Sequence[str]) -> Iterator[CsvRow | Ragged]:
    """The rows of a file. Raises Unreadable where it can not be read, or its columns are not those that are known."""
    source = _Source(file)
    names = header(file.head())
    if problem := _header_problem(names, known, needed):
        raise Unreadable(Place(file.name), problem)
    columns = {name: number for number, name in enumerate(names, 1)}
    reader = csv.reader(source.lines(), delimiter=_delimiter(source.first), strict=True)
    line = 1
    try:
        for cells in reader:
            raw, began, line = source.taken(), line, reader.line_num + 1
            if began == 1 or not any(cell.strip() for cell in cells):
                continue  # the header, or an empty line
            if len(cells) != len(names):
                yield Ragged(began, len(cells), len(names), raw)
            else:
                yield CsvRow(began, dict(zip(names, cells, strict=True)), columns, raw)
    except csv.Error as error:
        raise Unreadable(Place(file.name, line), f"is not CSV from here on ({error})") from None


class _Source:
    """The lines of a file, with what the reader has taken since the last row."""

    def __init__(self, file: InputFile) -> None:
        self._file = file
        self._taken: list[str] = []
        self.first = file.head().split("\n", 1)[0]

    def lines(self) -> Iterator[str]:
        for line in self._file.lines():
            if found := UNWANTED.search(line.text):
                message = f"a control character stands at character {found.start() + 1} of this line; delete it"
                raise Unreadable(Place(self._file.name, line.number), message)
            self._taken.append(line.text)
            yield line.text + "\n"

    def taken(self) -> str:
        raw, self._taken = "\n".join(self._taken), []
        return raw


def _delimiter(line: str) -> str:
    return max(_DELIMITERS, key=line.count)


def _header_problem(names: Sequence[str], known: Sequence[str], needed: Sequence[str]) -> str | None:
    if missing := [name for name in needed if name not in names]:
        return f"lacks the column{'s' if missing[1:] else ''} {', '.join(missing)}"
    if twice := sorted({name for name in names if names.count(name) > 1}):
        return f"has the column {', '.join(twice)} twice"
    if known and (strange := [name for name in names if name not in known]):
        return f"has columns that are not known here: {', '.join(strange)}; there are {', '.join(known)}"
    return None
