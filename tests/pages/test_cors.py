"""Cross-origin requests: listed origins read every answer, others none; without a list nothing changes."""

from collections.abc import AsyncIterator

import httpx
import pytest

from claimgraph.graph.store import Store
from claimgraph.tests.api.conftest import client_of

PAPER, BLOG = "https://paper.example.org", "https://blog.example.org:8443"
ASKED = "access-control-request-method", "access-control-request-headers"
ALLOWED = "access-control-allow-origin"


@pytest.fixture
async def nowhere() -> AsyncIterator[Store]:
    """A store without a database: headers need none."""
    async with Store.open("bolt://127.0.0.1:9", "neo4j", "no password", "neo4j") as store:
        yield store


async def preflight(client: httpx.AsyncClient, origin: str, headers: str, method: str = "POST") -> httpx.Response:
    """What a browser is told before it lets a script of that origin send such a request."""
    return await client.options("/graphql", headers={"origin": origin, ASKED[0]: method, ASKED[1]: headers})


async def test_without_a_list_no_other_origin_reads_anything(nowhere: Store) -> None:
    """No answer names an origin, and no preflight succeeds; only our own files are for everyone."""
    async with client_of(nowhere) as client:
        for path in ("/graphql?query={__typename}", "/embed/claim/c1x", "/oembed?url=x", "/health"):
            response = await client.get(path, headers={"origin": PAPER})
            assert ALLOWED not in response.headers
        assert (await preflight(client, PAPER, "content-type")).status_code == 405
        for path in ("/embed.js", "/static/pieces.css"):
            assert (await client.get(path, headers={"origin": PAPER})).headers[ALLOWED] == "*"


@pytest.mark.parametrize("origin", [PAPER, BLOG])
@pytest.mark.parametrize(
    "headers",
    [
        "content-type",
        "authorization,content-type",
        "graphql-require-preflight",
        "apollo-require-preflight",
        "apollographql-client-name,apollographql-client-version,content-type",
    ],
)
async def test_a_listed_origin_may_ask_graphql(nowhere: Store, origin: str, headers: str) -> None:
    """The preflight of a GraphQL client succeeds, and the answer is for that origin alone, without credentials."""
    async with client_of(nowhere, cors_origins=f"{PAPER} , https://BLOG.example.org:8443") as client:
        allowed = await preflight(client, origin, headers)
        assert (allowed.status_code, allowed.headers[ALLOWED]) == (200, origin)
        answer = await client.post("/graphql", json={"query": "{ __typename }"}, headers={"origin": origin})
        assert answer.json()["data"] == {"__typename": "Query"}
        assert (answer.headers[ALLOWED], answer.headers["vary"]) == (origin, "Origin")
        assert "access-control-allow-credentials" not in {**allowed.headers, **answer.headers}


async def test_another_origin_is_not_allowed(nowhere: Store) -> None:
    """An origin that is not listed, be it a part of one, is refused."""
    async with client_of(nowhere, cors_origins=PAPER) as client:
        for origin in (BLOG, "https://paper.example.org.evil.org", "http://paper.example.org", "null"):
            assert (await preflight(client, origin, "content-type")).status_code == 400
            answer = await client.post("/graphql", json={"query": "{ __typename }"}, headers={"origin": origin})
            assert ALLOWED not in answer.headers
        assert (await preflight(client, PAPER, "content-type", "DELETE")).status_code == 400
        assert (await preflight(client, PAPER, "x-forwarded-for")).status_code == 400


async def test_what_went_wrong_can_be_read_too(nowhere: Store) -> None:
    """A failure is for a listed origin to read as well, so that an element can say what it was."""
    async with client_of(nowhere, cors_origins=PAPER) as client:
        for path, status in (("/embed/claim/c1x", 503), ("/embed/claim/c1x?known=soon", 400), ("/nothing", 404)):
            response = await client.get(path, headers={"origin": PAPER, "accept": "text/html"})
            assert (response.status_code, response.headers[ALLOWED]) == (status, PAPER)
        page = await client.get("/embed/claim/c1x", headers={"origin": PAPER})
        assert {each.strip() for each in page.headers["vary"].split(",")} == {"accept", "Origin"}


async def test_a_star_allows_every_origin(nowhere: Store) -> None:
    """`*` allows any origin, still without credentials."""
    async with client_of(nowhere, cors_origins="*") as client:
        assert (await preflight(client, BLOG, "content-type")).headers[ALLOWED] == "*"
        answer = await client.get("/health", headers={"origin": PAPER})
        assert answer.headers[ALLOWED] == "*"
        assert "access-control-allow-credentials" not in answer.headers


@pytest.mark.parametrize("origins", ["", PAPER, "*"])
async def test_neo4j_browser_gets_its_guide_whatever_is_listed(nowhere: Store, origins: str) -> None:
    """It asks from an origin and with headers of its own, which the list does not know."""
    asking = {"origin": "http://127.0.0.1:7474", ASKED[0]: "GET", ASKED[1]: "cache-control,pragma"}
    async with client_of(nowhere, cors_origins=origins) as client:
        assert (await client.options("/browser/guide.html", headers=asking)).status_code == 200
        guide = await client.get("/browser/guide.html", headers={"origin": asking["origin"]})
    assert (guide.status_code, guide.headers.get_list(ALLOWED)) == (200, ["*"])
