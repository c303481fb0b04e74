"""What General Staff and Oryx say of tanks by a day, beside what an article said of that day: one question."""

import json
import re
from pathlib import Path

import pytest

from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load
from claimgraph.graph.store import Store
from claimgraph.loaders.inputs import compile_inputs
from claimgraph.tests.api.conftest import client_of

ROOT = Path(__file__).parents[2]
LOSSES = ROOT.parent / "shared" / "data" / "ukraine-losses"


@pytest.mark.skipif(not LOSSES.is_dir(), reason="the real files are not here")
async def test_what_they_say_of_tanks_by_a_day(empty: Store, tmp_path: Path) -> None:
    """The question of the documentation, on the real series and the article."""
    [query] = re.findall(r"```graphql\n(.*?)```", (ROOT / "docs" / "formats.md").read_text("utf-8"), re.DOTALL)
    days = json.loads((LOSSES / "russia_losses_equipment.json").read_text("utf-8"))
    autumn = tmp_path / "autumn.json"
    autumn.write_text(json.dumps([day for day in days if "2022-11-01" <= day["date"] <= "2022-11-20"]), "utf-8")
    compiled = compile_inputs([ROOT / "examples" / "kherson", autumn, LOSSES / "russia_losses_equipment_oryx.json"])
    await load(empty, compiled.evidence, Silent())
    async with client_of(empty) as client:
        answer = (await client.post("/graphql", json={"query": query})).json()
    assert "errors" not in answer
    said = answer["data"]
    [general_staff] = said["generalStaff"]["nodes"]
    assert general_staff["text"].endswith("2,814 (tanks) as of 2022-11-11.")
    assert general_staff["value"]["low"] == general_staff["value"]["high"] == 2814
    [issue] = general_staff["issues"]
    assert {"low": 1673.0, "high": None} in [each["value"] for each in issue["oryx"]["nodes"]]
    assert len(said["article"]["nodes"]) == 5
