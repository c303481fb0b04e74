"""The forms in which live evidence goes out, beside the history: each takes records and gives lines."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final, Protocol

import orjson

from ..graph.records import Dataset
from ..graph.scratch import Scratch
from ..graph.vocabulary import Vocabulary
from ..graph.words import counted
from . import jsonl
from .csv_pair.export import headers, lines
from .ftm.export import COLUMNS, Exported
from .packed import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from ..graph.records import Record

_ORDER: Final = ("entity", "source", "claim", "judgement", "assessment")
_SCHEMA: Final = "CREATE TABLE record (dataset, place INTEGER, id, kind, packed);"


class Output(Protocol):
    """One form; `lines` names the file of each line where there are several, and then ends the line itself."""

    def add(self, record: Record) -> None:
        """Take a record in; entities come before sources, those before claims."""

    def lines(self) -> Iterator[tuple[str, str]]:
        """(file, line)."""

    def remarks(self) -> Iterator[str]:
        """What the form can not say, for people."""


class _Kept:
    """Records that wait on disk until all are there."""

    def __init__(self, datasets: Sequence[tuple[Dataset, Vocabulary]]) -> None:
        self.datasets = datasets
        self._scratch = Scratch(_SCHEMA)
        self._waiting: list[tuple[object, ...]] = []

    def add(self, record: Record) -> None:
        kind, dataset, packed = pack(record)
        self._waiting.append((dataset, _ORDER.index(kind), record.id, kind, packed))
        if len(self._waiting) >= 2_000:  # noqa: PLR2004 - a portion
            self._flush()

    def records(self) -> Iterator[Record]:
        """By dataset, kind and id."""
        self._flush()
        self._scratch.run("CREATE INDEX in_order ON record (dataset, place, id)")
        for kind, packed in self._scratch.rows("SELECT kind, packed FROM record ORDER BY dataset, place, id"):
            yield unpack(kind, packed)

    def remarks(self) -> Iterator[str]:
        yield from ()

    def _flush(self) -> None:
        self._scratch.run_many("INSERT INTO record VALUES (?, ?, ?, ?, ?)", self._waiting)
        self._waiting = []


class _JsonLines(_Kept):
    """Canonical JSON Lines: what `claimgraph check --jsonl` writes of the same evidence."""

    def lines(self) -> Iterator[tuple[str, str]]:
        """By dataset; one without records too."""
        heads = {dataset.id.partition("/")[2]: (dataset, own) for dataset, own in self.datasets}
        told: set[str] = set()
        for record in self.records():
            dataset = "" if isinstance(record, Dataset) else record.dataset
            for key in sorted(each for each in heads if each <= dataset and each not in told):
                told.add(key)
                yield from self._head(*heads[key])
            yield "", jsonl.line(record)
        for key in sorted(heads.keys() - told):
            yield from self._head(*heads[key])

    def _head(self, dataset: Dataset, own: Vocabulary) -> Iterator[tuple[str, str]]:
        yield "", jsonl.line(dataset)
        if own != Vocabulary():
            yield "", jsonl.vocabulary_line(dataset, own)


class _Csv(_Kept):
    """The three files of the CSV pair."""

    def lines(self) -> Iterator[tuple[str, str]]:
        """The headers first."""
        yield from headers()
        yield from lines(self.records())

    def remarks(self) -> Iterator[str]:
        """What has no file."""
        yield "CSV holds entities, sources and claims; judgements, assessments and vocabularies are in JSON Lines"


class _Statements(_Kept):
    """FollowTheMoney's statements, as CSV."""

    def lines(self) -> Iterator[tuple[str, str]]:
        """The header first; columns that only some statements have stand behind the usual ones."""
        self._exported = Exported(self.records())
        extra = sorted({name for told in self._exported.statements() for name in told} - set(COLUMNS))
        names = (*COLUMNS, *extra)
        yield "", _csv_line(names)
        for told in self._exported.statements():
            yield "", _csv_line([told.get(name, "") for name in names])

    def remarks(self) -> Iterator[str]:
        """How much could not be said."""
        if self._exported.left_out:
            yield f"{counted(self._exported.left_out, 'claim')} left out: FollowTheMoney has no property for them"


class _Entities(_Statements):
    """FollowTheMoney's entities, one a line."""

    def lines(self) -> Iterator[tuple[str, str]]:
        """By dataset and id."""
        self._exported = Exported(self.records())
        for entity in self._exported.entities():
            yield "", orjson.dumps(entity, option=orjson.OPT_SORT_KEYS).decode()


def _csv_line(cells: Sequence[str]) -> str:
    text = io.StringIO()
    # A line break within a cell is only put in quotes where it is one that ends lines.
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue().removesuffix("\r\n")


FORMS: Final[Mapping[str, Callable[[Sequence[tuple[Dataset, Vocabulary]]], Output]]] = {
    "jsonl": _JsonLines,
    "csv": _Csv,
    "ftm-statements": _Statements,
    "ftm-entities": _Entities,
}
"""By the name that `--format` takes."""
