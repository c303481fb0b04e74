"""Where a corpus's records stand: each in a document, at a path."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...graph.assessments import TARGETS
from ..places import path_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..places import Path, Place
    from ..strict_yaml import Document

_BOUNDS = ("start_min", "start_max", "end_min", "end_max", "edtf", "min", "max")
_VALUE = {
    "low": "quantity",
    "high": "quantity",
    "low_open": "quantity",
    "high_open": "quantity",
    "approximate": "quantity",
    "unit": "quantity",
    "dimension": "dimension",
    "quantity_text": "wording",
    "text": "value",
    "kind": "value_kind",
}
"""Where the parts of a value stand in a claim."""
_RENAMED = {
    "extraction_confidence": "confidence",
    "source_key": "key",
    "value": "quantity",
    "published_at": "published",
    "retrieved_at": "retrieved",
}
_KEYS: Mapping[Path, str] = {(): "dataset", ("source",): "key"}
"""The field that gives the record at a path its id; an entity's is the key at which it stands."""


def mark_of(path: Path) -> str:
    """A path as the mark of a row."""
    return json.dumps(path)


@dataclass(frozen=True, slots=True)
class Written:
    """A document as the origin of rows; a mark is the path at which one stands."""

    document: Document

    def locate(self, mark: str, field: str) -> Place:
        """The place of a row's field, as a corpus writes it."""
        path: Path = tuple(json.loads(mark))
        if field == "id" and path[:1] == ("entities",):
            return self.document.locate_key(path)
        if path[:1] == ("assessments",):
            return self.document.locate((*path, *(self._target(path) if field == "target" else path_of(field))))
        name = _KEYS.get(path, field) if field == "id" else field
        return self.document.locate((*path, *_as_written(path_of(name))))

    def _target(self, path: Path) -> Path:
        """The one word by which an assessment names what it grades; nothing where it names several."""
        words = tuple(word for word in TARGETS if self.document.has((*path, word)))
        return words if len(words) == 1 else ()


def _as_written(field: Path) -> Path:
    """Where a record's field stands in a corpus: a value's low end in `quantity`, an event's in `event`."""
    if field[:1] == ("value",) and field[1:]:
        return (_VALUE[str(field[1])],)
    if field and field[-1] in _BOUNDS:
        field = field[:-1]
    return tuple(_RENAMED.get(str(step), step) for step in field)
