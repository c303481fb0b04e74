"""Canonical ids: components of *same*, kept apart by *different*."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.graph.identity import Component, components

Pair = tuple[str, str]
PAIRS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=12)


@pytest.mark.parametrize(
    ("same", "different", "canonical"),
    [
        ([], [], {}),
        ([], [("a", "b")], {}),
        ([("b", "a")], [], {"a": "a", "b": "a"}),
        ([("c", "d"), ("b", "c"), ("a", "d")], [], dict.fromkeys("abcd", "a")),
        ([("a", "b"), ("c", "d")], [("b", "c")], {"a": "a", "b": "a", "c": "c", "d": "c"}),
        ([("a", "b"), ("b", "c")], [("c", "a")], {"a": "a", "b": "b", "c": "c"}),
        ([("a", "b"), ("b", "c"), ("x", "y")], [("c", "a")], {"a": "a", "b": "b", "c": "c", "x": "x", "y": "x"}),
        ([("a", "a")], [], {"a": "a"}),
    ],
)
def test_the_smallest_member_names_them_all(same: list[Pair], different: list[Pair], canonical: dict[str, str]) -> None:
    """Unless a judgement says that two of them differ: then nobody in the component merges, and the others do."""
    found = {member: whole for each in components(same, different) for member, whole in each.canonical.items()}
    assert found == canonical


def test_a_conflict_names_its_pairs_once() -> None:
    """Whichever way round they were judged, and however often."""
    [component] = components([("a", "b"), ("b", "c")], [("c", "a"), ("a", "c"), ("a", "z")])
    assert component == Component(("a", "b", "c"), (("a", "c"),))


def test_a_chain_of_thousands_is_no_deeper_than_a_pair() -> None:
    """Long chains of judgements neither recurse nor crawl."""
    names = [f"entity/{n:05}" for n in range(20_000)]
    for chain in (names, names[::-1]):
        [component] = components(pairwise(chain), [])
        assert component.members == tuple(names)


@given(PAIRS, PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_judgements_does_not_matter(same: list[Pair], different: list[Pair], chance: Random) -> None:
    """Nor which of the two is named first, nor a judgement said twice."""
    shuffled = [pair[:: chance.choice((1, -1))] for pair in (*same, *same[:2])]
    chance.shuffle(shuffled)
    turned = [(a, b) for a, b in shuffled]
    assert components(turned, [(b, a) for a, b in reversed(different)]) == components(same, different)


@given(PAIRS, PAIRS)
def test_components_partition_the_judged(same: list[Pair], different: list[Pair]) -> None:
    """Both of a *same* are in one component, its members sorted, everyone in exactly one."""
    found = components(same, different)
    members = [member for each in found for member in each.members]
    assert sorted(members) == sorted({entity for pair in same for entity in pair})
    home = {member: each for each in found for member in each.members}
    assert all(home[a] == home[b] for a, b in same)
    for each in found:
        assert list(each.members) == sorted(each.members)
        apart = [(a, b) for a, b in different if a in each.members and b in each.members]
        assert bool(each.conflicts) == bool(apart)
        assert set(each.canonical.values()) == (set(each.members) if apart else {min(each.members)})
