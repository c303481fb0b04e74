"""What the tests of the local Neo4j share: the jars, and an address where nobody answers."""

import socket
from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest

from claimgraph.graph.local.artifacts import jar_folder, locked_artifacts
from claimgraph.graph.local.cache import fetch_artifacts, fetch_webjars
from claimgraph.graph.progress import Silent


@pytest.fixture(scope="session")
async def jars() -> list[Path]:
    """All jars of the lock, complete, in the cache of all checkouts."""
    folder = jar_folder(platformdirs.user_cache_path("claimgraph"))
    await fetch_artifacts(folder, None, Silent())
    await fetch_webjars(folder, None, Silent())
    return [folder / artifact.file_name for artifact in locked_artifacts()]


@pytest.fixture
def full_cache(jars: list[Path], tmp_path: Path) -> Path:
    """A cache of the test's own with every jar. They are links: replace them, and write to none."""
    folder = tmp_path / "cache" / "neo4j"
    folder.mkdir(parents=True)
    for jar in jars:
        (folder / jar.name).symlink_to(jar)
    return folder.parent


@pytest.fixture
def nowhere() -> Iterator[str]:
    """The address of a repository that refuses every connection."""
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{reserved.getsockname()[1]}/maven"
