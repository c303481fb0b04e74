"""`make bench-graphql`: this endpoint beside what else people would take, on one machine over one Neo4j.

python -m claimgraph.bench.graphql [CLAIMS] [ISSUES] [CLAIMANTS] [SECONDS]
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from claimgraph.api.documents import Documents
from claimgraph.api.schema import create_schema
from claimgraph.bench.graphql.cases import Case, cases, made
from claimgraph.bench.graphql.load import Taken, asked, encoded, loaded
from claimgraph.bench.graphql.servers import FLOOR, KEPT, OURS, PEER, Server, installed, serving
from claimgraph.bench.measured import server, up
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load

_WARM_UP = 1.5
"""Seconds for each question and server."""


async def main(claims: int, issues: int, claimants: int, seconds: int) -> None:
    """Prints a line for each question and server, then the ratios."""
    with TemporaryDirectory(prefix="claimgraph peers ") as folder:
        peers = await asyncio.to_thread(installed, Path(folder))
        graph = made(claims, issues, claimants)
        async with server() as local, up(local) as (running, store):
            await load(store, [graph], Silent())
            await store.write(lambda tx: tx.run("CALL db.awaitIndexes(300)"))
            print(f"{len(graph.claims):,} claims, {len(graph.entities):,} entities; 8 connections, {seconds} s each")
            async with serving(running, peers) as servers:
                for case in cases(graph):  # Java compiles what it sees often, whoever asks first
                    for each in servers:
                        await loaded(each.port, _requests(case, each.name), (each.pid, running.pid), _WARM_UP)
                for case in cases(graph):
                    await _measured(case, servers, running.pid, seconds)


async def _measured(case: Case, servers: Sequence[Server], neo4j: int, seconds: int) -> None:
    print(f"\n{case.name}", flush=True)
    taken: dict[str, Taken] = {}
    for each in servers:
        requests = _requests(case, each.name)
        first = await asked(each.port, requests[0])
        if each.name == KEPT:  # an answer is used again once it has settled
            for request in requests:
                await asked(each.port, request)
            await asyncio.sleep(4)
        taken[each.name] = await loaded(each.port, requests, (each.pid, neo4j), seconds)
        print(f"  {each.name:24}{taken[each.name]}   {len(first):,} bytes", flush=True)
    ours, peer, floor, kept = taken[OURS], taken[PEER], taken[FLOOR], taken[KEPT]
    print(
        f"  requests: ours / peer {ours.rate / peer.rate:.1f}, cached / peer {kept.rate / peer.rate:.1f}; "
        f"API CPU: ours / peer {ours.own / peer.own:.2f}, ours / floor {ours.own / floor.own:.2f}",
        flush=True,
    )


def _requests(case: Case, server_: str) -> list[bytes]:
    if server_ == PEER:
        # Apollo answers at every path, and wants its own header from what may be a browser's form.
        return [encoded("/", {"query": case.peers, "variables": values}) for _, values in case.values]
    if server_ == FLOOR:
        return [encoded("/graphql", _statement(case.ours, dict(values))) for values, _ in case.values]
    return [encoded("/graphql", {"query": case.ours, "variables": values}) for values, _ in case.values]


def _statement(text: str, values: dict[str, Any]) -> dict[str, Any]:
    call = Documents(create_schema().core).document(text).call(None, values)
    return {"text": call.plan.text, "params": call.plan.params(call.arguments)}


if __name__ == "__main__":
    given = [int(each.replace(",", "")) for each in sys.argv[1:]]
    asyncio.run(main(*given, *(200_000, 20_000, 19_350, 8)[len(given) :]))
