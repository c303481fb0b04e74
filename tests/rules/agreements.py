"""Scenarios of claims that bear each other out, and of others that only resemble each other."""

from dataclasses import replace
from itertools import combinations

from claimgraph.graph.records import Modality, Polarity, Span, Value
from claimgraph.tests.rules import figures
from claimgraph.tests.rules.scene import About, Scene, at, ended_by, ends_after, holding
from claimgraph.tests.rules.settings import coexisting, located, meaning, passing, setting, stance, withdrew

_NO = Polarity.DENY


def figures_meet(scene: Scene) -> None:
    """In one number at the least."""
    here, (one, other) = setting(scene), scene.speakers(2)
    first, second = figures.meeting(scene.chance, here.dimension, here.unit)
    a = scene.says(one, here.about, here.first, meaning(scene), value=first)
    b = scene.says(other, here.about, here.second, meaning(scene), value=second)
    scene.agree(a, b)


def many_agree(scene: Scene) -> None:
    """Each with each, whenever they spoke."""
    about, polarity = stance(scene), scene.chance.choice(list(Polarity))
    moments = scene.moments(4)
    told = [
        scene.says(who, about, meaning(scene), polarity=polarity, asserted=at(moment))
        for who, moment in zip(scene.speakers(4), moments, strict=True)
    ]
    for a, b in combinations(told, 2):
        scene.agree(a, b)


def states_coexist(scene: Scene) -> None:
    """For certain; where they only may, nothing is said."""
    about, polarity, (one, other) = located(scene), scene.chance.choice(list(Polarity)), scene.speakers(2)
    when, then = coexisting(scene)
    a = scene.says(one, about, when, polarity=polarity)
    scene.agree(a, scene.says(other, about, then, meaning(scene), polarity=polarity))
    apart = located(scene)
    when, then = passing(scene)
    scene.says(one, apart, when, polarity=polarity)
    scene.says(other, apart, then, polarity=polarity)


def texts_are_equal(scene: Scene) -> None:
    """Another text is another thing said, which excludes nothing."""
    about, (one, other, third) = About("DESCRIBED_AS", scene.speaker()), scene.speakers(3)
    a = scene.says(one, about, value=Value(text="a turning point"))
    b = scene.says(other, about, meaning(scene), value=Value(text="a turning point"))
    scene.says(third, about, value=Value(text="a sideshow"))
    scene.agree(a, b)


def both_speak_of_an_end(scene: Scene) -> None:
    """That it has begun bears out neither that it is over nor when."""
    about, (one, other, third, fourth) = withdrew(scene), scene.speakers(4)
    early, late = scene.moments(2)
    over = scene.says(one, about, event=ended_by(late))
    also = scene.says(other, about, event=scene.chance.choice([ends_after(early), Span(early, None, early, late)]))
    begun = scene.says(third, about, event=Span(start_max=late))
    happened = scene.says(fourth, about, event=Span())
    scene.agree(over, also)
    scene.agree(begun, happened)


def denials_agree(scene: Scene) -> None:
    """That it has not happened, and that it is not so many."""
    about, (one, other) = withdrew(scene), scene.speakers(2)
    scene.agree(scene.says(one, about, meaning(scene), polarity=_NO), scene.says(other, about, polarity=_NO))
    here = setting(scene)
    first, second = figures.meeting(scene.chance, here.dimension, here.unit)
    a = scene.says(one, here.about, here.second, polarity=_NO, value=first)
    b = scene.says(other, here.about, here.second, polarity=_NO, value=second)
    scene.agree(a, b)
    there = setting(scene)
    first, second = figures.apart(scene.chance, there.dimension, there.unit)
    scene.says(one, there.about, there.second, polarity=_NO, value=first)
    scene.says(other, there.about, there.second, polarity=_NO, value=second)


def conditions_are_equal(scene: Scene) -> None:
    """Under the same condition things are compared, with nothing that is said without it."""
    about, (one, other, third, fourth) = withdrew(scene), scene.speakers(4)
    early, late = scene.moments(2)
    rain, snow, modality = "if the river rises", "if the bridge falls", Modality.CONDITIONAL
    a = scene.says(one, about, modality=modality, condition=rain, event=ended_by(early))
    b = scene.says(other, about, modality=modality, condition=rain, event=ends_after(late))
    c = scene.says(third, about, modality=modality, condition=snow, event=ends_after(late))
    d = scene.says(fourth, about, modality=modality, condition=snow, event=ended_by(late))
    scene.contradict(a, b, "time")
    scene.agree(c, d)
    fact = scene.speaker()
    scene.says(fact, about, event=Span(start_min=late), polarity=_NO)


def wishes_are_no_facts(scene: Scene) -> None:
    """A demand or a plan against a state, a hope against a fear; and two hopes do not bear each other out."""
    about = replace(withdrew(scene), predicate="LOCATED_IN")
    early, late = scene.moments(2)
    time = holding(early, late)
    scene.says(scene.speaker(), about, event=time)
    wishes = [
        Modality.PLANNED,
        Modality.ORDERED,
        Modality.DEMANDED,
        Modality.HOPED,
        Modality.FEARED,
        Modality.QUESTIONED,
    ]
    for modality in (*scene.chance.sample(wishes, 4), Modality.HOPED, Modality.FEARED):
        polarity = scene.chance.choice(list(Polarity))
        scene.says(scene.speaker(), about, polarity=polarity, modality=modality, event=time)
    conditional = scene.speaker()
    scene.says(conditional, about, modality=Modality.CONDITIONAL, condition="if it freezes", polarity=_NO, event=time)


def only_one_gives_a_figure(scene: Scene) -> None:
    """That there are some does not bear out how many."""
    here, (one, other) = setting(scene), scene.speakers(2)
    scene.says(one, here.about, here.first, value=figures.one(scene.chance, here.dimension, here.unit))
    scene.says(other, here.about, here.second)


def subjects_differ_on_one_board(scene: Scene) -> None:
    """One side's board gathers its forces, and only what is said of the same one is set against each other."""
    side, event, (one, other) = scene.party(), scene.operation(), scene.speakers(2)
    first, second = figures.apart(scene.chance, "losses", "item")
    scene.says(one, About("SUFFERED_LOSSES", scene.force(side), None, event), value=first)
    scene.says(other, About("SUFFERED_LOSSES", scene.force(side), None, event), value=second)
    early, late = scene.moments(2)
    scene.says(one, About("WITHDREW_FROM", scene.force(side), place := scene.place(), event), event=ended_by(early))
    scene.says(other, About("WITHDREW_FROM", scene.force(side), place, event), event=ends_after(late))
    scene.says(other, About("CROSSED", scene.force(side), place, event), polarity=_NO)


SCENARIOS = (
    figures_meet,
    many_agree,
    states_coexist,
    texts_are_equal,
    both_speak_of_an_end,
    denials_agree,
    conditions_are_equal,
    wishes_are_no_facts,
    only_one_gives_a_figure,
    subjects_differ_on_one_board,
)
