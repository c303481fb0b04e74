"""A corpus's items as records of the graph: keys become ids, written dates and figures become bounds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from ...graph.ids import dataset_id, entity_id, source_id
from ...graph.quantities import parse_quantity
from ...graph.records import Claim, Dataset, Entity, Judgement, Level, Range, Source, Span, Value
from ...graph.times import Clock, parse_range, parse_span, span
from .models import Whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal
    from zoneinfo import ZoneInfo

    from ..places import Path, Problems
    from ..strict_yaml import Document
    from .models import ClaimItem, CorpusItem, EntityItem, JudgementItem, LevelItem, Sides, SourceItem

T = TypeVar("T")

_SOME_TIME = Range(datetime(2000, 1, 1, tzinfo=UTC), datetime(2000, 1, 1, tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class Context:
    """What an item's fields lean on: its dataset's key and zone, and where its problems go."""

    dataset: str
    zone: ZoneInfo
    document: Document
    problems: Problems

    def entity(self, reference: str) -> str:
        """The id behind a reference: a key of this dataset, or a whole id of any."""
        return reference if reference.startswith("entity/") else entity_id(self.dataset, reference)

    def source(self, reference: str) -> str:
        """The id behind a reference to a source."""
        return reference if reference.startswith("source/") else source_id(self.dataset, reference)

    def attempt(self, path: Path, parse: Callable[[], T], otherwise: T) -> T:
        """What `parse` gives; where it objects, the objection is noted at `path`."""
        try:
            return parse()
        except ValueError as error:
            self.problems.reject(self.document.locate(path), str(error), self.document.text_at(path[:-1]))
            return otherwise

    def range(self, path: Path, text: str | None, clock: Clock | None = None) -> Range:
        """The bounds of a written date; none for None."""
        if text is None:
            return Range()
        return self.attempt(path, lambda: parse_range(text, clock or Clock(self.zone)), Range())

    def earliest(self, path: Path, text: str | None) -> datetime | None:
        """The first moment that a written date allows; None for None."""
        return self.attempt(path, lambda: _earliest(text, Clock(self.zone)), None) if text else None

    def span(self, path: Path, sides: Sides | None, clock: Clock) -> Span:
        """An event's bounds, from one text or from a text for each side."""
        if isinstance(sides, Whole):
            text = sides.text
            return self.attempt(path, lambda: parse_span(text, clock), Span())
        if sides is None:
            return Span()
        start = self.range((*path, "start"), sides.start, clock)
        end = self.range((*path, "end"), sides.end, clock)
        written = [f"{name}: {text}" for name, text in (("start", sides.start), ("end", sides.end)) if text]
        return self.attempt(path, lambda: span(start, end, "; ".join(written) or None), Span())


def dataset_record(item: CorpusItem) -> Dataset:
    """The dataset as the graph describes it."""
    return Dataset(dataset_id(item.dataset), item.title, item.licence, item.redistribute)


def entity_record(key: str, item: EntityItem, context: Context, path: Path) -> Entity:
    """The entity that stands under `key`."""
    return Entity(
        id=entity_id(context.dataset, key),
        dataset=context.dataset,
        kind=item.kind,
        name=item.name,
        names=tuple(item.names),
        description=item.description,
        external_ids=tuple(item.external_ids),
        side=item.side and context.entity(item.side),
        named=item.named,
        part_of=tuple(context.entity(place) for place in item.part_of),
        place_type=item.place_type,
        location=item.location,
        echelon=item.echelon,
        symbol_code=item.symbol_code,
        event=context.span((*path, "event"), item.event, Clock(context.zone)),
    )


def source_record(item: SourceItem, context: Context, path: Path) -> Source:
    """The document."""
    return Source(
        id=source_id(context.dataset, item.key),
        dataset=context.dataset,
        publisher=context.entity(item.publisher),
        title=item.title,
        url=item.url,
        language=item.language,
        published_at=context.earliest((*path, "published"), item.published),
        published_edtf=item.published,
        retrieved_at=context.earliest((*path, "retrieved"), item.retrieved),
        archived_url=item.archived_url,
    )


def claim_record(item: ClaimItem, source: Source, context: Context, path: Path) -> Claim:
    """The claim, its attribution closed by the source's publisher. Its id follows later from what it says."""
    asserted = context.range((*path, "asserted"), item.asserted)
    # A date of assertion that can not be read is reported once, not again where others are relative to it.
    unreadable = item.asserted is not None and asserted == Range()
    clock = Clock(context.zone, _SOME_TIME if unreadable else asserted)
    levels = [_level(level, context, (*path, "attribution", i), clock) for i, level in enumerate(item.attribution)]
    if not levels or levels[-1].entity != source.publisher:
        levels.append(Level(source.publisher))
    return Claim(
        id="",
        dataset=context.dataset,
        source=source.id,
        predicate=item.predicate,
        subject=context.entity(item.subject),
        text=item.text,
        attribution=tuple(levels),
        object=item.object and context.entity(item.object),
        during=item.during and context.entity(item.during),
        polarity=item.polarity,
        modality=item.modality,
        condition=item.condition,
        value=_value(item, context, path),
        event=context.span((*path, "event"), item.event, clock),
        asserted=asserted,
        locator=item.locator,
        quote=item.quote,
        quote_language=source.language if item.quote else None,
        extraction_confidence=item.confidence,
        source_key=item.key,
    )


def judgement_record(
    record: Literal["same", "different"], item: JudgementItem, context: Context, path: Path
) -> Judgement:
    """The judgement; its id is computed later, from what it says."""
    at = context.earliest((*path, "at"), item.at)
    return Judgement(
        "", context.dataset, record, context.entity(item.a), context.entity(item.b), item.by, item.basis, at
    )


def _earliest(text: str, clock: Clock) -> datetime:
    if earliest := parse_range(text, clock).min:
        return earliest
    message = f"'{text}' has no beginning; write the earliest date that it can be"
    raise ValueError(message)


def _level(item: LevelItem, context: Context, path: Path, clock: Clock) -> Level:
    return Level(context.entity(item.entity), item.verb, item.mode, context.range((*path, "at"), item.at, clock))


def _value(item: ClaimItem, context: Context, path: Path) -> Value:
    text = item.quantity
    quantity = text and context.attempt((*path, "quantity"), lambda: parse_quantity(text), None)
    if not quantity:
        return Value(dimension=item.dimension, quantity_text=item.wording, text=item.value, kind=item.value_kind)
    return Value(
        low=quantity.low,
        high=quantity.high,
        low_open=quantity.low_open,
        high_open=quantity.high_open,
        approximate=quantity.approximate,
        unit=quantity.unit,
        dimension=item.dimension,
        quantity_text=item.wording,
        text=item.value,
        kind=item.value_kind,
    )
