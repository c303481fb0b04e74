"""JSON Lines, the core's own form: one record a line, as `graph/records.py` has them.

`record` says what a line holds: dataset, entity, source, claim, same, different, assessment; or `vocabulary`, what a
dataset brings beside the shared one. A field at its default may be left out, and so may the id of a claim,
judgement or assessment, which follows from what it says; an assessment may name a claim of the input by its dataset's
own key for it, as `claim/kherson/c17`. What `lines` writes is canonical: the same evidence gives the same bytes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import orjson
from pydantic import ConfigDict, Field, TypeAdapter

from ..graph.ids import key_of
from ..graph.records import Assessment, Claim, Dataset, Entity, Judgement, Record, Source
from ..graph.vocabulary import VOCABULARY, Vocabulary
from .fields import property_names, salvage
from .files import Unreadable
from .json_text import InvalidJson, object_in, position
from .moments import in_utc
from .places import STAND_IN, Place, path_of, path_text
from .vocabulary import read_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..graph.evidence import Evidence
    from .files import InputFile
    from .places import Path as FieldPath
    from .rows import Rows

RECORD: TypeAdapter[Record] = TypeAdapter(
    Annotated[Dataset | Entity | Source | Claim | Judgement | Assessment, Field(discriminator="record")],
    config=ConfigDict(extra="forbid", allow_inf_nan=False),
)
"""Reads a record from JSON, strictly, and writes one."""

RECORD_NAMES = property_names(RECORD.json_schema())
"""Every field's name."""
_FIRST = re.compile(r'\{.*"record"\s*:\s*"(dataset|entity|source|claim|same|different|assessment|vocabulary)"')
_COMPUTED = ("claim", "same", "different", "assessment")


def recognises(head: str) -> bool:
    """Whether a file that begins so is JSON Lines of ours."""
    return bool(_FIRST.match(head.lstrip()))


def read(file: InputFile, rows: Rows) -> None:
    """Adds the records of a file; every line that is not right is noted. Raises Unreadable."""
    origin = _Lines(file)
    empty = True
    for number, offset, text in file.lines():
        if text.strip():
            _Line(origin, number, offset, text, rows).read()
            empty = False
    if empty:
        raise Unreadable(Place(file.name), "is empty; was it cut off?")


class _Lines:
    """The file as the origin of rows; a mark is the number of a line and where it begins."""

    def __init__(self, file: InputFile) -> None:
        self._file = file
        self.name = file.name

    def locate(self, mark: str, field: str) -> Place:
        """The place of a field; the line is read once more to find its column."""
        number, offset = map(int, mark.split(":"))
        text = self._file.line_at(offset)
        return Place(self.name, number, position(text, path_of(field)) if text.strip() else 1, field)


def lines(evidence: Iterable[Evidence]) -> Iterator[str]:
    """All of it, canonically: by dataset, in each its vocabulary, then entities, sources, claims and so on by id."""
    for part in evidence:
        yield line(part.dataset)
        if part.vocabulary != Vocabulary():
            yield vocabulary_line(part.dataset, part.vocabulary)
        for records in (part.entities, part.sources, part.claims, part.judgements, part.assessments):
            yield from map(line, records)


def vocabulary_line(dataset: Dataset, vocabulary: Vocabulary) -> str:
    """What a dataset brings beside the shared vocabulary as its canonical line."""
    tree = VOCABULARY.dump_python(vocabulary, mode="json", exclude_defaults=True)
    return _written({"record": "vocabulary", "dataset": key_of(dataset.id), **tree})


def line(record: Record) -> str:
    """A record as its canonical line."""
    return _written({"record": record.record, **RECORD.dump_python(record, mode="json", exclude_defaults=True)})


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that holds something."""

    origin: _Lines
    number: int
    offset: int
    text: str
    rows: Rows

    def read(self) -> None:
        """Add what the line holds to the rows, or what is wrong with it to the problems."""
        before = len(self.rows.problems)
        try:
            tree = object_in(self.text)
        except InvalidJson as error:
            self._reject(Place(self.origin.name, self.number, error.column), str(error), "NOT_JSON")
            self.rows.complete = False
            return
        if tree.get("record") == "vocabulary":
            self._read_vocabulary(tree)
        elif record := salvage(tree, record_in, self._note, RECORD_NAMES):
            record = in_utc(record, self._note_at)
            self.rows.add(record, self.origin, self._mark, sound=len(self.rows.problems) == before)
        elif isinstance(identifier := tree.get("id"), str):
            self.rows.broken.add(identifier)

    @property
    def _mark(self) -> str:
        return f"{self.number}:{self.offset}"

    def _read_vocabulary(self, tree: dict[str, Any]) -> None:
        dataset = str(tree.pop("dataset", STAND_IN))
        del tree["record"]
        vocabulary, names = read_vocabulary(tree, self._note_vocabulary)
        self.rows.add_vocabulary(dataset, vocabulary)
        self.rows.broken |= names

    def _note_vocabulary(self, path: FieldPath, message: str) -> None:
        self.rows.problems.add(self.origin.locate(self._mark, path_text(path)), message)

    def _note(self, path: FieldPath, message: str) -> None:
        self._note_at(path_text(path), message)

    def _note_at(self, field: str, message: str) -> None:
        self._reject(self.origin.locate(self._mark, field), message, "INVALID")

    def _reject(self, place: Place, message: str, code: str) -> None:
        self.rows.problems.reject(place, message, self.text, code)


def record_in(tree: dict[str, Any]) -> Record:
    """The record that a line's object holds; a computed id may be missing. Raises ValidationError."""
    if tree.get("record") in _COMPUTED:
        tree = {"id": "", **tree}
    return RECORD.validate_json(orjson.dumps(tree), strict=True)


def _written(tree: object) -> str:
    return orjson.dumps(tree, option=orjson.OPT_SORT_KEYS).decode()
