"""Answers are kept for one version of the graph, and never used for another."""

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from claimgraph.api import kept, versions
from claimgraph.api.versions import Board
from claimgraph.graph.progress import Silent
from claimgraph.graph.publication import State
from claimgraph.graph.publish import load
from claimgraph.graph.store import Store
from claimgraph.tests.api.conftest import client_of
from claimgraph.tests.conftest import wipe
from claimgraph.tests.synthetic import made_up

FEW = made_up(seed=21, claims=30)
FEWER = replace(FEW, claims=FEW.claims[:20])
COUNT = "query Count { claims { totalCount } }"
OPEN = "MATCH (graph:Graph {id: 'graph'}) SET graph.open_run = $run"


@pytest.fixture
async def client(store: Store, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[httpx.AsyncClient]:
    """A service over a small graph, for which answers settle sooner than elsewhere."""
    monkeypatch.setattr(kept, "_SETTLED", 0.2)
    monkeypatch.setattr(versions, "_FRESH", 0.1)
    await wipe(store)
    await load(store, [FEW], Silent())
    async with client_of(store) as opened:
        yield opened


async def count(client: httpx.AsyncClient, **headers: str) -> httpx.Response:
    """The answer to how many claims there are."""
    return await client.get("/graphql", params={"query": COUNT}, headers=headers)


async def origins(client: httpx.AsyncClient) -> dict[str, float]:
    """How many answers came from where."""
    lines = (await client.get("/metrics")).text.splitlines()
    found = [line.split() for line in lines if line.startswith("claimgraph_answers_total{")]
    return {name.split('"')[1]: float(number) for name, number in found}


async def settled(client: httpx.AsyncClient) -> None:
    """Asks, and waits until the answer may be used again."""
    await count(client)
    await asyncio.sleep(0.35)


async def test_an_answer_is_used_again(client: httpx.AsyncClient) -> None:
    """Once it has settled; it is byte for byte what the database gave."""
    first = await count(client)
    assert (await count(client)).content == first.content
    assert await origins(client) == {"database": 2}
    await asyncio.sleep(0.35)
    assert (await count(client)).content == first.content
    assert await origins(client) == {"database": 2, "cache": 1}
    other = await client.post("/graphql", json={"query": COUNT, "variables": {"x": 1}})
    assert other.json()["data"] == first.json()["data"]
    assert (await origins(client))["database"] == 3


async def test_a_new_version_is_seen_within_a_second(client: httpx.AsyncClient, store: Store) -> None:
    """And the one before never after it."""
    await settled(client)
    await load(store, [FEWER], Silent())
    begun = time.monotonic()
    seen = [30]
    while time.monotonic() < begun + 1:
        seen.append((await count(client)).json()["data"]["claims"]["totalCount"])
        await asyncio.sleep(0.01)
    assert seen[-1] == 20
    assert seen == sorted(seen, reverse=True)


async def test_whoever_saw_a_version_gets_no_older_answer(client: httpx.AsyncClient, store: Store) -> None:
    """Another query's answer, fresh from the database, is heard of at once."""
    await settled(client)
    await count(client)
    await load(store, [FEWER], Silent())
    assert (await client.post("/graphql", json={"query": "{ statistics { claims } }"})).json()["data"][
        "statistics"
    ] == {"claims": 20}
    assert (await count(client)).json()["data"]["claims"]["totalCount"] == 20


async def test_another_graph_of_the_same_version(client: httpx.AsyncClient, store: Store) -> None:
    """A database that was emptied and filled anew begins at the same version; its answers are its own."""
    await settled(client)
    await count(client)
    await wipe(store)
    await load(store, [FEWER], Silent())
    await asyncio.sleep(0.15)
    assert (await count(client)).json()["data"]["claims"]["totalCount"] == 20


async def test_tags(client: httpx.AsyncClient, store: Store) -> None:
    """Who has an answer is told that it still holds; POST is never tagged."""
    first = await count(client)
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "no-cache"
    for sent in (tag, f"W/{tag}", f'"other", {tag}'):
        again = await count(client, **{"if-none-match": sent})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    posted = await client.post("/graphql", json={"query": COUNT})
    assert "etag" not in posted.headers
    assert posted.headers["cache-control"] == "no-store"
    await load(store, [FEWER], Silent())
    await asyncio.sleep(0.15)
    changed = await count(client, **{"if-none-match": tag})
    assert changed.status_code == 200
    assert changed.headers["etag"] != tag


async def test_nothing_is_kept_or_tagged_while_a_run_is_open(client: httpx.AsyncClient, store: Store) -> None:
    """Not even what was kept before it is used."""
    await settled(client)
    await store.write(lambda tx: tx.run(OPEN, {"run": "run/1"}))
    await asyncio.sleep(0.15)
    before = await origins(client)
    for _ in range(3):
        answer = await count(client)
        assert "etag" not in answer.headers
        assert answer.json()["extensions"]["loading"]
    await store.write(lambda tx: tx.run(OPEN, {"run": None}))
    assert (await origins(client))["database"] == before["database"] + 3


async def test_errors_are_not_kept(client: httpx.AsyncClient) -> None:
    """A refusal is worked out anew."""
    for _ in range(2):
        answer = await client.get("/graphql", params={"query": '{ claim(id: "x") { id } }'})
        assert answer.json()["errors"]
        assert "etag" not in answer.headers


async def test_room_is_bounded(store: Store) -> None:
    """The oldest goes when there is no more room; an answer too large for it is not kept."""
    answers = kept.Answers(versions.Versions(store), 10_000)
    state = State("a", 1)
    for number in range(50):
        answers.keep(bytes([number]), state, bytes(600), {})
    answers.keep(b"large", state, bytes(2_000), {})
    assert [number for number in range(50) if bytes([number]) in answers] == list(range(40, 50))
    answers.keep(b"late", State("a", 0), b"x", {})
    assert b"late" not in answers
    assert b"large" not in answers


async def test_workers_tell_each_other(store: Store, tmp_path: Path) -> None:
    """What one has heard, another does not answer behind."""
    await wipe(store)
    await load(store, [FEW], Silent())
    Board.make(tmp_path / "board")
    one, other = (versions.Versions(store, Board(tmp_path / "board")) for _ in range(2))
    assert (await one.known()) is not None
    before = await other.known()
    await load(store, [FEWER], Silent())
    state = State(before.state.key, before.state.version + 1) if before else State()
    one.note(state)
    heard = await other.known()
    assert heard is not None
    assert heard.state == state
