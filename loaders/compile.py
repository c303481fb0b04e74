"""From rows to evidence: the one path that every format takes before anything is written.

Everything is checked against everything else in the input, and all that is wrong is noted. What comes out is
normalised, resolved and in canonical order: the same content gives the same evidence however it was written.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from ..graph.errors import InvalidInput
from ..graph.evidence import Evidence
from ..graph.ids import LONGEST_KEY, dataset_id, entity_id, key_of, source_id
from ..graph.judgements import AUTOMATIC, BY_HAND
from ..graph.records import Assessment, Claim, Dataset, Entity, Judgement, Source
from ..graph.vocabulary import Vocabulary, shared_vocabulary
from .answers import unanswering
from .assessments import Gradable
from .claims import ClaimCheck
from .entities import check_entity, check_parents, check_source
from .folding import folded
from .judgements import compiled_judgement, contradictions
from .moments import check_order
from .places import STAND_IN, Place, Problem, Problems
from .references import Foreign, References

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .rows import Row, Rows

_DIFFERS = "'{name}' is described differently at {first}; make the two one"
_REPEATS = "says the same as {first}; make the two one, with both places in its locator"


@dataclass(frozen=True, slots=True)
class Compiled:
    """Everything that the input says, ready for the graph."""

    evidence: tuple[Evidence, ...]
    """One for each dataset, by id."""
    foreign: tuple[Foreign, ...]
    """References into datasets that are not in the input, for the database to check."""
    warnings: tuple[Problem, ...]
    """What is allowed, and probably not meant."""
    rows: Mapping[str, Row]

    def locate(self, identifier: str, field: str = "") -> Place:
        """Where a record, or one of its fields, was written."""
        return self.rows[identifier].locate(field)


def compile_rows(rows: Rows) -> Compiled:
    """The evidence in `rows`. Raises InvalidFiles with everything noted, by the readers as well."""
    problems = rows.problems
    described = _unique(rows.rows, (Dataset, Entity, Source), _DIFFERS, problems)
    references = _references(described, rows, problems)
    for row in described.values():
        _check(row, references)
    check_parents(references.entities, described, problems)
    vocabularies = _vocabularies(rows, described, problems)
    claims = _unique(_claims(rows, references, vocabularies), (Claim,), _REPEATS, problems)
    _check_source_keys(claims.values(), problems)
    judgements = _unique(_judgements(rows, references), (Judgement,), _REPEATS, problems)
    assessments = _unique(_assessments(rows, Gradable.of(references, claims)), (Assessment,), _REPEATS, problems)
    every = described | claims | judgements | assessments
    warnings = list(_apart(judgements, problems))
    problems.raise_any()
    evidence = tuple(_evidence(every, vocabularies))
    warnings += unanswering(evidence, every)
    return Compiled(evidence, tuple(references.foreign), tuple(warnings), every)


def _unique(rows: Iterable[Row], kinds: tuple[type, ...], message: str, problems: Problems) -> dict[str, Row]:
    """Rows by id; the same content twice is one, other content under the same id is noted."""
    found: dict[str, Row] = {}
    for row in rows:
        if isinstance(row.record, kinds):
            first = found.setdefault(row.record.id, row)
            if first is not row:
                found[row.record.id] = _one_of(first, row, message, problems)
    return found


def _one_of(first: Row, row: Row, message: str, problems: Problems) -> Row:
    """What two rows of one id come to."""
    if first.record == row.record or first.mention != row.mention:
        return row if first.mention else first
    if first.folds and row.folds:
        return folded(first, row)
    if first.sound and row.sound:
        name, address = key_of(row.record.id), first.locate("").address
        problems.note(row, "", message.format(name=name, first=address), "DUPLICATE")
    return first


def _references(described: Mapping[str, Row], rows: Rows, problems: Problems) -> References:
    records = [row.record for row in described.values()]
    return References(
        {record.id: record for record in records if isinstance(record, Entity)},
        {record.id: record for record in records if isinstance(record, Source)},
        {STAND_IN, *(key_of(record.id) for record in records if isinstance(record, Dataset))},
        {*rows.broken, *(record.id for record in records if key_of(record.id) == STAND_IN)},
        rows.complete,
        problems,
    )


def _check(row: Row, references: References) -> None:
    record, note = row.record, references.problems.note
    if isinstance(record, Dataset):
        expected = dataset_id(key_of(record.id))
        if key_of(record.id) == AUTOMATIC:
            note(row, "id", f"the key '{AUTOMATIC}' is kept for what is judged without people; choose another")
    else:
        if record.dataset == BY_HAND:
            note(row, "dataset", f"the dataset '{BY_HAND}' holds judgements only; choose another key")
        make_id = entity_id if isinstance(record, Entity) else source_id
        expected = make_id(record.dataset, key_of(record.id))
        _check_dataset(row, record.dataset, references)
    _, _, key = expected.rpartition("/")
    if len(key) > LONGEST_KEY:
        reason = f"a key may take {LONGEST_KEY} (a letter that is not English takes 6 or more)"
        note(row, "id", f"the key takes {len(key):,} bytes in ids; {reason}")
    elif record.id != expected:
        note(row, "id", f"'{record.id}' should be written '{expected}'")
    check_order(record, row, references.problems)
    if isinstance(record, Entity):
        check_entity(record, row, references)
    if isinstance(record, Source):
        check_source(record, row, references)


def _check_dataset(row: Row, dataset: str, references: References) -> None:
    if dataset not in references.datasets and dataset != STAND_IN:
        references.problems.note(row, "dataset", f"the dataset '{dataset}' is not described in the input")


def _vocabularies(rows: Rows, described: Mapping[str, Row], problems: Problems) -> dict[str, Vocabulary]:
    """What each dataset brings; whatever the vocabularies define differently is noted."""
    found: dict[str, Vocabulary] = {}
    together = shared_vocabulary()
    for dataset, own in rows.vocabularies:
        try:
            together = together.merged_with(own)
            found[dataset] = found.get(dataset, Vocabulary()).merged_with(own)
        except InvalidInput as error:
            row = described.get(dataset_id(dataset))
            problems.add(row.locate("") if row else Place(dataset), str(error))
    return found


def _claims(rows: Rows, references: References, own: Mapping[str, Vocabulary]) -> Iterator[Row]:
    full = {dataset: shared_vocabulary().merged_with(vocabulary) for dataset, vocabulary in own.items()}
    for row in rows.rows:
        if isinstance(row.record, Claim):
            dataset = row.record.dataset
            _check_dataset(row, dataset, references)
            vocabulary = full.get(dataset, shared_vocabulary())
            before = len(references.problems)
            claim = ClaimCheck(row.record, row, vocabulary, references).compiled()
            yield replace(row, record=claim, sound=row.sound and len(references.problems) == before)


def _check_source_keys(rows: Iterable[Row], problems: Problems) -> None:
    found: dict[tuple[str, str], Row] = {}
    for row in rows:
        if isinstance(row.record, Claim) and row.record.source_key:
            key = row.record.source_key
            first = found.setdefault((row.record.dataset, key), row)
            if first is not row:
                address = first.locate("").address
                problems.note(row, "source_key", f"the key '{key}' belongs to another claim, at {address}")


def _judgements(rows: Rows, references: References) -> Iterator[Row]:
    for row in rows.rows:
        if isinstance(row.record, Judgement):
            _check_dataset(row, row.record.dataset, references)
            yield replace(row, record=compiled_judgement(row.record, row, references))


def _assessments(rows: Rows, gradable: Gradable) -> Iterator[Row]:
    for row in rows.rows:
        if isinstance(row.record, Assessment):
            _check_dataset(row, row.record.dataset, gradable.references)
            yield replace(row, record=gradable.compiled(row.record, row))


def _apart(judgements: Mapping[str, Row], problems: Problems) -> Iterator[Problem]:
    """Judgements against each other: a mistake within one dataset, a warning between two."""
    for place, message, one_dataset in contradictions(judgements):
        if one_dataset:
            problems.add(place, message)
        else:
            yield Problem(place, f"{message}; until then none of them is merged")


def _evidence(rows: Mapping[str, Row], vocabularies: Mapping[str, Vocabulary]) -> Iterator[Evidence]:
    records = sorted((row.record for row in rows.values()), key=attrgetter("id"))
    for dataset in (record for record in records if isinstance(record, Dataset)):
        key = key_of(dataset.id)
        own = [record for record in records if not isinstance(record, Dataset) and record.dataset == key]
        yield Evidence(
            dataset,
            vocabularies.get(key, Vocabulary()),
            tuple(record for record in own if isinstance(record, Entity)),
            tuple(record for record in own if isinstance(record, Source)),
            tuple(record for record in own if isinstance(record, Claim)),
            tuple(record for record in own if isinstance(record, Judgement)),
            tuple(record for record in own if isinstance(record, Assessment)),
        )
