"""GraphQL over HTTP: media types and statuses, and every malformed request refused with a reason. Needs no server."""

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from claimgraph.graph.store import Store
from claimgraph.tests.api.conftest import client_of

JSON = {"content-type": "application/json"}
GRAPHQL = "application/graphql-response+json"

MALFORMED: list[tuple[bytes, str]] = [
    (b"", "no JSON"),
    (b"{", "no JSON"),
    (b"null", "must be a JSON object"),
    (b'"query"', "must be a JSON object"),
    (b"5", "must be a JSON object"),
    (b"[]", "one operation a request"),
    (b'[{"query": "{__typename}"}]', "one operation a request"),
    (b"{}", "`query` must be"),
    (b'{"query": null}', "`query` must be"),
    (b'{"query": ""}', "`query` must be"),
    (b'{"query": " \\n"}', "`query` must be"),
    (b'{"query": 5}', "`query` must be"),
    (b'{"query": ["{__typename}"]}', "`query` must be"),
    (b'{"query": "{__typename}", "variables": []}', "`variables` must be"),
    (b'{"query": "{__typename}", "variables": "{}"}', "`variables` must be"),
    (b'{"query": "{__typename}", "extensions": 1}', "`extensions` must be"),
    (b'{"query": "{__typename}", "operationName": {}}', "`operationName` must be"),
    (b'{"query": "{__typename}", "variables": {"a": NaN}}', "no JSON"),
    (b'{"query": "{__typename}", "variables": {"a": Infinity}}', "no JSON"),
    (b'{"query": "{__typename}", "variables": {"a": "\\ud800"}}', "no JSON"),
    (b'{"query": "{__typename}\xff"}', "no JSON"),
    (b"[" * 100_000, "no JSON"),
    (b'{"query":' * 50_000, "no JSON"),
    (b"\x00", "no JSON"),
    (b"query=%7B__typename%7D", "no JSON"),
]


@pytest.mark.parametrize(("body", "reason"), MALFORMED, ids=[str(body[:50]) for body, _ in MALFORMED])
async def test_malformed_bodies(away: httpx.AsyncClient, body: bytes, reason: str) -> None:
    """Each is 400, with what is wrong in GraphQL's own form."""
    response = await away.post("/graphql", content=body, headers=JSON)
    assert response.status_code == 400
    (error,) = response.json()["errors"]
    assert reason in error["message"]
    assert error["extensions"] == {"code": "BAD_REQUEST"}


INVALID: list[tuple[str, dict[str, Any], str]] = [
    ("{ nope }", {}, "Cannot query field 'nope'"),
    ("{", {}, "Syntax Error"),
    ("{ claims { nodes { id } }", {}, "Syntax Error"),
    ("query A { __typename } query B { __typename }", {}, "say in `operationName`"),
    ("mutation { x }", {}, "no mutations"),
    ("subscription { x }", {}, "no subscriptions"),
    ("{ claim }", {}, "must have a selection of subfields"),
    ("{ claim(id: 5.5) { id } }", {}, "ID cannot represent"),
    ("{ claims(first: 1000) { totalCount } }", {}, "from 1 to 100"),
    ("{ claims(first: 99999999999) { totalCount } }", {}, "32-bit"),
    ('{ claims(after: "x") { totalCount } }', {}, "no cursor of this service"),
    ('{ entity(id: "nonsense") { id } }', {}, "begins with `entity/`"),
    ('{ claims(filter: {assertedFrom: "2022-11-11"}) { totalCount } }', {}, "2022-11-11T05:00:00Z"),
    ('{ claims(filter: {polarity: "DENY"}) { totalCount } }', {}, "Enum 'Polarity'"),
    ("query ($n: Int!) { claims(first: $n) { totalCount } }", {}, "non-null type 'Int!'"),
    ("query ($n: Int!) { claims(first: $n) { totalCount } }", {"n": "5"}, "Int cannot represent"),
    ("query ($n: Int!) { claims(first: $n) { totalCount } }", {"n": 10**30}, "Int cannot represent"),
    ("query ($n: Int!) { claims(first: $n) { totalCount } }", {"n": 1.5}, "Int cannot represent"),
    ("query ($f: ClaimFilter) { claims(filter: $f) { totalCount } }", {"f": {"nope": 1}}, "nope"),
    ("query ($f: ClaimFilter) { claims(filter: $f) { totalCount } }", {"f": [[[[]]]]}, "ClaimFilter"),
    ("{a" * 3000, {}, "nested too deeply"),
    ('fragment f on Claim { ...f } { claim(id: "claim/x") { ...f } }', {}, "within itself"),
    ('{ claim(id: "\\ud800") { id } }', {}, "Syntax Error"),
    ("{ __typename @nope }", {}, "Unknown directive"),
    ("{ __typename @skip(if: 5) }", {}, "Boolean cannot represent"),
]


@pytest.mark.parametrize(("query", "variables", "reason"), INVALID, ids=[query[:60] for query, *_ in INVALID])
@pytest.mark.parametrize(("accept", "status"), [(GRAPHQL, 400), ("application/json", 200), ("*/*", 200)])
async def test_invalid_operations(
    away: httpx.AsyncClient, query: str, variables: dict[str, Any], reason: str, accept: str, status: int
) -> None:
    """An error in words and no data, refused before the database is asked; the status is the specification's."""
    body = json.dumps({"query": query, "variables": variables}).encode()
    response = await away.post("/graphql", content=body, headers={**JSON, "accept": accept})
    content = response.json()
    assert response.status_code == status
    assert response.headers["content-type"].startswith(GRAPHQL if accept == GRAPHQL else "application/json")
    assert "data" not in content
    assert any(reason in error["message"] for error in content["errors"]), content
    assert all(error["extensions"]["code"] for error in content["errors"])


@pytest.mark.parametrize(
    "kind",
    [
        None,
        "text/plain",
        "application/graphql",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/json; charset=utf-16",
    ],
)
async def test_other_content_types(away: httpx.AsyncClient, kind: str | None) -> None:
    """Only JSON in UTF-8: a page of another site can send no such request without asking first."""
    headers = {"content-type": kind} if kind else {}
    response = await away.post("/graphql", content=b'{"query": "{__typename}"}', headers=headers)
    assert response.status_code == 415
    assert "application/json" in response.json()["errors"][0]["message"]


@pytest.mark.parametrize(
    "kind", ["application/json", "Application/JSON; charset=UTF-8", 'application/json;charset="utf-8"']
)
async def test_json_however_it_is_spelt(away: httpx.AsyncClient, kind: str) -> None:
    """Media types know no case, and may say their encoding."""
    response = await away.post("/graphql", content=b'{"query": "{__typename}"}', headers={"content-type": kind})
    assert response.json()["data"] == {"__typename": "Query"}


@pytest.mark.parametrize("announced", [True, False])
async def test_a_body_too_large(announced: bool) -> None:  # noqa: FBT001
    """It is refused by its announced size, or as soon as more has come."""

    async def parts() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b" " * 100

    async with (
        Store.open("bolt://127.0.0.1:9", "neo4j", "none", "neo4j") as store,
        client_of(store, max_body=1000) as client,
    ):
        content = b" " * 10_000 if announced else parts()
        response = await client.post("/graphql", content=content, headers=JSON)
    assert response.status_code == 413
    assert response.json()["errors"][0]["extensions"] == {"code": "TOO_LARGE"}


async def test_get(away: httpx.AsyncClient) -> None:
    """A query in the address, with its variables and the operation's name."""
    params = {
        "query": "query A { __typename } query B($x: Boolean!) { b: __typename @include(if: $x) }",
        "operationName": "B",
        "variables": '{"x": true}',
    }
    response = await away.get("/graphql", params=params)
    assert (response.status_code, response.json()["data"]) == (200, {"b": "Query"})


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({}, "`query` must be"),
        ({"query": "{__typename}", "variables": "{"}, "no JSON"),
        ({"query": "{__typename}", "variables": "[]"}, "`variables` must be"),
        ({"query": ["{__typename}", "{ a: __typename }"]}, "more than once"),
    ],
)
async def test_malformed_gets(away: httpx.AsyncClient, params: dict[str, Any], reason: str) -> None:
    """The same reasons as for bodies."""
    response = await away.get("/graphql", params=params)
    assert response.status_code == 400
    assert reason in response.json()["errors"][0]["message"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "cross-site", "graphql-require-preflight": "1"}, 200),
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "none"}, 200),
    ],
)
async def test_pages_of_other_sites_make_no_gets(away: httpx.AsyncClient, headers: dict[str, str], status: int) -> None:
    """A link or picture elsewhere cannot make a reader's browser ask."""
    response = await away.get("/graphql", params={"query": "{__typename}"}, headers=headers)
    assert response.status_code == status


@pytest.mark.parametrize(
    ("params", "headers"),
    [
        ({"query": "{__typename}"}, {}),
        ({"query": "{__typename}"}, {"accept": "text/html"}),
        ({"query": "{ nope }"}, {"accept": GRAPHQL}),
        ({}, {}),
        ({"query": "{__typename}"}, {"sec-fetch-site": "cross-site"}),
    ],
    ids=str,
)
async def test_head_is_answered_as_get(
    away: httpx.AsyncClient, params: dict[str, str], headers: dict[str, str]
) -> None:
    """HEAD has the status and the headers that GET has, for programs and for browsers."""
    get, head = [await away.request(method, "/graphql", params=params, headers=headers) for method in ("GET", "HEAD")]
    for each in (get, head):
        del each.headers["x-request-id"]
    assert (head.status_code, head.headers) == (get.status_code, get.headers)


async def test_other_methods(away: httpx.AsyncClient) -> None:
    """There is nothing to put or delete."""
    for method in ("PUT", "DELETE", "PATCH"):
        assert (await away.request(method, "/graphql")).status_code == 405


async def test_a_browser_gets_a_hint(away: httpx.AsyncClient) -> None:
    """Someone who opens the address reads how to use it; nothing is fetched from elsewhere."""
    response = await away.get("/graphql", headers={"accept": "text/html,*/*"})
    assert response.status_code == 200
    assert "GraphQL" in response.text
    assert "http" not in response.text.lower().replace("graphql", "")
