"""Assessments: someone's grades of claims, sources and entities."""

from datetime import datetime

import strawberry


@strawberry.type(
    description="Someone's grade of a claim, a source or an entity. It changes nothing of what it grades, and no list "
    "is filtered by it. The claimant's own certainty is the claim's `modality`; that is another thing."
)
class Assessment:
    """Someone's grade of something."""

    id: strawberry.ID = strawberry.field(description="`assessment/a1…`, made of all that it says.")
    scheme: str = strawberry.field(description="The scale: `admiralty-reliability`, `fact-check`, or one of its own.")
    value: str = strawberry.field(description="The grade, as the scheme writes it: `B`, `half-true`.")
    meaning: str | None = strawberry.field(
        description="What the value means, in words; null for a scheme that the model does not know."
    )
    by: str = strawberry.field(description="Who gives it.")
    at: datetime | None = strawberry.field(description="When they gave it.")
    basis: str | None = strawberry.field(description="On what grounds.")
    dataset: str = strawberry.field(description="Key of the dataset that holds it.")
