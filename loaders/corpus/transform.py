"""A corpus's documents as rows; every wrong field of every file is noted, and the rest goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal
from zoneinfo import ZoneInfo

from ...graph.ids import claim_key, entity_id
from ..places import STAND_IN
from ..vocabulary import read_vocabulary
from .assessments import add_assessments
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
from .origin import Written, mark_of
from .records import Context, claim_record, dataset_record, entity_record, judgement_record, source_record
from .scalars import key_problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...graph.records import Source
    from ..places import Path
    from ..rows import Rows
    from ..strict_yaml import Tree
    from .read import Corpus

_NO_SOURCE = SourceItem(key=STAND_IN, title=STAND_IN, publisher=STAND_IN)


def transform(corpus: Corpus, rows: Rows) -> None:
    """Adds the rows of a corpus. Pure: all that the files say is in `corpus`."""
    rows.complete = rows.complete and corpus.complete
    dataset, zone = STAND_IN, ZoneInfo("UTC")
    if corpus.corpus:
        head = read_item(corpus.corpus, CorpusItem, rows.problems, corpus.corpus.tree)
        if head:
            dataset, zone = head.dataset, head.timezone
            rows.add(dataset_record(head), Written(corpus.corpus), mark_of(()))
    if corpus.vocabulary:
        report = reporter(corpus.vocabulary, rows.problems)
        vocabulary, names = read_vocabulary(corpus.vocabulary.tree, report)
        rows.add_vocabulary(dataset, vocabulary)
        rows.broken |= names
    for document in corpus.entities:
        _entities(Context(dataset, zone, document, rows.problems), rows)
    for document in corpus.sources:
        _source(Context(dataset, zone, document, rows.problems), rows)
    if corpus.judgements:
        _judgements(Context(dataset, zone, corpus.judgements, rows.problems), rows)
    if corpus.assessments:
        add_assessments(Context(dataset, zone, corpus.assessments, rows.problems), rows)


def _entities(context: Context, rows: Rows) -> None:
    document = context.document
    file = read_item(document, EntitiesFile[Any], context.problems, document.tree)
    if not file:
        rows.complete = False
        return
    for key, tree in file.entities.items():
        path = ("entities", key)
        before = len(context.problems)
        if problem := key_problem(key):
            context.problems.reject(document.locate_key(path), problem, document.text_at(path))
        if item := read_item(document, EntityItem, context.problems, tree, path):
            record = entity_record(key, item, context, path)
            rows.add(record, Written(document), mark_of(path), sound=len(context.problems) == before)
        else:
            rows.broken.add(entity_id(context.dataset, key))


def _source(context: Context, rows: Rows) -> None:
    document, path = context.document, ("source",)
    before = len(context.problems)
    file = read_item(document, SourceFile[Any, Any], context.problems, document.tree)
    if len(context.problems) > before:
        rows.broken.add(claim_key(context.dataset, ""))
    if not file:
        return
    before = len(context.problems)
    item = read_item(document, SourceItem, context.problems, file.source, path)
    source = source_record(item or _NO_SOURCE, context, path)
    if item:
        rows.add(source, Written(document), mark_of(path), sound=len(context.problems) == before)
    else:
        rows.broken |= {source.id, source.publisher}
    for index, tree in enumerate(file.claims):
        _claim(context, rows, source, ("claims", index), tree)


def _claim(context: Context, rows: Rows, source: Source, path: Path, tree: Tree) -> None:
    before = len(context.problems)
    if claim := read_item(context.document, ClaimItem, context.problems, tree, path):
        record = claim_record(claim, source, context, path)
        rows.add(record, Written(context.document), mark_of(path), sound=len(context.problems) == before)


def _judgements(context: Context, rows: Rows) -> None:
    document = context.document
    file = read_item(document, JudgementsFile[Any], context.problems, document.tree)
    if not file:
        return
    for record, trees in _kinds(file):
        for index, tree in enumerate(trees):
            path = (record, index)
            before = len(context.problems)
            if item := read_item(document, JudgementItem, context.problems, tree, path):
                judged = judgement_record(record, item, context, path)
                rows.add(judged, Written(document), mark_of(path), sound=len(context.problems) == before)


def _kinds(file: JudgementsFile[Any]) -> Iterator[tuple[Literal["same", "different"], list[Any]]]:
    yield "same", file.same
    yield "different", file.different
