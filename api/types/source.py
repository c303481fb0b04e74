"""Sources: documents and dataset pages in which claims are stated."""

from datetime import datetime

import strawberry

from . import lists
from .assessment import Assessment
from .pages import Node
from .refs import AnOrganisation


@strawberry.type(description="A document, or a dataset's page, in which claims are stated.")
class Source(Node):
    """A document."""

    title: str | None = strawberry.field(description="Its title.")
    url: str | None = strawberry.field(description="Where it was published.")
    language: str | None = strawberry.field(description="Its language.")
    published_at: datetime | None = strawberry.field(description="When it was published, at the earliest.")
    published_edtf: str | None = strawberry.field(description="The same as written, in EDTF and at its own precision.")
    retrieved_at: datetime | None = strawberry.field(description="When it was fetched.")
    archived_url: str | None = strawberry.field(description="Where a copy is kept.")
    publisher: AnOrganisation = strawberry.field(description="Who published it.")
    dataset: str = strawberry.field(description="Key of the dataset that describes it.")
    live: bool = strawberry.field(description="Whether its dataset still describes it.")
    assessments: list[Assessment] = strawberry.field(
        description="Grades that people give it and have not withdrawn, ordered by scheme, by, at and id."
    )
    claims: lists.Claims = strawberry.field(resolver=lists.claims, description="The live claims stated in it.")
