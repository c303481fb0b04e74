"""`claimgraph up | down | status`, as a person types them."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import platformdirs
import psutil
import pytest


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A person's home folder, with a space in its path and nothing in it."""
    return tmp_path_factory.mktemp("a person")


def claimgraph(command: str, home: Path) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of `claimgraph COMMAND`."""
    settings = {"HOME": str(home), "CLAIMGRAPH_CACHE": platformdirs.user_cache_dir("claimgraph")}
    env = {name: value for name, value in os.environ.items() if not name.startswith(("CLAIMGRAPH_", "XDG_"))}
    words = [sys.executable, "-P", "-m", "claimgraph", command]
    done = subprocess.run(words, env=env | settings, capture_output=True, text=True, check=False, timeout=120)
    return done.returncode, done.stdout, done.stderr


def test_nothing_runs_at_first(home: Path) -> None:
    """Before the first `up`, `status` and `down` say so, and make nothing."""
    code, said, problems = claimgraph("status", home)
    assert (code, problems) == (3, "")
    assert said.startswith("Neo4j is not running; its home is ")
    assert claimgraph("down", home) == (0, "Neo4j was not running.\n", "")
    assert list(home.iterdir()) == []


@pytest.mark.usefixtures("jars")
def test_up_twice_at_once(home: Path) -> None:
    """Of two that start it at the same moment one does, the other waits, and both show the same server."""
    with ThreadPoolExecutor() as pool:
        ups = sorted(pool.map(lambda _: claimgraph("up", home), range(2)), key=lambda up: up[1])
    assert [(code, said.splitlines()[0]) for code, said, _ in ups] == [
        (0, "Neo4j runs; it was running already."),
        (0, "Neo4j runs; it was started."),
    ]
    assert ups[0][1].splitlines()[1:5] == ups[1][1].splitlines()[1:5]
    assert ups[0][2] == ""
    progress = ups[1][2].splitlines()
    assert progress[0] == "Starting Neo4j …"
    assert progress[-1].startswith("Starting Neo4j: done in ")


def test_status_says_where_it_is(home: Path) -> None:
    """`status` shows the addresses, the user and the password."""
    code, said, problems = claimgraph("status", home)
    assert (code, problems) == (0, "")
    began, *lines = said.splitlines()
    assert began == "Neo4j runs."
    told = dict(line.split(maxsplit=1) for line in lines)
    bolt = told["Bolt"].removeprefix("bolt://")
    assert bolt.startswith("127.0.0.1:")
    assert told["Browser"].endswith(f"/browser/?dbms=bolt://neo4j@{bolt}")
    assert told["User"] == "neo4j"
    folder = Path(told["Home"].rpartition(" (")[0])
    assert told["Password"] == (folder / "password").read_text().strip()


def test_down_stops_it(home: Path) -> None:
    """`down` stops it, and nothing of it is left."""
    assert claimgraph("down", home) == (0, "Neo4j has stopped.\n", "")
    assert claimgraph("status", home)[0] == 3
    assert [each for each in psutil.process_iter(["cmdline"]) if str(home) in str(each.info["cmdline"])] == []


def test_an_error_is_a_sentence(tmp_path: Path) -> None:
    """A home in which nothing can be written is one line on stderr and exit code 4."""
    (tmp_path / "file").write_text("in the way")
    code, said, problems = claimgraph("up", tmp_path / "file")
    assert (code, said, problems.count("\n")) == (4, "", 1)
    assert problems.startswith("error: The local Neo4j cannot use ")
