"""Records as FollowTheMoney: what came from there goes out as it came; of the rest, what its properties can say.

What came in is kept whole in each claim's `raw`, so statements and entities go out equal to what came in, value by
value. An entity of another dataset goes out with the schema of its kind, its names, description and Wikidata id; a
claim about it has no property there, and is counted. Cells are not guarded against spreadsheets: equality is promised.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

import orjson

from ...graph.records import Claim, Entity, Kind
from ...graph.scratch import Scratch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...graph.records import Record

COLUMNS: Final = (
    *("id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "lang", "original_value", "external"),
    *("first_seen", "last_seen", "origin", "canonical_id"),
)
"""Of a file of statements, in this order; what else a statement had follows."""
_SCHEMATA: Final = {
    Kind.PERSON: "Person",
    Kind.UNIT: "Organization",
    Kind.ORGANISATION: "Organization",
    Kind.PLACE: "Address",
    Kind.EVENT: "Event",
    Kind.THING: "Thing",
}
_TABLE: Final = "CREATE TABLE value (dataset, entity, prop, value, told, ours);"


class Exported:
    """Everything that FollowTheMoney can say of some records, gathered on disk."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.left_out = 0
        """Claims that no property of FollowTheMoney can say."""
        self._scratch = Scratch(_TABLE)
        self._scratch.run_many("INSERT INTO value VALUES (?, ?, ?, ?, ?, ?)", self._values(records))
        self._scratch.run("CREATE INDEX of_entity ON value (dataset, ours, entity, prop, value)")

    def statements(self) -> Iterator[dict[str, str]]:
        """The statements, by dataset, entity, property and value."""
        for dataset, told in self._told():
            if "entity_id" in told:
                yield {name: "" if cell is None else str(cell) for name, cell in told.items()}
            elif "prop" in told:
                yield _statement(dataset, told)

    def entities(self) -> Iterator[dict[str, Any]]:
        """The entities, each with its properties."""
        current: tuple[str, str] | None = None
        entity: dict[str, Any] = {}
        for dataset, told in self._told():
            key = (dataset, str(told.get("entity_id") or told["id"]))
            if key != current:
                if entity:
                    yield _finished(entity)
                current, entity = key, {"id": key[1], "properties": defaultdict(set)}
            if "prop" in told:
                entity["properties"][told["prop"]].add(told["value"])
                entity.setdefault("schema", told["schema"])
            else:
                entity |= told
        if entity:
            yield _finished(entity)

    def _told(self) -> Iterator[tuple[str, dict[str, Any]]]:
        for dataset, told in self._scratch.rows(
            """
            SELECT dataset, told FROM value AS one
            WHERE NOT ours OR NOT EXISTS (SELECT * FROM value WHERE dataset = one.dataset AND NOT ours)
            ORDER BY dataset, entity, prop, value, told
            """
        ):
            yield dataset, orjson.loads(told)

    def _values(self, records: Iterable[Record]) -> Iterator[tuple[object, ...]]:
        for record in records:
            if isinstance(record, Claim) and record.predicate.startswith("FTM_") and record.raw:
                raw = orjson.loads(record.raw)
                for told in raw if isinstance(raw, list) else [raw]:
                    yield *_row(record.dataset, told), False
            elif isinstance(record, Claim):
                self.left_out += 1
            elif isinstance(record, Entity):
                # Of a dataset that came from FollowTheMoney, the claims say all.
                for told in _of_ours(record):
                    yield *_row(record.dataset, told), True


def _row(dataset: str, told: dict[str, Any]) -> tuple[str, str, str, str, bytes]:
    entity = str(told.get("entity_id") or told["id"])
    return dataset, entity, str(told.get("prop", "")), str(told.get("value", "")), orjson.dumps(told)


def _of_ours(entity: Entity) -> Iterator[dict[str, Any]]:
    identifier, schema = entity.id.removeprefix("entity/"), _SCHEMATA[entity.kind]
    values = [("full" if entity.kind is Kind.PLACE else "name", entity.name)]
    values += [("alias", name) for name in entity.names]
    values += [("description", entity.description)] if entity.description else []
    values += [("wikidataId", each.partition(":")[2]) for each in entity.external_ids if each.startswith("wikidata:")]
    for prop, value in values:
        yield {"id": identifier, "schema": schema, "prop": prop, "value": value}


def _statement(dataset: str, told: dict[str, Any]) -> dict[str, str]:
    """A statement for a value that had none, with the id that FollowTheMoney would give it."""
    key = f"{dataset}.{told['id']}.{told['prop']}.{told['value']}"
    return {
        "id": hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest(),
        "entity_id": told["id"],
        "prop": told["prop"],
        "schema": told["schema"],
        "value": told["value"],
        "dataset": dataset,
        "canonical_id": told["id"],
    }


def _finished(entity: dict[str, Any]) -> dict[str, Any]:
    properties = {prop: sorted(values) for prop, values in sorted(entity["properties"].items())}
    return {"id": entity["id"], "schema": entity.get("schema", "Thing")} | entity | {"properties": properties}
