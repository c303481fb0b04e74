"""The one door to Neo4j: statements and parameters go in, rows of plain values come out."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final, Self, TypeVar, cast
from urllib.parse import urlsplit

import neo4j
from neo4j.exceptions import AuthError, DatabaseUnavailable, DriverError, Neo4jError, SessionExpired

from .errors import ClaimgraphError, OutOfMemory, QueryFailed, QueryTimedOut, Unavailable

Rows = list[list[Any]]
"""What a statement returns: one list of values a row, in the order of its RETURN."""

T = TypeVar("T")

_CONNECT: Final = 1.5
"""Seconds to reach the server."""
_ACQUIRE: Final = 5.0
"""Seconds until there is a connection to use: a server that has just started takes its time over a log-in."""
_PATIENCE: Final = 0.4
"""Seconds of silence after which a read asks whether the server still answers, with `_PROBE` seconds for that."""
_PROBE: Final = 1.4
_BOLT: Final = 7687
_HELLO: Final = bytes.fromhex("6060b017" + "00000405" + 3 * "00000000")
"""How a Bolt connection begins: the magic number and the versions on offer, 5.4 here."""
_WRITE_RETRY: Final = 30.0


class Transaction:
    """What a piece of writing work gets: one open transaction."""

    def __init__(self, transaction: neo4j.AsyncManagedTransaction) -> None:
        self._transaction = transaction

    async def run(self, text: str, params: Mapping[str, Any] | None = None) -> Rows:
        """The statement's rows. Raises OutOfMemory, which ends the work: the driver would only try the same again."""
        try:
            result = await self._transaction.run(cast("Any", text), dict(params or {}))
            return await result.values()
        except Neo4jError as error:
            if "OutOfMemory" not in (error.code or ""):
                raise
            raise OutOfMemory(f"Neo4j has no memory for a transaction of this size: {error.code}") from error


class Store:
    """A Neo4j database. Opened once per process and closed by who opened it: `async with Store.open(…) as store`.

    Opening does not connect: a server that is away shows at the first use, and is used again as soon as it is back.
    """

    def __init__(self, driver: neo4j.AsyncDriver, database: str, uri: str) -> None:
        self._driver = driver
        self._database = database
        self._uri = uri
        address = urlsplit(uri)
        self._host, self._port = address.hostname, address.port or _BOLT
        self._tls = ssl.create_default_context() if "+" in address.scheme else None
        self._probing: asyncio.Task[bool] | None = None

    @classmethod
    def open(cls, uri: str, user: str, password: str, database: str) -> Self:
        """The database at that address."""
        driver = neo4j.AsyncGraphDatabase.driver(
            uri,
            auth=(user, password),
            connection_timeout=_CONNECT,
            connection_acquisition_timeout=_ACQUIRE,
            max_transaction_retry_time=_WRITE_RETRY,
            notifications_min_severity="OFF",
            telemetry_disabled=True,
            user_agent="claimgraph",
        )
        return cls(driver, database, uri)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """End all connections."""
        await self._driver.close()

    async def read(self, text: str, params: Mapping[str, Any], *, timeout: float) -> Rows:  # noqa: ASYNC109
        """The rows of a statement, run in a read transaction of its own that the server ends after `timeout` seconds.

        Raises Unavailable within two seconds when the server is away, or accepts connections and says nothing;
        QueryTimedOut; QueryFailed.
        """
        watch = _Watch(self._answers)
        try:
            async with asyncio.timeout(timeout) as limit:
                watch.begin(limit)
                return await self._read_again(text, params, timeout)
        except TimeoutError:
            if watch.is_away:
                raise Unavailable(f"Neo4j at {self._uri} does not answer") from None
            raise QueryTimedOut(f"the query took longer than {timeout:g} seconds and was ended") from None
        finally:
            watch.end()

    async def write(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """What `work` returns, done in one write transaction; it is run again where the server asks for that."""
        with self._errors():
            async with self._driver.session(database=self._database) as session:
                return await session.execute_write(lambda transaction: work(Transaction(transaction)))

    async def _read_again(self, text: str, params: Mapping[str, Any], timeout: float) -> Rows:  # noqa: ASYNC109
        with self._errors():
            try:
                return await self._read(text, params, timeout)
            except SessionExpired:  # a pooled connection that a restart of the server has ended: the next one is new
                return await self._read(text, params, timeout)

    async def _read(self, text: str, params: Mapping[str, Any], timeout: float) -> Rows:  # noqa: ASYNC109
        query = neo4j.Query(cast("Any", text), timeout=timeout)
        async with self._driver.session(
            database=self._database, default_access_mode=neo4j.READ_ACCESS, fetch_size=-1
        ) as session:
            result = await session.run(query, dict(params))
            return await result.values()

    async def _answers(self) -> bool:
        """Whether the server answers the shortest of questions; all who wonder at the same time share one."""
        if self._probing is None or self._probing.done():
            self._probing = asyncio.create_task(self._shakes_hands())
        return await asyncio.shield(self._probing)

    async def _shakes_hands(self) -> bool:
        """Whether the server says which Bolt it speaks: one that is busy, or has just started, does so at once."""
        try:
            async with asyncio.timeout(_PROBE):
                reader, writer = await asyncio.open_connection(self._host, self._port, ssl=self._tls)
                try:
                    writer.write(_HELLO)
                    return len(await reader.readexactly(4)) > 0
                finally:
                    writer.close()
        except (OSError, TimeoutError, asyncio.IncompleteReadError):
            return False

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (DriverError, Neo4jError, OSError) as error:
            raise self._translated(error) from error

    def _translated(self, error: Exception) -> ClaimgraphError:
        if isinstance(error, AuthError):
            return Unavailable(f"Neo4j at {self._uri} refuses the user or password")
        if isinstance(error, (DriverError, DatabaseUnavailable, OSError)):
            return Unavailable(f"Neo4j at {self._uri} is away")
        code = error.code or "" if isinstance(error, Neo4jError) else ""
        if "OutOfMemory" in code:
            return OutOfMemory(f"Neo4j has no memory for a transaction of this size: {code}")
        if ".TransactionTimedOut" in code:
            return QueryTimedOut("the query took longer than it may and was ended")
        return QueryFailed(f"Neo4j refused the statement: {code}: {error}")


class _Watch:
    """Looks after a read that takes long: when the server is away, its time is over at once.

    A timer and no task of its own, as nearly every read is done before it is looked after.
    """

    def __init__(self, answers: Callable[[], Awaitable[bool]]) -> None:
        self.is_away = False
        self._answers = answers
        self._limit: asyncio.Timeout
        self._timer: asyncio.TimerHandle | None = None
        self._asking: asyncio.Task[None] | None = None

    def begin(self, limit: asyncio.Timeout) -> None:
        """Watch what has that limit."""
        self._limit = limit
        self._timer = asyncio.get_running_loop().call_later(_PATIENCE, self._ask)

    def end(self) -> None:
        """Watch no longer."""
        if self._timer:
            self._timer.cancel()
        if self._asking:
            self._asking.cancel()

    def _ask(self) -> None:
        self._asking = asyncio.create_task(self._look())

    async def _look(self) -> None:
        while await self._answers():  # noqa: ASYNC110 - nothing here is told when a server goes away
            await asyncio.sleep(_PATIENCE)
        self.is_away = True
        self._limit.reschedule(asyncio.get_running_loop().time())
