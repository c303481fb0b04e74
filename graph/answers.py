"""Claims as the rules see them, out of records or of rows: entities by canonical ids, times in seconds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from .issues import Referent
from .records import Claim, Polarity
from .rows import bounds_of
from .rules.answers import Answer, Context, stated_figure
from .vocabulary import Vocabulary

REFERRING = (2, 4, 5, 6)
"""Where in a row the entities stand."""


def answer_in(row: Sequence[Any], referents: Mapping[str, Referent]) -> Answer:
    """The answer in a row of `cypher/read/answers.cypher`, without its first column, the issue."""
    claim, source, claimant, predicate, subject, object_, during, polarity, modality, condition = row[:10]
    *bounds, dimension, text, kind, wording = row[10:19]
    about = referents[subject]
    return Answer(
        claim,
        source,
        referents[claimant].id,
        predicate,
        about.id,
        about.party,
        object_ and referents[object_].id,
        during and referents[during].id,
        polarity == Polarity.AFFIRM,
        modality,
        condition,
        stated_figure(bounds, dimension, kind),
        dimension,
        text,
        kind,
        wording,
        *row[19:26],
    )


def answer_of(claim: Claim, referents: Mapping[str, Referent], published: datetime | None) -> Answer:
    """The claim as an answer; `published` is its source's moment."""
    value, said, about = claim.value, claim.asserted, referents[claim.subject]
    bounds = (value.low, value.high, value.low_open, value.high_open, value.approximate)
    return Answer(
        claim.id,
        claim.source,
        referents[claim.claimant].id,
        claim.predicate,
        about.id,
        about.party,
        referents[claim.object].id if claim.object else None,
        referents[claim.during].id if claim.during else None,
        claim.polarity == Polarity.AFFIRM,
        claim.modality,
        claim.condition,
        stated_figure(bounds, value.dimension, value.kind),
        value.dimension,
        value.text,
        value.kind,
        value.quantity_text,
        *_seconds(*bounds_of(claim.event), said.min, said.max, published),
    )


def _seconds(*moments: datetime | None) -> list[int | None]:
    return [int(moment.timestamp()) if moment else None for moment in moments]


def referents_in(rows: Iterable[Sequence[Any]]) -> dict[str, Referent]:
    """What entities stand for, out of rows (entity, canonical id, its name, parties, wholes, own name)."""
    found = {
        entity: Referent(whole, party_of(whole, parties), name, frozenset(wholes), *own)
        for entity, whole, name, parties, wholes, *own in rows
    }
    return {each.id: replace(each, own=None) for each in found.values()} | found


def context_of(referents: Mapping[str, Referent], vocabulary: Vocabulary) -> Context:
    """What the rules know beside claims that refer to these."""
    every = {each.id: each for each in referents.values()}
    return Context(
        vocabulary,
        {identifier: each.name for identifier, each in every.items()},
        {identifier: each.wholes for identifier, each in every.items() if each.wholes},
        {identifier: each.party for identifier, each in every.items()},
    )


def party_of(entity: str, named: Collection[str]) -> str:
    """The one party that a thing's members name; its own where they name none, or disagree."""
    return next(iter(named)) if len(named) == 1 else entity
