# ruff: noqa: ARG001 - signatures are GraphQL's, and nothing reads what no resolver is called with
"""What claims make of each other: links between two, and the positions that they take on an issue."""

from datetime import datetime

import strawberry

from ...graph.records import Strength
from . import lists
from .pages import After, Connection, First
from .refs import AClaim

ClaimPage = Connection[AClaim]


@strawberry.type(
    description="Why one claim stands against, beside, behind or after another: found by a rule, and said in words."
)
class ClaimLink:
    """Why one claim stands against, beside, behind or after another."""

    rule: str = strawberry.field(description="The rule that found it: `value`, `time`, `identity` and so on.")
    basis: str = strawberry.field(description="Why, in words: which two things exclude each other, or agree.")
    strength: Strength = strawberry.field(
        description="SOFT where either side says only that it is probable, possible or to come."
    )
    claim: AClaim = strawberry.field(description="The other claim.")


@strawberry.type(
    description="Claims on an issue that can be right together. Those that can not stand in different positions."
)
class Position:
    """Claims on an issue that can be right together."""

    id: strawberry.ID = strawberry.field(description="What tells it from the others: it rests on its first claim.")
    label: str = strawberry.field(description="What its claims say together, in a few words.")
    dimension: str | None = strawberry.field(description="What is measured; null where no figure is given.")
    unit: str | None = strawberry.field(description="Unit of the bounds.")
    low: float | None = strawberry.field(
        description="Lower bound of what all its claims allow; null where nothing bounds it below."
    )
    high: float | None = strawberry.field(
        description="Upper bound of what all its claims allow; null where nothing bounds it above."
    )
    low_open: bool = strawberry.field(description="Whether the lower bound itself is left out.")
    high_open: bool = strawberry.field(description="Whether the upper bound itself is left out.")
    origin_count: int = strawberry.field(description="How many claimants stand for it.")
    report_count: int = strawberry.field(
        description="How many sources report it, mere repeats included: fourteen papers may report one ministry."
    )
    first_asserted: datetime | None = strawberry.field(
        description="When it may first have been said; null where no source tells."
    )
    last_asserted: datetime | None = strawberry.field(description="When it may last have been said.")
    claims: ClaimPage = strawberry.field(
        resolver=lists.page_of_claims, description="The current claims that take it, newest first."
    )


ClaimLinks = Connection[ClaimLink]
Positions = Connection[Position]


def page_of_links(first: First = 20, after: After = lists.ABSENT) -> ClaimLinks:
    """Signature of a page of links."""
    lists.compiled()


def page_of_positions(first: First = 20, after: After = lists.ABSENT) -> Positions:
    """Signature of a page of positions."""
    lists.compiled()
