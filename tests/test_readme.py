"""What the README shows is what happens."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from claimgraph.api.app import create_app
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.local.server import Running
from claimgraph.graph.store import Store
from claimgraph.settings import Settings

README = Path(__file__).resolve().parents[1] / "README.md"


def block(language: str) -> str:
    """The README's one block of code in that language."""
    [text] = re.findall(rf"```{language}\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    return str(text)


async def test_the_query_gives_the_answer(store: Store, kherson: Evidence) -> None:
    """The query, asked of the Kherson corpus, gives the JSON below it."""
    assert kherson.claims
    transport = httpx.ASGITransport(create_app(store, Settings()))
    async with httpx.AsyncClient(transport=transport, base_url="http://claimgraph") as client:
        response = await client.post("/graphql", json={"query": block("graphql")})
    assert response.json()["data"] == json.loads(block("json"))["data"]


@pytest.mark.usefixtures("kherson")
def test_the_board_is_what_the_command_prints(neo4j_server: Running) -> None:
    """The README's board is the command's output at 100 columns, less the blanks at the ends of lines."""
    command, *shown = block("console").splitlines()
    prompt, program, *words = command.split()
    assert (prompt, program) == ("$", "claimgraph")
    settings = {
        "CLAIMGRAPH_NEO4J_URI": neo4j_server.bolt_uri,
        "CLAIMGRAPH_NEO4J_USER": neo4j_server.user,
        "CLAIMGRAPH_NEO4J_PASSWORD": neo4j_server.password,
        "COLUMNS": "100",
    }
    done = subprocess.run(
        [sys.executable, "-P", "-m", "claimgraph", *words],
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert [line.rstrip() for line in done.stdout.strip("\n").splitlines()] == shown


def test_the_first_screen_has_the_two_commands() -> None:
    """`make demo` and `make test` stand within the first twenty lines."""
    first = README.read_text("utf-8").splitlines()[:20]
    assert any(line.startswith("make demo") for line in first)
    assert any(line.startswith("make test") for line in first)
