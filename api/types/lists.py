# ruff: noqa: A002, ARG001 - signatures are GraphQL's, and nothing reads what no resolver is called with
"""The signatures of fields with arguments. No resolver is called: an operation is compiled (`api/execution.py`)."""

from datetime import datetime
from typing import Annotated, Any, Never

import strawberry

from ...graph.records import Modality, Polarity
from .pages import After, Connection, First
from .refs import AClaim, AnIssue, ARelation, ASource
from .words import Certainty, ClaimOrder, ClaimRole

ABSENT: Any = strawberry.UNSET
"""The default of what may be left out: without it the schema would say `= null`."""

Claims = Connection[AClaim]
Issues = Connection[AnIssue]
Sources = Connection[ASource]
Relations = Connection[ARelation]


@strawberry.input(
    description="What claims to list: those that fit every key given, `and`, `or` and `not` among them. An entity's id "
    "stands for all members of what it was merged into; an id that does not exist fits nothing."
)
class ClaimFilter:
    """What claims to list; `cypher/fields/claim_filter.cypher` has a block for each key."""

    predicate: str | None = strawberry.field(
        default=ABSENT, description="A predicate of the vocabulary: `WITHDREW_FROM`."
    )
    dimension: str | None = strawberry.field(default=ABSENT, description="A dimension of the vocabulary: `losses`.")
    family: str | None = strawberry.field(
        default=ABSENT, description="Claims that answer an issue of that family: `withdrawal`."
    )
    subject: strawberry.ID | None = strawberry.field(default=ABSENT, description="Claims about that entity.")
    object: strawberry.ID | None = strawberry.field(
        default=ABSENT, description="Claims with that entity as their object."
    )
    during: strawberry.ID | None = strawberry.field(default=ABSENT, description="Claims told of that event.")
    claimant: strawberry.ID | None = strawberry.field(
        default=ABSENT, description="Claims by that entity (level 0 of the attribution), not those it passes on."
    )
    attributed_to: strawberry.ID | None = strawberry.field(
        default=ABSENT, description="Claims by that entity or passed on by it, at whatever level of the attribution."
    )
    source: strawberry.ID | None = strawberry.field(default=ABSENT, description="Claims stated in that source.")
    dataset: str | None = strawberry.field(
        default=ABSENT, description="Claims of the dataset with that key: `kherson`."
    )
    text: str | None = strawberry.field(
        default=ABSENT,
        description="Claims whose text, wording of a figure or textual value has these letters in a row, capital or "
        "small: `helicopter` is in “two helicopters”. For words in any spelling or script see `search`.",
    )
    polarity: Polarity | None = strawberry.field(default=ABSENT, description="Claims that affirm, or that deny.")
    modality: Modality | None = strawberry.field(default=ABSENT, description="Claims meant that way.")
    contested: bool | None = strawberry.field(
        default=ABSENT,
        description="Claims that contradict another one, or that do not; of an issue with more than 200 current claims "
        "only those whose links are kept. Not together with `asOf`.",
    )
    asserted_from: datetime | None = strawberry.field(
        default=ABSENT,
        description="Claims that may have been said then or later. One without a time of assertion does not fit.",
    )
    asserted_to: datetime | None = strawberry.field(
        default=ABSENT,
        description="Claims that may have been said then or earlier. One without a time of assertion does not fit.",
    )
    published_from: datetime | None = strawberry.field(
        default=ABSENT, description="Claims of a source published then or later; one without a day does not fit."
    )
    published_to: datetime | None = strawberry.field(
        default=ABSENT, description="Claims of a source published then or earlier; one without a day does not fit."
    )
    event_from: datetime | None = strawberry.field(
        default=ABSENT,
        description="Claims of what may have held or happened then or later. One that gives no time does not fit.",
    )
    event_to: datetime | None = strawberry.field(
        default=ABSENT,
        description="Claims of what may have held or happened then or earlier. One that gives no time does not fit.",
    )
    at_least: float | None = strawberry.field(
        default=ABSENT,
        description="Claims with a figure that may be this or more, in the unit of its dimension: see `dimension`.",
    )
    at_most: float | None = strawberry.field(
        default=ABSENT,
        description="Claims with a figure that may be this or less, in the unit of its dimension: see `dimension`.",
    )
    and_: "list[ClaimFilter] | None" = strawberry.field(
        name="and", default=ABSENT, description="Claims that fit all of these; of none of them, every claim."
    )
    or_: "list[ClaimFilter] | None" = strawberry.field(
        name="or", default=ABSENT, description="Claims that fit one of these or more; of none of them, no claim."
    )
    not_: "ClaimFilter | None" = strawberry.field(
        name="not", default=ABSENT, description="Claims that do not fit this; what a claim does not say does not fit."
    )


@strawberry.input(
    description="The graph as of other moments than now, on up to three clocks. What is nested takes the same view: "
    "which claims there are, and who contradicts whom among them. Entities, sources and who is the same as whom stay "
    "as they are known today; lists of sources leave out what was published after `known`."
)
class AsOf:
    """The graph as of other moments than now; `cypher/fields/view.cypher` has a block for each clock."""

    event: datetime | None = strawberry.field(
        default=ABSENT, description="Only claims of what held or happened then: see `certainty`."
    )
    known: datetime | None = strawberry.field(
        default=ABSENT,
        description="Only what a reader could know then: claims whose source was published by then, or recorded by "
        "then where no day of publication is known.",
    )
    recorded: datetime | None = strawberry.field(
        default=ABSENT, description="Only what this database held then, retracted since or not."
    )
    certainty: Certainty | None = strawberry.field(
        default=Certainty.POSSIBLE,
        description="For `event`: what may have held then (POSSIBLE, an absent bound being open), or what did for "
        "certain by the claim's own bounds.",
    )


View = Annotated[AsOf | None, strawberry.argument(description="As of other moments than now.")]
Contested = Annotated[
    bool | None,
    strawberry.argument(description="Only issues on which claims contradict each other, or only the others."),
]
Filter = Annotated[ClaimFilter | None, strawberry.argument(description="Only claims that fit.")]
Order = Annotated[ClaimOrder | None, strawberry.argument(description="Which claims come first.")]
Role = Annotated[ClaimRole | None, strawberry.argument(description="What the entity is in the claim.")]


def compiled() -> Never:
    """The resolver that never runs."""
    raise NotImplementedError("fields are compiled to Cypher, not resolved")


def claims(
    filter: Filter = ABSENT, order_by: Order = ClaimOrder.NEWEST_FIRST, first: First = 20, after: After = ABSENT
) -> Claims:
    """Signature of a page of claims."""
    compiled()


def page_of_claims(first: First = 20, after: After = ABSENT) -> Claims:
    """Signature of a page of claims that takes no filter."""
    compiled()


def claims_in_role(
    role: Role = ClaimRole.ANY,
    filter: Filter = ABSENT,
    order_by: Order = ClaimOrder.NEWEST_FIRST,
    first: First = 20,
    after: After = ABSENT,
) -> Claims:
    """Signature of a page of an entity's claims."""
    compiled()


def issues(contested: Contested = ABSENT, first: First = 20, after: After = ABSENT) -> Issues:
    """Signature of a page of issues."""
    compiled()


def sources(first: First = 20, after: After = ABSENT) -> Sources:
    """Signature of a page of sources."""
    compiled()


def relations(
    type: Annotated[str | None, strawberry.argument(description="Only of that type: `WITHDREW_FROM`.")] = ABSENT,
    first: First = 20,
    after: After = ABSENT,
) -> Relations:
    """Signature of a page of an entity's relations."""
    compiled()
