"""`make bench-load`: what a load costs beside Neo4j's importer and LOAD CSV, in one run on one machine.

python -m claimgraph.bench.load [CLAIMS] [ISSUES] [CLAIMANTS]
"""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from claimgraph.bench.made_up import evidence
from claimgraph.bench.measured import server, up
from claimgraph.bench.peers import imported, load_csv
from claimgraph.bench.tables import NODES, write_tables
from claimgraph.loaders.jsonl import lines

_MILLION = (1_000_000, 100_000, 98_000)
_USUAL = (200_000, 20_000, 19_350)
"""Claims, issues, claimants: 20,000 entities, of whom a few make most of the claims."""
_EVERY_FILE = {"dbms.security.allow_csv_import_from_file_urls": "true", "server.directories.import": "/"}


async def main(claims: int, issues: int, claimants: int) -> None:
    """Prints each figure as it is known; each loader has a database of its own."""
    with TemporaryDirectory(prefix="claimgraph load ") as home:
        folder = Path(home)
        # In a process of its own: what that needs would count as the loader's, which begins as a copy of this one.
        with ProcessPoolExecutor(1, get_context("spawn")) as another:
            counts = another.submit(_files, folder, claims, issues, claimants).result()
        nodes = sum(counts[table.name] for table in NODES)
        edges = sum(counts.values()) - nodes
        print(f"{counts['claims']:,} claims, {counts['entities']:,} entities: {nodes:,} rows, {edges:,} relationships")
        ours = await _ours(folder, nodes, edges)
        async with server() as local:
            took = await imported(local, folder)
        _told("neo4j-admin database import full", sum(took.values()), nodes, edges, took)
        limit = sum(took.values())
        async with server(_EVERY_FILE) as local:
            took = await load_csv(local, folder)
        _told("LOAD CSV in transactions", sum(took.values()), nodes, edges, took)
        print(f"ours / importer {ours / limit:.2f}, ours / LOAD CSV {ours / sum(took.values()):.2f}")


def _files(folder: Path, claims: int, issues: int, claimants: int) -> dict[str, int]:
    """What the loaders read; how many rows each table has."""
    for name, changed in (("first", 0.0), ("changed", 0.01)):
        made = evidence(claims, issues, claimants, changed=changed)
        with (folder / f"{name}.jsonl").open("w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines([made]))
    return write_tables(evidence(claims, issues, claimants), folder)


async def _ours(folder: Path, nodes: int, edges: int) -> float:
    async with server() as local, up(local) as (running, _):
        known = {"URI": running.bolt_uri, "USER": running.user, "PASSWORD": running.password}
        given = os.environ | {f"CLAIMGRAPH_NEO4J_{name}": value for name, value in known.items()}
        took = {}
        for what, file, *options in (
            ("first load", "first"),
            ("the same bytes again", "first"),
            ("the same, compared", "first", "--compare"),
            ("1 % changed", "changed"),
        ):
            begun = time.perf_counter()
            said, peak = await asyncio.to_thread(_load, [str(folder / f"{file}.jsonl"), *options], given)
            took[what] = time.perf_counter() - begun
            print(f"claimgraph load, {what}: {took[what]:.1f} s, at most {peak:,} MB of memory; {said}", flush=True)
    first = took["first load"]
    print(f"  {nodes / first:,.0f} rows and {edges / first:,.0f} relationships a second, derived layer included")
    for what, seconds in took.items():
        print(f"  first load / {what}: {first / seconds:.1f}")
    return first


def _load(args: list[str], env: Mapping[str, str]) -> tuple[str, int]:
    """What the profile says, and the most memory that the loader took, in MB."""
    command = [sys.executable, "-P", "-m", "claimgraph", "load", "--profile", *args]
    with subprocess.Popen(
        command, env=dict(env), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as loader:
        assert loader.stderr
        said = loader.stderr.read()
        _, status, used = os.wait4(loader.pid, 0)
        loader.returncode = os.waitstatus_to_exitcode(status)
    if loader.returncode:
        raise RuntimeError(said)
    stages = [line.split() for line in said.splitlines() if line.endswith(" s") and ":" not in line]
    return ", ".join(f"{' '.join(words[:-2])} {words[-2]}" for words in stages), used.ru_maxrss // 1024


def _told(what: str, seconds: float, nodes: int, edges: int, parts: Mapping[str, float]) -> None:
    detail = ", ".join(f"{name} {part:.1f}" for name, part in parts.items())
    print(f"{what}: {seconds:.1f} s ({detail})")
    print(f"  {nodes / seconds:,.0f} rows and {edges / seconds:,.0f} relationships a second", flush=True)


if __name__ == "__main__":
    if "--million" in sys.argv:
        asyncio.run(main(*_MILLION))
    else:
        given = [int(each.replace(",", "")) for each in sys.argv[1:]]
        asyncio.run(main(*given, *_USUAL[len(given) :]))
