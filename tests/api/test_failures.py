"""What happens to an answer when a part of it cannot be had, and while a big load is open."""

import logging
from collections.abc import AsyncIterator, Mapping
from typing import Any

import httpx
import pytest

from claimgraph.graph.errors import QueryFailed, QueryTimedOut
from claimgraph.graph.local.server import Running
from claimgraph.graph.store import Rows, Store
from claimgraph.tests.api import corpus
from claimgraph.tests.api.conftest import client_of

pytestmark = pytest.mark.usefixtures("graph")


class Flawed(Store):
    """The real database, where statements with some text in them fail."""

    flaw = "\\0"
    error: Exception = QueryFailed("the secret reason")

    async def read(self, text: str, params: Mapping[str, Any], *, timeout: float) -> Rows:  # noqa: ASYNC109 - the store's own signature
        """As the real one, but for the flaw."""
        if self.flaw in text:
            raise self.error
        return await super().read(text, params, timeout=timeout)


@pytest.fixture
async def flawed(neo4j_server: Running) -> AsyncIterator[Flawed]:
    """The database with a flaw."""
    server = neo4j_server
    async with Flawed.open(server.bolt_uri, server.user, server.password, "neo4j") as opened:
        yield opened


@pytest.fixture
async def client(flawed: Flawed) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the service over it."""
    async with client_of(flawed) as opened:
        yield opened


QUERY = """query ($id: ID!) {
  good: claim(id: $id) { id } bad: entity(id: "entity/alpha/town") { description }
  t: __typename statistics { version } schema: __schema { queryType { name } } }"""


async def test_only_the_guilty_field_is_null(
    client: httpx.AsyncClient, flawed: Flawed, caplog: pytest.LogCaptureFixture
) -> None:
    """The root fields run again apart; the reason stays in the log."""
    flawed.flaw = "description"
    with caplog.at_level(logging.ERROR):
        response = await client.post("/graphql", json={"query": QUERY, "variables": {"id": corpus.WITHDREW.id}})
    content = response.json()
    assert response.status_code == 200
    assert content["data"] == {
        "good": {"id": corpus.WITHDREW.id},
        "bad": None,
        "t": "Query",
        "statistics": {"version": 2},
        "schema": {"queryType": {"name": "Query"}},
    }
    assert list(content["data"]) == ["good", "bad", "t", "statistics", "schema"]
    (error,) = content["errors"]
    assert error["path"] == ["bad"]
    assert error["extensions"] == {"code": "INTERNAL"}
    assert "secret" not in response.text
    assert "the secret reason" in caplog.text


async def test_a_guilty_field_that_may_not_be_null(client: httpx.AsyncClient, flawed: Flawed) -> None:
    """Then there is no data."""
    flawed.flaw = "statistics"
    response = await client.post("/graphql", json={"query": QUERY, "variables": {"id": corpus.WITHDREW.id}})
    assert response.status_code == 200
    assert response.json()["data"] is None
    assert [error["path"] for error in response.json()["errors"]] == [["statistics"]]


async def test_a_timeout(client: httpx.AsyncClient, flawed: Flawed) -> None:
    """A query that takes too long is ended, and is not tried again in parts."""
    flawed.flaw, flawed.error = "description", QueryTimedOut("too slow")
    response = await client.post("/graphql", json={"query": QUERY, "variables": {"id": corpus.WITHDREW.id}})
    assert response.status_code == 504
    assert response.json()["errors"] == [{"message": "too slow", "extensions": {"code": "TIMEOUT"}}]


async def test_while_a_big_load_is_open(client: httpx.AsyncClient, graph: Store) -> None:
    """Answers say so."""
    body = {"query": "{ statistics { version } }"}
    assert "loading" not in (await client.post("/graphql", json=body)).json()["extensions"]
    opened = "MATCH (graph:Graph {id: 'graph'}) SET graph.open_run = $run"
    await graph.write(lambda tx: tx.run(opened, {"run": "run/1"}))
    assert (await client.post("/graphql", json=body)).json()["extensions"]["loading"]
    await graph.write(lambda tx: tx.run(opened, {"run": None}))


async def test_a_cursor_of_another_entity(client: httpx.AsyncClient) -> None:
    """It is refused at its place, with a code."""
    query = """query ($id: ID!, $after: String) { entity(id: $id) {
      claims(first: 1, after: $after) { pageInfo { endCursor } } } }"""
    force = (await client.post("/graphql", json={"query": query, "variables": {"id": corpus.FORCE}})).json()
    after = force["data"]["entity"]["claims"]["pageInfo"]["endCursor"]
    variables = {"id": "entity/alpha/town", "after": after}
    content = (await client.post("/graphql", json={"query": query, "variables": variables})).json()
    assert content["data"] == {"entity": None}
    (error,) = content["errors"]
    assert error["path"] == ["entity", "claims"]
    assert error["extensions"] == {"code": "BAD_CURSOR"}
