# ruff: noqa: ARG001 - signatures are GraphQL's, and nothing reads what no resolver is called with
"""What happened to claims in this database."""

from datetime import datetime
from typing import Annotated, Optional

import strawberry

from . import lists
from .pages import After, Connection, First
from .refs import AClaim
from .words import ChangeKind, ChangeOrder


@strawberry.type(description="Something that happened to a claim in this database.")
class Change:
    """Something that happened to a claim in this database."""

    kind: ChangeKind = strawberry.field(description="What happened.")
    at: datetime = strawberry.field(
        description="When this database recorded it: all that one load brings has one moment."
    )
    claim: AClaim = strawberry.field(description="The claim that it happened to.")
    by: Optional[AClaim] = strawberry.field(  # noqa: UP045 - a lazy type cannot stand beside `|`
        description="The claim that superseded it; null for the other kinds."
    )


Changes = Connection[Change]


def changes(
    since: Annotated[
        datetime | None,
        strawberry.argument(
            description="Only what was recorded then or later. To go on from an earlier answer, give the `at` of its "
            "latest change, which then comes again."
        ),
    ] = lists.ABSENT,
    issue: Annotated[
        strawberry.ID | None,
        strawberry.argument(
            description="Only claims that answer this issue; one from before a merge finds the issue of today."
        ),
    ] = lists.ABSENT,
    entity: Annotated[
        strawberry.ID | None,
        strawberry.argument(
            description="Only claims with this entity, or one that it was merged with, as subject, object, event or "
            "claimant, as `Entity.claims` has them. Beside `issue`: only those of the issue's claims."
        ),
    ] = lists.ABSENT,
    order_by: Annotated[
        ChangeOrder | None,
        strawberry.argument(description="The order in which things happened, or its exact opposite."),
    ] = ChangeOrder.OLDEST_FIRST,
    first: First = 20,
    after: After = lists.ABSENT,
) -> Changes:
    """Signature of a page of changes."""
    lists.compiled()
