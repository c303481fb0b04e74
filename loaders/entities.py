"""What must hold of entities and sources beyond their own fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..graph.circles import circles
from ..graph.ids import LONGEST_KEY, dataset_id, entity_id, key_of, source_id
from ..graph.judgements import AUTOMATIC, BY_HAND
from ..graph.records import Assessment, Claim, Dataset, Entity, Judgement, Kind, Source, Span
from .moments import check_order
from .places import one_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .places import Problems
    from .references import References
    from .row import Row
    from .rows import Rows

_FIELDS = {
    Kind.PLACE: ("place_type", "part_of", "location"),
    Kind.UNIT: ("echelon", "symbol_code"),
    Kind.EVENT: ("event",),
}


def check_described(row: Row, references: References) -> None:
    """Note what is wrong with a dataset, an entity or a source."""
    record, note = row.record, references.problems.note
    if isinstance(record, (Claim, Judgement, Assessment)):
        return
    if isinstance(record, Dataset):
        expected = dataset_id(key_of(record.id))
        if key_of(record.id) == AUTOMATIC:
            note(row, "id", f"the key '{AUTOMATIC}' is kept for what is judged without people; choose another")
    else:
        if record.dataset == BY_HAND:
            note(row, "dataset", f"the dataset '{BY_HAND}' holds judgements only; choose another key")
        make_id = entity_id if isinstance(record, Entity) else source_id
        expected = make_id(record.dataset, key_of(record.id))
        references.dataset(record.dataset, row)
    _, _, key = expected.rpartition("/")
    if len(key) > LONGEST_KEY:
        reason = f"a key may take {LONGEST_KEY} (a letter that is not English takes 6 or more)"
        note(row, "id", f"the key takes {len(key):,} bytes in ids; {reason}")
    elif record.id != expected:
        note(row, "id", f"'{record.id}' should be written '{expected}'")
    check_order(record, row, references.problems)
    if isinstance(record, Entity):
        _check_entity(record, row, references)
    if isinstance(record, Source):
        references.entity(record.publisher, row, "publisher", (Kind.ORGANISATION,))


def _check_entity(entity: Entity, row: Row, references: References) -> None:
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


def check_parents(parents: Mapping[str, tuple[str, ...]], rows: Rows, problems: Problems) -> None:
    """Note each circle of places that are part of each other, once, at its first place."""
    for circle in circles(parents):
        names = " in ".join(key_of(place) for place in (*circle, circle[0]))
        if row := rows.find("entity", circle[0]):
            problems.note(row, "part_of", f"the places lie in each other: {names}", "CIRCLE")
