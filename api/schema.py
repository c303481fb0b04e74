"""The GraphQL schema: Strawberry's types in `types/`, put together. `docs/schema.graphql` is its text."""

import sys
from datetime import UTC, datetime

import strawberry
from graphql import GraphQLSchema
from strawberry.schema.config import StrawberryConfig

from .types.entity import Event, Organisation, Person, Place, Thing, Unit
from .types.query import Query


def parse_moment(value: object) -> datetime:
    """The moment that an RFC 3339 text names, in UTC. Raises ValueError with what would be right."""
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
        if moment is not None and moment.tzinfo is not None:
            return moment.astimezone(UTC)  # Neo4j orders equal moments by their zone
    except (ValueError, OverflowError):
        pass
    raise ValueError(f"{value!r} is no moment; write it with its zone, such as 2022-11-11T05:00:00Z")


_DATE_TIME = strawberry.scalar(
    name="DateTime",
    description="A moment with its zone: `2022-11-11T05:00:00Z` (RFC 3339). Answers are in UTC.",
    specified_by_url="https://datatracker.ietf.org/doc/html/rfc3339",
    parse_value=parse_moment,
)


class Schema(strawberry.Schema):
    """Strawberry's."""

    @property
    def core(self) -> GraphQLSchema:
        """The same as graphql-core has it."""
        return self._schema


def create_schema() -> Schema:
    """The schema; an operation over it is compiled (`execution.py`), and Strawberry executes none."""
    return Schema(
        query=Query,
        types=[Person, Unit, Place, Organisation, Event, Thing],
        config=StrawberryConfig(scalar_map={datetime: _DATE_TIME}),
    )


if __name__ == "__main__":  # python -m claimgraph.api.schema > docs/schema.graphql
    sys.stdout.write(create_schema().as_str() + "\n")
