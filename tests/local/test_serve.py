"""`claimgraph serve` over a Neo4j that is elsewhere: it brings GraphiQL, and serves without it where it cannot."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from claimgraph.graph.local.server import Running
from claimgraph.tests.local.repositories import repository_of

BROWSER = {"accept": "text/html,*/*;q=0.8"}


@pytest.fixture
def settings(neo4j_server: Running, tmp_path: Path) -> dict[str, str]:
    """The settings of a service that uses that server and has an empty cache."""
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        port = reserved.getsockname()[1]
    return {
        "CLAIMGRAPH_NEO4J_URI": neo4j_server.bolt_uri,
        "CLAIMGRAPH_NEO4J_USER": neo4j_server.user,
        "CLAIMGRAPH_NEO4J_PASSWORD": neo4j_server.password,
        "CLAIMGRAPH_CACHE": str(tmp_path / "cache"),
        "CLAIMGRAPH_PORT": str(port),
    }


@contextmanager
def served(settings: dict[str, str], said: list[str], *options: str) -> Iterator[httpx.Client]:
    """A client of `claimgraph serve`; when it has ended, what it said on stderr is in the list."""
    command = [sys.executable, "-P", "-m", "claimgraph", "serve", *options]
    with (
        subprocess.Popen(command, env=os.environ | settings, stderr=subprocess.PIPE, text=True) as process,
        httpx.Client(base_url=f"http://127.0.0.1:{settings['CLAIMGRAPH_PORT']}") as client,
    ):
        try:
            while not answers(client):
                assert process.poll() is None
                time.sleep(0.05)
            yield client
        finally:
            process.terminate()
            said += process.communicate(timeout=20)[1].splitlines()
    assert process.returncode == 0


def answers(client: httpx.Client) -> bool:
    """Whether the service answers."""
    try:
        return client.get("/health").is_success
    except httpx.TransportError:
        return False


def until_graphiql(client: httpx.Client) -> bool:
    """Whether a browser gets GraphiQL within ten seconds."""
    deadline = time.monotonic() + 10
    while "start.js" not in client.get("/graphql", headers=BROWSER).text:
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def test_graphiql_is_fetched_while_it_serves(settings: dict[str, str], jars: list[Path]) -> None:
    """With an empty cache three files are fetched, and from then on browsers get GraphiQL."""
    said: list[str] = []
    with (
        repository_of(jars[0].parent) as (address, asked),
        served({**settings, "CLAIMGRAPH_MAVEN_MIRROR": address}, said) as client,
    ):
        assert until_graphiql(client)
    assert len(asked) == 3
    assert said[0] == "Fetching GraphiQL: 3 files …"
    assert said[-1].startswith("Fetching GraphiQL: done in ")


def test_without_a_network_it_serves_all_the_same(settings: dict[str, str], nowhere: str) -> None:
    """What cannot be fetched is said in one line; queries are answered, and browsers get the plain page."""
    said: list[str] = []
    with served({**settings, "CLAIMGRAPH_MAVEN_MIRROR": nowhere}, said) as client:
        assert client.post("/graphql", json={"query": "{ __typename }"}).json()["data"] == {"__typename": "Query"}
        assert "claimgraph serve" in client.get("/graphql", headers=BROWSER).text
        time.sleep(1)
    began, problem = said
    assert began == "Fetching GraphiQL: 3 files …"
    assert problem.startswith(f"GraphiQL cannot be fetched: {nowhere} does not answer")
    assert problem.endswith("; GraphQL is served without it")


def test_a_cache_that_cannot_be_written(settings: dict[str, str], nowhere: str, tmp_path: Path) -> None:
    """A disk that takes nothing is one line too."""
    (tmp_path / "cache").write_text("in the way")
    said: list[str] = []
    with served({**settings, "CLAIMGRAPH_MAVEN_MIRROR": nowhere}, said) as client:
        assert "claimgraph serve" in client.get("/graphql", headers=BROWSER).text
        time.sleep(0.5)
    assert said == [f"GraphiQL cannot be kept in {tmp_path}/cache/neo4j: Not a directory; GraphQL is served without it"]


def test_turned_off_nothing_is_fetched(settings: dict[str, str], nowhere: str) -> None:
    """Without GraphiQL nobody is asked for it."""
    said: list[str] = []
    with served({**settings, "CLAIMGRAPH_MAVEN_MIRROR": nowhere, "CLAIMGRAPH_GRAPHIQL": "false"}, said) as client:
        assert "GraphiQL" not in client.get("/graphql", headers=BROWSER).text
    assert said == []


def test_a_repository_that_is_silent_holds_up_nothing(settings: dict[str, str]) -> None:
    """A network that swallows requests delays neither the first answer nor the end."""
    said: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as silent:
        mirror = f"http://127.0.0.1:{silent.getsockname()[1]}"
        began = time.monotonic()
        with served({**settings, "CLAIMGRAPH_MAVEN_MIRROR": mirror}, said) as client:
            assert client.get("/health").is_success
    assert time.monotonic() - began < 15
    assert said == ["Fetching GraphiQL: 3 files …"]


def test_on_loopback_only_names_of_this_machine_are_answered(settings: dict[str, str]) -> None:
    """A page elsewhere whose name leads to this machine reads nothing; Browser's guide and our own pages are there."""
    port = settings["CLAIMGRAPH_PORT"]
    with served({**settings, "CLAIMGRAPH_GRAPHIQL": "false"}, []) as client:
        for host in ("localhost", f"LOCALHOST:{port}", f"127.0.0.1:{port}", f"[::1]:{port}"):
            for path in ("/health", "/browser/guide.html", "/embed.js"):
                assert client.get(path, headers={"host": host}).status_code == 200, host
        for host in (f"rebound.example.org:{port}", "localhost.example.org", "127.0.0.1.example.org", "[", ""):
            refused = client.get("/health", headers={"host": host})
            assert refused.status_code == 400, host
            assert "answers to localhost, 127.0.0.1, ::1." in refused.text
            assert "CLAIMGRAPH_PUBLIC_URL" in refused.text


@pytest.mark.parametrize("open_to", ["CLAIMGRAPH_PUBLIC_URL", "CLAIMGRAPH_HOST"])
def test_a_service_for_others_is_called_by_any_name(settings: dict[str, str], open_to: str) -> None:
    """Behind a proxy, or on every address, names that we do not know lead to the service."""
    value = "https://claims.example.org" if open_to == "CLAIMGRAPH_PUBLIC_URL" else "0.0.0.0"  # noqa: S104
    with served({**settings, "CLAIMGRAPH_GRAPHIQL": "false", "CLAIMGRAPH_OPEN": "true", open_to: value}, []) as client:
        assert client.get("/health", headers={"host": "claims.example.org"}).status_code == 200
