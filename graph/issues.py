"""Which questions a claim answers, and the edge that says it in the graph.

Pure functions of claims, vocabulary and judgements.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .ids import issue_id, slot_part
from .records import Claim, Modality, Polarity
from .vocabulary import Family, SlotKey, Vocabulary


@dataclass(frozen=True, slots=True)
class Referent:
    """What an entity's id stands for once judgements are taken: its canonical id, its party's, and its name."""

    id: str
    party: str
    name: str
    wholes: frozenset[str] = frozenset()
    """The places that it lies in, directly or not."""
    own: str | None = None
    """Its own name, where it is a member of another."""


@dataclass(frozen=True, slots=True)
class Said:
    """What of a claim decides the questions that it answers and the edge that stands for it."""

    id: str
    predicate: str
    subject: str
    claimant: str
    text: str
    object: str | None = None
    during: str | None = None
    dimension: str | None = None
    polarity: str = Polarity.AFFIRM
    modality: str = Modality.ASSERTED
    live: bool = True

    @property
    def entities(self) -> list[str]:
        """The entities that it names."""
        return [each for each in (self.subject, self.object, self.during, self.claimant) if each]

    @classmethod
    def of(cls, claim: Claim) -> Said:
        """What decides it in a claim that its dataset makes."""
        return cls(
            id=claim.id,
            predicate=claim.predicate,
            subject=claim.subject,
            claimant=claim.claimant,
            text=claim.text,
            object=claim.object,
            during=claim.during,
            dimension=claim.value.dimension,
            polarity=claim.polarity,
            modality=claim.modality,
        )


@dataclass(frozen=True, slots=True)
class Issue:
    """A question on which claims take positions: *What losses did Russia suffer (withdrawal)?* is one."""

    id: str
    question: str
    family: str
    topic: str
    about: tuple[tuple[str, str], ...]
    """(slot key, canonical entity id) of the entities in its slot."""
    unordered: bool = False
    """Whether the parts of its id are sorted, the question being the same both ways."""


@dataclass(frozen=True, slots=True)
class NaturalEdge:
    """A claim as one edge from its subject to its object, for eyes and for paths."""

    type: str
    claim: str
    subject: str
    object: str
    text: str
    claimant: str
    polarity: str
    modality: str


def issues_of(said: Said, referents: Mapping[str, Referent], vocabulary: Vocabulary) -> Iterator[Issue]:
    """One issue for each of the predicate's families whose slot the claim fills.

    None for a predicate that the vocabulary no longer holds: a retracted claim may still have it.
    """
    predicate = vocabulary.predicates.get(said.predicate)
    for name in predicate.families if predicate else ():
        family = vocabulary.families[name]
        parts = [_part(key, said, referents) for key in family.slot]
        if all(parts):
            yield _issue(name, family, [part for part in parts if part])


def edge_of(said: Said, referents: Mapping[str, Referent]) -> NaturalEdge | None:
    """The claim's edge, between the entities it was written with; None without an object, or once it is retracted."""
    if said.object is None or not said.live:
        return None
    claimant = referents[said.claimant]
    return NaturalEdge(
        relation_type(said.predicate, said.polarity),
        said.id,
        said.subject,
        said.object,
        said.text if said.modality == Modality.ASSERTED else f"({said.modality}) {said.text}",
        claimant.own or claimant.name,
        said.polarity,
        said.modality,
    )


def relation_type(predicate: str, polarity: str) -> str:
    """`WITHDREW_FROM`, or `NOT_WITHDREW_FROM` for a denial."""
    return predicate if polarity == Polarity.AFFIRM else f"NOT_{predicate}"


@dataclass(frozen=True, slots=True)
class _Part:
    """One key of a filled slot: how it stands in the id, in the question, and which entity it is."""

    key: SlotKey
    slot: str
    name: str
    entity: str | None


def _part(keys: SlotKey | tuple[SlotKey, ...], said: Said, referents: Mapping[str, Referent]) -> _Part | None:
    """The first of `keys` that the claim has; it takes the first key's place in the question."""
    first, *_ = every = choices(keys)
    for choice in every:
        if choice is SlotKey.DIMENSION:
            if said.dimension:
                return _Part(first, said.dimension, said.dimension.replace("_", " "), None)
        elif entity := _entity(choice, said, referents):
            return _Part(first, slot_part(entity), referents[entity].name, entity)
    return None


def choices(keys: SlotKey | tuple[SlotKey, ...]) -> tuple[SlotKey, ...]:
    """What may fill one place of a slot, the first choice first."""
    return (keys,) if isinstance(keys, SlotKey) else keys


def _entity(key: SlotKey, said: Said, referents: Mapping[str, Referent]) -> str | None:
    if key is SlotKey.SIDE:
        return referents[said.subject].party
    member = {SlotKey.SUBJECT: said.subject, SlotKey.OBJECT: said.object, SlotKey.DURING: said.during}[key]
    return referents[member].id if member else None


def _issue(name: str, family: Family, parts: list[_Part]) -> Issue:
    keys = [part.key for part in parts]
    if family.unordered:
        parts = sorted(parts, key=lambda part: part.slot)
    # Every claim with this id has to give the same question and things: so the keys keep the family's order.
    named = [(key.value, part) for key, part in zip(keys, parts, strict=True)]
    return Issue(
        issue_id(name, [part.slot for part in parts]),
        family.question.format_map({key: part.name for key, part in named}),
        name,
        family.topic,
        tuple(sorted((key, part.entity) for key, part in named if part.entity)),
        family.unordered,
    )
