"""What a load brings: all that a dataset says now, in whatever amount."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar, overload

from .records import Assessment, Claim, Dataset, Entity, Judgement, Source
from .rows import HASH, Row
from .vocabulary import Vocabulary

T = TypeVar("T", bound=Entity | Source | Claim | Assessment)


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that one dataset says now: whatever else the graph holds of it has vanished."""

    dataset: Dataset
    vocabulary: Vocabulary
    """What the dataset brings beside the shared one."""
    entities: Sequence[Entity] = ()
    sources: Sequence[Source] = ()
    claims: Sequence[Claim] = ()
    judgements: Sequence[Judgement] = ()
    assessments: Sequence[Assessment] = ()
    relations: Collection[str] | None = None
    """The types of natural edges that its claims ask for; None where nobody has looked yet."""


class Records(Sequence[T], Generic[T]):
    """Records of one kind by id, which need not be in memory."""

    @abstractmethod
    def __iter__(self) -> Iterator[T]:
        """All of them, by id."""

    @abstractmethod
    def hashes(self) -> Iterator[tuple[str, str]]:
        """(id, hash of the row that the graph would hold) of all of them, by id."""

    @abstractmethod
    def pick(self, ids: Sequence[str]) -> list[T]:
        """Those that have one of these ids, by id."""

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        """By place in the order of ids; every one before it is passed over."""
        if isinstance(index, slice):
            return list(self)[index]
        return next(islice(self, range(len(self))[index], None))

    def __eq__(self, other: object) -> bool:
        """Whether both hold the same."""
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]


class Listed(Records[T]):
    """Records that are in memory anyway."""

    def __init__(self, records: Sequence[T], row: Callable[[T], Row] | None) -> None:
        self._records = {record.id: record for record in sorted(records, key=lambda record: record.id)}
        self._row = row

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[T]:
        return iter(self._records.values())

    def hashes(self) -> Iterator[tuple[str, str]]:
        """(id, hash), made as they are asked for; what has no row has no hash."""
        for identifier, record in self._records.items():
            yield identifier, str(self._row(record)[HASH]) if self._row else ""

    def pick(self, ids: Sequence[str]) -> list[T]:
        """Those that have one of these ids, by id."""
        return [self._records[identifier] for identifier in sorted(ids) if identifier in self._records]
