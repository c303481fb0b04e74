"""Judgements on which entities are the same: each sensible by itself, and none against the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..graph.identity import components
from ..graph.ids import judgement_id, key_of
from ..graph.records import Judgement

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from .references import References
    from .row import Row


def compiled_judgement(judgement: Judgement, row: Row, references: References) -> Judgement:
    """The judgement with its id; what is wrong with it is noted."""
    references.entity(judgement.a, row, "a")
    references.entity(judgement.b, row, "b")
    if judgement.a == judgement.b:
        message = f"'{key_of(judgement.b)}' is judged against itself; name two entities"
        references.problems.note(row, "b", message)
    identified = replace(judgement, id=judgement_id(judgement))
    if judgement.id and judgement.id != identified.id:
        message = f"what it says gives it the id '{identified.id}'; leave the id out or mend it"
        references.problems.note(row, "id", message)
    return identified


def contradictions(rows: Mapping[str, Row]) -> Iterator[tuple[Row, str, bool]]:
    """Entities said to differ and to be the same: where, what to say, and whether one dataset says both."""
    judgements = [row.record for row in rows.values() if isinstance(row.record, Judgement)]
    same = [judgement for judgement in judgements if judgement.record == "same"]
    different = [judgement for judgement in judgements if judgement.record == "different"]
    for component in components(_pairs(same), _pairs(different)):
        joining = [judgement for judgement in same if judgement.a in component.members]
        addresses = ", ".join(sorted(rows[judgement.id].locate("").address for judgement in joining))
        for judgement in different:
            if judgement.a != judgement.b and {judgement.a, judgement.b} <= set(component.members):
                message = f"these are said to differ, and to be the same at {addresses}; withdraw one of the two"
                one_dataset = {other.dataset for other in joining} == {judgement.dataset}
                yield rows[judgement.id], message, one_dataset


def _pairs(judgements: Collection[Judgement]) -> list[tuple[str, str]]:
    return [(judgement.a, judgement.b) for judgement in judgements]
