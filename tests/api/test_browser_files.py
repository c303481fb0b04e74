"""What Neo4j Browser fetches from the service."""

import httpx
import pytest

from claimgraph.api.app import create_app
from claimgraph.graph.browser.guide import guide_html, saved_queries
from claimgraph.graph.browser.style import as_grass
from claimgraph.graph.store import Store
from claimgraph.settings import Settings

FILES = {
    "guide.html": (guide_html().encode(), "text/html"),
    "style.grass": (as_grass().encode(), "text/plain"),
    "queries.zip": (saved_queries(), "application/zip"),
}
ORIGIN = {"Origin": "http://127.0.0.1:7474"}


@pytest.mark.parametrize("name", FILES)
async def test_a_file_is_served_to_any_origin(store: Store, name: str) -> None:
    """Whole, with its type, after the question whether Browser's own headers are allowed."""
    content, media_type = FILES[name]
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(create_app(store, Settings())), base_url="http://x"
    ) as client:
        asking = {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "cache-control,pragma"}
        allowed = await client.options(f"/browser/{name}", headers=ORIGIN | asking)
        assert allowed.status_code == 200
        assert allowed.headers["access-control-allow-origin"] == "*"
        assert allowed.headers["access-control-allow-headers"] == "cache-control,pragma"
        found = await client.get(f"/browser/{name}", headers=ORIGIN)
    assert (found.status_code, found.content) == (200, content)
    assert found.headers["content-type"].partition(";")[0] == media_type
    assert found.headers["access-control-allow-origin"] == "*"


async def test_there_is_nothing_else(store: Store) -> None:
    """Another name is not found, and nothing is changed there."""
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(create_app(store, Settings())), base_url="http://x"
    ) as client:
        assert (await client.get("/browser/other")).status_code == 404
        assert (await client.post("/browser/guide.html")).status_code == 405
