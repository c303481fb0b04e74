"""The servers that are measured, each a process over one and the same Neo4j."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from claimgraph.graph.local.server import Running

_HERE = Path(__file__).parent
_PORT = 28_100
_PATIENCE = 60
OURS, KEPT, PEER, ORDINARY, FLOOR = (
    "claimgraph, cache off",
    "claimgraph, cache on",
    "@neo4j/graphql",
    "Strawberry, ordinary",
    "the floor",
)


@dataclass(frozen=True, slots=True)
class Server:
    """One that answers."""

    name: str
    port: int
    pid: int


def installed(folder: Path) -> Path:
    """The folder with the peer's packages. Needs Node."""
    for name in ("package.json", "peer.mjs"):
        shutil.copy(_HERE / name, folder / name)
    npm = shutil.which("npm")
    if npm is None:
        raise RuntimeError("the peer runs on Node: npm is not on the PATH")
    subprocess.run([npm, "install", "--no-audit", "--no-fund", "--silent"], cwd=folder, check=True)
    return folder


@asynccontextmanager
async def serving(running: Running, peers: Path) -> AsyncIterator[list[Server]]:
    """All of them, up and answering, ended afterwards."""
    commands = _commands(running, peers)
    started: list[subprocess.Popen[bytes]] = []
    try:
        servers = []
        for number, (name, (command, given)) in enumerate(commands.items()):
            port = _PORT + number
            started.append(_started(command, {**given, "CLAIMGRAPH_PORT": str(port), "PEER_PORT": str(port)}, port))
            servers.append(Server(name, port, started[-1].pid))
        for server in servers:
            await _answers(server)
        yield servers
    finally:
        for process in started:
            process.terminate()
        for process in started:
            await asyncio.to_thread(process.wait)


def _commands(running: Running, peers: Path) -> dict[str, tuple[list[str], Mapping[str, str]]]:
    login = {"BOLT": running.bolt_uri, "USER": running.user, "PASSWORD": running.password}
    ours = {
        "CLAIMGRAPH_NEO4J_URI": running.bolt_uri,
        "CLAIMGRAPH_NEO4J_PASSWORD": running.password,
        "CLAIMGRAPH_GRAPHIQL": "false",
    }
    floor = {f"FLOOR_{name}": value for name, value in login.items()}
    python = [sys.executable, "-P", "-m"]
    return {
        OURS: ([*python, "claimgraph", "serve"], ours | {"CLAIMGRAPH_ANSWER_CACHE": "0"}),
        KEPT: ([*python, "claimgraph", "serve"], ours),
        PEER: (["node", str(peers / "peer.mjs")], {f"PEER_{name}": value for name, value in login.items()}),
        ORDINARY: ([*python, "claimgraph.bench.graphql.ordinary"], floor),
        FLOOR: ([*python, "claimgraph.bench.graphql.floor"], floor),
    }


def _started(command: list[str], given: Mapping[str, str], port: int) -> subprocess.Popen[bytes]:
    options = [str(port)] if "bench" in command[-1] else []
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CLAIMGRAPH_")}
    return subprocess.Popen([*command, *options], env=environment | dict(given), stdout=subprocess.DEVNULL)


async def _answers(server: Server) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        with suppress(OSError):
            _, writer = await asyncio.open_connection("127.0.0.1", server.port)
            writer.close()
            return
        await asyncio.sleep(0.2)
    raise RuntimeError(f"{server.name} does not answer")
