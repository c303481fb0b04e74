"""What compiling gives: evidence for the graph, and what there is to say of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .places import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..graph.evidence import Evidence
    from .places import Problem
    from .references import Foreign
    from .rows import Rows


@dataclass(frozen=True, slots=True)
class Checking:
    """How an input is held against itself."""

    rejecting: bool = False
    """Whether what makes only a row unusable takes that row out, with what refers to it, and not the whole input."""
    partial: bool = False
    """Whether it is a part of its datasets, so that it may refer to what only the graph has of them."""
    absent: Mapping[str, str] = field(default_factory=dict)
    """Ids that neither input nor graph have, with what to say of them."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """Everything that the input says, ready for the graph."""

    evidence: tuple[Evidence, ...]
    """One for each dataset, by id."""
    foreign: tuple[Foreign, ...]
    """References into datasets that are not in the input, for the database to check."""
    warnings: tuple[Problem, ...]
    """What is allowed, and probably not meant: the first twenty."""
    unwarned: int
    """How many warnings there are beyond those."""
    rows: Rows
    checking: Checking
    """How it was checked."""
    rejected: tuple[Problem, ...] = ()
    """What was left out, where it was to be."""

    def locate(self, identifier: str, field: str = "") -> Place:
        """Where a record, or one of its fields, was written."""
        kind = identifier.partition("/")[0]
        row = self.rows.find(kind, identifier)
        return row.locate(field) if row else Place(identifier)
