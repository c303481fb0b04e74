"""Claims and places as features of a map (GeoJSON, RFC 7946): a point for each claim and each place that it names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ...reasons import Node
from .columns import Columns, cells

BEGINNING: Final = '{"type":"FeatureCollection","features":['
END: Final = "]}"
_ROLES: Final = ("subject", "object")
"""What a place can be in a claim; the event that it is told of has no place of its own."""


def features(row: Node, columns: Columns) -> Iterator[Node]:
    """The features of one row of a table: a place itself, or each place with a location that a claim names."""
    if row.get("location"):
        yield _feature(row, "itself", row, columns)
    for role in _ROLES:
        place = row.get(role)
        if place and place.get("location"):
            yield _feature(row, role, place, columns)


def names_a_place(shown: Any) -> bool:  # noqa: ANN401 - any part of an answer
    """Whether there is a place with a location anywhere in what a page shows."""
    if isinstance(shown, dict):
        return bool(shown.get("location")) or any(map(names_a_place, shown.values()))
    return isinstance(shown, list) and any(map(names_a_place, shown))


def _feature(row: Node, role: str, place: Node, columns: Columns) -> Node:
    at = place["location"]
    named = {"place": place.get("name"), "place_id": place.get("id"), "place_role": role}
    return {
        "type": "Feature",
        "id": f"{row['id']}#{role}",
        "geometry": {"type": "Point", "coordinates": [at["longitude"], at["latitude"]]},
        "properties": {**named, **cells(columns, row)},
    }
