"""The corpora that the endpoint and the oracle are both asked about, each in the real database."""

from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from claimgraph.api.app import create_app
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load
from claimgraph.graph.store import Store
from claimgraph.loaders.inputs import compile_inputs
from claimgraph.settings import Settings
from claimgraph.tests.conftest import wipe
from claimgraph.tests.oracle import merged
from claimgraph.tests.oracle.query import answer
from claimgraph.tests.oracle.world import Corpus, World

pytest.register_assert_rewrite("claimgraph.tests.oracle.comparison")

_ROOT = Path(__file__).parents[2]
_FOLDERS = (_ROOT / "examples" / "kherson", _ROOT / "tests" / "corpora" / "small")
CORPORA: dict[str, Callable[[], Corpus]] = {
    "real": lambda: Corpus((compile_inputs(_FOLDERS).evidence,)),
    "merged": lambda: merged.CORPUS,
}
"""The repository's own two in one database, and a made-up one in which much is merged and retracted."""


@dataclass(frozen=True, slots=True)
class Both:
    """One corpus, to be asked about either way."""

    world: World
    client: httpx.AsyncClient

    async def endpoint(self, query: str, variables: Mapping[str, Any], operation: str | None = None) -> dict[str, Any]:
        """The endpoint's answer, over HTTP."""
        content = {"query": query, "variables": dict(variables), "operationName": operation}
        response = await self.client.post("/graphql", json=content)
        assert response.status_code == 200, response.text
        found: dict[str, Any] = response.json()
        return found

    def oracle(self, query: str, variables: Mapping[str, Any], operation: str | None = None) -> dict[str, Any]:
        """The oracle's answer, as JSON."""
        return dict(answer(self.world, query, variables, operation).formatted)


@pytest.fixture(scope="module")
async def both(request: pytest.FixtureRequest, store: Store) -> AsyncIterator[Both]:
    """Each corpus, loaded and served."""
    chosen = CORPORA[request.param]()
    await wipe(store)
    marks = [datetime.now(UTC)]
    for each in chosen.loads:
        await load(store, each, Silent())
        marks.append(datetime.now(UTC))
    async with client_of(store) as client:
        yield Both(World(chosen, marks), client)


def client_of(store: Store) -> httpx.AsyncClient:
    """A client of the service over that store, whatever a query costs: graphs this small cannot be asked too much."""
    transport = httpx.ASGITransport(create_app(store, Settings(request_timeout=60, max_cost=10**12)))
    return httpx.AsyncClient(transport=transport, base_url="http://test")
