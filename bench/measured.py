"""What measurements share: a Neo4j of their own, and how long each kind of work took."""

import time
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from claimgraph.graph.local.server import LocalNeo4j, Running
from claimgraph.graph.progress import Silent, Task
from claimgraph.graph.store import Store


class Timed:
    """Progress that keeps how long each piece of work took, in seconds."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    @contextmanager
    def task(self, title: str, total: int | None = None, unit: str = "") -> Iterator[Task]:
        """A piece of work."""
        del total, unit
        begun = time.perf_counter()
        yield Silent()
        self.seconds[title] += time.perf_counter() - begun

    def __str__(self) -> str:
        return ", ".join(f"{title.lower()} {seconds:.1f} s" for title, seconds in self.seconds.items())


@asynccontextmanager
async def server(settings: Mapping[str, str] | None = None) -> AsyncIterator[LocalNeo4j]:
    """An empty database with the default heap, not yet up, gone afterwards."""
    with TemporaryDirectory(prefix="claimgraph bench ") as home:
        local = LocalNeo4j(Path(home), bolt_port=27_687, http_port=27_474, settings=settings or {})
        try:
            yield local
        finally:
            await local.down()


@asynccontextmanager
async def up(local: LocalNeo4j) -> AsyncIterator[tuple[Running, Store]]:
    """That database, running, and a door to it."""
    running = await local.up(Silent())
    async with Store.open(running.bolt_uri, running.user, running.password, "neo4j") as store:
        yield running, store


@asynccontextmanager
async def neo4j() -> AsyncIterator[Store]:
    """An empty database with the default heap, gone afterwards."""
    async with server() as local, up(local) as (_, store):
        yield store
