"""What the endpoint's tests share: the small graph in the real database, and a client of the service over it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx
import pytest

from claimgraph.api.app import create_app
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load
from claimgraph.graph.store import Store
from claimgraph.settings import Settings
from claimgraph.tests.api import corpus
from claimgraph.tests.conftest import wipe
from claimgraph.tests.synthetic import made_up

Json = Any
"""An answer, or a part of it."""
Ask = Callable[..., Awaitable[Json]]
"""Asks the endpoint a query and gives the answer's data; an answer with errors fails the test."""

MANY = made_up(seed=11, claims=250)
"""A third dataset, for lists of several pages."""


@pytest.fixture(scope="module")
async def graph(store: Store) -> Store:
    """The database with the small graph, and with many made-up claims."""
    await wipe(store)
    await load(store, [corpus.BEFORE], Silent())
    await load(store, [corpus.ALPHA, corpus.BETA, MANY], Silent())
    return store


@pytest.fixture(scope="module")
async def client(graph: Store) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the service over that graph."""
    async with client_of(graph) as opened:
        yield opened


@pytest.fixture(scope="module")
def ask(client: httpx.AsyncClient) -> Ask:
    """Asks for data, for tests that expect no error."""

    async def asked(query: str, **variables: object) -> Json:
        response = await client.post("/graphql", json={"query": query, "variables": variables})
        content = response.json()
        assert "errors" not in content, content["errors"]
        assert response.status_code == 200
        return content["data"]

    return asked


@pytest.fixture
async def away() -> AsyncIterator[httpx.AsyncClient]:
    """A client of a service whose database is not there: enough for what is refused before it is asked."""
    async with Store.open("bolt://127.0.0.1:9", "neo4j", "no password", "neo4j") as store, client_of(store) as opened:
        yield opened


def client_of(store: Store, **settings: Json) -> httpx.AsyncClient:
    """A client of the service over that store, without a network in between."""
    transport = httpx.ASGITransport(create_app(store, Settings(**settings)))
    return httpx.AsyncClient(transport=transport, base_url="http://test")
