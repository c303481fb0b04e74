"""The local Neo4j: one server per home, found again, kept, stopped, and clear about what is in its way."""

import asyncio
import json
import socket
import stat
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import psutil
import pytest
from neo4j import AsyncGraphDatabase

from claimgraph.graph.errors import LocalServerError
from claimgraph.graph.local.server import LocalNeo4j, Running
from claimgraph.graph.progress import Silent


@pytest.fixture(scope="module")
async def local(tmp_path_factory: pytest.TempPathFactory, jars: list[Path]) -> AsyncIterator[LocalNeo4j]:
    """A local Neo4j in a folder with a space, for the tests of this module in their order."""
    assert jars
    local = LocalNeo4j(tmp_path_factory.mktemp("a home"))
    yield local
    await local.down()


async def query(running: Running, text: str) -> list[dict[str, Any]]:
    """The rows of a statement."""
    async with AsyncGraphDatabase.driver(running.bolt_uri, auth=(running.user, running.password)) as driver:
        records, _, _ = await driver.execute_query(text)
        return [record.data() for record in records]


def is_open(uri: str) -> bool:
    """Whether somebody listens at that address."""
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", int(uri.rpartition(":")[2]))) == 0


async def test_two_ups_at_once_are_one_server(local: LocalNeo4j) -> None:
    """Two that start it at the same moment get the same server, and one of them started it."""
    one, other = await asyncio.gather(local.up(Silent()), LocalNeo4j(local.home).up(Silent()))
    assert (one.pid, one.bolt_uri, one.password) == (other.pid, other.bolt_uri, other.password)
    assert {one.started_by_us, other.started_by_us} == {True, False}


async def test_up_finds_the_server_that_runs(local: LocalNeo4j) -> None:
    """`up` on a server that runs changes nothing and needs no jar."""
    found = await LocalNeo4j(local.home, cache=local.home / "no cache").up(Silent())
    assert found == local.running()
    assert await query(found, "CREATE (:Kept) RETURN 1 AS one") == [{"one": 1}]
    assert is_open(found.http_uri)


async def test_the_password_is_its_owners(local: LocalNeo4j) -> None:
    """The password is generated and stands in a file and a folder that only their owner can read."""
    running = local.running()
    assert running is not None
    assert local.instance.password_file.read_text().strip() == running.password
    assert len(running.password) == 20
    assert running.password not in repr(running)
    assert stat.S_IMODE(local.instance.password_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(local.instance.folder.stat().st_mode) == 0o700


async def test_it_listens_on_this_machine_only(local: LocalNeo4j) -> None:
    """No port of it is open to others."""
    running = local.running()
    assert running is not None
    listening = [each for each in psutil.Process(running.pid).net_connections() if each.status == "LISTEN"]
    assert {each.laddr.ip.removeprefix("::ffff:") for each in listening} == {"127.0.0.1"}
    assert len(listening) == 2


async def test_a_changed_password_is_a_sentence(local: LocalNeo4j) -> None:
    """A password file that does not fit the database is said."""
    kept = local.instance.password_file.read_text()
    local.instance.password_file.write_text("another\n")
    try:
        with pytest.raises(LocalServerError, match=r"refuses the password in .*; put the right one there"):
            await local.up(Silent())
    finally:
        local.instance.password_file.write_text(kept)


async def test_a_killed_server_is_started_again_on_other_ports(local: LocalNeo4j) -> None:
    """After a crash leaves its process file behind, `up` starts anew, past busy ports, with the data there was."""
    running = local.running()
    assert running is not None
    killed = psutil.Process(running.pid)
    killed.kill()
    psutil.wait_procs([killed], timeout=5)
    assert local.instance.process_file.exists()
    with ExitStack() as busy:
        bolt, http = (busy.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(2))
        wanted = {"bolt_port": bolt.getsockname()[1], "http_port": http.getsockname()[1]}
        again = await LocalNeo4j(local.home, **wanted).up(Silent())
    assert again.started_by_us
    assert again.bolt_uri != f"bolt://127.0.0.1:{wanted['bolt_port']}"
    assert again.http_uri != f"http://127.0.0.1:{wanted['http_port']}"
    assert await query(again, "MATCH (kept:Kept) RETURN count(*) AS kept") == [{"kept": 1}]


async def test_a_server_that_is_just_ending_is_started_anew(local: LocalNeo4j) -> None:
    """A process that is there and ends before it answers, as one that was killed a moment ago."""
    running = local.running()
    assert running is not None
    ending = psutil.Process(running.pid)
    ending.suspend()
    upping = asyncio.create_task(local.up(Silent()))
    await asyncio.sleep(1)
    ending.kill()
    again = await upping
    assert again.started_by_us
    assert again.pid != running.pid
    assert await query(again, "MATCH (kept:Kept) RETURN count(*) AS kept") == [{"kept": 1}]


async def test_down_stops_it(local: LocalNeo4j) -> None:
    """`down` ends the server within seconds, and says that there is none the second time."""
    running = local.running()
    assert running is not None
    assert await local.down()
    assert not psutil.pid_exists(running.pid) or psutil.Process(running.pid).status() == "zombie"
    assert not is_open(running.bolt_uri)
    assert local.running() is None
    assert not await local.down()


@pytest.fixture
def stranger() -> Iterator[subprocess.Popen[bytes]]:
    """A process that has nothing to do with Neo4j."""
    with subprocess.Popen(["sleep", "60"]) as process:
        yield process
        process.kill()


async def test_a_recycled_process_number_is_left_alone(tmp_path: Path, stranger: subprocess.Popen[bytes]) -> None:
    """A process file whose number is another process's by now stands for no server, and `down` harms nobody."""
    local = LocalNeo4j(tmp_path)
    local.instance.prepare()
    note = {"pid": stranger.pid, "bolt_port": 7687, "http_port": 7474}
    local.instance.process_file.write_text(json.dumps(note))
    assert local.running() is None
    assert not await local.down()
    assert stranger.poll() is None


@pytest.mark.parametrize("content", ["", "4711", "{", '{"pid": "x"}', "[]"])
def test_an_unreadable_process_file_stands_for_no_server(tmp_path: Path, content: str) -> None:
    """A process file that says nothing is as none."""
    local = LocalNeo4j(tmp_path)
    local.instance.prepare()
    local.instance.process_file.write_text(content)
    assert local.running() is None


async def test_a_server_that_dies_is_quoted(local: LocalNeo4j) -> None:
    """When Neo4j ends instead of starting, or Java itself, the error has the end of its log."""
    begin = f"Neo4j ended instead of starting; the end of {local.instance.log}:\n  "
    for broken, said in [
        (LocalNeo4j(local.home, settings={"server.nonsense": "1"}), "server.nonsense"),
        (LocalNeo4j(local.home, heap="huge"), "Invalid maximum heap size: -Xmxhuge"),
    ]:
        with pytest.raises(LocalServerError, match=said) as caught:
            await broken.up(Silent())
        assert str(caught.value).startswith(begin)


async def test_a_setting_that_does_not_exist_fails_the_first_start(tmp_path: Path) -> None:
    """A first start with a wrong setting fails before there is a database, and says why in a few lines."""
    with pytest.raises(LocalServerError, match=r"took no password[\s\S]*server\.nonsense") as caught:
        await LocalNeo4j(tmp_path, settings={"server.nonsense": "1"}).up(Silent())
    assert len(str(caught.value).splitlines()) <= 6


async def test_a_start_has_a_limit(tmp_path: Path) -> None:
    """A server that does not answer in time is stopped, and that is said."""
    local = LocalNeo4j(tmp_path, start_limit=0.2)
    with pytest.raises(LocalServerError, match=r"no answer for 0\.2 seconds; the end of "):
        await local.up(Silent())
    assert local.running() is None
    assert not local.instance.process_file.exists()


@pytest.mark.parametrize("below", ["", "a/b"])
async def test_a_home_that_is_no_folder_is_a_sentence(tmp_path: Path, below: str) -> None:
    """A home that cannot be written is one sentence with its path and what would be right."""
    (tmp_path / "file").write_text("in the way")
    local = LocalNeo4j(tmp_path / "file" / below)
    with pytest.raises(LocalServerError, match=r"file.*directory; CLAIMGRAPH_HOME") as caught:
        await local.up(Silent())
    assert "\n" not in str(caught.value)
    assert local.running() is None
    assert not await local.down()


async def test_a_cache_that_is_no_folder_is_a_sentence(tmp_path: Path) -> None:
    """So is a cache."""
    (tmp_path / "cache").write_text("in the way")
    with pytest.raises(LocalServerError, match=r"cache/neo4j: .*CLAIMGRAPH_CACHE"):
        await LocalNeo4j(tmp_path / "home", cache=tmp_path / "cache").up(Silent())


async def test_a_lost_password_is_a_sentence(tmp_path: Path) -> None:
    """A database whose password file is gone is not begun anew by itself."""
    local = LocalNeo4j(tmp_path)
    (local.instance.folder / "data" / "databases" / "system").mkdir(parents=True)
    with pytest.raises(LocalServerError, match=r"password is gone, .*put it back, or delete"):
        await local.up(Silent())
    assert not local.instance.password_file.exists()
