"""Loads that are interrupted, or meet: the graph ends as if each had come alone and been left in peace."""

import asyncio
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claimgraph.graph import publish, writing
from claimgraph.graph.digest import digest
from claimgraph.graph.errors import Conflict
from claimgraph.graph.ids import judgement_id
from claimgraph.graph.local.server import Running
from claimgraph.graph.progress import Silent
from claimgraph.graph.publication import OpenRun, OutrunError, Publication, Run, read_publication
from claimgraph.graph.publish import load
from claimgraph.graph.store import Store
from claimgraph.graph.writing import Transaction, read_rows
from claimgraph.tests.conftest import wipe
from claimgraph.tests.graph.flaky import Flaky, KilledError
from claimgraph.tests.synthetic import made_up

EVIDENCE = made_up(seed=7, claims=300)
KILLS = int(os.environ.get("KILLS", "3"))
"""`KILLS=50` in the environment tries that many moments instead of a few."""


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any load of more than a few rows is an open run of small transactions."""
    monkeypatch.setattr(publish, "ONE_TRANSACTION", 50)
    monkeypatch.setattr(writing, "BATCH", 37)


async def test_two_loads_at_once(empty: Store) -> None:
    """Two writers end as if one had come after the other."""
    other = made_up(seed=8, claims=50, dataset="other")
    await load(empty, [other], Silent())
    await load(empty, [EVIDENCE], Silent())
    both = await digest(empty)
    await wipe(empty)
    await asyncio.gather(load(empty, [EVIDENCE], Silent()), load(empty, [other], Silent()))
    assert await digest(empty) == both


async def test_a_run_that_another_leads_is_left_alone(empty: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a living process leads an open run, a second load says so and writes nothing."""
    monkeypatch.setattr(publish, "ONE_TRANSACTION", 50)
    await load(empty, [EVIDENCE], Silent())
    await empty.write(
        lambda tx: tx.run(
            "MATCH (graph:Graph) SET graph.open_run = 'run/other', graph.open_run_at = datetime.realtime() "
            "CREATE (:Run {id: 'run/other', datasets: ['dataset/other'], started_at: datetime(), host: $host, pid: 1})",
            {"host": os.uname().nodename},
        )
    )
    with pytest.raises(Conflict, match="another load is under way"):
        await load(empty, [EVIDENCE], Silent())


@pytest.mark.parametrize("moment", random.Random(5).sample(range(300, 4000), KILLS))  # noqa: S311 - repeatable
async def test_killed_loader(empty: Store, neo4j_server: Running, tmp_path: Path, moment: int) -> None:
    """A loader killed at any moment, and run again: the digest of an undisturbed load."""
    script = tmp_path / "load.py"
    script.write_text(_LOADER)
    command = [sys.executable, "-P", str(script), neo4j_server.bolt_uri, neo4j_server.password]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as loader:  # noqa: ASYNC220
        assert loader.stdout
        assert await asyncio.to_thread(loader.stdout.readline) == "loading\n"
        await asyncio.sleep(moment / 1000)
        loader.send_signal(signal.SIGKILL)
    await load(empty, [made_up(seed=9, claims=1500)], Silent())
    assert await digest(empty) == await _plain_digest(empty)


async def _plain_digest(store: Store) -> str:
    await wipe(store)
    await load(store, [made_up(seed=9, claims=1500)], Silent())
    return await digest(store)


@pytest.mark.usefixtures("small")
async def test_commits_that_are_not_heard_of(empty: Store, flaky: Flaky, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each transaction is sent twice, and done once: judgements are not doubled, nor moments recorded again."""
    without = replace(EVIDENCE, claims=EVIDENCE.claims[1:], judgements=[])
    await load(empty, [EVIDENCE], Silent())
    expected = await digest(empty)
    await wipe(empty)
    monkeypatch.setattr(flaky, "commits_are_heard", False)
    loads = [await load(flaky, [evidence], Silent()) for evidence in (EVIDENCE, without, EVIDENCE)]
    assert [(each.version, each.added, each.changed, each.retracted, each.wrote) for each in loads] == [
        (1, sum(map(len, (EVIDENCE.entities, EVIDENCE.sources, EVIDENCE.claims))) + 1, 1, 0, True),
        (2, 0, 0, 2, True),
        (3, 1, 1, 0, True),
    ]
    assert await digest(empty) == expected
    recorded = "MATCH (claim:Claim {id: $id}) RETURN size(claim.recorded_from), size(claim.recorded_to)"
    assert await empty.read(recorded, {"id": EVIDENCE.claims[0].id}, timeout=5) == [[2, 1]]


async def test_a_run_that_was_not_dead_after_all(empty: Store) -> None:
    """Who takes it over after comparing has to compare again if it moved since; once taken over, it stops."""
    slow, quick = (OpenRun(empty, Run.of_this_process(["dataset/made-up"], now())) for _ in range(2))
    await slow.open(await held(empty))
    seen = await held(empty)
    await slow(nothing)
    with pytest.raises(OutrunError):
        await quick.open(seen)
    await quick.open(await held(empty))
    with pytest.raises(Conflict, match="another load took this one over"):
        await slow(nothing)
    await quick(nothing)


async def test_a_judgement_that_moves_much_is_a_big_load(
    empty: Store, flaky: Flaky, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One row that has all claims derived again is an open run, so no transaction grows with the graph."""
    await load(empty, [EVIDENCE], Silent())
    sides = replace(EVIDENCE.judgements[0], a="entity/made-up/side0", b="entity/made-up/side1")
    merged = replace(EVIDENCE, judgements=[*EVIDENCE.judgements, replace(sides, id=judgement_id(sides))])
    monkeypatch.setattr(publish, "ONE_TRANSACTION", 50)
    monkeypatch.setattr(flaky, "transactions_left", 7)
    with pytest.raises(KilledError):
        await load(flaky, [merged], Silent())
    assert (await held(empty)).run
    await load(empty, [merged], Silent())
    expected = await digest(empty)
    await wipe(empty)
    await load(empty, [merged], Silent())
    assert await digest(empty) == expected


@dataclass
class Bar:
    """Progress, as far as it came."""

    totals: dict[str, tuple[int | None, int]] = field(default_factory=dict)
    title: str = ""

    @contextmanager
    def task(self, title: str, total: int | None = None, unit: str = "") -> Iterator["Bar"]:
        """Begins at nothing."""
        del unit
        self.title = title
        self.totals[title] = (total, 0)
        yield self

    def advance(self, count: int = 1) -> None:
        """Moves on."""
        total, done = self.totals[self.title]
        self.totals[self.title] = (total, done + count)


async def test_progress_reaches_its_end(empty: Store) -> None:
    """Whatever is new, corrected, gone or back counts once."""
    without = replace(EVIDENCE, claims=EVIDENCE.claims[40:], entities=EVIDENCE.entities, judgements=[])
    for evidence in (EVIDENCE, without, EVIDENCE):
        bar = Bar()
        await load(empty, [evidence], bar)
        assert bar.totals["Writing"][0]
        assert all(total == done for total, done in bar.totals.values())


async def held(store: Store) -> Publication:
    """What is published now."""
    return await store.write(read_publication)


async def nothing(tx: Transaction) -> None:
    """Work that does nothing."""
    await read_rows(tx, "datasets")


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


_LOADER = """
import asyncio, sys
from claimgraph.graph import publish, writing
from claimgraph.graph.progress import Silent
from claimgraph.graph.store import Store
from claimgraph.tests.conftest import wipe
from claimgraph.tests.synthetic import made_up

async def main():
    publish.ONE_TRANSACTION, writing.BATCH = 100, 50
    evidence = made_up(seed=9, claims=1500)
    async with Store.open(sys.argv[1], "neo4j", sys.argv[2], "neo4j") as store:
        print("loading", flush=True)
        await publish.load(store, [evidence], Silent())

asyncio.run(main())
"""
