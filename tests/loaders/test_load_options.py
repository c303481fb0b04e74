"""Loads of input that is not all right, not all there or not all wanted, as a person runs them on a real database."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from claimgraph.graph.digest import digest
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.records import Entity, Kind
from claimgraph.graph.store import Store
from claimgraph.graph.vocabulary import Holds, Predicate, Vocabulary
from claimgraph.loaders.jsonl import line, lines
from claimgraph.tests.conftest import Run
from claimgraph.tests.synthetic import made_up

MADE_UP = made_up(seed=5, claims=60)
LARGE = made_up(seed=6, claims=1_200)
LIVE = "MATCH (claim:Claim) WHERE claim.live RETURN count(claim)"


def written(folder: Path, *evidence: Evidence, name: str = "made-up.jsonl") -> Path:
    """A file of JSON Lines that says it."""
    file = folder / name
    file.write_text("".join(f"{each}\n" for each in lines(evidence)), "utf-8")
    return file


async def live(store: Store) -> int:
    """How many claims the graph holds."""
    return int((await store.read(LIVE, {}, timeout=10))[0][0])


async def test_what_is_wrong_is_left_out_with_what_rests_on_it(
    empty: Store, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its place, a code, a sentence and all of it stand in the file of rejects; the rest is in the graph."""
    file = written(tmp_path, MADE_UP)
    good = file.read_text("utf-8").splitlines()
    source = next(each for each in good if '"record":"source"' in each)
    resting = [each for each in good if f'"source":{json.dumps(json.loads(source)["id"])}' in each]
    assert resting
    bad = [
        source.replace('"publisher":"entity/', '"publisher":"entity/made-up/nobody/'),
        '{"record":"claim","dataset":"made-up","text":"cut off',
        '{"record":"entity","id":"entity/made-up/x","dataset":"made-up","kind":"Ghost","name":"X"}',
    ]
    file.write_text("".join(f"{each}\n" for each in (*(each for each in good if each != source), *bad)), "utf-8")
    assert await run("load", file) == 2
    assert await live(empty) == 0
    assert await run("load", file, "--on-error", "reject") == 3
    assert await live(empty) == len(MADE_UP.claims) - len(resting)
    told = [json.loads(each) for each in (tmp_path / "rejects.jsonl").read_text("utf-8").splitlines()]
    assert {each["raw"] for each in told} == {*bad, *resting}
    assert {each["code"] for each in told} == {"UNKNOWN_REFERENCE", "NOT_JSON", "INVALID"}
    assert all(each["file"] == str(file) and each["line"] and each["column"] and each["message"] for each in told)
    output = capsys.readouterr()
    kept = len(MADE_UP.claims) - len(resting)
    assert f"read {len(MADE_UP.claims):,} claims: {kept:,} kept, {len(resting):,} left out" in output.out
    assert f"{len(told)} rows left out: rejects.jsonl says which and why" in output.err


async def test_what_is_left_out_can_be_mended_and_loaded(empty: Store, run: Run, tmp_path: Path) -> None:
    """As a part of its dataset, which refers to what the graph has of it; then the graph is what it would have been."""
    file = written(tmp_path, MADE_UP)
    assert await run("load", file) == 0
    whole = await digest(empty)
    assert await run("retract", "made-up", "--yes") == 0
    good = file.read_text("utf-8")
    unit = Counter(each.subject for each in MADE_UP.claims).most_common(1)[0][0]
    entity = line(next(each for each in MADE_UP.entities if each.id == unit))
    file.write_text(good.replace(entity, entity.replace('"Unit"', '"Unite"')), "utf-8")
    assert await run("load", file, "--on-error", "reject") == 3
    raws = [json.loads(each)["raw"] for each in (tmp_path / "rejects.jsonl").read_text("utf-8").splitlines()]
    assert len(raws) > 1
    kept = [each for each in good.splitlines() if '"record":"dataset"' in each or '"record":"source"' in each]
    mended = tmp_path / "mended.jsonl"
    mended.write_text("\n".join([*kept, *raws]).replace("Unite", "Unit"), "utf-8")
    assert await run("load", mended) == 2
    assert await run("load", mended, "--partial") == 0
    assert await digest(empty) == whole


async def test_what_is_left_out_retracts_nothing(empty: Store, run: Run, tmp_path: Path) -> None:
    """A row that can not be read today was there yesterday."""
    file = written(tmp_path, MADE_UP)
    assert await run("load", file) == 0
    fewer = replace(MADE_UP, claims=MADE_UP.claims[10:])
    file = written(tmp_path, fewer)
    file.write_text(file.read_text("utf-8") + "no JSON\n", "utf-8")
    assert await run("load", file, "--on-error", "reject") == 3
    assert await live(empty) == len(MADE_UP.claims)
    assert await run("load", written(tmp_path, fewer)) == 0
    assert await live(empty) == len(fewer.claims)


async def test_a_reference_that_the_graph_lacks_is_left_out(empty: Store, run: Run, tmp_path: Path) -> None:
    """Every row that has it, not only the first, though the database is asked once."""
    subject = Counter(each.subject for each in MADE_UP.claims).most_common(1)[0][0]
    elsewhere = "entity/other/gone"
    moved = [
        replace(claim, id="", subject=elsewhere if claim.subject == subject else claim.subject)
        for claim in MADE_UP.claims
    ]
    assert sum(claim.subject == elsewhere for claim in moved) > 1
    file = written(tmp_path, replace(MADE_UP, claims=moved))
    assert await run("load", file) == 2
    assert await live(empty) == 0
    assert await run("load", file, "--on-error", "reject") == 3
    assert await live(empty) == len({claim.id for claim in MADE_UP.claims if claim.subject != subject})


async def test_a_large_dataset_does_not_shrink_by_accident(
    empty: Store, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """More than a twentieth vanishes only where that is meant; a part of a dataset retracts nothing."""
    assert await run("load", written(tmp_path, LARGE)) == 0
    before = await digest(empty)
    most = written(tmp_path, replace(LARGE, claims=LARGE.claims[200:]), name="most.jsonl")
    assert await run("load", most) == 5
    assert "--allow-shrink" in capsys.readouterr().err
    assert await digest(empty) == before
    assert await run("load", most, "--partial") == 0
    assert await digest(empty) == before
    assert await run("load", written(tmp_path, replace(LARGE, claims=LARGE.claims[20:]))) == 0
    assert await live(empty) == len(LARGE.claims) - 20
    assert await run("load", most, "--allow-shrink") == 0
    assert await live(empty) == len(LARGE.claims) - 200


async def test_a_part_keeps_the_vocabulary_of_the_rest(empty: Store, run: Run, tmp_path: Path) -> None:
    """The words that the rest is said in are not lost with a part that does without them."""
    own = Vocabulary(predicates={"SALUTES": Predicate(says="…", subject=(Kind.UNIT,), holds=Holds.STATE)})
    saluting = replace(
        MADE_UP.claims[0], id="", predicate="SALUTES", object=None, value=type(MADE_UP.claims[0].value)()
    )
    saluting = replace(saluting, subject=next(each.id for each in MADE_UP.entities if each.kind is Kind.UNIT))
    assert await run("load", written(tmp_path, replace(MADE_UP, vocabulary=own, claims=[saluting]))) == 0
    assert await run("load", written(tmp_path, MADE_UP), "--partial") == 0
    [[vocabulary]] = await empty.read("MATCH (d:Dataset) RETURN d.vocabulary", {}, timeout=10)
    assert "SALUTES" in vocabulary
    assert await live(empty) == len(MADE_UP.claims) + 1


async def test_a_plan_says_what_a_load_then_does(
    empty: Store, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In an empty database too; and nothing is written by it."""
    file = written(tmp_path, MADE_UP)
    capsys.readouterr()
    assert await run("plan", file, "--json") == 0
    [planned] = json.loads(capsys.readouterr().out)
    assert planned["rows"]["claims"]["new"] == len(MADE_UP.claims)
    assert await empty.read("MATCH (n) WHERE NOT n:Graph RETURN count(n)", {}, timeout=10) == [[0]]
    assert await run("load", file) == 0
    first, second, *others = MADE_UP.claims
    entity: Entity = replace(MADE_UP.entities[0], name="Renamed")
    other = replace(
        MADE_UP, claims=[replace(second, text="Said otherwise."), *others], entities=[entity, *MADE_UP.entities[1:]]
    )
    before = await digest(empty)
    for words in (("plan", written(tmp_path, other)), ("load", written(tmp_path, other), "--dry-run")):
        capsys.readouterr()
        assert await run(*words) == 0
        output = capsys.readouterr().out
        assert "claims: +0 new, ~1 changed, -1 vanished" in output
        assert f"~ {second.id}  Said otherwise." in output
        assert f"- {first.id}  " in output
        assert f"~ {entity.id}  Renamed" in output
    assert await digest(empty) == before


async def test_a_dataset_is_retracted_and_comes_back(
    empty: Store, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Marked, not deleted: the next load finds everything again."""
    file = written(tmp_path, MADE_UP)
    assert await run("load", file) == 0
    before = await digest(empty)
    assert await run("retract", "made-upp", "--yes") == 2
    assert "did you mean 'made-up'" in capsys.readouterr().err
    assert await run("retract", "made-up", "--yes") == 0
    assert await live(empty) == 0
    assert await empty.read("MATCH (claim:Claim) RETURN count(claim)", {}, timeout=10) == [[len(MADE_UP.claims)]]
    assert await run("retract", "made-up", "--yes") == 0
    assert "says nothing already" in capsys.readouterr().out
    assert await run("load", file) == 0
    assert await digest(empty) == before


async def test_a_profile_names_the_stages(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the time of a load goes."""
    assert await run("load", written(tmp_path, MADE_UP), "--profile") in {0, 5}
    stages = [each.split()[0] for each in capsys.readouterr().err.splitlines() if each.endswith(" s")]
    assert [each for each in stages if each in {"parse", "validate", "diff", "all"}] == [
        "parse",
        "validate",
        "diff",
        "all",
    ]


async def test_exactly_the_same_is_not_compared_again(
    empty: Store, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Until any load touches one of its datasets, or it is asked for; other bytes that say the same are compared."""
    file = written(tmp_path, MADE_UP)
    assert await run("load", file) == 0
    before = await digest(empty)

    async def said(*words: str | Path) -> str:
        capsys.readouterr()
        assert await run(*words) == 0
        return capsys.readouterr().out

    assert "exactly this was loaded as version 1" in await said("load", file)
    assert "exactly this" not in await said("load", file, "--compare")
    assert "exactly this" not in await said("load", file, "--partial")
    file.write_text("".join(reversed(file.read_text("utf-8").splitlines(keepends=True))), "utf-8")
    assert "nothing new; the graph stays at version 1" in await said("load", file)
    await said("retract", "made-up", "--yes")
    file.write_text("".join(reversed(file.read_text("utf-8").splitlines(keepends=True))), "utf-8")
    assert "rows added" in await said("load", file)
    assert await digest(empty) == before
    assert "exactly this was loaded as version 3" in await said("load", file)
