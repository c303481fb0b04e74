"""What the tests of the board share: the command as a person types it, on the database of the run."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from claimgraph.graph.local.server import Running

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def board(neo4j_server: Running) -> Command:
    """`claimgraph board WORDS` at a width, in a process of its own."""

    def run(*words: str, width: int = 120) -> subprocess.CompletedProcess[str]:
        settings = {
            "CLAIMGRAPH_NEO4J_URI": neo4j_server.bolt_uri,
            "CLAIMGRAPH_NEO4J_USER": neo4j_server.user,
            "CLAIMGRAPH_NEO4J_PASSWORD": neo4j_server.password,
            "COLUMNS": str(width),
        }
        command = [sys.executable, "-P", "-m", "claimgraph", "board", *words]
        return subprocess.run(
            command, env=os.environ | settings, capture_output=True, text=True, check=False, timeout=60
        )

    return run
