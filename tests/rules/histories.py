"""Scenarios of one claimant who says something else later, and of what of it still counts."""

from dataclasses import replace

from claimgraph.graph.records import Claim, Modality, Polarity, Range, Span
from claimgraph.tests.rules import figures
from claimgraph.tests.rules.scene import About, Scene, at, ended_by, ends_after, holding
from claimgraph.tests.rules.settings import located, losses, low_and_high, meaning, now, stance, withdrew


def a_claimant_changes_his_figure(scene: Scene) -> None:
    """As often as he likes: each word replaces the one before, and only the last meets what others say."""
    about, (who, other) = losses(scene), scene.speakers(2)
    moments = scene.moments(scene.chance.randrange(2, 6))
    told: list[Claim] = []
    for number, moment in enumerate(moments):
        figure = figures.exactly(100.0 + 10 * number, "losses", "item")
        told.append(scene.says(who, about, meaning(scene), value=figure, asserted=at(moment)))
        if number:
            scene.supersedes(told[-1], told[-2])
    scene.agree(told[-1], scene.says(other, about, value=told[-1].value))


def nobody_knows_which_came_last(scene: Scene) -> None:
    """Said within bounds that overlap, or at no known time: both stand, and neither against the other."""
    about, (who, critic) = losses(scene), scene.speakers(2)
    low, high = low_and_high()
    early, middle, late, last = scene.moments(4)
    first, second = scene.chance.choice(
        [
            (Range(early, late), Range(middle, last)),
            (Range(early, middle), Range(middle, late)),
            (at(early), Range()),
            (Range(), Range()),
            (Range(early), at(late)),
            (at(early), Range(max=late)),
        ]
    )
    papers = scene.published(2)
    a = scene.says(who, about, value=low, asserted=first, source=papers[0])
    b = scene.says(who, about, value=high, asserted=second, source=papers[1])
    top = scene.says(critic, about, value=figures.exactly(9_999.0, "losses", "item"))
    scene.contradict(a, top, "value")
    scene.contradict(b, top, "value")


def an_owner_changes_in_one_mouth(scene: Scene) -> None:
    """A functional predicate has one object at a time, so the other object replaces the first."""
    about, (who, other) = About("BELONGS_TO", scene.place(), scene.party()), scene.speakers(2)
    early, late = scene.moments(2)
    new = replace(about, object=scene.party())
    a = scene.says(who, about, asserted=at(early))
    b = scene.says(who, new, meaning(scene), asserted=at(late))
    scene.supersedes(b, a)
    scene.contradict(b, scene.says(other, about), "identity")


def a_mind_is_changed(scene: Scene) -> None:
    """Of two predicates that exclude each other the later one replaces the earlier."""
    about, (who, other) = stance(scene), scene.speakers(2)
    opposite = replace(about, predicate="OPPOSES" if about.predicate == "SUPPORTS" else "SUPPORTS")
    early, late = scene.moments(2)
    a = scene.says(who, about, asserted=at(early))
    b = scene.says(who, opposite, meaning(scene), asserted=at(late))
    scene.supersedes(b, a)
    scene.contradict(b, scene.says(other, about), "exclusive")


def a_forecast_comes_true(scene: Scene) -> None:
    """What the same claimant says was to come is replaced by what he says has come, or has not."""
    about, who = withdrew(scene), scene.speaker()
    early, late, done = scene.moments(3)
    how = scene.chance.choice([Polarity.AFFIRM, Polarity.DENY])
    a = scene.says(who, about, modality=Modality.PREDICTED, event=ends_after(done), asserted=at(early))
    b = scene.says(who, about, event=ended_by(late), polarity=how, asserted=at(late))
    scene.supersedes(b, a)


def plans_replace_plans(scene: Scene) -> None:
    """And orders; a hope replaces hopes only, so each way of meaning has a thread of its own."""
    about, who = withdrew(scene), scene.speaker()
    moments = scene.moments(6)
    told = [
        scene.says(who, about, modality=modality, event=ended_by(end), asserted=at(moment))
        for modality, moment, end in zip(
            (
                *(Modality.ASSERTED, Modality.PLANNED, Modality.HOPED),
                *(Modality.ORDERED, Modality.HOPED, Modality.DEMANDED),
            ),
            moments,
            scene.moments(6),
            strict=True,
        )
    ]
    scene.supersedes(told[3], told[1])
    scene.supersedes(told[4], told[2])


def another_window_is_another_matter(scene: Scene) -> None:
    """Yesterday's total stands beside today's, last year's state beside the present."""
    about, who = losses(scene), scene.speaker()
    early, late, last = scene.moments(3)
    low, high = low_and_high()
    scene.says(who, about, value=low, asserted=at(early), event=Span(end_min=early, end_max=early))
    scene.says(who, about, value=high, asserted=at(late), event=Span(end_min=late, end_max=late))
    there = located(scene)
    scene.says(who, there, now(last))
    scene.says(who, there, polarity=Polarity.DENY, asserted=at(early), event=holding(early, late))
    stands = About("LOCATED_IN", there.subject, scene.place(), there.during)
    a = scene.says(who, stands, now(early))
    scene.supersedes(scene.says(who, stands, now(late), polarity=Polarity.DENY), a)


def two_updates_of_one_word(scene: Scene) -> None:
    """Two that may be of one time both replace what was said before them, and are replaced by what comes after."""
    about, who = losses(scene), scene.speaker()
    first, early, middle, late, last, end = scene.moments(6)
    told = [
        scene.says(who, about, value=figures.exactly(10.0 * number, "losses", "item"), asserted=moment)
        for number, moment in enumerate((at(first), Range(early, late), Range(middle, last), at(end)), 1)
    ]
    for between in told[1:3]:
        scene.supersedes(between, told[0])
        scene.supersedes(told[3], between)


def one_claimant_contradicts_himself(scene: Scene) -> None:
    """In one source, at one time or at no time that it tells; in two sources nobody can tell which he stands by."""
    papers, [moment] = scene.published(2), scene.moments(1)
    low, high = low_and_high()
    about, who = losses(scene), scene.speaker()
    how = meaning(scene)
    a = scene.says(who, about, how, value=low, asserted=at(moment), source=papers[0])
    b = scene.says(who, about, value=high, asserted=at(moment), source=papers[0])
    scene.contradict(a, b, "self-contradiction")
    who, about = scene.speaker(), losses(scene)
    a, b = (scene.says(who, about, value=value, asserted=Range(), source=papers[0]) for value in (low, high))
    scene.contradict(a, b, "self-contradiction")
    for time in (at(moment), Range()):
        who, about = scene.speaker(), losses(scene)
        for value, source in zip((low, high), papers, strict=True):
            scene.says(who, about, value=value, asserted=time, source=source)


SCENARIOS = (
    a_claimant_changes_his_figure,
    nobody_knows_which_came_last,
    an_owner_changes_in_one_mouth,
    a_mind_is_changed,
    a_forecast_comes_true,
    plans_replace_plans,
    another_window_is_another_matter,
    two_updates_of_one_word,
    one_claimant_contradicts_himself,
)
