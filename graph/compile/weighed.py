"""What the rules make of claims under a view: boards out of rows, derived while the answer is made.

The graph keeps the links and positions of today; those of another moment follow from the claims of that moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, lru_cache
from typing import Any

from ..answers import answer_in, context_of, referents_in
from ..rules.answers import Answer, Context, Link
from ..rules.board import LINKED, Board, board_of, history_of, links_of
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

    @cached_property
    def board(self) -> Board:
        """Positions, and links as far as a board has them."""
        return board_of(self.answers, self.context)

    @cached_property
    def _told(self) -> History:
        return history_of(self.answers, self.context)

    def links(self, claim: str, type_: str, outward: bool | None) -> list[tuple[Link, str]]:  # noqa: FBT001
        """The claim's links of that type, each with the other claim; what only repeats has its first's as well.

        `outward` asks for those that lead from it, or to it; None for either.
        """
        whole = len(self._told.current) <= LINKED
        every = self.board.links if whole else links_of(claim, self._told, self.context)
        told = {claim}
        if type_ != "REPEATS":
            told |= {link.other for link in every if (link.type, link.claim) == ("REPEATS", claim)}
        found = []
        for link in every:
            if link.type == type_ and link.claim in told and outward is not False:
                found.append((link, link.other))
            elif link.type == type_ and link.other in told and outward is not True:
                found.append((link, link.claim))
        return found


@dataclass(slots=True)
class Scales:
    """The boards of one answer in the making, each derived once."""

    vocabularies: Sequence[str]
    """What each dataset brings, as JSON."""
    known: dict[tuple[str, int], Weighed] = field(default_factory=dict)

    def weigh(self, issue: str, rows: Sequence[Any], slot: int) -> Weighed:
        """The issue, out of its rows under the view of that slot."""
        found = self.known.get((issue, slot))
        if found is None:
            found = self.known[issue, slot] = _weighed(issue, rows, _vocabulary(tuple(self.vocabularies)))
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
