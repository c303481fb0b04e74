"""A claim as the rules see it, what they know beside it, and the links that they find."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ..records import Modality, ValueKind
from ..vocabulary import Holds, Predicate, Vocabulary
from .figures import NOTHING, Figure, figure

FACTUAL = frozenset({Modality.ASSERTED, Modality.PROBABLE, Modality.POSSIBLE, Modality.PREDICTED})
"""Ways of saying that something is, was or will be so; the others wish, order, fear, ask or suppose."""
SOFT = frozenset({Modality.PROBABLE, Modality.POSSIBLE, Modality.PREDICTED})


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim as an answer to an issue: the ministry says that the force withdrew, over by 05:00 on the 11th.

    Entities stand by their canonical ids; times are seconds since 1970, UTC, and None where a bound is absent.
    """

    claim: str
    source: str
    claimant: str
    predicate: str
    subject: str
    side: str
    object: str | None = None
    during: str | None = None
    affirmed: bool = True
    modality: str = Modality.ASSERTED
    condition: str | None = None
    figure: Figure | None = None
    dimension: str | None = None
    text: str | None = None
    kind: str | None = None
    wording: str | None = None
    start_min: int | None = None
    start_max: int | None = None
    end_min: int | None = None
    end_max: int | None = None
    said_min: int | None = None
    said_max: int | None = None
    published: int | None = None

    @property
    def value(self) -> tuple[Any, ...]:
        """What it says beyond naming an object; equal for the same figure in two wordings."""
        bounds = self.figure and (self.figure.lower, self.figure.upper)
        return (bounds, self.dimension, self.text and self.text.casefold(), None if self.figure else self.kind)

    @property
    def span(self) -> tuple[int | None, ...]:
        """The bounds of when it happens or holds."""
        return (self.start_min, self.start_max, self.end_min, self.end_max)

    @property
    def begun_by(self) -> int | None:
        """The latest moment at which it begins: no later than it is over."""
        return min((each for each in (self.start_max, self.end_max) if each is not None), default=None)

    @property
    def over_after(self) -> int | None:
        """The earliest moment at which it is over: not before it begins."""
        return max((each for each in (self.start_min, self.end_min) if each is not None), default=None)

    @property
    def said(self) -> tuple[int | None, int | None]:
        """Between which moments it was said; none where the source gives no time."""
        return (self.said_min, self.said_max)

    @property
    def is_present(self) -> bool:
        """Whether it holds just when it was said: told in the present tense, without a time of its own."""
        return self.said != (None, None) and self.span == (None, self.said_max, self.said_min, None)

    @property
    def is_factual(self) -> bool:
        """Whether it says that something is, was or will be so."""
        return self.modality in FACTUAL


@dataclass(frozen=True, slots=True)
class Context:
    """What the rules know beside the claims."""

    vocabulary: Vocabulary
    names: Mapping[str, str] = field(default_factory=dict)
    """Names of canonical entities, for what is said in words."""
    wholes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For each place, all the places that it lies in."""
    parties: Mapping[str, str] = field(default_factory=dict)
    """For each entity of a side, the party; any other is its own."""

    def predicate(self, answer: Answer) -> Predicate | None:
        """What the vocabulary says of the answer's predicate."""
        return self.vocabulary.predicates.get(answer.predicate)

    def facing(self, answer: Answer) -> Answer:
        """The answer with its ends in one order, where the question is the same both ways round."""
        predicate = self.predicate(answer)
        families = [self.vocabulary.families[name] for name in predicate.families] if predicate else []
        turned = families and all(family.unordered for family in families) and answer.object is not None
        if not turned or answer.object is None or answer.subject <= answer.object:
            return answer
        return replace(answer, subject=answer.object, object=answer.subject)

    def holds(self, answer: Answer) -> Holds | None:
        """How what the answer says stands in time."""
        found = self.predicate(answer)
        return found.holds if found else None

    def name(self, entity: str | None) -> str:
        """The entity's name; its id where it has none."""
        return self.names.get(entity, entity) if entity else ""

    def lies_in(self, place: str | None, whole: str | None) -> bool:
        """Whether one place is, or is part of, the other."""
        return place is not None and (place == whole or whole in self.wholes.get(place, ()))

    def party(self, entity: str | None) -> str | None:
        """The party that an entity belongs to, itself where it belongs to none."""
        return self.parties.get(entity, entity) if entity else None

    def is_part(self, dimension: str | None, whole: str | None) -> bool:
        """Whether what one dimension counts is among what the other counts."""
        while dimension is not None:
            known = self.vocabulary.dimensions.get(dimension)
            dimension = known.part_of if known else None
            if dimension is not None and dimension == whole:
                return True
        return False


@dataclass(frozen=True, slots=True)
class Link:
    """Why one claim stands against, beside, behind or after another."""

    type: str
    """CONTRADICTS, CORROBORATES (both from the smaller id to the larger), REPEATS (later to first), SUPERSEDES."""
    claim: str
    other: str
    rule: str
    basis: str
    strength: str = "hard"
    """`soft` where either side says only that it is probable, possible or to come."""


def leading(type_: str, claim: Answer, other: Answer, rule: str, basis: str) -> Link:
    """The link that leads from one claim to the other."""
    strength = "soft" if SOFT & {claim.modality, other.modality} else "hard"
    return Link(type_, claim.claim, other.claim, rule, basis, strength)


def stated_figure(bounds: Sequence[Any], dimension: str | None, kind: str | None) -> Figure | None:
    """The figure with the bounds (low, high, low open, high open, approximate); "none" in a dimension is nought."""
    low, high, low_open, high_open, approximate = bounds
    if low is None and high is None:
        return NOTHING if dimension and kind == ValueKind.NONE else None
    return figure(low, high, low_open=bool(low_open), high_open=bool(high_open), approximate=bool(approximate))
