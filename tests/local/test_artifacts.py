"""Neo4j's jars: exactly those of the lock, each complete or not there."""

import asyncio
import re
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from claimgraph.graph import local
from claimgraph.graph.errors import LocalServerError
from claimgraph.graph.local.artifacts import locked_artifacts, server_artifacts, sha256_of
from claimgraph.graph.local.cache import fetch_artifacts
from claimgraph.graph.progress import Silent
from claimgraph.tests.local.repositories import repository

SERVER_JAR = "neo4j-5.26.30.jar"


def not_found(request: BaseHTTPRequestHandler) -> None:
    """Has nothing."""
    request.send_error(404, "Not Found")


def something_else(request: BaseHTTPRequestHandler) -> None:
    """Sends a page, as the login of a hotel's network does."""
    request.send_response(200)
    request.send_header("Content-Length", "5")
    request.end_headers()
    request.wfile.write(b"login")


def torn(request: BaseHTTPRequestHandler) -> None:
    """Ends the connection in the middle of the file."""
    request.send_response(200)
    request.send_header("Content-Length", "100000")
    request.end_headers()
    request.wfile.write(b"half of it")


def endless(request: BaseHTTPRequestHandler) -> None:
    """Sends a little now and then, for ever."""
    request.send_response(200)
    request.end_headers()
    while not request.wfile.closed:
        request.wfile.write(bytes(1 << 16))
        time.sleep(0.05)


async def fetch(cache: Path, mirror: str | None = None) -> list[Path]:
    """All jars of Neo4j, in that cache."""
    return await fetch_artifacts(cache / "neo4j", mirror, Silent())


def test_the_lock_is_made_from_the_pom() -> None:
    """The lock carries the sha256 of the pom it was made from; when this fails, run `make lock-neo4j`."""
    with as_file(files(local) / "pom.xml") as pom:
        assert (files(local) / "artifacts.lock").read_text().startswith(f"# {sha256_of(pom)}  pom.xml")


def test_the_lock_has_what_the_pom_asks_for() -> None:
    """Each dependency of the pom is in the lock, at its version."""
    pom = ET.fromstring((files(local) / "pom.xml").read_text())  # noqa: S314 - our own file
    asked = {tuple(part.text for part in dependency)[:3] for dependency in pom.iter("dependency")}
    assert len(asked) == 5
    assert asked <= {(artifact.group, artifact.name, artifact.version) for artifact in locked_artifacts()}


def test_the_lock_is_exact_and_names_no_address() -> None:
    """Each artifact has a sha256 and a file name of its own, and nothing says where it comes from."""
    artifacts = locked_artifacts()
    assert len(artifacts) > 200
    assert [item for item in artifacts if not re.fullmatch("[0-9a-f]{64}", item.sha256)] == []
    assert len({artifact.file_name for artifact in artifacts}) == len(artifacts)
    assert "://" not in (files(local) / "artifacts.lock").read_text()


async def test_a_full_cache_needs_no_network(full_cache: Path, nowhere: str) -> None:
    """With every jar in the cache nobody is asked for anything."""
    assert len(await fetch(full_cache, nowhere)) == len(server_artifacts())


@pytest.mark.parametrize("content", [b"", b"half of it"])
async def test_a_torn_jar_is_fetched_again(full_cache: Path, jars: list[Path], content: bytes) -> None:
    """A jar with other content than the lock's is replaced, as one that is missing is."""
    jar = full_cache / "neo4j" / SERVER_JAR
    jar.unlink()
    jar.write_bytes(content)
    (full_cache / "neo4j" / jars[0].name).unlink()
    fetched = await fetch(full_cache)
    assert [sha256_of(path) for path in fetched] == [item.sha256 for item in server_artifacts()]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (not_found, "answers 404 Not Found"),
        (something_else, "sends other content than the lock names"),
        (torn, "does not answer (ChunkedEncodingError)"),
    ],
)
async def test_a_bad_repository_is_one_sentence(
    full_cache: Path, answer: Callable[[BaseHTTPRequestHandler], None], said: str
) -> None:
    """What a repository does wrong is said with its address and the artifact, and leaves nothing in the cache."""
    (full_cache / "neo4j" / SERVER_JAR).unlink()
    with repository(answer) as address, pytest.raises(LocalServerError) as caught:
        await fetch(full_cache, address)
    assert f"{address} {said}, asked for org.neo4j:neo4j:5.26.30;" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not (full_cache / "neo4j" / SERVER_JAR).exists()


async def test_no_network_is_one_sentence(tmp_path: Path, nowhere: str) -> None:
    """Without a network an empty cache is one sentence that says what would help."""
    with pytest.raises(LocalServerError, match=r"does not answer .*CLAIMGRAPH_MAVEN_MIRROR") as caught:
        await fetch(tmp_path, nowhere)
    assert "\n" not in str(caught.value)


async def test_a_cancelled_download_ends_at_once(full_cache: Path) -> None:
    """Ctrl-C during a download ends it, and the next one succeeds."""
    (full_cache / "neo4j" / SERVER_JAR).unlink()
    with repository(endless) as address:
        task = asyncio.create_task(fetch(full_cache, address))
        partial = full_cache / "neo4j" / "partial" / SERVER_JAR
        while not (partial.exists() and partial.stat().st_size):  # noqa: ASYNC110 - a file has no event
            await asyncio.sleep(0.01)
        began = time.monotonic()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert time.monotonic() - began < 2
    await fetch(full_cache)
    assert not partial.parent.exists()


async def test_two_downloads_at_once_share_the_work(full_cache: Path) -> None:
    """Two that miss the same jar wait for each other, and both find it."""
    (full_cache / "neo4j" / SERVER_JAR).unlink()
    one, other = await asyncio.gather(fetch(full_cache), fetch(full_cache))
    assert one == other
    assert (full_cache / "neo4j" / SERVER_JAR).is_file()


async def test_a_cache_that_is_no_folder(tmp_path: Path) -> None:
    """A cache that cannot be written raises the disk's error, which `up` says in a sentence."""
    (tmp_path / "neo4j").write_text("in the way")
    with pytest.raises(OSError, match="neo4j"):
        await fetch(tmp_path)
