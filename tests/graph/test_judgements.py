"""What is judged without people: entities with an equal Wikidata id are one, whatever the order of loading."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.graph import publish
from claimgraph.graph.digest import digest
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.identity import agreements, components
from claimgraph.graph.ids import judgement_id
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load, rebuild
from claimgraph.graph.records import Dataset, Entity, Judgement, Kind
from claimgraph.graph.store import Store
from claimgraph.graph.vocabulary import Vocabulary
from claimgraph.tests.conftest import wipe
from claimgraph.tests.synthetic import made_up

Pair = tuple[str, str]
PAIRS = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=5)
SHARING = st.lists(st.tuples(st.sampled_from(["Q1", "Q2"]), st.sets(st.sampled_from("abcdef"))), max_size=2)


@pytest.mark.parametrize(
    ("entities", "same", "different", "found"),
    [
        ("a", [], [], []),
        ("abc", [], [], ["ab", "ac"]),
        ("abc", [], ["ab"], ["ac"]),
        ("abc", [], ["ab", "ac"], ["bc"]),
        ("abc", ["ab"], [], ["ab", "ac"]),
        ("ab", ["bc"], ["ac"], []),
        ("abz", ["ax", "xy"], ["ay"], ["bz"]),
        ("abz", ["zx"], ["bx"], ["ab"]),
    ],
)
def test_each_is_joined_to_the_smallest(entities: str, same: list[str], different: list[str], found: list[str]) -> None:
    """To the smallest that nothing keeps it apart from; whoever is in a contradiction is left alone."""
    pairs = [[(each[0], each[1]) for each in words] for words in (same, different)]
    assert agreements([("Q1", list(entities))], *pairs) == [(each[0], each[1], "Q1") for each in found]


@given(SHARING, PAIRS, PAIRS, st.randoms(use_true_random=False))
def test_no_contradiction_is_made(
    sharing: list[tuple[str, set[str]]], same: list[Pair], different: list[Pair], chance: Random
) -> None:
    """Whatever people judge, in any order: what is added contradicts nothing."""
    ordered = sorted((shared, sorted(entities)) for shared, entities in sharing)
    found = agreements(ordered, same, different)
    assert agreements(ordered, chance.sample(same, len(same)), [pair[::-1] for pair in different]) == found
    before, after = (
        {each.members for each in components(pairs, different) if each.conflicts}
        for pairs in (same, [*same, *((a, b) for a, b, _ in found)])
    )
    assert before == after


A, B, C = "entity/a/x", "entity/b/x", "entity/c/x"


def said(dataset: str, *external: str, kind: Kind = Kind.UNIT, judgements: Sequence[Judgement] = ()) -> Evidence:
    """A dataset with one entity, which has these ids elsewhere."""
    entity = Entity(f"entity/{dataset}/x", dataset, kind, f"X of {dataset}", external_ids=external)
    return Evidence(Dataset(f"dataset/{dataset}", dataset), Vocabulary(), [entity], judgements=judgements)


def judged(record: str, a: str, b: str, dataset: str) -> Judgement:
    """An editor's word."""
    made = Judgement("", dataset, "same" if record == "same" else "different", a, b, "an editor", "seen")
    return replace(made, id=judgement_id(made))


async def canonical(store: Store) -> dict[str, str]:
    """Every entity's canonical id."""
    rows = await store.read("MATCH (entity:Entity) RETURN entity.id, entity.canonical_id", {}, timeout=5)
    return {str(entity): str(whole) for entity, whole in rows}


async def automatic(store: Store) -> list[list[object]]:
    """(a, b, basis) of what is judged without people and holds."""
    return await store.read(
        "MATCH (a)-[judgement:SAME_AS {dataset: 'claimgraph'}]->(b) WHERE judgement.ended_at IS NULL "
        "RETURN a.id AS a, b.id AS b, judgement.basis AS basis ORDER BY a, b, basis",
        {},
        timeout=5,
    )


Q = "wikidata:Q212"


async def test_an_equal_wikidata_id_makes_them_one(empty: Store) -> None:
    """And nothing else does: not another kind, another scheme, or an equal name."""
    await load(empty, [said("a", Q, "isni:1"), said("b", Q), said("c", "isni:1")], Silent())
    await load(empty, [said("d", Q, kind=Kind.ORGANISATION), said("e", "wikidata:P212"), said("f")], Silent())
    assert await canonical(empty) == {A: A, B: A} | {each: each for each in (C, *(f"entity/{n}/x" for n in "def"))}
    assert await automatic(empty) == [[A, B, "both have wikidata:Q212"]]


@pytest.mark.parametrize("small", [False, True])
async def test_the_graph_is_a_function_of_the_evidence(
    empty: Store, monkeypatch: pytest.MonkeyPatch, *, small: bool
) -> None:
    """Any order of loading, one load or three, in one transaction or an open run, and a rebuild: one digest."""
    if small:
        monkeypatch.setattr(publish, "ONE_TRANSACTION", 0)
    different = judged("different", A, C, "b")
    parts = [said("a", Q, "wikidata:Q1"), said("b", Q, judgements=[different]), said("c", Q, "wikidata:Q1")]
    parts = [replace(parts[0]), replace(parts[2]), parts[1]]
    digests = set()
    for order in permutations(parts):
        await wipe(empty)
        if order[0] is parts[2]:
            await load(empty, [replace(order[0], judgements=[])], Silent())
        for part in order:
            await load(empty, [part] if part is not parts[2] else parts, Silent())
        digests.add(await digest(empty))
        await rebuild(empty, Silent())
        digests.add(await digest(empty))
        assert not (await load(empty, parts, Silent())).wrote
    assert len(digests) == 1
    assert await canonical(empty) == {A: A, B: A, C: C}


async def test_it_ends_with_what_it_rests_on(empty: Store) -> None:
    """An id taken away, an entity retracted, another kind, a *different*: each parts them, and back it is as it was."""
    whole = [said("a", Q), said("b", Q)]
    await load(empty, whole, Silent())
    together = await digest(empty)
    for instead in (
        said("b"),
        said("b", "wikidata:Q2"),
        replace(whole[1], entities=[]),
        said("b", Q, kind=Kind.PERSON),
        said("b", Q, judgements=[judged("different", A, B, "b")]),
    ):
        await load(empty, [instead], Silent())
        assert await automatic(empty) == []
        assert set((await canonical(empty)).items()) <= {(A, A), (B, B)}
        await load(empty, [whole[1]], Silent())
        assert await digest(empty) == together
    await rebuild(empty, Silent())
    assert await digest(empty) == together


async def test_it_is_kept_as_history(empty: Store) -> None:
    """A judgement that ended stays, with when it was recorded and when it ended."""
    for evidence in (said("a", Q), said("b", Q), said("b")):
        await load(empty, [evidence], Silent())
    [[recorded, ended]] = await empty.read(
        "MATCH ()-[judgement:SAME_AS]->() RETURN judgement.recorded_at, judgement.ended_at", {}, timeout=5
    )
    assert recorded < ended


async def test_a_rebuild_mends_them(empty: Store) -> None:
    """Automatic judgements that were removed or made by hand are as they should be after a rebuild."""
    await load(empty, [said("a", Q), said("b", Q), said("c")], Silent())
    expected = await digest(empty)
    await empty.write(lambda tx: tx.run("MATCH ()-[judgement:SAME_AS]->() DELETE judgement"))
    await empty.write(
        lambda tx: tx.run(
            "MATCH (a:Entity {id: $a}), (c:Entity {id: $c}) "
            "CREATE (a)-[:SAME_AS {id: 'judgement/j1x', dataset: 'claimgraph'}]->(c)",
            {"a": A, "c": C},
        )
    )
    await rebuild(empty, Silent())
    assert await digest(empty) == expected


async def test_other_loads_do_not_pay(empty: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A load that touches no strong id and no judgement reads neither judgements' effects nor who bears which id."""
    await load(empty, [said("a", Q), said("b", Q)], Silent())
    evidence = replace(made_up(seed=3, claims=20), judgements=[])
    await load(empty, [replace(evidence, claims=[])], Silent())
    monkeypatch.setattr(publish, "identities", None)
    renamed = [replace(each, name=f"{each.name}!") for each in evidence.entities]
    assert (await load(empty, [replace(evidence, entities=renamed)], Silent())).wrote
