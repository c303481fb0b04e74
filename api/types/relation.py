"""Relations: claims with an object, as the edges that they draw between entities."""

import strawberry

from .refs import AClaim, AnEntity


@strawberry.type(
    description="What one claim says of two entities, as an edge from one to the other. It is said, not settled: "
    "claims that contradict each other are edges side by side, and each leads to its claim."
)
class Relation:
    """What one claim says of two entities."""

    type: str = strawberry.field(description="The claim's predicate, `NOT_` before it where the claim denies it.")
    subject: AnEntity = strawberry.field(description="Where the edge begins: what the claim is about.")
    object: AnEntity = strawberry.field(description="Where it ends: what the claim names beside it.")
    claim: AClaim = strawberry.field(description="The claim itself: who says so, when, how, and in which source.")
