"""What a search found, as the oracle has it."""

from __future__ import annotations

from collections.abc import Iterable

from claimgraph.tests.oracle.objects import ClaimObject, EntityObject

SCORE = -1.0
"""What the oracle answers for a score, which is Lucene's."""


class Hits:
    """What a search found; the order is Lucene's, so here it is that of ids."""

    def __init__(self, found: Iterable[EntityObject | ClaimObject]) -> None:
        self.nodes = sorted(found, key=lambda each: each.id)
        self.edges = [{"score": SCORE, "node": node} for node in self.nodes]
