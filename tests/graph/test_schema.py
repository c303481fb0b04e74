"""Constraints and indexes, made again where a killed server left half of them."""

from claimgraph.graph.schema import apply_schema
from claimgraph.graph.store import Store


async def test_an_index_without_its_constraint(empty: Store) -> None:
    """A server killed while it makes a constraint keeps its index alone; that is replaced."""
    for text in (
        "DROP CONSTRAINT unit_id",
        "CREATE INDEX unit_id FOR (unit:Unit) ON (unit.id)",
        "MATCH (graph:Graph) REMOVE graph.schema_version",
    ):
        await empty.write(lambda tx, text=text: tx.run(text))  # type: ignore[misc]
    await apply_schema(empty)
    found = await empty.read("SHOW CONSTRAINTS YIELD name WHERE name = 'unit_id' RETURN name", {}, timeout=9)
    assert found == [["unit_id"]]
