"""The records of the evidence layer, as the graph stores them and as JSON Lines spell them.

Every id is an address (`entity/kherson/ru-mod`, see `ids.py`), every time a UTC datetime to the second, every quantity
in its dimension's own unit, every absent thing None or empty. A record never changes: a corrected one is a new record
with the same id.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal


class Kind(StrEnum):
    """What an entity is; also its second label in the graph."""

    PERSON = "Person"
    UNIT = "Unit"
    PLACE = "Place"
    ORGANISATION = "Organisation"
    EVENT = "Event"
    THING = "Thing"
    """Whatever is none of those: a ship, a species, an office, an idea."""


class Polarity(StrEnum):
    """Whether the claimant says that it is so, or that it is not."""

    AFFIRM = "affirm"
    DENY = "deny"


class Modality(StrEnum):
    """How the claimant means it: the claimant's own certainty, never the reader's."""

    ASSERTED = "asserted"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    PREDICTED = "predicted"
    PLANNED = "planned"
    ORDERED = "ordered"
    DEMANDED = "demanded"
    HOPED = "hoped"
    FEARED = "feared"
    CONDITIONAL = "conditional"
    QUESTIONED = "questioned"


class Mode(StrEnum):
    """How one level of an attribution hands on the words of the level before it."""

    DIRECT_QUOTE = "direct_quote"
    INDIRECT = "indirect"
    PARAPHRASE = "paraphrase"
    IMPLIED = "implied"


class ValueKind(StrEnum):
    """A value said to be unknown, or said not to exist (Wikibase's somevalue and novalue)."""

    UNKNOWN = "unknown"
    NONE = "none"


class Strength(StrEnum):
    """How firmly one claim stands against another, or beside it."""

    HARD = "hard"
    SOFT = "soft"


@dataclass(frozen=True, slots=True)
class Span:
    """When something begins and ends, each within bounds: "not before 17 November" has only `end_min`.

    An absent bound is open; bounds are inclusive. `edtf` is what was written.
    """

    start_min: datetime | None = None
    start_max: datetime | None = None
    end_min: datetime | None = None
    end_max: datetime | None = None
    edtf: str | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """One moment known only to lie between two: "on Thursday evening". Either bound may be absent."""

    min: datetime | None = None
    max: datetime | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """What a claim says beyond naming an object: "about 40,000 troops", "no desire", unknown.

    `low` and `high` are in `unit`; an absent bound stays absent; `low_open` leaves the bound itself out: "more than 0".
    """

    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    unit: str | None = None
    dimension: str | None = None
    quantity_text: str | None = None
    text: str | None = None
    kind: ValueKind | None = None

    @property
    def is_quantity(self) -> bool:
        """Whether it measures something."""
        return self.low is not None or self.high is not None


@dataclass(frozen=True, slots=True)
class Level:
    """One level of an attribution: Reznikov said it, in his own words, on Thursday evening."""

    entity: str
    verb: str | None = None
    mode: Mode | None = None
    at: Range = Range()


@dataclass(frozen=True, slots=True)
class Dataset:
    """Where rows come from and under which licence: the Kherson corpus, CC-BY-4.0, may be passed on."""

    id: str
    title: str
    licence: str | None = None
    redistribute: bool = False
    record: Literal["dataset"] = "dataset"


@dataclass(frozen=True, slots=True)
class Entity:
    """Whatever claims are about or come from, as one dataset describes it: Oleksii Reznikov, of Ukraine's side."""

    id: str
    dataset: str
    kind: Kind
    name: str
    names: tuple[str, ...] = ()
    description: str | None = None
    external_ids: tuple[str, ...] = ()
    side: str | None = None
    named: bool = True
    part_of: tuple[str, ...] = ()
    place_type: str | None = None
    location: tuple[float, float] | None = None
    """Latitude and longitude in degrees (WGS 84)."""
    echelon: str | None = None
    symbol_code: str | None = None
    event: Span = Span()
    record: Literal["entity"] = "entity"


@dataclass(frozen=True, slots=True)
class Source:
    """A document, or a dataset's page: the Daily Mail's article of 11 November 2022."""

    id: str
    dataset: str
    publisher: str
    title: str | None = None
    url: str | None = None
    language: str | None = None
    published_at: datetime | None = None
    """The earliest moment that `published_edtf` allows."""
    published_edtf: str | None = None
    retrieved_at: datetime | None = None
    archived_url: str | None = None
    record: Literal["source"] = "source"


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing said, by one chain, in one source: Reznikov said, the paper says, leaving takes at least a week."""

    id: str
    dataset: str
    source: str
    predicate: str
    subject: str
    text: str
    attribution: tuple[Level, ...]
    """Claimant first; the last level is the source's publisher."""
    object: str | None = None
    during: str | None = None
    polarity: Polarity = Polarity.AFFIRM
    modality: Modality = Modality.ASSERTED
    condition: str | None = None
    value: Value = Value()
    event: Span = Span()
    asserted: Range = Range()
    locator: str | None = None
    quote: str | None = None
    quote_language: str | None = None
    raw: str | None = None
    """JSON text: what the dataset said and the model has no field for."""
    extraction_confidence: float | None = None
    source_key: str | None = None
    record: Literal["claim"] = "claim"

    @property
    def claimant(self) -> str:
        """The origin: who said it first, as far as the source tells."""
        return self.attribution[0].entity


@dataclass(frozen=True, slots=True)
class Judgement:
    """Someone's word that two entities are the same thing, or that they are not."""

    id: str
    dataset: str
    record: Literal["same", "different"]
    a: str
    b: str
    by: str
    basis: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """Someone's grade of a claim, a source or an entity: an editor holds the claim to be probably true (2)."""

    id: str
    dataset: str
    target: str
    """Whole id of what is graded."""
    scheme: str
    value: str
    by: str
    at: datetime | None = None
    basis: str | None = None
    record: Literal["assessment"] = "assessment"


Record = Dataset | Entity | Source | Claim | Judgement | Assessment
"""Anything that JSON Lines hold; `record` names it there."""
