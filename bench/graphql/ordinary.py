"""Strawberry used the ordinary way: a resolver a field, DataLoaders for what is referred to, over the same graph.

python -m claimgraph.bench.graphql.ordinary PORT, with FLOOR_BOLT, FLOOR_USER and FLOOR_PASSWORD
"""

import os
import sys
from collections.abc import Callable
from enum import Enum
from typing import Any, Optional

import strawberry
import uvicorn
from fastapi import FastAPI
from strawberry.dataloader import DataLoader
from strawberry.fastapi import GraphQLRouter
from strawberry.types import Info

from claimgraph.graph.store import Store

_CLAIM = (
    "claim {.id, .text, .predicate, .polarity, .modality,"
    " .subject_id, .object_id, .during_id, .claimant_id, .source_id}"
)
_ENTITIES = "MATCH (e:Entity) WHERE e.id IN $ids RETURN e {.id, .kind, .name}"
_SOURCES = "MATCH (s:Source) WHERE s.id IN $ids RETURN s {.id, .title}"
_OF_ENTITY = (
    "MATCH (claim:Claim) WHERE claim.subject_id = $id AND claim.live "
    f"RETURN {_CLAIM} ORDER BY claim.subject_id DESC, claim.sort_at DESC, claim.id DESC LIMIT $first"
)
_NEWEST = (
    "MATCH (claim:Claim) WHERE claim.live AND claim.sort_at IS NOT NULL AND claim.id IS NOT NULL "
    f"RETURN {_CLAIM} ORDER BY claim.sort_at DESC, claim.id DESC LIMIT $first"
)
_COUNT = "MATCH (claim:Claim) WHERE claim.predicate = $predicate AND claim.live RETURN count(claim)"
_SEARCH = (
    "CALL db.index.fulltext.queryNodes('claim_texts', $text, {limit: 20}) YIELD node AS claim, score "
    f"RETURN {_CLAIM} ORDER BY score DESC"
)
Context = Info[dict[str, Any], None]


@strawberry.enum
class Role(Enum):
    """What an entity is in a claim."""

    SUBJECT = "subject"


@strawberry.enum
class Kind(Enum):
    """What a search finds."""

    CLAIM = "claim"


@strawberry.type
class Entity:
    """Whatever a claim is about."""

    id: strawberry.ID
    kind: str
    name: str

    @strawberry.field
    async def claims(self, info: Context, first: int = 20, role: Optional["Role"] = None) -> "Claims":
        """What is said of it."""
        del role
        return Claims(nodes=await _claims(info, _OF_ENTITY, id=self.id, first=first))


@strawberry.type
class Source:
    """A document."""

    id: strawberry.ID
    title: str | None


@strawberry.type
class Claim:
    """One thing said."""

    row: strawberry.Private[dict[str, Any]]
    id: strawberry.ID
    text: str
    predicate: str
    polarity: str
    modality: str

    @strawberry.field
    async def subject(self, info: Context) -> Entity:
        """What it is about."""
        return await _entity(info, self.row["subject_id"])

    @strawberry.field
    async def object(self, info: Context) -> Entity | None:
        """What it names beside that."""
        return await _entity(info, self.row["object_id"]) if self.row["object_id"] else None

    @strawberry.field
    async def during(self, info: Context) -> Entity | None:
        """The event."""
        return await _entity(info, self.row["during_id"]) if self.row["during_id"] else None

    @strawberry.field
    async def claimant(self, info: Context) -> Entity:
        """Who says it."""
        return await _entity(info, self.row["claimant_id"])

    @strawberry.field
    async def source(self, info: Context) -> Source:
        """Where it stands."""
        return Source(**await info.context["sources"].load(self.row["source_id"]))


@strawberry.type
class Claims:
    """A page."""

    nodes: list[Claim]


@strawberry.input
class Filter:
    """Which claims."""

    predicate: str


@strawberry.type
class Counted(Claims):
    """A page with its count."""

    predicate: strawberry.Private[str | None] = None

    @strawberry.field
    async def total_count(self, info: Context) -> int:
        """How many there are."""
        rows = await info.context["store"].read(_COUNT, {"predicate": self.predicate}, timeout=10)
        return int(rows[0][0])


@strawberry.type
class Query:
    """What the measurement asks."""

    @strawberry.field
    async def claim(self, info: Context, id: strawberry.ID) -> Claim | None:  # noqa: A002
        """One claim."""
        found = await _claims(info, f"MATCH (claim:Claim {{id: $id}}) RETURN {_CLAIM}", id=id)
        return found[0] if found else None

    @strawberry.field
    async def entity(self, info: Context, id: strawberry.ID) -> Entity | None:  # noqa: A002
        """One entity."""
        return await _entity(info, id)

    @strawberry.field
    async def claims(
        self,
        info: Context,
        first: int = 20,
        filter: Filter | None = None,  # noqa: A002
    ) -> Counted:
        """The newest; counted where they are filtered."""
        if filter:
            return Counted(nodes=[], predicate=filter.predicate)
        return Counted(nodes=await _claims(info, _NEWEST, first=first))

    @strawberry.field
    async def search(self, info: Context, text: str, kinds: list["Kind"]) -> Claims:
        """Claims by their words."""
        del kinds
        return Claims(nodes=await _claims(info, _SEARCH, text=text))


async def _entity(info: Context, identifier: str) -> Entity:
    return Entity(**await info.context["entities"].load(identifier))


async def _claims(info: Context, statement: str, /, **params: object) -> list[Claim]:
    rows = await info.context["store"].read(statement, params, timeout=10)
    names = ("id", "text", "predicate", "polarity", "modality")
    return [Claim(row=row, **{name: row[name] for name in names}) for (row,) in rows]


def _loader(store: Store, text: str) -> DataLoader[str, Any]:
    async def load(ids: list[str]) -> list[Any]:
        found = {row["id"]: row for (row,) in await store.read(text, {"ids": ids}, timeout=10)}
        return [found[each] for each in ids]

    return DataLoader(load_fn=load)


def context_of(store: Store) -> Callable[[], dict[str, Any]]:
    """What a request's resolvers share."""
    return lambda: {"store": store, "entities": _loader(store, _ENTITIES), "sources": _loader(store, _SOURCES)}


if __name__ == "__main__":
    opened = Store.open(os.environ["FLOOR_BOLT"], os.environ["FLOOR_USER"], os.environ["FLOOR_PASSWORD"], "neo4j")
    service = FastAPI()
    router: Any = GraphQLRouter(strawberry.Schema(Query), context_getter=context_of(opened))
    service.include_router(router, prefix="/graphql")
    uvicorn.run(service, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
