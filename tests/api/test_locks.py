"""Who may ask, and what: API keys, documents that the service knows, a schema that is not shown. Needs no server."""

import asyncio
import base64
import json
import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from claimgraph.api.app import create_app
from claimgraph.api.gate import Busy, Gate
from claimgraph.api.keys import hash_of, new_key
from claimgraph.api.persisted import document_id
from claimgraph.graph.errors import InvalidInput
from claimgraph.graph.store import Store
from claimgraph.settings import Settings
from claimgraph.tests.api.conftest import client_of

TYPENAME = {"query": "{ __typename }"}
HELLO = "query Hello($yes: Boolean = true) {\n  __typename @include(if: $yes)\n}\n"


@pytest.fixture
async def nowhere() -> AsyncIterator[Store]:
    """A database that is not there."""
    async with Store.open("bolt://127.0.0.1:9", "neo4j", "no password", "neo4j") as store:
        yield store


async def test_keys(nowhere: Store) -> None:
    """Bearer, or Basic with the key as password; nothing else, and never a part of one."""
    key, digest = new_key()
    other, other_digest = new_key()
    basic = base64.b64encode(f"anyone:{key}".encode()).decode()
    async with client_of(nowhere, api_keys=f"press:{digest}, desk:{other_digest.upper()}") as client:
        for sent in (f"Bearer {key}", f"bearer {other}", f"Basic {basic}"):
            assert (await client.post("/graphql", json=TYPENAME, headers={"authorization": sent})).is_success
        wrong = ["", key, f"Bearer {key[:-1]}", f"Bearer {digest}", "Basic !", "Basic " + basic[:-4], f"Token {key}"]
        for sent in wrong:
            refused = await client.post("/graphql", json=TYPENAME, headers={"authorization": sent})
            assert refused.status_code == 401
            assert refused.headers["www-authenticate"].startswith("Bearer")
            assert refused.json()["errors"][0]["extensions"] == {"code": "UNAUTHENTICATED"}
        for path in ("/", "/metrics", "/issues", "/static/style.css", "/nowhere"):
            assert (await client.get(path)).status_code == 401
        assert (await client.get("/health")).is_success


def test_a_key_is_nowhere_but_with_the_client() -> None:
    """Keys differ, are long, and cannot be had from their hashes."""
    (one, digest), (two, _) = new_key(), new_key()
    assert one != two
    assert len(one) > 40
    assert digest == hash_of(one)
    assert one not in digest


async def test_persisted_documents(nowhere: Store, tmp_path: Path) -> None:
    """By the hash of the file's text with or without its last line's end, in a body or an address, Apollo's way too."""
    (tmp_path / "hello.graphql").write_text(HELLO, "utf-8")
    async with client_of(nowhere, documents=tmp_path) as client:
        for text in (HELLO, HELLO.rstrip("\n")):
            named = document_id(text)
            answers = [
                await client.post("/graphql", json={"documentId": named}),
                await client.get("/graphql", params={"documentId": named}),
                await client.get("/graphql", params={"documentId": named, "variables": '{"yes": true}'}),
                await client.post(
                    "/graphql",
                    json={"extensions": {"persistedQuery": {"version": 1, "sha256Hash": named.partition(":")[2]}}},
                ),
            ]
            assert [answer.json()["data"] for answer in answers] == [{"__typename": "Query"}] * 4
        for unknown in ("sha256:0", "md5:0", "hello"):
            missing = await client.post("/graphql", json={"documentId": unknown})
            assert missing.status_code == 404
            assert missing.json()["errors"][0]["extensions"]["code"] == "PERSISTED_QUERY_NOT_FOUND"
        assert (await client.post("/graphql", json={"documentId": 5})).status_code == 400
        assert (await client.post("/graphql", json=TYPENAME)).is_success


async def test_trusted_only(nowhere: Store, tmp_path: Path) -> None:
    """Nothing but the documents, whether by name or by text."""
    (tmp_path / "hello.graphql").write_text(HELLO, "utf-8")
    async with client_of(nowhere, documents=tmp_path, trusted_only=True) as client:
        refused = await client.post("/graphql", json=TYPENAME)
        assert refused.status_code == 403
        assert refused.json()["errors"][0]["extensions"]["code"] == "UNTRUSTED"
        assert (await client.post("/graphql", json={"query": HELLO})).is_success
        assert (await client.post("/graphql", json={"documentId": document_id(HELLO)})).is_success


@pytest.mark.parametrize(
    "settings", [{"trusted_only": True}, {"documents": "nowhere"}, {"documents": Path(__file__).parent}]
)
async def test_documents_that_are_not_there(nowhere: Store, settings: dict[str, object]) -> None:
    """It is said when the service starts."""
    with pytest.raises(InvalidInput, match="CLAIMGRAPH_DOCUMENTS"):
        create_app(nowhere, Settings(**settings))  # type: ignore[arg-type]


async def test_a_schema_that_is_not_shown(nowhere: Store) -> None:
    """Neither asked for, nor told by near names."""
    async with client_of(nowhere, introspection=False) as client:
        for query in ("{ __schema { types { name } } }", '{ __type(name: "Claim") { name } }'):
            errors = (await client.post("/graphql", json={"query": query})).json()["errors"]
            assert "introspection" in errors[0]["message"].lower()
        said = (await client.post("/graphql", json={"query": "{ clam { id } }"})).json()["errors"][0]["message"]
        assert "claim" not in said
        assert (await client.post("/graphql", json=TYPENAME)).is_success
    async with client_of(nowhere) as client:
        said = (await client.post("/graphql", json={"query": "{ clam { id } }"})).json()["errors"][0]["message"]
        assert "'claim'" in said


async def test_the_gate_says_no() -> None:
    """So many run, four times as many wait, the next is refused at once, and who waits too long as well."""
    gate = Gate(1, timeout=1.0)

    async def through(seconds: float) -> str:
        try:
            async with gate:
                await asyncio.sleep(seconds)
        except Busy as error:
            return str(error)
        return "done"

    answers = await asyncio.gather(*(through(0.5 if number == 0 else 0) for number in range(7)))
    assert answers[0] == "done"
    assert [answer.startswith("the operation waited") for answer in answers[1:5]] == [True] * 4
    assert [answer.startswith("1 operations run and 4 wait") for answer in answers[5:]] == [True] * 2
    assert (gate.running, gate.waiting) == (0, 0)
    assert await through(0) == "done"


async def test_the_log_has_no_values(nowhere: Store, caplog: pytest.LogCaptureFixture) -> None:
    """A line of JSON a request: which one, how it ended, what it cost; no variable, no address, no key."""
    key, digest = new_key()
    caplog.set_level(logging.INFO, logger="claimgraph.access")
    async with client_of(nowhere, access_log=True, api_keys=f"press:{digest}") as client:
        body = {"query": "query Q($id: ID!) { claim(id: $id) { id } }", "variables": {"id": "claim/secret"}}
        answer = await client.post("/graphql", json=body, headers={"authorization": f"Bearer {key}"})
        await client.get("/entity/secret?q=secret", headers={"authorization": f"Bearer {key}"})
    first, second = (json.loads(record.getMessage()) for record in caplog.records if record.name == "claimgraph.access")
    assert first["id"] == answer.headers["x-request-id"]
    assert (first["route"], first["operation"], first["cost"], first["key"]) == ("/graphql", "Q", 1, "press")
    assert (first["status"], second["route"]) == (503, "/entity")
    assert "secret" not in caplog.text
    assert key not in caplog.text


async def test_figures(nowhere: Store) -> None:
    """Requests, their time and cost, as Prometheus reads them."""
    async with client_of(nowhere) as client:
        await client.post("/graphql", json=TYPENAME)
        await client.get("/made/up/address")
        figures = (await client.get("/metrics")).text
    assert 'claimgraph_requests_total{method="POST",route="/graphql",status="200"} 1.0' in figures
    assert 'claimgraph_requests_total{method="GET",route="other",status="404"} 1.0' in figures
    assert "claimgraph_operation_cost_count 1.0" in figures
    assert "claimgraph_waiting 0.0" in figures
