"""The comparison of what is brought with what is held: both in the order of ids, neither in memory as a whole."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, cast

from .changes import Changes, Described, Retracting, RowChanges, dataset_row
from .errors import Conflict
from .evidence import Evidence, Listed, Records, T
from .identity import strong_ids
from .ids import key_of
from .issues import relation_type
from .notes import BROUGHT, CORRECTED, Notes, State
from .progress import Progress
from .publication import Publication
from .records import Claim, Entity, Kind
from .rows import ID, claim_row, entity_row, judgement_row, source_row
from .store import Store
from .vocabulary import VOCABULARY
from .writing import Transaction, read_rows

_PAGE = 10_000
_SMALL = 1_000
"""Rows below which a dataset may shrink to nothing."""
_SHARE = 0.05
"""How much of a larger one may vanish at a time."""
_NOTED = 5_000


async def compare_all(
    store: Store,
    held: Publication,
    evidence: Sequence[Evidence],
    notes: Notes,
    retracting: Retracting,
    progress: Progress,
) -> list[Changes]:
    """How each dataset differs from the graph. Raises Conflict where more would vanish than may."""
    changes = []
    with progress.task("Comparing", total=len(evidence), unit="datasets") as task:
        for each in evidence:
            described = held.datasets.get(each.dataset.id, [])
            brought = each if retracting.vanished else _beside(each, described)
            work = partial(compare, evidence=brought, described=described, notes=notes, retracting=retracting)
            changes.append(await store.write(work))
            task.advance()
    return changes


def _beside(part: Evidence, described: Sequence[object]) -> Evidence:
    """A part of a dataset, with the vocabulary that the rest of it brought before."""
    if not described:
        return part
    return replace(part, vocabulary=VOCABULARY.validate_json(str(described[-1])).merged_with(part.vocabulary))


async def compare(
    tx: Transaction, evidence: Evidence, described: Sequence[object], notes: Notes, retracting: Retracting
) -> Changes:
    """How the evidence differs from the graph; `described` is the dataset's row there, empty if it has none.

    Raises Conflict where more would vanish than may.
    """
    dataset = key_of(evidence.dataset.id)
    notes.forget(dataset)
    rows = _Comparing(tx, dataset, notes, retracting)
    published = {source.id: source.published_at for source in evidence.sources}
    judgements = {row[ID]: row for row in map(judgement_row, evidence.judgements)}
    held = {row[0]: row for row in await read_rows(tx, "judgements") if row[1] == dataset}
    entities = await rows.differ("entity", _records(evidence.entities, entity_row))
    sources = await rows.differ("source", _records(evidence.sources, source_row))
    claims = await rows.differ(
        "claim", _records(evidence.claims, lambda claim: claim_row(claim, published[claim.source]))
    )
    assessments = await rows.differ("assessment", _records(evidence.assessments, None))
    ended = [[row[0], row[3]] for identifier, row in held.items() if identifier not in judgements]
    changes = Changes(
        evidence,
        list(described) != dataset_row(evidence),
        entities,
        sources,
        claims,
        assessments,
        [row for identifier, row in judgements.items() if identifier not in held],
        ended if retracting.vanished else [],
        _described(entities),
        evidence.relations if evidence.relations is not None else _relations(claims),
    )
    if not retracting.however_many:
        _refuse_shrinking(changes)
    return changes


@dataclass(frozen=True, slots=True)
class _Comparing:
    """The comparison of one dataset."""

    tx: Transaction
    dataset: str
    notes: Notes
    retracting: Retracting

    async def differ(self, label: str, records: Records[T]) -> RowChanges[T]:
        """Goes through what is brought and what is held side by side, both in the order of ids."""
        told: list[tuple[str, State]] = []
        live = 0
        brought = records.hashes()
        one = next(brought, None)
        async for identifier, row_hash, is_live in self._held(label):
            live += is_live
            while one and one[0] < identifier:
                told.append((one[0], State.NEW))
                one = next(brought, None)
            if one and one[0] == identifier:
                if not is_live or row_hash != one[1]:
                    told.append((identifier, State.CHANGED if is_live else State.RETURNED))
                one = next(brought, None)
            elif is_live and self.retracting.vanished:
                told.append((identifier, State.VANISHED))
            told = self._note(label, told, _NOTED)
        while one:
            told.append((one[0], State.NEW))
            one = next(brought, None)
            told = self._note(label, told, _NOTED)
        self._note(label, told, 1)
        count = partial(self.notes.count, label, self.dataset)
        counts = count([State.NEW]), count(CORRECTED), count([State.VANISHED])
        return RowChanges(label, self.dataset, records, self.notes, *counts, live)

    def _note(self, label: str, told: list[tuple[str, State]], size: int) -> list[tuple[str, State]]:
        if len(told) < size:
            return told
        self.notes.differ(label, self.dataset, told)
        return []

    async def _held(self, label: str) -> AsyncIterator[tuple[str, str, bool]]:
        """(id, hash, live) of each of the dataset's rows that the graph holds, by id."""
        after = ""
        while True:
            [[page]] = await read_rows(self.tx, f"{label}_hashes", dataset=self.dataset, after=after, limit=_PAGE)
            for identifier, row_hash, live in page:
                yield identifier, row_hash, live
            if len(page) < _PAGE:
                return
            after = page[-1][ID]


def _records(given: Sequence[T], row: Any) -> Records[T]:  # noqa: ANN401 - a function of T
    return cast("Records[T]", given) if isinstance(given, Records) else Listed(given, row)


def _described(entities: RowChanges[Entity]) -> Described:
    found = Described()
    for portion in entities.brought(*BROUGHT):
        for entity in portion:
            found.places = found.places or entity.kind is Kind.PLACE
            if entity.part_of:
                found.parts[entity.id] = entity.part_of
            for external in strong_ids(entity):
                found.bearers[external, entity.kind.value].add(entity.id)
    return found


def _relations(claims: RowChanges[Claim]) -> set[str]:
    portions = claims.brought(*BROUGHT)
    pairs = {(claim.predicate, claim.polarity) for portion in portions for claim in portion if claim.object}
    return {relation_type(predicate, polarity) for predicate, polarity in pairs}


def shrinks(changes: Changes) -> bool:
    """Whether more of a dataset would vanish than may without being meant."""
    held = sum(each.held for each in changes.rows)
    return held >= _SMALL and sum(each.vanished for each in changes.rows) > held * _SHARE


def _refuse_shrinking(changes: Changes) -> None:
    if shrinks(changes):
        held, vanished = (sum(getattr(each, name) for each in changes.rows) for name in ("held", "vanished"))
        message = (
            f"{vanished:,} of the {held:,} rows of '{key_of(changes.evidence.dataset.id)}' are not in the input, more "
            f"than {_SHARE:.0%} of them, so nothing is written; if they are meant to be retracted, load with "
            "--allow-shrink; if the input is a part of the dataset, with --partial"
        )
        raise Conflict(message)
