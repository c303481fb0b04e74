"""Answers of the endpoint on the real server: what the graph holds, merged, filtered, ordered and cut into pages."""

from typing import Any

import pytest

from claimgraph.graph.records import Claim
from claimgraph.tests.api import corpus
from claimgraph.tests.api.conftest import Ask

CLAIM = {
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
    assert found["claim"] == CLAIM


LOSSES = {
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


async def test_a_value_and_what_only_some_claims_have(ask: Ask) -> None:
    """Quantities with their bounds; JSON as JSON."""
    query = """query ($id: ID!) { claim(id: $id) {
      value { low high lowOpen highOpen approximate unit dimension wording text kind }
      raw quote quoteLanguage extractionConfidence asserted { min } event { edtf } object { id }
    } }"""
    assert (await ask(query, id=corpus.LOSSES.id))["claim"] == LOSSES


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


TOWN = {
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
    assert found["entity"] == TOWN


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
