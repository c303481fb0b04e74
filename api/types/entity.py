"""Entities: people, units, places, organisations, events and other things, as readers see them, merged."""

from datetime import datetime
from typing import Optional

import strawberry

from ...graph.records import Kind
from . import lists
from .assessment import Assessment
from .pages import Node
from .refs import AnEntity
from .values import EventTime, Location


@strawberry.type(description="An entity as one dataset describes it, before it was merged with others.")
class Member:
    """An entity as one dataset describes it."""

    id: strawberry.ID = strawberry.field(
        description="The member's own id; `entity(id:)` takes it and answers the merged entity."
    )
    dataset: str = strawberry.field(description="Key of the dataset that describes it.")
    kind: Kind = strawberry.field(description="What the dataset says it is.")
    name: str = strawberry.field(description="Its name there.")
    names: list[str] = strawberry.field(description="Its other names there, sorted.")
    description: str | None = strawberry.field(description="Its description there.")


@strawberry.type(description="Someone's word that two entities are the same thing; it made them members of one.")
class SameAs:
    """Someone's word that two entities are the same thing."""

    entity: Member = strawberry.field(description="The one with the larger id.")
    other: Member = strawberry.field(description="The one with the smaller id.")
    by: str = strawberry.field(description="Who says so; `claimgraph` for what follows from an equal Wikidata id.")
    basis: str = strawberry.field(description="On what grounds.")
    at: datetime | None = strawberry.field(description="When they said it.")
    dataset: str = strawberry.field(
        description="Key of the dataset that holds the judgement; `claimgraph` where none does."
    )


@strawberry.interface(
    description="A thing that claims are about or come from. Entities judged to be the same are shown as one: the "
    "member with the smallest id gives `id`, `kind` and `name`; what else is said of it comes from all members. Any "
    "member's id finds it."
)
class Entity(Node):
    """A thing that claims are about or come from."""

    kind: Kind = strawberry.field(description="What it is.")
    name: str = strawberry.field(description="Its name.")
    names: list[str] = strawberry.field(
        description="All its other names, of every member, spelling and script; sorted."
    )
    description: str | None = strawberry.field(
        description="What it is, in words; of the first member, by id, that has one."
    )
    external_ids: list[str] = strawberry.field(description="Ids elsewhere, `scheme:value`, of all members; sorted.")
    named: bool = strawberry.field(description="Whether any source names it; false for “an official”.")
    live: bool = strawberry.field(description="Whether any dataset still describes it.")
    datasets: list[str] = strawberry.field(description="Keys of the datasets that describe it, sorted.")
    side: Optional[AnEntity] = strawberry.field(  # noqa: UP045 - a lazy type cannot stand beside `|`
        description="The party it belongs to; null when no member names one, or when members name different ones: "
        "`sides` shows them."
    )
    sides: list[AnEntity] = strawberry.field(
        description="Every party that a member names, ordered by id; more than one is a conflict between datasets."
    )
    same_as: list[SameAs] = strawberry.field(
        description="The judgements that made its members one, ordered by their id."
    )
    assessments: list[Assessment] = strawberry.field(
        description="Grades that people give any member and have not withdrawn, ordered by scheme, by, at and id."
    )
    claims: lists.Claims = strawberry.field(
        resolver=lists.claims_in_role, description="Live claims about it or by it, over all members."
    )
    relations: lists.Relations = strawberry.field(
        resolver=lists.relations,
        description="How live claims join it to other entities, as subject or as object, newest first.",
    )
    issues: lists.Issues = strawberry.field(
        resolver=lists.issues,
        description="Issues that are about it, or answered by a live claim with it as subject, object or event; "
        "most answered first, then by id downwards.",
    )
    sources: lists.Sources = strawberry.field(
        resolver=lists.sources, description="Sources in which live claims about it or by it are stated, newest first."
    )


@strawberry.type(description="A human being, or an unnamed one such as “an official”.")
class Person(Entity):
    """A human being."""


@strawberry.type(description="A military or other unit, or the force of one operation.")
class Unit(Entity):
    """A military or other unit."""

    echelon: str | None = strawberry.field(description="Its size: `brigade`, `battalion` and so on.")
    symbol_code: str | None = strawberry.field(description="Its symbol (MIL-STD-2525D or APP-6D, 20 digits).")


@strawberry.type(description="A place.")
class Place(Entity):
    """A place."""

    place_type: str | None = strawberry.field(description="What kind of place: `city`, `oblast`, `river` and so on.")
    location: Location | None = strawberry.field(description="Where it is; of the first member, by id, that says so.")
    part_of: list["Place"] = strawberry.field(description="Places that it directly belongs to, ordered by name and id.")


@strawberry.type(description="A state, ministry, armed force, company, newspaper and so on.")
class Organisation(Entity):
    """An organisation."""


@strawberry.type(description="Something that happens: an operation, a withdrawal, a negotiation.")
class Event(Entity):
    """Something that happens."""

    time: EventTime | None = strawberry.field(description="When; of the first member, by id, that says so.")


@strawberry.type(description="Whatever is none of the others: a ship, a species, an office, an idea.")
class Thing(Entity):
    """Whatever is none of the others."""
