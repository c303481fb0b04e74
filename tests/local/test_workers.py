"""`claimgraph serve --workers`: several processes at one address, of which no client notices that they are several."""

import asyncio
import json
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from claimgraph.graph.errors import InvalidInput
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load
from claimgraph.graph.store import Store
from claimgraph.settings import Settings
from claimgraph.tests.conftest import Run, wipe
from claimgraph.tests.local.test_serve import served, settings
from claimgraph.tests.synthetic import made_up

__all__ = ["settings"]
FEW = made_up(seed=31, claims=30)
COUNT = {"query": "query Count { claims { totalCount } }"}


def count(url: str) -> int:
    """How many claims one of the workers sees: each connection may be another one's."""
    return int(httpx.post(f"{url}/graphql", json=COUNT).json()["data"]["claims"]["totalCount"])


def workers_of(port: str) -> list[psutil.Process]:
    """The processes that answer at that port."""
    parents = [one for one in psutil.process_iter(["cmdline", "environ"]) if "--workers" in (one.info["cmdline"] or ())]
    [parent] = [one for one in parents if (one.info["environ"] or {}).get("CLAIMGRAPH_PORT") == port]
    living = [one for one in parent.children() if one.status() != psutil.STATUS_ZOMBIE]
    return [one for one in living if "spawn_main" in " ".join(one.cmdline())]


async def test_workers_are_one_service(store: Store, settings: dict[str, str]) -> None:
    """Versions are never seen backwards, whichever answers; one that dies is started anew; figures are of all."""
    await wipe(store)
    await load(store, [FEW], Silent())
    said: list[str] = []
    with served(settings | {"CLAIMGRAPH_ACCESS_LOG": "true"}, said, "--workers", "2") as client:
        url = str(client.base_url)
        seen = [count(url) for _ in range(20)]
        await asyncio.sleep(3.5)  # answers settle
        seen += [count(url) for _ in range(20)]
        for number in range(1, 4):
            await load(store, [replace(FEW, claims=FEW.claims[: 30 - number])], Silent())
            seen += [count(url) for _ in range(30)]
            await asyncio.sleep(0.6)
            assert {count(url) for _ in range(10)} == {30 - number}
        assert seen == sorted(seen, reverse=True)
        first, _ = workers_of(settings["CLAIMGRAPH_PORT"])
        first.kill()
        deadline = time.monotonic() + 30
        while len({one.pid for one in workers_of(settings["CLAIMGRAPH_PORT"])} - {first.pid}) < 2:
            assert time.monotonic() < deadline
            await asyncio.sleep(0.2)
        assert {count(url) for _ in range(10)} == {27}
        figures = client.get("/metrics").text
        assert 'claimgraph_requests_total{method="POST",route="/graphql",status="200"}' in figures
    told = [json.loads(line) for line in said if line.startswith("{")]
    assert {line["origin"] for line in told if line["route"] == "/graphql"} == {"cache", "database"}
    assert {line["operation"] for line in told if line["route"] == "/graphql"} == {"Count"}


@pytest.mark.parametrize("given", [{}, {"CLAIMGRAPH_OPEN": "false"}])
def test_no_door_stands_open_by_mistake(given: dict[str, str]) -> None:
    """Where other machines reach the service it wants keys, or to be told that anyone may read."""
    environment = {"CLAIMGRAPH_HOST": "0.0.0.0", "PATH": "/usr/bin", **given}  # noqa: S104
    command = [sys.executable, "-P", "-m", "claimgraph", "serve"]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == InvalidInput.exit_code
    assert "CLAIMGRAPH_API_KEYS" in ended.stderr
    assert not Settings().open


async def test_a_query_without_a_server(
    store: Store, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`claimgraph query FILE` prints the data; what is wrong with it has its place."""
    await wipe(store)
    await load(store, [FEW], Silent())
    file = tmp_path / "query.graphql"

    async def asked(text: str, *options: str) -> tuple[int, Any]:
        file.write_text(text, "utf-8")
        code = await run("query", file, *options)
        said = capsys.readouterr()
        return code, json.loads(said.out) if code == 0 else said.err

    assert await asked(COUNT["query"]) == (0, {"claims": {"totalCount": 30}})
    two = "query A { __typename } query B($id: ID!) { claim(id: $id) { id } }"
    given = json.dumps({"id": FEW.claims[0].id})
    assert await asked(two, "--operation", "B", "--variables", given) == (0, {"claim": {"id": FEW.claims[0].id}})
    for text, options, word in (
        ("{\n  clam { id } }", (), "2:3: Cannot query field 'clam'"),
        (two, (), "say in `operationName`"),
        (COUNT["query"], ("--variables", "[]"), "JSON object"),
        (COUNT["query"], ("--variables", "{"), "no JSON"),
    ):
        code, said = await asked(text, *options)
        assert code == InvalidInput.exit_code
        assert word in said
