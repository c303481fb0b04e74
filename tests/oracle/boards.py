"""What claims make of each other: the board of each issue, out of plain records, and the links of each claim.

The rules themselves have tests of their own; here it is which claims they are given, and what of their finds is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Protocol

from claimgraph.graph.answers import answer_of
from claimgraph.graph.issues import Referent
from claimgraph.graph.places import wholes_of
from claimgraph.graph.records import Claim, Entity, Source
from claimgraph.graph.rules.answers import Answer, Context, Link
from claimgraph.graph.rules.board import Board, board_of
from claimgraph.graph.vocabulary import Vocabulary


class Records(Protocol):
    """What has to be known of a corpus."""

    vocabulary: Vocabulary
    entities: dict[str, Entity]
    sources: dict[str, Source]
    claims: dict[str, Claim]
    referents: dict[str, Referent]
    answers: dict[str, list[str]]
    answering: dict[str, list[str]]
    live: set[str]
    seen: set[str]


class Boards:
    """The boards of a corpus, each made when it is first asked for."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._made: dict[str, Board] = {}

    def of(self, issue: str) -> Board:
        """The board of that issue, of the claims that are seen."""
        if issue not in self._made:
            seen = [claim for claim in self._records.answering[issue] if claim in self._records.seen]
            answers = [self._answer(self._records.claims[claim]) for claim in seen]
            self._made[issue] = board_of(answers, self._context)
        return self._made[issue]

    def links(self, claim: str, type_: str, outward: bool | None = None) -> list[tuple[Link, str]]:  # noqa: FBT001
        """The claim's links of a type, each with the other claim; `outward` for those that lead from it, or to it.

        What only repeats an earlier claim has that one's links too. There is one with each other claim: its own before
        the earlier one's, and of several issues that of the first by id.
        """
        told = {claim}
        if type_ != "REPEATS":
            told |= {link.other for _, link in self._of(claim) if (link.type, link.claim) == ("REPEATS", claim)}
        found: dict[str, tuple[tuple[bool, str, str], Link]] = {}
        for each in told:
            for issue, link in self._of(each):
                other = link.other if link.claim == each else link.claim
                leads = outward is None or outward == (link.claim == each)
                rank = (each != claim, issue, each)
                if link.type == type_ and leads and (other not in found or rank < found[other][0]):
                    found[other] = (rank, link)
        return [(link, other) for other, (_, link) in found.items()]

    def is_contested(self, claim: str) -> bool:
        """Whether anything contradicts the claim."""
        return bool(self.links(claim, "CONTRADICTS"))

    def _of(self, claim: str) -> list[tuple[str, Link]]:
        """The links that have the claim at one end, each with the issue on which it was found."""
        boards = ((issue, self.of(issue)) for issue in self._records.answers[claim])
        return [(issue, link) for issue, board in boards for link in board.links if claim in {link.claim, link.other}]

    def _answer(self, claim: Claim) -> Answer:
        return answer_of(claim, self._records.referents, self._records.sources[claim.source].published_at)

    @cached_property
    def _canonical(self) -> Mapping[str, str]:
        return {entity: referent.id for entity, referent in self._records.referents.items()}

    @cached_property
    def _context(self) -> Context:
        names = {referent.id: referent.name for referent in self._records.referents.values()}
        live = [entity for entity in self._records.entities.values() if entity.id in self._records.live]
        parts = [
            (self._canonical[each.id], self._canonical[whole])
            for each in live
            for whole in each.part_of
            if whole in self._records.live
        ]
        parties = {referent.id: referent.party for referent in self._records.referents.values()}
        return Context(self._records.vocabulary, names, wholes_of(parts), parties)
