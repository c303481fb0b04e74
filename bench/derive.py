"""`make bench-derive`: what deriving costs beside loading, in one run on one machine.

python -m claimgraph.bench.derive [CLAIMS] [ISSUES] [CLAIMS IN ONE ISSUE]
"""

import asyncio
import sys
import time
from collections.abc import Awaitable
from typing import Any
from unittest.mock import patch

from claimgraph.api.execution import Endpoint
from claimgraph.bench.made_up import evidence, one_issue, two_hubs, with_merge
from claimgraph.bench.measured import Timed, neo4j
from claimgraph.graph import publish
from claimgraph.graph.digest import digest
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.publish import load, rebuild
from claimgraph.graph.store import Store
from claimgraph.loaders.answers import boards

_ISSUE = "issue/losses/made-up:side0/made-up:event0"
_BOARD = """
query($id: ID!) {
  issue(id: $id) { contested positions { totalCount nodes { label originCount claims { nodes { text } } } } }
}
"""
_CLAIM = "query($id: ID!) { issue(id: $id) { claims { nodes { contradicts { totalCount nodes { basis } } } } } }"


async def main(claims: int, issues: int, large: int) -> None:
    """Prints each figure as it is known; each part has a database of its own."""
    made = evidence(claims, issues)
    print(f"{len(made.claims):,} claims, {len(made.entities):,} entities")
    async with neo4j() as store:
        with patch.object(publish, "derive", _nothing):
            alone, _ = await _timed("load without deriving", store, made)
    async with neo4j() as store:
        await _many(store, made, alone)
        await _timed("reload with 1 % changed", store, evidence(claims, issues, changed=0.01))
        timed = Timed()
        before = await digest(store)
        await _said("rebuild", rebuild(store, timed), timed)
        print(f"  the digest is {'the same' if before == await digest(store) else 'ANOTHER ONE'}")
    async with neo4j() as store:
        await _one(store, large)
    async with neo4j() as store:
        await _merge(store, large)


async def _many(store: Store, made: Evidence, alone: float) -> None:
    both, timed = await _timed("load with deriving", store, made)
    derived = timed.seconds["Deriving"] + timed.seconds["Weighing"]
    print(f"  deriving costs {derived / timed.seconds['Writing']:.2f} of writing; with / without {both / alone:.2f}")
    rows = await store.read(
        "MATCH (issue:Issue) RETURN count(issue), sum(CASE WHEN issue.contested THEN 1 ELSE 0 END), "
        "COUNT { MATCH (:Claim)-[:CONTRADICTS|CORROBORATES|REPEATS|SUPERSEDES]->() }, COUNT { MATCH (:Position) }",
        {},
        timeout=60,
    )
    print("  {:,} issues, {:,} contested, {:,} links, {:,} positions".format(*rows[0]))
    await _timed("unchanged reload", store, made)


async def _one(store: Store, claims: int) -> None:
    made = one_issue(claims, claims // 20)
    begun = time.perf_counter()
    [board] = boards([made]).values()
    print(f"one issue of {claims:,} claims: rules and positions alone {time.perf_counter() - begun:.1f} s")
    print(f"  {len(board.links):,} links, {len(board.positions):,} positions, {len(board.current):,} current claims")
    await _timed("one issue, load with deriving", store, made)
    endpoint = Endpoint(store)
    for what, query in (("its positions, first page", _BOARD), ("20 of its claims with what contradicts them", _CLAIM)):
        await endpoint.data(query, {"id": _ISSUE})
        begun = time.perf_counter()
        await endpoint.data(query, {"id": _ISSUE})
        print(f"  {what}: {(time.perf_counter() - begun) * 1000:.0f} ms")


async def _merge(store: Store, claims: int) -> None:
    made = two_hubs(claims)
    await _timed(f"two units of {claims // 2:,} claims each, load", store, made)
    before = await digest(store)
    await _timed("their merge", store, with_merge(made))
    await _timed("its end", store, made)
    print(f"  the digest is {'the same' if before == await digest(store) else 'ANOTHER ONE'}")


async def _timed(what: str, store: Store, made: Evidence) -> tuple[float, Timed]:
    timed = Timed()
    return await _said(what, load(store, [made], timed), timed), timed


async def _said(what: str, work: Awaitable[object], timed: Timed) -> float:
    begun = time.perf_counter()
    await work
    seconds = time.perf_counter() - begun
    print(f"{what}: {seconds:.1f} s ({timed})", flush=True)
    return seconds


async def _nothing(*_: Any) -> None:  # noqa: ANN401 - in the place of derive
    """Derives nothing."""


if __name__ == "__main__":
    given = [int(each.replace(",", "")) for each in sys.argv[1:]]
    asyncio.run(main(*given, *(200_000, 20_000, 100_000)[len(given) :]))
