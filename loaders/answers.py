"""Which questions an input's claims answer, and who contradicts whom on them, before any database has seen them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from ..graph.answers import answer_of, context_of, party_of
from ..graph.identity import bearers_among, components
from ..graph.ids import key_of
from ..graph.issues import Referent, Said, choices, issues_of
from ..graph.judgements import automatic
from ..graph.places import wholes_of
from ..graph.rules.answers import Answer, Context
from ..graph.rules.board import Board, board_of
from ..graph.vocabulary import SlotKey, Vocabulary, shared_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..graph.evidence import Evidence
    from ..graph.records import Claim


def issues_answered(evidence: Sequence[Evidence]) -> dict[str, tuple[str, ...]]:
    """The ids of the issues that each claim answers, by the claim's id."""
    referents = _Referents(evidence)
    answered = {}
    for part in evidence:
        vocabulary = shared_vocabulary().merged_with(part.vocabulary)
        for claim in part.claims:
            answered[claim.id] = tuple(issue.id for issue in issues_of(Said.of(claim), referents, vocabulary))
    return answered


def boards(evidence: Sequence[Evidence]) -> dict[str, Board]:
    """The board of each issue that the claims answer, by its id."""
    referents = _Referents(evidence)
    vocabulary = shared_vocabulary()
    for part in evidence:
        vocabulary = vocabulary.merged_with(part.vocabulary)
    published = {source.id: source.published_at for part in evidence for source in part.sources}
    answers: dict[str, list[Answer]] = defaultdict(list)
    for claim in chain.from_iterable(part.claims for part in evidence):
        answer = answer_of(claim, referents, published.get(claim.source))
        for issue in issues_of(Said.of(claim), referents, vocabulary):
            answers[issue.id].append(answer)
    context = _context(evidence, referents, vocabulary)
    return {issue: board_of(each, context) for issue, each in answers.items()}


def _context(evidence: Sequence[Evidence], referents: _Referents, vocabulary: Vocabulary) -> Context:
    entities = list(chain.from_iterable(part.entities for part in evidence))
    canonical = referents.canonical
    parts = [
        (canonical.get(each.id, each.id), canonical.get(whole, whole)) for each in entities for whole in each.part_of
    ]
    lying = wholes_of(parts)
    known = {
        identifier: replace(each, wholes=lying.get(each.id, frozenset())) for identifier, each in referents.items()
    }
    return context_of(known, vocabulary)


def answers_nothing(claim: Claim, vocabulary: Vocabulary) -> bool:
    """Whether a claim whose predicate belongs to families fills the slot of none of them."""
    predicate = vocabulary.predicates.get(claim.predicate)
    if not (predicate and predicate.families):
        return False
    # A subject and its side there always are: what they stand for decides which issue it is, not whether.
    has = {SlotKey.OBJECT: claim.object, SlotKey.DURING: claim.during, SlotKey.DIMENSION: claim.value.dimension}
    slots = (vocabulary.families[name].slot for name in predicate.families)
    return not any(all(any(has.get(key, "always") for key in choices(keys)) for keys in slot) for slot in slots)


class _Referents(dict[str, Referent]):
    """What each entity's id stands for; one of another dataset stands for itself."""

    def __init__(self, evidence: Sequence[Evidence]) -> None:
        judgements = [judgement for part in evidence for judgement in part.judgements]
        pairs = {
            record: [(judgement.a, judgement.b) for judgement in judgements if judgement.record == record]
            for record in ("same", "different")
        }
        entities = {entity.id: entity for part in evidence for entity in part.entities}
        made = automatic(bearers_among(entities.values()), pairs["same"], pairs["different"])
        pairs["same"] += [(judgement.a, judgement.b) for judgement in made]
        canonical = self.canonical = {
            member: whole
            for component in components(pairs["same"], pairs["different"])
            for member, whole in component.canonical.items()
        }
        parties: dict[str, set[str]] = defaultdict(set)
        for entity in entities.values():
            if entity.side:
                parties[canonical.get(entity.id, entity.id)].add(canonical.get(entity.side, entity.side))
        for identifier, entity in entities.items():
            own = canonical.get(identifier, identifier)
            self[identifier] = Referent(
                own, party_of(own, parties[own]), entities[own].name if own in entities else entity.name
            )
        self.update({each.id: each for each in list(self.values())})

    def __missing__(self, identifier: str) -> Referent:
        return Referent(identifier, identifier, key_of(identifier))
