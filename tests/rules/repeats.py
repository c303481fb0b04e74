"""Scenarios of one claimant who says the same again: in many papers, on many days, under two names."""

from claimgraph.graph.records import Polarity, Range
from claimgraph.tests.rules.scene import DOUBTERS, JUDGES, Scene, at, ended_by, holding
from claimgraph.tests.rules.settings import located, losses, low_and_high, meaning, now, stance, withdrew


def papers_repeat_one_ministry(scene: Scene) -> None:
    """Five reports are one voice: only the first stands against, or beside, what others say."""
    about, (ministry, critic, ally) = losses(scene), scene.speakers(3)
    low, high = low_and_high()
    moment = at(scene.moments(1)[0]) if scene.chance.random() < 0.7 else Range()
    papers = scene.published(scene.chance.randrange(2, 6))
    how = meaning(scene)
    told = [scene.says(ministry, about, how, value=low, asserted=moment, source=paper) for paper in papers]
    for echo in told[1:]:
        scene.repeats(echo, told[0])
    against, beside = scene.says(critic, about, value=high), scene.says(ally, about, value=low)
    scene.contradict(told[0], against, "value")
    scene.agree(told[0], beside)
    scene.contradict(against, beside, "value")


def a_claimant_says_it_again(scene: Scene) -> None:
    """At another time, and somewhere without one."""
    about, who = withdrew(scene), scene.speaker()
    papers, moments = scene.published(4), scene.moments(3)
    when, how = ended_by(scene.moments(1)[0]), meaning(scene)
    dated = [
        scene.says(who, about, how, event=when, asserted=at(moment), source=paper)
        for moment, paper in zip(moments, papers, strict=False)
    ]
    undated = scene.says(who, about, how, event=when, source=papers[3])
    for echo in (*dated[1:], undated):
        scene.repeats(echo, dated[0])


def a_state_is_told_on_several_days(scene: Scene) -> None:
    """In the present tense it is the same on two days, and holds on the first."""
    about, (who, critic) = located(scene), scene.speakers(2)
    moments = scene.moments(3)
    told = [
        scene.says(who, about, now(moment), source=paper)
        for moment, paper in zip(moments, scene.published(3), strict=True)
    ]
    for echo in told[1:]:
        scene.repeats(echo, told[0])
    no = scene.says(critic, about, polarity=Polarity.DENY, event=holding(moments[0], moments[0]))
    scene.says(scene.speaker(), about, polarity=Polarity.DENY, event=holding(moments[2], moments[2]))
    scene.contradict(told[0], no, "polarity")


def one_source_tells_it_on_two_occasions(scene: Scene) -> None:
    """Another assertion is a repeat, in one source as well."""
    about, who, [paper] = stance(scene), scene.speaker(), scene.published(1)
    early, late = scene.moments(2)
    first = scene.says(who, about, asserted=at(early), source=paper)
    scene.repeats(scene.says(who, about, asserted=at(late), source=paper), first)


def a_claimant_returns_to_his_word(scene: Scene) -> None:
    """The third repeats nothing, since he said something different in between."""
    about, (who, other) = losses(scene), scene.speakers(2)
    low, high = low_and_high()
    paper, *papers = scene.published(4)
    first, second, third = scene.moments(3)
    a = scene.says(who, about, value=low, asserted=at(first), source=paper)
    b = scene.says(who, about, value=high, asserted=at(second), source=papers[0])
    again = scene.says(who, about, value=low, asserted=at(third), source=papers[1])
    scene.supersedes(b, a)
    scene.supersedes(again, b)
    scene.contradict(again, scene.says(other, about, value=high), "value")


def what_was_repeated_is_replaced(scene: Scene) -> None:
    """The first telling stands for the echo."""
    about, who = losses(scene), scene.speaker()
    low, high = low_and_high()
    papers, moments = scene.published(3), scene.moments(3)
    first = scene.says(who, about, value=low, asserted=at(moments[0]), source=papers[0])
    echo = scene.says(who, about, value=low, asserted=at(moments[1]), source=papers[1])
    update = scene.says(who, about, value=high, asserted=at(moments[2]), source=papers[2])
    scene.repeats(echo, first)
    scene.supersedes(update, first)


def it_is_told_twice_in_one_breath(scene: Scene) -> None:
    """Which is no repeat: neither is the first, both stand, and both are replaced by what comes later."""
    about, (one, other, critic) = stance(scene), scene.speakers(3)
    scene.judge(JUDGES, "same", one, other)
    paper, last = scene.published(2)
    early, late = scene.moments(2)
    told = [scene.says(name, about, asserted=at(early), source=paper) for name in (one, other)]
    if scene.chance.random() < 0.5:
        denial = scene.says(one, about, polarity=Polarity.DENY, asserted=at(late), source=last)
        for each in told:
            scene.supersedes(denial, each)
    else:
        against = scene.says(critic, about, polarity=Polarity.DENY)
        for each in told:
            scene.contradict(each, against, "polarity")


def he_comes_back_to_what_he_may_have_said_last(scene: Scene) -> None:
    """A repeat that is certainly later than something else replaces that, though the first telling may not be."""
    about, who = stance(scene), scene.speaker()
    papers, (early, middle, late, last) = scene.published(3), scene.moments(4)
    first = scene.says(who, about, asserted=Range(early, late), source=papers[0])
    denial = scene.says(who, about, polarity=Polarity.DENY, asserted=at(middle), source=papers[1])
    again = scene.says(who, about, asserted=at(last), source=papers[2])
    scene.repeats(again, first)
    scene.supersedes(again, denial)


def two_that_only_some_take_for_one(scene: Scene) -> None:
    """While one judgement says that two are the same and another that they differ, they are two."""
    about, (one, other) = stance(scene), scene.speakers(2)
    scene.judge(JUDGES, "same", one, other)
    scene.judge(DOUBTERS, "different", one, other)
    scene.agree(scene.says(one, about), scene.says(other, about, meaning(scene)))


def two_names_of_one_claimant(scene: Scene) -> None:
    """What a judgement makes one repeats and corrects itself."""
    about, (one, other) = stance(scene), scene.speakers(2)
    scene.judge(JUDGES, "same", one, other)
    papers, (early, late) = scene.published(3), scene.moments(2)
    first = scene.says(one, about, asserted=at(early), source=papers[0])
    scene.repeats(scene.says(other, about, asserted=at(early), source=papers[1]), first)
    denial = scene.says(other, about, polarity=Polarity.DENY, asserted=at(late), source=papers[2])
    scene.supersedes(denial, first)


SCENARIOS = (
    papers_repeat_one_ministry,
    a_claimant_says_it_again,
    a_state_is_told_on_several_days,
    one_source_tells_it_on_two_occasions,
    a_claimant_returns_to_his_word,
    what_was_repeated_is_replaced,
    it_is_told_twice_in_one_breath,
    he_comes_back_to_what_he_may_have_said_last,
    two_that_only_some_take_for_one,
    two_names_of_one_claimant,
)
