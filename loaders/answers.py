"""Which questions the claims of an input answer, before any database has seen them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..graph.identity import components
from ..graph.ids import key_of
from ..graph.issues import Referent, Said, issues_of
from ..graph.judgements import automatic, bearers_among
from ..graph.vocabulary import shared_vocabulary
from .places import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..graph.evidence import Evidence
    from .rows import Row


def issues_answered(evidence: Sequence[Evidence]) -> dict[str, tuple[str, ...]]:
    """The ids of the issues that each claim answers, by the claim's id."""
    referents = _Referents(evidence)
    answered = {}
    for part in evidence:
        vocabulary = shared_vocabulary().merged_with(part.vocabulary)
        for claim in part.claims:
            answered[claim.id] = tuple(issue.id for issue in issues_of(Said.of(claim), referents, vocabulary))
    return answered


def unanswering(evidence: Sequence[Evidence], rows: Mapping[str, Row]) -> Iterator[Problem]:
    """A warning for each claim that would stand on no board."""
    for claim, issues in issues_answered(evidence).items():
        if not issues:
            yield Problem(rows[claim].locate(""), "answers no question: it fills no slot of its predicate's families")


class _Referents(dict[str, Referent]):
    """What each entity's id stands for; one of another dataset stands for itself."""

    def __init__(self, evidence: Sequence[Evidence]) -> None:
        judgements = [judgement for part in evidence for judgement in part.judgements]
        pairs = {
            record: [(judgement.a, judgement.b) for judgement in judgements if judgement.record == record]
            for record in ("same", "different")
        }
        entities = [entity for part in evidence for entity in part.entities]
        made = automatic(bearers_among(entities), pairs["same"], pairs["different"])
        pairs["same"] += [(judgement.a, judgement.b) for judgement in made]
        canonical: dict[str, str] = {}
        for component in components(pairs["same"], pairs["different"]):
            canonical |= component.canonical
        for entity in entities:
            own = canonical.get(entity.id, entity.id)
            party = canonical.get(entity.side, entity.side) if entity.side else own
            self[entity.id] = self[own] = Referent(own, party, entity.name)

    def __missing__(self, identifier: str) -> Referent:
        return Referent(identifier, identifier, key_of(identifier))
