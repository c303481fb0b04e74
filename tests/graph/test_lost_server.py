"""Neo4j killed in the middle of a load: nothing half-written is published, and loading again gives the whole."""

import asyncio
import os
import random
import signal
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest

from claimgraph.graph import publish, writing
from claimgraph.graph.digest import digest
from claimgraph.graph.errors import ClaimgraphError
from claimgraph.graph.local.server import LocalNeo4j, Running
from claimgraph.graph.progress import Silent
from claimgraph.graph.publication import OpenRun, Publication
from claimgraph.graph.publish import load
from claimgraph.graph.store import Store
from claimgraph.tests.conftest import wipe
from claimgraph.tests.synthetic import made_up

EVIDENCE = made_up(seed=3, claims=300)
KILLS = int(os.environ.get("KILLS", "2"))
"""`KILLS=50` in the environment tries that many moments instead of a few."""


@pytest.fixture
async def local(tmp_path: Path) -> AsyncIterator[LocalNeo4j]:
    """A server that only this test hurts."""
    server = LocalNeo4j(tmp_path, bolt_port=17_687, http_port=17_474)
    yield server
    await server.down()


@pytest.mark.parametrize("moment", random.Random(11).sample(range(200, 2500), KILLS))  # noqa: S311 - repeatable
async def test_killed_neo4j(local: LocalNeo4j, monkeypatch: pytest.MonkeyPatch, moment: int) -> None:
    """SIGKILL at any moment of an open run, a restart, and the same load again: the digest of an undisturbed one."""
    monkeypatch.setattr(publish, "ONE_TRANSACTION", 100)
    monkeypatch.setattr(writing, "BATCH", 40)
    running = await local.up(Silent())
    async with opened(running) as store:
        disturbed = asyncio.create_task(load(store, [EVIDENCE], Silent()))
        await asyncio.sleep(moment / 1000)
        os.kill(running.pid, signal.SIGKILL)
        restarted = await local.up(Silent())
        with suppress(ClaimgraphError):
            await disturbed
    async with opened(restarted) as store:
        await load(store, [EVIDENCE], Silent())
        found = await digest(store)
        await wipe(store)
        await load(store, [EVIDENCE], Silent())
        assert await digest(store) == found


def opened(running: Running) -> Store:
    """The database of that server."""
    return Store.open(running.bolt_uri, running.user, running.password, "neo4j")


async def test_a_server_without_the_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one transaction cannot hold is loaded in an open run, and is the same graph."""
    evidence, began, begin = made_up(seed=3, claims=900), list[OpenRun](), OpenRun.open

    async def noted(run: OpenRun, held: Publication) -> None:
        began.append(run)
        await begin(run, held)

    monkeypatch.setattr(OpenRun, "open", noted)
    monkeypatch.setattr(writing, "BATCH", 40)
    local = LocalNeo4j(tmp_path, bolt_port=17_687, http_port=17_474, settings={"db.memory.transaction.max": "4m"})
    try:
        async with opened(await local.up(Silent())) as store:
            assert (await load(store, [evidence], Silent())).version == 1
            assert len(began) == 1
            assert not (await load(store, [evidence], Silent())).wrote
            assert await store.read("MATCH (claim:Claim) RETURN count(claim)", {}, timeout=9) == [[900]]
    finally:
        await local.down()
