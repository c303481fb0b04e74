"""The CSV pair as records: a row is an entity, a source or a claim, by its file's header."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from ...graph.ids import dataset_id
from ...graph.records import Dataset
from ..csv_rows import CsvRow, Ragged, csv_rows, header
from ..fields import salvage
from ..jsonl import RECORD_NAMES, record_in
from ..moments import in_utc
from ..places import Place, path_text
from .columns import EXACT, NEEDED, WRITTEN
from .rows import Reader

if TYPE_CHECKING:
    from pathlib import Path

    from ..files import InputFile
    from ..places import Path as FieldPath
    from ..rows import Rows

FILES: Final = ("entities.csv", "sources.csv", "claims.csv")
"""What a folder of this format holds."""
_UNSLUG = re.compile(r"[^A-Za-z0-9_.-]+")
_PERSONS: Final = {"value": "quantity", "id": "key", "attribution": "claimant", "publisher": "source_publisher"}
"""The column in which a person writes a field, or a part of it."""
_COLUMN_OF: Final = {"source_key": "key", "value.text": "value", "extraction_confidence": "confidence"}


def recognises(head: str) -> bool:
    """Whether a file that begins so is one of the pair."""
    return _record_of(header(head)) is not None


def read(file: InputFile, rows: Rows) -> None:
    """Adds what a file of the pair says. Raises Unreadable."""
    record = _record_of(header(file.head())) or "claim"
    default = file.described.dataset or _UNSLUG.sub("-", file.path.resolve().parent.name).strip("-") or "csv"
    described: set[str] = set()
    origin = _Cells(file)
    for row in csv_rows(file, (*EXACT[record], *WRITTEN[record]), NEEDED[record]):
        rows.units[file.name, "rows"] += 1
        if isinstance(row, Ragged):
            rows.problems.reject(Place(file.name, row.line), row.message, row.raw)
            continue
        dataset = row.cells.get("dataset", "").strip() or default
        if dataset not in described:
            described.add(dataset)
            rows.add(_dataset(dataset, file), origin, "1")
        _Row(row, Reader(record, dataset, row.cells), origin, rows).read()


def files_in(folder: Path) -> list[Path]:
    """The files of the pair that a folder holds."""
    return [folder / name for name in FILES if (folder / name).exists()]


def _record_of(names: list[str]) -> str | None:
    found = set(names)
    for record in ("claim", "source", "entity"):
        if found >= set(NEEDED[record]) and (record == "claim" or found & {"id", "key"}):
            return record
    return None


def _dataset(key: str, file: InputFile) -> Dataset:
    told = file.described
    return Dataset(dataset_id(key), told.title or key, told.licence, bool(told.redistribute))


@dataclass(frozen=True, slots=True)
class _Cells:
    """A file as the origin of rows; a mark is the line, and where its columns are."""

    file: InputFile

    def locate(self, mark: str, field: str) -> Place:
        """The cell that holds a field."""
        line, *names = mark.split("\t")
        column = _column(field, names)
        number = names.index(column) + 1 if column in names else 1
        return Place(self.file.name, int(line), number, column or field)


@dataclass(frozen=True, slots=True)
class _Row:
    row: CsvRow
    reader: Reader
    origin: _Cells
    rows: Rows

    def read(self) -> None:
        """Adds the record of the row, and the source that it describes."""
        before = len(self.rows.problems)
        source, tree = self.reader.source_tree(), self.reader.tree()
        for column, message in self.reader.wrong:
            self._reject(column, message)
        for each in (source, tree):
            record = each and salvage(each, record_in, self._note, RECORD_NAMES)
            if record:
                told = in_utc(record, self._reject)
                self.rows.add(told, self.origin, self._mark, sound=len(self.rows.problems) == before)
            elif each and isinstance(each.get("id"), str):
                self.rows.broken.add(each["id"])

    @property
    def _mark(self) -> str:
        return "\t".join((str(self.row.line), *self.row.columns))

    def _note(self, path: FieldPath, message: str) -> None:
        self._reject(path_text(path), message)

    def _reject(self, field: str, message: str) -> None:
        self.rows.problems.reject(self.origin.locate(self._mark, field), message, self.row.raw)


def _column(field: str, names: list[str]) -> str:
    """The column that holds a field of a record, or a part of it."""
    beginning, root = field.split("[", maxsplit=1)[0], re.split(r"[.\[]", field, maxsplit=1)[0]
    wanted: list[Any] = [field, beginning, _COLUMN_OF.get(field), root, _PERSONS.get(root)]
    return next((each for each in wanted if each in names), "")
