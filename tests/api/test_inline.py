"""Shapers written out make of a row what the careful ones make of it, however odd it is."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from claimgraph.graph.compile.inline import Inline, compiled
from claimgraph.graph.compile.shape import (
    SCALARS,
    Answer,
    Column,
    ShapeError,
    Shaper,
    first,
    many,
    nullable,
    one_of,
    required,
    thing,
)


def _source() -> Shaper:
    """A thing with every kind of column."""
    entity = one_of(
        {
            "Person": thing("Person", [Column("id", 1, required=True), Column("kind", None)]),
            "Place": thing("Place", [Column("id", 1, required=True), Column("level", 2, nullable(SCALARS["Int"]))]),
        }
    )
    level = thing("Level", [Column("verb", 0), Column("by", 1, first(required(entity, "by")), required=True)])
    return thing(
        "Claim",
        [
            Column("id", 0, required=True),
            Column("text", 1),
            Column("__typename", None),
            Column("subject", 2, first(required(entity, "subject")), required=True),
            Column("object", 3, first(nullable(entity))),
            Column("levels", 4, required(many(level), "levels"), required=True),
            Column("again", 1),
        ],
    )


PERSON, PLACE = ["Person", "a"], ["Place", "b", 4]
TOO_HIGH, NAMELESS, GHOST = ["Place", "b", 2**40], ["Person", None], ["X"]
SUBJECTS: list[Any] = [[PERSON], [PLACE], [], None, [None], [NAMELESS], [GHOST], [TOO_HIGH]]
LEVELS: list[Any] = [[], None, [["said", [PERSON]], [None, [PLACE]]], [["said", []]], [["said", [TOO_HIGH]]]]


@pytest.mark.parametrize("identifier", ["claim/c1", None])
@pytest.mark.parametrize("text", ["It is said.", None])
def test_equal(identifier: str | None, text: str | None) -> None:
    """The same answer, the same problems at the same places, or the same refusal."""
    careful = nullable(_source())
    quick = compiled(careful)
    assert isinstance(careful, Inline)
    assert not isinstance(quick, Inline)
    for subject, other, levels in itertools.product(SUBJECTS, SUBJECTS, LEVELS):
        row = [identifier, text, subject, other, levels]
        assert _made(quick, row) == _made(careful, row)


def test_a_refusal_is_the_same() -> None:
    """Where nothing above may be null, both raise."""
    for made in (_source(), compiled(_source())):
        with pytest.raises(ShapeError, match="id has no value") as raised:
            made([None, "", [PERSON], [], []], ("claim", ()), Answer([]))
        assert raised.value.steps == ["claim", "id"]


def _made(shaper: Shaper, row: list[Any]) -> tuple[Any, list[tuple[str, list[str | int]]]]:
    answer = Answer([])
    shown = shaper(row, ("claim", ()), answer)
    return shown, [(str(problem), problem.steps) for problem in answer.problems]
