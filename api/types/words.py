"""The words that fields and arguments choose from: the model's own, and those of the API."""

from enum import StrEnum

import strawberry

from ...graph.records import Kind, Modality, Mode, Polarity, Strength, ValueKind

strawberry.enum(Kind, name="EntityKind", description="What an entity is.")
strawberry.enum(Polarity, description="Whether the claimant says that it is so (AFFIRM), or that it is not (DENY).")
strawberry.enum(Modality, description="How the claimant means it: the claimant's own certainty, never the reader's.")
strawberry.enum(
    Mode,
    name="AttributionMode",
    description="How one level of an attribution hands on the words of the level before it.",
)
strawberry.enum(
    Strength, description="HARD, or SOFT where either side says only that it is probable, possible or to come."
)
strawberry.enum(ValueKind, description="A value said to be unknown, or said not to exist.")


@strawberry.enum(
    description="What an entity is in a claim: what the claim is about, what it names beside it, the event it is told "
    "of, who says it (the claimant only, not who passes it on), or any of these."
)
class ClaimRole(StrEnum):
    """What an entity is in a claim; the value names the block of `cypher/fields/entity.cypher`."""

    SUBJECT = "subject"
    OBJECT = "object"
    DURING = "during"
    CLAIMANT = "claimant"
    ANY = "any"


@strawberry.enum(
    description="Which claims come first: by when they were asserted, else published, else recorded; then by id."
)
class ClaimOrder(StrEnum):
    """Which claims come first; what is not the order of the Cypher files is its opposite."""

    NEWEST_FIRST = "newest_first"
    OLDEST_FIRST = "oldest_first"


@strawberry.enum(description="What counts as holding at a moment.")
class Certainty(StrEnum):
    """What counts as holding at a moment; the value names the block of `cypher/fields/view.cypher`."""

    CERTAIN = "certain"
    POSSIBLE = "possible"


@strawberry.enum(
    description="What can happen to a claim: this database first held it (NEW), its dataset made it again (RETURNED) "
    "or no longer made it (RETRACTED), or its claimant said something else later (SUPERSEDED)."
)
class ChangeKind(StrEnum):
    """What can happen to a claim; `cypher/fields/query.changes.cypher` has the same words in the order of the list."""

    NEW = "new"
    RETURNED = "returned"
    RETRACTED = "retracted"
    SUPERSEDED = "superseded"


@strawberry.enum(description="Which changes come first.")
class ChangeOrder(StrEnum):
    """Which changes come first; what is not the order of `cypher/fields/query.changes.cypher` is its opposite."""

    OLDEST_FIRST = "oldest_first"
    NEWEST_FIRST = "newest_first"


@strawberry.enum(description="What a search can find.")
class NodeKind(StrEnum):
    """What a search can find; the value is the label in the graph."""

    PERSON = "Person"
    UNIT = "Unit"
    PLACE = "Place"
    ORGANISATION = "Organisation"
    EVENT = "Event"
    THING = "Thing"
    CLAIM = "Claim"
