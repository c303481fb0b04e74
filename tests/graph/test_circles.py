"""Places that lie in each other: found in what is said and in what judgements make of it, and never written."""

from dataclasses import replace
from itertools import pairwise

import pytest

from claimgraph.graph.circles import circle_of_merged, circles
from claimgraph.graph.digest import digest
from claimgraph.graph.errors import InvalidInput
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.ids import judgement_id
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load
from claimgraph.graph.records import Dataset, Entity, Judgement, Kind
from claimgraph.graph.store import Store
from claimgraph.graph.vocabulary import Vocabulary


def test_every_circle_is_found_once() -> None:
    """However many places lead into it, and none in a lattice."""
    assert list(circles({"a": ["b"], "b": ["c"], "c": ["b"], "d": ["a", "b"]})) == [["b", "c"]]
    assert list(circles({"a": ["a"]})) == [["a"]]
    assert list(circles({"a": ["b", "c"], "b": ["d"], "c": ["d"]})) == []


def test_a_long_chain_is_walked() -> None:
    """A chain of thousands neither recurses nor crawls."""
    names = [f"{n:05}" for n in range(5_000)]
    assert list(circles({a: [b] for a, b in pairwise(names)})) == []


@pytest.mark.parametrize(
    ("edges", "canonical", "words"),
    [
        ([("a", "b"), ("c", "d")], {}, None),
        ([("a", "b"), ("b", "a")], {}, "a lies in b, which lies in a"),
        ([("a", "b"), ("c", "d")], {"c": "b"}, None),
        ([("a", "b"), ("c", "d")], {"c": "b", "d": "a"}, "a lies in b, the same as c, which lies in d, the same as a"),
        ([("a", "b")], {"b": "a"}, None),
    ],
)
def test_in_words(edges: list[tuple[str, str]], canonical: dict[str, str], words: str | None) -> None:
    """A circle is told by the places as datasets name them; lying in one's own other self is none."""
    assert circle_of_merged(edges, canonical) == words


def town(dataset: str, key: str, *wholes: str) -> Entity:
    """A place of that dataset."""
    return Entity(f"entity/{dataset}/{key}", dataset, Kind.PLACE, key, part_of=wholes)


def places(dataset: str, *entities: Entity, same: tuple[tuple[str, str], ...] = ()) -> Evidence:
    """A dataset of places, and judgements on them."""
    judged = [Judgement("", dataset, "same", a, b, "an editor", "one town") for a, b in same]
    judgements = [replace(each, id=judgement_id(each)) for each in judged]
    return Evidence(Dataset(f"dataset/{dataset}", dataset), Vocabulary(), entities, judgements=judgements)


NORTH = places("n", town("n", "a", "entity/n/b"), town("n", "b"))
SOUTH = places("s", town("s", "b", "entity/s/a"), town("s", "a"))
PAIRS = (("entity/n/a", "entity/s/a"), ("entity/n/b", "entity/s/b"))


async def refused(store: Store, evidence: Evidence) -> str:
    """Why a load is refused; it wrote nothing."""
    before = await digest(store)
    with pytest.raises(InvalidInput) as caught:
        await load(store, [evidence], Silent())
    assert await digest(store) == before
    return str(caught.value)


async def test_over_datasets_loaded_apart(empty: Store) -> None:
    """Each is right by itself; the second that would close the circle is refused, by name."""
    await load(empty, [places("n", town("n", "a"))], Silent())
    await load(empty, [places("s", town("s", "b", "entity/n/a"))], Silent())
    reason = await refused(empty, places("n", town("n", "a", "entity/s/b")))
    assert "entity/n/a lies in entity/s/b, which lies in entity/n/a" in reason


async def test_by_judgements(empty: Store) -> None:
    """Two datasets that put two towns in each other may stand side by side until both towns are judged the same."""
    await load(empty, [NORTH, SOUTH], Silent())
    await load(empty, [places("j", same=PAIRS[:1])], Silent())
    reason = await refused(empty, places("j", same=PAIRS))
    assert "entity/n/a lies in entity/n/b, the same as entity/s/b, which lies in entity/s/a, the same as" in reason


async def test_by_equal_external_ids(empty: Store) -> None:
    """What is judged without people closes no circle either."""
    first, second = (
        replace(each, entities=[replace(one, external_ids=(f"wikidata:Q{ord(one.name)}",)) for one in each.entities])
        for each in (NORTH, SOUTH)
    )
    await load(empty, [first], Silent())
    assert "which lies in entity/s/a" in await refused(empty, second)


async def test_what_is_taken_back_closes_nothing(empty: Store) -> None:
    """A place that its dataset no longer describes lies nowhere, and one load may turn a place round."""
    await load(empty, [places("n", town("n", "a", "entity/n/b"), town("n", "b"))], Silent())
    await load(empty, [places("n", town("n", "a"), town("n", "b", "entity/n/a"))], Silent())
    await load(empty, [places("n", town("n", "a"))], Silent())
    assert (await load(empty, [places("n", town("n", "a", "entity/n/b"))], Silent())).wrote
