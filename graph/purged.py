"""What was erased for good, known again by its hash alone: a load leaves it out, with all that is said of it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from .evidence import Evidence, Records, T
from .identity import is_strong, strong_ids
from .records import Claim
from .writing import Transaction, read_rows


@dataclass(frozen=True, slots=True)
class Purged:
    """The salt of one graph, and the hashes of ids that it does not take in."""

    salt: str | None = None
    hashes: Collection[str] = ()

    @classmethod
    async def of(cls, tx: Transaction) -> Purged:
        """What this graph has erased."""
        found = await read_rows(tx, "purged")
        return cls(found[0][0], frozenset(found[0][1])) if found else cls()

    def knows(self, identifier: str) -> bool:
        """Whether this is the id of something erased."""
        return hashed(identifier, self.salt or "") in self.hashes

    def left_out(self, evidence: Sequence[Evidence]) -> tuple[list[Evidence], int]:
        """The evidence without what was erased and what is said of it; and how many rows that were."""
        if not self.hashes:
            return list(evidence), 0
        erased = {
            entity.id
            for each in evidence
            for entity in each.entities
            if self.knows(entity.id) or any(map(self.knows, strong_ids(entity)))
        }
        kept = [self._without(each, erased) for each in evidence]
        return kept, sum(_size(each) for each in evidence) - sum(_size(each) for each in kept)

    def _without(self, evidence: Evidence, erased: Collection[str]) -> Evidence:
        def is_erased(identifier: str | None) -> bool:
            return identifier is not None and (identifier in erased or self.knows(identifier))

        claims = {claim.id for claim in evidence.claims if any(map(is_erased, _named(claim)))}
        graded = {each.id for each in evidence.assessments if each.target in claims or is_erased(each.target)}
        entities = {entity.id for entity in evidence.entities if entity.id in erased}
        return replace(
            evidence,
            entities=_less(evidence.entities, entities),
            claims=_less(evidence.claims, claims),
            judgements=[each for each in evidence.judgements if not (is_erased(each.a) or is_erased(each.b))],
            assessments=_less(evidence.assessments, graded),
        )


def hashed(identifier: str, salt: str) -> str:
    """What stands for an id once it is erased."""
    return hashlib.blake2b(identifier.encode(), key=salt.encode(), digest_size=20).hexdigest()


def hashes_of(entity: str, external_ids: Iterable[str], salt: str) -> list[str]:
    """Those by which an entity is known again: its id, and its ids elsewhere that stand for one person only."""
    return [hashed(each, salt) for each in (entity, *filter(is_strong, external_ids))]


def _named(claim: Claim) -> Iterator[str | None]:
    yield from (claim.subject, claim.object, claim.during, *(level.entity for level in claim.attribution))


def _size(evidence: Evidence) -> int:
    lists = (evidence.entities, evidence.claims, evidence.judgements, evidence.assessments)
    return sum(map(len, lists))


def _less(records: Sequence[T], ids: Collection[str]) -> Sequence[T]:
    if not ids:
        return records
    return _Less(records, ids) if isinstance(records, Records) else [each for each in records if each.id not in ids]


class _Less(Records[T]):
    """Records without some of them."""

    def __init__(self, records: Records[T], ids: Collection[str]) -> None:
        self._records = records
        self._ids = frozenset(ids)

    def __len__(self) -> int:
        return len(self._records) - len(self._ids)

    def __iter__(self) -> Iterator[T]:
        return (each for each in self._records if each.id not in self._ids)

    def hashes(self) -> Iterator[tuple[str, str]]:
        """(id, hash) of the rest."""
        return (each for each in self._records.hashes() if each[0] not in self._ids)

    def pick(self, ids: Sequence[str]) -> list[T]:
        """Those of the rest that have one of these ids."""
        return self._records.pick([each for each in ids if each not in self._ids])
