"""Records as the flat rows that the write statements take.

A row's place in the list is its place in the statement (`cypher/write/describe_entities.cypher`,
`upsert_sources.cypher`, `create_claims.cypher`): explicit assignments from a flat list are what keeps Neo4j's planner
from an Eager. `row_hash`, a hash over the rest of the row, tells the next load whether anything in it has changed.
Moments are texts in ISO 8601, which the statements make moments of: the driver takes fifty times as long over one.
"""

from __future__ import annotations

import hashlib
from datetime import datetime

from .canonical import canonical
from .names import search_names
from .records import Assessment, Claim, Entity, Judgement, Level, Source, Span, Value

Cell = str | float | bool | list[str] | None
Row = list[Cell]

ID = 0
HASH = -1
"""Where every row has its id, and its hash."""
KIND = 2
"""Where an entity's row has its kind."""

_TYPES = {"same": "SAME_AS", "different": "DIFFERENT_FROM"}


def entity_row(entity: Entity) -> Row:
    """For the statements on entities; `part_of` is in it for the hash alone."""
    latitude, longitude = entity.location or (None, None)
    return _hashed(
        [
            entity.id,
            entity.dataset,
            entity.kind.value,
            entity.name,
            list(entity.names),
            search_names((entity.name, *entity.names)),
            entity.description,
            list(entity.external_ids),
            entity.side,
            entity.named,
            entity.place_type,
            latitude,
            longitude,
            entity.echelon,
            entity.symbol_code,
            *map(_text, bounds_of(entity.event)),
            entity.event.edtf,
            list(entity.part_of),
        ]
    )


def source_row(source: Source) -> Row:
    """For `upsert_sources`."""
    return _hashed(
        [
            source.id,
            source.dataset,
            source.publisher,
            source.title,
            source.url,
            source.language,
            _text(source.published_at),
            source.published_edtf,
            _text(source.retrieved_at),
            source.archived_url,
        ]
    )


def claim_row(claim: Claim, published_at: datetime | None) -> Row:
    """For `create_claims` and `update_claims`; `published_at` is its source's.

    The first 26 cells are what the id rests on. `sort_at` is when it was asserted, else published; None leaves it to
    the clock.
    """
    return _hashed(
        [
            *_said(claim),
            claim.text,
            claim.value.quantity_text,
            claim.event.edtf,
            _text(claim.asserted.min or claim.asserted.max or published_at),
            claim.locator,
            claim.quote,
            claim.quote_language,
            claim.raw,
            claim.extraction_confidence,
            claim.source_key,
            _text(published_at),
        ]
    )


def attribution_rows(claim: Claim) -> list[Row]:
    """For `link_attribution`: a row a level."""
    return [_level_row(claim.id, number, level) for number, level in enumerate(claim.attribution)]


def _level_row(claim: str, number: int, level: Level) -> Row:
    said = _text(level.at.min), _text(level.at.max)
    return [claim, level.entity, number, level.verb, level.mode and level.mode.value, *said]


def judgement_row(judgement: Judgement) -> Row:
    """For `create_judgements`."""
    # The id is the same both ways round, so what stands under it has to be as well.
    first, second = sorted((judgement.a, judgement.b))
    kind = _TYPES[judgement.record]
    return [judgement.id, judgement.dataset, kind, first, second, judgement.by, judgement.basis, _text(judgement.at)]


def assessment_row(assessment: Assessment) -> Row:
    """For `create_assessments`."""
    return [
        assessment.id,
        assessment.dataset,
        assessment.target,
        assessment.scheme,
        assessment.value,
        assessment.by,
        assessment.basis,
        _text(assessment.at),
    ]


def _said(claim: Claim) -> Row:
    return [
        claim.id,
        claim.dataset,
        claim.source,
        claim.predicate,
        claim.subject,
        claim.object,
        claim.during,
        claim.claimant,
        claim.polarity.value,
        claim.modality.value,
        claim.condition,
        *_measured(claim.value),
        *map(_text, (*bounds_of(claim.event), claim.asserted.min, claim.asserted.max)),
    ]


def _measured(value: Value) -> Row:
    """Whether a bound is open, or the figure approximate, is said only where there is one."""
    openness = [value.low_open, value.high_open, value.approximate] if value.is_quantity else [None, None, None]
    kind = value.kind.value if value.kind else None
    return [value.low, value.high, *openness, value.unit, value.dimension, value.text, kind]


def bounds_of(span: Span) -> tuple[datetime | None, ...]:
    """When something begins and ends, as rows have it."""
    return (span.start_min, span.start_max, span.end_min, span.end_max)


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _hashed(row: Row) -> Row:
    return [*row, hashlib.blake2b(canonical(list(row), row), digest_size=12).hexdigest()]
