"""One issue's board: the links between its claims, the positions that they take, and whether it is contested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from .agreement import agreement
from .answers import Answer, Context, Link, leading
from .exclusion import contradiction
from .history import History, history
from .positions import Position, parted

LINKED = 200
"""So many current claims are all linked with each other; of more, only the first of each of so many positions are."""


@dataclass(frozen=True, slots=True)
class Board:
    """What an issue's claims make of each other."""

    links: tuple[Link, ...]
    positions: tuple[Position, ...]
    undecided: tuple[str, ...]
    """Current claims that several positions would take."""
    current: tuple[str, ...]
    """Live claims that neither repeat another nor are superseded."""
    is_whole: bool
    """Whether `links` has every link there is, and not only those between the positions' first claims."""

    @property
    def contested(self) -> bool:
        """Whether any claim contradicts another."""
        return any(link.type == "CONTRADICTS" for link in self.links)


def board_of(answers: Iterable[Answer], context: Context) -> Board:
    """The board of an issue that these live claims answer, in whatever order they come."""
    return board_after(history_of(answers, context), context)


def board_after(told: History, context: Context) -> Board:
    """The board that follows from what the claimants said over time."""
    current = sorted(told.current, key=lambda answer: answer.claim)
    is_whole = len(current) <= LINKED
    if is_whole:
        links = [*told.links, *links_among(current, context)]
        positions, undecided = parted(current, told.echoes, _disputed(links), context)
    else:
        positions, undecided = parted(current, told.echoes, frozenset(), context)
        links = [*told.links, *links_among(_leading(current, positions), context)]
    return Board(
        tuple(sorted(links, key=lambda link: (link.type, link.claim, link.other))),
        positions,
        undecided,
        tuple(answer.claim for answer in current),
        is_whole,
    )


def links_among(answers: Sequence[Answer], context: Context) -> Iterator[Link]:
    """Contradictions and corroborations of each with each."""
    for a, b in combinations(answers, 2):
        if found := _link(a, b, context):
            yield found


def history_of(answers: Iterable[Answer], context: Context) -> History:
    """What the claimants said over time, in whatever order the claims come."""
    return history(sorted(map(context.facing, answers), key=lambda answer: answer.claim), context)


def links_of(claim: str, told: History, context: Context) -> tuple[Link, ...]:
    """All links of one claim in an issue of whatever size."""
    own = [link for link in told.links if claim in {link.claim, link.other}]
    subject = next((answer for answer in told.current if answer.claim == claim), None)
    found = [_link(subject, each, context) for each in told.current if each is not subject] if subject else []
    return (*own, *(link for link in found if link))


def _link(a: Answer, b: Answer, context: Context) -> Link | None:
    if a.side != b.side and a.subject != b.subject:
        return None
    if b.claim < a.claim:  # so that a reason speaks of them in the order of the link
        a, b = b, a
    if found := contradiction(a, b, context):
        return leading("CONTRADICTS", a, b, *found)
    if (basis := agreement(a, b, context)) is not None:
        return leading("CORROBORATES", a, b, "agreement", basis)
    return None


def _disputed(links: Iterable[Link]) -> frozenset[str]:
    return frozenset(claim for link in links if link.type == "CONTRADICTS" for claim in (link.claim, link.other))


def _leading(current: Sequence[Answer], positions: Sequence[Position]) -> list[Answer]:
    """The first claims of the positions that come first: those that stand against others before the rest."""
    firsts = {position.id for position in positions[:LINKED]}
    return [answer for answer in current if answer.claim in firsts]
