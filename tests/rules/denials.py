"""Scenarios of affirmation and denial."""

from dataclasses import replace
from datetime import timedelta

from claimgraph.graph.records import Polarity, Range, Span, Value, ValueKind
from claimgraph.tests.rules import figures
from claimgraph.tests.rules.scene import About, Scene, at, ended_by, ends_after
from claimgraph.tests.rules.settings import (
    coexisting,
    located,
    losses,
    meaning,
    passing,
    setting,
    stance,
    withdrew,
)

NO = Polarity.DENY


def a_state_is_denied(scene: Scene) -> None:
    """Both at a moment that both speak of for certain, whatever their modality."""
    about, (when, then), (one, other) = located(scene), coexisting(scene), scene.speakers(2)
    yes = scene.says(one, about, when, meaning(scene))
    no = scene.says(other, about, then, meaning(scene), polarity=NO)
    scene.contradict(yes, no, "polarity")


def a_state_is_denied_of_another_time(scene: Scene) -> None:
    """Which does not deny it."""
    about, (when, then), (one, other) = located(scene), passing(scene), scene.speakers(2)
    scene.says(one, about, when)
    scene.says(other, about, then, polarity=NO)


def a_figure_is_denied(scene: Scene) -> None:
    """That figure and no other: who denies another one may well agree."""
    here, (one, other, third) = setting(scene), scene.speakers(3)
    figure, another = figures.apart(scene.chance, here.dimension, here.unit)
    yes = scene.says(one, here.about, here.first, meaning(scene), value=figure)
    no = scene.says(other, here.about, here.denial, polarity=NO, value=figure)
    scene.says(third, here.about, here.denial, polarity=NO, value=another)
    scene.contradict(yes, no, "polarity")


def it_is_denied_whatever_the_figure(scene: Scene) -> None:
    """Whoever says that there are some says otherwise; a figure that may be nought, or none at all, allows it."""
    here, (one, other) = setting(scene), scene.speakers(2)
    some = scene.chance.choice(
        [
            Value(low=0.0, low_open=True),
            Value(1.0, 1.0),
            Value(30.0, 900.0),
            Value(low=5.0),
            Value(40.0, approximate=True),
        ]
    )
    some = replace(some, unit=here.unit, dimension=here.dimension)
    yes = scene.says(one, here.about, here.first, meaning(scene), value=some)
    no = scene.says(other, here.about, here.denial, meaning(scene), polarity=NO)
    scene.contradict(yes, no, "polarity")
    there = setting(scene)
    at_most = Value(high=float(scene.chance.randrange(1, 900)), unit=there.unit, dimension=there.dimension)
    unknown = Value(dimension=there.dimension, kind=ValueKind.UNKNOWN)
    scene.says(one, there.about, there.first, value=scene.chance.choice([at_most, unknown]))
    scene.says(other, there.about, there.denial, polarity=NO)


def nought_is_as_good_as_a_denial(scene: Scene) -> None:
    """So nothing stands against it but the denial of nought itself."""
    here, (one, other, third) = setting(scene), scene.speakers(3)
    nought = scene.chance.choice(
        [
            figures.exactly(0.0, here.dimension, here.unit),
            Value(0.0, 0.0, approximate=True, unit=here.unit, dimension=here.dimension),
        ]
    )
    yes = scene.says(one, here.about, here.first, value=nought)
    scene.says(other, here.about, here.denial, polarity=NO)
    no = scene.says(third, here.about, here.denial, polarity=NO, value=nought)
    scene.contradict(yes, no, "polarity")


def a_text_is_denied(scene: Scene) -> None:
    """The same one; another description is another matter."""
    about, (one, other, third) = About("DESCRIBED_AS", scene.speaker()), scene.speakers(3)
    early, late = scene.moments(2)
    yes = scene.says(one, about, value=Value(text="an old hand"), asserted=at(late))
    no = scene.says(other, about, polarity=NO, value=Value(text="an old hand"), asserted=at(early))
    scene.says(third, about, polarity=NO, value=Value(text="a new broom"))
    scene.contradict(yes, no, "polarity")


def a_stance_is_denied(scene: Scene) -> None:
    """Whenever the two spoke."""
    about, (one, other), (early, late) = stance(scene), scene.speakers(2), scene.moments(2)
    yes = scene.says(one, about, meaning(scene), asserted=at(early))
    no = scene.says(other, about, polarity=NO, asserted=at(late))
    scene.contradict(yes, no, "polarity")


def a_fact_of_geography_is_denied(scene: Scene) -> None:
    """Which is so at all times."""
    about, (one, other) = About("LIES_IN", scene.place(), scene.place()), scene.speakers(2)
    scene.contradict(scene.says(one, about), scene.says(other, about, polarity=NO), "polarity")


def what_happens_once_is_denied_for_good(scene: Scene) -> None:
    """A denial without a time is of every time; one that only says "has not", of the time up to its being said."""
    about, (one, other), (early, late) = withdrew(scene), scene.speakers(2), scene.moments(2)
    when = scene.chance.choice([Span(), ended_by(early)])
    yes = scene.says(one, about, meaning(scene), event=when)
    no = scene.says(other, about, meaning(scene), polarity=NO, asserted=at(late))
    scene.contradict(yes, no, "polarity")


def what_had_not_happened_may_happen_later(scene: Scene) -> None:
    """Has not, says the one; the other speaks of a later day, or says so on one."""
    (early, middle, late), (one, other) = scene.moments(3), scene.speakers(2)
    for when, said in ((Span(middle, middle, late, late), Range()), (ends_after(early), Range()), (Span(), at(late))):
        about = withdrew(scene)
        scene.says(one, about, event=when, asserted=said)
        scene.says(other, about, polarity=NO, asserted=at(early))


def what_happens_once_is_denied_within_its_time(scene: Scene) -> None:
    """Not yet then, says the one; just then, the other."""
    about, (one, other), (early, middle, late, last) = withdrew(scene), scene.speakers(2), scene.moments(4)
    then, when = scene.chance.choice(
        [
            (Span(early, last, early, last), Span(middle, middle, late, late)),
            (Span(early, last, early, last), Span(early, middle, late, last)),
            (ended_by(late), ended_by(middle)),
            (ended_by(late), Span(early, None, None, late)),
        ]
    )
    yes = scene.says(one, about, event=when)
    no = scene.says(other, about, meaning(scene), polarity=NO, event=then)
    scene.contradict(yes, no, "polarity")


def what_happens_once_is_denied_of_another_time(scene: Scene) -> None:
    """Not yet on the 10th does not deny the 11th, nor an unknown day."""
    about, (one, other), (early, middle, late, last) = withdrew(scene), scene.speakers(2), scene.moments(4)
    then, when = scene.chance.choice(
        [
            (Span(early, middle, early, middle), Span(late, last, late, last)),
            (Span(early, late, early, late), Span(middle, last, middle, last)),
            (Span(early, late, early, late), Span(early - timedelta(seconds=1), middle, None, late)),
            (Span(early, late, early, late), ended_by(middle)),
            (ended_by(late), Span(early, middle, middle, None)),
            (ended_by(middle), Span()),
        ]
    )
    scene.says(one, about, event=when)
    scene.says(other, about, polarity=NO, event=then)


def a_total_is_denied_of_another_window(scene: Scene) -> None:
    """Each day's total is its own."""
    about, (one, other), (early, late) = losses(scene), scene.speakers(2), scene.moments(2)
    figure = figures.one(scene.chance, "losses", "item")
    scene.says(one, about, value=figure, event=Span(end_min=early, end_max=early))
    denied = scene.chance.choice([Value(), figure])
    then = scene.chance.choice([Span(), Span(end_min=late, end_max=late), Span(end_max=early)])
    scene.says(other, about, polarity=NO, value=denied, event=then)


SCENARIOS = (
    a_state_is_denied,
    a_state_is_denied_of_another_time,
    a_figure_is_denied,
    it_is_denied_whatever_the_figure,
    nought_is_as_good_as_a_denial,
    a_text_is_denied,
    a_stance_is_denied,
    a_fact_of_geography_is_denied,
    what_happens_once_is_denied_for_good,
    what_had_not_happened_may_happen_later,
    what_happens_once_is_denied_within_its_time,
    what_happens_once_is_denied_of_another_time,
    a_total_is_denied_of_another_window,
)
