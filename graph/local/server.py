"""A Neo4j of our own, started and stopped: the real server, as a child that outlives who started it."""

import asyncio
import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import KW_ONLY, dataclass, field, replace
from pathlib import Path

import platformdirs
from filelock import AsyncFileLock
from neo4j import AsyncGraphDatabase
from neo4j.exceptions import AuthError, DriverError, TransientError

from ..errors import LocalServerError
from ..progress import Progress
from . import java
from .artifacts import jar_folder
from .cache import fetch_artifacts
from .instance import Instance, Process

USER = "neo4j"
HOST = "127.0.0.1"
PORTS_TRIED = 100
STARTS = 3
READY, TAKEN = "Started.", "Address already in use"
"""What the log says at the end of a start, and when another server took a port between our looking and our binding."""


@dataclass(frozen=True, slots=True)
class Running:
    """A local server that runs, for example "process 4711 at bolt://127.0.0.1:7687, password 5f0c…"."""

    bolt_uri: str
    http_uri: str
    user: str
    password: str = field(repr=False)
    pid: int
    started_by_us: bool
    """False when `up` found it running."""

    @property
    def browser_uri(self) -> str:
        """Neo4j Browser, with the address and the user filled in."""
        return f"{self.http_uri}/browser/?dbms=bolt://{self.user}@{self.bolt_uri.removeprefix('bolt://')}"


@dataclass(frozen=True)
class LocalNeo4j:
    """The Neo4j below `home`, of which there is one however often it is asked for.

    `cache` holds the downloaded artifacts of all homes. When a port is busy, the next free one is taken.
    `heap` and `page_cache` are sizes such as "512m", `settings` are further lines of neo4j.conf. A start
    without an answer after `start_limit` seconds has failed.
    """

    home: Path
    _: KW_ONLY
    cache: Path = field(default_factory=lambda: platformdirs.user_cache_path("claimgraph"))
    maven_mirror: str | None = None
    bolt_port: int = 7687
    http_port: int = 7474
    heap: str = "512m"
    page_cache: str = "256m"
    settings: Mapping[str, str] = field(default_factory=dict)
    start_limit: float = 120.0

    @property
    def instance(self) -> Instance:
        """What the server keeps on disk."""
        return Instance(self.home.expanduser().resolve() / "neo4j")

    async def up(self, progress: Progress) -> Running:
        """The server, running and answering; fetched, made and started where it is not yet.

        Interrupted at any moment it leaves no process behind, and the next `up` goes on from what is there.
        Raises LocalServerError.
        """
        with _disk_errors_said(self.instance):
            self.instance.prepare()
            async with AsyncFileLock(self.instance.lock_file):
                if found := self.running():
                    try:
                        await self._healthy(found, progress)
                    except LocalServerError:
                        if self.running():
                            raise  # one that was about to end, as after a kill, is started anew
                    else:
                        return found
                for _ in range(STARTS - 1):
                    try:
                        return await self._started(progress)
                    except LocalServerError:
                        if not self.instance.has_said(TAKEN):
                            raise
                return await self._started(progress)

    async def down(self) -> bool:
        """Whether there was a server to stop; it has ended then. Raises LocalServerError."""
        with _disk_errors_said(self.instance):
            if not self.instance.process_file.exists():
                return False
            async with AsyncFileLock(self.instance.lock_file):
                return await java.stop(self.instance)

    def running(self) -> Running | None:
        """The server, if it runs, whether it answers already or not."""
        process = java.running(self.instance)
        return None if process is None else self._at(process)

    def _at(self, process: Process) -> Running:
        return Running(
            bolt_uri=f"bolt://{HOST}:{process.bolt_port}",
            http_uri=f"http://{HOST}:{process.http_port}",
            user=USER,
            password=self.instance.password(),
            pid=process.pid,
            started_by_us=False,
        )

    async def _started(self, progress: Progress) -> Running:
        try:
            running = await self._start(progress)
            await self._healthy(running, progress)
        except BaseException:
            await java.stop(self.instance)
            raise
        return running

    async def _start(self, progress: Progress) -> Running:
        jars = await fetch_artifacts(jar_folder(self.cache), self.maven_mirror, progress)
        instance, env = self.instance, java.environment(self.instance, jars)
        ports = bolt_port, http_port = _free_ports(self.bolt_port, self.http_port)
        instance.configure(
            {
                "server.bolt.listen_address": f"{HOST}:{bolt_port}",
                "server.http.listen_address": f"{HOST}:{http_port}",
                "server.memory.pagecache.size": self.page_cache,
                **self.settings,
            }
        )
        if not instance.has_database:
            await java.set_initial_password(instance.password(), env)
        process = java.start(instance, self.heap, ports, env)
        return replace(self._at(process), started_by_us=True)

    async def _healthy(self, running: Running, progress: Progress) -> None:
        if await self._answers(running):
            return
        deadline = time.monotonic() + self.start_limit
        with progress.task("Starting Neo4j"):
            while not await self._answers(running):
                problem = ""
                if self.running() is None:
                    problem = "Neo4j ended instead of starting"
                elif time.monotonic() > deadline:
                    problem = f"Neo4j gave no answer for {self.start_limit:g} seconds"
                if problem:
                    log = self.instance.log
                    raise LocalServerError(f"{problem}; the end of {log}:{self.instance.last_words()}")
                await asyncio.sleep(0.1)

    async def _answers(self, running: Running) -> bool:
        """Whether both ports answer, Bolt to a query; HTTP is asked first, as it costs least and opens last."""
        if running.started_by_us and READY not in self.instance.last_words():
            return False  # whoever answers there took the port first, and ours is about to end
        auth = (running.user, running.password)
        try:
            _, writer = await asyncio.open_connection(HOST, int(running.http_uri.rpartition(":")[2]))
            writer.close()
            await writer.wait_closed()
            async with (
                AsyncGraphDatabase.driver(running.bolt_uri, auth=auth, telemetry_disabled=True) as driver,
                driver.session(database="neo4j") as session,
            ):
                await (await session.run("RETURN 1")).consume()
        except (DriverError, TransientError, OSError):
            return False
        except AuthError as error:
            raise LocalServerError(
                f"Neo4j at {running.bolt_uri} refuses the password in {self.instance.password_file};"
                f" put the right one there, or delete {self.instance.folder} to begin with an empty database"
            ) from error
        return True


def _free_ports(bolt_port: int, http_port: int) -> tuple[int, int]:
    """The first two free ports from there on."""
    with ExitStack() as held:
        return _free_port(bolt_port, held), _free_port(http_port, held)


def _free_port(wanted: int, held: ExitStack) -> int:
    last = min(wanted + PORTS_TRIED, 65535)
    for port in range(wanted, last + 1):
        with suppress(OSError):
            held.enter_context(socket.create_server((HOST, port)))
            return port
    raise LocalServerError(f"none of the ports {wanted} to {last} is free for Neo4j; choose others")


@contextmanager
def _disk_errors_said(instance: Instance) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise LocalServerError(
            f"The local Neo4j cannot use {error.filename or instance.folder}: {error.strerror or error};"
            " CLAIMGRAPH_HOME and CLAIMGRAPH_CACHE must be folders that you can write to"
        ) from error
