"""What the input describes, looked up where it lies and not kept, except what is asked for again and again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from ..graph.evidence import Records
from ..graph.records import Assessment, Claim, Entity, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .rows import Rows

R = TypeVar("R", bound=Entity | Source)
T = TypeVar("T", bound=Entity | Source | Claim | Assessment)
_KEPT = 20_000


class Described(Mapping[str, R], Generic[R]):
    """The entities, or the sources, of the input by id."""

    def __init__(self, rows: Rows, kind: str) -> None:
        self._rows = rows
        self._kind = kind
        self._known = lru_cache(_KEPT)(self._look_up)

    def __getitem__(self, identifier: str) -> R:
        """The record. Raises KeyError."""
        found = self._known(identifier)
        if found is None:
            raise KeyError(identifier)
        return found

    def __contains__(self, identifier: object) -> bool:
        return isinstance(identifier, str) and self._known(identifier) is not None

    def __iter__(self) -> Iterator[str]:
        return self._rows.ids(self._kind)

    def __len__(self) -> int:
        return self._rows.count(self._kind)

    def _look_up(self, identifier: str) -> R | None:
        row = self._rows.find(self._kind, identifier)
        return cast("R", row.record) if row else None


class Stored(Records[T]):
    """A dataset's records of one kind, once all are checked."""

    def __init__(self, rows: Rows, kind: str, dataset: str) -> None:
        self._rows = rows
        self._kind = kind
        self._dataset = dataset
        self._length = rows.count(kind, dataset)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[T]:
        return cast("Iterator[T]", self._rows.of_dataset(self._kind, self._dataset))

    def hashes(self) -> Iterator[tuple[str, str]]:
        """(id, hash), as they were made when the records were checked."""
        return self._rows.hashes(self._kind, self._dataset)

    def pick(self, ids: Sequence[str]) -> list[T]:
        """Those that have one of these ids, by id."""
        return cast("list[T]", self._rows.picked(self._kind, self._dataset, ids))
