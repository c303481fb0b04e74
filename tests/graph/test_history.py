"""A backup: whatever a graph went through, what is restored from it is the same graph on all three clocks."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from claimgraph.graph.digest import digest
from claimgraph.graph.errors import Conflict
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.ids import assessment_id, judgement_id
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load
from claimgraph.graph.records import Assessment, Judgement
from claimgraph.graph.restore import restore
from claimgraph.graph.store import Store
from claimgraph.loaders.backup import backup_in, held_in
from claimgraph.loaders.files import Described, InputFile
from claimgraph.loaders.inputs import Reading, compile_inputs
from claimgraph.loaders.jsonl import lines
from claimgraph.loaders.places import InvalidFiles
from claimgraph.tests.conftest import Run
from claimgraph.tests.synthetic import made_up

SMALL = Path(__file__).parents[1] / "corpora" / "small"
FIRST, OTHER = made_up(seed=11, claims=80), made_up(seed=12, claims=40, dataset="other")
EVERYTHING = """
MATCH (n) WHERE NOT n:Graph
RETURN labels(n) AS labels, properties(n) AS properties, COLLECT {
  MATCH (n)-[r]->(m)
  RETURN [type(r), coalesce(m.id, ''), properties(r)]
} AS links
"""
OF_THE_MACHINE = {"host", "pid"}


def judged(evidence: Evidence, record: str, a: str, b: str) -> Evidence:
    """The evidence with one judgement more."""
    word = Judgement("", "made-up", record, f"entity/made-up/{a}", f"entity/made-up/{b}", "an editor", "seen")  # type: ignore[arg-type]
    return replace(evidence, judgements=[*evidence.judgements, replace(word, id=judgement_id(word))])


def graded(evidence: Evidence, value: str) -> Evidence:
    """The evidence with a grade of its first claim."""
    grade = Assessment("", "made-up", evidence.claims[20].id, "mine", value, "me")
    return replace(evidence, assessments=[replace(grade, id=assessment_id(grade))])


async def lived(store: Store) -> None:
    """A history: claims vanish and return, judgements and grades end, a dataset goes, entities are corrected."""
    fewer = replace(
        FIRST, claims=FIRST.claims[10:], entities=[replace(FIRST.entities[0], name="New"), *FIRST.entities[1:]]
    )
    for evidence in (
        [judged(graded(FIRST, "good"), "same", "unit0", "unit1")],
        [graded(fewer, "bad"), OTHER],
        [FIRST, replace(OTHER, claims=OTHER.claims[5:])],
        [graded(judged(FIRST, "different", "place2", "place3"), "good")],
        [replace(OTHER, claims=[], sources=[], entities=[], judgements=[])],
    ):
        await load(store, evidence, Silent())


async def wiped(store: Store) -> None:
    """An empty database."""
    await store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))


async def everything(store: Store) -> list[list[object]]:
    """All nodes and relationships, but who led a load, and its nanoseconds; in an order that no storage decides."""
    rows = await store.read(EVERYTHING, {}, timeout=30)
    for _, told, links in rows:
        for name in OF_THE_MACHINE & told.keys():
            del told[name]
        if "published_at" in told and "started_at" in told:
            told["published_at"] = told["published_at"].to_native()
        links.sort(key=lambda link: (link[0], link[1], repr(sorted(link[2].items()))))
    return sorted(rows, key=lambda row: (row[0], repr(sorted(row[1].items())), repr([link[:2] for link in row[2]])))


async def test_what_is_restored_is_the_same_graph(empty: Store, run: Run, tmp_path: Path) -> None:
    """Every node, relationship and property: the recorded clock, the versions and the feed of changes rest on them."""
    await lived(empty)
    before = await digest(empty), await everything(empty)
    file = tmp_path / "backup.jsonl"
    assert await run("export", file, "--format", "history") == 0
    assert await run("restore", file) == 5
    await wiped(empty)
    assert await run("restore", file) == 0
    after = await digest(empty), await everything(empty)
    assert after[0] == before[0]
    assert after[1] == before[1]
    again = tmp_path / "again.jsonl"
    assert await run("export", again, "--format", "history") == 0
    assert again.read_bytes() == file.read_bytes()
    assert not (await load(empty, [graded(judged(FIRST, "different", "place2", "place3"), "good")], Silent())).wrote


async def test_a_backup_that_is_not_whole_restores_nothing(empty: Store, run: Run, tmp_path: Path) -> None:
    """Cut off anywhere, altered, or something else."""
    await lived(empty)
    file = tmp_path / "backup.jsonl"
    assert await run("export", file, "--format", "history") == 0
    good = file.read_bytes()
    await wiped(empty)
    for wrong, told in (
        (good[: len(good) // 2], "is not JSON"),
        (good[: good.rindex(b"\n", 0, -1) + 1], "ends early"),
        (good.replace(b"an editor", b"an auditor", 1), "the file was altered"),
        (good.split(b"\n", 1)[1], "is no backup of the form 1"),
        (good + b'{"record":"end"}\n', "something stands behind the last line"),
    ):
        file.write_bytes(wrong)
        with pytest.raises(InvalidFiles, match=told):
            backup_in(InputFile(file))
        assert await run("restore", file) == 2
    assert await everything(empty) == []


async def test_an_interrupted_restore_is_begun_anew(empty: Store, run: Run, tmp_path: Path) -> None:
    """What it had written is taken away first."""
    await lived(empty)
    file = InputFile(tmp_path / "backup.jsonl")
    assert await run("export", file.path, "--format", "history") == 0
    before = await digest(empty)
    await wiped(empty)
    backup, read = backup_in(file), iter(held_in(file))

    def half() -> object:
        for number, held in enumerate(read):
            if number == 60:
                raise Conflict("killed")
            yield held

    with pytest.raises(Conflict, match="killed"):
        await restore(empty, backup, half, Silent())  # type: ignore[arg-type]
    assert await digest(empty) != before
    assert await restore(empty, backup, partial(held_in, file), Silent()) == backup.version
    assert await digest(empty) == before


async def test_todays_evidence_is_what_a_corpus_says(empty: Store, run: Run, tmp_path: Path) -> None:
    """Byte for byte what `check --jsonl` writes of it; datasets that may not be passed on stay where they are."""
    small = compile_inputs([SMALL]).evidence
    private = replace(OTHER, dataset=replace(OTHER.dataset, redistribute=False))
    await load(empty, [*small, private], Silent())
    file = tmp_path / "out.jsonl"
    assert await run("export", file) == 0
    assert file.read_text("utf-8").splitlines() == list(lines(small))
    assert await run("export", file, "--format", "history") == 2
    assert await run("export", file, "--dataset", "smal") == 2
    assert await run("export", file, "--dataset", "other", "--all") == 0
    [other] = compile_inputs([file]).evidence
    assert list(other.claims) == sorted(private.claims, key=lambda claim: claim.id)


async def test_csv_goes_out_and_comes_back(empty: Store, run: Run, tmp_path: Path) -> None:
    """Three files in a folder, which load as the same claims."""
    small = compile_inputs([SMALL]).evidence
    await load(empty, small, Silent())
    assert await run("export", tmp_path / "small", "--format", "csv") == 0
    own = tmp_path / "own.jsonl"
    own.write_text("\n".join(lines([Evidence(small[0].dataset, small[0].vocabulary)])), "utf-8")
    told = small[0].dataset
    described = Described(None, told.title, told.licence, told.redistribute)
    back = compile_inputs([own, tmp_path / "small"], Reading(described=described)).evidence
    assert list(back[0].claims) == list(small[0].claims)
