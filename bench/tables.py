"""Evidence as the CSV files that Neo4j's importer and LOAD CSV take: a file for each kind of node and of relationship.

The same rows that our loader writes (`graph/rows.py`), without the hash, which only our loader has a use for.
"""

import csv
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from claimgraph.graph.evidence import Evidence
from claimgraph.graph.records import Claim, Entity
from claimgraph.graph.rows import attribution_rows, claim_row, entity_row, source_row

ENTITY = [
    "dataset",
    "kind",
    "name",
    "names:string[]",
    "search_names",
    "description",
    "external_ids:string[]",
    "side",
    "named:boolean",
]
SOURCE = [
    "dataset",
    "publisher_id",
    "title",
    "url",
    "language",
    "published_at:datetime",
    "published_edtf",
    "retrieved_at:datetime",
    "archived_url",
]
CLAIM = [
    "dataset",
    "source_id",
    "predicate",
    "subject_id",
    "object_id",
    "during_id",
    "claimant_id",
    "polarity",
    "modality",
    "condition",
    "quantity_low:double",
    "quantity_high:double",
    "low_open:boolean",
    "high_open:boolean",
    "approximate:boolean",
    "unit",
    "dimension",
    "value_text",
    "value_kind",
    "event_start_min:datetime",
    "event_start_max:datetime",
    "event_end_min:datetime",
    "event_end_max:datetime",
    "asserted_min:datetime",
    "asserted_max:datetime",
    "text",
    "quantity_text",
    "event_edtf",
    "sort_at:datetime",
    "locator",
    "quote",
    "quote_language",
    "raw",
    "extraction_confidence:double",
    "source_key",
    "published_at:datetime",
]
CLAIMED_BY = ["level:long", "verb", "mode", "at_min:datetime", "at_max:datetime"]
"""Columns in the order of the rows' cells, the id left out; those of no other type are strings."""


@dataclass(frozen=True, slots=True)
class Table:
    """One file: nodes of `label`, or relationships of `type` between two labels."""

    name: str
    columns: list[str]
    label: str = ""
    type: str = ""
    ends: tuple[str, str] = ("", "")

    @property
    def header(self) -> list[str]:
        """As the importer wants it."""
        start, end = self.ends
        keys = [f":START_ID({start})", f":END_ID({end})"] if self.type else [f"id:ID({self.label})"]
        return [*keys, *self.columns]


NODES = [
    Table("entities", [*ENTITY, ":LABEL"], "Entity"),
    Table("sources", SOURCE, "Source"),
    Table("claims", CLAIM, "Claim"),
]
RELATIONSHIPS = [
    Table("published_by", [], type="PUBLISHED_BY", ends=("Source", "Entity")),
    Table("part_of", [], type="PART_OF", ends=("Entity", "Entity")),
    Table("subject", [], type="SUBJECT", ends=("Claim", "Entity")),
    Table("object", [], type="OBJECT", ends=("Claim", "Entity")),
    Table("during", [], type="DURING", ends=("Claim", "Entity")),
    Table("stated_in", ["locator"], type="STATED_IN", ends=("Claim", "Source")),
    Table("claimed_by", CLAIMED_BY, type="CLAIMED_BY", ends=("Claim", "Entity")),
]


def write_tables(evidence: Evidence, folder: Path) -> dict[str, int]:
    """Writes every table with a header, and returns how many rows each has."""
    counts = dict.fromkeys((table.name for table in (*NODES, *RELATIONSHIPS)), 0)
    with ExitStack() as stack:
        files = {}
        for table in (*NODES, *RELATIONSHIPS):
            files[table.name] = csv.writer(
                stack.enter_context((folder / f"{table.name}.csv").open("w", newline="", encoding="utf-8"))
            )
            files[table.name].writerow(table.header)
        for name, row in _rows(evidence):
            files[name].writerow(map(_cell, row))
            counts[name] += 1
    return counts


def _rows(evidence: Evidence) -> Iterator[tuple[str, list[Any]]]:
    for entity in evidence.entities:
        yield from _entity(entity)
    for source in evidence.sources:
        yield "sources", source_row(source)[:-1]
        yield "published_by", [source.id, source.publisher]
    published = {source.id: source.published_at for source in evidence.sources}
    for claim in evidence.claims:
        yield from _claim(claim, published[claim.source])


def _entity(entity: Entity) -> Iterator[tuple[str, list[Any]]]:
    yield "entities", [*entity_row(entity)[: len(ENTITY) + 1], f"Entity;{entity.kind.value}"]
    for whole in entity.part_of:
        yield "part_of", [entity.id, whole]


def _claim(claim: Claim, published: datetime | None) -> Iterator[tuple[str, list[Any]]]:
    yield "claims", claim_row(claim, published)[:-1]
    yield "subject", [claim.id, claim.subject]
    yield "stated_in", [claim.id, claim.source, claim.locator]
    if claim.object:
        yield "object", [claim.id, claim.object]
    if claim.during:
        yield "during", [claim.id, claim.during]
    for claim_id, entity, *level in attribution_rows(claim):
        yield "claimed_by", [claim_id, entity, *level]


def _cell(value: Any) -> Any:  # noqa: ANN401 - whatever a row holds
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, list):
        return ";".join(value)
    return value


def columns_of(table: Table) -> Iterable[tuple[str, str]]:
    """(name, type) of each property."""
    for column in table.columns:
        name, _, kind = column.partition(":")
        if name:
            yield name, kind or "string"
