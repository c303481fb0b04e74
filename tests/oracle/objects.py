"""Plain objects that say what the schema says, one class a type; graphql-core's own executor walks over them.

Attributes and methods have the schema's names, in Python's spelling.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from claimgraph.graph.issues import Issue
from claimgraph.graph.records import Claim, Source
from claimgraph.graph.vocabulary import SlotKey
from claimgraph.tests.oracle.entities import EntityParts
from claimgraph.tests.oracle.lists import Filter, Page, filtered
from claimgraph.tests.oracle.parts import RECORDED, ROLES, ValueObject, assessments_of, range_of, time_of, told_of
from claimgraph.tests.oracle.relations import RelationObject, relation_page
from claimgraph.tests.oracle.stances import PositionObject, links_of
from claimgraph.tests.oracle.world import World


class EntityObject(EntityParts):
    """An entity as readers see it: all its members as one."""

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

    def claims(self, role: str | None = None, **asked: Any) -> Page[ClaimObject]:  # noqa: ANN401 - asked of claims
        """A page of what is said about it or by it."""
        roles = ROLES if role in {None, "ANY"} else (str(role).lower(),)
        return claim_page(self._world, self._told(roles), **asked)

    def relations(self, **asked: Any) -> Page[RelationObject]:  # noqa: ANN401 - what is asked of a list of them
        """A page of the edges from it and to it."""
        told = filtered(self._world, [claim for claim in self._told(("subject", "object")) if claim.object], None)
        return relation_page([RelationObject(claim, ClaimObject(self._world, claim)) for claim in told], **asked)

    def issues(
        self,
        contested: bool | None = None,  # noqa: FBT001 - arguments come by their names
        first: int | None = None,
        after: str | None = None,
    ) -> Page[IssueObject]:
        """A page of the questions about it."""
        found = issues_about(self._world, self.id)
        return Page([issue for issue in found if contested in {None, issue.contested}], first, after)

    def sources(self, first: int | None = None, after: str | None = None) -> Page[SourceObject]:
        """A page of the sources that speak of it, or in which it speaks."""
        found = {claim.source for claim in self._told(ROLES) if claim.id in self._world.seen}
        return source_page(self._world, found, first, after)

    def _told(self, roles: Sequence[str]) -> list[Claim]:
        return told_of(self._world, self.id, roles)


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
        self.live = record.id in world.seen
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
    contradicts = links_of("CONTRADICTS")
    corroborated_by = links_of("CORROBORATES")
    repeats = links_of("REPEATS", outward=True)
    repeated_by = links_of("REPEATS", outward=False)
    supersedes = links_of("SUPERSEDES", outward=True)
    superseded_by = links_of("SUPERSEDES", outward=False)

    @property
    def contested(self) -> bool:
        """Whether anything contradicts it."""
        return self._world.boards.is_contested(self.id)

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
        """The questions that it answers, and that some claim that is seen answers."""
        found = (IssueObject(self._world, self._world.issues[each]) for each in self._world.answers[self.id])
        return [issue for issue in found if issue.claim_count]


class _Told:
    """What a list of claims hangs on."""

    _world: World
    _claims: Sequence[Claim]

    def claims(self, **asked: Any) -> Page[ClaimObject]:  # noqa: ANN401 - what is asked of a list of claims
        """A page of them."""
        return claim_page(self._world, self._claims, **asked)


class IssueObject(_Told):
    """A question that claims answer."""

    typename = "Issue"

    def __init__(self, world: World, record: Issue) -> None:
        self._world = world
        self._record = record
        self._claims = [world.claims[claim] for claim in world.answering[record.id]]
        self.id, self.question = record.id, record.question
        self.family, self.topic = record.family, record.topic
        self.claim_count = sum(claim.id in world.seen for claim in self._claims)

    @property
    def contested(self) -> bool:
        """Whether any of its claims contradict each other."""
        return self._world.boards.of(self.id).contested

    def positions(self, first: int | None = None, after: str | None = None) -> Page[PositionObject]:
        """A page of what its claims come down to."""
        found = self._world.boards.of(self.id).positions
        return Page([PositionObject(self.id, each, partial(self._some, each.claims)) for each in found], first, after)

    def undecided(self, first: int | None = None, after: str | None = None) -> Page[ClaimObject]:
        """A page of the claims that several positions would take."""
        return self._some(self._world.boards.of(self.id).undecided, first, after)

    def _some(self, claims: Sequence[str], first: int | None = None, after: str | None = None) -> Page[ClaimObject]:
        return claim_page(self._world, [self._world.claims[claim] for claim in claims], first=first, after=after)

    @property
    def about(self) -> list[EntityObject]:
        """The entities that it names, in the order of the slot's keys."""
        entities = dict(self._record.about)
        slot = self._world.vocabulary.families[self.family].slot
        keys = [key.value if isinstance(key, SlotKey) else key[0].value for key in slot]
        ordered = dict.fromkeys(entities[key] for key in keys if key in entities)
        return [EntityObject(self._world, entity) for entity in ordered]


class SourceObject(_Told):
    """A document in which claims are stated."""

    typename = "Source"

    def __init__(self, world: World, record: Source) -> None:
        self._world = world
        self.id, self.title, self.url, self.language = record.id, record.title, record.url, record.language
        self.published_at, self.published_edtf = record.published_at, record.published_edtf
        self.retrieved_at, self.archived_url = record.retrieved_at, record.archived_url
        self.dataset, self.live = record.dataset, record.id in world.live
        self.assessments = assessments_of(world, [record.id])
        self.publisher = entity_object(world, record.publisher)
        self._claims = [claim for claim in world.claims.values() if claim.source == record.id]


def entity_object(world: World, entity: str | None) -> EntityObject | None:
    """The entity that any member's id stands for."""
    canonical = world.canonical(entity)
    return EntityObject(world, canonical) if canonical else None


def claim_page(
    world: World,
    claims: Sequence[Claim],
    filter: Filter | None = None,  # noqa: A002 - the schema's name
    first: int | None = None,
    after: str | None = None,
    order_by: str | None = None,
) -> Page[ClaimObject]:
    """A page of those that are seen and fit, newest first if nothing else is asked."""
    found = [ClaimObject(world, claim) for claim in filtered(world, claims, filter)]
    return Page(found[::-1] if order_by == "OLDEST_FIRST" else found, first, after)


def source_page(world: World, ids: Iterable[str], first: int | None, after: str | None) -> Page[SourceObject]:
    """A page of sources, newest first."""
    found = [SourceObject(world, world.sources[each]) for each in ids]
    return Page(sorted(found, key=_newest, reverse=True), first, after)


def _newest(source: SourceObject) -> tuple[Any, str]:
    return source.published_at or source.retrieved_at, source.id


def issues_about(world: World, canonical: str | None) -> list[IssueObject]:
    """The answered issues that name an entity, or that a claim about it answers; None for all there are."""
    wanted = set(world.issues)
    if canonical is not None:
        named = {issue.id for issue in world.issues.values() if canonical in dict(issue.about).values()}
        told = [claim for claim in told_of(world, canonical, ROLES[:3]) if claim.id in world.seen]
        wanted = named.union(*(world.answers[claim.id] for claim in told))
    found = [IssueObject(world, world.issues[each]) for each in wanted]
    return sorted((each for each in found if each.claim_count), key=lambda one: (one.claim_count, one.id), reverse=True)
