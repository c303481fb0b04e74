"""What one claimant said over time: what merely repeats, what replaces what, and so what is current."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..records import Modality
from ..vocabulary import Holds
from .answers import Answer, Context, Link
from .labels import said_in_words

Moment = float
_INTENDED = frozenset({Modality.PLANNED, Modality.ORDERED})


@dataclass(slots=True)
class Star:
    """One thing that a claimant says, once or again and again without saying something else in between."""

    content: Hashable
    members: list[Answer] = field(default_factory=list)
    """The first one first; those that only say it in other words of the same source and assertion among them."""
    end: Moment = -math.inf
    """The latest moment at which a member may have been said."""

    def add(self, answer: Answer) -> None:
        """Take in what says the same."""
        self.members.append(answer)
        if answer.said != (None, None):
            self.end = max(self.end, _latest(answer))

    @property
    def first(self) -> Answer:
        """What the others repeat."""
        return self.members[0]

    def repeats(self, answer: Answer) -> bool:
        """Whether a member says again, elsewhere or at another time, what the first says."""
        return (answer.source, answer.said) != (self.first.source, self.first.said)


@dataclass(frozen=True, slots=True)
class History:
    """What the claimants of an issue said over time."""

    links: tuple[Link, ...]
    current: tuple[Answer, ...]
    echoes: dict[str, tuple[Answer, ...]]
    """What repeats a current claim, by that claim."""


def history(answers: Sequence[Answer], context: Context) -> History:
    """Repeats and self-updates among live answers, and those that neither repeat nor are superseded."""
    links: list[Link] = []
    current: list[Answer] = []
    echoes: dict[str, tuple[Answer, ...]] = {}
    for topic in _topics(answers, context):
        if len(topic) == 1:
            current += topic
            continue
        stars, place = _stars(topic, context)
        updates = list(_updates(topic, place, context))
        links += updates
        superseded = {link.other for link in updates}
        for star in stars:
            again = [answer for answer in star.members[1:] if star.repeats(answer)]
            links += [_repeat(answer, star.first) for answer in again]
            if star.first.claim not in superseded:
                current += [answer for answer in star.members if answer is star.first or not star.repeats(answer)]
                if again:
                    echoes[star.first.claim] = tuple(again)
    return History(tuple(links), tuple(current), echoes)


def force(answer: Answer) -> Hashable:
    """How a claim means what it says: as a fact, as a plan, or in one of the ways that stand by themselves."""
    if answer.is_factual:
        return "fact"
    if answer.modality in _INTENDED:
        return "plan"
    return (str(answer.modality), answer.condition)


def window(answer: Answer, context: Context) -> Hashable:
    """Which stretch of time an answer is about, where another one makes another question of it."""
    holds = context.holds(answer)
    if holds is Holds.TOTAL:
        return (answer.end_min, answer.end_max) if answer.during else answer.span
    if holds is Holds.STATE:
        return "present" if answer.is_present else answer.span
    return None


def _content(answer: Answer, context: Context) -> Hashable:
    """What an answer says, whoever says it and when; told in the present tense, it says the same on two days."""
    is_state = context.holds(answer) is Holds.STATE
    time = "present" if is_state and answer.is_present else answer.span
    return (
        *(answer.predicate, answer.object, answer.affirmed, str(answer.modality), answer.condition),
        *(answer.value, time),
    )


def _topics(answers: Iterable[Answer], context: Context) -> Iterator[list[Answer]]:
    """What each claimant says of one thing, in the order in which it may have been said."""
    affirmed = {(each.claimant, each.subject, each.predicate, each.object) for each in answers if each.affirmed}
    topics: dict[Hashable, list[Answer]] = defaultdict(list)
    for answer in answers:
        predicate = context.predicate(answer)
        thing: Hashable = answer.object
        if predicate and predicate.functional:
            denied = (answer.claimant, answer.subject, answer.predicate, answer.object)
            thing = None if answer.affirmed or denied in affirmed else ("not", answer.object)
        key = (
            *(answer.claimant, force(answer), context.vocabulary.rivals.get(answer.predicate, answer.predicate)),
            *(answer.subject, thing, answer.during, answer.dimension, window(answer, context)),
        )
        topics[key].append(answer)
    return (sorted(topic, key=_order) for topic in topics.values())


def _stars(topic: Sequence[Answer], context: Context) -> tuple[list[Star], dict[str, Star]]:
    """The stars of a topic, and the one of each answer."""
    stars: dict[Hashable, list[Star]] = defaultdict(list)
    place: dict[str, Star] = {}
    past = _Past(topic)
    for answer in topic:
        content = _content(answer, context)
        dated = answer.said != (None, None)
        latest = stars[content][-1 if dated else 0] if stars[content] else None
        if dated:
            past.advance(_earliest(answer), place)
        if latest is None or (dated and past.began_after(latest.end, content)):
            latest = Star(content)
            stars[content].append(latest)
        latest.add(answer)
        place[answer.claim] = latest
    return [star for each in stars.values() for star in each], place


class _Past:
    """What was certainly said before a moment that only moves on."""

    def __init__(self, topic: Sequence[Answer]) -> None:
        self._ends = sorted((_latest(answer), answer.claim, answer) for answer in topic if answer.said != (None, None))
        self._passed = 0
        self._latest: list[tuple[Moment, Hashable]] = []
        """For the two contents that were said last, the latest moment at which that began."""

    def advance(self, moment: Moment, place: dict[str, Star]) -> None:
        """Move on to that moment."""
        while self._passed < len(self._ends) and self._ends[self._passed][0] < moment:
            answer = self._ends[self._passed][2]
            content = place[answer.claim].content
            known = {said: begun for begun, said in self._latest}
            known[content] = max(known.get(content, -math.inf), _earliest(answer))
            self._latest = sorted(((begun, each) for each, begun in known.items()), key=lambda pair: pair[0])[-2:]
            self._passed += 1

    def began_after(self, moment: Moment, content: Hashable) -> bool:
        """Whether something with another content was certainly said after that moment."""
        return any(begun > moment for begun, each in self._latest if each != content)


def _updates(topic: Sequence[Answer], place: dict[str, Star], context: Context) -> Iterator[Link]:
    """For each answer, what was said last before it and reads otherwise is superseded."""
    ends = sorted((_latest(answer), answer.claim, answer) for answer in topic if answer.said != (None, None))
    passed, begun = 0, -math.inf
    found: set[tuple[str, str]] = set()
    for answer in topic:
        if answer.said_min is None:
            continue
        while passed < len(ends) and ends[passed][0] < answer.said_min:
            begun = max(begun, _earliest(ends[passed][2]))
            passed += 1
        for at in range(passed - 1, -1, -1):
            end, _, before = ends[at]
            if end < begun:
                break
            star = place[before.claim]
            pair = (answer.claim, star.first.claim)
            if star is not place[answer.claim] and star.end < answer.said_min and pair not in found:
                found.add(pair)
                yield _update(answer, star.first, context)


def _update(answer: Answer, before: Answer, context: Context) -> Link:
    now, then = said_in_words(answer, context), said_in_words(before, context)
    basis = f"said later by the same claimant: {now}; before: {then}"
    return Link("SUPERSEDES", answer.claim, before.claim, "self-update", basis)


def _repeat(answer: Answer, first: Answer) -> Link:
    how = "in another source" if answer.source != first.source else "at another time"
    return Link("REPEATS", answer.claim, first.claim, "repeat", f"the same claimant says the same {how}")


def _earliest(answer: Answer) -> Moment:
    return -math.inf if answer.said_min is None else answer.said_min


def _latest(answer: Answer) -> Moment:
    return math.inf if answer.said_max is None else answer.said_max


def _order(answer: Answer) -> tuple[bool, Moment, Moment, Moment, str]:
    """By when it was said, what has no time of assertion last; then by publication."""
    published = math.inf if answer.published is None else answer.published
    return (answer.said == (None, None), _earliest(answer), _latest(answer), published, answer.claim)
