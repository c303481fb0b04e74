"""What the whole suite shares: one real Neo4j, started once."""

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from pathlib import Path

import pytest

from claimgraph.cli import main
from claimgraph.graph.browser.connect import browser_settings
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.local.server import LocalNeo4j, Running
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load
from claimgraph.graph.schema import apply_schema
from claimgraph.graph.store import Store, Transaction
from claimgraph.loaders.inputs import compile_inputs

KHERSON = Path(__file__).resolve().parents[1] / "examples" / "kherson"

Run = Callable[..., Awaitable[int]]
"""`claimgraph WORDS`; its exit code."""


@pytest.fixture(scope="session")
async def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Running]:
    """A server of this run alone, with an empty database, its jars out of the cache of all checkouts."""
    local = LocalNeo4j(tmp_path_factory.mktemp("neo4j"), settings=browser_settings())
    yield await local.up(Silent())
    await local.down()


@pytest.fixture(scope="session")
async def store(neo4j_server: Running) -> AsyncIterator[Store]:
    """The database, with its schema."""
    async with Store.open(neo4j_server.bolt_uri, neo4j_server.user, neo4j_server.password, "neo4j") as opened:
        await apply_schema(opened)
        yield opened


@pytest.fixture
async def empty(store: Store) -> Store:
    """The database, with nothing in it."""
    await wipe(store)
    return store


async def wipe(store: Store) -> None:
    """Empties the graph, in portions that fit into the server's memory; constraints and indexes stay."""
    for every in ("()-[one]->()", "(one)"):
        text = f"MATCH {every} WITH one LIMIT 10000 DELETE one RETURN count(*)"
        while (await store.write(partial(Transaction.run, text=text)))[0][0]:
            pass
    await apply_schema(store)


@pytest.fixture(scope="module")
async def kherson(store: Store) -> Evidence:
    """What the Kherson corpus says; the database holds that and nothing else."""
    await wipe(store)
    compiled = compile_inputs([KHERSON])
    await load(store, compiled.evidence, Silent())
    [evidence] = compiled.evidence
    return evidence


@pytest.fixture
def run(neo4j_server: Running, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """`claimgraph WORDS` in an empty folder, on the database of the tests; its exit code."""
    monkeypatch.setenv("CLAIMGRAPH_NEO4J_URI", neo4j_server.bolt_uri)
    monkeypatch.setenv("CLAIMGRAPH_NEO4J_PASSWORD", neo4j_server.password)
    monkeypatch.chdir(tmp_path)

    async def run(*words: str | Path) -> int:
        monkeypatch.setattr(sys, "argv", ["claimgraph", *map(str, words)])
        try:
            await asyncio.to_thread(main)
        except SystemExit as stopped:
            return int(stopped.code or 0)
        return 0

    return run
