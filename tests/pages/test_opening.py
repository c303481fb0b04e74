"""From the pages to Neo4j Browser, and what a service without one says."""

from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from claimgraph.graph.evidence import Evidence
from claimgraph.graph.store import Store
from claimgraph.tests.api.conftest import client_of
from claimgraph.tests.pages.conftest import HTML, PATIENCE

BROWSER = "http://127.0.0.1:7474/browser/?dbms=bolt://neo4j@127.0.0.1:7687"
REZNIKOV = "entity/kherson/reznikov"


async def test_each_thing_opens_in_browser(store: Store, kherson: Evidence) -> None:
    """Beside each thing a link leads to Browser with a statement about it; the first page's leads to the guide."""
    assert kherson.claims
    async with client_of(store, browser_url=BROWSER, request_timeout=PATIENCE) as client:
        page = (await client.get(f"/{REZNIKOV}", headers=HTML, timeout=60)).text
        assert f'href="/open/{REZNIKOV}"' in page
        assert page.count('href="/open/claim/') > 5
        opened = await client.get(f"/open/{REZNIKOV}")
        guide = await client.get("/open/guide")
    arguments = parse_qs(urlsplit(opened.headers["location"]).query)
    assert opened.headers["location"].startswith(BROWSER)
    assert arguments["cmd"] == ["edit"]
    assert f"'{REZNIKOV}'" in arguments["arg"][0]
    assert parse_qs(urlsplit(guide.headers["location"]).query)["arg"] == ["http://test/browser/guide.html"]


@pytest.mark.parametrize(("path", "status"), [("dataset/kherson", 400), ("nonesuch", 400)])
async def test_only_things_open(store: Store, path: str, status: int) -> None:
    """What Browser has no statement for is refused in words."""
    async with client_of(store, browser_url=BROWSER, request_timeout=PATIENCE) as client:
        response = await client.get(f"/open/{path}")
    assert (response.status_code, response.json()["code"]) == (status, "INVALID_INPUT")


async def test_without_a_browser(site: httpx.AsyncClient) -> None:
    """Where no Browser is known, no page links to one, and the address says what would name one."""
    assert "/open/" not in (await site.get(f"/{REZNIKOV}")).text
    response = await site.get("/open/guide")
    assert response.status_code == 404
    assert "CLAIMGRAPH_BROWSER_URL" in response.text
