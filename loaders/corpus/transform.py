"""A corpus's documents as rows; every wrong field of every file is noted, and the rest goes on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal
from zoneinfo import ZoneInfo

from ...graph.ids import claim_key, entity_id
from ...graph.records import Dataset, Entity, Source
from ..places import STAND_IN, path_of
from ..rows import Row, Rows
from ..vocabulary import read_vocabulary
from .assessments import assessment_rows
from .items import read_item, reporter
from .models import (
    ClaimItem,
    CorpusItem,
    EntitiesFile,
    EntityItem,
    JudgementItem,
    JudgementsFile,
    SourceFile,
    SourceItem,
)
from .records import Context, claim_record, dataset_record, entity_record, judgement_record, source_record
from .scalars import key_problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...graph.records import Record
    from ..places import Path, Place, Problems
    from ..strict_yaml import Document
    from .read import Corpus

_BOUNDS = ("start_min", "start_max", "end_min", "end_max", "edtf", "min", "max")
_VALUE = {
    "low": "quantity",
    "high": "quantity",
    "low_open": "quantity",
    "high_open": "quantity",
    "approximate": "quantity",
    "unit": "quantity",
    "dimension": "dimension",
    "quantity_text": "wording",
    "text": "value",
    "kind": "value_kind",
}
"""Where the parts of a value stand in a claim."""
_RENAMED = {
    "extraction_confidence": "confidence",
    "source_key": "key",
    "value": "quantity",
    "published_at": "published",
    "retrieved_at": "retrieved",
}
_KEYS: Mapping[type, str] = {Dataset: "dataset", Source: "key"}
"""The field that gives a record its id; an entity's is the key at which it stands."""
_NO_SOURCE = SourceItem(key=STAND_IN, title=STAND_IN, publisher=STAND_IN)


def transform(corpus: Corpus, problems: Problems) -> Rows:
    """The rows of a corpus. Pure: all that the files say is in `corpus`."""
    rows = Rows(complete=corpus.complete)
    dataset, zone = STAND_IN, ZoneInfo("UTC")
    if corpus.corpus:
        head = read_item(corpus.corpus, CorpusItem, problems, corpus.corpus.tree)
        if head:
            dataset, zone = head.dataset, head.timezone
            rows.rows.append(_row(dataset_record(head), corpus.corpus, ()))
    if corpus.vocabulary:
        report = reporter(corpus.vocabulary, problems)
        vocabulary, names = read_vocabulary(corpus.vocabulary.tree, report)
        rows.vocabularies.append((dataset, vocabulary))
        rows.broken |= names
    for document in corpus.entities:
        _entities(Context(dataset, zone, document, problems), rows)
    for document in corpus.sources:
        _source(Context(dataset, zone, document, problems), rows)
    if corpus.judgements:
        _judgements(Context(dataset, zone, corpus.judgements, problems), rows)
    if corpus.assessments:
        rows.rows += assessment_rows(Context(dataset, zone, corpus.assessments, problems))
    return rows


def _entities(context: Context, rows: Rows) -> None:
    document = context.document
    file = read_item(document, EntitiesFile[Any], context.problems, document.tree)
    if not file:
        rows.complete = False
        return
    for key, tree in file.entities.items():
        path = ("entities", key)
        if problem := key_problem(key):
            context.problems.add(document.locate_key(path), problem)
        if item := read_item(document, EntityItem, context.problems, tree, path):
            rows.rows.append(_row(entity_record(key, item, context, path), document, path))
        else:
            rows.broken.add(entity_id(context.dataset, key))


def _source(context: Context, rows: Rows) -> None:
    document = context.document
    before = len(context.problems)
    file = read_item(document, SourceFile[Any, Any], context.problems, document.tree)
    if len(context.problems) > before:
        rows.broken.add(claim_key(context.dataset, ""))
    if not file:
        return
    item = read_item(document, SourceItem, context.problems, file.source, ("source",))
    source = source_record(item or _NO_SOURCE, context, ("source",))
    if item:
        rows.rows.append(_row(source, document, ("source",)))
    else:
        rows.broken |= {source.id, source.publisher}
    for index, tree in enumerate(file.claims):
        path = ("claims", index)
        before = len(context.problems)
        if claim := read_item(document, ClaimItem, context.problems, tree, path):
            row = _row(claim_record(claim, source, context, path), document, path)
            rows.rows.append(replace(row, sound=len(context.problems) == before))


def _judgements(context: Context, rows: Rows) -> None:
    document = context.document
    file = read_item(document, JudgementsFile[Any], context.problems, document.tree)
    if not file:
        return
    for record, trees in _kinds(file):
        for index, tree in enumerate(trees):
            path = (record, index)
            if item := read_item(document, JudgementItem, context.problems, tree, path):
                rows.rows.append(_row(judgement_record(record, item, context, path), document, path))


def _kinds(file: JudgementsFile[Any]) -> Iterator[tuple[Literal["same", "different"], list[Any]]]:
    yield "same", file.same
    yield "different", file.different


def _row(record: Record, document: Document, path: Path) -> Row:
    def locate(field: str) -> Place:
        if field == "id" and isinstance(record, Entity):
            return document.locate_key(path)
        name = _KEYS.get(type(record), field) if field == "id" else field
        return document.locate((*path, *_as_written(path_of(name))))

    return Row(record, locate)


def _as_written(field: Path) -> Path:
    """Where a record's field stands in a corpus: a value's low end in `quantity`, an event's in `event`."""
    if field[:1] == ("value",) and field[1:]:
        return (_VALUE[str(field[1])],)
    if field and field[-1] in _BOUNDS:
        field = field[:-1]
    return tuple(_RENAMED.get(str(step), step) for step in field)
