"""Plain objects that say what the schema says, one class a type; graphql-core's own executor walks over them.

Attributes and methods have the schema's names, in Python's spelling.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from claimgraph.graph.issues import Issue
from claimgraph.graph.records import Claim, Source, Span
from claimgraph.graph.vocabulary import SlotKey
from claimgraph.tests.oracle.lists import Filter, Page, filtered
from claimgraph.tests.oracle.parts import (
    RECORDED,
    ROLES,
    SameAsObject,
    ValueObject,
    assessments_of,
    range_of,
    time_of,
    told_of,
)
from claimgraph.tests.oracle.world import World


class EntityObject:
    """An entity as readers see it: all its members as one."""

    def __init__(self, world: World, canonical: str) -> None:
        self._world = world
        self._members = world.members(canonical)
        whole = world.entities[canonical]
        self.id = canonical
        self.typename = whole.kind.value
        self.kind, self.name = whole.kind.upper(), whole.name
        self.names = sorted({name for one in self._members for name in (one.name, *one.names)} - {whole.name})
        self.description = self._first("description")
        self.external_ids = sorted({external for one in self._members for external in one.external_ids})
        self.named = any(one.named for one in self._members)
        self.live = any(one.id in world.live for one in self._members)
        self.datasets = sorted({one.dataset for one in self._members if one.id in world.live})
        self.place_type = self._first("place_type")
        self.echelon, self.symbol_code = self._first("echelon"), self._first("symbol_code")
        self._location = self._first("location")
        self.assessments = assessments_of(world, [one.id for one in self._members])

    @property
    def location(self) -> dict[str, float] | None:
        """Where it is."""
        return self._location and dict(zip(("latitude", "longitude"), self._location, strict=True))

    @property
    def time(self) -> Span | None:
        """When it happens, of the first member that says so."""
        return next(filter(None, (time_of(one.event) for one in self._members)), None)

    @property
    def side(self) -> EntityObject | None:
        """Its party."""
        return entity_object(self._world, self._world.party(self.id))

    @property
    def sides(self) -> list[EntityObject]:
        """Every party that a member names."""
        return [EntityObject(self._world, party) for party in self._world.parties(self.id)]

    @property
    def part_of(self) -> list[EntityObject]:
        """The places that it directly belongs to."""
        wholes = {self._world.canonical(whole) for one in self._members for whole in one.part_of} - {self.id, None}
        found = [EntityObject(self._world, whole) for whole in wholes if whole]
        return sorted(found, key=lambda each: (each.name, each.id))

    @property
    def same_as(self) -> list[SameAsObject]:
        """The judgements that made its members one."""
        return [SameAsObject(self._world, judgement) for judgement in self._world.merging[self.id]]

    def claims(
        self,
        role: str | None = None,
        filter: Filter | None = None,  # noqa: A002 - the schema's name
        first: int | None = None,
        after: str | None = None,
    ) -> Page[ClaimObject]:
        """A page of what is said about it or by it."""
        roles = ROLES if role in {None, "ANY"} else (str(role).lower(),)
        return claim_page(self._world, self._told(roles), filter, first, after)

    def issues(self, first: int | None = None, after: str | None = None) -> Page[IssueObject]:
        """A page of the questions about it."""
        return Page(issues_about(self._world, self.id), first, after)

    def sources(self, first: int | None = None, after: str | None = None) -> Page[SourceObject]:
        """A page of the sources that speak of it, or in which it speaks."""
        found = {claim.source for claim in self._told(ROLES) if claim.id in self._world.live}
        return source_page(self._world, found, first, after)

    def _told(self, roles: Sequence[str]) -> list[Claim]:
        return told_of(self._world, self.id, roles)

    def _first(self, attribute: str) -> Any:  # noqa: ANN401 - whatever the attribute is
        return next((value for one in self._members if (value := getattr(one, attribute)) is not None), None)


class LevelObject:
    """One level of an attribution."""

    def __init__(self, world: World, claim: Claim, number: int) -> None:
        level = claim.attribution[number]
        self.level = number
        self.verb = level.verb
        self.mode = level.mode and level.mode.upper()
        self.at = range_of(level.at)
        self.entity = entity_object(world, level.entity)


def _entity(role: str) -> property:
    """The entity that has that role in a claim."""
    return property(lambda claim: entity_object(claim._world, getattr(claim._record, role)))  # noqa: SLF001


class ClaimObject:
    """One thing said, by one chain, in one source."""

    typename = "Claim"
    recorded_at = RECORDED

    def __init__(self, world: World, record: Claim) -> None:
        self._world = world
        self._record = record
        self.id, self.text, self.predicate = record.id, record.text, record.predicate
        self.polarity, self.modality = record.polarity.upper(), record.modality.upper()
        self.condition, self.locator = record.condition, record.locator
        self.quote, self.quote_language = record.quote, record.quote_language
        self.dataset, self.extraction_confidence = record.dataset, record.extraction_confidence
        self.raw = record.raw and json.loads(record.raw)
        self.live = record.id in world.live
        self.assessments = assessments_of(world, [record.id])
        self.event = time_of(record.event)
        self.asserted = range_of(record.asserted)
        self.published_at = world.sources[record.source].published_at
        says = record.value.is_quantity or record.value.text is not None or record.value.kind is not None
        self.value = ValueObject(record.value) if says else None

    subject = _entity("subject")
    object = _entity("object")
    during = _entity("during")
    claimant = _entity("claimant")

    @property
    def attribution(self) -> list[LevelObject]:
        """The whole chain."""
        return [LevelObject(self._world, self._record, number) for number in range(len(self._record.attribution))]

    @property
    def source(self) -> SourceObject:
        """Where it is stated."""
        return SourceObject(self._world, self._world.sources[self._record.source])

    @property
    def issues(self) -> list[IssueObject]:
        """The questions that it answers, and that some live claim answers."""
        found = (IssueObject(self._world, self._world.issues[each]) for each in self._world.answers[self.id])
        return [issue for issue in found if issue.claim_count]


class IssueObject:
    """A question that claims answer."""

    def __init__(self, world: World, record: Issue) -> None:
        self._world = world
        self._record = record
        self._claims = [world.claims[claim] for claim in world.answering[record.id]]
        self.id, self.question = record.id, record.question
        self.family, self.topic = record.family, record.topic
        self.claim_count = sum(claim.id in world.live for claim in self._claims)

    @property
    def about(self) -> list[EntityObject]:
        """The entities that it names, in the order of the slot's keys."""
        entities = dict(self._record.about)
        slot = self._world.vocabulary.families[self.family].slot
        keys = [key.value if isinstance(key, SlotKey) else key[0].value for key in slot]
        ordered = dict.fromkeys(entities[key] for key in keys if key in entities)
        return [EntityObject(self._world, entity) for entity in ordered]

    def claims(
        self,
        filter: Filter | None = None,  # noqa: A002 - the schema's name
        first: int | None = None,
        after: str | None = None,
    ) -> Page[ClaimObject]:
        """A page of its answers."""
        return claim_page(self._world, self._claims, filter, first, after)


class SourceObject:
    """A document in which claims are stated."""

    def __init__(self, world: World, record: Source) -> None:
        self._world = world
        self.id, self.title, self.url, self.language = record.id, record.title, record.url, record.language
        self.published_at, self.published_edtf = record.published_at, record.published_edtf
        self.retrieved_at, self.archived_url = record.retrieved_at, record.archived_url
        self.dataset, self.live = record.dataset, record.id in world.live
        self.assessments = assessments_of(world, [record.id])
        self.publisher = entity_object(world, record.publisher)

    def claims(
        self,
        filter: Filter | None = None,  # noqa: A002 - the schema's name
        first: int | None = None,
        after: str | None = None,
    ) -> Page[ClaimObject]:
        """A page of what is stated in it."""
        stated = [claim for claim in self._world.claims.values() if claim.source == self.id]
        return claim_page(self._world, stated, filter, first, after)


def entity_object(world: World, entity: str | None) -> EntityObject | None:
    """The entity that any member's id stands for."""
    canonical = world.canonical(entity)
    return EntityObject(world, canonical) if canonical else None


def claim_page(
    world: World, claims: Sequence[Claim], filter_: Filter | None, first: int | None, after: str | None
) -> Page[ClaimObject]:
    """A page of the live ones that fit, newest first."""
    return Page([ClaimObject(world, claim) for claim in filtered(world, claims, filter_)], first, after)


def source_page(world: World, ids: Iterable[str], first: int | None, after: str | None) -> Page[SourceObject]:
    """A page of sources, newest first."""
    found = [SourceObject(world, world.sources[each]) for each in ids]
    return Page(sorted(found, key=_newest, reverse=True), first, after)


def _newest(source: SourceObject) -> tuple[Any, str]:
    return source.published_at or source.retrieved_at, source.id


def issues_about(world: World, canonical: str | None) -> list[IssueObject]:
    """The answered issues that name an entity, or that a live claim about it answers; None for all there are."""
    wanted = set(world.issues)
    if canonical is not None:
        named = {issue.id for issue in world.issues.values() if canonical in dict(issue.about).values()}
        told = [claim for claim in told_of(world, canonical, ROLES[:3]) if claim.id in world.live]
        wanted = named.union(*(world.answers[claim.id] for claim in told))
    found = [IssueObject(world, world.issues[each]) for each in wanted]
    return sorted((each for each in found if each.claim_count), key=lambda one: (one.claim_count, one.id), reverse=True)
