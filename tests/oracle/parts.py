"""The small parts of plain objects, which lead nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimgraph.graph.assessments import SCHEMES
from claimgraph.graph.records import Assessment, Claim, Entity, Judgement, Range, Span, Value
from claimgraph.tests.oracle.world import World

RECORDED = "when it was recorded"
"""What the oracle answers where only the database's own clock knows."""
ROLES = ("subject", "object", "during", "claimant")


class MemberObject:
    """An entity as one dataset describes it."""

    def __init__(self, record: Entity) -> None:
        self.id = record.id
        self.dataset = record.dataset
        self.kind = record.kind.upper()
        self.name = record.name
        self.names = sorted({*record.names} - {record.name})
        self.description = record.description


class SameAsObject:
    """Someone's word that two entities are the same thing."""

    def __init__(self, world: World, judgement: Judgement) -> None:
        other, entity = sorted((judgement.a, judgement.b))
        self.entity = MemberObject(world.entities[entity])
        self.other = MemberObject(world.entities[other])
        self.by = judgement.by
        self.basis = judgement.basis
        self.at = judgement.at
        self.dataset = judgement.dataset


class AssessmentObject:
    """Someone's grade of something."""

    def __init__(self, assessment: Assessment) -> None:
        self.id, self.scheme, self.value = assessment.id, assessment.scheme, assessment.value
        self.by, self.at, self.basis = assessment.by, assessment.at, assessment.basis
        self.dataset = assessment.dataset
        self.meaning = SCHEMES[self.scheme].values[self.value] if self.scheme in SCHEMES else None


class ValueObject:
    """What a claim says beyond naming an object."""

    def __init__(self, value: Value) -> None:
        self.low, self.high = value.low, value.high
        self.low_open, self.high_open, self.approximate = value.low_open, value.high_open, value.approximate
        self.unit, self.dimension = value.unit, value.dimension
        self.wording = value.quantity_text
        self.text = value.text
        self.kind = value.kind and value.kind.upper()


def time_of(span: Span) -> Span | None:
    """When, if any bound says so."""
    return span if any((span.start_min, span.start_max, span.end_min, span.end_max)) else None


def range_of(moment: Range) -> Range | None:
    """Between which bounds, if there is one."""
    return moment if moment.min or moment.max else None


def assessments_of(world: World, targets: Iterable[str]) -> list[AssessmentObject]:
    """The grades that hold of these, ordered by scheme, by, at and id; one without a time comes last."""
    found = [each for target in targets for each in world.assessments[target]]
    # Every moment of these corpora has the same number of digits, so that its text orders it.
    found.sort(key=lambda one: (one.scheme, one.by, one.at is None, str(one.at), one.id))
    return [AssessmentObject(each) for each in found]


def told_of(world: World, canonical: str, roles: Sequence[str]) -> list[Claim]:
    """The claims in which the entity has one of these roles."""
    return [
        claim
        for claim in world.claims.values()
        if any(world.canonical(getattr(claim, role)) == canonical for role in roles)
    ]
