"""Threads: what one claimant says of one thing, in the order in which it was said as far as the texts tell."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..records import Modality
from ..vocabulary import Holds
from .answers import Answer, Context

Moment = float
_INTENDED = frozenset({Modality.PLANNED, Modality.ORDERED})


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


def topics(answers: Iterable[Answer], context: Context) -> Iterator[list[Answer]]:
    """What each claimant says of one thing, in the order in which it may have been said."""
    topics: dict[Hashable, list[Answer]] = defaultdict(list)
    for answer in answers:
        predicate = context.predicate(answer)
        key = (
            *(answer.claimant, force(answer), context.vocabulary.rivals.get(answer.predicate, answer.predicate)),
            *(answer.subject, None if predicate and predicate.functional else (answer.object, _text(answer))),
            *(answer.during, answer.dimension, window(answer, context)),
        )
        topics[key].append(answer)
    return (sorted(topic, key=_order) for topic in topics.values())


def _text(answer: Answer) -> str | None:
    """What else is said of the same thing in other words replaces nothing: one may be brave and tall."""
    return answer.text and answer.text.casefold()


def _threads(answer: Answer, context: Context) -> tuple[Hashable, ...]:
    """Within a topic, only what shares a thread replaces each other.

    Where there can be but one object, another one affirmed replaces it, and a denial of itself; "not yours" does not
    take back "mine".
    """
    predicate = context.predicate(answer)
    if not predicate or not predicate.functional:
        return (None,)
    return (("object", answer.object), "affirmed") if answer.affirmed else (("object", answer.object),)


class Thread:
    """What a claimant said in one thread, and how much of it certainly before a moment that only moves on."""

    def __init__(self) -> None:
        self.said: list[tuple[Moment, str, Answer]] = []
        """By the latest moment at which it may have been said."""
        self.begun: Moment = -math.inf
        """The latest moment at which anything of what is past began."""
        self._passed = 0
        self._newest: dict[Hashable, Moment] = {}
        """For the two contents that were said last, when they began at the latest."""

    def advance(self, moment: Moment, contents: Mapping[str, Hashable]) -> None:
        """Move on to that moment."""
        while self._passed < len(self.said) and self.said[self._passed][0] < moment:
            answer = self.said[self._passed][2]
            begun = earliest(answer)
            self.begun = max(self.begun, begun)
            content = contents[answer.claim]
            self._newest[content] = max(self._newest.get(content, -math.inf), begun)
            if len(self._newest) > 2:  # noqa: PLR2004 - one of any two is another content than the one asked about
                del self._newest[min(self._newest, key=self._newest.__getitem__)]
            self._passed += 1

    def began_after(self, moment: Moment, content: Hashable) -> bool:
        """Whether something with another content was certainly said after that moment, and is past."""
        return any(begun > moment for each, begun in self._newest.items() if each != content)

    def last(self, begun: Moment) -> Iterator[Answer]:
        """What is past and after which, as far as is known, nothing has begun."""
        for at in range(self._passed - 1, -1, -1):
            end, _, answer = self.said[at]
            if end < begun:
                return
            yield answer


@dataclass(frozen=True, slots=True)
class Topic:
    """What one claimant says of one thing."""

    answers: Sequence[Answer]
    contents: Mapping[str, Hashable]
    threads: Mapping[str, tuple[Hashable, ...]]

    @classmethod
    def of(cls, answers: Sequence[Answer], context: Context) -> Topic:
        """The topic of answers that are in order."""
        contents = {answer.claim: _content(answer, context) for answer in answers}
        return cls(answers, contents, {answer.claim: _threads(answer, context) for answer in answers})

    def walk(self) -> Iterator[tuple[Answer, list[Thread]]]:
        """Each answer, with what its threads hold of the time certainly before it; none where it is not dated."""
        threads: dict[Hashable, Thread] = defaultdict(Thread)
        for answer in self.answers:
            if answer.said != (None, None):
                for name in self.threads[answer.claim]:
                    threads[name].said.append((latest(answer), answer.claim, answer))
        for thread in threads.values():
            thread.said.sort()
        for answer in self.answers:
            mine = [] if answer.said == (None, None) else [threads[name] for name in self.threads[answer.claim]]
            for thread in mine:
                thread.advance(earliest(answer), self.contents)
            yield answer, mine


def earliest(answer: Answer) -> Moment:
    """The first moment at which it may have been said."""
    return -math.inf if answer.said_min is None else answer.said_min


def latest(answer: Answer) -> Moment:
    """The last moment at which it may have been said."""
    return math.inf if answer.said_max is None else answer.said_max


def _order(answer: Answer) -> tuple[bool, Moment, Moment, Moment, str]:
    """By when it was said, what has no time of assertion last; then by publication."""
    published = math.inf if answer.published is None else answer.published
    return (answer.said == (None, None), earliest(answer), latest(answer), published, answer.claim)
