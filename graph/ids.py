"""Ids: addresses that pages and `node(id)` use as they are, and that digests hang on.

`entity/kherson/ru-mod`, `source/kherson/dailymail-2022-11-11`, `claim/c1…`,
`issue/losses/kherson:russia/kherson:withdrawal`. A key is percent-encoded, so no part holds a `/` or a `:` of its own.
The prefix `c1` is the version of the claim's key: another recipe would be `c2`.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import quote, unquote

from .canonical import canonical
from .records import Assessment, Claim, Judgement, Range

LONGEST_KEY = 500
"""Bytes of a key as ids have it: an index takes 8,000, and an issue's id has up to five keys and their datasets'."""


def dataset_id(key: str) -> str:
    """`dataset/kherson`."""
    return f"dataset/{_part(key)}"


def entity_id(dataset: str, key: str) -> str:
    """`entity/kherson/ru-mod`, from the keys as people wrote them."""
    return f"entity/{_part(dataset)}/{_part(key)}"


def source_id(dataset: str, key: str) -> str:
    """`source/kherson/dailymail-2022-11-11`, from the keys as people wrote them."""
    return f"source/{_part(dataset)}/{_part(key)}"


def claim_key(dataset: str, key: str) -> str:
    """`claim/kherson/c17`: how input names a claim by its dataset's own key for it, since a claim's id is a hash."""
    return f"claim/{_part(dataset)}/{_part(key)}"


def issue_id(family: str, slot: Iterable[str]) -> str:
    """`issue/losses/kherson:russia/kherson:withdrawal`; a slot's part is `slot_part(entity)` or a dimension's name."""
    return "/".join(("issue", _part(family), *slot))


def slot_part(entity: str) -> str:
    """How an entity stands in an issue's id: `kherson:russia` for `entity/kherson/russia`."""
    return entity.removeprefix("entity/").replace("/", ":")


def key_of(identifier: str) -> str:
    """The last part of an id as people wrote it: `ru-mod`."""
    return unquote(identifier.rsplit("/", 1)[-1])


def claim_id(claim: Claim) -> str:
    """The id that everything the claim says gives it; how it is worded, located or quoted has no part in it."""
    value = claim.value
    return "claim/c1" + _digest(
        [
            claim.dataset,
            claim.source,
            claim.predicate,
            claim.subject,
            claim.object,
            claim.during,
            [_figure(value.low), _figure(value.high), value.low_open, value.high_open, value.approximate],
            [value.unit, value.dimension, value.text, value.kind],
            claim.polarity,
            claim.modality,
            claim.condition,
            [_iso(bound) for bound in (claim.event.start_min, claim.event.start_max)],
            [_iso(bound) for bound in (claim.event.end_min, claim.event.end_max)],
            _bounds(claim.asserted),
            [[level.entity, level.verb, level.mode, *_bounds(level.at)] for level in claim.attribution],
        ],
        value.low,
        value.high,
    )


def judgement_id(judgement: Judgement) -> str:
    """The id of one person's word on one pair; saying it again later, or for another reason, is another judgement."""
    first, second = sorted((judgement.a, judgement.b))
    content: list[object] = [
        judgement.dataset,
        judgement.record,
        first,
        second,
        judgement.by,
        judgement.basis,
        _iso(judgement.at),
    ]
    return "judgement/j1" + _digest(content)


def assessment_id(assessment: Assessment) -> str:
    """The id of one person's grade of one thing: everything in it but the id, in the order of the array below.

    Another value, a later date or another reason is another assessment; the earlier one ends when it is taken out.
    """
    content: list[object] = [
        assessment.dataset,
        assessment.target,
        assessment.scheme,
        assessment.value,
        assessment.by,
        assessment.basis,
        _iso(assessment.at),
    ]
    return "assessment/a1" + _digest(content)


def _part(key: str) -> str:
    return quote(key, safe="")


def _digest(content: list[object], *figures: float | None) -> str:
    """Base32 of a 160-bit BLAKE2b over canonical JSON: an array, because joined strings collide."""
    hashed = hashlib.blake2b(canonical(content, figures), digest_size=20)
    return base64.b32encode(hashed.digest()).decode().lower()


def _bounds(moment: Range) -> list[str | None]:
    return [_iso(moment.min), _iso(moment.max)]


def _figure(number: float | None) -> float | None:
    """So that 5 is 5.0, and -0.0 is 0.0."""
    return None if number is None else number + 0.0


def _iso(moment: datetime | None) -> str | None:
    if moment is None:
        return None
    if moment.tzinfo is None:
        message = f"{moment} has no time zone, so it is no moment"
        raise ValueError(message)
    return moment.astimezone(UTC).isoformat()
