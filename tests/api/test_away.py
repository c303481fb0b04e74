"""A database that dies, freezes and comes back, seen through a proxy between the service and the real one."""

import asyncio
import time
from collections.abc import AsyncIterator

import httpx
import pytest

from claimgraph.graph.errors import QueryFailed, QueryTimedOut, Unavailable
from claimgraph.graph.local.server import Running
from claimgraph.graph.store import Store
from claimgraph.tests.api.conftest import client_of

pytestmark = pytest.mark.usefixtures("store")

QUERY = {"query": "{ statistics { version } }"}


class Proxy:
    """A TCP port before another that can be frozen (connections stay and nothing moves) or shut."""

    def __init__(self, host: str, port: int) -> None:
        self._target = host, port
        self._server: asyncio.Server | None = None
        self._flowing = asyncio.Event()
        self._flowing.set()
        self._writers: set[asyncio.StreamWriter] = set()
        self.port = 0

    async def open(self) -> None:
        """Listen, on the same port each time."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def shut(self) -> None:
        """Refuse connections and end those there are."""
        assert self._server
        self._server.close()
        for writer in list(self._writers):
            writer.transport.abort()
        await asyncio.sleep(0.05)

    def freeze(self) -> None:
        """Accept connections, and let nothing through."""
        self._flowing.clear()

    def thaw(self) -> None:
        """Go on."""
        self._flowing.set()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, here = await asyncio.open_connection(*self._target)
        self._writers |= {writer, here}
        await asyncio.gather(self._copy(reader, here), self._copy(there, writer))
        self._writers -= {writer, here}

    async def _copy(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while part := await reader.read(65536):
                await self._flowing.wait()
                writer.write(part)
                await writer.drain()
        except OSError:
            pass
        finally:
            writer.close()


@pytest.fixture
async def proxy(neo4j_server: Running) -> AsyncIterator[Proxy]:
    """A way to the real database that can be cut."""
    host, _, port = neo4j_server.bolt_uri.removeprefix("bolt://").partition(":")
    opened = Proxy(host, int(port))
    await opened.open()
    yield opened
    opened.thaw()
    await opened.shut()


@pytest.fixture
async def behind(proxy: Proxy, neo4j_server: Running) -> AsyncIterator[Store]:
    """The database through the proxy."""
    uri = f"bolt://127.0.0.1:{proxy.port}"
    async with Store.open(uri, neo4j_server.user, neo4j_server.password, "neo4j") as opened:
        await opened.read("RETURN 1", {}, timeout=20)
        yield opened


@pytest.fixture
async def client(behind: Store) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the service over the database through the proxy."""
    async with client_of(behind) as opened:
        yield opened


async def answer(client: httpx.AsyncClient) -> tuple[int, str | None, float]:
    """Status, code of the first error and seconds of one request."""
    began = time.monotonic()
    response = await client.post("/graphql", json=QUERY)
    errors = response.json().get("errors")
    return response.status_code, errors and errors[0]["extensions"]["code"], time.monotonic() - began


async def test_a_dead_database_and_its_return(proxy: Proxy, client: httpx.AsyncClient) -> None:
    """503 within two seconds for as long as it is away, and service by itself when it is back."""
    assert (await answer(client))[0] == 200
    await proxy.shut()
    for _ in range(3):
        status, code, seconds = await answer(client)
        assert (status, code) == (503, "DATABASE_UNAVAILABLE")
        assert seconds < 2
    await proxy.open()
    assert (await answer(client))[0] == 200


async def test_a_broken_connection_is_not_noticed(proxy: Proxy, client: httpx.AsyncClient) -> None:
    """A restart between two requests leaves dead connections in the pool; the next request takes a new one."""
    assert (await answer(client))[0] == 200
    await proxy.shut()
    await proxy.open()
    assert (await answer(client))[0] == 200


async def test_a_frozen_database(proxy: Proxy, client: httpx.AsyncClient) -> None:
    """One that takes connections and says nothing is away too, for requests that come together as well."""
    assert (await answer(client))[0] == 200
    proxy.freeze()
    for status, code, seconds in await asyncio.gather(*(answer(client) for _ in range(5))):
        assert (status, code) == (503, "DATABASE_UNAVAILABLE")
        assert seconds < 2
    assert (await client.get("/ready")).status_code == 503
    proxy.thaw()
    assert (await answer(client))[0] == 200


async def test_a_slow_query_is_waited_for(behind: Store) -> None:
    """A server that is busy answers who asks whether it lives; the query ends at its own time limit, not before."""
    began = time.monotonic()
    slow = "UNWIND range(1, 100000000) AS n WITH n WHERE n % 7 = 8 RETURN count(n)"
    with pytest.raises(QueryTimedOut, match=r"2\.5 seconds"):
        await behind.read(slow, {}, timeout=2.5)
    assert 2.4 < time.monotonic() - began < 4
    assert await behind.read("RETURN 1", {}, timeout=5) == [[1]]


async def test_errors_of_the_store(behind: Store, neo4j_server: Running) -> None:
    """A refused statement, and a refused password."""
    with pytest.raises(QueryFailed, match="SyntaxError"):
        await behind.read("RETRUN 1", {}, timeout=5)
    async with Store.open(neo4j_server.bolt_uri, "neo4j", "not the password", "neo4j") as locked:
        with pytest.raises(Unavailable, match="refuses the user or password"):
            await locked.read("RETURN 1", {}, timeout=5)


async def test_writes(behind: Store) -> None:
    """A piece of writing work is one transaction: done as a whole, or not at all."""
    made = await behind.write(lambda tx: tx.run("CREATE (n:Graph {id: $id}) RETURN n.id", {"id": "a test"}))
    assert made == [["a test"]]

    async def half(tx: object) -> None:
        await tx.run("MATCH (n:Graph {id: 'a test'}) DELETE n")  # type: ignore[attr-defined]
        raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError):
        await behind.write(half)
    assert await behind.write(lambda tx: tx.run("MATCH (n:Graph {id: 'a test'}) DELETE n RETURN 1")) == [[1]]
