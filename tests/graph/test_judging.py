"""Judgements by hand: held against all others, loaded as any dataset, and taken back without a trace."""

from dataclasses import replace

import pytest

from claimgraph.graph import judging
from claimgraph.graph.contradictions import chain_between
from claimgraph.graph.digest import digest
from claimgraph.graph.errors import InvalidInput
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.ids import judgement_id
from claimgraph.graph.judging import View, judge, withdraw
from claimgraph.graph.progress import Progress, Silent
from claimgraph.graph.publish import Loaded, load, rebuild
from claimgraph.graph.records import Dataset, Judgement, Kind
from claimgraph.graph.store import Store
from claimgraph.graph.vocabulary import Vocabulary
from claimgraph.tests.graph.test_judgements import said
from claimgraph.tests.synthetic import made_up

EVIDENCE = replace(made_up(seed=5, claims=60), judgements=[])
PLACE, TOWN, CITY = (f"entity/made-up/place{n}" for n in (3, 4, 5))
UNIT = "entity/made-up/unit3"


@pytest.fixture
async def loaded(empty: Store) -> Store:
    """A graph without judgements."""
    await load(empty, [EVIDENCE], Silent())
    return empty


def word(record: str, a: str, b: str, by: str = "an editor") -> Judgement:
    """What a person says."""
    return Judgement("", "", "same" if record == "same" else "different", a, b, by, "one name")


async def editors(store: Store, *judgements: Judgement) -> None:
    """Judgements that come from a corpus."""
    made = [replace(each, dataset="editors") for each in judgements]
    identified = [replace(each, id=judgement_id(each)) for each in made]
    await load(store, [Evidence(Dataset("dataset/editors", "E"), Vocabulary(), judgements=identified)], Silent())


async def refusal(store: Store, judgement: Judgement, *, end: bool = False) -> str:
    """Why it, or the end of what was judged of its two, is refused; nothing is written."""
    before = await digest(store)
    work = withdraw(store, judgement.a, judgement.b, Silent()) if end else judge(store, judgement, Silent())
    with pytest.raises(InvalidInput) as caught:
        await work
    assert await digest(store) == before
    return str(caught.value)


async def test_a_merge_and_its_end(loaded: Store) -> None:
    """The two are one, said again nothing is written, a rebuild changes nothing, and its end leaves no trace."""
    before = await digest(loaded)
    judged = await judge(loaded, word("same", TOWN, PLACE), Silent())
    [view] = judged.views
    assert (view.id, view.name, view.members) == (PLACE, "Place3", (PLACE, TOWN))
    places = {PLACE, TOWN}
    assert view.claims == sum(claim.object in places for claim in EVIDENCE.claims)
    together = await digest(loaded)
    assert together != before
    again = await judge(loaded, word("same", PLACE, TOWN), Silent())
    assert (again.loaded, again.views) == (Loaded(judged.loaded.version), judged.views)
    await rebuild(loaded, Silent())
    assert await digest(loaded) == together
    ended = await withdraw(loaded, PLACE, TOWN, Silent())
    assert [each.by for each in ended.ended] == ["an editor"]
    assert [view.members for view in ended.views] == [(PLACE,), (TOWN,)]
    assert await digest(loaded) == before


async def test_each_stands_by_itself(loaded: Store) -> None:
    """A second judgement leaves the first, and ending one leaves the other; its dataset says where they come from."""
    await judge(loaded, word("same", PLACE, TOWN), Silent())
    judged = await judge(loaded, word("same", TOWN, CITY, by="another"), Silent())
    assert judged.views == (View(PLACE, "Place3", (PLACE, TOWN, CITY), judged.views[0].claims),)
    await withdraw(loaded, TOWN, PLACE, Silent())
    found = await loaded.read(
        "MATCH (a)-[judgement:SAME_AS]->(b) WHERE judgement.ended_at IS NULL "
        "RETURN a.id, b.id, judgement.dataset, judgement.by",
        {},
        timeout=5,
    )
    assert found == [[TOWN, CITY, "judgements", "another"]]
    [dataset] = await loaded.read(
        "MATCH (dataset:Dataset {id: 'dataset/judgements'}) RETURN dataset.title, dataset.redistribute", {}, timeout=5
    )
    assert dataset == ["Judgements made here", True]


async def test_a_load_in_between(loaded: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two people at once: who comes second works it out again, and both judgements stand."""
    interrupted: list[bool] = []

    async def late(
        store: Store, evidence: list[Evidence], progress: Progress, *, based_on: int | None = None
    ) -> Loaded:
        if not interrupted:
            interrupted.append(True)
            await judge(loaded, word("same", CITY, TOWN), Silent())
        return await load(store, evidence, progress, based_on=based_on)

    monkeypatch.setattr(judging, "load", late)
    judged = await judge(loaded, word("same", PLACE, TOWN), Silent())
    assert [view.members for view in judged.views] == [(PLACE, TOWN, CITY)]


async def test_what_is_no_pair(loaded: Store) -> None:
    """Unknown, retracted, one and the same, of two kinds: each is told, with what would be right."""
    reason = await refusal(loaded, word("same", PLACE, "entity/made-up/plaxe4"))
    assert "there is no entity 'entity/made-up/plaxe4'; did you mean 'entity/made-up/place4'" in reason
    assert "did you mean 'entity/made-up/place" in await refusal(loaded, word("same", PLACE, "entity/madeup/place4"))
    assert "did you mean" not in await refusal(loaded, word("same", PLACE, "zzz"))
    assert "is named twice" in await refusal(loaded, word("same", PLACE, PLACE))
    assert "kind Place, 'entity/made-up/unit3' of the kind Unit" in await refusal(loaded, word("same", PLACE, UNIT))
    kept = [each for each in EVIDENCE.entities if each.id != "entity/made-up/place0"]
    await load(loaded, [replace(EVIDENCE, entities=kept, claims=[])], Silent())
    assert "was retracted" in await refusal(loaded, word("same", PLACE, "entity/made-up/place0"))


async def test_a_same_against_a_different(loaded: Store) -> None:
    """Anywhere in what would become one: who judged so, why, in which dataset, and how to end it."""
    await editors(loaded, word("same", PLACE, TOWN), word("different", TOWN, CITY))
    reason = await refusal(loaded, word("same", CITY, PLACE))
    assert f"'{TOWN}' and '{CITY}' would become one, and an editor judges '{TOWN}' and '{CITY}' different" in reason
    assert "basis: one name; dataset 'editors'" in reason
    assert "take it out of the dataset 'editors'" in reason
    await editors(loaded)
    await judge(loaded, word("different", PLACE, TOWN), Silent())
    reason = await refusal(loaded, word("same", PLACE, TOWN))
    assert "would become one" not in reason
    assert f"`claimgraph judge {PLACE} {TOWN} --end` ends that" in reason


async def test_a_different_against_a_chain(loaded: Store) -> None:
    """Every judgement of the chain that makes the two one is named, with how to end each."""
    await editors(loaded, word("same", PLACE, TOWN))
    await judge(loaded, word("same", TOWN, CITY), Silent())
    reason = await refusal(loaded, word("different", PLACE, CITY))
    assert f"'{PLACE}' and '{TOWN}' the same" in reason
    assert f"'{TOWN}' and '{CITY}' the same" in reason
    assert "take it out of the dataset 'editors'" in reason
    assert f"`claimgraph judge {TOWN} {CITY} --end` ends that" in reason


async def test_what_follows_from_ids_gives_way(empty: Store) -> None:
    """Entities that are one because of an equal id are parted by a *different*, and one again when that ends."""
    a, b = "entity/a/x", "entity/b/x"
    await load(empty, [said("a", "wikidata:Q1"), said("b", "wikidata:Q1")], Silent())
    together = await digest(empty)
    assert f"`claimgraph judge {a} {b} --different` parts them" in await refusal(empty, word("same", a, b), end=True)
    judged = await judge(empty, word("different", a, b), Silent())
    assert [view.members for view in judged.views] == [(a,), (b,)]
    ended = await withdraw(empty, a, b, Silent())
    assert [view.members for view in ended.views] == [(a, b)]
    assert await digest(empty) == together


async def test_a_same_that_ids_would_carry_on(empty: Store) -> None:
    """What equal ids make one counts, too: a *same* with one of them is one with all."""
    parts = [said("a", "wikidata:Q1"), said("b", "wikidata:Q1"), said("c", kind=Kind.UNIT)]
    await load(empty, parts, Silent())
    await judge(empty, word("different", "entity/b/x", "entity/c/x"), Silent())
    reason = await refusal(empty, word("same", "entity/a/x", "entity/c/x"))
    assert "'entity/b/x' and 'entity/c/x' would become one" in reason


async def test_nothing_to_end(loaded: Store) -> None:
    """What was not judged here cannot be ended here; where it stands is told."""
    assert await refusal(loaded, word("same", PLACE, TOWN), end=True) == (
        f"nothing was judged here of '{PLACE}' and '{TOWN}', so there is nothing to end"
    )
    await editors(loaded, word("same", PLACE, TOWN))
    assert "take it out of the dataset 'editors'" in await refusal(loaded, word("same", TOWN, PLACE), end=True)
    assert "there is no entity" in await refusal(loaded, word("same", TOWN, "entity/made-up/nobody"), end=True)


async def test_a_circle_of_places(loaded: Store) -> None:
    """A judgement that would put two places into each other is refused as a load is."""
    await judge(loaded, word("same", "entity/made-up/place0", "entity/made-up/place11"), Silent())
    reason = await refusal(loaded, word("same", "entity/made-up/place1", "entity/made-up/place10"))
    assert "places would lie in each other" in reason
    assert "entity/made-up/place0 lies in entity/made-up/place10, the same as entity/made-up/place1" in reason


def test_the_shortest_chain() -> None:
    """Of two ways the one with fewer judgements, whichever way round they were said."""
    steps = [word("same", *pair) for pair in ("ab", "bc", "cd", "da", "xy")]
    assert chain_between("a", "c", steps) == steps[:2] or chain_between("a", "c", steps) == steps[3:1:-1]
    assert chain_between("a", "d", steps) == [steps[3]]
    assert chain_between("a", "x", steps) == []
