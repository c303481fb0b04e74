"""Assessments in the graph: recorded, ended when they are taken out, recorded again, and told by the digest."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from claimgraph.graph import publish, writing
from claimgraph.graph.digest import digest
from claimgraph.graph.errors import Conflict
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.ids import assessment_id
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load, rebuild
from claimgraph.graph.records import Assessment, Dataset
from claimgraph.graph.store import Store
from claimgraph.graph.vocabulary import Vocabulary
from claimgraph.tests.conftest import wipe
from claimgraph.tests.graph.flaky import Flaky, KilledError
from claimgraph.tests.synthetic import made_up, shuffled

PLAIN = made_up(seed=7, claims=60)
HELD = "MATCH (each:Assessment) RETURN each.id, each.ended_at IS NULL ORDER BY each.id, each.recorded_at"
ALL = """MATCH (each:Assessment)-[:ASSESSES]->(target {id: each.target_id})
RETURN each.id, each.dataset, labels(target)[0], each.scheme, each.value, each.by, each.basis, each.at"""


def grade(target: str, value: str, **others: Any) -> Assessment:  # noqa: ANN401 - any field's value
    """A grade on a free scheme."""
    made = replace(Assessment("", "made-up", target, "taste", value, "an editor"), **others)
    return replace(made, id=assessment_id(made))


NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
GRADES = [
    *(grade(claim.id, f"{number}") for number, claim in enumerate(PLAIN.claims[:20])),
    grade(PLAIN.sources[0].id, "dry", at=NOON, basis="read twice"),
    grade(PLAIN.entities[0].id, "loud", at=NOON),
]
GRADED = replace(PLAIN, assessments=GRADES)


async def rows(store: Store, text: str) -> list[list[Any]]:
    """The rows of a statement."""
    return await store.read(text, {}, timeout=10)


async def test_what_is_recorded(empty: Store) -> None:
    """Each one with what it grades; a second load writes nothing, and an order or a rebuild changes nothing."""
    loaded = await load(empty, [GRADED], Silent())
    assert loaded.added == sum(map(len, (PLAIN.entities, PLAIN.sources, PLAIN.claims, PLAIN.judgements, GRADES)))
    found = {row[0]: row[1:] for row in await rows(empty, ALL)}
    assert set(found) == {each.id for each in GRADES}
    assert found[GRADES[0].id] == ["made-up", "Claim", "taste", "0", "an editor", None, None]
    assert found[GRADES[-2].id] == ["made-up", "Source", "taste", "dry", "an editor", "read twice", NOON]
    assert found[GRADES[-1].id] == ["made-up", "Entity", "taste", "loud", "an editor", None, NOON]
    expected = await digest(empty)
    assert not (await load(empty, [GRADED], Silent())).wrote
    await rebuild(empty, Silent())
    assert await digest(empty) == expected
    await wipe(empty)
    await load(empty, [replace(shuffled(GRADED, 3), assessments=GRADES[::-1])], Silent())
    assert await digest(empty) == expected


async def test_ended_and_recorded_again(empty: Store) -> None:
    """What is taken out stays, ended; what comes back is a second one; the digest takes those that hold."""
    await load(empty, [PLAIN], Silent())
    plain = await digest(empty)
    await load(empty, [GRADED], Silent())
    graded = await digest(empty)
    assert graded != plain
    without = await load(empty, [PLAIN], Silent())
    assert (without.added, without.retracted) == (0, len(GRADES))
    assert await digest(empty) == plain
    assert await rows(empty, HELD) == [[identifier, False] for identifier in sorted(each.id for each in GRADES)]
    again = await load(empty, [GRADED], Silent())
    assert (again.added, again.retracted) == (len(GRADES), 0)
    assert await digest(empty) == graded
    assert not (await load(empty, [GRADED], Silent())).wrote
    assert len(await rows(empty, HELD)) == 2 * len(GRADES)
    await load(empty, [replace(PLAIN, assessments=[*GRADES[1:], grade(GRADES[0].target, "other")])], Silent())
    held = [identifier for identifier, holds in await rows(empty, HELD) if holds]
    assert len(held) == len(GRADES)
    assert GRADES[0].id not in held


async def test_batches_kills_and_deaf_commits(empty: Store, flaky: Flaky, monkeypatch: pytest.MonkeyPatch) -> None:
    """However a load is cut up, killed and run again, each is recorded once and the digest is the same."""
    await load(empty, [GRADED], Silent())
    expected = await digest(empty)
    await wipe(empty)
    monkeypatch.setattr(publish, "ONE_TRANSACTION", 10)
    monkeypatch.setattr(writing, "BATCH", 9)
    for killed_after in (28, 30, 31):
        await wipe(empty)
        monkeypatch.setattr(flaky, "transactions_left", killed_after)
        with pytest.raises(KilledError):
            await load(flaky, [GRADED], Silent())
        monkeypatch.setattr(flaky, "transactions_left", None)
        monkeypatch.setattr(flaky, "commits_are_heard", False)
        await load(flaky, [GRADED], Silent())
        monkeypatch.setattr(flaky, "commits_are_heard", True)
        assert await digest(empty) == expected
        assert len(await rows(empty, HELD)) == len(GRADES)


async def test_another_datasets_grades(empty: Store) -> None:
    """They go with their own dataset: the graded one loaded again keeps them, and loses none of its own."""
    await load(empty, [GRADED], Silent())
    target = PLAIN.claims[0].id
    readers = Evidence(
        Dataset("dataset/readers", "Readers"),
        Vocabulary(),
        assessments=[grade(target, "dull", dataset="readers"), grade(PLAIN.sources[1].id, "dull", dataset="readers")],
    )
    await load(empty, [readers], Silent())
    assert not (await load(empty, [GRADED], Silent())).wrote
    before = await digest(empty)
    await load(empty, [replace(readers, assessments=[])], Silent())
    assert await digest(empty) != before
    assert len([1 for _, holds in await rows(empty, HELD) if holds]) == len(GRADES)
    with pytest.raises(Conflict, match="0 of 1 rows were written"):
        await load(empty, [replace(readers, assessments=[grade("claim/c1none", "x", dataset="readers")])], Silent())
