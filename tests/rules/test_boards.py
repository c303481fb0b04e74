"""Boards: origins and reports, labels, and issues too large to keep every link."""

from dataclasses import replace
from itertools import combinations

import pytest

from claimgraph.graph.rules.agreement import agreement
from claimgraph.graph.rules.answers import Answer, Context, stated_figure
from claimgraph.graph.rules.board import LINKED, board_of, history_of, links_of
from claimgraph.graph.rules.exclusion import contradiction
from claimgraph.graph.rules.figures import disjoint, figure
from claimgraph.graph.vocabulary import shared_vocabulary

CONTEXT = Context(shared_vocabulary())
EXACT = (False, False, False)


def lost(number: int, low: float, high: float | None, claimant: str | None = None) -> Answer:
    """A claim on how much one force lost in one operation, each by a claimant and in a paper of its own."""
    return Answer(
        claim=f"claim/{number:05}",
        source=f"paper{number}",
        claimant=claimant or f"person{number}",
        predicate="SUFFERED_LOSSES",
        subject="force",
        side="side",
        during="event",
        figure=stated_figure((low, high, *EXACT), "losses", None),
        dimension="losses",
    )


def test_fourteen_papers_repeat_one_ministry() -> None:
    """Fourteen reports, one origin."""
    told = [lost(number, 0.0, 0.0, claimant="ministry") for number in range(14)]
    [position] = board_of(told, CONTEXT).positions
    assert (position.label, position.origin_count, position.report_count) == ("no losses", 1, 14)


@pytest.mark.parametrize(
    ("bounds", "label"),
    [
        ((0.0, 0.0, *EXACT), "no losses"),
        ((0.0, None, True, False, False), "more than 0 losses"),
        ((40_000.0, 40_000.0, False, False, True), "about 40,000 losses"),
        ((None, 20_000.0, *EXACT), "up to 20,000 losses"),
        ((10.0, 20.0, *EXACT), "10 to 20 losses"),
    ],
)
def test_labels_of_figures(bounds: tuple[float | None, float | None, bool, bool, bool], label: str) -> None:
    """In the words of a reader."""
    said = Answer(
        "claim/1",
        "paper",
        "who",
        "SUFFERED_LOSSES",
        "force",
        "side",
        figure=stated_figure(bounds, "losses", None),
        dimension="losses",
    )
    [position] = board_of([said], CONTEXT).positions
    assert position.label == label


def test_what_several_positions_would_take_is_undecided() -> None:
    """What is at least 10 fits 20 and 30, which do not fit each other."""
    board = board_of([lost(1, 20.0, 20.0), lost(2, 30.0, 30.0), lost(3, 10.0, None)], CONTEXT)
    assert [position.claims for position in board.positions] == [("claim/00001",), ("claim/00002",)]
    assert board.undecided == ("claim/00003",)


def test_figures_of_what_happened_once_are_parted_by_time_too() -> None:
    """Twenty settlements by the first hour and twenty after the second are two positions; at any time fits both."""

    def freed(number: int, low: float, begun: tuple[int | None, int | None]) -> Answer:
        return replace(
            lost(number, low, low),
            predicate="LIBERATED",
            figure=stated_figure((low, low, *EXACT), "liberated_settlements", None),
            dimension="liberated_settlements",
            object="place",
            start_min=begun[0],
            start_max=begun[1],
        )

    told = [freed(1, 20.0, (None, 3600)), freed(2, 20.0, (7200, None)), freed(3, 20.0, (None, None))]
    board = board_of(told, CONTEXT)
    assert [position.claims for position in board.positions] == [("claim/00001",), ("claim/00002",)]
    assert board.undecided == ("claim/00003",)
    assert len(board_of([*told, freed(4, 30.0, (None, 3600))], CONTEXT).positions) == 3


def test_a_denial_shares_no_position_with_what_it_reaches() -> None:
    """Of those who say it without a time of its own, the first one counts; of those who deny it, the last."""

    def won(number: int, said: int | None, *, affirmed: bool) -> Answer:
        return replace(
            lost(number, 0, 0),
            predicate="WON",
            figure=None,
            dimension=None,
            affirmed=affirmed,
            said_min=said,
            said_max=said,
        )

    told = [won(1, 9, affirmed=True), won(2, None, affirmed=True), won(3, 1, affirmed=False), won(4, 5, affirmed=False)]
    positions = board_of(told, CONTEXT).positions
    assert sorted(position.claims for position in positions) == [
        ("claim/00001", "claim/00002"),
        ("claim/00003", "claim/00004"),
    ]


def test_a_range_is_what_all_members_allow() -> None:
    """15 to 25 and 20 to 30 together say 20 to 25."""
    [position] = board_of([lost(1, 15.0, 25.0), lost(2, 20.0, 30.0)], CONTEXT).positions
    assert (position.low, position.high) == (20.0, 25.0)


def test_open_bounds() -> None:
    """More than 0 and 0 have nothing in common, at least 0 and 0 have; about reaches five in a hundred."""
    assert disjoint(figure(0, None, low_open=True), figure(0, 0))
    assert not disjoint(figure(0, None), figure(0, 0))
    assert not disjoint(figure(100, 100, approximate=True), figure(105, 105))
    assert disjoint(figure(100, 100, approximate=True), figure(105.1, 105.1))


def test_a_large_issue_keeps_the_links_of_its_positions() -> None:
    """The rest is found when it is asked for: for each claim the same links as a comparison with every other gives."""
    told = [lost(number, float(number % 7), float(number % 7) + 2) for number in range(LINKED + 60)]
    board = board_of(told, CONTEXT)
    assert not board.is_whole
    assert board.contested
    kept = {claim for link in board.links for claim in (link.claim, link.other)}
    assert kept <= {position.id for position in board.positions}
    history = history_of(told, CONTEXT)
    for answer in told[:20]:
        expected = set()
        for a, b in ((answer, each) for each in told if each is not answer):
            if contradiction(a, b, CONTEXT):
                expected.add(("CONTRADICTS", b.claim))
            elif agreement(a, b, CONTEXT):
                expected.add(("CORROBORATES", b.claim))
        links = links_of(answer.claim, history, CONTEXT)
        assert {(link.type, link.other if link.claim == answer.claim else link.claim) for link in links} == expected


def test_no_two_of_a_position_exclude_each_other() -> None:
    """Nor does it matter in which order the claims come."""
    told = [lost(number, float(number % 5), float(number % 5) + number % 3) for number in range(90)]
    board, again = board_of(told, CONTEXT), board_of(told[::-1], CONTEXT)
    assert board == again
    by_id = {answer.claim: answer for answer in told}
    for position in board.positions:
        for a, b in combinations([by_id[claim] for claim in position.claims], 2):
            assert contradiction(a, b, CONTEXT) is None
