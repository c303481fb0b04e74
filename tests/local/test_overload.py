"""Four times the load that the service can take, and its Neo4j killed meanwhile: no wrong answer, none that is stuck.

`OVERLOAD` is for how many seconds, and `OUTAGES` how often Neo4j is killed and started again.
"""

import asyncio
import logging
import os
import signal
import time
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Final

import httpx
import psutil
import pytest

from claimgraph.graph.local.server import LocalNeo4j, Running
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load
from claimgraph.graph.store import Store
from claimgraph.tests.local.test_serve import served
from claimgraph.tests.synthetic import made_up

SECONDS: Final = float(os.environ.get("OVERLOAD", "20"))
OUTAGES: Final = int(os.environ.get("OUTAGES", "1"))
RUNNING: Final = 4
CLIENTS: Final = RUNNING * (1 + 4) + RUNNING * 4
"""As many as may run and wait, and as many again as may wait: so some are always refused."""
TIMEOUT: Final = 5
STUCK: Final = TIMEOUT * 1.2 + 3
PORT: Final = 28_500
WINDOWS: Final = 12
"""Of four seconds each, within which the service is back to its speed: Neo4j starts cold, and plans anew."""
EVIDENCE: Final = made_up(seed=41, claims=1_500)
QUERY: Final = """query Page($id: ID!) { claim(id: $id) { id text subject { name claims(first: 20) { totalCount nodes {
  text claimant { name } contradicts(first: 5) { nodes { basis claim { text } } } } } } } }"""
FINE: Final = {httpx.codes.OK, httpx.codes.SERVICE_UNAVAILABLE, httpx.codes.GATEWAY_TIMEOUT}


@pytest.fixture
async def local(tmp_path: Path) -> AsyncIterator[LocalNeo4j]:
    """A server that only this test hurts."""
    server = LocalNeo4j(tmp_path, bolt_port=17_887, http_port=17_874)
    yield server
    await server.down()


class Clients:
    """Those who ask, each again as soon as it was answered, and what they noticed."""

    def __init__(self, client: httpx.AsyncClient, right: dict[str, Any], until: float) -> None:
        self._client = client
        self._right = right
        self._until = until
        self.answers = Counter[int]()
        self.per_second = Counter[int]()
        self.wrong: list[str] = []

    async def ask(self, number: int) -> None:
        """One of them."""
        ids = list(self._right)
        while time.monotonic() < self._until:
            number += 1
            identifier = ids[number % len(ids)]
            begun = time.monotonic()
            answer = await self._client.post("/graphql", json={"query": QUERY, "variables": {"id": identifier}})
            took = time.monotonic() - begun
            self.answers[answer.status_code] += 1
            if answer.status_code == httpx.codes.OK:
                self.per_second[int(time.monotonic())] += 1
                if answer.json()["data"] != self._right[identifier]:
                    self.wrong.append(f"{identifier}: {answer.text[:200]}")
            else:
                await asyncio.sleep(0.1)
            if took > STUCK or answer.status_code not in FINE:
                self.wrong.append(f"{identifier}: {answer.status_code} after {took:.1f} s: {answer.text[:200]}")


async def right_answers(client: httpx.AsyncClient) -> dict[str, Any]:
    """What each question is answered with while nothing is wrong."""
    right = {}
    for claim in EVIDENCE.claims[:40]:
        answer = await client.post("/graphql", json={"query": QUERY, "variables": {"id": claim.id}})
        right[claim.id] = answer.json()["data"]
    return right


async def test_overload(local: LocalNeo4j, tmp_path: Path) -> None:
    """Refused are only those that there is no room for, and who comes back when Neo4j is back is answered as before."""
    running = await local.up(Silent())
    async with Store.open(running.bolt_uri, running.user, running.password, "neo4j") as store:
        await load(store, [EVIDENCE], Silent())
    given = _settings(running, tmp_path)
    limits = httpx.Limits(max_connections=CLIENTS)
    with served(given, []) as first:
        async with httpx.AsyncClient(base_url=str(first.base_url), limits=limits, timeout=60) as client:
            right = await right_answers(client)
            warm = await _under_load(client, right, 4, local, 0)
            before = _memory()
            clients = await _under_load(client, right, SECONDS, local, OUTAGES)
            after = _memory()
            speeds = [warm.answers[httpx.codes.OK]]
            while len(speeds) < WINDOWS and (len(speeds) == 1 or speeds[-1] < speeds[0] / 2):
                speeds.append((await _under_load(client, right, 4, local, 0)).answers[httpx.codes.OK])
    assert clients.wrong == []
    assert clients.answers[httpx.codes.SERVICE_UNAVAILABLE] > 0
    assert after < before * 1.25 + 20

    told = f"{dict(clients.answers)}, {before:.0f} MB before and {after:.0f} after, answers in 4 s {speeds}"
    assert speeds[-1] >= speeds[0] / 2, told
    logging.getLogger(__name__).info("%s", told)


def _settings(running: Running, folder: Path) -> dict[str, str]:
    return {
        "CLAIMGRAPH_NEO4J_URI": running.bolt_uri,
        "CLAIMGRAPH_NEO4J_PASSWORD": running.password,
        "CLAIMGRAPH_CACHE": str(folder / "cache"),
        "CLAIMGRAPH_PORT": str(PORT),
        "CLAIMGRAPH_GRAPHIQL": "false",
        "CLAIMGRAPH_ANSWER_CACHE": "0",
        "CLAIMGRAPH_MAX_CONCURRENT": str(RUNNING),
        "CLAIMGRAPH_REQUEST_TIMEOUT": str(TIMEOUT),
    }


async def _under_load(
    client: httpx.AsyncClient, right: dict[str, Any], seconds: float, local: LocalNeo4j, outages: int
) -> Clients:
    clients = Clients(client, right, time.monotonic() + seconds)
    asking = [asyncio.create_task(clients.ask(number * 7)) for number in range(CLIENTS)]
    for _ in range(outages):
        await asyncio.sleep(seconds / (outages + 2))
        found = local.running()
        assert found
        os.kill(found.pid, signal.SIGKILL)
        await asyncio.sleep(1)
        await local.up(Silent())
    await asyncio.gather(*asking)
    return clients


def _memory() -> float:
    """Megabytes of the service."""
    [service] = [
        one
        for one in psutil.process_iter(["cmdline", "environ"])
        if (one.info["environ"] or {}).get("CLAIMGRAPH_PORT") == str(PORT) and "serve" in (one.info["cmdline"] or ())
    ]
    return float(service.memory_info().rss) / 2**20
