"""One record on its way, and the way back to where it was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypedDict

from .packed import pack

if TYPE_CHECKING:
    from ..graph.records import Record
    from .places import Place


class Origin(Protocol):
    """An input file that can say again where in it a row stands."""

    def locate(self, mark: str, field: str) -> Place:
        """The place of a row's field, `attribution[0].entity`; `""` for all of the row. `mark` is the origin's own."""


class Marks(TypedDict, total=False):
    """What a reader says of a row; `Row` has their meaning."""

    sound: bool
    mention: bool
    folds: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A record and where it was written: its origin, and the mark by which that finds it again."""

    record: Record
    origin: Origin
    mark: str
    sound: bool = True
    """False where something is wrong with it: it may say less than was meant, so it is not held against others."""
    mention: bool = False
    """Whether it is only named, by another row: it yields to a description of the same id."""
    folds: bool = False
    """Whether rows of the same id that differ in what no id rests on are one: of formats that programs write."""
    seq: int = 0
    """Its number in the order of reading."""

    def locate(self, field: str) -> Place:
        """The place of one of its fields."""
        return self.origin.locate(self.mark, field)


@dataclass(frozen=True, slots=True)
class Finished:
    """A row once it is checked: with its id, the hash of what the graph would hold, and a claim's own key."""

    row: Row
    hash: str = ""
    key: str | None = None


def told(done: Finished) -> tuple[object, ...]:
    """What `Rows.finish` writes down."""
    row = done.row
    return (row.record.id, done.hash, done.key, row.sound, pack(row.record)[2], row.seq)
