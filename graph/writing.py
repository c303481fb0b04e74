"""How the write path talks to Neo4j: rows in, counted, and rows out, in one transaction or in many."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

from ..cypher import Statement, statement
from .errors import Conflict, OutOfMemory

BATCH = 5_000
"""Rows in one statement; 1,000 to 10,000 are alike."""

_FEWEST = 100
"""Rows of a portion that is not halved further, where the server has no memory for it."""

T = TypeVar("T")


class IndivisibleError(OutOfMemory):
    """The server has no memory for a transaction in which everything is to be done."""


class Transaction(Protocol):
    """One open transaction."""

    async def run(self, text: str, params: dict[str, Any]) -> list[list[Any]]:
        """The records of one statement as lists of values."""


class Transact(Protocol):
    """Does a piece of work whole or not at all: in the load's only transaction, or in one of its own."""

    async def __call__(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """What the work returns. It may be run again, so it must be repeatable."""


class Within:
    """Does each piece of work in the one transaction that is already open."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def __call__(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """What the work returns. Raises IndivisibleError where the transaction is too large for the server."""
        try:
            return await work(self._tx)
        except OutOfMemory as error:
            raise IndivisibleError(str(error)) from error


async def read_rows(tx: Transaction, name: str, **params: Any) -> list[list[Any]]:  # noqa: ANN401 - what Cypher takes
    """The records of `cypher/read/<name>.cypher`."""
    return await tx.run(statement(f"read/{name}").text, params)


async def write_rows(tx: Transaction, what: str | Statement, rows: Sequence[object], **params: Any) -> None:  # noqa: ANN401
    """Sends rows (or ids) through `cypher/write/<what>.cypher`, and holds its count against what was sent.

    Raises Conflict when fewer were written than sent, which rolls the transaction back: something that they refer to
    is gone.
    """
    chosen = statement(f"write/{what}") if isinstance(what, str) else what
    [name] = chosen.params & {"rows", "ids"}
    for batch in batches(rows):
        counted = await tx.run(chosen.text, {name: batch, **params})
        if counted and counted[0][0] != len(batch):
            effect = chosen.doc.splitlines()[0]
            message = (
                f"{counted[0][0]} of {len(batch)} rows were written ({effect}): "
                "something that they refer to is not in the graph"
            )
            raise Conflict(message)


async def by_halves(rows: Sequence[T], work: Callable[[Sequence[T]], Awaitable[None]], fewest: int = _FEWEST) -> None:
    """Does the work on all rows at once, or on each half where the server has no memory for that, and so on.

    Raises OutOfMemory, naming rows, where it has none for `fewest`, or where one transaction is to hold everything.
    """
    try:
        await work(rows)
    except IndivisibleError:
        raise
    except OutOfMemory as error:
        if len(rows) <= fewest:
            which = f"{len(rows)} rows, from {_name(rows[0])} to {_name(rows[-1])}"
            raise OutOfMemory(f"{error}; it was {which}; give the server more (CLAIMGRAPH_HEAP)") from None
        middle = len(rows) // 2
        await by_halves(rows[:middle], work, fewest)
        await by_halves(rows[middle:], work, fewest)


def batch_size(weight: int = 1) -> int:
    """How many rows go into one statement; `weight` is how many rows of the graph one of them stands for."""
    return max(1, BATCH // weight)


def batches(rows: Sequence[T], weight: int = 1) -> Iterator[Sequence[T]]:
    """The rows in portions."""
    size = batch_size(weight)
    return (rows[start : start + size] for start in range(0, len(rows), size))


def _name(row: Any) -> str:  # noqa: ANN401 - any row
    if isinstance(row, str):
        return row
    return str(row[0] if isinstance(row, Sequence) else row.id)
