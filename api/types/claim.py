"""Claims: one thing said, by one chain, in one source."""

from datetime import datetime
from typing import Optional

import strawberry
from strawberry.scalars import JSON

from ...graph.records import Modality, Mode, Polarity
from .assessment import Assessment
from .board import ClaimLinks, page_of_links
from .pages import Node
from .refs import AnEntity, AnEvent, AnIssue, ASource
from .values import EventTime, TimeRange, Value


@strawberry.type(description="One level of an attribution: who said it, and how.")
class AttributionLevel:
    """One level of an attribution."""

    level: int = strawberry.field(description="0 for the claimant; the last one is the source's publisher.")
    verb: str | None = strawberry.field(description="The word for it: `said`, `denied`, `reported`.")
    mode: Mode | None = strawberry.field(description="How it hands on the words of the level before.")
    at: TimeRange | None = strawberry.field(description="When this level said it, as far as the source tells.")
    entity: AnEntity = strawberry.field(description="Who.")


@strawberry.type(
    description="One thing said, by one chain, in one source. A claim never changes; one that vanishes is retracted."
)
class Claim(Node):
    """One thing said."""

    text: str = strawberry.field(description="What is claimed, in one sentence of the reader's own words.")
    predicate: str = strawberry.field(description="What is said of the subject, from the vocabulary: `WITHDREW_FROM`.")
    polarity: Polarity = strawberry.field(description="Whether the claimant affirms or denies it.")
    modality: Modality = strawberry.field(description="How the claimant means it.")
    condition: str | None = strawberry.field(description="Under which condition, for a conditional.")
    subject: AnEntity = strawberry.field(description="What it is about.")
    object: Optional[AnEntity] = strawberry.field(description="What it names beside it.")  # noqa: UP045
    during: Optional[AnEvent] = strawberry.field(description="The event or operation that it is told of.")  # noqa: UP045
    value: Value | None = strawberry.field(description="What it says beyond naming an object.")
    event: EventTime | None = strawberry.field(description="When what it speaks of happens or holds.")
    asserted: TimeRange | None = strawberry.field(
        description="When the claimant said it; null when the source gives no time."
    )
    published_at: datetime | None = strawberry.field(description="When its source was published, at the earliest.")
    recorded_at: datetime = strawberry.field(description="When this database first held it.")
    live: bool = strawberry.field(
        description="False once its dataset no longer makes it; under `asOf: {recorded}` as it was then. Lists hold "
        "live claims only."
    )
    contested: bool = strawberry.field(description="Whether it contradicts another claim.")
    contradicts: ClaimLinks = strawberry.field(
        resolver=page_of_links,
        description="Claims that can not be right together with it, newest first. One that only repeats an earlier one "
        "has that one's links; so in the lists below.",
    )
    corroborated_by: ClaimLinks = strawberry.field(
        resolver=page_of_links, description="Claims of other claimants that bear it out, newest first."
    )
    repeats: ClaimLinks = strawberry.field(
        resolver=page_of_links, description="The earlier claim of the same claimant that it only repeats."
    )
    repeated_by: ClaimLinks = strawberry.field(
        resolver=page_of_links, description="Later claims of the same claimant that only repeat it, newest first."
    )
    supersedes: ClaimLinks = strawberry.field(
        resolver=page_of_links, description="Earlier claims of the same claimant that it replaces, newest first."
    )
    superseded_by: ClaimLinks = strawberry.field(
        resolver=page_of_links, description="Later claims of the same claimant that replace it, newest first."
    )
    claimant: AnEntity = strawberry.field(description="Who said it first, as far as the source tells.")
    attribution: list[AttributionLevel] = strawberry.field(
        description="The whole chain, claimant first, publisher last."
    )
    source: ASource = strawberry.field(description="Where it is stated.")
    locator: str | None = strawberry.field(description="Where in the source: the paragraph or page.")
    quote: str | None = strawberry.field(description="The source's own words, where its licence allows them.")
    quote_language: str | None = strawberry.field(description="Language of the quote.")
    issues: list[AnIssue] = strawberry.field(description="The questions that it answers, ordered by id.")
    assessments: list[Assessment] = strawberry.field(
        description="Grades that people give it and have not withdrawn, ordered by scheme, by, at and id."
    )
    dataset: str = strawberry.field(description="Key of the dataset that holds it.")
    raw: JSON | None = strawberry.field(description="What the dataset said and the model has no field for.")
    extraction_confidence: float | None = strawberry.field(
        description="How sure the reading is, 0 to 1; not how sure the claimant is."
    )
