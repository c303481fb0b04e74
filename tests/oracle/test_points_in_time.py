"""A view of a graph answers as a smaller graph does that holds just what was there then.

What is derived on read is what a load derives and keeps.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import pytest

from claimgraph.graph.evidence import Evidence
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load
from claimgraph.graph.store import Store
from claimgraph.tests.conftest import wipe
from claimgraph.tests.oracle.conftest import client_of
from claimgraph.tests.oracle.merged import CORPUS
from claimgraph.tests.oracle.things import hour
from claimgraph.tests.oracle.world import Corpus, World

Json = Any
View = Mapping[str, str]

LINK = "{ totalCount nodes { rule basis strength claim { id } } pageInfo { hasNextPage } }"
CLAIM = f"""
  id text live contested issues {{ id contested claimCount }}
  contradicts {LINK} corroboratedBy {LINK} repeats {LINK} repeatedBy {LINK} supersedes {LINK} supersededBy {LINK}
"""
ISSUE = "id question family topic claimCount contested about { id name }"
POSITION = """
  id label dimension unit low high lowOpen highOpen originCount reportCount firstAsserted lastAsserted
  claims { totalCount nodes { id } }
"""
QUERIES = {
    "boards": f"""query ($asOf: AsOf) {{ issues(first: 100, asOf: $asOf) {{ totalCount nodes {{
      {ISSUE} positions(first: 100) {{ totalCount nodes {{ {POSITION} }} }} undecided {{ totalCount nodes {{ id }} }}
      claims(first: 100) {{ totalCount nodes {{ id contested }} }} }} }} }}""",
    "claims": f"query ($asOf: AsOf) {{ claims(first: 100, asOf: $asOf) {{ totalCount nodes {{ {CLAIM} }} }} }}",
    "entities": """query ($asOf: AsOf) { entities(first: 100, asOf: $asOf) { totalCount nodes {
      id name live side { id } claims(first: 50) { totalCount nodes { id contested } }
      during: claims(role: DURING, filter: { polarity: AFFIRM }) { totalCount nodes { id } }
      issues(first: 50) { totalCount nodes { id claimCount contested } } sources { totalCount nodes { id } } } } }""",
    "contested": f"""query ($asOf: AsOf) {{
      yes: issues(contested: true, asOf: $asOf) {{ totalCount nodes {{ {ISSUE} }} }}
      no: issues(contested: false, first: 100, asOf: $asOf) {{ totalCount nodes {{ {ISSUE} }} }}
      of: entity(id: "entity/beta/ford", asOf: $asOf) {{ issues(contested: true) {{ nodes {{ id }} }} }} }}""",
    "sources": """query ($asOf: AsOf) { sources(asOf: $asOf) { totalCount nodes {
      id live claims(first: 50) { totalCount nodes { id contested repeats { nodes { claim { id } } } } } } } }""",
}

LOADS = tuple(
    tuple(replace(one, sources=first.sources, assessments=()) for one, first in zip(each, CORPUS.loads[0], strict=True))
    for each in CORPUS.loads
)
"""Without grades, which may be of claims that are not there then; no source goes, for none could bring its claims."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the whole graph answers under some views, and what was when in it."""

    world: World
    answers: Mapping[str, Mapping[str, Json]]
    views: Mapping[str, View]


def _text(moment: datetime) -> str:
    return moment.isoformat()


def _views(marks: Sequence[datetime]) -> dict[str, View]:
    return {
        "recorded after the first load": {"recorded": _text(marks[1])},
        "recorded after the second load": {"recorded": _text(marks[2])},
        "known early": {"known": _text(hour(30))},
        "possible then": {"event": _text(hour(5))},
        "certain then": {"event": _text(hour(9)), "certainty": "CERTAIN"},
        "all three": {"recorded": _text(marks[1]), "known": _text(hour(30)), "event": _text(hour(4))},
    }


NAMES = list(_views([hour(0)] * 4))


@pytest.fixture(scope="module")
async def told(store: Store) -> Told:
    """The whole graph, loaded step by step, asked about every point in time before it goes."""
    await wipe(store)
    marks = [datetime.now(UTC)]
    for each in LOADS:
        await load(store, each, Silent())
        marks.append(datetime.now(UTC))
    views = _views(marks)
    answers = {name: await _answers(store, view) for name, view in views.items()}
    return Told(World(Corpus(LOADS), marks), answers, views)


@pytest.mark.parametrize("name", NAMES)
async def test_a_view_is_the_graph_of_then(told: Told, empty: Store, name: str) -> None:
    """The same JSON: claims, counts, links, positions, and every list in its order."""
    view = told.views[name]
    given = {key: value if key == "certainty" else datetime.fromisoformat(value) for key, value in view.items()}
    for each in _smaller(told.world.as_of(given)):
        await load(empty, each, Silent())
    assert await _answers(empty, None) == told.answers[name]


def test_the_points_differ(told: Told) -> None:
    """Each view shows something of its own, and contradictions are among what they show."""
    shown = [str(answers["claims"]) for answers in told.answers.values()]
    assert len(set(shown)) == len(shown)
    assert sum("'contested': True" in each for each in shown) > len(shown) / 2


def _smaller(world: World) -> list[list[Evidence]]:
    """Two loads: whatever entity there ever was, then those of today with the claims that the view shows."""
    assert world.view
    out = {source.id for source in world.sources.values() if world.view.has_published(source)}
    made: list[list[Evidence]] = [[], []]
    for one in LOADS[-1]:
        [key] = {entity.dataset for entity in one.entities}
        entities = [entity for entity in world.entities.values() if entity.dataset == key]
        sources = [source for source in one.sources if source.id in out]
        claims = [world.claims[claim] for claim in sorted(world.seen) if world.claims[claim].dataset == key]
        made[0].append(replace(one, entities=entities, sources=sources, claims=()))
        made[1].append(replace(one, sources=sources, claims=claims))
    return made


async def _answers(store: Store, view: View | None) -> dict[str, Json]:
    async with client_of(store) as client:
        answers = {}
        for name, query in QUERIES.items():
            response = await client.post("/graphql", json={"query": query, "variables": {"asOf": view}})
            body = response.json()
            assert "errors" not in body, body["errors"]
            answers[name] = body["data"]
        return answers
