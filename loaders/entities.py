"""What must hold of entities and sources beyond their own fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..graph.circles import circles
from ..graph.ids import key_of
from ..graph.records import Entity, Kind, Source, Span
from .places import one_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .places import Problems
    from .references import References
    from .rows import Row

_FIELDS = {
    Kind.PLACE: ("place_type", "part_of", "location"),
    Kind.UNIT: ("echelon", "symbol_code"),
    Kind.EVENT: ("event",),
}


def check_entity(entity: Entity, row: Row, references: References) -> None:
    """Note fields of another kind, and a party or parent that is none."""
    for kind, names in _FIELDS.items():
        for name in names:
            if entity.kind is not kind and getattr(entity, name) not in (None, (), Span()):
                message = f"only {one_of(kind)} has this; '{key_of(entity.id)}' is {one_of(entity.kind)}"
                references.problems.note(row, name, message)
    if entity.side:
        party = references.entity(entity.side, row, "side")
        if party and party.side and party.side != party.id:
            message = f"'{key_of(party.id)}' is of the side of '{key_of(party.side)}' itself; name that one"
            references.problems.note(row, "side", message)
    for index, parent in enumerate(entity.part_of):
        references.entity(parent, row, f"part_of[{index}]", (Kind.PLACE,))


def check_source(source: Source, row: Row, references: References) -> None:
    """Note a publisher that is none."""
    references.entity(source.publisher, row, "publisher", (Kind.ORGANISATION,))


def check_parents(entities: Mapping[str, Entity], rows: Mapping[str, Row], problems: Problems) -> None:
    """Note each circle of places that are part of each other, once, at its first place."""
    for circle in circles({identifier: entity.part_of for identifier, entity in entities.items()}):
        names = " in ".join(key_of(place) for place in (*circle, circle[0]))
        problems.note(rows[circle[0]], "part_of", f"the places lie in each other: {names}", "CIRCLE")
