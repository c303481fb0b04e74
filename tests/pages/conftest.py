"""What the tests of the pages share: the service over the Kherson corpus, asked as a browser asks."""

from collections.abc import AsyncIterator

import httpx
import pytest

from claimgraph.graph.evidence import Evidence
from claimgraph.graph.store import Store
from claimgraph.tests.api.conftest import client_of

HTML = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.fixture(scope="module")
async def site(store: Store, kherson: Evidence) -> AsyncIterator[httpx.AsyncClient]:
    """A browser without a window, before the Kherson corpus."""
    assert kherson.claims
    async with client_of(store) as client:
        client.headers.update(HTML)
        yield client
