"""Whether what a record refers to exists, and is of the right kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..graph.ids import entity_id, key_of, source_id
from ..graph.vocabulary import nearest
from .compiled import Checking
from .places import STAND_IN, one_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ..graph.records import Entity, Kind, Source
    from .places import Problems
    from .row import Row

UNKNOWN = "UNKNOWN_REFERENCE"
"""The code of what refers to nothing."""
MANY = 20_000
"""Beyond so many names, looking for the nearest one takes longer than a person waits."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A reference into a dataset that is not in the input: only the database knows whether it is right."""

    id: str
    kinds: tuple[Kind, ...]
    """The kinds of entity that fit there; empty for any, and for claims and sources."""
    row: Row
    field: str


@dataclass(frozen=True, slots=True)
class References:
    """Everything that the input describes, to look references up in."""

    entities: Mapping[str, Entity]
    sources: Mapping[str, Source]
    datasets: Collection[str]
    """The datasets in the input, by key."""
    broken: Collection[str]
    complete: bool
    problems: Problems
    checking: Checking = field(default_factory=Checking)
    foreign: dict[tuple[str, tuple[Kind, ...]], Foreign] = field(default_factory=dict)
    """The first of each that is wanted as one of these kinds."""

    def entity(self, identifier: str, row: Row, field: str, kinds: tuple[Kind, ...] = ()) -> Entity | None:
        """The entity; None if it is not in the input, which is noted unless it is another dataset's."""
        found = self.entities.get(identifier)
        if not found:
            self._missing(Foreign(identifier, kinds, row, field))
        elif kinds and found.kind not in kinds:
            message = f"'{key_of(identifier)}' is {one_of(found.kind)}; here stands {one_of(*kinds)}"
            self.problems.note(row, field, message)
        return found

    def source(self, identifier: str, row: Row, dataset: str) -> Source | None:
        """The source, which a dataset describes beside its claims; None, and noted, if it does not."""
        found = self.sources.get(identifier)
        if found and found.dataset == dataset:
            return found
        if identifier not in self.broken:
            hint = self.nearest(identifier, source_id(dataset, ""), self.sources)
            message = f"there is no source '{key_of(identifier)}' in the dataset '{dataset}'{hint}"
            self.problems.note(row, "source", message, UNKNOWN)
        return None

    def described(self, identifier: str, row: Row, field: str) -> None:
        """Whether there is such an entity or source: noted if not, unless it is another dataset's."""
        if identifier not in self.entities and identifier not in self.sources:
            self._missing(Foreign(identifier, (), row, field))

    def elsewhere(self, identifier: str, row: Row, field: str) -> None:
        """Leaves an id that is not in the input, and does not say of which dataset it is, to the database."""
        self._leave(Foreign(identifier, (), row, field))

    def nearest(self, identifier: str, beginning: str, known: Collection[str]) -> str:
        """The keys that begin so and are nearest to an id's, as the tail of an error's sentence."""
        if len(known) > MANY:
            return ""
        return nearest(key_of(identifier), [key_of(other) for other in known if other.startswith(beginning)])

    def dataset(self, key: str, row: Row) -> None:
        """Whether the input describes a record's own dataset: noted if not."""
        if key not in self.datasets and key != STAND_IN:
            self.problems.note(row, "dataset", f"the dataset '{key}' is not described in the input", UNKNOWN)

    def _leave(self, wanted: Foreign) -> None:
        absent = self.checking.absent.get(wanted.id)
        if absent:
            self.problems.note(wanted.row, wanted.field, absent, UNKNOWN)
            return
        self.foreign.setdefault((wanted.id, wanted.kinds), wanted)

    def _missing(self, wanted: Foreign) -> None:
        is_source = wanted.id.startswith("source/")
        make_id, known = (source_id, self.sources) if is_source else (entity_id, self.entities)
        beginning, _, key = wanted.id.rpartition("/")
        dataset = key_of(beginning)
        if make_id(dataset, key_of(key)) != wanted.id:
            example = "source/kherson/dailymail-2022-11-11" if is_source else "entity/wikidata/Q212"
            message = f"'{wanted.id}' is no id; write a key, or a whole id such as {example}"
            self.problems.note(wanted.row, wanted.field, message)
        elif wanted.id in self.broken:
            return
        elif dataset not in self.datasets or self.checking.partial:
            self._leave(wanted)
        elif self.complete:
            hint = self.nearest(wanted.id, f"{beginning}/", known)
            noun = "source" if is_source else "entity"
            self.problems.note(wanted.row, wanted.field, f"there is no {noun} '{key_of(wanted.id)}'{hint}", UNKNOWN)
