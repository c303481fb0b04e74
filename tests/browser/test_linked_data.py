"""The data blocks and links of pages, as a browser under their policy sees them."""

import json
from collections.abc import AsyncIterator

import pytest

from claimgraph.api.app import create_app
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.store import Store
from claimgraph.settings import Settings
from claimgraph.tests.browser.conftest import Opened, serving
from claimgraph.tests.pages.conftest import PATIENCE

LOSSES = "issue/losses/kherson:russia/kherson:withdrawal"


@pytest.fixture(scope="module")
async def patient(store: Store, kherson: Evidence) -> AsyncIterator[str]:
    """Address of the service over the Kherson corpus, however long Neo4j plans."""
    assert kherson.claims
    async with serving(create_app(store, Settings(request_timeout=PATIENCE))) as address:
        yield address


@pytest.mark.parametrize("path", ["", LOSSES, "entity/kherson/kherson-city"])
async def test_the_policy_lets_data_blocks_be(patient: str, opened: Opened, path: str) -> None:
    """A page with linked data logs no violation, and the browser finds the block and the other forms."""
    async with opened() as page:
        response = await page.goto(f"{patient}/{path}", timeout=1000 * PATIENCE)
        assert response
        assert "default-src 'none'" in response.headers["content-security-policy"]
        block = await page.locator('script[type="application/ld+json"]').text_content()
        assert json.loads(block or "")["@context"][0] == "https://schema.org"
        links = await page.locator('link[rel="alternate"]').evaluate_all("all => all.map(each => each.type)")
        assert {"text/csv", "application/ld+json"} <= set(links)
        assert await page.get_by_text("Take it away: CSV").is_visible()
