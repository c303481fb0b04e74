"""What one claimant said over time: what merely repeats, what replaces what, and so what is current."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .answers import Answer, Context, Link, leading
from .labels import said_in_words
from .threads import Moment, Topic, earliest, latest, topics


@dataclass(slots=True)
class Star:
    """One thing that a claimant says, once or again and again without saying something else in between."""

    members: list[Answer] = field(default_factory=list)
    """The first one first; those that only say it in other words of the same source and assertion among them."""
    end: Moment = -math.inf
    """The latest moment at which a member may have been said."""

    def add(self, answer: Answer) -> None:
        """Take in what says the same."""
        self.members.append(answer)
        if answer.said != (None, None):
            self.end = max(self.end, latest(answer))

    @property
    def first(self) -> Answer:
        """What the others repeat."""
        return self.members[0]

    @property
    def tellings(self) -> list[Answer]:
        """Those that repeat nothing: the first one, and what says the same in the same source and assertion."""
        return [answer for answer in self.members if answer is self.first or not self.repeats(answer)]

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
    for told in topics(answers, context):
        if len(told) == 1:
            current += told
            continue
        topic = Topic.of(told, context)
        stars, place = _stars(topic)
        updates = list(_updates(topic, place, context))
        links += updates
        superseded = {link.other for link in updates}
        for star in stars:
            again = [answer for answer in star.members[1:] if star.repeats(answer)]
            links += [_repeat(answer, star.first) for answer in again]
            if star.first.claim not in superseded:
                current += star.tellings
                if again:
                    echoes[star.first.claim] = tuple(again)
    return History(tuple(links), tuple(current), echoes)


def _stars(topic: Topic) -> tuple[list[Star], dict[str, Star]]:
    """The stars of a topic, and the one of each answer."""
    stars: dict[Hashable, list[Star]] = defaultdict(list)
    place: dict[str, Star] = {}
    for answer, threads in topic.walk():
        content = topic.contents[answer.claim]
        known = stars[content]
        star = known[-1 if threads else 0] if known else None
        if star is None or any(thread.began_after(star.end, content) for thread in threads):
            star = Star()
            known.append(star)
        star.add(answer)
        place[answer.claim] = star
    return [star for each in stars.values() for star in each], place


def _updates(topic: Topic, place: Mapping[str, Star], context: Context) -> Iterator[Link]:
    """For each answer, what was said last before it and reads otherwise is superseded."""
    found: set[tuple[str, str]] = set()
    for answer, threads in topic.walk():
        begun = max((thread.begun for thread in threads), default=-math.inf)
        for before in (each for thread in threads for each in thread.last(begun)):
            star = place[before.claim]
            pair = (answer.claim, star.first.claim)
            if star is not place[answer.claim] and star.end < earliest(answer) and pair not in found:
                found.add(pair)
                yield from (_update(answer, each, context) for each in star.tellings)


def _update(answer: Answer, before: Answer, context: Context) -> Link:
    now, then = said_in_words(answer, context), said_in_words(before, context)
    basis = f"said later by the same claimant: {now}; before: {then}"
    return leading("SUPERSEDES", answer, before, "self-update", basis)


def _repeat(answer: Answer, first: Answer) -> Link:
    how = "in another source" if answer.source != first.source else "at another time"
    return leading("REPEATS", answer, first, "repeat", f"the same claimant says the same {how}")
