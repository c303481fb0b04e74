"""Scenarios of figures that exclude each other, or only seem to."""

from dataclasses import replace

from claimgraph.graph.records import Span, Value, ValueKind
from claimgraph.tests.rules import figures
from claimgraph.tests.rules.scene import About, Scene, holding
from claimgraph.tests.rules.settings import coexisting, located, losses, meaning, passing, setting


def figures_have_no_number_in_common(scene: Scene) -> None:
    """Whatever they count, at times that meet."""
    here, (one, other) = setting(scene), scene.speakers(2)
    first, second = figures.apart(scene.chance, here.dimension, here.unit)
    a = scene.says(one, here.about, here.first, meaning(scene), value=first)
    b = scene.says(other, here.about, here.second, meaning(scene), value=second)
    scene.contradict(a, b, "value")


def figures_touch_at_an_open_bound(scene: Scene) -> None:
    """More than 20 and at most 20."""
    here, (one, other) = setting(scene), scene.speakers(2)
    first, second = figures.touching_apart(scene.chance, here.dimension, here.unit)
    a = scene.says(one, here.about, here.first, value=first)
    b = scene.says(other, here.about, here.second, meaning(scene), value=second)
    scene.contradict(a, b, "value")


def about_reaches_five_percent(scene: Scene) -> None:
    """So it bears out a figure 4 % away, and not one 6 % away."""
    here, (one, other, third) = setting(scene), scene.speakers(3)
    figure = 100.0 * scene.chance.randrange(1, 500)
    near, far = scene.chance.choice([(1.04, 1.06), (0.96, 0.94), (1.04, 1.3), (1.0, 0.5)])
    about = replace(figures.exactly(figure, here.dimension, here.unit), approximate=True)
    a = scene.says(one, here.about, here.first, value=about)
    b = scene.says(other, here.about, here.second, value=figures.exactly(figure * near, here.dimension, here.unit))
    c = scene.says(third, here.about, here.second, value=figures.exactly(figure * far, here.dimension, here.unit))
    scene.agree(a, b)
    scene.contradict(a, c, "value")
    scene.contradict(b, c, "value")


def two_abouts_reach_ten_percent(scene: Scene) -> None:
    """Each widens its own figure."""
    here, (one, other, third) = setting(scene), scene.speakers(3)
    figure = 100.0 * scene.chance.randrange(1, 500)
    abouts = [
        replace(figures.exactly(figure * share, here.dimension, here.unit), approximate=True)
        for share in (1, 1.08, 1.3)
    ]
    a = scene.says(one, here.about, here.first, value=abouts[0])
    b = scene.says(other, here.about, here.second, value=abouts[1])
    c = scene.says(third, here.about, here.first, value=abouts[2])
    scene.agree(a, b)
    scene.contradict(a, c, "value")
    scene.contradict(b, c, "value")


def about_may_have_one_bound(scene: Scene) -> None:
    """About 100 or more, about 100 or less."""
    here, (one, other, third) = setting(scene), scene.speakers(3)
    figure = 100.0 * scene.chance.randrange(1, 500)
    bound, within, beyond = scene.chance.choice(
        [(Value(low=figure), 0.96, 0.94), (Value(high=figure), 1.04, 1.06), (Value(high=figure, high_open=True), 1, 2)]
    )
    about = replace(bound, approximate=True, unit=here.unit, dimension=here.dimension)
    a = scene.says(one, here.about, here.first, meaning(scene), value=about)
    b = scene.says(other, here.about, here.second, value=figures.exactly(figure * within, here.dimension, here.unit))
    c = scene.says(third, here.about, here.second, value=figures.exactly(figure * beyond, here.dimension, here.unit))
    scene.agree(a, b)
    scene.contradict(a, c, "value")
    scene.contradict(b, c, "value")


def a_part_is_more_than_its_whole(scene: Scene) -> None:
    """Over one level or two."""
    force, event, (one, other) = scene.force(), scene.operation(), scene.speakers(2)
    predicate, part, whole = scene.chance.choice(
        [
            ("SUFFERED_LOSSES", "equipment_losses", "losses"),
            ("WROTE_OFF", "equipment_losses", "losses"),
            ("WROTE_OFF", "tank_losses", "equipment_losses"),
            ("WROTE_OFF", "tank_losses", "losses"),
        ]
    )
    border = float(scene.chance.randrange(0, 900))
    all_of_it, some_of_it = scene.chance.choice(
        [
            (Value(high=border), Value(low=border + 1)),
            (Value(high=border, high_open=True), Value(border, border + 5)),
            (Value(border, border), Value(low=border, low_open=True)),
        ]
    )
    about = About(predicate, force, None, event)
    a = scene.says(one, about, meaning(scene), value=replace(all_of_it, unit="item", dimension=whole))
    b = scene.says(other, about, meaning(scene), value=replace(some_of_it, unit="item", dimension=part))
    scene.contradict(a, b, "value")


def a_part_fits_into_its_whole(scene: Scene) -> None:
    """And two parts of one whole have nothing to do with each other."""
    about, speakers = About("WROTE_OFF", scene.force(), None, scene.operation()), scene.speakers(3)
    border = float(scene.chance.randrange(1, 900))
    low, high = scene.chance.choice([(border, border), (border - 1, None), (None, None)])
    told = [("losses", Value(high=border)), ("tank_losses", Value(low, high or border * 9))]
    for who, (dimension, value) in zip(speakers, told, strict=False):
        scene.says(who, about, value=replace(value, unit="item", dimension=dimension))
    siblings = losses(scene)
    for who, dimension, number in ((speakers[0], "equipment_losses", 3.0), (speakers[1], "personnel_losses", 900.0)):
        scene.says(who, siblings, value=figures.exactly(number, dimension, "item"))


def none_is_nought(scene: Scene) -> None:
    """It excludes whatever is more than nought, and goes with what may be nought."""
    here, (one, other, third) = setting(scene), scene.speakers(3)
    none = scene.says(one, here.about, here.first, value=Value(dimension=here.dimension, kind=ValueKind.NONE))
    more = scene.chance.choice([Value(low=0.0, low_open=True), Value(1.0, 9.0), Value(low=7.0)])
    some = scene.says(other, here.about, here.second, value=replace(more, unit=here.unit, dimension=here.dimension))
    at_most = scene.chance.choice([Value(0.0, 0.0), Value(0.0, 0.5)])
    few = scene.says(third, here.about, here.second, value=replace(at_most, unit=here.unit, dimension=here.dimension))
    scene.contradict(none, some, "value")
    scene.agree(none, few)
    if at_most.high == 0.0 or more.low != 0.0:
        scene.contradict(some, few, "value")
    else:
        scene.agree(some, few)


def the_unknown_excludes_nothing(scene: Scene) -> None:
    """Nor does it bear anything out."""
    here, (one, other) = setting(scene), scene.speakers(2)
    scene.says(one, here.about, here.first, value=Value(dimension=here.dimension, kind=ValueKind.UNKNOWN))
    scene.says(other, here.about, here.second, value=figures.one(scene.chance, here.dimension, here.unit))


def dimensions_differ(scene: Scene) -> None:
    """40,000 present against at most 20,000 surrounded; munitions left against equipment left."""
    (one, other, third), (when, then) = scene.speakers(3), coexisting(scene)
    present = located(scene)
    scene.says(one, present, when, value=figures.exactly(40000.0, "present", "person"))
    surrounded = replace(present, predicate="SURROUNDED_IN", during=None)
    scene.says(other, surrounded, then, value=Value(high=20000.0, unit="person", dimension="surrounded"))
    left = About("LEFT_BEHIND", present.subject, present.object, present.during)
    for who, dimension in ((one, "equipment_left"), (other, "munitions_left")):
        first, _ = figures.apart(scene.chance, dimension, "item")
        scene.says(who, left, value=first)
    scene.says(third, present, when)


def totals_are_of_other_windows(scene: Scene) -> None:
    """A war's total against one operation's, and each day's cumulative total against another day's."""
    force, place, (one, other, third) = scene.force(), scene.place(), scene.speakers(3)
    start, day, next_day = scene.moments(3)
    first, second = figures.apart(scene.chance, "equipment_left", "item")
    about = About("LEFT_BEHIND", force, place)
    scene.says(one, about, value=first, event=holding(start, next_day))
    scene.says(other, about, value=second, event=holding(day, next_day))
    scene.says(third, replace(about, during=scene.operation()), value=second)
    daily = losses(scene)
    first, second = figures.apart(scene.chance, "losses", "item")
    scene.says(one, daily, value=first, event=Span(end_min=day, end_max=day))
    scene.says(other, daily, meaning(scene), value=second, event=Span(end_min=next_day, end_max=next_day))
    scene.says(third, daily, value=second)


def a_forecast_is_of_a_later_time(scene: Scene) -> None:
    """Or of a time that is only perhaps the same."""
    about, (one, other), (when, then) = located(scene), scene.speakers(2), passing(scene)
    first, second = figures.apart(scene.chance, "present", "person")
    scene.says(one, about, when, value=first)
    scene.says(other, about, then, meaning(scene), value=second)


SCENARIOS = (
    figures_have_no_number_in_common,
    figures_touch_at_an_open_bound,
    about_reaches_five_percent,
    two_abouts_reach_ten_percent,
    about_may_have_one_bound,
    a_part_is_more_than_its_whole,
    a_part_fits_into_its_whole,
    none_is_nought,
    the_unknown_excludes_nothing,
    dimensions_differ,
    totals_are_of_other_windows,
    a_forecast_is_of_a_later_time,
)
