"""What a synthetic corpus is told in: things of which each dataset has its own member, and claims with their links.

A scenario makes its own things, so what it says answers issues of its own and nothing else can meet it.
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Literal, TypedDict, Unpack

from claimgraph.graph.ids import claim_id, entity_id, judgement_id
from claimgraph.graph.records import (
    Claim,
    Entity,
    Judgement,
    Kind,
    Level,
    Modality,
    Mode,
    Polarity,
    Range,
    Source,
    Span,
    Value,
)

Found = tuple[str, str, str, str, str]
"""(type, claim, other, rule, strength) of a link."""

_SOFT = {Modality.PROBABLE, Modality.POSSIBLE, Modality.PREDICTED}
_SYLLABLES = ("ka", "ro", "vel", "mi", "жи", "ör", "san", "tu", "ł", "бер")
JUDGES, DOUBTERS = "judges", "doubters"
"""The datasets of those who say what is the same, and of those who say what is not."""
FIRST_DAY = datetime(2031, 3, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Thing:
    """Something that one dataset or several describe: its member in each."""

    members: dict[str, Entity]

    def within(self, dataset: str) -> str:
        """The id that it has in the dataset."""
        return self.members[dataset].id


@dataclass(frozen=True)
class About:
    """What a claim is said of: that one unit left one place in one operation."""

    predicate: str
    subject: Thing
    object: Thing | None = None
    during: Thing | None = None


class How(TypedDict, total=False):
    """How it is said."""

    polarity: Polarity
    modality: Modality
    condition: str
    value: Value
    event: Span
    asserted: Range
    source: Source


@dataclass
class Stage:
    """Everything told so far, and every link that must come of it."""

    chance: random.Random
    sources: list[Source]
    entities: list[Entity] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    links: set[Found] = field(default_factory=set)

    def judge(self, dataset: str, word: Literal["same", "different"], a: str, b: str) -> None:
        """Someone's word on two entities."""
        made = Judgement("", dataset, word, a, b, "an editor", "a reason")
        self.judgements.append(replace(made, id=judgement_id(made)))


@dataclass
class Scene:
    """Where one scenario plays: among `datasets`, which call each thing by a key of their own."""

    stage: Stage
    key: str
    datasets: tuple[str, ...]
    made: int = 0

    @property
    def chance(self) -> random.Random:
        """The one source of chance."""
        return self.stage.chance

    def thing(self, kind: Kind, side: Thing | None = None, part_of: Iterable[Thing] = ()) -> Thing:
        """A new thing."""
        self.made += 1
        wholes, members = tuple(part_of), {}
        for dataset in self.datasets:
            name = "".join(self.chance.choices(_SYLLABLES, k=3)).capitalize()
            entity = Entity(entity_id(dataset, f"{self.key}-{self.made}"), dataset, kind, name)
            party = side.within(dataset) if side else None
            members[dataset] = replace(entity, side=party, part_of=tuple(whole.within(dataset) for whole in wholes))
        self.stage.entities += members.values()
        ids = [member.id for member in members.values()]
        for place, member in enumerate(ids[1:]):
            self.stage.judge(JUDGES, "same", self.chance.choice(ids[: place + 1]), member)
        return Thing(members)

    def judge(self, dataset: str, word: Literal["same", "different"], one: Thing, other: Thing) -> None:
        """Someone's word on two things."""
        self.stage.judge(
            dataset, word, *(self.chance.choice(list(thing.members.values())).id for thing in (one, other))
        )

    def place(self, *part_of: Thing) -> Thing:
        """A new place, in others."""
        return self.thing(Kind.PLACE, part_of=part_of)

    def speaker(self) -> Thing:
        """Someone new who says things."""
        return self.thing(self.chance.choice([Kind.PERSON, Kind.ORGANISATION]))

    def speakers(self, count: int) -> list[Thing]:
        """So many of them."""
        return [self.speaker() for _ in range(count)]

    def party(self) -> Thing:
        """A new organisation: a party, an authority."""
        return self.thing(Kind.ORGANISATION)

    def force(self, side: Thing | None = None) -> Thing:
        """A new unit, of a new party if none is named."""
        return self.thing(Kind.UNIT, side or self.party())

    def operation(self) -> Thing:
        """A new event."""
        return self.thing(Kind.EVENT)

    def published(self, count: int) -> list[Source]:
        """So many different sources, in the order of their publication."""
        known = [source for source in self.stage.sources if source.dataset in self.datasets]
        chosen = self.chance.sample(known, count)
        return sorted(chosen, key=lambda source: source.published_at or FIRST_DAY)

    def moments(self, count: int) -> list[datetime]:
        """So many moments, each later than the one before it."""
        minutes = sorted(self.chance.sample(range(1, 20_000), count))
        return [FIRST_DAY + timedelta(minutes=each) for each in minutes]

    def says(self, who: Thing, about: About, *told: How, **how: Unpack[How]) -> Claim:
        """A claim that one makes, somewhere if no source is named, through one medium or two."""
        given = How()
        for each in (*told, how):
            given.update(each)
        source = given.get("source") or self.published(1)[0]
        dataset = source.dataset
        claim = Claim(
            id="",
            dataset=dataset,
            source=source.id,
            predicate=about.predicate,
            subject=about.subject.within(dataset),
            object=about.object.within(dataset) if about.object else None,
            during=about.during.within(dataset) if about.during else None,
            text=f"{self.key}, claim {len(self.stage.claims)}: {about.predicate} is said.",
            attribution=(*self._chain(who, dataset), Level(source.publisher)),
            polarity=given.get("polarity", Polarity.AFFIRM),
            modality=given.get("modality", Modality.ASSERTED),
            condition=given.get("condition"),
            value=given.get("value", Value()),
            event=given.get("event", Span()),
            asserted=given.get("asserted", Range()),
        )
        self.stage.claims.append(replace(claim, id=claim_id(claim)))
        return self.stage.claims[-1]

    def _chain(self, who: Thing, dataset: str) -> list[Level]:
        chain = [Level(who.within(dataset), self.chance.choice(["said", None]), self.chance.choice([None, *Mode]))]
        if self.chance.random() < 0.3:
            chain.append(Level(self.thing(Kind.ORGANISATION).within(dataset), "reported"))
        return chain

    def contradict(self, a: Claim, b: Claim, rule: str) -> None:
        """The two must contradict each other, by this rule."""
        first, second = sorted((a, b), key=lambda claim: claim.id)
        self._expect("CONTRADICTS", first, second, rule)

    def agree(self, a: Claim, b: Claim) -> None:
        """The two must bear each other out."""
        first, second = sorted((a, b), key=lambda claim: claim.id)
        self._expect("CORROBORATES", first, second, "agreement")

    def repeats(self, later: Claim, first: Claim) -> None:
        """The one must be found to repeat the other."""
        self._expect("REPEATS", later, first, "repeat")

    def supersedes(self, later: Claim, earlier: Claim) -> None:
        """The one must replace the other."""
        self._expect("SUPERSEDES", later, earlier, "self-update")

    def _expect(self, kind: str, claim: Claim, other: Claim, rule: str) -> None:
        strength = "soft" if {claim.modality, other.modality} & _SOFT else "hard"
        self.stage.links.add((kind, claim.id, other.id, rule, strength))


def at(moment: datetime | None) -> Range:
    """Said just then."""
    return Range(moment, moment)


def holding(start: datetime, end: datetime) -> Span:
    """From one moment to another, both known."""
    return Span(start, start, end, end)


def ended_by(moment: datetime) -> Span:
    """Over by then."""
    return Span(end_max=moment)


def ends_after(moment: datetime) -> Span:
    """Not over before then."""
    return Span(end_min=moment)
