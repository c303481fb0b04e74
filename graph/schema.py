"""Constraints and indexes, and what a graph of an earlier version lacks: what has to stand before a load."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Collection, Iterable
from functools import partial

from ..cypher import Statement, script, statement
from .store import Store, Transaction

_TYPE = "RELATION"
_CONSTRAINT = re.compile(r"CREATE CONSTRAINT (\w+)")
_PATIENCE = 30.0
_PAGE = 5_000
_AT_ONCE = 8
"""Constraints made side by side: one after the other, a corpus with eighty predicates waits ten seconds for them."""

SCHEMA_VERSION = 6
"""Raised with every change of `cypher/schema/schema.cypher`, and of what older claims and entities have to be given."""
_COMPLETED = ("write/date_claims", "write/sort_entities")
"""Statements that give what an earlier version did not, a page at a time."""


async def apply_schema(store: Store) -> None:
    """Makes every constraint and index that is missing, waits until they are usable, and completes what is older."""
    if await is_current(store, timeout=_PATIENCE):
        return
    texts = script("schema/schema")
    await _drop_left_over(store, {found[1] for text in texts if (found := _CONSTRAINT.match(text))})
    for text in texts:
        await _execute(store, text)
    for name in _COMPLETED:
        await _complete(store, statement(name))
    await store.write(lambda tx: tx.run(statement("write/schema").text, {"version": SCHEMA_VERSION}))


async def is_current(store: Store, *, timeout: float) -> bool:  # noqa: ASYNC109 - it is the server's to keep
    """Whether the database has the constraints and indexes of this version."""
    return bool(await store.read(statement("read/schema").text, {"version": SCHEMA_VERSION}, timeout=timeout))


async def key_relations(store: Store, types: Iterable[str]) -> None:
    """Makes `claim_id` unique on each of these natural edges' types."""
    known = {name for (name,) in await store.read(statement("read/relation_keys").text, {}, timeout=_PATIENCE)}
    missing = sorted(set(types) - known)
    if missing:
        await _drop_left_over(store, {f"relation_{name}" for name in missing})
    for start in range(0, len(missing), _AT_ONCE):
        texts = [of_type("schema/relation_key", name).text for name in missing[start : start + _AT_ONCE]]
        await asyncio.gather(*(_execute(store, text) for text in texts))


def of_type(name: str, relation_type: str) -> Statement:
    """The statement of that file for one type of natural edge, a name that a vocabulary has let through."""
    template = statement(name)
    return Statement(template.text.replace(_TYPE, relation_type), template.params, template.doc)


async def _drop_left_over(store: Store, constraints: Collection[str]) -> None:
    """Drops the index that a constraint leaves behind when the server is killed while the constraint is being made."""
    alone = {name for (name,) in await store.read(statement("read/lone_indexes").text, {}, timeout=_PATIENCE)}
    for name in sorted(alone.intersection(constraints)):
        await _execute(store, f"DROP INDEX {name} IF EXISTS")


async def _complete(store: Store, completing: Statement) -> None:
    """Gives all that is there what an earlier version did not, a page a transaction."""
    after: str | None = ""
    while after is not None:
        params = {"after": after, "limit": _PAGE}
        [[after]] = await store.write(partial(Transaction.run, text=completing.text, params=params))


async def _execute(store: Store, text: str) -> None:
    """Runs one statement in a transaction of its own: Neo4j keeps changes of the schema and of data apart."""
    await store.write(lambda tx: tx.run(text))
