"""Scenarios of when and where things happen, of what ends with them, and of what cannot be so together."""

from dataclasses import replace
from datetime import timedelta

from claimgraph.graph.records import Modality, Polarity, Span, Value
from claimgraph.tests.rules import figures
from claimgraph.tests.rules.scene import About, How, Scene, at, ended_by, ends_after, holding
from claimgraph.tests.rules.settings import coexisting, meaning, now, passing, stance, withdrew

_SECOND = timedelta(seconds=1)


def ends_cannot_meet(scene: Scene) -> None:
    """Over by Friday, says the one; not for a week, the other."""
    about, (one, other), (early, late) = withdrew(scene), scene.speakers(2), scene.moments(2)
    a = scene.says(one, about, event=ended_by(early), asserted=at(late))
    b = scene.says(other, about, meaning(scene), event=ends_after(late), asserted=at(early))
    scene.contradict(a, b, "time")


def ends_touch(scene: Scene) -> None:
    """At one second they meet."""
    about, (one, other), (moment,) = withdrew(scene), scene.speakers(2), scene.moments(1)
    a = scene.says(one, about, meaning(scene), event=ended_by(moment))
    b = scene.says(other, about, event=ends_after(moment))
    c = scene.says(scene.speaker(), about, event=ends_after(moment + _SECOND))
    scene.agree(a, b)
    scene.agree(b, c)
    scene.contradict(a, c, "time")


def beginnings_cannot_meet(scene: Scene) -> None:
    """At one and the same place; elsewhere they may."""
    about, (one, other, third) = withdrew(scene), scene.speakers(3)
    early, late = scene.moments(2)
    town = scene.place(about.object) if about.object else scene.place()
    a = scene.says(one, about, event=Span(start_max=early))
    b = scene.says(other, about, meaning(scene), event=Span(start_min=late))
    scene.says(third, replace(about, object=town), event=Span(start_min=late))
    scene.contradict(a, b, "time")


def what_is_done_first_contains_the_other_place(scene: Scene) -> None:
    """Out of the whole province before out of a street of it: impossible. The other way round is the usual way."""
    country = scene.place()
    province = scene.place(country, scene.place())
    street = scene.place(scene.place(province))
    (one, other), (early, late) = scene.speakers(2), scene.moments(2)
    whole, part = scene.chance.choice([(country, province), (province, street), (country, street)])
    about = replace(withdrew(scene), object=whole)
    a = scene.says(one, about, event=ended_by(early))
    b = scene.says(other, replace(about, object=part), meaning(scene), event=ends_after(late))
    scene.contradict(a, b, "time")
    usual = replace(withdrew(scene), object=part)
    scene.says(one, usual, event=ended_by(early))
    scene.says(other, replace(usual, object=whole), event=ends_after(late))


def places_have_nothing_to_do_with_each_other(scene: Scene) -> None:
    """Sisters of one province, at different times."""
    province, about = scene.place(), withdrew(scene)
    (one, other), (early, late) = scene.speakers(2), scene.moments(2)
    scene.says(one, replace(about, object=scene.place(province)), event=ended_by(early))
    scene.says(other, replace(about, object=scene.place(province)), event=ends_after(late))


def it_is_still_there_afterwards(scene: Scene) -> None:
    """Where it was to be gone, or in a part of that; somebody else's force may be, and so may one in the whole."""
    land = scene.place()
    town = scene.place(scene.place(land))
    done, (one, other) = withdrew(scene), scene.speakers(2)
    early, late, last = scene.moments(3)
    side = scene.party()
    done = replace(done, object=land, subject=scene.force(side))
    when = scene.chance.choice([holding(late, last), holding(early, early + _SECOND), Span(None, early, last, None)])
    mine, where = scene.force(side), scene.chance.choice([land, town])
    there = About("LOCATED_IN", scene.chance.choice([mine, done.subject]), where, done.during)
    figure = scene.chance.choice([Value(), figures.exactly(900.0, "present", "person")])
    a = scene.says(one, done, meaning(scene), event=ended_by(early))
    b = scene.says(other, there, meaning(scene), event=when, value=figure)
    scene.contradict(a, b, "after")


def it_is_there_in_good_order(scene: Scene) -> None:
    """Until it is gone, in the place around, of another side, perhaps, not there, or nobody knows until when."""
    land = scene.place()
    town, side, event = scene.place(land), scene.party(), scene.operation()
    early, moment, late, last = scene.moments(4)
    done = About("WITHDREW_FROM", scene.force(side), town, event)
    ours = About("LOCATED_IN", scene.force(side), town, event)
    scene.says(scene.speaker(), done, event=ended_by(moment))
    afterwards = How(event=holding(late, last))
    for there, how in (
        (ours, How(event=holding(early, moment))),
        (replace(ours, subject=scene.force(side)), How(event=Span(start_min=early, end_max=last))),
        (replace(ours, subject=scene.force(side)), How(event=Span(late, late, None, last))),
        (replace(ours, subject=scene.force(side), object=land), afterwards),
        (replace(ours, subject=scene.force(side), object=scene.place(land)), afterwards),
        (replace(ours, subject=scene.force()), afterwards),
        (replace(ours, subject=scene.force(side)), How(polarity=Polarity.DENY, event=holding(late, last))),
        (replace(ours, subject=scene.force(side)), How(modality=Modality.FEARED, event=holding(late, last))),
    ):
        scene.says(scene.speaker(), there, how)


def another_side_or_operation_stands_on_the_same_board(scene: Scene) -> None:
    """Where a family gathers several, one side's going ends one side's staying, in one operation."""
    side, place, event = scene.party(), scene.place(), scene.operation()
    early, late = scene.moments(2)
    gone = About("VACATED", scene.force(side), place, scene.chance.choice([event, None]))
    a = scene.says(scene.speaker(), gone, event=ended_by(early))
    there = replace(gone, predicate="HOLDS_OUT_IN", subject=scene.force(side), object=scene.place(place))
    b = scene.says(scene.speaker(), there, event=holding(late, late))
    scene.contradict(a, b, "after")
    scene.says(scene.speaker(), replace(there, subject=scene.force()), event=holding(late, late))
    scene.says(scene.speaker(), replace(there, during=scene.operation()), event=holding(late, late))
    scene.says(scene.speaker(), replace(there, during=None if gone.during else event), event=holding(late, late))


def it_is_said_of_another_operation(scene: Scene) -> None:
    """On one board, and still of something else: neither against what is said of the first, nor for it, nor instead."""
    (one, other, third), [early, late] = scene.speakers(3), scene.moments(2)
    event = scene.chance.choice([None, scene.operation()])
    about = About("CONTROLLED_BY", scene.place(), scene.party(), scene.operation())
    elsewhere = replace(about, during=event)
    scene.says(one, about, now(early))
    scene.says(other, replace(elsewhere, object=scene.party()), now(early))
    scene.says(third, elsewhere, now(early), polarity=Polarity.DENY)
    scene.says(one, replace(elsewhere, object=scene.party()), now(late))
    scene.says(scene.speaker(), about, now(late))


def it_left_nobody_knows_when(scene: Scene) -> None:
    """So it may be there still."""
    done, (one, other), (early, late) = withdrew(scene), scene.speakers(2), scene.moments(2)
    scene.says(one, done, event=scene.chance.choice([Span(), Span(start_max=early), ends_after(early)]))
    scene.says(other, replace(done, predicate="LOCATED_IN"), event=holding(late, late))


def one_thing_is_in_two_hands(scene: Scene) -> None:
    """Which a functional predicate excludes."""
    place, (one, other) = scene.place(), scene.speakers(2)
    when, then = coexisting(scene)
    about = About("CONTROLLED_BY", place, scene.party())
    if scene.chance.random() < 0.5:
        early, late = scene.moments(2)
        about = replace(about, predicate="BELONGS_TO")
        when, then = How(asserted=at(early)), How(asserted=at(late))
    a = scene.says(one, about, when, meaning(scene))
    b = scene.says(other, replace(about, object=scene.party()), then, meaning(scene))
    scene.contradict(a, b, "identity")


def one_thing_passes_from_hand_to_hand(scene: Scene) -> None:
    """Or may have: they are not certainly of one moment."""
    about, (one, other) = About("CONTROLLED_BY", scene.place(), scene.party()), scene.speakers(2)
    when, then = passing(scene)
    scene.says(one, about, when)
    scene.says(other, replace(about, object=scene.party()), then)


def a_place_within_a_place_is_no_second_one(scene: Scene) -> None:
    """In the town and in its province; but not in two towns of it."""
    province = scene.place()
    town, village = scene.place(scene.place(province)), scene.place(province)
    (one, other, third), [moment] = scene.speakers(3), scene.moments(1)
    about = About("STATIONED_AT", scene.force(), province)
    scene.says(one, about, now(moment))
    b = scene.says(other, replace(about, object=town), now(moment))
    c = scene.says(third, replace(about, object=village), now(moment), meaning(scene))
    scene.contradict(b, c, "identity")


def predicates_exclude_each_other(scene: Scene) -> None:
    """Whichever of the two says so."""
    (one, other), (when, then) = scene.speakers(2), coexisting(scene)
    first, second, about, subject = scene.chance.choice(
        [
            ("SUPPORTS", "OPPOSES", How(), scene.speaker()),
            ("WON", "LOST", How(), scene.force()),
            ("GUARDS", "BESIEGES", when, scene.force()),
        ]
    )
    target = scene.operation() if first == "WON" else scene.place() if first == "GUARDS" else scene.party()
    thing = About(first, subject, target)
    a = scene.says(one, thing, about, meaning(scene))
    b = scene.says(other, replace(thing, predicate=second), then if about else How(), meaning(scene))
    scene.contradict(a, b, "exclusive")


def predicates_exclude_each_other_elsewhere(scene: Scene) -> None:
    """Of another moment, another subject, or denied."""
    (one, other), (when, then) = scene.speakers(2), passing(scene)
    about = About("GUARDS", scene.force(), scene.place())
    scene.says(one, about, when)
    scene.says(other, replace(about, predicate="BESIEGES"), then)
    war = scene.operation()
    scene.says(one, About("WON", scene.force(), war))
    scene.says(other, About("LOST", scene.force(), war))
    mind = replace(stance(scene), predicate="SUPPORTS")
    scene.says(one, mind)
    scene.says(other, replace(mind, predicate="OPPOSES"), polarity=Polarity.DENY)


SCENARIOS = (
    ends_cannot_meet,
    ends_touch,
    beginnings_cannot_meet,
    what_is_done_first_contains_the_other_place,
    places_have_nothing_to_do_with_each_other,
    it_is_still_there_afterwards,
    it_is_there_in_good_order,
    another_side_or_operation_stands_on_the_same_board,
    it_is_said_of_another_operation,
    it_left_nobody_knows_when,
    one_thing_is_in_two_hands,
    one_thing_passes_from_hand_to_hand,
    a_place_within_a_place_is_no_second_one,
    predicates_exclude_each_other,
    predicates_exclude_each_other_elsewhere,
)
