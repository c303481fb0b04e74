"""Records on their way from the files to the graph, each with the way back to where it was written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypedDict, Unpack

if TYPE_CHECKING:
    from ..graph.records import Record
    from ..graph.vocabulary import Vocabulary
    from .places import Place, Problems


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

    def locate(self, field: str) -> Place:
        """The place of one of its fields."""
        return self.origin.locate(self.mark, field)


@dataclass(slots=True)
class Rows:
    """Everything that was read, before the records are checked against each other."""

    problems: Problems
    rows: list[Row] = field(default_factory=list)
    vocabularies: list[tuple[str, Vocabulary]] = field(default_factory=list)
    """What datasets, by their keys, bring beside the shared vocabulary."""
    broken: set[str] = field(default_factory=set)
    """Ids and names that stand in the files but could not be read; who refers to them is not to blame.

    `claim_key` with an empty key stands for claims of a dataset that nobody can name.
    """
    complete: bool = True
    """False where a file, or a vocabulary, could not be read at all: what is not found may stand there."""

    def add(self, record: Record, origin: Origin, mark: str, **marks: Unpack[Marks]) -> None:
        """Take in a record; `sound=False` where the reader has noted something wrong with it. See `Row`."""
        self.rows.append(Row(record, origin, mark, **marks))

    def add_vocabulary(self, dataset: str, vocabulary: Vocabulary) -> None:
        """Take in what a dataset, by its key, brings beside the shared vocabulary; in several parts if need be."""
        self.vocabularies.append((dataset, vocabulary))
