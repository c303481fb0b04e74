"""A statement as a claim: what it says, since when, on which reference."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import orjson

from ...graph.ids import entity_id
from ...graph.records import Claim, Level, Range, Span, Value, ValueKind
from ...graph.times import span
from .properties import QUANTITIES, UNITS, name_of, words_of
from .times import moment

if TYPE_CHECKING:
    from collections.abc import Mapping

_ITEM: Final = re.compile(r"[QPL][1-9]\d*(-[FS][1-9]\d*)?")
_FIGURE: Final = re.compile(r"[+-]?\d{1,30}(\.\d{1,30})?")
_RANKS: Final = ("preferred", "normal", "deprecated")
_UNKNOWN: Final = {"somevalue": ValueKind.UNKNOWN, "novalue": ValueKind.NONE}
_SORTED: Final = orjson.OPT_SORT_KEYS


class WrongStatementError(ValueError):
    """What is wrong with a statement, and where in it."""

    def __init__(self, message: str, *path: str | int) -> None:
        super().__init__(message)
        self.path = path


class Said(NamedTuple):
    """The value of a statement: an item, or a value; and in words."""

    item: str | None
    value: Value
    words: str
    measured: bool = False
    when: Range | None = None


def check(statement: Any, property_: str) -> None:  # noqa: ANN401 - what a file holds is what this finds out
    """Raises WrongStatementError where it has not the form of a statement of this property."""
    if not isinstance(statement, dict):
        raise WrongStatementError("a statement is an object {...}")
    snak = statement.get("mainsnak")
    if not isinstance(snak, dict):
        raise WrongStatementError("has no `mainsnak`")
    if snak.get("property") != property_:
        raise WrongStatementError(f"should be of {property_}, as its list is", "mainsnak", "property")
    if snak.get("snaktype") not in {"value", *_UNKNOWN}:
        raise WrongStatementError("should be value, somevalue or novalue", "mainsnak", "snaktype")
    if statement.get("rank") not in _RANKS:
        raise WrongStatementError(f"should be one of {', '.join(_RANKS)}", "rank")
    if not isinstance(statement.get("id"), str) or not statement["id"]:
        raise WrongStatementError("has no `id`")
    for name, kind in (("qualifiers", dict), ("references", list)):
        if statement.get(name) and not isinstance(statement[name], kind):
            raise WrongStatementError(f"should be {'an object' if kind is dict else 'a list'}", name)


def said(snak: Mapping[str, Any]) -> Said:
    """What a snak says. Raises WrongStatementError."""
    if snak["snaktype"] in _UNKNOWN:
        return Said(
            None, Value(kind=_UNKNOWN[snak["snaktype"]]), {"somevalue": "unknown", "novalue": "none"}[snak["snaktype"]]
        )
    data = snak.get("datavalue")
    if not isinstance(data, dict) or "value" not in data:
        raise WrongStatementError("has no value", "mainsnak", "datavalue")
    try:
        return _said(str(data.get("type")), data["value"], str(snak["property"]))
    except ValueError as error:
        raise WrongStatementError(str(error), "mainsnak", "datavalue", "value") from None


def _said(sort: str, value: Any, property_: str) -> Said:  # noqa: ANN401
    if sort == "wikibase-entityid":
        identifier = _entity_of(value)
        return Said(identifier, Value(), identifier)
    if sort == "time":
        at = moment(value)
        return Said(None, Value(text=at.text), at.text, when=at.within)
    if sort == "quantity":
        return _quantity(value, property_)
    if sort == "monolingualtext":
        if not isinstance(value, dict) or not isinstance(value.get("text"), str):
            raise ValueError("has no `text`")
        return _text(value["text"])
    if sort == "globecoordinate":
        degrees = [value.get(name) if isinstance(value, dict) else None for name in ("latitude", "longitude")]
        if not all(isinstance(each, int | float) and not isinstance(each, bool) for each in degrees):
            raise ValueError("has no latitude and longitude")
        return _text(f"{degrees[0]}, {degrees[1]}")
    return _text(value if isinstance(value, str) else orjson.dumps(value, option=_SORTED).decode())


def _entity_of(value: Any) -> str:  # noqa: ANN401
    """`Q42`; older files have the number alone."""
    if isinstance(value, dict):
        identifier = value.get("id")
        if identifier is None and isinstance(value.get("numeric-id"), int):
            identifier = ("P" if value.get("entity-type") == "property" else "Q") + str(value["numeric-id"])
        if isinstance(identifier, str) and _ITEM.fullmatch(identifier):
            return identifier
    raise ValueError("names no item such as Q42")


def _quantity(value: Any, property_: str) -> Said:  # noqa: ANN401
    if not isinstance(value, dict) or "amount" not in value:
        raise ValueError("has no `amount`")
    figures = [value.get(name, value["amount"]) for name in ("amount", "lowerBound", "upperBound")]
    for figure in figures:
        if not (isinstance(figure, str) and _FIGURE.fullmatch(figure)):
            raise ValueError(f"'{str(figure)[:60]}' is no decimal number such as +170.5")
    amount, *bounds = map(str, figures)
    unit = str(value.get("unit", "1")).rpartition("/")[2]
    words = f"{amount.removeprefix('+')}{f' ({unit})' if unit != '1' else ''}"
    ours = QUANTITIES.get(property_)
    if not ours or unit not in UNITS or (not UNITS[unit] and ours[3] != "person"):
        return Said(None, Value(text=words), words)
    low, high = map(float, bounds)
    return Said(None, Value(low, high, unit=UNITS[unit] or ours[3], quantity_text=words), words, measured=True)


def _text(text: str) -> Said:
    if not text.strip():
        raise ValueError("is empty")
    return Said(None, Value(text=text), text)


def claim_of(dataset: str, item: str, statement: Mapping[str, Any], source: str, name: str) -> tuple[Claim, Said]:
    """The claim of a statement that `check` has passed, and its value; `name` is the item's.

    Raises WrongStatementError.
    """
    snak = statement["mainsnak"]
    told = said(snak)
    property_ = str(snak["property"])
    event, when = _event(statement, told)
    measured = told.measured
    text = f"{name}: {words_of(property_)}: {told.words}{when}."
    claim = Claim(
        id="",
        dataset=dataset,
        source=source,
        predicate=name_of(property_, str(snak.get("datatype")), measured=measured),
        subject=entity_id(dataset, item),
        object=entity_id(dataset, told.item) if told.item else None,
        text=text,
        attribution=(Level(entity_id(dataset, "wikidata")),),
        value=told.value,
        event=event,
        raw=orjson.dumps(statement, option=_SORTED).decode(),
        source_key=statement["id"],
    )
    return claim, told


def _event(statement: Mapping[str, Any], told: Said) -> tuple[Span, str]:
    """When it holds, by its qualifiers or, of a time, by itself; and in words."""
    at, begin, end = (_qualifier(statement, each) for each in ("P585", "P580", "P582"))
    begins = begin or at or (None if told.when is None else (told.words, told.when))
    ends = end or at or (None if told.when is None else (told.words, told.when))
    words = "".join(f", {word} {each[0]}" for word, each in (("in", at), ("from", begin), ("until", end)) if each)
    try:
        return span(begins[1] if begins else Range(), ends[1] if ends else Range()), words
    except ValueError as error:
        raise WrongStatementError(f"ends before it begins ({error})", "qualifiers") from None


def _qualifier(statement: Mapping[str, Any], property_: str) -> tuple[str, Range] | None:
    """The first time that a qualifier gives, by what it says."""
    snaks = (statement.get("qualifiers") or {}).get(property_) or ()
    found = []
    for number, snak in enumerate(snaks if isinstance(snaks, list) else ()):
        if not isinstance(snak, dict) or snak.get("snaktype") != "value":
            continue
        data = snak.get("datavalue")
        try:
            found.append(moment(data.get("value") if isinstance(data, dict) else None))
        except ValueError as error:
            raise WrongStatementError(str(error), "qualifiers", property_, number) from None
    return min(found, key=lambda each: each.text) if found else None
