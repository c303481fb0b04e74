"""Origins for formats whose rows say themselves where they stand: the mark is the place."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .places import Place

if TYPE_CHECKING:
    from .files import InputFile


@dataclass(frozen=True, slots=True)
class Marked:
    """A file as the origin of rows that know their line and column."""

    file: InputFile

    def locate(self, mark: str, field: str) -> Place:
        """The row's place, with the path of what stands there; which of its fields is meant is said behind it."""
        line, column, path = json.loads(mark)
        return Place(self.file.name, line, column, f"{path} ({field})" if field else path)


def mark_at(line: int, column: int, path: str = "") -> str:
    """The mark of what stands there."""
    return json.dumps([line, column, path], ensure_ascii=False)
