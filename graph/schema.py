"""Constraints and indexes: what has to stand before a load, made in transactions of their own."""

from __future__ import annotations

from collections.abc import Iterable

from ..cypher import Statement, script, statement
from .store import Store

_TYPE = "RELATION"
_PATIENCE = 30.0


SCHEMA_VERSION = 1
"""Raised with every change of `cypher/schema/schema.cypher`."""


async def apply_schema(store: Store) -> None:
    """Makes every constraint and index that is missing, and waits until they are usable."""
    if await store.read(statement("read/schema").text, {"version": SCHEMA_VERSION}, timeout=_PATIENCE):
        return
    for text in script("schema/schema"):
        await _execute(store, text)
    await store.write(lambda tx: tx.run(statement("write/schema").text, {"version": SCHEMA_VERSION}))


async def key_relations(store: Store, types: Iterable[str]) -> None:
    """Makes `claim_id` unique on each of these natural edges' types."""
    known = {name for (name,) in await store.read(statement("read/relation_keys").text, {}, timeout=_PATIENCE)}
    for name in sorted(set(types) - known):
        await _execute(store, of_type("schema/relation_key", name).text)


def of_type(name: str, relation_type: str) -> Statement:
    """The statement of that file for one type of natural edge; types come from vocabularies, which allow only A-Z and _."""
    template = statement(name)
    return Statement(template.text.replace(_TYPE, relation_type), template.params, template.doc)


async def _execute(store: Store, text: str) -> None:
    """Runs one statement in a transaction of its own: Neo4j keeps changes of the schema and of data apart."""
    await store.write(lambda tx: tx.run(text))
