"""assessments.yaml: who grades which claim, source or entity, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import ConfigDict, Field

from ...graph.assessments import SCHEMES, TARGETS
from ...graph.ids import claim_key
from ...graph.records import Assessment
from ..places import STAND_IN
from .items import read_item
from .models import Strict
from .origin import Written, mark_of
from .scalars import Absent, Text

if TYPE_CHECKING:
    from ..places import Path
    from ..rows import Rows
    from .records import Context


class AssessmentItem(Strict):
    """Someone's grade of one claim, source or entity."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": [word]} for word in TARGETS]})

    claim: Text | Absent = None
    """What is graded: a claim (its key in this corpus, or a whole id)."""
    source: Text | Absent = None
    """What is graded: a source (a key or a whole id)."""
    entity: Text | Absent = None
    """What is graded: an entity (a key or a whole id)."""
    scheme: Text = Field(examples=list(SCHEMES))
    """The scale: admiralty-reliability, admiralty-credibility, fact-check, or one of your own."""
    value: Text
    """The grade, as the scheme writes it: B, 2, half-true."""
    by: Text
    """Who gives it."""
    at: Text | Absent = None
    """When it was given (EDTF)."""
    basis: Text | Absent = None
    """What it rests on."""


A = TypeVar("A")


class AssessmentsFile(Strict, Generic[A]):
    """What people hold of claims, sources and entities; no claim is changed by it."""

    assessments: list[A]
    """One grade each."""


def add_assessments(context: Context, rows: Rows) -> None:
    """Adds the rows of the file; what is wrong in it is noted."""
    document = context.document
    file = read_item(document, AssessmentsFile[Any], context.problems, document.tree)
    for index, tree in enumerate(file.assessments if file else ()):
        path = ("assessments", index)
        before = len(context.problems)
        if item := read_item(document, AssessmentItem, context.problems, tree, path):
            named = [word for word in TARGETS if word in tree]
            if len(named) != 1 and len(context.problems) == before:
                context.problems.reject(document.locate(path), _not_one(named), document.text_at(path))
            target = named[0] if len(named) == 1 else ""
            record = _record(item, target, context, path)
            rows.add(record, Written(document), mark_of(path), sound=len(context.problems) == before)


def _not_one(named: list[str]) -> str:
    if not named:
        return "names nothing that it grades; give it one of claim, source, entity"
    return f"grades {' and '.join(named)} at once; write an assessment for each"


def _record(item: AssessmentItem, target: str, context: Context, path: Path) -> Assessment:
    return Assessment(
        id="",
        dataset=context.dataset,
        target=_target(item, target, context),
        scheme=item.scheme,
        value=item.value,
        by=item.by,
        at=context.earliest((*path, "at"), item.at),
        basis=item.basis,
    )


def _target(item: AssessmentItem, word: str, context: Context) -> str:
    """The id of what is graded, or a claim's key in the form that `graph/ids.py` gives it."""
    if word == "source" and item.source:
        return context.source(item.source)
    if word == "entity" and item.entity:
        return context.entity(item.entity)
    if word == "claim" and item.claim:
        return item.claim if item.claim.startswith("claim/") else claim_key(context.dataset, item.claim)
    return STAND_IN
