"""What is asked in the measurement: of us and of Strawberry in one text, of the peer in its own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from claimgraph.bench.made_up import evidence
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.ids import claim_id

HUB: Final = "entity/made-up/unit0"
_EVERY: Final = 7
"""Each seventh claim is about the hub: some 28,000 of 200,000."""
_CLAIM: Final = "id text predicate polarity modality"
_THREE: Final = "subject { id kind name } object { id kind name } during { id kind name }"


@dataclass(frozen=True, slots=True)
class Case:
    """One question, with the values that it is asked with in turn."""

    name: str
    ours: str
    peers: str
    values: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]]
    """Ours, and the peer's."""


def made(claims: int, issues: int, claimants: int) -> Evidence:
    """The graph that is asked."""
    plain = evidence(claims, issues, claimants)
    about_hub = [
        replace(claim, subject=HUB) if number % _EVERY == 0 else claim for number, claim in enumerate(plain.claims)
    ]
    told = {claim.id: claim for claim in (replace(claim, id=claim_id(claim)) for claim in about_hub)}
    return replace(plain, claims=list(told.values()))


def cases(asked: Evidence) -> list[Case]:
    """The questions, smallest first."""
    ids = [claim.id for claim in asked.claims[:: max(1, len(asked.claims) // 400)]]
    units = [entity.id for entity in asked.entities if "/unit" in entity.id and entity.id != HUB][:100]
    return [
        Case(
            "a claim by id",
            f"query($id: ID!) {{ claim(id: $id) {{ {_CLAIM} subject {{ id name }} source {{ id title }} }} }}",
            "query($id: ID!) { claims(where: {id: {eq: $id}}) "
            f"{{ {_CLAIM} subject {{ id name }} source {{ id title }} }} }}",
            _same(ids, "id"),
        ),
        Case("an entity page, 25 claims", _page(), _peers_page(), _same(units, "id")),
        Case("a hub's page", _page(), _peers_page(), _same([HUB], "id")),
        *_lists(),
    ]


def _lists() -> list[Case]:
    words = [f"number {number}" for number in range(1_000, 1_100)]
    return [
        Case(
            "100 claims × 3 entities, newest first",
            f"{{ claims(first: 100) {{ nodes {{ {_CLAIM} {_THREE} }} }} }}",
            "{ claims(where: {live: {eq: true}}, limit: 100, sort: [{sort_at: DESC}, {id: DESC}]) "
            f"{{ {_CLAIM} {_THREE} }} }}",
            [({}, {})],
        ),
        Case(
            "100 claims × 3 entities, in no order",
            f"{{ claims(first: 100) {{ nodes {{ {_CLAIM} {_THREE} }} }} }}",
            f"{{ claims(where: {{live: {{eq: true}}}}, limit: 100) {{ {_CLAIM} {_THREE} }} }}",
            [({}, {})],
        ),
        Case(
            "a filtered count",
            "query($p: String!) { claims(filter: {predicate: $p}) { totalCount } }",
            "query($p: String!) { claimsConnection(where: {predicate: {eq: $p}, live: {eq: true}}) "
            "{ aggregate { count { nodes } } } }",
            _same(["WITHDREW_FROM", "LOCATED_IN", "SUFFERED_LOSSES"], "p"),
        ),
        Case(
            "full-text search",
            "query($t: String!) { search(text: $t, kinds: [CLAIM]) { nodes { ... on Claim { id text predicate } } } }",
            "query($t: String!) { claimsByText(phrase: $t, first: 20) { edges { node { id text predicate } } } }",
            _same(words, "t"),
        ),
    ]


def _page() -> str:
    claims = f"claims(role: SUBJECT, first: 25) {{ nodes {{ {_CLAIM} claimant {{ id name }} }} }}"
    return f"query($id: ID!) {{ entity(id: $id) {{ id name kind {claims} }} }}"


def _peers_page() -> str:
    sorted_ = "claims(limit: 25, sort: [{sort_at: DESC}, {id: DESC}])"
    claims = f"{sorted_} {{ {_CLAIM} claimant {{ id name }} }}"
    return f"query($id: ID!) {{ entities(where: {{id: {{eq: $id}}}}) {{ id name kind {claims} }} }}"


def _same(values: Sequence[str], name: str) -> list[tuple[dict[str, str], dict[str, str]]]:
    return [({name: value}, {name: value}) for value in values]
