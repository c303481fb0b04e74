"""EXPLAIN of the endpoint's statements on the real server: lists follow an index, and nothing scans or sorts a hub."""

import re
from collections.abc import Iterator
from typing import Any

import neo4j
import pytest

from claimgraph.api.documents import Documents
from claimgraph.api.schema import create_schema
from claimgraph.graph.compile.cursors import encode, fingerprint
from claimgraph.graph.local.server import Running
from claimgraph.graph.store import Store

pytestmark = pytest.mark.usefixtures("sampled")

PAGE = "{ nodes { id } pageInfo { endCursor } }"
PAGE_OF_CHANGES = "{ totalCount nodes { kind claim { text } by { id } } pageInfo { endCursor } }"
LISTS = {
    "newest claims": f"claims {PAGE}",
    "of a predicate": f'claims(filter: {{predicate: "A"}}) {PAGE}',
    "of a source": f'claims(filter: {{source: "source/a"}}) {PAGE}',
    "of a subject": f'claims(filter: {{subject: "entity/a"}}) {PAGE}',
    "of an object": f'claims(filter: {{object: "entity/a", predicate: "A"}}) {PAGE}',
    "of a claimant": f'claims(filter: {{claimant: "entity/a"}}) {PAGE}',
    "during an event": f'claims(filter: {{during: "entity/a"}}) {PAGE}',
    "about an entity": f'entity(id: "entity/a") {{ claims(role: SUBJECT) {PAGE} }}',
    "with an entity in any role": f'entity(id: "entity/a") {{ claims {PAGE} }}',
    "stated in a source": f'source(id: "source/a") {{ claims {PAGE} }}',
    "entities": f"entities {PAGE}",
    "places": f"entities(kind: PLACE) {PAGE}",
    "issues": f"issues {PAGE}",
    "sources": f"sources {PAGE}",
    "sources of a publisher": f'sources(publisher: "entity/a") {PAGE}',
}
ONE = {
    "claim": """claim(id: "claim/a") {
      text subject { name names side { name } } attribution { entity { name } } issues { id }
      assessments { value meaning } }""",
    "entity": """entity(id: "entity/a") {
      names description externalIds sameAs { by } assessments { by } ... on Place { partOf { name } } }""",
    "source": 'source(id: "source/a") { title assessments { scheme at } }',
    "issue": 'issue(id: "issue/a/b:c") { question about { name } claims { nodes { text } } }',
    "search": 'search(text: "kherson") { nodes { id ... on Claim { text } ... on Place { placeType } } }',
}
CHANGES = {
    "changes": f'changes(since: "2022-11-11T00:00:00Z") {PAGE_OF_CHANGES}',
    "changes of an issue": f'changes(since: "2022-11-11T00:00:00Z", issue: "issue/a/b:c") {PAGE_OF_CHANGES}',
}

NEVER = {"AllNodesScan", "NodeByLabelScan", "DirectedRelationshipTypeScan", "Eager", "CartesianProduct"}


@pytest.fixture(scope="module")
async def sampled(graph: Store) -> None:
    """The graph, with the planner's picture of it brought up to date: other modules leave one of theirs."""
    await graph.write(lambda tx: tx.run("CALL db.prepareForReplanning(60)"))


@pytest.mark.parametrize("query", [*LISTS.values(), *ONE.values(), *CHANGES.values()], ids=[*LISTS, *ONE, *CHANGES])
async def test_nothing_is_scanned(neo4j_server: Running, query: str) -> None:
    """Every read begins at an index, and nothing waits for all rows before it goes on."""
    operators = {path[-1] for path, _ in operators_of(await plan(neo4j_server, query))}
    assert operators
    assert not operators & NEVER


@pytest.mark.parametrize("query", LISTS.values(), ids=list(LISTS))
async def test_lists_come_out_of_the_index_in_order(neo4j_server: Running, query: str) -> None:
    """What walks an index of several keys meets a Limit before anything that sorts: a page reads what it shows."""
    walks = [path for path, details in operators_of(await plan(neo4j_server, query)) if _WALK.search(details)]
    assert walks
    for path in walks:
        assert next(each for each in reversed(path) if each in {"Limit", "Sort", "Top", "PartialSort"}) == "Limit"


async def test_changes_begin_where_something_changed(neo4j_server: Running) -> None:
    """The index on the moment of the last change is sought from `since` on; those of an issue begin at the issue."""
    found = {name: [*operators_of(await plan(neo4j_server, query))] for name, query in CHANGES.items()}
    sought = [details for _, details in found["changes"] if _WALK.search(details)]
    assert len(sought) == 2  # the page and its count
    assert all(re.search(r":Claim\(changed_at, id\) WHERE changed_at >= ", details) for details in sought)
    begun = [details for path, details in found["changes of an issue"] if "Index" in path[-1]]
    assert any("UNIQUE issue" in details for details in begun)
    assert not any("changed_at" in details for details in begun)


LATER = {
    "claims({})": "2022-11-11T00:00:00Z",
    'claims(filter: {{predicate: "A"}}, {})': "2022-11-11T00:00:00Z",
    'claims(filter: {{object: "entity/a"}}, {})': "2022-11-11T00:00:00Z",
    "entities({})": "Kherson",
    "entities(kind: UNIT, {})": "Kherson",
    "issues({})": 5,
    "sources({})": "2022-11-11T00:00:00Z",
}


@pytest.mark.parametrize(("query", "key"), LATER.items(), ids=list(LATER))
async def test_later_pages_begin_where_the_last_one_ended(neo4j_server: Running, query: str, key: object) -> None:
    """The cursor's first key is a bound of the index seek, not a filter over all that comes before."""
    call = Documents(create_schema().core).document(f"{{ {query.format('first: 5')} {PAGE} }}").call(None, {})
    mark = fingerprint(call.outline.selection.fields[0], call.arguments[0])
    after = query.format(f'after: "{encode(mark, "", [key, "x"])}"')
    walks = [
        (path, details)
        for path, details in operators_of(await plan(neo4j_server, f"{after} {PAGE}"))
        if _WALK.search(details)
    ]
    for path, details in walks:
        assert next(each for each in reversed(path) if each in {"Limit", "Sort", "Top", "PartialSort"}) == "Limit"
        assert re.search(r"(sort_at|name|claim_count) [<>]=", details)
    assert walks


_WALK = re.compile(r"RANGE INDEX \w+:(Claim|Entity|Issue|Source)\(\w+, ")


async def plan(server: Running, query: str) -> dict[str, Any]:
    """The plan of a query."""
    call = Documents(create_schema().core).document(f"{{ {query} }}").call(None, {})
    async with neo4j.AsyncGraphDatabase.driver(
        server.bolt_uri, auth=(server.user, server.password), notifications_min_severity="OFF"
    ) as driver:
        result = await driver.execute_query("EXPLAIN " + call.plan.text, call.plan.params(call.arguments))
    assert result.summary.plan
    return result.summary.plan


def operators_of(found: dict[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each operator as the path that leads to it from the plan's top, with its details."""
    path = (*above, found["operatorType"].partition("@")[0])
    yield path, str(found["args"].get("Details"))
    for child in found.get("children", []):
        yield from operators_of(child, path)
