"""The columns of the tables: what each is called, and what stands in it. `docs/pages.md` explains them to readers.

A column is a function of one row, a thing of an answer with its `address`; a cell keeps its type, so that GeoJSON shows
numbers as numbers. Several ids in one cell have blanks between, which no id holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from ....graph.words import counted
from ...reasons import Node

Cell = str | float | bool | None
Columns = Mapping[str, Callable[[Node], Cell]]


def cells(columns: Columns, row: Node) -> dict[str, Cell]:
    """One row of a table, by the columns' names."""
    return {name: column(row) for name, column in columns.items()}


def _at(*way: str) -> Callable[[Node], Cell]:
    """What stands at that place of the row; nothing where the way there ends early."""

    def column(row: Node) -> Cell:
        found: Any = row
        for step in way:
            if found is None:
                return None
            found = found.get(step)
        return found  # type: ignore[no-any-return]  # JSON, of which only scalars are asked for here

    return column


def _word(*way: str) -> Callable[[Node], Cell]:
    """A word of an enumeration, in small letters."""
    column = _at(*way)
    return lambda row: str(column(row)).lower() if column(row) else None


def _ids(things: Iterable[Node]) -> str:
    return " ".join(thing["id"] for thing in things)


def _linked(name: str) -> Callable[[Node], Cell]:
    return lambda row: _ids(link["claim"] for link in row[name]["nodes"])


def _level(level: Node) -> str:
    how = ", ".join(part for part in (level["verb"], (level["mode"] or "").lower().replace("_", " ")) if part)
    return f"{level['entity']['name']} ({how})" if how else str(level["entity"]["name"])


def _position(position: Node) -> str:
    counts = counted(position["originCount"], "claimant"), counted(position["reportCount"], "report")
    return f"{position['label']} ({', '.join(counts)})"


CLAIM: Final[Columns] = {
    "claim": _at("id"),
    "text": _at("text"),
    "claimant": lambda row: row["attribution"][0]["entity"]["name"],
    "claimant_id": lambda row: row["attribution"][0]["entity"]["id"],
    "attribution": lambda row: "; ".join(map(_level, row["attribution"])),
    "attribution_ids": lambda row: _ids(level["entity"] for level in row["attribution"]),
    "predicate": _at("predicate"),
    "subject": _at("subject", "name"),
    "subject_id": _at("subject", "id"),
    "object": _at("object", "name"),
    "object_id": _at("object", "id"),
    "during": _at("during", "name"),
    "during_id": _at("during", "id"),
    "low": _at("value", "low"),
    "high": _at("value", "high"),
    "low_open": _at("value", "lowOpen"),
    "high_open": _at("value", "highOpen"),
    "approximate": _at("value", "approximate"),
    "unit": _at("value", "unit"),
    "dimension": _at("value", "dimension"),
    "wording": _at("value", "wording"),
    "value_text": _at("value", "text"),
    "value_kind": _word("value", "kind"),
    "polarity": _word("polarity"),
    "modality": _word("modality"),
    "condition": _at("condition"),
    "event_start_min": _at("event", "startMin"),
    "event_start_max": _at("event", "startMax"),
    "event_end_min": _at("event", "endMin"),
    "event_end_max": _at("event", "endMax"),
    "event_edtf": _at("event", "edtf"),
    "asserted_min": _at("asserted", "min"),
    "asserted_max": _at("asserted", "max"),
    "published": _at("source", "publishedEdtf"),
    "published_at": _at("publishedAt"),
    "recorded_at": _at("recordedAt"),
    "source_id": _at("source", "id"),
    "source_title": _at("source", "title"),
    "source_url": _at("source", "url"),
    "publisher": _at("source", "publisher", "name"),
    "publisher_id": _at("source", "publisher", "id"),
    "locator": _at("locator"),
    "quote": _at("quote"),
    "quote_language": _at("quoteLanguage"),
    "contested": _at("contested"),
    "contradicts": _linked("contradicts"),
    "contradicts_count": _at("contradicts", "totalCount"),
    "corroborated_by": _linked("corroboratedBy"),
    "corroborated_by_count": _at("corroboratedBy", "totalCount"),
    "repeats": _linked("repeats"),
    "superseded_by": _linked("supersededBy"),
    "issues": lambda row: _ids(row["issues"]),
    "extraction_confidence": _at("extractionConfidence"),
    "dataset": _at("dataset"),
    "address": _at("address"),
}
ISSUE_CLAIM: Final[Columns] = {"standing": _at("standing"), "position": _at("position"), **CLAIM}
ENTITY_CLAIM: Final[Columns] = {"role": _at("role"), **CLAIM}
ISSUE: Final[Columns] = {
    "issue": _at("id"),
    "question": _at("question"),
    "family": _at("family"),
    "topic": _at("topic"),
    "contested": _at("contested"),
    "claims": _at("claimCount"),
    "positions": _at("positions", "totalCount"),
    "position_labels": lambda row: " | ".join(map(_position, row["positions"]["nodes"])),
    "address": _at("address"),
}
ENTITY: Final[Columns] = {
    "entity": _at("id"),
    "kind": _word("kind"),
    "name": _at("name"),
    "names": lambda row: "; ".join(row["names"]),
    "description": _at("description"),
    "named": _at("named"),
    "sides": lambda row: "; ".join(side["name"] for side in row["sides"]),
    "side_ids": lambda row: _ids(row["sides"]),
    "external_ids": lambda row: " ".join(row["externalIds"]),
    "place_type": _at("placeType"),
    "part_of": lambda row: _ids(row.get("partOf") or ()),
    "latitude": _at("location", "latitude"),
    "longitude": _at("location", "longitude"),
    "echelon": _at("echelon"),
    "symbol_code": _at("symbolCode"),
    "event_edtf": _at("time", "edtf"),
    "event_start_min": _at("time", "startMin"),
    "event_start_max": _at("time", "startMax"),
    "event_end_min": _at("time", "endMin"),
    "event_end_max": _at("time", "endMax"),
    "live": _at("live"),
    "datasets": lambda row: "; ".join(row["datasets"]),
    "address": _at("address"),
}
SOURCE: Final[Columns] = {
    "source": _at("id"),
    "title": _at("title"),
    "url": _at("url"),
    "archived_url": _at("archivedUrl"),
    "language": _at("language"),
    "published": _at("publishedEdtf"),
    "published_at": _at("publishedAt"),
    "publisher": _at("publisher", "name"),
    "publisher_id": _at("publisher", "id"),
    "retrieved_at": _at("retrievedAt"),
    "live": _at("live"),
    "dataset": _at("dataset"),
    "address": _at("address"),
}
FOUND: Final[Columns] = {
    "id": _at("id"),
    "kind": lambda row: str(row.get("kind") or row["__typename"]).lower(),
    "text": lambda row: row.get("text") or row["name"],
    "names": lambda row: "; ".join(row.get("names") or ()),
    "description": _at("description"),
    "claimant": lambda row: row["attribution"][0]["entity"]["name"] if "attribution" in row else None,
    "source_id": _at("source", "id"),
    "published": _at("source", "publishedEdtf"),
    "locator": _at("locator"),
    "contested": _at("contested"),
    "latitude": _at("location", "latitude"),
    "longitude": _at("location", "longitude"),
    "address": _at("address"),
}
