"""The Kherson corpus in the graph, as Neo4j Browser shows it: it reads as sentences, and leads back to its source."""

from typing import Any

from claimgraph.graph.evidence import Evidence
from claimgraph.graph.store import Store


async def rows(store: Store, text: str, **params: object) -> list[list[Any]]:
    """The rows of a statement."""
    return await store.read(text, params, timeout=10)


async def test_every_natural_edge_leads_back_to_its_claim(store: Store, kherson: Evidence) -> None:
    """One edge for each claim with an object: its predicate's type, from subject to object, with its words."""
    edges = await rows(
        store,
        """
        MATCH (subject:Entity)-[edge]->(object:Entity)
        WHERE edge.claim_id IS NOT NULL
        MATCH (claim:Claim {id: edge.claim_id, live: true})
        MATCH (claim)-[:SUBJECT]->(subject)
        MATCH (claim)-[:OBJECT]->(object)
        MATCH (claim)-[:CLAIMED_BY {level: 0}]->(claimant)
        WHERE type(edge) = CASE claim.polarity WHEN 'deny' THEN 'NOT_' ELSE '' END + claim.predicate
          AND edge.text ENDS WITH claim.text
          AND edge.claimant = claimant.name
          AND (claim.modality = 'asserted' OR edge.text CONTAINS claim.modality)
        RETURN claim.id
        """,
    )
    assert sorted(claim for (claim,) in edges) == sorted(claim.id for claim in kherson.claims if claim.object)
    total = await rows(store, "MATCH ()-[edge]->() WHERE edge.claim_id IS NOT NULL RETURN count(edge)")
    assert total == [[len(edges)]]


async def test_from_any_claim_to_its_source(store: Store, kherson: Evidence) -> None:
    """Every claim has one claimant, a chain that ends with its source's publisher, and its paragraph there."""
    found = await rows(
        store,
        """
        MATCH (claimant:Entity)<-[:CLAIMED_BY {level: 0}]-(claim:Claim)-[statedIn:STATED_IN]->(source:Source)
        MATCH (source)-[:PUBLISHED_BY]->(publisher:Organisation)<-[last:CLAIMED_BY]-(claim)
        WHERE last.level = COUNT { (claim)-[:CLAIMED_BY]->() } - 1 AND statedIn.locator STARTS WITH 'p. '
        RETURN claim.id
        """,
    )
    assert sorted(claim for (claim,) in found) == sorted(claim.id for claim in kherson.claims)


async def test_every_claim_answers_a_question(store: Store, kherson: Evidence) -> None:
    """And every question names, in words, what it is about."""
    assert kherson.claims
    assert await rows(store, "MATCH (claim:Claim) WHERE NOT (claim)-[:ANSWERS]->(:Issue) RETURN claim.text") == []
    questions = await rows(
        store, "MATCH (issue:Issue)-[:ABOUT]->(entity) RETURN issue.question, collect(entity.name), issue.claim_count"
    )
    assert questions
    for question, names, count in questions:
        assert question.endswith("?")
        assert any(name in question for name in names)
        assert count > 0


async def test_ministry_and_minister_meet_on_one_question(store: Store, kherson: Evidence) -> None:
    """What the ministry says was over and what the minister says will take a week stand side by side."""
    assert kherson.claims
    [[families]] = await rows(
        store,
        """
        MATCH (:Entity {id: 'entity/kherson/ru-mod'})<-[:CLAIMED_BY {level: 0}]-(over)-[:ANSWERS]->(issue:Issue)
        MATCH (issue)<-[:ANSWERS]-(week)-[:CLAIMED_BY {level: 0}]->(:Entity {id: 'entity/kherson/reznikov'})
        RETURN collect(DISTINCT issue.family)
        """,
    )
    assert "withdrawal" in families
