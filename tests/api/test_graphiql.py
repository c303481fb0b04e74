"""GraphiQL over HTTP: what browsers get at the endpoint and what programs still get, its files, and its examples."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urljoin

import httpx
import platformdirs
import pytest
from fastapi import FastAPI

from claimgraph.api.app import create_app
from claimgraph.api.graphiql import page
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.local.artifacts import jar_folder
from claimgraph.graph.local.cache import fetch_webjars
from claimgraph.graph.progress import Silent
from claimgraph.graph.store import Store
from claimgraph.settings import Settings
from claimgraph.tests.api.conftest import Json, client_of

ROOT = Path(__file__).resolve().parents[2]
BROWSER = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
LINK = {"query": "{ statistics { version } }", "variables": "{}", "operationName": "None"}


@pytest.fixture(scope="session")
async def cache() -> Path:
    """The cache of all checkouts, with GraphiQL's jars in it."""
    folder = platformdirs.user_cache_path("claimgraph")
    await fetch_webjars(jar_folder(folder), None, Silent())
    return folder


@pytest.fixture
async def store_away() -> AsyncIterator[Store]:
    """A database that is not there: for what must not ask it."""
    async with Store.open("bolt://127.0.0.1:9", "neo4j", "no password", "neo4j") as store:
        yield store


@pytest.fixture
async def client(store_away: Store, cache: Path) -> AsyncIterator[httpx.AsyncClient]:
    """A client of a service with GraphiQL and without a database."""
    async with client_of(store_away, cache=cache) as opened:
        yield opened


def addresses(html: str) -> list[str]:
    """Every address on a page but the empty icon's."""
    found = re.findall(r'(?:src|href)="([^"]*)"', html)
    assert found.count("data:,") == 1
    return [address for address in found if address != "data:,"]


async def test_the_page_runs_our_own_files_alone(client: httpx.AsyncClient) -> None:
    """Scripts and styles come from the service; nothing stands inline, is framed, or sends a form."""
    response = await client.get("/graphql", headers=BROWSER)
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    policy = dict(part.split(" ", 1) for part in response.headers["content-security-policy"].split("; "))
    assert (policy["default-src"], policy["script-src"], policy["connect-src"]) == ("'none'", "'self'", "'self'")
    assert policy["base-uri"] == policy["form-action"] == policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in response.headers["content-security-policy"]
    assert re.findall(r"<script(?! defer src=)|<style| style=| on\w+=", response.text) == []
    assert "://" not in response.text


async def test_its_files_are_kept_for_good(client: httpx.AsyncClient) -> None:
    """Each address on the page names its content, so that a browser asks once; an old one is asked about each time."""
    html = (await client.get("/graphql", headers=BROWSER)).text
    assert len(addresses(html)) == 6
    for address in addresses(html):
        response = await client.get(urljoin("/graphql", address))
        assert response.status_code == 200
        kind = "text/css" if ".css?" in address else "text/javascript"
        assert response.headers["content-type"] == f"{kind}; charset=utf-8"
        assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert response.headers["x-content-type-options"] == "nosniff"
        old = await client.get(urljoin("/graphql", address.rpartition("=")[0] + "=0"))
        assert (old.content, old.headers["cache-control"]) == (response.content, "no-cache")


@pytest.mark.parametrize("name", ["", "page.py", "index.html", "..%2fapp.py", "graphiql.js", "%00"])
async def test_other_files_are_not_there(client: httpx.AsyncClient, name: str) -> None:
    """Only what the page needs is served."""
    assert (await client.get(f"/graphiql/{name}")).status_code == 404


async def test_under_a_prefix(store_away: Store, cache: Path) -> None:
    """Mounted in a host app, the page finds its files there."""
    host = FastAPI()
    host.mount("/some/claims", create_app(store_away, Settings(cache=cache)))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(host), base_url="http://test") as client:
        opened = await client.get("/some/claims/graphql", headers=BROWSER)
        for address in addresses(opened.text):
            assert (await client.get(str(opened.url.join(address)))).status_code == 200


async def test_a_link_runs_nothing(client: httpx.AsyncClient) -> None:
    """What a browser gets is the same whatever the address asks: its script shows it, the server runs nothing."""
    plain = await client.get("/graphql", headers=BROWSER)
    linked = await client.get("/graphql", params=LINK, headers={**BROWSER, "sec-fetch-site": "cross-site"})
    assert (linked.status_code, linked.text) == (200, plain.text)
    assert linked.headers["vary"] == "accept"


@pytest.mark.parametrize(
    "accept", ["*/*", "application/json", "application/graphql-response+json", "application/json, text/html;q=0.5"]
)
async def test_programs_get_answers(client: httpx.AsyncClient, accept: str) -> None:
    """Who does not ask for a page, or asks for JSON beside it, has its query run."""
    response = await client.get("/graphql", params={"query": "{ __typename }"}, headers={"accept": accept})
    assert response.json()["data"] == {"__typename": "Query"}
    asked_nothing = await client.get("/graphql", headers={"accept": accept})
    assert asked_nothing.status_code == 400


async def test_without_the_jars_a_page_says_so(store_away: Store, tmp_path: Path) -> None:
    """The app itself fetches nothing: a browser reads what stands here and how GraphiQL comes, and no query runs."""
    async with client_of(store_away, cache=tmp_path) as client:
        for params in ({}, LINK):
            response = await client.get("/graphql", params=params, headers=BROWSER)
            assert response.status_code == 200
            assert "This is a GraphQL endpoint" in response.text
            assert "GraphiQL" in response.text
            assert "<script" not in response.text
        assert (await client.get("/graphiql/start.js")).status_code == 404
    assert not (tmp_path / "neo4j").exists()


async def test_jars_that_come_later_are_found(store_away: Store, cache: Path, tmp_path: Path) -> None:
    """A service that was started before GraphiQL was fetched has it from then on."""
    async with client_of(store_away, cache=tmp_path / "later") as client:
        assert "<script" not in (await client.get("/graphql", headers=BROWSER)).text
        (tmp_path / "later").symlink_to(cache)
        assert "<script" in (await client.get("/graphql", headers=BROWSER)).text


async def test_turned_off(store_away: Store, cache: Path) -> None:
    """Without GraphiQL a browser reads how to ask, and there are no files."""
    async with client_of(store_away, cache=cache, graphiql=False) as client:
        response = await client.get("/graphql", params=LINK, headers=BROWSER)
        assert "This is a GraphQL endpoint" in response.text
        assert "GraphiQL" not in response.text
        assert (await client.get("/graphiql/start.js")).status_code == 404


@pytest.mark.parametrize("name", page.EXAMPLES)
async def test_an_example_has_an_answer(store: Store, kherson: Evidence, name: str) -> None:
    """Each example says what it asks, has a name for its tab, and gets something of each thing that it asks for."""
    assert kherson.claims
    text = page.examples()[name]
    assert re.match(r"(# .+\n)+query [A-Z]\w+\b", text)
    async with client_of(store) as client:
        response = await client.post("/graphql", json={"query": text})
    answer: dict[str, Json] = response.json()
    assert answer.keys() == {"data", "extensions"}
    for asked, found in answer["data"].items():
        assert found, asked
        assert all(found[key] for key in ("nodes", "edges") if key in found), asked


def test_each_example_has_a_tab() -> None:
    """Every file of the folder is shown."""
    folder = ROOT / "api" / "graphiql" / "examples"
    assert sorted(page.EXAMPLES) == sorted(path.stem for path in folder.iterdir())


def test_the_readme_asks_examples() -> None:
    """Each query of the README is one of the examples, to the letter."""
    shown = re.findall(r"```graphql\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert shown
    assert set(shown) <= set(page.examples().values())
