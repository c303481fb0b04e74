"""Loads on a real Neo4j: the graph is a function of what was loaded, whatever happened on the way."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import pytest

from claimgraph.graph import publish, writing
from claimgraph.graph.digest import digest
from claimgraph.graph.ids import claim_id, judgement_id
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import Loaded, load, rebuild
from claimgraph.graph.records import Claim, Range
from claimgraph.graph.store import Store, Transaction
from claimgraph.tests.conftest import wipe
from claimgraph.tests.synthetic import made_up, shuffled

EVIDENCE = made_up(seed=7, claims=300)


@pytest.fixture
async def undisturbed(empty: Store) -> str:
    """The digest of a plain load, with the graph emptied again."""
    await load(empty, [EVIDENCE], Silent())
    expected = await digest(empty)
    await wipe(empty)
    return expected


async def test_loading_twice_writes_nothing(empty: Store) -> None:
    """The second load finds nothing to do: no node, no run, no new version."""
    first = await load(empty, [EVIDENCE], Silent())
    before = await everything(empty)
    assert await load(empty, [EVIDENCE], Silent()) == Loaded(first.version)
    assert await everything(empty) == before


async def test_order_does_not_matter(empty: Store, undisturbed: str) -> None:
    """Shuffled input gives the same digest."""
    await load(empty, [shuffled(EVIDENCE, seed=1)], Silent())
    assert await digest(empty) == undisturbed


async def test_batch_size_does_not_matter(empty: Store, undisturbed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One transaction, or an open run of small batches: the same digest."""
    monkeypatch.setattr(publish, "ONE_TRANSACTION", 50)
    monkeypatch.setattr(writing, "BATCH", 37)
    await load(empty, [EVIDENCE], Silent())
    assert await digest(empty) == undisturbed
    assert await empty.read("MATCH (graph:Graph) RETURN graph.open_run", {}, timeout=5) == [[None]]


async def test_rebuild_changes_nothing(empty: Store) -> None:
    """What a load derived is what deriving everything derives."""
    await load(empty, [EVIDENCE], Silent())
    expected = await digest(empty)
    await rebuild(empty, Silent())
    assert await digest(empty) == expected


async def test_rebuild_repairs_the_derived_layer(empty: Store) -> None:
    """Whatever was done to the derived layer by hand is undone."""
    await load(empty, [EVIDENCE], Silent())
    expected = await digest(empty)
    for damage in (
        "MATCH (issue:Issue) WITH issue LIMIT 3 DETACH DELETE issue",
        "MATCH ()-[answers:ANSWERS]->() WITH answers LIMIT 20 DELETE answers",
        "MATCH (entity:Entity) WITH entity LIMIT 9 SET entity.canonical_id = 'entity/made-up/side0'",
        "MATCH (a:Unit), (b:Place) WITH a, b LIMIT 2 CREATE (a)-[:LOCATED_IN {claim_id: a.id + b.id}]->(b)",
        "MATCH ()-[edge:LOCATED_IN]->() WITH edge LIMIT 4 SET edge.text = 'something else'",
        "MATCH ()-[edge:NOT_LOCATED_IN]->() WITH edge LIMIT 4 DELETE edge",
        "MATCH (claim)-[:ANSWERS]->(issue) WITH claim, issue LIMIT 5 CREATE (claim)-[:ANSWERS]->(issue)",
        "MATCH (event:Event) REMOVE event.canonical_id",
        "MATCH (issue:Issue) WITH issue LIMIT 5 SET issue.claim_count = 99, issue.question = 'What?'",
        "MATCH (position:Position) WITH position LIMIT 5 DETACH DELETE position",
        "MATCH (position:Position) WITH position LIMIT 5 SET position.label = 'something else'",
        "MATCH ()-[takes:TAKES]->() WITH takes LIMIT 5 DELETE takes",
        "MATCH ()-[link:CONTRADICTS]->() WITH link LIMIT 5 DELETE link",
        "MATCH ()-[link:CORROBORATES]->() WITH link LIMIT 5 SET link.basis = 'no reason'",
        "MATCH (a:Claim), (b:Claim) WITH a, b LIMIT 5 CREATE (a)-[:CONTRADICTS {issue_id: 'issue/none'}]->(b)",
        "MATCH (a:Claim), (b:Claim) WITH a, b LIMIT 5 CREATE (a)-[:SUPERSEDES]->(b)",
        "MATCH (issue:Issue), (person:Person) WITH issue, person LIMIT 5 CREATE (issue)-[:ABOUT {key: 'it'}]->(person)",
    ):
        await empty.write(partial(Transaction.run, text=damage))
    assert await digest(empty) != expected
    await rebuild(empty, Silent())
    assert await digest(empty) == expected


async def test_an_edited_corpus(empty: Store) -> None:
    """A claim changed, one removed, one put back: what it says now is live, the rest is retracted, nothing is lost."""
    await load(empty, [EVIDENCE], Silent())
    original = await digest(empty)
    changed, removed, *rest = EVIDENCE.claims
    denied = with_id(replace(changed, condition="if it rains"))
    edited = replace(EVIDENCE, claims=[denied, *rest])
    loaded = await load(empty, [edited], Silent())
    assert (loaded.added, loaded.retracted) == (1, 2)
    assert await live(empty, [changed.id, removed.id, denied.id]) == {denied.id}
    assert await digest(empty) != original
    await load(empty, [EVIDENCE], Silent())
    assert await live(empty, [changed.id, removed.id, denied.id]) == {changed.id, removed.id}
    assert await digest(empty) == original


async def test_recorded_intervals(empty: Store) -> None:
    """A claim that vanishes and returns has two intervals, the second one open."""
    without = replace(EVIDENCE, claims=EVIDENCE.claims[1:])
    for evidence in (EVIDENCE, without, EVIDENCE):
        await load(empty, [evidence], Silent())
    [[begun, ended]] = await empty.read(
        "MATCH (claim:Claim {id: $id}) RETURN claim.recorded_from, claim.recorded_to",
        {"id": EVIDENCE.claims[0].id},
        timeout=5,
    )
    assert len(begun) == 2
    assert len(ended) == 1
    assert begun[0] < ended[0] < begun[1]


async def test_corrections_in_place(empty: Store) -> None:
    """A better wording, another name or another publication date changes the row and no id."""
    await load(empty, [EVIDENCE], Silent())
    claim, entity, source = EVIDENCE.claims[0], EVIDENCE.entities[0], EVIDENCE.sources[0]
    edited = replace(
        EVIDENCE,
        claims=[replace(claim, text="Better said.", locator="p. 9"), *EVIDENCE.claims[1:]],
        entities=[replace(entity, name="Side Nought"), *EVIDENCE.entities[1:]],
        sources=[replace(source, title="A title"), *EVIDENCE.sources[1:]],
    )
    loaded = await load(empty, [edited], Silent())
    assert (loaded.added, loaded.changed, loaded.retracted) == (0, 3, 0)
    questions = await empty.read("MATCH (issue:Issue) RETURN issue.question", {}, timeout=5)
    assert any("Side Nought" in question for (question,) in questions)
    assert not any("Side 0" in question for (question,) in questions)
    expected = await digest(empty)
    await rebuild(empty, Silent())
    assert await digest(empty) == expected


async def test_what_vanished_leaves_no_trace_in_the_digest(empty: Store) -> None:
    """An entity with all that was said of it, a judgement and a source: without them, the graph says what it said."""
    await load(empty, [EVIDENCE], Silent())
    before = await digest(empty)
    entity = replace(EVIDENCE.entities[-1], id="entity/made-up/another")
    source = replace(EVIDENCE.sources[0], id="source/made-up/another")
    located = next(claim for claim in EVIDENCE.claims if claim.predicate == "LOCATED_IN")
    claim = with_id(replace(located, object=entity.id, source=source.id))
    judgement = replace(EVIDENCE.judgements[0], a=entity.id)
    more = replace(
        EVIDENCE,
        entities=[*EVIDENCE.entities, entity],
        sources=[*EVIDENCE.sources, source],
        claims=[*EVIDENCE.claims, claim],
        judgements=[*EVIDENCE.judgements, replace(judgement, id=judgement_id(judgement))],
    )
    await load(empty, [more], Silent())
    assert await digest(empty) != before
    await load(empty, [EVIDENCE], Silent())
    assert await digest(empty) == before


async def test_a_date_that_is_taken_back(empty: Store) -> None:
    """A claim without a time of its own stands at its source's, and once that has none, at when it was recorded."""
    claim = with_id(replace(EVIDENCE.claims[0], asserted=Range()))
    dated = replace(EVIDENCE, claims=[claim])
    await load(empty, [dated], Silent())
    undated = replace(dated, sources=[replace(source, published_at=None) for source in EVIDENCE.sources])
    await load(empty, [undated], Silent())
    found = await empty.read("MATCH (claim:Claim) RETURN claim.sort_at = claim.recorded_from[0]", {}, timeout=5)
    assert found == [[True]]


async def test_other_rules_alone_are_worth_a_version(empty: Store) -> None:
    """A graph that other rules derived is derived anew, and the load says that it wrote."""
    first = await load(empty, [EVIDENCE], Silent())
    await empty.write(partial(Transaction.run, text="MATCH (graph:Graph) SET graph.derived_by = '0:other'"))
    second = await load(empty, [EVIDENCE], Silent())
    assert second == Loaded(first.version + 1, wrote=True)
    assert not (await load(empty, [EVIDENCE], Silent())).wrote


async def test_merge_and_unmerge(empty: Store) -> None:
    """A judgement moves issues to the canonical entity, ending it brings them back; neither rewrites a claim."""
    apart = replace(EVIDENCE, judgements=[])
    await load(empty, [apart], Silent())
    before = await digest(empty)
    hashes = await empty.read("MATCH (claim:Claim) RETURN claim.id, claim.row_hash ORDER BY claim.id", {}, timeout=5)
    await load(empty, [EVIDENCE], Silent())
    merged = await empty.read(
        "MATCH (entity:Entity {id: 'entity/made-up/place1'}) RETURN entity.canonical_id", {}, timeout=5
    )
    assert merged == [["entity/made-up/place0"]]
    await load(empty, [apart], Silent())
    assert await digest(empty) == before
    after = await empty.read("MATCH (claim:Claim) RETURN claim.id, claim.row_hash ORDER BY claim.id", {}, timeout=5)
    assert after == hashes


async def test_two_datasets_do_not_touch_each_other(empty: Store) -> None:
    """Loading one dataset retracts nothing of another."""
    other = made_up(seed=8, claims=50, dataset="other")
    await load(empty, [EVIDENCE], Silent())
    await load(empty, [other], Silent())
    assert (await load(empty, [EVIDENCE], Silent())).retracted == 0
    both = await digest(empty)
    await wipe(empty)
    await load(empty, [other, EVIDENCE], Silent())
    assert await digest(empty) == both


async def test_datasets_of_one_load_may_refer_to_each_other(empty: Store) -> None:
    """Whichever comes first: an entity may lie in a place of the other dataset, a claim be about its entity."""
    other = made_up(seed=8, claims=5, dataset="other")
    place = replace(EVIDENCE.entities[-1], part_of=("entity/other/place3",))
    claim = with_id(replace(EVIDENCE.claims[0], subject="entity/other/unit1"))
    mixed = replace(EVIDENCE, entities=[*EVIDENCE.entities[:-1], place], claims=[claim])
    await load(empty, [mixed, other], Silent())
    expected = await digest(empty)
    await wipe(empty)
    await load(empty, [other, mixed], Silent())
    assert await digest(empty) == expected


async def everything(store: Store) -> list[list[object]]:
    """Every node and relationship with all of its properties."""
    nodes = await store.read("MATCH (n) RETURN elementId(n) AS id, labels(n), properties(n) ORDER BY id", {}, timeout=9)
    links = await store.read(
        "MATCH ()-[r]->() RETURN elementId(r) AS id, type(r), properties(r) ORDER BY id", {}, timeout=9
    )
    return nodes + links


async def live(store: Store, ids: Sequence[str]) -> set[str]:
    """Those of the claims that are live; all of them exist."""
    rows = await store.read(
        "UNWIND $ids AS id MATCH (claim:Claim {id: id}) RETURN claim.id, claim.live", {"ids": list(ids)}, timeout=5
    )
    assert len(rows) == len(ids)
    return {claim for claim, is_live in rows if is_live}


def with_id(claim: Claim) -> Claim:
    """The claim with the id that its content gives."""
    return replace(claim, id=claim_id(claim))
