"""Records on their way from the files to the graph, each with the way back to where it was written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..graph.records import Record
    from ..graph.vocabulary import Vocabulary
    from .places import Place


@dataclass(frozen=True, slots=True)
class Row:
    """A record and the place of each of its fields: `row.locate("attribution[0].entity")`, `""` for all of it."""

    record: Record
    locate: Callable[[str], Place]
    sound: bool = True
    """False where something is wrong with it: it may say less than was meant, so it is not held against others."""


@dataclass(slots=True)
class Rows:
    """Everything that was read, before the records are checked against each other."""

    rows: list[Row] = field(default_factory=list)
    vocabularies: list[tuple[str, Vocabulary]] = field(default_factory=list)
    """What datasets, by their keys, bring beside the shared vocabulary."""
    broken: set[str] = field(default_factory=set)
    """Ids and names that stand in the files but could not be read; who refers to them is not to blame.

    `claim_key` with an empty key stands for claims of a dataset that nobody can name.
    """
    complete: bool = True
    """False where a file, or a vocabulary, could not be read at all: what is not found may stand there."""

    def extend(self, other: Rows) -> None:
        """Take in what another input brought."""
        self.rows += other.rows
        self.vocabularies += other.vocabularies
        self.broken |= other.broken
        self.complete = self.complete and other.complete
