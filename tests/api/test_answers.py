"""Answers of the endpoint on the real server: what the graph holds, merged, filtered, ordered and cut into pages."""

from typing import Any

import pytest

from claimgraph.graph.records import Claim
from claimgraph.tests.api import corpus
from claimgraph.tests.api.conftest import MANY, Ask


async def test_a_claim_in_full(ask: Ask) -> None:
    """Every plain field of a claim, its bounds and its chain."""
    found = await ask(
        """query ($id: ID!) { claim(id: $id) {
          __typename id text predicate polarity modality condition live dataset locator publishedAt
          event { startMin startMax endMin endMax edtf } asserted { min max } value { low }
          subject { id name } object { id __typename } during { name time { startMin startMax endMin edtf } }
          claimant { name } attribution { level verb mode at { min max } entity { name } }
          source { id title url language publishedAt publishedEdtf publisher { name } }
        } }""",
        id=corpus.WITHDREW.id,
    )
    assert found["claim"] == {
        "__typename": "Claim",
        "id": corpus.WITHDREW.id,
        "text": "The force will need a week to leave Kherson.",
        "predicate": "WITHDREW_FROM",
        "polarity": "AFFIRM",
        "modality": "PREDICTED",
        "condition": None,
        "live": True,
        "dataset": "alpha",
        "locator": "p. 1",
        "publishedAt": "2022-11-11T00:00:00Z",
        "event": {
            "startMin": None,
            "startMax": None,
            "endMin": "2022-11-17T00:00:00Z",
            "endMax": None,
            "edtf": "asserted+P7D/..",
        },
        "asserted": {"min": "2022-11-10T18:00:00Z", "max": "2022-11-11T06:00:00Z"},
        "value": None,
        "subject": {"id": corpus.FORCE, "name": "Kherson force"},
        "object": {"id": corpus.TOWN, "__typename": "Place"},
        "during": {
            "name": "Withdrawal",
            "time": {
                "startMin": "2022-11-09T00:00:00Z",
                "startMax": "2022-11-09T23:00:00Z",
                "endMin": None,
                "edtf": "2022-11-09/..",
            },
        },
        "claimant": {"name": "Oleksii Reznikov"},
        "attribution": [
            {
                "level": 0,
                "verb": "said",
                "mode": "DIRECT_QUOTE",
                "at": {"min": "2022-11-10T18:00:00Z", "max": "2022-11-11T06:00:00Z"},
                "entity": {"name": "Oleksii Reznikov"},
            },
            {"level": 1, "verb": "reported", "mode": None, "at": None, "entity": {"name": "The Courier"}},
        ],
        "source": {
            "id": "source/alpha/s1",
            "title": "The retreat",
            "url": "https://example.org/1",
            "language": "en",
            "publishedAt": "2022-11-11T00:00:00Z",
            "publishedEdtf": "2022-11-11",
            "publisher": {"name": "The Courier"},
        },
    }


async def test_a_value_and_what_only_some_claims_have(ask: Ask) -> None:
    """Quantities with their bounds; JSON as JSON."""
    query = """query ($id: ID!) { claim(id: $id) {
      value { low high lowOpen highOpen approximate unit dimension wording text kind }
      raw quote quoteLanguage extractionConfidence asserted { min } event { edtf } object { id }
    } }"""
    assert (await ask(query, id=corpus.LOSSES.id))["claim"] == {
        "value": {
            "low": 20000.0,
            "high": None,
            "lowOpen": False,
            "highOpen": False,
            "approximate": True,
            "unit": "item",
            "dimension": "losses",
            "wording": "huge losses",
            "text": None,
            "kind": None,
        },
        "raw": {"row": [1, None]},
        "quote": "huge losses",
        "quoteLanguage": "en",
        "extractionConfidence": 0.5,
        "asserted": None,
        "event": None,
        "object": None,
    }


async def test_a_retracted_claim_is_shown_and_not_listed(ask: Ask) -> None:
    """`claim(id:)` knows it; no list has it."""
    found = await ask(
        """query ($id: ID!) {
          claim(id: $id) { live issues { id } }
          claims(filter: {predicate: "SHELLED", dataset: "alpha"}) { totalCount nodes { id } }
          statistics { retractedClaims }
        }""",
        id=corpus.GONE.id,
    )
    assert found["claim"] == {"live": False, "issues": []}
    assert found["claims"] == {"totalCount": 0, "nodes": []}
    assert found["statistics"] == {"retractedClaims": 1}


@pytest.mark.parametrize("member", [corpus.TOWN, corpus.TOWN_B])
async def test_a_merged_entity(ask: Ask, member: str) -> None:
    """Any member's id answers the one entity, put together of all members."""
    found = await ask(
        """query ($id: ID!) { entity(id: $id) {
          __typename id kind name names description externalIds named live datasets side { id }
          ... on Place { placeType location { latitude longitude } partOf { name } }
          sameAs { entity { id name names dataset kind description } other { id } by basis at dataset }
          claims(first: 10) { totalCount nodes { text } }
        } }""",
        id=member,
    )
    assert found["entity"] == {
        "__typename": "Place",
        "id": corpus.TOWN,
        "kind": "PLACE",
        "name": "Kherson",
        "names": ["Cherson", "Kherson City", "Херсон"],
        "description": "a town",
        "externalIds": ["wikidata:Q1"],
        "named": True,
        "live": True,
        "datasets": ["alpha", "beta"],
        "side": None,
        "placeType": "city",
        "location": {"latitude": 46.64, "longitude": 32.61},
        "partOf": [{"name": "Kherson oblast"}],
        "sameAs": [
            {
                "entity": {
                    "id": corpus.TOWN_B,
                    "name": "Kherson City",
                    "names": ["Cherson", "Kherson"],
                    "dataset": "beta",
                    "kind": "PLACE",
                    "description": "a town",
                },
                "other": {"id": corpus.TOWN},
                "by": "an editor",
                "basis": "same coordinates",
                "at": "2022-11-20T00:00:00Z",
                "dataset": "beta",
            }
        ],
        "claims": {
            "totalCount": 3,
            "nodes": [{"text": c.text} for c in (corpus.PRESENT, corpus.DENIED, corpus.WITHDREW)],
        },
    }


async def test_members_of_two_sides_have_none(ask: Ask) -> None:
    """A side is shown where the members agree, not where they do not."""
    query = """query ($force: ID!, $minister: ID!) {
      force: entity(id: $force) { side { name } } minister: entity(id: $minister) { side { name } } }"""
    found = await ask(query, force=corpus.FORCE, minister=corpus.MINISTER)
    assert found == {"force": {"side": None}, "minister": {"side": {"name": "Ukraine"}}}


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("SUBJECT", []),
        ("OBJECT", [corpus.PRESENT, corpus.DENIED, corpus.WITHDREW]),
        ("CLAIMANT", []),
        ("ANY", [corpus.PRESENT, corpus.DENIED, corpus.WITHDREW]),
        (None, [corpus.PRESENT, corpus.DENIED, corpus.WITHDREW]),
    ],
)
async def test_roles_of_a_merged_entity(ask: Ask, role: str | None, expected: list[Claim]) -> None:
    """Claims over all members in a role, newest first; null is the default."""
    query = "query ($id: ID!, $role: ClaimRole) { entity(id: $id) { claims(role: $role) { totalCount nodes { id } } } }"
    found = (await ask(query, id=corpus.TOWN_B, role=role))["entity"]["claims"]
    assert found == {"totalCount": len(expected), "nodes": [{"id": claim.id} for claim in expected]}


FILTERS: list[tuple[dict[str, Any], list[Claim]]] = [
    ({"predicate": "WITHDREW_FROM"}, [corpus.DENIED, corpus.WITHDREW]),
    ({"dimension": "losses"}, [corpus.LOSSES]),
    ({"subject": corpus.FORCE}, [corpus.PRESENT, corpus.DENIED, corpus.LOSSES, corpus.WITHDREW]),
    ({"object": corpus.TOWN_B}, [corpus.PRESENT, corpus.DENIED, corpus.WITHDREW]),
    ({"object": corpus.TOWN_B, "subject": "entity/beta/force"}, [corpus.PRESENT, corpus.DENIED, corpus.WITHDREW]),
    ({"during": corpus.WITHDRAWAL}, [corpus.DENIED, corpus.LOSSES, corpus.WITHDREW]),
    ({"claimant": corpus.MINISTER}, [corpus.LOSSES, corpus.WITHDREW]),
    ({"claimant": corpus.PAPER}, []),
    ({"source": "source/beta/s1"}, [corpus.PRESENT]),
    ({"polarity": "DENY"}, [corpus.DENIED]),
    ({"modality": "PREDICTED", "claimant": corpus.MINISTER}, [corpus.WITHDREW]),
    ({"family": "losses"}, [corpus.LOSSES]),
    ({"assertedFrom": "2022-11-11T06:00:00Z"}, [corpus.DENIED, corpus.WITHDREW]),
    ({"assertedFrom": "2022-11-11T07:00:00Z"}, [corpus.DENIED]),
    ({"assertedTo": "2022-11-10T20:00:00+02:00"}, [corpus.WITHDREW]),
    ({"assertedTo": "2022-11-10T19:59:59+02:00"}, []),
    ({"subject": "entity/alpha/nobody"}, []),
    ({"predicate": None, "dimension": "losses"}, [corpus.LOSSES]),
]


@pytest.mark.parametrize(("wanted", "expected"), FILTERS, ids=[str(wanted) for wanted, _ in FILTERS])
async def test_filters(ask: Ask, wanted: dict[str, Any], expected: list[Claim]) -> None:
    """Each key of the filter, alone and together, for the two hand-made datasets."""
    query = "query ($filter: ClaimFilter) { claims(filter: $filter, first: 100) { totalCount nodes { id dataset } } }"
    for dataset in ("alpha", "beta"):
        found = (await ask(query, filter={**wanted, "dataset": dataset}))["claims"]
        ids = [claim.id for claim in expected if claim.dataset == dataset]
        assert found == {"totalCount": len(ids), "nodes": [{"id": each, "dataset": dataset} for each in ids]}


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


async def test_introspection_beside_data(ask: Ask) -> None:
    """graphql-core answers the schema's own fields, in their place."""
    found = await ask('{ statistics { version } __schema { queryType { name } } t: __type(name: "Claim") { kind } }')
    assert list(found) == ["statistics", "__schema", "t"]
    assert found["__schema"] == {"queryType": {"name": "Query"}}
    assert found["t"] == {"kind": "OBJECT"}
