"""The boards of synthetic corpora have the links that their makers meant, and no other."""

import pytest

from claimgraph.graph.evidence import Evidence
from claimgraph.loaders.answers import boards
from claimgraph.tests.rules.corpora import corpus
from claimgraph.tests.rules.scene import Found
from claimgraph.tests.rules.seeds import SEEDS, difference


def links_on(evidence: tuple[Evidence, ...]) -> frozenset[Found]:
    """The links on all boards together: a claim that answers two questions has the same ones on both."""
    found = [link for board in boards(evidence).values() for link in board.links]
    return frozenset((link.type, link.claim, link.other, link.rule, link.strength) for link in found)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_the_links_are_those_that_were_meant(seed: int) -> None:
    """All of them, and nothing else."""
    made = corpus(seed)
    found = links_on(made.evidence)
    assert found == made.links, difference(found, made, seed)
