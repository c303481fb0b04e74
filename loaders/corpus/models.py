"""The files of a corpus as people write them; docs/corpus.md explains them, editors complete by their schema."""

from __future__ import annotations

from typing import Annotated, Generic, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from ...graph.ids import LONGEST_KEY
from ...graph.records import Kind, Modality, Mode, Polarity, ValueKind
from .scalars import Absent, Address, ExternalId, Flag, Key, Location, Share, Text, Zone


class Strict(BaseModel):
    """A mapping with no fields but its own."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class CorpusItem(Strict):
    """What the corpus is called and how it may be used."""

    dataset: Key
    """The first part of every id: kherson."""
    title: Text
    """The corpus in one line."""
    timezone: Zone
    """The zone of every date and time without one: Europe/Kyiv."""
    licence: Text | Absent = None
    """The licence of the reading itself: CC-BY-4.0."""
    redistribute: Flag = False
    """Whether its rows may be passed on."""


class Sides(Strict):
    """When something begins and when it ends, each with a range of its own."""

    start: Text | Absent = None
    """EDTF: begins within it."""
    end: Text | Absent = None
    """EDTF: ends within it."""


class Whole(Sides):
    """Both sides in one text: `2022-11-09/..`."""

    text: Text


def _sides(value: object) -> object:
    return Whole(text=value) if isinstance(value, str) and value.strip() else value


def _level(value: object) -> object:
    return {"entity": value} if isinstance(value, str) else value


Event = Annotated[Sides, BeforeValidator(_sides, json_schema_input_type=Text | Sides)]


class EntityItem(Strict):
    """A person, unit, place, organisation or event."""

    kind: Kind
    """What it is."""
    name: Text
    """The name that readers see."""
    names: list[Text] = Field(default_factory=list)
    """Other spellings and scripts."""
    description: Text | Absent = None
    """Who or what it is, in one line."""
    side: Text | Absent = None
    """The party it belongs to (a key); without one it is its own."""
    external_ids: list[ExternalId] = Field(default_factory=list)
    """Its ids elsewhere, scheme:value, as in wikidata:Q212; only where they are certain."""
    named: Flag = True
    """false for "an official" whose name is not given."""
    place_type: Text | Absent = None
    """Places: city, village, oblast, bridge, ..."""
    part_of: list[Text] = Field(default_factory=list)
    """Places: the places it lies in (keys)."""
    location: Location | Absent = None
    """Places: latitude and longitude in degrees: 46.64, 32.61."""
    echelon: Text | Absent = None
    """Units: brigade, battalion, force, ..."""
    symbol_code: Text | Absent = None
    """Units: the symbol's code in MIL-STD-2525 or APP-6, in quotes."""
    event: Event | Absent = None
    """Events: when it begins and ends (EDTF)."""


class SourceItem(Strict):
    """A document that was read."""

    key: Key
    """Its key, given once: dailymail-2022-11-11."""
    title: Text
    """Its title."""
    publisher: Text
    """Who published it (the key of an organisation)."""
    published: Text | Absent = None
    """When (EDTF): 2022-11-11."""
    language: Text | Absent = None
    """The language it is written in: en, uk, ru."""
    url: Address | Absent = None
    """Where it stands."""
    retrieved: Text | Absent = None
    """When it was fetched (EDTF)."""
    archived_url: Address | Absent = None
    """Where a copy stands."""


class LevelItem(Strict):
    """One level of an attribution."""

    entity: Text
    """Who speaks (a key)."""
    verb: Text | Absent = None
    """The verb of the text: said, warned, denied."""
    mode: Mode | Absent = None
    """How the next level hands the words on."""
    at: Text | Absent = None
    """When this level said it (EDTF)."""


Level = Annotated[LevelItem, BeforeValidator(_level, json_schema_input_type=Text | LevelItem)]


class ClaimItem(Strict):
    """One thing said, by one chain of speakers."""

    text: Text
    """One sentence in your own words, understandable by itself, naming the claimant."""
    predicate: Text
    """What is said of the subject, from the vocabulary."""
    subject: Text
    """Of whom or what (a key)."""
    object: Text | Absent = None
    """The other thing, as the predicate asks (a key)."""
    during: Text | Absent = None
    """The event or operation that the claim is about (a key)."""
    key: Text | Absent = None
    """The dataset's own key for the claim."""
    polarity: Polarity = Polarity.AFFIRM
    """affirm: it is so; deny: it is not."""
    modality: Modality = Modality.ASSERTED
    """How the claimant means it."""
    condition: Text | Absent = None
    """With modality conditional: on what it depends."""
    event: Event | Absent = None
    """When what it speaks of happens or holds (EDTF, or start and end)."""
    asserted: Text | Absent = None
    """When the claimant said it (EDTF), as far as the text tells."""
    attribution: list[Level] = Field(default_factory=list)
    """Who says it, claimant first; the source's publisher closes the chain by itself."""
    quantity: Text | Absent = None
    """40000, ~40000, ..20000, 7.., >0, 30..35, 30 mile."""
    dimension: Text | Absent = None
    """What is counted, where the predicate allows several."""
    wording: Text | Absent = None
    """How the text puts the figure, a few words."""
    value: Text | Absent = None
    """A short phrase, for predicates whose value is text."""
    value_kind: ValueKind | Absent = None
    """Said to be unknown, or said to have none."""
    locator: Text | Absent = None
    """Where in the source: p. 13."""
    quote: Text | Absent = None
    """The wording, only where the source's licence allows it."""
    confidence: Share | Absent = None
    """Of the reading, from 0 to 1; not of the claimant."""


class JudgementItem(Strict):
    """Someone's word on whether two entities are the same thing."""

    a: Text
    """One entity (a key or a whole id)."""
    b: Text
    """The other."""
    by: Text
    """Whose word it is."""
    basis: Text
    """What it rests on."""
    at: Text | Absent = None
    """When it was given (EDTF)."""


E = TypeVar("E")
S = TypeVar("S")
C = TypeVar("C")
J = TypeVar("J")


class EntitiesFile(Strict, Generic[E]):
    """Entities by key."""

    entities: dict[str, E] = Field(json_schema_extra={"propertyNames": {"maxLength": LONGEST_KEY}})
    """Keys are given once and never derived from a name."""


class SourceFile(Strict, Generic[S, C]):
    """One document and its claims."""

    source: S
    """The document."""
    claims: list[C] = Field(default_factory=list)
    """What is said in it."""


class JudgementsFile(Strict, Generic[J]):
    """Which entities are the same, which are different."""

    same: list[J] = Field(default_factory=list)
    """Pairs that are one thing."""
    different: list[J] = Field(default_factory=list)
    """Pairs that are not."""
