"""Random claims without any plan, over so few entities, values and moments that much of it collides."""

import random
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from claimgraph.graph.evidence import Evidence
from claimgraph.graph.ids import claim_id, dataset_id, entity_id, judgement_id, source_id
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
    Span,
    Value,
    ValueKind,
)
from claimgraph.graph.vocabulary import ValueType, shared_vocabulary
from claimgraph.tests.rules.settings import OWN

_KEY = "heap"
_DAY = datetime(2031, 6, 1, tzinfo=UTC)
_VOCABULARY = shared_vocabulary().merged_with(OWN)
_PREDICATES = {
    "WITHDREW_FROM": 4,
    "LOCATED_IN": 4,
    "SUFFERED_LOSSES": 2,
    "WROTE_OFF": 2,
    "LEFT_BEHIND": 2,
    "LIBERATED": 2,
    "VACATED": 2,
    "CROSSED": 1,
    "DISTANCE_TO": 2,
    "CONTROLLED_BY": 2,
    "BELONGS_TO": 2,
    "STATIONED_AT": 2,
    "GUARDS": 2,
    "BESIEGES": 2,
    "SUPPORTS": 2,
    "OPPOSES": 2,
    "DESCRIBED_AS": 1,
    "WON": 1,
    "LOST": 1,
}
_MODALITIES = [*[Modality.ASSERTED] * 8, *Modality]


@dataclass(frozen=True)
class Group:
    """A few entities of which nobody outside says anything."""

    chance: random.Random
    entities: dict[str, Entity]
    sources: list[Source]

    def some(self, *names: str) -> str:
        """The id of one of them."""
        return self.entities[self.chance.choice(names)].id


def heap(seed: int, groups: int = 12, claims: int = 14) -> Evidence:
    """So many groups, each with so many claims about few predicates."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    made = [_group(chance, number) for number in range(groups)]
    told = {claim.id: claim for group in made for claim in _claims(group, claims)}
    return Evidence(
        Dataset(dataset_id(_KEY), "Heap"),
        OWN,
        [entity for group in made for entity in group.entities.values()],
        [source for group in made for source in group.sources],
        list(told.values()),
        [judgement for group in made for judgement in _judgements(group)],
    )


def shuffled(evidence: Evidence, seed: int) -> Evidence:
    """The same in another order."""
    chance = random.Random(seed)  # noqa: S311
    return replace(
        evidence,
        entities=chance.sample(list(evidence.entities), len(evidence.entities)),
        claims=chance.sample(list(evidence.claims), len(evidence.claims)),
    )


def _group(chance: random.Random, number: int) -> Group:
    def entity(name: str, kind: Kind, side: str | None = None, part_of: tuple[str, ...] = ()) -> Entity:
        key = f"{number}-{name}"
        found = Entity(entity_id(_KEY, key), _KEY, kind, name.capitalize())
        party = entity_id(_KEY, f"{number}-{side}") if side else None
        return replace(found, side=party, part_of=tuple(entity_id(_KEY, f"{number}-{whole}") for whole in part_of))

    every = {
        "east": entity("east", Kind.ORGANISATION),
        "west": entity("west", Kind.ORGANISATION),
        "corps": entity("corps", Kind.UNIT, "east"),
        "guard": entity("guard", Kind.UNIT, "east"),
        "foe": entity("foe", Kind.UNIT, "west"),
        "land": entity("land", Kind.PLACE),
        "town": entity("town", Kind.PLACE, part_of=("land",)),
        "gate": entity("gate", Kind.PLACE, part_of=("town",)),
        "farm": entity("farm", Kind.PLACE),
        "march": entity("march", Kind.EVENT),
        "anna": entity("anna", Kind.PERSON),
        "anna2": entity("anna2", Kind.PERSON),
        "ivan": entity("ivan", Kind.PERSON),
        "paper": entity("paper", Kind.ORGANISATION),
    }
    published = [_DAY + timedelta(days=day) for day in chance.sample(range(20), 3)]
    sources = [
        Source(source_id(_KEY, f"{number}-{at}"), _KEY, every["paper"].id, published_at=day)
        for at, day in enumerate((*published[:2], chance.choice([published[2], None])))
    ]
    return Group(chance, every, sources)


def _judgements(group: Group) -> list[Judgement]:
    made = Judgement("", _KEY, "same", group.entities["anna"].id, group.entities["anna2"].id, "an editor", "one person")
    return [replace(made, id=judgement_id(made))] if group.chance.random() < 0.5 else []


def _claims(group: Group, number: int) -> list[Claim]:
    chance = group.chance
    names = chance.choices(list(_PREDICATES), list(_PREDICATES.values()), k=2)
    names += [name for name in _PREDICATES if name in _VOCABULARY.predicates[names[0]].excludes]
    names += [name for first in names for name in _VOCABULARY.predicates[first].then_not]
    plain = chance.random() < 0.4
    return [_claim(group, chance.choice(names), number=at, plain=plain) for at in range(number)]


def _claim(group: Group, predicate: str, *, number: int, plain: bool) -> Claim:
    chance, source = group.chance, group.chance.choice(group.sources)
    asserted = _said(chance)
    modality = Modality.ASSERTED if plain else chance.choice(_MODALITIES)
    claim = Claim(
        id="",
        dataset=_KEY,
        source=source.id,
        predicate=predicate,
        subject=_subject(group, predicate),
        object=_object(group, predicate),
        during=group.entities["march"].id if chance.random() < 0.8 else None,
        text=f"Claim {number} of a heap.",
        attribution=(Level(group.some("anna", "anna2", "ivan", "east")), Level(source.publisher)),
        polarity=chance.choice([Polarity.AFFIRM, Polarity.AFFIRM, Polarity.AFFIRM, Polarity.DENY]),
        modality=modality,
        condition=chance.choice(["if it rains", "if it snows"]) if modality is Modality.CONDITIONAL else None,
        value=_value(chance, predicate),
        event=_event(chance, asserted),
        asserted=asserted,
    )
    return replace(claim, id=claim_id(claim))


def _subject(group: Group, predicate: str) -> str:
    kinds = _VOCABULARY.predicates[predicate].subject
    return (
        group.some("corps", "corps", "guard", "foe")
        if Kind.UNIT in kinds
        else group.some("farm", "town")
        if (Kind.PLACE in kinds)
        else group.some("ivan")
    )


def _object(group: Group, predicate: str) -> str | None:
    kinds = _VOCABULARY.predicates[predicate].object
    if not kinds:
        return None
    if Kind.PLACE in kinds:
        return group.some("land", "town", "town", "gate", "farm")
    return group.some("march") if Kind.EVENT in kinds else group.some("east", "west")


def _value(chance: random.Random, predicate: str) -> Value:
    definition = _VOCABULARY.predicates[predicate]
    if definition.value is ValueType.TEXT:
        return Value(text=chance.choice(["a", "a", "b", None]))
    if definition.value is not ValueType.QUANTITY or chance.random() < 0.25:
        return Value()
    dimension = chance.choice(definition.dimensions)
    if chance.random() < 0.15:
        return Value(dimension=dimension, kind=chance.choice(list(ValueKind)))
    bounds = sorted(chance.choices([0.0, 20.0, 20.0, 20.5, 22.0, 400.0], k=2))
    low, high = chance.choice([(bounds[0], bounds[1]), (bounds[0], bounds[0]), (bounds[0], None), (None, bounds[1])])
    wide = low != high
    low_open, high_open = (wide and bound is not None and chance.random() < 0.3 for bound in (low, high))
    about = chance.random() < 0.3
    return Value(low, high, low_open, high_open, about, _VOCABULARY.dimensions[dimension].unit, dimension)


def _moment(chance: random.Random) -> datetime:
    return _DAY + timedelta(days=chance.randrange(5))


def _said(chance: random.Random) -> Range:
    first, last = sorted((_moment(chance), _moment(chance)))
    return chance.choice([Range(), *[Range(first, first)] * 4, Range(first, last), Range(first), Range(None, last)])


def _event(chance: random.Random, said: Range) -> Span:
    a, b, c, d = sorted(_moment(chance) for _ in range(4))
    present = Span(start_max=said.max, end_min=said.min)
    return chance.choice(
        [
            *(present, present, present, Span(), Span(), Span(end_max=a), Span(end_min=d), Span(a, a, d, d)),
            *(Span(a, b, c, d), Span(start_max=b), Span(start_min=c), Span(a, d, a, d), Span(None, a, d, None)),
        ]
    )
