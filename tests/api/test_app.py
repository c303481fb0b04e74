"""The service around GraphQL: its health, a database that is away, errors of ours, a prefix."""

import logging

import httpx
import pytest
from fastapi import FastAPI

from claimgraph.api.app import create_app
from claimgraph.api.execution import Endpoint
from claimgraph.api.executor import Executor
from claimgraph.graph.errors import BadId, Unavailable
from claimgraph.graph.store import Store
from claimgraph.settings import Settings


async def test_health_and_readiness_without_a_database(away: httpx.AsyncClient) -> None:
    """The process is well; the service is not ready and says why."""
    assert (await away.get("/health")).json()["status"] == "ok"
    ready = await away.get("/ready")
    assert ready.status_code == 503
    assert ready.json()["code"] == "DATABASE_UNAVAILABLE"


async def test_a_database_that_is_away(away: httpx.AsyncClient) -> None:
    """503 with a code; what needs no database is answered."""
    response = await away.post("/graphql", json={"query": "{ statistics { version } }"})
    assert response.status_code == 503
    (error,) = response.json()["errors"]
    assert error["extensions"] == {"code": "DATABASE_UNAVAILABLE"}
    assert "data" not in response.json()
    introspected = await away.post("/graphql", json={"query": "{ __schema { queryType { name } } }"})
    assert introspected.json()["data"] == {"__schema": {"queryType": {"name": "Query"}}}


async def test_internal_errors_are_masked(
    away: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The client sees an id, the log has the rest under it."""

    async def broken(*_: object) -> None:
        raise RuntimeError("the secret")

    monkeypatch.setattr(Executor, "execute", broken)
    with caplog.at_level(logging.ERROR):
        response = await away.post("/graphql", json={"query": "{ statistics { version } }"})
    assert response.status_code == 500
    assert "secret" not in response.text
    (error,) = response.json()["errors"]
    assert error["extensions"] == {"code": "INTERNAL"}
    assert error["message"].split()[-1] in caplog.text
    assert "the secret" in caplog.text


async def test_mounted_under_a_prefix() -> None:
    """A host app puts the service where it likes."""
    host = FastAPI()
    async with Store.open("bolt://127.0.0.1:9", "neo4j", "none", "neo4j") as store:
        host.mount("/claims", create_app(store, Settings()))
        async with httpx.AsyncClient(transport=httpx.ASGITransport(host), base_url="http://test") as client:
            assert (await client.get("/claims/health")).status_code == 200
            response = await client.post("/claims/graphql", json={"query": "{ __typename }"})
            assert response.json()["data"] == {"__typename": "Query"}


async def test_the_endpoint_without_http() -> None:
    """Our own callers get data, or the foreseen error itself."""
    async with Store.open("bolt://127.0.0.1:9", "neo4j", "none", "neo4j") as store:
        endpoint = Endpoint(store, Settings())
        assert await endpoint.data("{ __typename }") == {"__typename": "Query"}
        with pytest.raises(Unavailable):
            await endpoint.data("{ statistics { version } }")
        with pytest.raises(BadId):
            await endpoint.data('{ issue(id: "kherson") { id } }')
        with pytest.raises(Exception, match="nope"):
            await endpoint.data("{ nope }")
