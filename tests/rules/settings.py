"""Predicates of every way of standing in time, each with times at which two claims of it meet, or do not."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from claimgraph.graph.records import Kind, Modality, Span, Value
from claimgraph.graph.vocabulary import Dimension, Family, Holds, Predicate, SlotKey, ValueType, Vocabulary
from claimgraph.tests.rules import figures
from claimgraph.tests.rules.scene import About, How, Scene, at, holding

OWN = Vocabulary(
    dimensions={"tank_losses": Dimension(unit="item", part_of="equipment_losses")},
    families={
        "stronghold": Family(
            question="Who holds {object}?", slot=(SlotKey.SUBJECT, SlotKey.OBJECT), topic="strongholds"
        ),
        "campaign": Family(question="What becomes of places in {during}?", slot=(SlotKey.DURING,), topic="strongholds"),
        "theatre": Family(question="What becomes of {side}'s places?", slot=(SlotKey.SIDE,), topic="strongholds"),
        "station": Family(question="Where is {subject} stationed?", slot=(SlotKey.SUBJECT,), topic="strongholds"),
    },
    predicates={
        "WROTE_OFF": Predicate(
            says="{subject} wrote off",
            subject=(Kind.UNIT,),
            value=ValueType.QUANTITY,
            dimensions=("losses", "equipment_losses", "tank_losses"),
            holds=Holds.TOTAL,
            families=("losses",),
        ),
        "STATIONED_AT": Predicate(
            says="{subject} is stationed at {object}",
            subject=(Kind.UNIT,),
            object=(Kind.PLACE,),
            holds=Holds.STATE,
            functional=True,
            families=("station",),
        ),
        "VACATED": Predicate(
            says="{subject} vacated {object}",
            subject=(Kind.UNIT,),
            object=(Kind.PLACE,),
            holds=Holds.ONCE,
            then_not=("HOLDS_OUT_IN",),
            families=("campaign", "theatre"),
        ),
        "HOLDS_OUT_IN": Predicate(
            says="{subject} holds out in {object}",
            subject=(Kind.UNIT,),
            object=(Kind.PLACE,),
            holds=Holds.STATE,
            families=("campaign", "theatre"),
        ),
        "GUARDS": Predicate(
            says="{subject} guards {object}",
            subject=(Kind.UNIT,),
            object=(Kind.PLACE,),
            holds=Holds.STATE,
            excludes=("BESIEGES",),
            families=("stronghold",),
        ),
        "BESIEGES": Predicate(
            says="{subject} besieges {object}",
            subject=(Kind.UNIT,),
            object=(Kind.PLACE,),
            holds=Holds.STATE,
            families=("stronghold",),
        ),
    },
)
"""What the shared vocabulary lacks: parts of parts, functional predicates of places, states that exclude each other."""

FACTUAL = (Modality.ASSERTED, Modality.PROBABLE, Modality.POSSIBLE, Modality.PREDICTED)


@dataclass(frozen=True)
class Setting:
    """Where figures of one dimension are set against each other at times that meet."""

    about: About
    dimension: str
    unit: str
    first: How
    second: How

    @property
    def denial(self) -> How:
        """A time at which a denial meets what is said at either: what happens once is denied for good."""
        return How() if self.about.predicate == "LIBERATED" else self.second


def located(scene: Scene) -> About:
    """A force in a place during an operation, a state."""
    return About("LOCATED_IN", scene.force(), scene.place(), scene.operation())


def withdrew(scene: Scene) -> About:
    """A force that leaves a place in an operation, once."""
    return About("WITHDREW_FROM", scene.force(), scene.place(), scene.operation())


def losses(scene: Scene) -> About:
    """A force's losses in an operation, a total."""
    return About("SUFFERED_LOSSES", scene.force(), None, scene.operation())


def low_and_high() -> tuple[Value, Value]:
    """Two figures of losses that exclude each other."""
    return figures.exactly(120.0, "losses", "item"), figures.exactly(600.0, "losses", "item")


def stance(scene: Scene) -> About:
    """Someone's stance on something, standing."""
    return About(scene.chance.choice(["SUPPORTS", "OPPOSES"]), scene.speaker(), scene.party())


def now(moment: datetime) -> How:
    """A state told in the present tense."""
    return How(asserted=at(moment), event=Span(start_max=moment, end_min=moment))


def meaning(scene: Scene) -> How:
    """Some factual modality."""
    return How(modality=scene.chance.choice(FACTUAL))


def coexisting(scene: Scene) -> tuple[How, How]:
    """Times of two states that certainly hold at one moment, if only at one."""
    early, middle, late, last = scene.moments(4)
    first, second = scene.chance.choice(
        [
            (holding(early, late), holding(middle, last)),
            (holding(early, last), holding(middle, late)),
            (holding(early, middle), holding(middle, last)),
            (Span(early, middle, late, None), Span(None, early, middle, last)),
            (Span(start_max=middle, end_min=middle), Span(None, early, late, None)),
        ]
    )
    return How(event=first), How(event=second)


def passing(scene: Scene) -> tuple[How, How]:
    """Times of two states that hold at no moment for certain together: apart, or together only perhaps."""
    early, middle, late, last = scene.moments(4)
    first, second = scene.chance.choice(
        [
            (holding(early, middle), holding(late, last)),
            (holding(early, middle), holding(middle + timedelta(seconds=1), last)),
            (Span(early, middle, None, last), Span(early, middle, late, last)),
            (Span(None, None, late, last), holding(early, last)),
            (Span(early, late, middle, last), holding(early, last)),
            (Span(), holding(early, last)),
        ]
    )
    return How(event=first), How(event=second)


def setting(scene: Scene) -> Setting:
    """One of them."""
    return scene.chance.choice(_SETTINGS)(scene)


def _losses(scene: Scene) -> Setting:
    start, end, other = scene.moments(3)
    window = scene.chance.choice([(None, None), (end, end), (None, end)])
    first = How(event=Span(scene.chance.choice([None, start]), None, *window))
    second = How(event=Span(None, scene.chance.choice([None, start]), *window), asserted=at(other))
    return Setting(losses(scene), "losses", "item", first, second)


def _left_behind(scene: Scene) -> Setting:
    start, end = scene.moments(2)
    same = How(event=scene.chance.choice([holding(start, end), Span(), Span(start_min=start, end_max=end)]))
    about = About("LEFT_BEHIND", scene.force(), scene.place())
    return Setting(about, "munitions_left", "item", same, same)


def _present(scene: Scene) -> Setting:
    first, second = coexisting(scene)
    return Setting(located(scene), "present", "person", first, second)


def _present_tense(scene: Scene) -> Setting:
    [moment] = scene.moments(1)
    about = About("SURROUNDED_IN", scene.force(), scene.place())
    return Setting(about, "surrounded", "person", now(moment), now(moment))


def _distance(scene: Scene) -> Setting:
    early, late = scene.moments(2)
    about = About("DISTANCE_TO", scene.place(), scene.place())
    return Setting(about, "distance", "km", How(asserted=at(late)), How(asserted=at(early)))


def _liberated(scene: Scene) -> Setting:
    early, middle, late = scene.moments(3)
    ends = (
        (Span(end_max=late), Span(end_min=early, end_max=middle)) if scene.chance.random() < 0.5 else (Span(), Span())
    )
    about = About("LIBERATED", scene.force(), scene.place(), scene.operation())
    return Setting(about, "liberated_settlements", "settlement", How(event=ends[0]), How(event=ends[1]))


_SETTINGS: tuple[Callable[[Scene], Setting], ...] = (
    _losses,
    _left_behind,
    _present,
    _present_tense,
    _distance,
    _liberated,
)
