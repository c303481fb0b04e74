"""Which answers without a figure can exclude each other at all, times aside, so that not each is held against each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations, product

from .answers import Answer, Context


def pairs(answers: Sequence[Answer], context: Context) -> Iterator[tuple[int, int]]:
    """Pairs of places in `answers`, some of them twice; what no rule can set against each other is in none."""
    alike: dict[Hashable, list[int]] = defaultdict(list)
    sides: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    ended = {name for predicate in context.vocabulary.predicates.values() for name in predicate.then_not}
    for at, answer in enumerate(answers):
        for key in _same(answer, context):
            alike[key].append(at)
        said = (answer.predicate, answer.subject, answer.object, answer.during, answer.value)
        sides["polarity", said][answer.affirmed].append(at)
        predicate = context.predicate(answer)
        if predicate and predicate.then_not and answer.end_max is not None:
            sides["after", answer.side, answer.during][0].append(at)
        if answer.predicate in ended:
            sides["after", answer.side, answer.during][1].append(at)
    for places in alike.values():
        yield from combinations(places, 2)
    for one, other in sides.values():
        yield from product(one, other)


def _same(answer: Answer, context: Context) -> Iterator[Hashable]:
    """What two answers have to share for the rules on objects, and on predicates that exclude each other."""
    predicate = context.predicate(answer)
    if predicate and predicate.functional:
        yield "identity", answer.predicate, answer.subject, answer.during
    if answer.predicate in context.vocabulary.rivals:
        group = context.vocabulary.rivals[answer.predicate]
        yield "exclusive", group, answer.subject, answer.object, answer.during
