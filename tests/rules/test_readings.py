"""Small cases in which a careful reader sees a contradiction at once, or sees that there is none."""

from dataclasses import replace

from claimgraph.graph.rules.answers import Answer, Context, stated_figure
from claimgraph.graph.rules.board import board_of
from claimgraph.graph.rules.figures import Figure
from claimgraph.graph.vocabulary import shared_vocabulary

CONTEXT = Context(
    shared_vocabulary(), wholes={"city": frozenset({"land"})}, parties={"army": "state", "state": "state"}
)
DAY = 86_400
LEFT = Answer("claim/1", "paper/1", "anna", "WITHDREW_FROM", "force", "side", "city", "retreat")
THERE = replace(LEFT, predicate="LOCATED_IN", start_max=0, end_min=2 * DAY)
APART = Answer("claim/1", "paper/1", "anna", "DISTANCE_TO", "a", "a", "b", dimension="distance")
HELD = Answer("claim/1", "paper/1", "anna", "BELONGS_TO", "city", "city", "state")


def figure(low: float | None, high: float | None) -> Figure | None:
    """Between these."""
    return stated_figure((low, high, False, False, False), "present", None)


def other(answer: Answer, **what: object) -> Answer:
    """Another claimant's, that differs in this."""
    return replace(answer, claim="claim/2", source="paper/2", claimant="boris", **what)  # type: ignore[arg-type]


def rules(a: Answer, b: Answer) -> list[tuple[str, str]]:
    """The links between the two, by type and rule."""
    return [(link.type, link.rule) for link in board_of([a, b], CONTEXT).links]


def test_a_question_that_is_the_same_both_ways_round() -> None:
    """From a to b it is as far as from b to a."""
    here = replace(APART, figure=stated_figure((48.0, 48.0, False, False, False), "distance", None))
    far = stated_figure((90.0, 90.0, False, False, False), "distance", None)
    assert rules(here, other(here, subject="b", side="b", object="a", figure=far)) == [("CONTRADICTS", "value")]
    assert rules(here, other(here, subject="b", side="b", object="a")) == [("CORROBORATES", "agreement")]


def test_nothing_is_over_before_it_begins() -> None:
    """Over by the 11th, and begun on the 17th at the earliest."""
    assert rules(replace(LEFT, end_max=11 * DAY), other(LEFT, start_min=17 * DAY)) == [("CONTRADICTS", "time")]


def test_a_state_and_its_army_are_no_two_owners() -> None:
    """Another state is."""
    assert rules(HELD, other(HELD, object="army")) == []
    assert rules(HELD, other(HELD, object="realm")) == [("CONTRADICTS", "identity")]


def test_none_against_some() -> None:
    """Nobody is there, says the one; they are there, the other. Nought of a part leaves the whole open."""
    none = replace(THERE, figure=figure(0, 0), dimension="present")
    assert rules(none, other(THERE)) == [("CONTRADICTS", "value")]
    lost = replace(THERE, predicate="SUFFERED_LOSSES", object=None, start_max=None, end_min=None)
    nobody = replace(lost, figure=figure(0, 0), dimension="personnel_losses")
    assert rules(nobody, other(lost)) == []
    assert rules(replace(nobody, dimension="losses"), other(lost)) == [("CONTRADICTS", "value")]


def test_up_to_twenty_may_be_none() -> None:
    """Gone by the first day; at least one there on the second, or up to twenty."""
    gone = replace(LEFT, end_max=DAY)
    twenty = other(THERE, figure=figure(None, 20), dimension="present")
    assert rules(gone, twenty) == []
    assert rules(gone, replace(twenty, figure=figure(1, 20))) == [("CONTRADICTS", "after")]


def test_what_is_said_in_other_words_replaces_nothing() -> None:
    """Brave on the first day, tall on the second: who denies that he is brave still contradicts the first."""
    brave = Answer("claim/1", "paper/1", "anna", "DESCRIBED_AS", "ivan", "ivan", text="brave", said_min=0, said_max=0)
    tall = replace(brave, claim="claim/3", text="tall", said_min=DAY, said_max=DAY)
    board = board_of([brave, tall, other(brave, affirmed=False)], CONTEXT)
    assert [(link.type, link.rule) for link in board.links] == [("CONTRADICTS", "polarity")]


def test_a_denied_figure() -> None:
    """Is named as one, and leaves open how many there are."""
    denied = [
        replace(
            THERE,
            claim=f"claim/{low}",
            claimant=f"person{low}",
            affirmed=False,
            figure=figure(low, low),
            dimension="present",
        )
        for low in (30, 40)
    ]
    [position] = board_of(denied, CONTEXT).positions
    assert position.label == "not: 30 people present; not: 40 people present"
    assert (position.low, position.high) == (None, None)
