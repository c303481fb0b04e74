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
PAGE_OF_LINKS = "{ totalCount nodes { rule claim { id } } pageInfo { endCursor } }"
LISTS = {
    "newest claims": f"claims {PAGE}",
    "oldest claims": f"claims(orderBy: OLDEST_FIRST) {PAGE}",
    "oldest of a subject": f'claims(filter: {{subject: "entity/a"}}, orderBy: OLDEST_FIRST) {PAGE}',
    "of a predicate": f'claims(filter: {{predicate: "A"}}) {PAGE}',
    "of a source": f'claims(filter: {{source: "source/a"}}) {PAGE}',
    "of a subject": f'claims(filter: {{subject: "entity/a"}}) {PAGE}',
    "of an object": f'claims(filter: {{object: "entity/a", predicate: "A"}}) {PAGE}',
    "of a claimant": f'claims(filter: {{claimant: "entity/a"}}) {PAGE}',
    "during an event": f'claims(filter: {{during: "entity/a"}}) {PAGE}',
    "about an entity": f'entity(id: "entity/a") {{ claims(role: SUBJECT) {PAGE} }}',
    "with an entity in any role": f'entity(id: "entity/a") {{ claims {PAGE} }}',
    "stated in a source": f'source(id: "source/a") {{ claims {PAGE} }}',
    "relations of an entity": 'entity(id: "entity/a") { relations { nodes { type } pageInfo { endCursor } } }',
    "entities": f"entities {PAGE}",
    "places": f"entities(kind: PLACE) {PAGE}",
    "issues": f"issues {PAGE}",
    "contested issues": f"issues(contested: true) {PAGE}",
    "sources": f"sources {PAGE}",
    "sources of a publisher": f'sources(publisher: "entity/a") {PAGE}',
}
ONE = {
    "claim": """claim(id: "claim/a") {
      text subject { name names side { name } } attribution { entity { name } } issues { id }
      assessments { value meaning } }""",
    "entity": """entity(id: "entity/a") {
      names description externalIds sameAs { by } assessments { by } ... on Place { partOf { name } } }""",
    "links": f"""claim(id: "claim/a") {{ contested contradicts {PAGE_OF_LINKS} corroboratedBy {PAGE_OF_LINKS}
      repeats {PAGE_OF_LINKS} repeatedBy {PAGE_OF_LINKS} supersedes {PAGE_OF_LINKS} supersededBy {PAGE_OF_LINKS} }}""",
    "board": f"""issue(id: "issue/a/b:c") {{
      contested positions {{ nodes {{ label claims {PAGE} }} totalCount }} undecided {PAGE} }}""",
    "contested issues of an entity": f'entity(id: "entity/a") {{ issues(contested: true) {PAGE} }}',
    "contested issues about an entity": f'issues(about: "entity/a", contested: true) {PAGE}',
    "contested claims of a subject": f'claims(filter: {{subject: "entity/a", contested: true}}) {PAGE}',
    "filters within a filter": f"""claims(filter: {{text: "a", publishedFrom: "2022-11-11T00:00:00Z", or: [
      {{subject: "entity/a"}}, {{not: {{attributedTo: "entity/a", atLeast: 4}}}}, {{}}]}}) {PAGE}""",
    "node": 'node(id: "claim/a") { id ... on Claim { text } ... on Place { placeType } ... on Issue { question } }',
    "nodes": 'nodes(ids: ["claim/a", "entity/a", "issue/a/b:c", "source/a"]) { id ... on Source { title } }',
    "source": 'source(id: "source/a") { title assessments { scheme at } }',
    "issue": 'issue(id: "issue/a/b:c") { question about { name } claims { nodes { text } } }',
    "search": 'search(text: "kherson") { nodes { id ... on Claim { text } ... on Place { placeType } } }',
}
CHANGES = {
    "changes": f'changes(since: "2022-11-11T00:00:00Z") {PAGE_OF_CHANGES}',
    "newest changes": f"changes(orderBy: NEWEST_FIRST) {PAGE_OF_CHANGES}",
    "changes of an issue": f'changes(since: "2022-11-11T00:00:00Z", issue: "issue/a/b:c") {PAGE_OF_CHANGES}',
    "changes of an entity": f'changes(entity: "entity/a", orderBy: NEWEST_FIRST) {PAGE_OF_CHANGES}',
    "changes of an issue and an entity": f'changes(issue: "issue/a/b:c", entity: "entity/a") {PAGE_OF_CHANGES}',
}

VIEWS = [
    'asOf: {known: "2022-11-11T00:00:00Z"}',
    'asOf: {recorded: "2022-11-11T00:00:00Z"}',
    'asOf: {event: "2022-11-11T00:00:00Z", certainty: CERTAIN}',
    'asOf: {event: "2022-11-11T00:00:00Z", known: "2022-11-11T00:00:00Z", recorded: "2022-11-11T00:00:00Z"}',
]
VIEWED_LISTS = {
    "newest claims": f"claims(%) {PAGE}",
    "of a predicate": f'claims(filter: {{predicate: "A"}}, %) {PAGE}',
    "of a subject": f'claims(filter: {{subject: "entity/a"}}, %) {PAGE}',
    "with an entity in any role": f'entity(id: "entity/a", %) {{ claims {PAGE} }}',
    "stated in a source": f'source(id: "source/a", %) {{ claims {PAGE} }}',
    "sources": f"sources(%) {PAGE}",
}
VIEWED = {
    "claim": f'claim(id: "claim/a", %) {{ text contested issues {{ id }} contradicts {PAGE_OF_LINKS} }}',
    "board": f"""issue(id: "issue/a/b:c", %) {{
      contested positions {{ nodes {{ label claims {PAGE} }} }} undecided {PAGE} claims {PAGE} }}""",
    "issues of an entity": f'entity(id: "entity/a", %) {{ issues {PAGE} sources {PAGE} }}',
    "contested issues about an entity": f'issues(about: "entity/a", contested: true, %) {PAGE}',
    "nodes": 'nodes(ids: ["claim/a", "entity/a", "issue/a/b:c"], %) { id ... on Claim { contested } }',
    "search": 'search(text: "kherson", %) { nodes { id } }',
}
NEVER = {"AllNodesScan", "NodeByLabelScan", "DirectedRelationshipTypeScan", "Eager", "CartesianProduct"}


@pytest.fixture(scope="module")
async def sampled(graph: Store) -> None:
    """The graph, with the planner's picture of it brought up to date: other modules leave one of theirs."""
    await graph.write(lambda tx: tx.run("CALL db.prepareForReplanning(60)"))


@pytest.mark.parametrize("query", [*LISTS.values(), *ONE.values(), *CHANGES.values()], ids=[*LISTS, *ONE, *CHANGES])
async def test_nothing_is_scanned(neo4j_server: Running, query: str) -> None:
    """Every read begins at an index, and nothing waits for all rows before it goes on."""
    for found in await plans(neo4j_server, query):
        # Datasets are few, and the rules need what each of them brings to the vocabulary.
        operators = {path[-1] for path, details in operators_of(found) if "dataset:Dataset" not in details}
        assert operators
        assert not operators & NEVER


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(
    "query", [*VIEWED_LISTS.values(), *VIEWED.values()], ids=[*(f"list of {name}" for name in VIEWED_LISTS), *VIEWED]
)
async def test_nothing_is_scanned_under_a_view(neo4j_server: Running, query: str, view: str) -> None:
    """The same holds as of other moments, of what is fetched once the rules have spoken too."""
    await test_nothing_is_scanned(neo4j_server, query.replace("%", view))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("query", VIEWED_LISTS.values(), ids=list(VIEWED_LISTS))
async def test_lists_under_a_view_come_out_in_order(neo4j_server: Running, query: str, view: str) -> None:
    """What is not there then is passed over on the way."""
    await test_lists_come_out_of_the_index_in_order(neo4j_server, query.replace("%", view))


@pytest.mark.parametrize("query", LISTS.values(), ids=list(LISTS))
async def test_lists_come_out_of_the_index_in_order(neo4j_server: Running, query: str) -> None:
    """What walks an index of several keys meets a Limit before anything that sorts: a page reads what it shows."""
    walks = [path for path, details in operators_of(await plan(neo4j_server, query)) if _WALK.search(details)]
    assert walks
    for path in walks:
        assert next(each for each in reversed(path) if each in {"Limit", "Sort", "Top", "PartialSort"}) == "Limit"


async def test_changes_begin_where_something_changed(neo4j_server: Running) -> None:
    """The index on the moment of the last change is sought from `since` on; others begin at the issue or the entity."""
    found = {name: [*operators_of(await plan(neo4j_server, query))] for name, query in CHANGES.items()}
    # What changed and what was superseded since, of the page and of its count; first, how far back the newest go.
    for name, times in {"changes": 4, "newest changes": 5}.items():
        sought = [details for _, details in found.pop(name) if _WALK.search(details)]
        assert len(sought) == times
        assert all(re.search(r":Claim\(changed_at, id\) WHERE changed_at >= ", details) for details in sought)
    for name, each in found.items():
        begun = [details for path, details in each if "Index" in path[-1]]
        assert any(f"UNIQUE {'issue' if 'issue' in name else 'given'}" in details for details in begun)
        assert not any("changed_at" in details for details in begun)


async def test_the_newest_changes_begin_near_the_end(neo4j_server: Running) -> None:
    """How far back a page goes is found by walking the index backwards, no further than the page is long."""
    found = await plan(neo4j_server, f"changes(orderBy: NEWEST_FIRST) {PAGE_OF_CHANGES}")
    [walk] = [path for path, details in operators_of(found) if "least" in details and _WALK.search(details)]
    assert next(each for each in reversed(walk) if each in {"Limit", "Sort", "Top", "PartialSort"}) == "Limit"


LATER = {
    "claims({})": "2022-11-11T00:00:00Z",
    'claims(filter: {{predicate: "A"}}, {})': "2022-11-11T00:00:00Z",
    'claims(filter: {{object: "entity/a"}}, {})': "2022-11-11T00:00:00Z",
    "entities({})": "Kherson",
    "entities(kind: UNIT, {})": "Kherson",
    "issues({})": 5,
    "issues(contested: true, {})": 5,
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
        assert re.search(r"(sort_at|sort_name|claim_count) [<>]=", details)
    assert walks


_WALK = re.compile(r"RANGE INDEX \w+:(Claim|Entity|Issue|Source)\(\w+, ")


async def plan(server: Running, query: str) -> dict[str, Any]:
    """The plan of a query's first statement."""
    return (await plans(server, query))[0]


async def plans(server: Running, query: str) -> list[dict[str, Any]]:
    """The plans of a query's statement, and of those that follow once the rules have spoken."""
    call = Documents(create_schema().core).document(f"{{ {query} }}").call(None, {})
    statements = [(call.plan.text, call.plan.params(call.arguments))]
    statements += [
        (site.text, {**call.plan.params(call.arguments, site), "ids": ["claim/a"]}) for site in call.plan.sites
    ]
    async with neo4j.AsyncGraphDatabase.driver(
        server.bolt_uri, auth=(server.user, server.password), notifications_min_severity="OFF"
    ) as driver:
        results = [await driver.execute_query("EXPLAIN " + text, params) for text, params in statements]
    return [result.summary.plan for result in results if result.summary.plan]


def operators_of(found: dict[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each operator as the path that leads to it from the plan's top, with its details."""
    path = (*above, found["operatorType"].partition("@")[0])
    yield path, str(found["args"].get("Details"))
    for child in found.get("children", []):
        yield from operators_of(child, path)
