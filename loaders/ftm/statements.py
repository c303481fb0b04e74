"""Statements, the smallest thing that FollowTheMoney says: this entity has this value of this property."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Final

import orjson

from ...graph.ids import entity_id, source_id
from ...graph.records import Claim, Entity, Kind, Level, Range, Span, Value
from ...graph.times import Clock, parse_span, span
from .schemata import (
    DATE_TYPED,
    ENTITY_TYPED,
    IDENTIFIERS,
    NAMES,
    dimension_of,
    kind_of,
    predicate_of,
    unit_of,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLOCK: Final = Clock(UTC)
_AMOUNT: Final = re.compile(r"-?\d{1,18}(\.\d{1,12})?")
_QID: Final = re.compile(r"Q[1-9]\d*")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Statement:
    """One value of one property of one entity, with all that the file says of it."""

    dataset: str
    """The key of the dataset."""
    entity: str
    schema: str
    prop: str
    value: str
    raw: str
    mark: str
    canonical: str = ""

    @property
    def is_measured(self) -> bool:
        """Whether it is an amount that can be kept as one."""
        return unit_of(self.prop) is not None and bool(_AMOUNT.fullmatch(self.value))

    @property
    def problem(self) -> str | None:
        """What is wrong with its value, if anything."""
        if not self.value.strip():
            return "is empty"
        if self.prop in DATE_TYPED:
            try:
                parse_span(self.value, _CLOCK)
            except ValueError as error:
                return str(error)
        return None


def entity_of(statements: Sequence[Statement]) -> Entity:
    """The entity that statements about it describe, in whatever order they come."""
    first = statements[0]
    names = {
        prop: sorted({each.value for each in statements if each.prop == prop}) for prop in (*NAMES, "full", "title")
    }
    every = [name for prop in NAMES for name in names[prop]]
    name = next(iter([*names["name"], *names["full"], *names["title"], *every]), first.entity)
    externals = {f"{IDENTIFIERS[each.prop]}:{each.value}" for each in statements if each.prop in IDENTIFIERS}
    externals |= {f"wikidata:{each.canonical}" for each in statements if _QID.fullmatch(each.canonical)}
    kind = kind_of({each.schema for each in statements})
    return Entity(
        entity_id(first.dataset, first.entity),
        first.dataset,
        kind,
        name,
        tuple(sorted({each for each in every if each != name})),
        next(iter(sorted(each.value for each in statements if each.prop == "description")), None),
        tuple(sorted(externals)),
        event=_when(statements) if kind is Kind.EVENT else Span(),
    )


def mentioned(dataset: str, entity: str) -> Entity:
    """An entity of which no more is known than that a statement names it."""
    return Entity(entity_id(dataset, entity), dataset, Kind.THING, entity)


def claim_of(statement: Statement, name: str) -> Claim:
    """The claim that a statement makes; `name` is its entity's."""
    dataset, prop, value = statement.dataset, statement.prop, statement.value
    dated = prop in DATE_TYPED
    return Claim(
        id="",
        dataset=dataset,
        source=source_id(dataset, "statements"),
        predicate=predicate_of(prop, measured=statement.is_measured),
        subject=entity_id(dataset, statement.entity),
        object=entity_id(dataset, value) if prop in ENTITY_TYPED else None,
        text=f"{name}: {words_of(prop)}: {value[:_LONGEST]}{'…' if len(value) > _LONGEST else ''}",
        attribution=(Level(entity_id(dataset, "ftm-publisher")),),
        value=Value() if prop in ENTITY_TYPED else _value(statement),
        event=parse_span(value, _CLOCK) if dated else Span(),
        raw=statement.raw,
    )


def raw_of(**fields: object) -> str:
    """What the file says, as JSON."""
    return orjson.dumps(fields, option=orjson.OPT_SORT_KEYS).decode()


def _value(statement: Statement) -> Value:
    if not statement.is_measured:
        return Value(text=statement.value)
    figure, unit = float(statement.value), unit_of(statement.prop)
    return Value(figure, figure, unit=unit, dimension=dimension_of(statement.prop), quantity_text=statement.value)


def _when(statements: Sequence[Statement]) -> Span:
    """When an event was, by the smallest of its dates each; open where they contradict each other."""
    dates = {
        prop: min((each.value for each in statements if each.prop == prop), default=None)
        for prop in ("date", "startDate", "endDate")
    }
    begins, ends = dates["startDate"] or dates["date"], dates["endDate"] or dates["date"]
    begin = parse_span(begins, _CLOCK) if begins else Span()
    end = parse_span(ends, _CLOCK) if ends else Span()
    try:
        return span(Range(begin.start_min, begin.start_max), Range(end.end_min, end.end_max))
    except ValueError:
        return Span()  # the dates stay, each as a claim
