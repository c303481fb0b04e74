"""Lists, searches and whole answers, on a real Neo4j."""

import httpx
import pytest

from claimgraph.tests.api import corpus
from claimgraph.tests.api.conftest import MANY, Ask


async def test_issues(ask: Ask) -> None:
    """An issue by its id of today, its claims, and the lists that have it."""
    claim = (await ask("query ($id: ID!) { claim(id: $id) { issues { id } } }", id=corpus.LOSSES.id))["claim"]
    (issue,) = (each["id"] for each in claim["issues"])
    found = await ask(
        """query ($id: ID!, $about: ID!) {
          issue(id: $id) { id family topic question claimCount about { id } claims { nodes { id } } }
          issues(about: $about, topic: "losses") { nodes { id } }
          entity(id: $about) { issues { totalCount nodes { id } } }
        }""",
        id=issue,
        about=corpus.FORCE,
    )
    assert found["issue"]["family"] == "losses"
    assert found["issue"]["claims"]["nodes"] == [{"id": corpus.LOSSES.id}]
    assert found["issue"]["claimCount"] == 1
    assert corpus.WITHDRAWAL in [each["id"] for each in found["issue"]["about"]]
    assert found["issues"]["nodes"] == [{"id": issue}]
    assert {"id": issue} in found["entity"]["issues"]["nodes"]


async def test_an_issue_from_before_a_merge(ask: Ask) -> None:
    """Parts that are ids of other members find the issue of today."""
    found = await ask(
        """{ issue(id: "issue/presence/alpha:force/beta:town/present") { id claims { nodes { id } } }
             now: issue(id: "issue/presence/alpha:force/alpha:town/present") { id } }"""
    )
    assert found["now"] is not None
    assert found["issue"] == {**found["now"], "claims": {"nodes": [{"id": corpus.PRESENT.id}]}}


async def test_sources(ask: Ask) -> None:
    """Sources newest first, of a publisher, and in which an entity is spoken of."""
    found = await ask(
        """query ($paper: ID!, $town: ID!) {
          sources(publisher: $paper) { totalCount nodes { id live claims { totalCount } } }
          source(id: "source/beta/s1") { title publisher { name } claims { nodes { id } } }
          entity(id: $town) { sources { totalCount nodes { id } } }
        }""",
        paper=corpus.PAPER,
        town=corpus.TOWN,
    )
    assert found["sources"] == {
        "totalCount": 1,
        "nodes": [{"id": "source/alpha/s1", "live": True, "claims": {"totalCount": 3}}],
    }
    assert found["source"] == {
        "title": None,
        "publisher": {"name": "The Radio"},
        "claims": {"nodes": [{"id": corpus.PRESENT.id}]},
    }
    assert found["entity"]["sources"] == {
        "totalCount": 2,
        "nodes": [{"id": "source/beta/s1"}, {"id": "source/alpha/s1"}],
    }


@pytest.mark.parametrize("text", ["Reznikov", "резніков", "Oleksiy Reznikov", "REZNIKOV,"])
async def test_search_in_any_spelling(ask: Ask, text: str) -> None:
    """A name is found in another script, case or spelling, both by search and in the list of entities."""
    found = await ask(
        """query ($text: String!) {
          search(text: $text, kinds: [PERSON]) {
            nodes { __typename id ... on Entity { name } } edges { score node { id } } }
          entities(name: $text, kind: PERSON) { nodes { id } }
        }""",
        text=text,
    )
    assert found["search"]["nodes"] == [{"__typename": "Person", "id": corpus.MINISTER, "name": "Oleksii Reznikov"}]
    assert found["search"]["edges"][0]["node"] == {"id": corpus.MINISTER}
    assert found["search"]["edges"][0]["score"] > 0
    assert found["entities"]["nodes"] == [{"id": corpus.MINISTER}]


async def test_search_finds_claims(ask: Ask) -> None:
    """Live claims by their words, one kind or all."""
    query = """query ($text: String!, $kinds: [NodeKind!]) {
      search(text: $text, kinds: $kinds) { nodes { id ... on Claim { text } } } }"""
    assert (await ask(query, text="forty thousand", kinds=["CLAIM"]))["search"]["nodes"] == [
        {"id": corpus.PRESENT.id, "text": corpus.PRESENT.text}
    ]
    assert (await ask(query, text="nobody says"))["search"]["nodes"] == []


@pytest.mark.parametrize("text", ["", " ", "*", "AND", "a AND (", '"', "/", "~^", "\\", "\0", "!{}[]:", "x" * 5000])
async def test_search_for_anything_is_harmless(ask: Ask, text: str) -> None:
    """Punctuation and the query language's operators are words, or nothing."""
    query = "query ($text: String!) { search(text: $text) { nodes { id } } entities(name: $text) { nodes { id } } }"
    assert await ask(query, text=text)


async def test_pages_make_up_the_list(ask: Ask) -> None:
    """Page after page gives each claim once, in the order of one big page, over the members of a merged entity too."""
    places = {"entity/made-up/place0", "entity/made-up/place1"}
    whole = {claim.id for claim in MANY.claims if places & {claim.subject, claim.object}}
    query = """query ($id: ID!, $first: Int, $after: String) { entity(id: $id) { claims(first: $first, after: $after) {
      nodes { id } edges { cursor node { id } } totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    } } }"""
    one = (await ask(query, id="entity/made-up/place1", first=100))["entity"]["claims"]
    assert {node["id"] for node in one["nodes"]} == whole
    assert one["totalCount"] == len(whole) > 7
    collected: list[dict[str, str]] = []
    after = None
    while True:
        page = (await ask(query, id="entity/made-up/place0", first=7, after=after))["entity"]["claims"]
        collected += page["nodes"]
        assert page["pageInfo"]["hasPreviousPage"] == (after is not None)
        assert [edge["cursor"] for edge in page["edges"]][-1] == page["pageInfo"]["endCursor"]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert collected == one["nodes"]


@pytest.mark.parametrize(
    "field",
    ["claims", "entities", "entities(kind: UNIT)", "issues", "sources", 'claims(filter: {predicate: "LOCATED_IN"})'],
)
async def test_pages_of_every_list(ask: Ask, field: str) -> None:
    """Cursors of every order lead through the whole list."""
    name, _, given = field.partition("(")
    collected: list[str] = []
    after, page = None, {}
    for _ in range(100):
        arguments = ", ".join(filter(None, [given.removesuffix(")"), "first: 9", "after: $after"]))
        query = (
            f"query ($after: String) {{ {name}({arguments}) {{ nodes {{ id }} pageInfo {{ endCursor }} totalCount }} }}"
        )
        page = (await ask(query, after=after))[name]
        collected += [node["id"] for node in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
        if after is None:
            break
    assert len(collected) == len(set(collected)) == page["totalCount"] > 0


async def test_what_does_not_exist_is_null(ask: Ask) -> None:
    """An id of nothing is no error."""
    found = await ask(
        """{ entity(id: "entity/no/no") { id } claim(id: "claim/no") { id } source(id: "source/no") { id }
             issue(id: "issue/no") { id } other: issue(id: "issue/losses/no:no") { id } }"""
    )
    assert set(found.values()) == {None}


async def test_statistics(ask: Ask) -> None:
    """Numbers of what is live, merged entities once."""
    found = (await ask("{ statistics { version claims events sources datasets { id title licence redistribute } } }"))[
        "statistics"
    ]
    assert found["version"] == 2
    assert found["claims"] == 4 + len(MANY.claims)
    assert found["datasets"][:2] == [
        {"id": "dataset/alpha", "title": "Alpha", "licence": "CC0-1.0", "redistribute": True},
        {"id": "dataset/beta", "title": "Beta", "licence": None, "redistribute": False},
    ]


async def test_fragments_aliases_and_directives(ask: Ask) -> None:
    """What graphql-core's executor would have done is done: in the order of the query, each key once."""
    found = await ask(
        """query Q($id: ID!, $yes: Boolean!, $no: Boolean = false) {
          t: __typename
          c: claim(id: $id) { ...basic subject { ...about } ... @include(if: $no) { text } predicate @skip(if: $yes) }
          c: claim(id: $id) { subject { name } locator @include(if: $yes) }
        }
        fragment basic on Claim { kind: __typename id object { __typename ... on Place { placeType } ...about } }
        fragment about on Entity { id ... on Unit { echelon same: symbolCode } ... on Place { same: placeType } }""",
        id=corpus.WITHDREW.id,
        yes=True,
    )
    assert found == {
        "t": "Query",
        "c": {
            "kind": "Claim",
            "id": corpus.WITHDREW.id,
            "object": {"__typename": "Place", "placeType": "city", "id": corpus.TOWN, "same": "city"},
            "subject": {"id": corpus.FORCE, "echelon": "army", "same": None, "name": "Kherson force"},
            "locator": "p. 1",
        },
    }
    assert list(found["c"]) == ["kind", "id", "object", "subject", "locator"]


async def test_ready(client: httpx.AsyncClient) -> None:
    """With its schema the database is ready to be asked."""
    response = await client.get("/ready")
    assert (response.status_code, response.json()) == (200, {"status": "ready"})


async def test_introspection_beside_data(ask: Ask) -> None:
    """graphql-core answers the schema's own fields, in their place."""
    found = await ask('{ statistics { version } __schema { queryType { name } } t: __type(name: "Claim") { kind } }')
    assert list(found) == ["statistics", "__schema", "t"]
    assert found["__schema"] == {"queryType": {"name": "Query"}}
    assert found["t"] == {"kind": "OBJECT"}
