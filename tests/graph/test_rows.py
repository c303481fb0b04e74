"""Rows: a cell's place is fixed, and a hash over the rest says whether anything differs."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from claimgraph.cypher import statement
from claimgraph.graph.records import (
    Assessment,
    Claim,
    Entity,
    Judgement,
    Kind,
    Level,
    Mode,
    Polarity,
    Range,
    Source,
    Span,
    Value,
    ValueKind,
)
from claimgraph.graph.rows import (
    HASH,
    ID,
    assessment_row,
    attribution_rows,
    claim_row,
    entity_row,
    judgement_row,
    source_row,
)

NOON = datetime(2022, 11, 11, 12, tzinfo=UTC)
EVENING = datetime(2022, 11, 11, 18, tzinfo=UTC)
CITY = Entity(
    "entity/kherson/city", "kherson", Kind.PLACE, "Kherson", names=("Херсон",), part_of=("entity/kherson/oblast",)
)
ARTICLE = Source("source/kherson/article", "kherson", "entity/kherson/paper", published_at=NOON)
CLAIM = Claim(
    "claim/c1x",
    "kherson",
    ARTICLE.id,
    "LOCATED_IN",
    "entity/kherson/force",
    "They are there.",
    (
        Level("entity/kherson/minister", "said", Mode.INDIRECT, Range(NOON, EVENING)),
        Level("entity/kherson/paper"),
    ),
    object=CITY.id,
)


def test_a_row_is_as_long_as_its_statement_reads() -> None:
    """The last cell that a statement takes is the row's last, its hash."""
    for name, row in (("create_claims", claim_row(CLAIM, NOON)), ("upsert_sources", source_row(ARTICLE))):
        cells = {int(cell) for cell in re.findall(r"row\[(\d+)\]", statement(f"write/{name}").text)}
        assert max(cells) == len(row) - 1, name


def test_the_first_and_last_cells_are_id_and_hash() -> None:
    """In rows of all three labels."""
    for record, row in ((CITY, entity_row(CITY)), (ARTICLE, source_row(ARTICLE)), (CLAIM, claim_row(CLAIM, NOON))):
        assert row[ID] == record.id
        assert re.fullmatch("[0-9a-f]{24}", str(row[HASH]))
        assert all(cell is None or isinstance(cell, str | float | bool | list) for cell in row)


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Cherson"},
        {"names": ("Kherson City",)},
        {"part_of": ()},
        {"named": False},
        {"location": (46.64, 32.61)},
        {"event": Span(edtf="2022")},
    ],
    ids=str,
)
def test_any_change_of_an_entity_changes_its_hash(change: dict[str, Any]) -> None:
    """What its relationships say included."""
    assert entity_row(replace(CITY, **change))[HASH] != entity_row(CITY)[HASH]


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Other words."},
        {"locator": "p. 2"},
        {"quote": "…"},
        {"raw": "{}"},
        {"extraction_confidence": 0.5},
        {"source_key": "c1"},
        {"value": Value(1, 1, quantity_text="one")},
    ],
    ids=str,
)
def test_any_correction_of_a_claim_changes_its_hash(change: dict[str, Any]) -> None:
    """Though its id stays."""
    assert claim_row(replace(CLAIM, **change), NOON)[HASH] != claim_row(CLAIM, NOON)[HASH]


SORT_AT = 29


@pytest.mark.parametrize(
    ("asserted", "published", "sorted_at"),
    [
        (Range(NOON, EVENING), None, NOON),
        (Range(None, EVENING), NOON, EVENING),
        (Range(), NOON, NOON),
        (Range(), None, None),
    ],
)
def test_a_claim_is_sorted_by_its_assertion(
    asserted: Range, published: datetime | None, sorted_at: datetime | None
) -> None:
    """Else by its source's publication; what has neither is left to the clock that records it."""
    cell = claim_row(replace(CLAIM, asserted=asserted), published)[SORT_AT]
    assert cell == (sorted_at.isoformat() if sorted_at else None)


def test_bounds_are_open_or_closed_only_where_something_is_measured() -> None:
    """A claim without a figure says nothing about bounds; one with a single bound does."""
    assert claim_row(CLAIM, None)[13:16] == [None, None, None]
    assert claim_row(replace(CLAIM, value=Value(kind=ValueKind.UNKNOWN)), None)[13:20] == [None] * 6 + ["unknown"]
    measured = Value(low=0.0, low_open=True, unit="item", dimension="losses")
    assert claim_row(replace(CLAIM, value=measured), None)[11:18] == [0.0, None, True, False, False, "item", "losses"]


def test_a_denial_is_written_as_a_word() -> None:
    """Rows hold plain text, which the driver can send."""
    row = claim_row(replace(CLAIM, polarity=Polarity.DENY), None)
    assert row[8] == "deny"
    assert type(row[8]) is str


def test_every_level_of_an_attribution_is_a_row() -> None:
    """Numbered from the claimant on; the publisher is the last."""
    assert attribution_rows(CLAIM) == [
        ["claim/c1x", "entity/kherson/minister", 0, "said", "indirect", NOON.isoformat(), EVENING.isoformat()],
        ["claim/c1x", "entity/kherson/paper", 1, None, None, None, None],
    ]


def test_a_judgement_reads_the_same_both_ways_round() -> None:
    """Its id is the same, so what is written under it has to be."""
    judgement = Judgement("judgement/j1x", "kherson", "different", "entity/b", "entity/a", "an editor", "another man")
    expected = ["judgement/j1x", "kherson", "DIFFERENT_FROM", "entity/a", "entity/b", "an editor", "another man", None]
    assert judgement_row(judgement) == expected
    assert judgement_row(replace(judgement, a="entity/a", b="entity/b")) == expected


def test_an_assessment_is_a_row() -> None:
    """In the order of `create_assessments`."""
    assessment = Assessment("assessment/a1x", "kherson", "claim/c1x", "fact-check", "false", "an editor", NOON)
    expected = ["assessment/a1x", "kherson", "claim/c1x", "fact-check", "false", "an editor", None, NOON.isoformat()]
    assert assessment_row(assessment) == expected
