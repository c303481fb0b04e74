"""FollowTheMoney comes out of the graph as it went in: statements cell by cell, entities value by value."""

import csv
import json
from pathlib import Path
from typing import Any, Final

import pytest

from claimgraph.graph.store import Store
from claimgraph.tests.conftest import Run
from claimgraph.tests.loaders.samples import written

DONATIONS = Path(__file__).parents[3] / "shared" / "data" / "ftm" / "donations.ijson"
COLUMNS: Final = (
    *("id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "lang", "original_value", "external"),
    *("first_seen", "last_seen", "origin", "canonical_id"),
)
STATEMENTS: Final[tuple[tuple[str, ...], ...]] = (
    ("s1", "p1", "name", "name", "Person", "Léa, “Muster”", "money", "deu", "LÉA MUSTER", "f"),
    ("s2", "p1", "name", "name", "Person", "=1+1", "money", "", "", "f"),
    ("s3", "p1", "birthDate", "date", "Person", "1970-02", "money", "", "im Februar 1970", "t"),
    ("s4", "p2", "name", "name", "Person", "Lea\nMus\rter", "money", "", "", "f"),
    ("s5", "c1", "name", "name", "Company", "Muster GmbH", "other", "", "", "f"),
    ("s6", "c1", "id", "checksum", "Company", "0f0f", "other", "", "", "f"),
)
SEEN: Final = ("2030-01-05", "2030-02-05T10:00:00", "a crawler")


def statements(folder: Path) -> Path:
    """A file of statements of two datasets, in one of which two ids are one entity."""
    file = folder / "statements.csv"
    with file.open("w", newline="", encoding="utf-8") as stream:
        sheet = csv.writer(stream)
        sheet.writerow([*COLUMNS, "score"])
        for cells in STATEMENTS:
            sheet.writerow([*cells, *SEEN, "c1" if cells[1] == "c1" else "Q1", "0.5"])
    return file


def rows(file: Path) -> list[dict[str, str]]:
    """The rows of a CSV file, in no order of the file's."""
    with file.open(newline="", encoding="utf-8") as stream:
        return sorted(csv.DictReader(stream), key=lambda row: row["id"])


def entities(file: Path) -> dict[str, Any]:
    """Entities by id; the values of a property have no order."""
    told = {one["id"]: one for one in map(json.loads, file.read_text("utf-8").splitlines())}
    for one in told.values():
        one["properties"] = {prop: sorted(values) for prop, values in one["properties"].items()}
    return told


async def test_statements_come_out_as_they_went_in(empty: Store, run: Run, tmp_path: Path) -> None:
    """Every cell of every row, columns that the format does not know included; through JSON Lines too."""
    file, out, told = statements(tmp_path), tmp_path / "out.csv", tmp_path / "out.jsonl"
    assert await run("load", file) == 0
    assert await run("export", out, "--all", "--format", "ftm-statements") == 0
    assert rows(out) == rows(file)
    assert await run("export", told, "--all") == 0
    await empty.write(lambda tx: tx.run("MATCH (node) DETACH DELETE node"))
    assert await run("load", told) == 0
    assert await run("export", out, "--all", "--format", "ftm-statements") == 0
    assert rows(out) == rows(file)


async def test_statements_gather_as_entities(empty: Store, run: Run, tmp_path: Path) -> None:
    """One object an entity, with the values of its properties."""
    del empty
    out = tmp_path / "out.json"
    assert await run("load", statements(tmp_path)) == 0
    assert await run("export", out, "--all", "--format", "ftm-entities") == 0
    assert entities(out)["p1"]["properties"] == {
        "birthDate": ["1970-02"],
        "name": ["=1+1", "Léa, “Muster”"],
    }


@pytest.fixture(params=["sample", "donations"])
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A file of entities."""
    if request.param == "sample":
        return written(tmp_path, "donations.json")
    if not DONATIONS.exists():
        pytest.skip("the real file is not here")
    return DONATIONS


async def test_entities_come_out_as_they_went_in(empty: Store, run: Run, tmp_path: Path, file: Path) -> None:
    """Each with its schema, its properties and whatever stood beside those."""
    del empty
    out = tmp_path / "out.json"
    assert await run("load", file) == 0
    assert await run("export", out, "--all", "--format", "ftm-entities") == 0
    assert entities(out) == entities(file)
