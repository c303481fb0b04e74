"""What claims say of two entities, as edges."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimgraph.graph.records import Claim, Polarity
from claimgraph.tests.oracle.lists import Page

if TYPE_CHECKING:
    from claimgraph.tests.oracle.objects import ClaimObject, EntityObject


class RelationObject:
    """One claim as an edge."""

    typename = "Relation"

    def __init__(self, record: Claim, claim: ClaimObject) -> None:
        self.type = record.predicate if record.polarity == Polarity.AFFIRM else f"NOT_{record.predicate}"
        self.id, self.claim = record.id, claim

    @property
    def subject(self) -> EntityObject | None:
        """Where it begins."""
        entity: EntityObject | None = self.claim.subject
        return entity

    @property
    def object(self) -> EntityObject | None:
        """Where it ends."""
        entity: EntityObject | None = self.claim.object
        return entity


def relation_page(
    edges: Sequence[RelationObject],
    type: str | None = None,  # noqa: A002 - the schema's name
    first: int | None = None,
    after: str | None = None,
) -> Page[RelationObject]:
    """A page of those of that type."""
    return Page([each for each in edges if type in {None, each.type}], first, after)
