"""What happened in loads that take claims out and put them back at random: the endpoint tells it as the oracle does."""

import random
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from claimgraph.graph.ids import claim_id
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load
from claimgraph.graph.records import Claim, Level
from claimgraph.graph.store import Store
from claimgraph.tests.conftest import wipe
from claimgraph.tests.oracle.changes import KINDS, changes_of
from claimgraph.tests.oracle.comparison import assert_equal
from claimgraph.tests.oracle.conftest import Both, client_of
from claimgraph.tests.oracle.world import Corpus, World
from claimgraph.tests.synthetic import made_up

LOADS = 6
QUERY = """
query ($issue: ID, $entity: ID, $orderBy: ChangeOrder, $first: Int, $after: String) {
  changes(issue: $issue, entity: $entity, orderBy: $orderBy, first: $first, after: $after) {
    totalCount
    nodes { kind at claim { id live } by { id } }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}
"""


def _corpus() -> Corpus:
    """Two people, who speak of two units and often correct themselves; each load leaves out other claims."""
    chance = random.Random(5)  # noqa: S311 - repeatable, not secret
    every = made_up(seed=5, claims=90)
    claims = [_narrowed(claim, number) for number, claim in enumerate(every.claims)]
    loads = [replace(every, claims=chance.sample(claims, len(claims) * 2 // 3)) for _ in range(LOADS)]
    return Corpus(tuple((each,) for each in loads))


def _narrowed(claim: Claim, number: int) -> Claim:
    claimant, publisher = claim.attribution
    person = f"entity/made-up/person{number % 2}"
    made = replace(
        claim,
        subject=f"entity/made-up/unit{number // 2 % 2}",
        attribution=(Level(person, claimant.verb), publisher),
    )
    return replace(made, id=claim_id(made))


@pytest.fixture(scope="module")
async def both(store: Store) -> AsyncIterator[Both]:
    """The corpus, loaded and served."""
    corpus = _corpus()
    await wipe(store)
    for each in corpus.loads:
        await load(store, each, Silent())
    async with client_of(store) as client:
        yield Both(World(corpus), client)


def test_the_corpus_has_every_kind(both: Both) -> None:
    """And many of each."""
    kinds = [change.kind for change in changes_of(both.world)]
    assert all(kinds.count(kind) > 9 for kind in KINDS)


@pytest.mark.parametrize("order", ["OLDEST_FIRST", "NEWEST_FIRST"])
@pytest.mark.parametrize("first", [100, 7, 1])
async def test_all_of_them(both: Both, order: str, first: int) -> None:
    """Page after page, from either end: pages end within a load, and within what happened to one claim."""
    assert await _told(both, orderBy=order, first=first) > 200


@pytest.mark.parametrize("order", ["OLDEST_FIRST", "NEWEST_FIRST"])
async def test_those_of_each_issue(both: Both, order: str) -> None:
    """Three by three."""
    assert len(both.world.issues) > 9
    for issue in sorted(both.world.issues):
        assert await _told(both, issue=issue, orderBy=order, first=3)


@pytest.mark.parametrize("order", ["OLDEST_FIRST", "NEWEST_FIRST"])
async def test_those_of_each_entity(both: Both, order: str) -> None:
    """Of one that claims name in any role, and of one that none names; seven by seven."""
    told = {entity: await _told(both, entity=entity, orderBy=order, first=7) for entity in both.world.entities}
    assert sum(map(bool, told.values())) > 9
    assert not all(told.values())


async def _told(both: Both, **variables: object) -> int:
    """How many there are; every page is equal."""
    theirs: dict[str, Any] = {}
    ours: dict[str, Any] = {}
    told = 0
    while True:
        found = await both.endpoint(QUERY, {**variables, **theirs})
        expected = both.oracle(QUERY, {**variables, **ours})
        assert_equal(found, expected, QUERY)
        page, other = (answer["data"]["changes"] for answer in (found, expected))
        told += len(page["nodes"])
        if not page["pageInfo"]["hasNextPage"]:
            assert told == page["totalCount"]
            return told
        theirs, ours = ({"after": one["pageInfo"]["endCursor"]} for one in (page, other))
