"""Evidence as the reference reads it: each issue's answers and what is known beside them, by docs/model.md.

Of the rules' own code only the records are used.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from claimgraph.graph.answers import answer_of
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.identity import components
from claimgraph.graph.issues import Referent
from claimgraph.graph.records import Entity
from claimgraph.graph.rules.answers import Answer, Context
from claimgraph.graph.vocabulary import shared_vocabulary
from claimgraph.loaders.answers import issues_answered
from claimgraph.tests.rules.reference import Found, links_of


def reference_links(evidence: Sequence[Evidence]) -> frozenset[Found]:
    """Every link that the reference finds on any of the evidence's boards."""
    context = context_of(evidence)
    return frozenset().union(*(links_of(answers, context) for answers in answers_by_issue(evidence).values()))


def answers_by_issue(evidence: Sequence[Evidence]) -> dict[str, list[Answer]]:
    """The answers to each issue."""
    canonical = canonical_ids(evidence)
    referents = _referents([each for part in evidence for each in part.entities], canonical)
    published = {each.id: each.published_at for part in evidence for each in part.sources}
    issues = issues_answered(evidence)
    found: dict[str, list[Answer]] = defaultdict(list)
    for claim in (claim for part in evidence for claim in part.claims):
        answer = answer_of(claim, referents, published[claim.source])
        for issue in issues[claim.id]:
            found[issue].append(answer)
    return found


def _referents(entities: Sequence[Entity], canonical: dict[str, str]) -> dict[str, Referent]:
    """What each entity stands for; its party is the one that its members name, or itself."""
    sides: dict[str, set[str]] = defaultdict(set)
    for each in entities:
        if each.side:
            sides[canonical.get(each.id, each.id)].add(canonical.get(each.side, each.side))
    found = {}
    for each in entities:
        whole = canonical.get(each.id, each.id)
        found[each.id] = Referent(whole, next(iter(sides[whole])) if len(sides[whole]) == 1 else whole, each.name)
    return found


def context_of(evidence: Sequence[Evidence]) -> Context:
    """Vocabulary, names, and which places lie in which, all by canonical ids."""
    canonical = canonical_ids(evidence)
    entities = [each for part in evidence for each in part.entities]
    vocabulary = shared_vocabulary()
    for part in evidence:
        vocabulary = vocabulary.merged_with(part.vocabulary)
    names = {canonical.get(each.id, each.id): each.name for each in entities}
    parties = {each.id: each.party for each in _referents(entities, canonical).values()}
    return Context(vocabulary, names, _wholes(entities, canonical), parties)


def canonical_ids(evidence: Sequence[Evidence]) -> dict[str, str]:
    """The canonical id of every entity that a judgement makes one with another."""
    judged: dict[str, list[tuple[str, str]]] = {"same": [], "different": []}
    for judgement in (judgement for part in evidence for judgement in part.judgements):
        judged[judgement.record].append((judgement.a, judgement.b))
    found = components(judged["same"], judged["different"])
    return {member: whole for each in found for member, whole in each.canonical.items()}


def _wholes(entities: Iterable[Entity], canonical: dict[str, str]) -> dict[str, frozenset[str]]:
    above: dict[str, set[str]] = defaultdict(set)
    for each in entities:
        above[canonical.get(each.id, each.id)] |= {canonical.get(whole, whole) for whole in each.part_of}
    for _ in above:
        for wholes in above.values():
            wholes |= {further for whole in wholes for further in above.get(whole, ())}
    return {place: frozenset(wholes) for place, wholes in above.items() if wholes}
