"""Links: wherever the app is mounted and whatever stands in front, each leads to something."""

import html
import re
from collections import deque
from urllib.parse import urljoin, urlsplit

import httpx
import pytest
from fastapi import FastAPI

from claimgraph.api.app import create_app
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.store import Store
from claimgraph.settings import Settings
from claimgraph.tests.pages.conftest import HTML, PATIENCE

MOST = 80
"""Pages that are followed."""


def links(page: str) -> list[str]:
    """Every address in a page: of links, styles, images and forms."""
    return [html.unescape(each) for each in re.findall(r'(?:href|src|action)="([^"]*)"', page)]


async def followed(client: httpx.AsyncClient, start: str) -> dict[str, int]:
    """The status of each address within the site that is reached from there, breadth first."""
    found: dict[str, int] = {}
    waiting = deque([start])
    origin = urlsplit(start)[:2]
    while waiting and len(found) < MOST:
        address = waiting.popleft().partition("#")[0]
        if address in found or urlsplit(address)[:2] != origin:
            continue
        response = await client.get(address, headers=HTML)
        found[address] = response.status_code
        if response.headers["content-type"].startswith("text/html"):
            waiting += [urljoin(address, link) for link in links(response.text)]
    return found


def host_of(store: Store, prefix: str) -> FastAPI:
    """An app of someone else's, in which ours is mounted."""
    host = FastAPI()
    host.mount(prefix, create_app(store, Settings(request_timeout=PATIENCE)))
    return host


@pytest.mark.parametrize("prefix", ["", "/kg", "/a b/ж:1"])
async def test_every_link_leads_somewhere(store: Store, kherson: Evidence, prefix: str) -> None:
    """Mounted at a prefix, all links stay below it and are answered."""
    assert kherson.claims
    transport = httpx.ASGITransport(host_of(store, prefix))
    async with httpx.AsyncClient(transport=transport, base_url="http://host.example") as client:
        start = str(httpx.URL(f"http://host.example{prefix}/"))
        found = await followed(client, start)
    assert len(found) == MOST
    assert {address: status for address, status in found.items() if status != 200} == {}
    assert all(address.startswith(start) for address in found)


async def test_behind_a_proxy(store: Store, kherson: Evidence) -> None:
    """With a public address, links and canonical addresses are that address's, whatever the request says."""
    assert kherson.claims
    app = create_app(store, Settings(public_url="https://claims.example.org/kg/", request_timeout=PATIENCE))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://inside:8000") as client:
        page = (await client.get("/", headers=HTML)).text
    assert '<link rel="canonical" href="https://claims.example.org/kg/">' in page
    assert all(link.startswith(("/kg/", "https://claims.example.org/kg/", "#")) for link in links(page)), links(page)


async def test_ids_with_odd_keys_are_found(store: Store, kherson: Evidence) -> None:
    """An id is its page's path as it stands; written otherwise it is found as well."""
    assert kherson.claims
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(host_of(store, "/kg")), base_url="http://host"
    ) as client:
        for path in ("/kg/entity/kherson/ru-mod", "/kg/entity/kherson/ru%2Dmod", "/%6bg/entity/kherson/ru-mod"):
            response = await client.get(path, headers=HTML, follow_redirects=True)
            assert response.status_code == 200
