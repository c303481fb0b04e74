"""The rules as docs/rules.md words them and nothing else: every claim of an issue held against every other one.

Written from the text alone, sentence by sentence and without a thought of speed; what is said of an answer is worked
out here from its plain fields. Where the text leaves something open, the comment beside it says how it is read.
"""

import math
from collections.abc import Iterable, Iterator
from itertools import combinations

from claimgraph.graph.rules.answers import Answer, Context
from claimgraph.tests.rules.exclusions import EXCLUDING, agree
from claimgraph.tests.rules.plain import certainly_later, content, facing, manner, said, same_thing

Found = tuple[str, str, str, str, str]
"""(type, claim, other, rule, strength) of a link."""

_FACTUAL = {"asserted", "probable", "possible", "predicted"}
_SOFT = {"probable", "possible", "predicted"}


def links_of(answers: Iterable[Answer], context: Context) -> frozenset[Found]:
    """Every link between the claims that answer one issue."""
    told = sorted((facing(answer, context) for answer in answers), key=_order)
    firsts = _firsts(told, context)
    pairs = (_pair(a, b, context) for a, b in combinations(current_of(told, context), 2))
    return frozenset(
        [
            *(_link("REPEATS", later, firsts[later.claim], "repeat") for later in told if later.claim in firsts),
            *(_link("SUPERSEDES", later, earlier, "self-update") for later, earlier in _updates(told, firsts, context)),
            *(found for found in pairs if found),
        ]
    )


def current_of(answers: Iterable[Answer], context: Context) -> list[Answer]:
    """Those that are neither superseded nor folded into a first telling."""
    told = sorted((facing(answer, context) for answer in answers), key=_order)
    firsts = _firsts(told, context)
    gone = {earlier.claim for _, earlier in _updates(told, firsts, context)}
    return [each for each in told if each.claim not in gone and each.claim not in firsts]


def _order(answer: Answer) -> tuple[bool, float, float, float, str]:
    """Which of two that say the same is the first: the one said first, one without a time after all that have one.

    Between assertions that may be of one time the text is silent; read here: by their bounds, then by publication.
    """
    low, high, published = answer.said_min, answer.said_max, answer.published
    undated = low is None and high is None
    return (
        undated,
        -math.inf if low is None else low,
        math.inf if high is None else high,
        math.inf if published is None else published,
        answer.claim,
    )


def _firsts(told: list[Answer], context: Context) -> dict[str, Answer]:
    """The first telling of each claim that repeats one; a star, so a first repeats nothing itself."""
    firsts: dict[str, Answer] = {}
    for place, later in enumerate(told):
        for first in told[:place]:
            if first.claim not in firsts and _repeats(later, first, told, context):
                firsts[later.claim] = first
                break
    return firsts


def _repeats(later: Answer, first: Answer, told: list[Answer], context: Context) -> bool:
    elsewhere = later.source != first.source or said(later) != said(first)
    same = later.claimant == first.claimant and content(later, context) == content(first, context)
    return same and elsewhere and not any(_between(first, each, later, context) for each in told)


def _between(first: Answer, other: Answer, later: Answer, context: Context) -> bool:
    """Whether the claimant certainly said something different on the same thing in between.

    What cannot supersede the first (a hope, for an assertion) is not read as different.
    """
    return _replaces(other, first, context) and certainly_later(later, other)


def _updates(told: list[Answer], firsts: dict[str, Answer], context: Context) -> Iterator[tuple[Answer, Answer]]:
    """(later, earlier). The later may repeat what was said before that; for an earlier that does, its first stands.

    A predecessor is immediate if nothing was certainly said in between, so several can be. What was said again, perhaps
    after the later, is not certainly earlier.
    """
    for later in told:
        for earlier in told:
            first = firsts.get(earlier.claim, earlier)
            tellings = [each for each in told if firsts.get(each.claim, each) is first and said(each) != (None, None)]
            if (
                _replaces(later, earlier, context)
                and all(certainly_later(later, each) for each in tellings)
                and not any(_said_between(earlier, other, later, context) for other in told)
            ):
                yield later, first


def _said_between(earlier: Answer, other: Answer, later: Answer, context: Context) -> bool:
    in_between = certainly_later(other, earlier) and certainly_later(later, other)
    return in_between and _one_thread(other, later, context)


def _replaces(later: Answer, earlier: Answer, context: Context) -> bool:
    return (
        _one_thread(later, earlier, context)
        and content(later, context) != content(earlier, context)
        and certainly_later(later, earlier)
    )


def _one_thread(a: Answer, b: Answer, context: Context) -> bool:
    return a.claimant == b.claimant and manner(a) == manner(b) and same_thing(a, b, context)


def _pair(a: Answer, b: Answer, context: Context) -> Found | None:
    """The link between two current claims, if there is one."""
    if not _comparable(a, b):
        return None
    alone = a.claimant == b.claimant
    for rule, excludes in EXCLUDING.items():
        if excludes(a, b, context) or excludes(b, a, context):
            return _link("CONTRADICTS", *_by_id(a, b), "self-contradiction" if alone else rule)
    return _link("CORROBORATES", *_by_id(a, b), "agreement") if not alone and agree(a, b, context) else None


def _by_id(a: Answer, b: Answer) -> tuple[Answer, Answer]:
    return (a, b) if a.claim < b.claim else (b, a)


def _link(kind: str, a: Answer, b: Answer, rule: str) -> Found:
    return kind, a.claim, b.claim, rule, "soft" if {a.modality, b.modality} & _SOFT else "hard"


def _comparable(a: Answer, b: Answer) -> bool:
    factual = a.modality in _FACTUAL and b.modality in _FACTUAL
    supposed = a.modality == b.modality == "conditional" and a.condition == b.condition
    at_once = a.source == b.source and said(a) == said(b)
    return (factual or supposed) and (a.claimant != b.claimant or at_once)
