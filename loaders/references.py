"""Whether what a record refers to exists, and is of the right kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..graph.ids import entity_id, key_of, source_id
from ..graph.vocabulary import nearest
from .places import one_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ..graph.records import Entity, Kind, Source
    from .places import Place, Problems
    from .rows import Row

_MANY = 20_000
"""Beyond so many names, looking for the nearest one takes longer than a person waits."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A reference into a dataset that is not in the input: only the database knows whether it is right."""

    id: str
    kinds: tuple[Kind, ...]
    """The kinds that fit there; empty for any."""
    place: Place


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
    foreign: list[Foreign] = field(default_factory=list)

    def entity(self, identifier: str, row: Row, field: str, kinds: tuple[Kind, ...] = ()) -> Entity | None:
        """The entity; None if it is not in the input, which is noted unless it is another dataset's."""
        found = self.entities.get(identifier)
        if not found:
            self._missing(Foreign(identifier, kinds, row.locate(field)))
        elif kinds and found.kind not in kinds:
            message = f"'{key_of(identifier)}' is {one_of(found.kind)}; here stands {one_of(*kinds)}"
            self.problems.add(row.locate(field), message)
        return found

    def source(self, identifier: str, row: Row, dataset: str) -> Source | None:
        """The source, which a dataset describes beside its claims; None, and noted, if it does not."""
        found = self.sources.get(identifier)
        if found and found.dataset == dataset:
            return found
        if identifier not in self.broken:
            hint = self._nearest(identifier, source_id(dataset, ""), self.sources)
            message = f"there is no source '{key_of(identifier)}' in the dataset '{dataset}'{hint}"
            self.problems.add(row.locate("source"), message)
        return None

    def _missing(self, wanted: Foreign) -> None:
        beginning, _, key = wanted.id.rpartition("/")
        dataset = key_of(beginning)
        if entity_id(dataset, key_of(key)) != wanted.id:
            message = f"'{wanted.id}' is no id; write a key, or a whole id such as entity/wikidata/Q212"
            self.problems.add(wanted.place, message)
        elif wanted.id in self.broken:
            return
        elif dataset not in self.datasets:
            self.foreign.append(wanted)
        elif self.complete:
            hint = self._nearest(wanted.id, f"{beginning}/", self.entities)
            self.problems.add(wanted.place, f"there is no entity '{key_of(wanted.id)}'{hint}")

    def _nearest(self, identifier: str, beginning: str, known: Collection[str]) -> str:
        keys = [key_of(other) for other in known if other.startswith(beginning)]
        return nearest(key_of(identifier), keys) if len(keys) <= _MANY else ""
