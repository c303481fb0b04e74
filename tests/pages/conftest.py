"""What the tests of the pages share: the service over the Kherson corpus, asked as a browser asks."""

from collections.abc import AsyncIterator

import httpx
import pytest

from claimgraph.graph.evidence import Evidence
from claimgraph.graph.store import Store
from claimgraph.tests.api.conftest import client_of
from claimgraph.tests.pages.datasets import crowded, fill, hostile

PATIENCE = 120
"""Seconds that a page may take: on a busy machine, Neo4j plans its first statements for long."""
HTML = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.fixture(scope="module")
async def site(store: Store, kherson: Evidence) -> AsyncIterator[httpx.AsyncClient]:
    """A browser without a window, before the Kherson corpus."""
    assert kherson.claims
    async with client_of(store, request_timeout=PATIENCE) as client:
        client.headers.update(HTML)
        yield client


@pytest.fixture(scope="module")
async def hostile_site(store: Store, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[httpx.AsyncClient]:
    """The same before a dataset whose every text is meant to break something."""
    await fill(store, hostile(), tmp_path_factory.mktemp("hostile"))
    async with client_of(store, request_timeout=PATIENCE) as client:
        yield client


@pytest.fixture(scope="module")
async def crowded_site(store: Store, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[httpx.AsyncClient]:
    """The same before two boards with more claims than stand on a page."""
    await fill(store, crowded(), tmp_path_factory.mktemp("crowded"))
    async with client_of(store, request_timeout=PATIENCE) as client:
        yield client


@pytest.fixture
async def away() -> AsyncIterator[httpx.AsyncClient]:
    """A client of a service whose database is not there."""
    async with Store.open("bolt://127.0.0.1:9", "neo4j", "no password", "neo4j") as store, client_of(store) as opened:
        yield opened
