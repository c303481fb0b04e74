"""What the rules make of claims under a view: boards out of rows, derived while the answer is made.

The graph keeps the links and positions of today; those of another moment follow from the claims of that moment.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, lru_cache
from itertools import product
from typing import Any

from ..answers import answer_in, context_of, referents_in
from ..rules.answers import Answer, Context, Link
from ..rules.board import LINKED, Board, board_after, history_of, links_of
from ..rules.history import History
from ..vocabulary import VOCABULARY, Vocabulary, shared_vocabulary


@dataclass(frozen=True)
class Weighed:
    """One issue as its claims of the moment make it."""

    issue: str
    answers: Sequence[Answer]
    context: Context
    moments: Mapping[str, str]
    """For each claim the time that lists are ordered by."""
    _found: dict[str, Sequence[Link]] = field(default_factory=dict)

    @cached_property
    def board(self) -> Board:
        """Positions, and links as far as a board has them."""
        return board_after(self._told, self.context)

    @cached_property
    def _told(self) -> History:
        return history_of(self.answers, self.context)

    @cached_property
    def _kept(self) -> dict[str, list[Link]]:
        """The links of each claim: of a whole board all there are, else what its claimant said over time."""
        found: dict[str, list[Link]] = defaultdict(list)
        for link in self.board.links if self._is_whole else self._told.links:
            found[link.claim].append(link)
            found[link.other].append(link)
        return found

    @cached_property
    def _is_whole(self) -> bool:
        return len(self._told.current) <= LINKED

    def links(self, claim: str, type_: str, outward: bool | None) -> list[tuple[Link, str]]:  # noqa: FBT001
        """The claim's own links of that type, each with the other claim.

        `outward` asks for those that lead from it, or to it; None for either.
        """
        found = []
        for link in self._every(claim):
            if link.type == type_ and link.claim == claim and outward is not False:
                found.append((link, link.other))
            elif link.type == type_ and link.other == claim and outward is not True:
                found.append((link, link.claim))
        return found

    def firsts(self, claim: str) -> list[str]:
        """What the claim only repeats."""
        return [link.other for link in self._kept.get(claim, ()) if (link.type, link.claim) == ("REPEATS", claim)]

    def _every(self, claim: str) -> Sequence[Link]:
        if self._is_whole:
            return self._kept.get(claim, ())
        if claim not in self._found:
            self._found[claim] = links_of(claim, self._told, self.context)
        return self._found[claim]


@dataclass(slots=True)
class Scales:
    """The boards of one answer in the making, each derived once."""

    vocabularies: Sequence[str] = ()
    """What each dataset brings, as JSON; it comes with the boards."""
    known: dict[tuple[str, int], Weighed] = field(default_factory=dict)

    def weigh(self, issue: str, rows: Sequence[Any], slot: int) -> Weighed:
        """The issue, out of its rows under the view of that slot."""
        found = self.known.get((issue, slot))
        if found is None:
            found = self.known[issue, slot] = _weighed(issue, rows, _vocabulary(tuple(self.vocabularies)))
        return found


def links_on(
    boards: Sequence[Weighed],
    claim: str,
    type_: str,
    outward: bool | None,  # noqa: FBT001
) -> dict[str, Link]:
    """The claim's link of that type with each other claim, on all these issues.

    Its own come before those of what it only repeats, and the first issue's, by id, before another one's.
    """
    ordered = sorted(boards, key=lambda each: each.issue)
    firsts = [] if type_ == "REPEATS" else sorted({first for each in ordered for first in each.firsts(claim)})
    found: dict[str, Link] = {}
    for tellers in ([claim], firsts):
        for board, told in product(ordered, tellers):
            for link, other in board.links(told, type_, outward):
                found.setdefault(other, link)
    return found


def newest_first(claims: Iterable[str], moments: Mapping[str, str]) -> list[str]:
    """The claims in the order of lists."""
    return sorted(claims, key=lambda claim: (datetime.fromisoformat(moments[claim]), claim), reverse=True)


def _weighed(issue: str, rows: Sequence[Any], vocabulary: Vocabulary) -> Weighed:
    claims, entities = rows
    referents = referents_in(entities)
    answers = [answer_in(row, referents) for row in claims]
    context = context_of(referents, vocabulary)
    return Weighed(issue, answers, context, {row[0]: row[-1] for row in claims})


@lru_cache(maxsize=8)
def _vocabulary(brought: tuple[str, ...]) -> Vocabulary:
    together = shared_vocabulary()
    for each in brought:
        together = together.merged_with(VOCABULARY.validate_json(each))
    return together
