"""Two small datasets that refer to each other, and every edit that a person could make to them.

Whatever is edited, what `Corpora.evidence` gives is sound: what rests on something that is gone is gone too.
"""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import combinations
from typing import TypeVar

from claimgraph.graph.evidence import Evidence
from claimgraph.graph.ids import claim_id, judgement_id
from claimgraph.graph.records import (
    Claim,
    Dataset,
    Entity,
    Judgement,
    Kind,
    Level,
    Modality,
    Polarity,
    Range,
    Source,
    Value,
)
from claimgraph.graph.vocabulary import Vocabulary
from claimgraph.tests.graph.graded import graded
from claimgraph.tests.graph.rounds import without_circles
from claimgraph.tests.graph.speech import ACTORS, SLOTS, vocabulary_of

T = TypeVar("T")

NAMES = ("north", "south")
_KINDS = {"side": (Kind.ORGANISATION, 2), "unit": (Kind.UNIT, 3), "person": (Kind.PERSON, 2), "event": (Kind.EVENT, 2)}
_ALL_KINDS = _KINDS | {"place": (Kind.PLACE, 3), "paper": (Kind.ORGANISATION, 1)}
_DAY = datetime(2022, 11, 11, tzinfo=UTC)
_CLAIMS = 18
_JUDGEMENTS = 14


@dataclass
class Corpora:
    """All that the two datasets may ever say, and what of it they do not say at the moment."""

    entities: list[Entity] = field(default_factory=lambda: [each for name in NAMES for each in _entities(name)])
    sources: list[Source] = field(default_factory=lambda: [each for name in NAMES for each in _sources(name)])
    claims: list[Claim] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    titles: list[str] = field(default_factory=lambda: list(NAMES))
    vocabularies: list[int] = field(default_factory=lambda: [0 for _ in NAMES])
    absent: set[int] = field(default_factory=set)
    """Places in `everything`."""
    grades: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        chance = random.Random(11)  # noqa: S311 - repeatable
        self.claims = [_claim(chance, self.entities, NAMES[n % 2], n) for n in range(_CLAIMS * 2)]
        self.judgements = list(_judgements(chance, self.entities))
        self.absent.update(range(len(self.everything) - _JUDGEMENTS + 2, len(self.everything)))

    @property
    def everything(self) -> list[Entity | Source | Claim | Judgement]:
        """Whatever can be there or not."""
        return [*self.entities, *self.sources, *self.claims, *self.judgements]

    def edit(self, kind: str, which: int, how: int) -> None:
        """Makes one change; any numbers will do."""
        EDITS[kind](self, which, how)

    def evidence(self) -> list[Evidence]:
        """What the two datasets say now."""
        here = [each for at, each in enumerate(self.everything) if at not in self.absent]
        known = {each.id for each in here if isinstance(each, Entity)}
        entities = [_without(each, known) for each in here if isinstance(each, Entity)]
        sources = [each for each in here if isinstance(each, Source) and each.publisher in known]
        known.update(each.id for each in sources)
        claims = {each.id: each for each in map(with_id, (each for each in here if isinstance(each, Claim)))}
        judgements = [each for each in here if isinstance(each, Judgement) and {each.a, each.b} <= known]
        entities = without_circles(entities, judgements)
        parts = [
            Evidence(
                Dataset(f"dataset/{name}", title),
                (vocabulary := vocabulary_of(name, variant)),
                [each for each in entities if each.dataset == name],
                [each for each in sources if each.dataset == name],
                [each for each in claims.values() if each.dataset == name and _stands(each, known, vocabulary)],
                [each for each in judgements if each.dataset == name],
            )
            for name, title, variant in zip(NAMES, self.titles, self.vocabularies, strict=True)
        ]
        return graded(parts, self.grades)


def with_id(claim: Claim) -> Claim:
    """The claim with the id that its content gives."""
    return replace(claim, id=claim_id(claim))


def _come_or_go(corpora: Corpora, which: int, _: int) -> None:
    corpora.absent ^= {which % len(corpora.everything)}


def _judge(corpora: Corpora, which: int, _: int) -> None:
    corpora.absent ^= {len(corpora.everything) - 1 - which % _JUDGEMENTS}


def _grade(corpora: Corpora, which: int, _: int) -> None:
    corpora.grades ^= {which}


def _title(corpora: Corpora, which: int, how: int) -> None:
    corpora.titles[which % 2] = f"Title {how % 2}"


def _speak(corpora: Corpora, which: int, how: int) -> None:
    corpora.vocabularies[which % 2] = how % (len(SLOTS) + 1)


def _reword(corpora: Corpora, claim: Claim, how: int) -> Claim:
    del corpora
    return replace(claim, text=f"Said {how % 3}.", locator=f"p. {how % 2}", extraction_confidence=0.5)


def _restate(corpora: Corpora, claim: Claim, how: int) -> Claim:
    del corpora
    polarity, modality = list(Polarity)[how % 2], (Modality.ASSERTED, Modality.PREDICTED)[how // 2 % 2]
    return replace(claim, polarity=polarity, modality=modality)


def _redirect(corpora: Corpora, claim: Claim, how: int) -> Claim:
    actors = [each.id for each in corpora.entities if each.kind in ACTORS]
    return replace(claim, subject=actors[how % len(actors)], attribution=(Level(actors[-1 - how % 7]),))


def _rename(corpora: Corpora, entity: Entity, how: int) -> Entity:
    del corpora
    return replace(entity, name=f"Name {how % 3}", names=tuple(f"N{n}" for n in range(how % 2)))


def _identify(corpora: Corpora, entity: Entity, how: int) -> Entity:
    del corpora
    return replace(entity, external_ids=tuple(f"wikidata:Q{n}" for n in (1, 2) if how >> n & 1))


def _take_sides(corpora: Corpora, entity: Entity, how: int) -> Entity:
    sides = [None, *(each.id for each in corpora.entities if "/side" in each.id and each.id != entity.id)]
    return replace(entity, side=sides[how % len(sides)])


def _turn_into(corpora: Corpora, entity: Entity, how: int) -> Entity:
    del corpora
    return replace(entity, kind=ACTORS[how % 3]) if entity.kind in ACTORS else entity


def _move(corpora: Corpora, entity: Entity, how: int) -> Entity:
    places = [each.id for each in corpora.entities if each.kind is Kind.PLACE]
    if entity.id not in places:
        return entity
    wholes = places[places.index(entity.id) + 1 :]  # only ever a later one, so that there is no circle
    return replace(entity, part_of=tuple(whole for n, whole in enumerate(wholes) if how >> n & 1))


def _republish(corpora: Corpora, source: Source, how: int) -> Source:
    papers = [each.id for each in corpora.entities if "/paper" in each.id]
    published = (None, _DAY, _DAY + timedelta(days=1))[how % 3]
    return replace(source, publisher=papers[how % 2], published_at=published, title=f"Title {how % 2}")


def _of(collection: str, change: Callable[[Corpora, T, int], T]) -> Callable[[Corpora, int, int], None]:
    def edit(corpora: Corpora, which: int, how: int) -> None:
        records = getattr(corpora, collection)
        records[which % len(records)] = change(corpora, records[which % len(records)], how)

    return edit


EDITS: Mapping[str, Callable[[Corpora, int, int], None]] = {
    "come or go": _come_or_go,
    "judge": _judge,
    "grade": _grade,
    "title": _title,
    "vocabulary": _speak,
    "reword": _of("claims", _reword),
    "restate": _of("claims", _restate),
    "redirect": _of("claims", _redirect),
    "rename": _of("entities", _rename),
    "external id": _of("entities", _identify),
    "side": _of("entities", _take_sides),
    "kind": _of("entities", _turn_into),
    "move": _of("entities", _move),
    "republish": _of("sources", _republish),
}
"""Everything that can be done to the corpora, by name; each takes two numbers: to what, and what."""


def _without(entity: Entity, known: set[str]) -> Entity:
    wholes = tuple(whole for whole in entity.part_of if whole in known)
    return replace(entity, side=entity.side if entity.side in known else None, part_of=wholes)


def _stands(claim: Claim, known: set[str], vocabulary: Vocabulary) -> bool:
    rests_on = {claim.subject, claim.source, *(level.entity for level in claim.attribution)}
    rests_on.update(filter(None, (claim.object, claim.during)))
    return rests_on <= known and (claim.predicate in vocabulary.predicates or not claim.predicate.startswith("SAW_"))


def _entities(name: str) -> Iterator[Entity]:
    for word, (kind, count) in _ALL_KINDS.items():
        side = f"entity/{NAMES[0]}/side0" if kind in {Kind.UNIT, Kind.PERSON} else None
        for n in range(count):
            yield Entity(f"entity/{name}/{word}{n}", name, kind, f"{word} {n}", side=side)


def _sources(name: str) -> list[Source]:
    return [Source(f"source/{name}/s{n}", name, f"entity/{name}/paper0", published_at=_DAY) for n in range(2)]


def _claim(chance: random.Random, entities: list[Entity], name: str, number: int) -> Claim:
    def any_of(*kinds: Kind) -> str:
        return chance.choice([each.id for each in entities if each.kind in kinds])

    predicate = chance.choice(["SUFFERED_LOSSES", "LOCATED_IN", "WITHDREW_FROM", f"SAW_{name.upper()}", "DISTANCE_TO"])
    low = float(chance.randrange(9))
    return Claim(
        "",
        name,
        f"source/{name}/s{number % 2}",
        predicate,
        any_of(Kind.PLACE) if predicate == "DISTANCE_TO" else any_of(*ACTORS),
        f"Claim {number}.",
        (Level(any_of(*ACTORS), "said"), Level(f"entity/{name}/paper0")),
        object=None if predicate == "SUFFERED_LOSSES" else any_of(Kind.PLACE),
        during=chance.choice([None, any_of(Kind.EVENT)]),
        value=Value(low, low + 1, unit="item", dimension="losses") if predicate == "SUFFERED_LOSSES" else Value(),
        asserted=chance.choice([Range(), Range(_DAY, _DAY)]),
    )


def _judgements(chance: random.Random, entities: list[Entity]) -> Iterator[Judgement]:
    pairs = [(a.id, b.id) for a, b in combinations(entities, 2) if a.kind is b.kind]
    for n, (a, b) in enumerate(chance.sample(pairs, _JUDGEMENTS)):
        judgement = Judgement("", NAMES[n % 2], "different" if n % 4 == 3 else "same", a, b, "an editor", "seen")
        yield replace(judgement, id=judgement_id(judgement))
