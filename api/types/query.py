# ruff: noqa: A002, ARG001, UP045 - signatures are GraphQL's, and a lazy type cannot stand beside `|`
"""Where reading begins."""

from typing import Annotated, Optional

import strawberry

from ...graph.records import Kind
from . import change, lists
from .lists import ABSENT, View
from .pages import After, Connection, First, Node, SearchConnection
from .refs import AClaim, AnEntity, AnIssue, ASource
from .values import Statistics
from .words import ClaimOrder, NodeKind

Entities = Connection[AnEntity]
EntityId = Annotated[strawberry.ID, strawberry.argument(description="`entity/…`: of any member of a merged entity.")]
ClaimId = Annotated[strawberry.ID, strawberry.argument(description="`claim/…`.")]
IssueId = Annotated[
    strawberry.ID, strawberry.argument(description="`issue/…`: one from before a merge finds the issue of today.")
]
SourceId = Annotated[strawberry.ID, strawberry.argument(description="`source/…`.")]


def entity(id: EntityId, as_of: View = ABSENT) -> Optional[AnEntity]:
    """Signature of one entity."""
    lists.compiled()


def claim(id: ClaimId, as_of: View = ABSENT) -> Optional[AClaim]:
    """Signature of one claim."""
    lists.compiled()


def issue(id: IssueId, as_of: View = ABSENT) -> Optional[AnIssue]:
    """Signature of one issue."""
    lists.compiled()


def source(id: SourceId, as_of: View = ABSENT) -> Optional[ASource]:
    """Signature of one source."""
    lists.compiled()


NodeId = Annotated[strawberry.ID, strawberry.argument(description="`entity/…`, `claim/…`, `source/…` or `issue/…`.")]
NodeIds = Annotated[
    list[strawberry.ID], strawberry.argument(description="Ids such as `claim/…` and `entity/…`, 100 at most.")
]


def node(id: NodeId, as_of: View = ABSENT) -> Optional[Node]:
    """Signature of one thing of any kind."""
    lists.compiled()


def nodes(ids: NodeIds, as_of: View = ABSENT) -> list[Node]:
    """Signature of things of any kind."""
    lists.compiled()


def entities(
    kind: Annotated[Kind | None, strawberry.argument(description="Only this kind.")] = ABSENT,
    name: Annotated[
        str | None,
        strawberry.argument(
            description="Only those with such a name: any of its names, in any spelling or script, a letter or two off."
        ),
    ] = ABSENT,
    dataset: Annotated[
        str | None, strawberry.argument(description="Only those that this dataset describes; its key.")
    ] = ABSENT,
    first: First = 20,
    after: After = ABSENT,
    as_of: View = ABSENT,
) -> Entities:
    """Signature of a page of entities."""
    lists.compiled()


def claims(
    filter: lists.Filter = ABSENT,
    order_by: lists.Order = ClaimOrder.NEWEST_FIRST,
    first: First = 20,
    after: After = ABSENT,
    as_of: View = ABSENT,
) -> lists.Claims:
    """Signature of a page of claims."""
    lists.compiled()


def issues(
    contested: lists.Contested = ABSENT,
    about: Annotated[
        strawberry.ID | None,
        strawberry.argument(
            description="Only those about this entity, or answered by a live claim with it as subject, object or event."
        ),
    ] = ABSENT,
    topic: Annotated[str | None, strawberry.argument(description="Only issues of this topic.")] = ABSENT,
    first: First = 20,
    after: After = ABSENT,
    as_of: View = ABSENT,
) -> lists.Issues:
    """Signature of a page of issues."""
    lists.compiled()


def sources(
    publisher: Annotated[
        strawberry.ID | None, strawberry.argument(description="Only those that this entity published.")
    ] = ABSENT,
    first: First = 20,
    after: After = ABSENT,
    as_of: View = ABSENT,
) -> lists.Sources:
    """Signature of a page of sources."""
    lists.compiled()


def search(
    text: Annotated[str, strawberry.argument(description="Words or names, in any spelling or script.")],
    kinds: Annotated[list[NodeKind] | None, strawberry.argument(description="Only these kinds.")] = ABSENT,
    first: First = 20,
    as_of: View = ABSENT,
) -> SearchConnection:
    """Signature of a search."""
    lists.compiled()


@strawberry.type(description="Where reading begins.")
class Query:
    """Where reading begins; `cypher/fields/query.cypher` has a block for each field."""

    entity: Optional[AnEntity] = strawberry.field(
        resolver=entity, description="One entity; null when there is none with this id."
    )
    entities: Entities = strawberry.field(
        resolver=entities,
        description="Live entities, merged ones once, ordered by the first 200 characters of their names and by id.",
    )
    claim: Optional[AClaim] = strawberry.field(
        resolver=claim, description="One claim, a retracted one too; null when there is none with this id."
    )
    claims: lists.Claims = strawberry.field(
        resolver=claims,
        description="Live claims, by when they were asserted, else published, else recorded; then by id.",
    )
    issue: Optional[AnIssue] = strawberry.field(
        resolver=issue, description="One issue; null when there is none with this id."
    )
    issues: lists.Issues = strawberry.field(
        resolver=issues, description="Issues, most answered first, then by id downwards."
    )
    source: Optional[ASource] = strawberry.field(
        resolver=source, description="One source; null when there is none with this id."
    )
    sources: lists.Sources = strawberry.field(
        resolver=sources, description="Live sources, newest first, then by id downwards."
    )
    node: Optional[Node] = strawberry.field(
        resolver=node,
        description="One entity, claim, source or issue by its id; an entity by any member's. Null when there is none.",
    )
    nodes: list[Node] = strawberry.field(
        resolver=nodes,
        description="Those that there are, in the order of their ids, each once; entities by any member's id.",
    )
    search: SearchConnection = strawberry.field(
        resolver=search, description="Entities by name and live claims by their words, best first."
    )
    changes: change.Changes = strawberry.field(
        resolver=change.changes,
        description="What is new, retracted, back or superseded, in the order in which this database recorded it; then "
        "by the claim's id, then NEW, RETURNED, RETRACTED, SUPERSEDED. With `orderBy: NEWEST_FIRST`, all the other way "
        "round.",
    )
    statistics: Statistics = strawberry.field(description="How much the graph holds.")
