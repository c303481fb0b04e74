"""How many seeds are tried, and how a failure of one is told."""

import os
from collections.abc import Iterable, Iterator

from claimgraph.graph.records import Claim
from claimgraph.tests.rules.corpora import Corpus
from claimgraph.tests.rules.scene import Found

SEEDS = int(os.environ.get("SEEDS", "40"))
"""`SEEDS=2000` in the environment tries that many instead of a few."""


def difference(found: Iterable[Found], made: Corpus, seed: int) -> str:
    """The links that are missing and those too many, with both claims of each."""
    links, claims = frozenset(found), made.claims
    told = [f"seed {seed}"]
    for title, those in (("missing", made.links - links), ("too many", links - made.links)):
        for kind, claim, other, rule, strength in sorted(those):
            told.append(f"{title}: {kind} by {rule}, {strength}")
            told += (f"    {line}" for each in (claim, other) for line in _lines(claims[each]))
    return "\n".join(told)


def _lines(claim: Claim) -> Iterator[str]:
    yield f"{claim.text} {claim.polarity} {claim.modality} {claim.condition or ''}"
    yield f"    by {claim.claimant} of {claim.subject}, {claim.object}, {claim.during} in {claim.source}"
    yield f"    {claim.value}"
    event = claim.event
    bounds = (event.start_min, event.start_max, event.end_min, event.end_max)
    yield f"    {' | '.join(_moment(each) for each in bounds)}; said {claim.asserted.min} to {claim.asserted.max}"


def _moment(moment: object) -> str:
    return str(moment or "–")
