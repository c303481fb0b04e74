"""Which questions an input's claims answer, before a database has seen them."""

from dataclasses import replace

from claimgraph.graph.evidence import Evidence
from claimgraph.graph.ids import claim_id
from claimgraph.graph.records import Claim, Entity
from claimgraph.loaders.answers import issues_answered
from claimgraph.tests.synthetic import made_up


def about(evidence: Evidence, subject: str) -> Claim:
    """A claim of losses about that subject."""
    claim = next(claim for claim in evidence.claims if claim.predicate == "SUFFERED_LOSSES")
    made = replace(claim, subject=subject)
    return replace(made, id=claim_id(made))


def identified(entity: Entity, *external: str) -> Entity:
    """The entity with these ids elsewhere, and of no side."""
    return replace(entity, external_ids=external, side=None)


def test_an_equal_wikidata_id_counts() -> None:
    """Claims about two entities that will be one answer one question, as they will in the graph."""
    evidence = made_up(seed=1, claims=50)
    first, second = [each for each in evidence.entities if "/unit" in each.id][:2]
    claims = [about(evidence, first.id), about(evidence, second.id)]
    others = [each for each in evidence.entities if each not in {first, second}]
    for ids, questions in (
        (("wikidata:Q1", "wikidata:Q1"), 1),
        (("wikidata:Q1", "wikidata:Q2"), 2),
        (("x:1", "x:1"), 2),
    ):
        pair = [identified(entity, external) for entity, external in zip((first, second), ids, strict=True)]
        answered = issues_answered([replace(evidence, entities=[*pair, *others], claims=claims)])
        assert len(set(answered.values())) == questions
