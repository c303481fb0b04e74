"""Files of all formats on a real database, and the real files where they are: complete, and nothing the second time."""

import bz2
import csv
import gzip
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from claimgraph.graph.digest import digest
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load
from claimgraph.graph.store import Store
from claimgraph.loaders.compiled import Compiled
from claimgraph.loaders.inputs import compile_inputs
from claimgraph.tests.conftest import Run
from claimgraph.tests.loaders.samples import SAMPLES, UAWARDATA, WIKIDATA, written

DATA = Path(__file__).parents[3] / "shared" / "data"
LOSSES = DATA / "ukraine-losses"
real = pytest.mark.skipif(not DATA.is_dir(), reason="the real files are not here")


def test_every_format_says_what_it_says(tmp_path: Path) -> None:
    """Positions with strength and superior; days and models; statements with their ranks; entities and edges."""
    told = {name: tally(compile_inputs([written(tmp_path, name)])) for name in SAMPLES}
    assert told["positions.csv"] == {"POSITIONED_AT": 2, "HAS_STRENGTH": 2, "SUBORDINATE_TO": 1}
    assert told["losses.json"]["LOST_IN_ALL"] >= 8
    assert told["oryx.json"] == {"LOST_IN_ALL": 3}
    assert sum(told["Q42424242.json"].values()) >= 2
    assert sum(told["donations.json"].values()) == 9


async def test_all_formats_load_side_by_side_and_only_once(empty: Store, tmp_path: Path) -> None:
    """The second time writes nothing, in whatever order."""
    paths = [written(tmp_path, name) for name in SAMPLES]
    first = compile_inputs(paths)
    assert (await load(empty, first.evidence, Silent())).wrote
    held = await digest(empty)
    again = await load(empty, compile_inputs(paths[::-1]).evidence, Silent())
    assert (again.wrote, again.added, again.changed, again.retracted) == (False, 0, 0, 0)
    assert await digest(empty) == held


@pytest.mark.parametrize("shape", ["single", "entities", "list", "dump", "dump.gz", "dump.bz2"])
def test_wikidata_comes_in_every_shape(tmp_path: Path, shape: str) -> None:
    """One entity, what the API answers, a list on one line, and the dump's line an entity, packed or not."""
    told = json.dumps(json.loads(WIKIDATA), ensure_ascii=False)
    other = told.replace("Q42424242", "Q52424242")
    name, _, packing = shape.partition(".")
    text = {
        "single": told,
        "entities": f'{{"entities": {{"Q42424242": {told}, "Q52424242": {other}}}, "success": 1}}',
        "list": f"[{told}, {other}]",
        "dump": f"[\n{told},\n{other}\n]\n",
    }[name]
    file = tmp_path / f"wikidata.json{'.' * bool(packing)}{packing}"
    pack: dict[str, Callable[[bytes], bytes]] = {"": bytes, "gz": gzip.compress, "bz2": bz2.compress}
    file.write_bytes(pack[packing](text.encode()))
    one = tally(compile_inputs([written(tmp_path, "Q42424242.json")]))
    assert tally(compile_inputs([file])) == (one if name == "single" else one + one)


async def test_what_is_said_twice_is_written_once(empty: Store, run: Run, tmp_path: Path) -> None:
    """A row that stands twice with other words is one claim with both in it, and the second load finds it as it is."""
    file = tmp_path / "positions.csv"
    header, first, *rest = UAWARDATA.splitlines(keepends=True)
    file.write_text("".join([header, first, first.replace(",,,,ru", ",,,said again,ru"), *rest]), "utf-8")
    assert await run("load", file) == 0
    held = await digest(empty)
    loaded = await load(empty, compile_inputs([file]).evidence, Silent())
    assert not loaded.wrote
    assert await digest(empty) == held


@real
async def test_every_real_file_loads_and_only_once(empty: Store, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """All side by side: the counts of each kind add up, none is left out, and the second load writes nothing."""
    files = sorted(file for end in ("csv", "json", "ijson") for file in DATA.rglob(f"*.{end}"))
    assert await run("load", *files) == 0
    told = re.findall(r"^read ([\d,]+) \w+: (.*)$", capsys.readouterr().out, re.MULTILINE)
    assert len(told) >= 4
    for read, parts in told:
        assert "left out" not in parts
        assert number(read) == sum(map(number, re.findall(r"\d[\d,]*", parts)))
    held = await digest(empty)
    assert await run("load", "--compare", *files) == 0
    assert "nothing new" in capsys.readouterr().out
    assert await digest(empty) == held


@real
def test_every_position_is_a_claim() -> None:
    """As many as there are rows, but for those that say the same again."""
    file = DATA / "uawardata" / "units_all.csv"
    with file.open(encoding="utf-8") as stream:
        rows = len(list(csv.DictReader(stream)))
    compiled = compile_inputs([file])
    assert rows * 3 >= sum(tally(compiled).values()) + compiled.rows.again["claim"] > rows
    assert not compiled.rejected


@real
def test_every_figure_of_every_day_is_a_claim() -> None:
    """The totals, by an own count of the file's figures."""
    file = LOSSES / "russia_losses_personnel.json"
    days = json.loads(file.read_text("utf-8"))
    assert tally(compile_inputs([file]))["LOST_IN_ALL"] == sum(("personnel" in day) + ("POW" in day) for day in days)


@real
def test_every_statement_is_a_claim() -> None:
    """Of each of the three entities; what is said twice is counted as such."""
    for file in sorted((DATA / "wikidata").glob("*.json")):
        tree = json.loads(file.read_text("utf-8"))
        items = tree["entities"].values() if "entities" in tree else [tree]
        statements = sum(len(each) for item in items for each in item["claims"].values())
        compiled = compile_inputs([file])
        assert sum(tally(compiled).values()) + compiled.rows.again["claim"] >= statements, file.name


def number(text: str) -> int:
    """1,234 as 1234."""
    return int(text.replace(",", ""))


def tally(compiled: Compiled) -> Counter[str]:
    """How many claims there are of each predicate."""
    return Counter(claim.predicate for each in compiled.evidence for claim in each.claims)
