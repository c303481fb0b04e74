"""`claimgraph up`, interrupted at any moment: no Java stays behind, and the next `up` goes on from there."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from claimgraph.graph.local.server import LocalNeo4j
from claimgraph.graph.progress import Silent

UP = [sys.executable, "-P", "-m", "claimgraph", "up"]


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory, jars: list[Path]) -> LocalNeo4j:
    """A local Neo4j that has never been started; each test of this module finds what the one before left."""
    assert jars
    return LocalNeo4j(tmp_path_factory.mktemp("interrupted"))


def javas(local: LocalNeo4j) -> list[psutil.Process]:
    """Every Java of this instance, the one that sets the password too."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.environ().get("NEO4J_HOME") == str(local.instance.folder):
                found.append(process)
    return found


def listens(local: LocalNeo4j) -> bool:
    """Whether Bolt is open, so that only HTTP and our own check are missing."""
    process = local.instance.process()
    return process is not None and any(
        each.laddr.port == process.bolt_port for each in psutil.Process(process.pid).net_connections()
    )


@contextmanager
def up_until(local: LocalNeo4j, moment: Callable[[], object], **env: str) -> Iterator[subprocess.Popen[str]]:
    """A `claimgraph up` of its own that has come to that moment."""
    env = {**os.environ, "CLAIMGRAPH_HOME": str(local.home), **env}
    with subprocess.Popen(UP, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        deadline = time.monotonic() + 60
        while not moment():
            assert process.poll() is None, process.communicate()
            assert time.monotonic() < deadline
            time.sleep(0.01)
        yield process


def test_ctrl_c_while_a_repository_is_silent(local: LocalNeo4j, tmp_path: Path) -> None:
    """Ctrl-C during the download does not wait for a repository that says nothing."""
    with socket.create_server(("127.0.0.1", 0), backlog=100) as silent:
        env = {
            "CLAIMGRAPH_CACHE": str(tmp_path),
            "CLAIMGRAPH_MAVEN_MIRROR": f"http://127.0.0.1:{silent.getsockname()[1]}",
        }
        with up_until(local, (tmp_path / "neo4j" / "partial").exists, **env) as process:
            time.sleep(0.5)
            process.send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=5)
    assert process.returncode == 130
    assert "Traceback" not in said
    assert javas(local) == []


@pytest.mark.parametrize(
    ("name", "moment"),
    [
        ("the password is being set", javas),
        ("the server begins", lambda local: local.instance.process()),
        ("the log has begun", lambda local: local.instance.process() and "Starting" in local.instance.log.read_text()),
        ("Bolt is open", listens),
    ],
)
def test_ctrl_c(local: LocalNeo4j, name: str, moment: Callable[[LocalNeo4j], object]) -> None:
    """Ctrl-C ends `up` within seconds, with the exit code of Ctrl-C and with no Java left."""
    with up_until(local, lambda: moment(local)) as process:
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
    assert process.returncode == 130, name
    assert "Traceback" not in said
    assert javas(local) == []
    assert local.running() is None


def test_ctrl_c_twice(local: LocalNeo4j) -> None:
    """A second Ctrl-C, while the server is being stopped, leaves none either."""
    with up_until(local, local.instance.process) as process:
        for _ in range(2):
            process.send_signal(signal.SIGINT)
            time.sleep(0.1)
        process.communicate(timeout=20)
    assert process.returncode in {130, -signal.SIGINT}
    assert javas(local) == []


async def test_a_killed_up_leaves_a_server_that_the_next_one_takes(local: LocalNeo4j) -> None:
    """When `up` itself is killed, its Java goes on; the next `up` finds it and there is one server."""
    with up_until(local, local.instance.process) as process:
        process.kill()
    (java,) = javas(local)
    running = await local.up(Silent())
    assert (running.pid, running.started_by_us) == (java.pid, False)
    assert javas(local) == [java]
    assert await local.down()
    assert javas(local) == []
