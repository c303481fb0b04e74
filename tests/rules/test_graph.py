"""The links in the database are those that were meant, however the evidence got there."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from claimgraph.graph.digest import digest
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.ids import dataset_id, judgement_id
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load, rebuild
from claimgraph.graph.records import Judgement, Kind
from claimgraph.graph.store import Store
from claimgraph.tests.conftest import wipe
from claimgraph.tests.rules.corpora import corpus
from claimgraph.tests.rules.scene import JUDGES, Found
from claimgraph.tests.rules.seeds import difference

_LINKS = """
MATCH (claim:Claim)-[link:CONTRADICTS|CORROBORATES|REPEATS|SUPERSEDES]->(other:Claim)
RETURN type(link), claim.id, other.id, link.rule, link.strength, link.basis, link.issue_id
"""


@pytest.mark.parametrize("seed", range(3))
async def test_the_database_has_the_links_that_were_meant(empty: Store, seed: int) -> None:
    """Each once, with its reason; loaded in one go or one dataset after the other, in whatever order."""
    made = corpus(seed)
    await load(empty, made.evidence, Silent())
    found = await _links(empty)
    assert found == made.links, difference(found, made, seed)
    whole = await digest(empty)
    await wipe(empty)
    for batch in _batches(made.evidence, seed):
        await load(empty, batch, Silent())
    found = await _links(empty)
    assert found == made.links, difference(found, made, seed)
    assert await digest(empty) == whole
    await rebuild(empty, Silent())
    assert await digest(empty) == whole


@pytest.mark.parametrize("seed", range(3, 6))
async def test_a_merge_and_its_unmerge_leave_no_trace(empty: Store, seed: int) -> None:
    """Speakers of several stories become one and are told apart again."""
    made = corpus(seed)
    await load(empty, made.evidence, Silent())
    before = await digest(empty)
    await load(empty, _merged(made.evidence, seed), Silent())
    assert await digest(empty) != before
    await load(empty, made.evidence, Silent())
    assert await digest(empty) == before
    found = await _links(empty)
    assert found == made.links, difference(found, made, seed)


async def _links(store: Store) -> frozenset[Found]:
    rows = await store.read(_LINKS, {}, timeout=30)
    assert all(row[5] for row in rows), "a link without its reason"
    assert len({tuple(row) for row in rows}) == len(rows), "a link stands twice on one board"
    return frozenset((row[0], row[1], row[2], row[3], row[4]) for row in rows)


def _batches(evidence: Sequence[Evidence], seed: int) -> list[list[Evidence]]:
    """Each dataset by itself, in some order, those who judge the others last."""
    chance = random.Random(seed)  # noqa: S311
    judging = [each for each in evidence if each.judgements]
    others = [each for each in evidence if not each.judgements]
    return [*([each] for each in chance.sample(others, len(others))), *([each] for each in chance.sample(judging, 2))]


def _merged(evidence: Sequence[Evidence], seed: int) -> list[Evidence]:
    """The same, and a few people of different stories are one."""
    chance = random.Random(seed)  # noqa: S311
    people = [each.id for part in evidence for each in part.entities if each.kind is Kind.PERSON]
    first, *more = chance.sample(people, 6)
    pairs = [Judgement("", JUDGES, "same", first, each, "an editor", "a mistake") for each in more]
    wrong = [replace(pair, id=judgement_id(pair)) for pair in pairs]
    return [
        replace(each, judgements=[*each.judgements, *wrong]) if each.dataset.id == dataset_id(JUDGES) else each
        for each in evidence
    ]
