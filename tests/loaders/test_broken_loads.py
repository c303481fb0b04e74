"""A broken corpus is refused before anything is written, whatever the graph holds already."""

import asyncio
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from claimgraph.cli import main
from claimgraph.graph.digest import digest
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.local.server import Running
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load
from claimgraph.graph.records import Dataset, Entity, Kind
from claimgraph.graph.store import Store
from claimgraph.graph.vocabulary import Vocabulary
from claimgraph.loaders.inputs import compile_inputs
from claimgraph.tests.loaders.broken_case import Broken
from claimgraph.tests.loaders.broken_corpora import BROKEN
from claimgraph.tests.synthetic import made_up

COUNT = "MATCH (graph:Graph) RETURN graph.version, COUNT { (n) }, COUNT { ()-->() }"


@pytest.fixture
def settings(neo4j_server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment of a person who uses that server."""
    monkeypatch.setenv("CLAIMGRAPH_NEO4J_URI", neo4j_server.bolt_uri)
    monkeypatch.setenv("CLAIMGRAPH_NEO4J_PASSWORD", neo4j_server.password)


@pytest.mark.usefixtures("settings")
async def test_nothing_is_written(
    store: Store, kherson: Evidence, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`claimgraph load` ends with exit code 2 on every one of them, and the graph stays as it was."""
    assert kherson.claims
    before = await digest(store), await store.read(COUNT, {}, timeout=10)
    for broken in BROKEN:
        folder = tmp_path / broken.name
        folder.mkdir()
        broken.write(folder)
        assert await loaded(folder, monkeypatch) == 2, broken.name
    assert (await digest(store), await store.read(COUNT, {}, timeout=10)) == before


@pytest.mark.usefixtures("settings")
async def test_the_right_one_loads(empty: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So what stops the others is what is broken in them; a second load writes nothing."""
    Broken("nothing", (), ()).write(tmp_path)
    assert await loaded(tmp_path, monkeypatch) == 0
    first = await empty.read(COUNT, {}, timeout=10)
    assert await loaded(tmp_path, monkeypatch) == 0
    assert await empty.read(COUNT, {}, timeout=10) == first


@pytest.mark.usefixtures("settings")
async def test_a_reference_to_nothing(
    empty: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An entity of another dataset that the graph does not have is named with its place, and nothing is written."""
    Broken("nothing", (), ()).write(tmp_path)
    file = tmp_path / "sources" / "gazette.yaml"
    file.write_text(file.read_text("utf-8").replace("subject: brigade", "subject: entity/other/brigade", 1), "utf-8")
    assert await loaded(tmp_path, monkeypatch) == 2
    line = (
        "sources/gazette.yaml:9:14: claims[0].subject: 'entity/other/brigade' is neither in the input nor in the graph"
    )
    assert line in capsys.readouterr().err
    assert await empty.read("MATCH (n) WHERE NOT n:Graph RETURN count(n)", {}, timeout=10) == [[0]]


@pytest.mark.usefixtures("settings")
async def test_a_reference_to_what_was_retracted(
    empty: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What its dataset no longer describes is as good as never described: a fresh graph would not have it."""
    other = Evidence(Dataset("dataset/other", "Other"), Vocabulary())
    brigade = Entity("entity/other/brigade", "other", Kind.UNIT, "Brigade")
    Broken("nothing", (), ()).write(tmp_path)
    file = tmp_path / "sources" / "gazette.yaml"
    file.write_text(file.read_text("utf-8").replace("subject: brigade", f"subject: {brigade.id}", 1), "utf-8")
    await load(empty, [replace(other, entities=[brigade])], Silent())
    assert await loaded(tmp_path, monkeypatch) == 0
    await load(empty, [other], Silent())
    assert await loaded(tmp_path, monkeypatch) == 2
    assert (
        "sources/gazette.yaml:9:14: claims[0].subject: 'entity/other/brigade' was retracted" in capsys.readouterr().err
    )


@pytest.mark.usefixtures("settings")
async def test_grades_of_what_another_dataset_has(
    empty: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Claims, sources and entities of the graph can be graded; what it lacks, or lost, is named with its place."""
    other = made_up(seed=7, claims=5, dataset="other")
    kept, gone = other.claims[0].id, other.claims[1].id
    graded = (kept, gone, other.sources[0].id, other.entities[0].id)
    items = "".join(f"  - {{{one.partition('/')[0]}: {one}, scheme: mine, value: good, by: me}}\n" for one in graded)
    Broken("graded", (("assessments.yaml", "", f"assessments:\n{items}"),), ()).write(tmp_path)
    assert await loaded(tmp_path, monkeypatch) == 2
    assert f"assessments.yaml:2:13: assessments[0].claim: '{kept}' is neither in the input" in capsys.readouterr().err
    await load(empty, [other], Silent())
    assert await loaded(tmp_path, monkeypatch) == 0
    assert await empty.read("MATCH (:Assessment)-[:ASSESSES]->(one) RETURN count(one)", {}, timeout=10) == [[4]]
    await load(empty, [replace(other, claims=[each for each in other.claims if each.id != gone])], Silent())
    assert await loaded(tmp_path, monkeypatch) == 2
    assert f"assessments.yaml:3:13: assessments[1].claim: '{gone}' was retracted" in capsys.readouterr().err


@pytest.mark.usefixtures("settings")
async def test_a_grade_of_a_claim_that_the_same_load_takes_away(
    empty: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The graph still has it, and a fresh one would not; an id with a slip is told with the one that was meant."""
    Broken("right", (), ()).write(tmp_path)
    [part] = compile_inputs([tmp_path]).evidence
    [old] = [claim for claim in part.claims if claim.predicate == "WITHDREW_FROM"]
    [other] = [claim for claim in part.claims if claim.id != old.id]
    slip = other.id[:-1] + ("a" if other.id[-1] != "a" else "b")
    assert await loaded(tmp_path, monkeypatch) == 0
    items = "".join(f"  - {{claim: {one}, scheme: mine, value: good, by: me}}\n" for one in (old.id, slip))
    changes = (("assessments.yaml", "", f"assessments:\n{items}"), ("sources/gazette.yaml", "2030-03-04", "2030-03-03"))
    Broken("graded", changes, ()).write(tmp_path)
    assert await loaded(tmp_path, monkeypatch) == 2
    said = capsys.readouterr().err
    assert f"assessments[0].claim: '{old.id}' is in the graph only: 'tiny', as it is in the input, no longer" in said
    assert f"assessments[1].claim: '{slip}' is neither in the input nor in the graph" in said
    assert f"did you mean '{other.id}'" in said
    assert await empty.read("MATCH (one:Assessment) RETURN count(one)", {}, timeout=10) == [[0]]


async def loaded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """The exit code of `claimgraph load` on a folder."""
    monkeypatch.setattr(sys, "argv", ["claimgraph", "load", str(folder)])
    try:
        await asyncio.to_thread(main)
    except SystemExit as stopped:
        return int(stopped.code or 0)
    return 0
