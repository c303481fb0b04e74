"""Pages of lists, in Relay's form, and the arguments that every page takes."""

from typing import Annotated, Generic, TypeVar

import strawberry

T = TypeVar("T")

First = Annotated[
    int | None, strawberry.argument(description="How many at most: 1 to 100; more is an error, not a shorter page.")
]
After = Annotated[
    str | None,
    strawberry.argument(
        description="`endCursor` of the page before. A cursor is good only for the list, filter and order that it came "
        "from."
    ),
]


@strawberry.interface(description="Anything with an id of its own.")
class Node:
    """Anything with an id of its own."""

    id: strawberry.ID = strawberry.field(description="Its address: `entity/kherson/ru-mod`, `claim/c1…`.")


@strawberry.type(description="Where a page stands in its list.")
class PageInfo:
    """Where a page stands in its list."""

    has_next_page: bool = strawberry.field(description="Whether there is more after this page.")
    has_previous_page: bool = strawberry.field(description="Whether the page was asked for with `after`.")
    start_cursor: str | None = strawberry.field(description="Cursor of the first on the page; null for an empty page.")
    end_cursor: str | None = strawberry.field(description="Cursor of the last on the page; null for an empty page.")


@strawberry.type(description="One on a page, with its cursor.")
class Edge(Generic[T]):
    """One on a page."""

    cursor: str = strawberry.field(description="Where it stands in the list, for `after`.")
    node: T = strawberry.field(description="The thing itself.")


@strawberry.type(description="One page of a list.")
class Connection(Generic[T]):
    """One page of a list."""

    nodes: list[T] = strawberry.field(description="The things on this page.")
    edges: list[Edge[T]] = strawberry.field(description="The same, each with its cursor.")
    page_info: PageInfo = strawberry.field(description="Where this page stands in the list.")
    total_count: int = strawberry.field(description="How many the whole list has. Counted only when asked for.")


@strawberry.type(description="One thing found.")
class SearchEdge:
    """One thing found."""

    score: float = strawberry.field(description="How well it fits, for comparison within one search only.")
    node: Node = strawberry.field(description="The entity or claim found.")


@strawberry.type(description="What a search found, best first.")
class SearchConnection:
    """What a search found."""

    nodes: list[Node] = strawberry.field(description="The entities and claims found, best first, then by id.")
    edges: list[SearchEdge] = strawberry.field(description="The same, each with its score.")
