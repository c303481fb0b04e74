"""From rows to evidence: the one path that every format takes before anything is written.

Everything is checked against everything else in the input, and all that is wrong is noted. What comes out is
normalised, resolved and in canonical order: the same content gives the same evidence however it was written.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from ..graph.errors import InvalidInput
from ..graph.evidence import Evidence
from ..graph.ids import claim_key, dataset_id, key_of
from ..graph.issues import relation_type
from ..graph.progress import Silent
from ..graph.records import Assessment, Claim, Dataset, Entity, Judgement, Source
from ..graph.rows import HASH, claim_row, entity_row, source_row
from ..graph.vocabulary import Vocabulary, shared_vocabulary
from .answers import answers_nothing
from .assessments import Gradable
from .claims import ClaimCheck
from .compiled import Checking, Compiled
from .described import Described, Stored
from .entities import check_described, check_parents
from .judgements import compiled_judgement, contradictions
from .places import STAND_IN, Place, Problem, Problems
from .references import References
from .row import Finished, Row
from .rows import DESCRIBED, Rows
from .unique import judgements_by_id, make_one, refuse_shared_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..graph.progress import Progress, Task
    from ..graph.records import Record

_WARNINGS = 20


def compile_rows(rows: Rows, checking: Checking = Checking(), progress: Progress | None = None) -> Compiled:  # noqa: B008
    """The evidence in `rows`. Raises InvalidFiles with everything noted, by the readers as well.

    Where rows with mistakes are left out, they are told in `rejected`; what makes a file unusable is raised still.
    """
    with (progress or Silent()).task("Checking", total=rows.total, unit="records") as task:
        return _Compiling(rows, checking, task).compiled()


@dataclass(slots=True)
class _Compiling:
    """One input on its way through the checks."""

    rows: Rows
    checking: Checking
    task: Task
    warnings: list[Problem] = field(default_factory=list)
    unwarned: int = 0
    relations: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The types of natural edges that each dataset's claims ask for."""

    @property
    def problems(self) -> Problems:
        return self.rows.problems

    def compiled(self) -> Compiled:
        if self.checking.rejecting:
            self.problems.raise_fatal()
            self.rows.drop_unsound()
            self.rows.broken.clear()
            self.rows.complete = True
        references = self._described()
        vocabularies = _vocabularies(self.rows, self.problems)
        self._claims(references, vocabularies)
        judgements = self._judgements(references)
        self._assessments(references)
        for problem in _apart(judgements, self.problems):
            self._warn(problem)
        if self.checking.rejecting:
            self.problems.raise_fatal()
        else:
            self.problems.raise_any()
        return Compiled(
            tuple(self._evidence(judgements, vocabularies)),
            tuple(references.foreign.values()),
            tuple(self.warnings),
            self.unwarned,
            self.rows,
            self.checking,
            tuple(self.problems.sorted()),
        )

    def _described(self) -> References:
        """Datasets, entities and sources, each id once; what rests on something that is taken out goes with it."""
        self.rows.index(described_only=True)
        while True:
            make_one(self.rows, DESCRIBED, "'{name}' is described differently at {first}; make the two one")
            self._take_out()
            references = self._references()
            parents: dict[str, tuple[str, ...]] = {}
            for portion in self.rows.stored(*DESCRIBED):
                for row in portion:
                    check_described(row, references)
                    if isinstance(row.record, Entity) and row.record.part_of:
                        parents[row.record.id] = row.record.part_of
                self.rows.finish(Finished(row, _hash(row.record)) for row in portion)
                self.task.advance(len(portion))
            check_parents(parents, self.rows, self.problems)
            if not self._take_out():
                return references

    def _references(self) -> References:
        datasets = {key_of(identifier) for identifier in self.rows.ids("dataset")}
        return References(
            Described(self.rows, "entity"),
            Described(self.rows, "source"),
            {STAND_IN, *datasets},
            self.rows.broken,
            self.rows.complete,
            self.problems,
            self.checking,
        )

    def _claims(self, references: References, own: Mapping[str, Vocabulary]) -> None:
        full = {dataset: shared_vocabulary().merged_with(vocabulary) for dataset, vocabulary in own.items()}
        for portion in self.rows.stored("claim"):
            self.rows.finish([self._claim(row, references, full) for row in portion])
            self.task.advance(len(portion))
        self._take_out()
        self.rows.index()
        repeats = "says the same as {first}; make the two one, with both places in its locator"
        make_one(self.rows, ("claim",), repeats, partial(_finished, references))
        refuse_shared_keys(self.rows)
        self._take_out()

    def _claim(self, row: Row, references: References, full: Mapping[str, Vocabulary]) -> Finished:
        claim = row.record
        assert isinstance(claim, Claim)  # noqa: S101 - by its kind
        references.dataset(claim.dataset, row)
        vocabulary = full.get(claim.dataset, shared_vocabulary())
        before = len(self.problems)
        claim = ClaimCheck(claim, row, vocabulary, references).compiled()
        sound = row.sound and len(self.problems) == before
        if sound and answers_nothing(claim, vocabulary):
            self._warn(Problem(row.locate(""), "answers no question: it fills no slot of its predicate's families"))
        if claim.object:
            self.relations[claim.dataset].add(relation_type(claim.predicate, claim.polarity))
        same = claim is row.record and sound == row.sound
        return _finished(references, row if same else replace(row, record=claim, sound=sound))

    def _judgements(self, references: References) -> dict[str, Row]:
        rows = [row for portion in self.rows.stored("judgement") for row in portion]
        checked = []
        for row in rows:
            judgement = row.record
            assert isinstance(judgement, Judgement)  # noqa: S101 - by its kind
            references.dataset(judgement.dataset, row)
            checked.append(replace(row, record=compiled_judgement(judgement, row, references)))
        found = judgements_by_id(checked, self.problems)
        wrong = self.problems.take_wrong() if self.checking.rejecting else {}
        return {identifier: row for identifier, row in found.items() if row.seq not in wrong}

    def _assessments(self, references: References) -> None:
        gradable = Gradable(references, self.rows)
        for portion in self.rows.stored("assessment"):
            finished = []
            for row in portion:
                assessment = row.record
                assert isinstance(assessment, Assessment)  # noqa: S101 - by its kind
                references.dataset(assessment.dataset, row)
                finished.append(Finished(replace(row, record=gradable.compiled(assessment, row))))
            self.rows.finish(finished)
        self._take_out()
        make_one(self.rows, ("assessment",), "says the same as {first}; make the two one")
        self._take_out()

    def _take_out(self) -> bool:
        """Takes out the rows that something is wrong with, where that is wanted; whether there were any."""
        wrong = self.problems.take_wrong() if self.checking.rejecting else {}
        self.rows.drop(wrong)
        return bool(wrong)

    def _warn(self, problem: Problem) -> None:
        if len(self.warnings) < _WARNINGS:
            self.warnings.append(problem)
        else:
            self.unwarned += 1

    def _evidence(self, judgements: Mapping[str, Row], own: Mapping[str, Vocabulary]) -> Iterator[Evidence]:
        for identifier in list(self.rows.ids("dataset")):
            row, key = self.rows.find("dataset", identifier), key_of(identifier)
            judged = sorted((each.record for each in judgements.values()), key=lambda record: record.id)
            if row and isinstance(row.record, Dataset):
                yield Evidence(
                    row.record,
                    own.get(key, Vocabulary()),
                    Stored(self.rows, "entity", key),
                    Stored(self.rows, "source", key),
                    Stored(self.rows, "claim", key),
                    tuple(each for each in judged if isinstance(each, Judgement) and each.dataset == key),
                    Stored(self.rows, "assessment", key),
                    self.relations[key],
                )


def _finished(references: References, row: Row) -> Finished:
    """A claim's row as it will be, with the hash of what the graph would hold."""
    claim = row.record
    assert isinstance(claim, Claim)  # noqa: S101 - by its kind
    source = references.sources.get(claim.source)
    key = claim_key(claim.dataset, claim.source_key) if claim.source_key else None
    return Finished(row, str(claim_row(claim, source.published_at if source else None)[HASH]), key)


def _hash(record: Record) -> str:
    if isinstance(record, Entity):
        return str(entity_row(record)[HASH])
    return str(source_row(record)[HASH]) if isinstance(record, Source) else ""


def _vocabularies(rows: Rows, problems: Problems) -> dict[str, Vocabulary]:
    """What each dataset brings; whatever the vocabularies define differently is noted."""
    found: dict[str, Vocabulary] = {}
    together = shared_vocabulary()
    for dataset, own in rows.vocabularies:
        try:
            together = together.merged_with(own)
            found[dataset] = found.get(dataset, Vocabulary()).merged_with(own)
        except InvalidInput as error:
            row = rows.find("dataset", dataset_id(dataset))
            problems.add(row.locate("") if row else Place(dataset), str(error))
    return found


def _apart(judgements: Mapping[str, Row], problems: Problems) -> Iterable[Problem]:
    """Judgements against each other: a mistake within one dataset, a warning between two."""
    for row, message, one_dataset in contradictions(judgements):
        if one_dataset:
            problems.note(row, "", message)
        else:
            yield Problem(row.locate(""), f"{message}; until then none of them is merged")
