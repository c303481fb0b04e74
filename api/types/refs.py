"""The types that refer to each other, by name: entities have claims, claims have entities."""

from typing import TYPE_CHECKING, Annotated

import strawberry

if TYPE_CHECKING:
    from .claim import Claim
    from .entity import Entity, Event, Organisation
    from .issue import Issue
    from .relation import Relation
    from .source import Source

_HERE = "claimgraph.api.types"

AnEntity = Annotated["Entity", strawberry.lazy(f"{_HERE}.entity")]
AnEvent = Annotated["Event", strawberry.lazy(f"{_HERE}.entity")]
AnOrganisation = Annotated["Organisation", strawberry.lazy(f"{_HERE}.entity")]
AClaim = Annotated["Claim", strawberry.lazy(f"{_HERE}.claim")]
ARelation = Annotated["Relation", strawberry.lazy(f"{_HERE}.relation")]
AnIssue = Annotated["Issue", strawberry.lazy(f"{_HERE}.issue")]
ASource = Annotated["Source", strawberry.lazy(f"{_HERE}.source")]
