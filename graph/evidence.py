"""What a load brings, and how it differs from what the graph holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .ids import key_of
from .records import Assessment, Claim, Dataset, Entity, Judgement, Source
from .rows import HASH, ID, Row, assessment_row, claim_row, entity_row, judgement_row, source_row
from .vocabulary import Vocabulary
from .writing import Transaction, read_rows

_PAGE = 10_000


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


@dataclass(frozen=True, slots=True)
class RowChanges:
    """How rows of one label differ: `new` and `changed` hold rows, the others ids."""

    new: list[Row] = field(default_factory=list)
    changed: list[Row] = field(default_factory=list)
    returned: list[str] = field(default_factory=list)
    """Those among the changed that had been retracted."""
    vanished: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        """How many rows a write would touch."""
        return len(self.new) + len(self.changed) + len(self.vanished)

    @property
    def touched(self) -> set[str]:
        """The ids of every row that differs."""
        return self.altered.union(str(row[ID]) for row in self.new)

    @property
    def altered(self) -> set[str]:
        """The ids of the rows among them that the graph had already."""
        return {str(row[ID]) for row in self.changed}.union(self.vanished)


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that a write has to do for one dataset."""

    evidence: Evidence
    dataset: bool
    """Whether the dataset's own description differs."""
    entities: RowChanges
    sources: RowChanges
    claims: RowChanges
    new_judgements: list[Row]
    ended_judgements: list[Row]
    """(id, a)."""
    new_assessments: list[Row]
    ended_assessments: list[str]
    """Ids."""

    @property
    def described(self) -> Iterator[Entity]:
        """The entities that are new, or described otherwise than before."""
        touched = self.entities.touched
        return (entity for entity in self.evidence.entities if entity.id in touched)

    def __len__(self) -> int:
        """How many rows a write would touch."""
        rows = len(self.entities) + len(self.sources) + len(self.claims)
        return rows + sum(self.words) + self.dataset

    @property
    def words(self) -> tuple[int, int]:
        """How many judgements and assessments are new, and how many of them end."""
        return (
            len(self.new_judgements) + len(self.new_assessments),
            len(self.ended_judgements) + len(self.ended_assessments),
        )


async def compare(tx: Transaction, evidence: Evidence, described: Sequence[object]) -> Changes:
    """How the evidence differs from the graph; `described` is the dataset's row there, empty if it has none."""
    published = {source.id: source.published_at for source in evidence.sources}
    dataset = key_of(evidence.dataset.id)
    judgements = {row[ID]: row for row in map(judgement_row, evidence.judgements)}
    held = {row[0]: row for row in await read_rows(tx, "judgements") if row[1] == dataset}
    assessments = {str(row[ID]): row for row in map(assessment_row, evidence.assessments)}
    graded = await _assessments(tx, dataset)
    return Changes(
        evidence,
        list(described) != dataset_row(evidence),
        await _rows(tx, "entity", dataset, map(entity_row, evidence.entities)),
        await _rows(tx, "source", dataset, map(source_row, evidence.sources)),
        await _rows(tx, "claim", dataset, (claim_row(claim, published[claim.source]) for claim in evidence.claims)),
        [row for identifier, row in judgements.items() if identifier not in held],
        [[row[0], row[3]] for identifier, row in held.items() if identifier not in judgements],
        [row for identifier, row in assessments.items() if identifier not in graded],
        sorted(graded - assessments.keys()),
    )


def dataset_row(evidence: Evidence) -> list[object]:
    """(id, title, licence, redistribute, vocabulary), as `read/datasets` gives it."""
    dataset = evidence.dataset
    return [dataset.id, dataset.title, dataset.licence, dataset.redistribute, evidence.vocabulary.to_json()]


async def _rows(tx: Transaction, label: str, dataset: str, rows: Iterator[Row]) -> RowChanges:
    held = await _hashes(tx, label, dataset)
    changes = RowChanges()
    for row in rows:
        known = held.pop(str(row[ID]), None)
        if known is None:
            changes.new.append(row)
        elif known != (row[HASH], True):
            changes.changed.append(row)
            if not known[1]:
                changes.returned.append(str(row[ID]))
    changes.vanished.extend(identifier for identifier, (_, live) in held.items() if live)
    return changes


async def _assessments(tx: Transaction, dataset: str) -> set[str]:
    """The ids of the dataset's assessments that hold."""
    ids: set[str] = set()
    after = ""
    while True:
        [[page]] = await read_rows(tx, "assessment_ids", dataset=dataset, after=after, limit=_PAGE)
        ids.update(page)
        if len(page) < _PAGE:
            return ids
        after = page[-1]


async def _hashes(tx: Transaction, label: str, dataset: str) -> dict[str, tuple[str, bool]]:
    """(hash, live) of each of the dataset's rows that the graph holds, by id."""
    hashes: dict[str, tuple[str, bool]] = {}
    after = ""
    while True:
        [[page]] = await read_rows(tx, f"{label}_hashes", dataset=dataset, after=after, limit=_PAGE)
        hashes |= {identifier: (row_hash, live) for identifier, row_hash, live in page}
        if len(page) < _PAGE:
            return hashes
        after = page[-1][ID]
