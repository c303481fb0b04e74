"""How a dataset as it is brought differs from what the graph holds of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any, Generic

from .evidence import Evidence, Records, T
from .notes import ALTERED, Notes, State
from .records import Assessment, Claim, Entity, Source
from .rows import Row
from .writing import batch_size


@dataclass(frozen=True, slots=True)
class Retracting:
    """What becomes of rows that a dataset no longer has."""

    vanished: bool = True
    """Whether they are retracted; not where the input is known to be a part only."""
    however_many: bool = False
    """Whether more than a twentieth of a large dataset may be."""


@dataclass(frozen=True, slots=True)
class RowChanges(Generic[T]):
    """How rows of one label differ."""

    label: str
    dataset: str
    records: Records[T]
    notes: Notes
    new: int
    changed: int
    """Those that returned included."""
    vanished: int
    held: int
    """How many live rows the graph has."""

    def __len__(self) -> int:
        """How many rows a write would touch."""
        return self.new + self.changed + self.vanished

    def ids(self, *states: State, size: int | None = None) -> Iterator[list[str]]:
        """The ids of the rows that differ so, by id, in portions."""
        yield from self.notes.differing(self.label, self.dataset, states, size or batch_size())

    def brought(self, *states: State) -> Iterator[list[T]]:
        """The records that differ so, by id, in portions; BROUGHT and its parts."""
        for ids in self.ids(*states):
            yield self.records.pick(ids)

    @property
    def altered(self) -> set[str]:
        """The ids of the rows among them that the graph had already."""
        return {identifier for ids in self.ids(*ALTERED) for identifier in ids}


@dataclass(slots=True)
class Described:
    """What the entities that are new, or described otherwise than before, have to do with others."""

    parts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The places that lie in others, with those."""
    bearers: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    """Their ids by the strong external ids that they have and by kind."""
    places: bool = False
    """Whether there is a place among them."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that a write has to do for one dataset."""

    evidence: Evidence
    dataset: bool
    """Whether the dataset's own description differs."""
    entities: RowChanges[Entity]
    sources: RowChanges[Source]
    claims: RowChanges[Claim]
    assessments: RowChanges[Assessment]
    new_judgements: list[Row]
    ended_judgements: list[Row]
    """(id, a)."""
    described: Described
    relations: Collection[str]
    """The types of natural edges that new and changed claims ask for."""

    def __len__(self) -> int:
        """How many rows a write would touch."""
        return sum(map(len, self.rows)) + len(self.new_judgements) + len(self.ended_judgements) + self.dataset

    @property
    def rows(self) -> tuple[RowChanges[Any], ...]:
        """Those of each label."""
        return (self.entities, self.sources, self.claims, self.assessments)

    @property
    def counts(self) -> tuple[int, int, int]:
        """Rows added, changed, retracted."""
        return (
            sum(each.new for each in self.rows) + len(self.new_judgements),
            sum(each.changed for each in self.rows) + self.dataset,
            sum(each.vanished for each in self.rows) + len(self.ended_judgements),
        )


def dataset_row(evidence: Evidence) -> list[object]:
    """(id, title, licence, redistribute, vocabulary), as `read/datasets` gives it."""
    dataset = evidence.dataset
    return [dataset.id, dataset.title, dataset.licence, dataset.redistribute, evidence.vocabulary.to_json()]
