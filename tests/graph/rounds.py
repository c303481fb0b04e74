"""What made-up datasets may not say: that places lie in each other once judgements are taken."""

from collections.abc import Sequence
from dataclasses import replace

from claimgraph.graph.circles import circle_of_merged
from claimgraph.graph.identity import bearers_among, components
from claimgraph.graph.judgements import automatic
from claimgraph.graph.records import Entity, Judgement


def without_circles(entities: Sequence[Entity], judgements: Sequence[Judgement]) -> list[Entity]:
    """The entities; where some of them would lie in each other, all lie nowhere."""
    pairs = {word: [(each.a, each.b) for each in judgements if each.record == word] for word in ("same", "different")}
    made = automatic(bearers_among(entities), pairs["same"], pairs["different"])
    canonical: dict[str, str] = {}
    for component in components([*pairs["same"], *((each.a, each.b) for each in made)], pairs["different"]):
        canonical |= component.canonical
    edges = [(entity.id, whole) for entity in entities for whole in entity.part_of]
    if circle_of_merged(edges, canonical) is None:
        return list(entities)
    return [replace(entity, part_of=()) for entity in entities]
