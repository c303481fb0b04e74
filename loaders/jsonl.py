"""JSON Lines, the core's own form: one record a line, as `graph/records.py` has them.

`record` says what a line holds: dataset, entity, source, claim, same, different, assessment; or `vocabulary`, what a
dataset brings beside the shared one. A field at its default may be left out, and so may the id of a claim,
judgement or assessment, which follows from what it says; an assessment may name a claim of the input by its dataset's
own key for it, as `claim/kherson/c17`. What `lines` writes is canonical: the same evidence gives the same bytes.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import orjson
from pydantic import ConfigDict, Field, TypeAdapter

from ..graph.ids import key_of
from ..graph.records import Assessment, Claim, Dataset, Entity, Judgement, Record, Source
from ..graph.vocabulary import VOCABULARY, Vocabulary
from .fields import property_names, salvage
from .json_text import InvalidJson, object_in, position
from .moments import in_utc
from .places import STAND_IN, Place, Problems, path_of, path_text
from .rows import Row, Rows
from .vocabulary import read_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from ..graph.evidence import Evidence
    from .places import Path as FieldPath

RECORD: TypeAdapter[Record] = TypeAdapter(
    Annotated[Dataset | Entity | Source | Claim | Judgement | Assessment, Field(discriminator="record")],
    config=ConfigDict(extra="forbid", allow_inf_nan=False),
)
"""Reads a record from JSON, strictly, and writes one."""

_NAMES = property_names(RECORD.json_schema())
_COMPUTED = ("claim", "same", "different", "assessment")


def read(file: Path, problems: Problems) -> Rows:
    """The rows of a file; every line that is not right adds to `problems`."""
    rows = Rows()
    try:
        with file.open("rb") as stream:
            offset = 0
            for number, content in enumerate(stream, 1):
                _Line(file, number, offset, problems).read(content, rows)
                offset += len(content)
    except OSError as error:
        problems.add(Place(str(file)), f"can not be read: {error.strerror}")
        rows.complete = False
    return rows


def lines(evidence: Iterable[Evidence]) -> Iterator[str]:
    """All of it, canonically: by dataset, in each its vocabulary, then entities, sources, claims and so on by id."""
    for part in evidence:
        yield line(part.dataset)
        if part.vocabulary != Vocabulary():
            tree = VOCABULARY.dump_python(part.vocabulary, mode="json", exclude_defaults=True)
            yield _written({"record": "vocabulary", "dataset": key_of(part.dataset.id), **tree})
        for records in (part.entities, part.sources, part.claims, part.judgements, part.assessments):
            yield from map(line, records)


def line(record: Record) -> str:
    """A record as its canonical line."""
    return _written({"record": record.record, **RECORD.dump_python(record, mode="json", exclude_defaults=True)})


@dataclass(frozen=True, slots=True)
class _Line:
    """Where a line stands: enough to find a field's column again without keeping the text."""

    file: Path
    number: int
    offset: int
    problems: Problems

    def read(self, content: bytes, rows: Rows) -> None:
        """Add what the line holds to `rows`, or what is wrong with it to the problems."""
        before = len(self.problems)
        text = self._decoded(content)
        if text is None or not text.strip():
            return
        try:
            tree = object_in(text)
        except InvalidJson as error:
            self.problems.add(self._place(error.column), str(error))
            rows.complete = False
            return
        if tree.get("record") == "vocabulary":
            self._read_vocabulary(tree, rows)
        elif record := salvage(tree, _record, self._note, _NAMES):
            rows.rows.append(Row(in_utc(record, self._note_at), self.locate, len(self.problems) == before))
        elif isinstance(identifier := tree.get("id"), str):
            rows.broken.add(identifier)

    def locate(self, field: str) -> Place:
        """The place of a field; the line is read once more to find its column."""
        with self.file.open("rb") as stream:
            stream.seek(self.offset)
            text = stream.readline().decode("utf-8-sig", "replace")
        return self._place(position(text, path_of(field)), field)

    def _decoded(self, content: bytes) -> str | None:
        try:
            return unicodedata.normalize("NFC", content.decode("utf-8-sig" if self.offset == 0 else "utf-8"))
        except UnicodeDecodeError as error:
            column = len(content[: error.start].decode()) + 1
            self.problems.add(self._place(column), "is not UTF-8 text; save the file as UTF-8")
            return None

    def _read_vocabulary(self, tree: dict[str, Any], rows: Rows) -> None:
        dataset = str(tree.pop("dataset", STAND_IN))
        del tree["record"]
        vocabulary, names = read_vocabulary(tree, self._note)
        rows.vocabularies.append((dataset, vocabulary))
        rows.broken |= names

    def _place(self, column: int, path: str = "") -> Place:
        return Place(str(self.file), self.number, column, path)

    def _note(self, path: FieldPath, message: str) -> None:
        self._note_at(path_text(path), message)

    def _note_at(self, field: str, message: str) -> None:
        self.problems.add(self.locate(field), message)


def _record(tree: dict[str, Any]) -> Record:
    """The record that a line's object holds; a computed id may be missing. Raises ValidationError."""
    if tree.get("record") in _COMPUTED:
        tree = {"id": "", **tree}
    return RECORD.validate_json(orjson.dumps(tree), strict=True)


def _written(tree: object) -> str:
    return orjson.dumps(tree, option=orjson.OPT_SORT_KEYS).decode()
