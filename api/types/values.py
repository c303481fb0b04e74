"""The small things that claims and entities are described with."""

from datetime import datetime

import strawberry

from ...graph.records import ValueKind


@strawberry.type(description="What a claim says beyond naming an object: “about 40,000 troops”, “no desire”, unknown.")
class Value:
    """What a claim says beyond naming an object."""

    low: float | None = strawberry.field(description="Lower bound, in `unit`; null when nothing bounds it below.")
    high: float | None = strawberry.field(description="Upper bound, in `unit`; null when nothing bounds it above.")
    low_open: bool = strawberry.field(description="Whether the lower bound itself is left out: “more than 0”.")
    high_open: bool = strawberry.field(description="Whether the upper bound itself is left out: “fewer than 5”.")
    approximate: bool = strawberry.field(description="Whether the claimant says about, around, some.")
    unit: str | None = strawberry.field(description="Unit of the bounds, the same for all values of a dimension.")
    dimension: str | None = strawberry.field(description="What is measured: `present`, `losses`, `distance` and so on.")
    wording: str | None = strawberry.field(description="How the source words the figure: “huge losses”.")
    text: str | None = strawberry.field(description="The value of a predicate whose values are text.")
    kind: ValueKind | None = strawberry.field(
        description="UNKNOWN or NONE when the claim says that the value is unknown, or that there is none."
    )


@strawberry.type(
    description="When something begins and ends, each within bounds. An absent bound is open; bounds are inclusive."
)
class EventTime:
    """When something begins and ends, each within bounds."""

    start_min: datetime | None = strawberry.field(description="It does not begin before.")
    start_max: datetime | None = strawberry.field(description="It has begun by then.")
    end_min: datetime | None = strawberry.field(description="It does not end before.")
    end_max: datetime | None = strawberry.field(description="It has ended by then.")
    edtf: str | None = strawberry.field(description="What was written, in EDTF and at the source's precision.")


@strawberry.type(description="One moment known only to lie between two, both inclusive. An absent bound is open.")
class TimeRange:
    """One moment known only to lie between two."""

    min: datetime | None = strawberry.field(description="Not before.")
    max: datetime | None = strawberry.field(description="Not after.")


@strawberry.type(description="A position, WGS 84.")
class Location:
    """A position."""

    latitude: float = strawberry.field(description="Degrees north.")
    longitude: float = strawberry.field(description="Degrees east.")


@strawberry.type(description="Where rows come from, and under what licence.")
class Dataset:
    """Where rows come from."""

    id: strawberry.ID = strawberry.field(description="`dataset/` and its key.")
    title: str | None = strawberry.field(description="What it calls itself.")
    licence: str | None = strawberry.field(description="Licence of its rows.")
    redistribute: bool = strawberry.field(description="Whether its rows may be passed on.")


@strawberry.type(description="How much the graph holds.")
class Statistics:
    """How much the graph holds."""

    version: int = strawberry.field(
        description="Number of publications; it grows by one with each load that changed anything."
    )
    people: int = strawberry.field(
        description="People, merged ones counted once, retracted ones not at all; so the other kinds."
    )
    units: int = strawberry.field(description="Military and other units.")
    places: int = strawberry.field(description="Places.")
    organisations: int = strawberry.field(description="Organisations.")
    events: int = strawberry.field(description="Events.")
    things: int = strawberry.field(description="Whatever is none of those: ships, offices, ideas.")
    claims: int = strawberry.field(description="Live claims.")
    retracted_claims: int = strawberry.field(description="Claims that their dataset no longer makes; kept, not listed.")
    sources: int = strawberry.field(description="Sources.")
    issues: int = strawberry.field(description="Issues that at least one live claim answers.")
    assessments: int = strawberry.field(description="Grades that hold.")
    datasets: list[Dataset] = strawberry.field(description="Where all this comes from, ordered by id.")
