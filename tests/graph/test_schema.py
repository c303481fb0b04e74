"""Constraints and indexes, made again where a killed server left half of them, or an earlier version others."""

import pytest

from claimgraph.graph import schema
from claimgraph.graph.digest import digest
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load
from claimgraph.graph.schema import apply_schema, is_current
from claimgraph.graph.store import Store
from claimgraph.tests.synthetic import made_up

ORDERS = """SHOW INDEXES YIELD name, labelsOrTypes, properties, state
WHERE labelsOrTypes = ['Entity'] AND ANY(each IN properties WHERE each IN ['name', 'sort_name'])
RETURN name, properties, state ORDER BY name"""


async def test_an_index_without_its_constraint(empty: Store) -> None:
    """A server killed while it makes a constraint keeps its index alone; that is replaced."""
    await _run(
        empty,
        "DROP CONSTRAINT unit_id",
        "CREATE INDEX unit_id FOR (unit:Unit) ON (unit.id)",
        "MATCH (graph:Graph) REMOVE graph.schema_version",
    )
    await apply_schema(empty)
    found = await empty.read("SHOW CONSTRAINTS YIELD name WHERE name = 'unit_id' RETURN name", {}, timeout=9)
    assert found == [["unit_id"]]


async def test_a_graph_whose_lists_went_by_whole_names(empty: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its indexes on names, which refuse long ones, go; each entity, page by page, gets the beginning of its own."""
    monkeypatch.setattr(schema, "_PAGE", 7)
    evidence = made_up(seed=3, claims=9)
    await load(empty, [evidence], Silent())
    said, names = await digest(empty), "MATCH (entity:Entity) RETURN entity.id, entity.sort_name ORDER BY entity.id"
    expected = await empty.read(names, {}, timeout=9)
    await _run(
        empty,
        "DROP INDEX entity_order",
        "DROP INDEX entity_kind_order",
        "CREATE INDEX entity_name FOR (entity:Entity) ON (entity.name, entity.id)",
        "CREATE INDEX entity_kind FOR (entity:Entity) ON (entity.kind, entity.name, entity.id)",
        "MATCH (graph:Graph) SET graph.schema_version = 5 WITH graph MATCH (entity:Entity) REMOVE entity.sort_name",
    )
    assert await digest(empty) == said
    assert not await is_current(empty, timeout=9)
    assert not (await load(empty, [evidence], Silent())).wrote
    assert await is_current(empty, timeout=9)
    assert await empty.read(ORDERS, {}, timeout=9) == [
        ["entity_kind_order", ["kind", "sort_name", "id"], "ONLINE"],
        ["entity_order", ["sort_name", "id"], "ONLINE"],
    ]
    assert await empty.read(names, {}, timeout=9) == expected
    assert len({name for _, name in expected}) > 100
    assert await digest(empty) == said


async def _run(store: Store, *texts: str) -> None:
    """Each in a transaction of its own."""
    for text in texts:
        await store.write(lambda tx, text=text: tx.run(text))  # type: ignore[misc]
