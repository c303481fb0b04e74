"""Proposals: which pairs, how sure, and why; deterministic, quick, and nothing is written."""

import random
import shlex
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from claimgraph.graph.digest import digest
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.ids import judgement_id
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load
from claimgraph.graph.records import Dataset, Entity, Judgement, Kind
from claimgraph.graph.store import Store
from claimgraph.graph.suggest.candidates import Verdicts, candidates, worth_comparing
from claimgraph.graph.suggest.proposals import Proposal, proposals, suggest
from claimgraph.graph.vocabulary import Vocabulary

Row = list[Any]


def row(key: str, kind: str, *names: str, **others: Any) -> Row:  # noqa: ANN401 - any cell
    """An entity as it is read for comparison."""
    cells = {"ids": [], "side": None, "lat": None, "lon": None, "type": None, "canonical": f"entity/{key}"} | others
    return [
        *(
            f"entity/{key}",
            cells["canonical"],
            kind,
            names[0],
            list(names[1:]),
            cells["ids"],
            [cells["side"]][: bool(cells["side"])],
        ),
        *(cells["lat"], cells["lon"], cells["type"]),
    ]


def proposed(rows: Sequence[Row], least: float = 0.1, verdicts: Verdicts | None = None) -> list[Proposal]:
    """The proposals."""
    return proposals(candidates(rows), verdicts or Verdicts([], []), least)


def test_a_pair_with_its_evidence() -> None:
    """Both ids and names, a score, the names that met and how, and the command that accepts it."""
    [found] = proposed(
        [
            row("b/z", "Person", "В. Зеленський", side="entity/u"),
            row("a/z", "Person", "X", "V. Zelensky", side="entity/u"),
        ]
    )
    assert (found.a, found.name_a, found.b, found.name_b) == ("entity/a/z", "X", "entity/b/z", "В. Зеленський")
    assert found.evidence == ("“V. Zelensky” and “В. Зеленський” are one name", "both of the side of entity/u")
    words = shlex.split(found.command)
    assert words[:5] == ["claimgraph", "judge", "entity/a/z", "entity/b/z", "--same"]
    assert words[5:7] == ["--basis", "; ".join(found.evidence)]


KYIV = {"lat": 50.45, "lon": 30.52}


@pytest.mark.parametrize(
    ("a", "b", "score", "evidence"),
    [
        ({}, {}, 0.9, "both are called “Kyiv”"),
        ({"ids": ["geo:1"]}, {"ids": ["geo:1"]}, 1.0, "both have geo:1"),
        ({"ids": ["geo:1"]}, {"ids": ["osm:1"]}, 0.9, "both are called “Kyiv”"),
        ({"ids": ["geo:1"]}, {"ids": ["geo:2"]}, 0.36, "geo:1 against geo:2"),
        (KYIV, KYIV, 0.95, "0.0 km apart"),
        (KYIV, {"lat": 46.64, "lon": 32.61}, 0.45, "451 km apart"),
        (KYIV, {"lat": 50.45, "lon": 30.7}, 0.9, "both are called “Kyiv”"),
        ({"side": "entity/u"}, {"side": "entity/u"}, 0.93, "both of the side of entity/u"),
        ({"side": "entity/u"}, {"side": "entity/r"}, 0.54, "of the side of entity/u and of entity/r"),
        ({"type": "city"}, {"type": "river"}, 0.27, "both are called “Kyiv” (city against river)"),
    ],
)
def test_what_else_is_known(a: dict[str, Any], b: dict[str, Any], score: float, evidence: str) -> None:
    """Ids elsewhere, coordinates, sides and types raise or lower the score."""
    [found] = proposed([row("a/k", "Place", "Kyiv", **a), row("b/k", "Place", "Kyiv", **b)])
    assert found.score == pytest.approx(score)
    assert evidence in found.evidence


def test_what_is_left_out() -> None:
    """Another kind; merged already; judged different, of another member too; in a contradiction."""
    rows = [row(f"{n}/k", "Place", "Kyiv") for n in "abcde"] + [row("f/k", "Unit", "Kyiv")]
    ids = [each[0] for each in rows]
    assert len(proposed(rows)) == 10
    merged = [row("a/k", "Place", "Kyiv"), row("b/k", "Place", "Kyiv", canonical="entity/a/k"), *rows[2:]]
    assert len(proposed(merged, verdicts=Verdicts([(ids[0], ids[1])], []))) == 6
    apart = Verdicts([(ids[0], ids[1])], [(ids[1], ids[2])])
    assert {(each.a, each.b) for each in proposed(merged, verdicts=apart)} == {
        pair for pair in combinations([ids[0], *ids[2:5]], 2) if pair != (ids[0], ids[2])
    }
    disputed = Verdicts([(ids[0], ids[1]), (ids[1], ids[2])], [(ids[0], ids[2])])
    assert [(each.a, each.b) for each in proposed(rows, verdicts=disputed)] == [(ids[3], ids[4])]


def test_a_merged_entity_has_its_members_names() -> None:
    """Any of them may meet."""
    rows = [
        row("a/k", "Place", "Kyiv"),
        row("b/k", "Place", "Lutsk", canonical="entity/a/k"),
        row("c/k", "Place", "Луцьк"),
    ]
    [found] = proposed(rows)
    assert (found.a, found.b) == ("entity/a/k", "entity/c/k")
    assert found.evidence == ("“Lutsk” and “Луцьк” are one name",)


def made_up(number: int) -> list[Row]:
    """Entities of which every tenth is there twice, under another spelling."""
    chance = random.Random(4)  # noqa: S311 - repeatable
    parts = [
        a + b for a in ("ka", "lo", "zen", "mar", "tu", "shev", "chen", "gri", "yov", "pet", "bo") for b in "lrnmtvks"
    ]
    rows = []
    for n in range(number):
        family = "".join(chance.choice(parts) for _ in range(3)).capitalize()
        given = chance.choice(["Volodymyr", "Serhiy", "Olena", "Ivan", "Mykola", "Anna", "Petro", "Iryna"])
        name = (f"{given} {family}skyy", f"{n}th Brigade", f"{family} Oblast")[n % 3]
        rows.append(row(f"a/{n:05}", ("Person", "Unit", "Place")[n % 3], name))
        if n % 10 == 0:
            other = name.replace("skyy", "skiy").replace("th Brigade", "-та бригада").replace("Oblast", "region")
            rows.append(row(f"b/{n:05}", ("Person", "Unit", "Place")[n % 3], other))
    return rows


def test_many_are_compared_with_few() -> None:
    """Of 20,000 entities a small share of the pairs is compared, and whatever is there twice is found."""
    entities = candidates(made_up(18_000))
    compared = {(a.id, b.id) for a, b in worth_comparing(entities)}
    assert len(compared) < 2_000_000
    twins = {(f"entity/a/{n:05}", f"entity/b/{n:05}") for n in range(0, 18_000, 10)}
    assert twins <= compared


def test_the_order_does_not_matter() -> None:
    """The same proposals, the best first, however the entities come."""
    rows = made_up(600)
    found = proposed(rows, 0.6)
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    random.Random(1).shuffle(rows)  # noqa: S311 - repeatable
    assert proposed(rows, 0.6) == found


async def test_out_of_the_graph(empty: Store) -> None:
    """What is live and has a name of its own, less what is judged; nothing is written."""
    a = [
        Entity("entity/a/kyiv", "a", Kind.PLACE, "Kyiv", location=(50.45, 30.52), place_type="city"),
        Entity("entity/a/63", "a", Kind.UNIT, "63rd Brigade", side="entity/a/u"),
        Entity("entity/a/u", "a", Kind.ORGANISATION, "Ukraine"),
        Entity("entity/a/official", "a", Kind.PERSON, "an official", named=False),
        Entity("entity/a/gone", "a", Kind.PLACE, "Kiev"),
    ]
    b = [
        Entity("entity/b/kiev", "b", Kind.PLACE, "Київ", location=(50.46, 30.53)),
        Entity("entity/b/63", "b", Kind.UNIT, "63 окрема бригада", side="entity/a/u", echelon="brigade"),
        Entity("entity/b/u", "b", Kind.ORGANISATION, "Ukraine", external_ids=("wikidata:Q212",)),
        Entity("entity/b/official", "b", Kind.PERSON, "an official", named=False),
    ]
    first = Evidence(Dataset("dataset/a", "A"), Vocabulary(), a)
    judged = Judgement("", "b", "different", "entity/a/u", "entity/b/u", "an editor", "seen")
    second = Evidence(Dataset("dataset/b", "B"), Vocabulary(), b, judgements=[replace(judged, id=judgement_id(judged))])
    await load(empty, [first, second], Silent())
    await load(empty, [replace(first, entities=a[:-1])], Silent())
    before = await digest(empty)
    found = await suggest(empty, None, 0.5)
    assert [(each.a, each.b) for each in found] == [("entity/a/63", "entity/b/63"), ("entity/a/kyiv", "entity/b/kiev")]
    assert [each.kind for each in await suggest(empty, Kind.UNIT, 0.5)] == [Kind.UNIT]
    assert await digest(empty) == before
