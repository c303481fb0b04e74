"""An item as an entity: its name, other names, kind, place and time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import orjson

from ...graph.ids import entity_id
from ...graph.records import Entity, Kind, Range, Span
from .times import moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LANGUAGES: Final = ("en", "mul", "uk", "ru", "de", "fr", "es", "pl")
"""In which a name is looked for, before all others by the code."""

_CLASSES: Final = {
    Kind.PERSON: ("Q5", "Q15632617", "Q4271324"),
    Kind.UNIT: (
        *("Q176799", "Q102538", "Q36784", "Q52371", "Q169534", "Q102356", "Q53725", "Q6382533", "Q1410668"),
        *("Q15127012", "Q61883", "Q8191", "Q1065118", "Q4479078"),
    ),
    Kind.PLACE: (
        *("Q515", "Q6256", "Q3624078", "Q532", "Q3957", "Q4022", "Q23442", "Q5119", "Q1549591", "Q200250", "Q35657"),
        *("Q3348196", "Q12131624", "Q1093829", "Q7930989", "Q34442", "Q12280", "Q165", "Q8502", "Q23397", "Q486972"),
        *("Q5124045", "Q2514025", "Q12813115", "Q21672098", "Q3191695", "Q10864048", "Q1907114", "Q82794", "Q55659167"),
    ),
    Kind.ORGANISATION: (
        *("Q43229", "Q4830453", "Q783794", "Q7278", "Q11032", "Q1110794", "Q192350", "Q327333", "Q772547", "Q245065"),
        *("Q484652", "Q163740", "Q3918", "Q891723", "Q6881511", "Q11033", "Q192283", "Q1616075", "Q5398426", "Q7188"),
        *("Q20901295", "Q1752939", "Q35749", "Q11204", "Q37726", "Q4508", "Q2061186", "Q17149090"),
    ),
    Kind.EVENT: (
        *("Q178561", "Q198", "Q645883", "Q1190554", "Q1656682", "Q40231", "Q180684", "Q8465", "Q831663", "Q2001676"),
        *("Q188055", "Q350604", "Q124734", "Q467011", "Q2223653", "Q3199915", "Q744913", "Q103495", "Q476300"),
    ),
}
"""Classes (P31) that say of which kind an item is."""
_KIND_OF: Final = {item: kind for kind, items in _CLASSES.items() for item in items}
_SIGNS: Final = (
    (Kind.PERSON, ("P569", "P570", "P21", "P22", "P25", "P27")),
    (Kind.PLACE, ("P625", "P1082", "P36", "P150", "P47")),
    (Kind.ORGANISATION, ("P159", "P169", "P488", "P1454", "P452", "P112")),
    (Kind.EVENT, ("P585", "P710", "P1339", "P1120")),
)
"""Where no class tells, the properties that an item of the kind has."""


def item_entity(dataset: str, item: Mapping[str, Any]) -> Entity:
    """The entity of an item; what is wrong with single statements is told where those are read."""
    identifier = item["id"]
    labels = dict(_texts(item.get("labels")))
    every = [
        *labels.values(),
        *(alias for aliases in _mapping(item.get("aliases")).values() for alias in _values(aliases)),
    ]
    name = next((labels[each] for each in (*_LANGUAGES, *sorted(labels)) if each in labels), identifier)
    descriptions = dict(_texts(item.get("descriptions")))
    claims = _mapping(item.get("claims"))
    kind = _kind(claims)
    return Entity(
        entity_id(dataset, identifier),
        dataset,
        kind,
        name,
        tuple(sorted({each for each in every if each and each != name})),
        next((descriptions[each] for each in (*_LANGUAGES, *sorted(descriptions)) if each in descriptions), None),
        (f"wikidata:{identifier}",),
        location=_location(claims) if kind is Kind.PLACE else None,
        event=_event(claims) if kind is Kind.EVENT else Span(),
    )


def mentioned(dataset: str, identifier: str) -> Entity:
    """An item of which no more is known than that a statement names it."""
    return Entity(entity_id(dataset, identifier), dataset, Kind.THING, identifier, external_ids=_strong(identifier))


def about(item: Mapping[str, Any]) -> str:
    """Everything of an item but its statements, as JSON."""
    rest = {name: value for name, value in item.items() if name != "claims"}
    return orjson.dumps(rest, option=orjson.OPT_SORT_KEYS).decode()


def _strong(identifier: str) -> tuple[str, ...]:
    return (f"wikidata:{identifier}",)


def _kind(claims: Mapping[str, Any]) -> Kind:
    kinds = [_KIND_OF[each] for each in _items(claims.get("P31")) if each in _KIND_OF]
    if kinds:
        return kinds[0]
    return next((kind for kind, signs in _SIGNS if any(sign in claims for sign in signs)), Kind.THING)


def _items(statements: Any) -> Iterator[str]:  # noqa: ANN401 - what a file holds
    for value in _best(statements):
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            yield value["id"]


def _best(statements: Any) -> list[Any]:  # noqa: ANN401
    """The values of a property's statements, preferred ones first, deprecated ones not at all."""
    found = []
    for statement in statements if isinstance(statements, list) else ():
        if isinstance(statement, dict) and statement.get("rank") != "deprecated":
            value = _mapping(_mapping(statement.get("mainsnak")).get("datavalue")).get("value")
            if value is not None:
                found.append((statement.get("rank") != "preferred", orjson.dumps(value), value))
    return [value for _, _, value in sorted(found, key=lambda each: each[:2])]


def _location(claims: Mapping[str, Any]) -> tuple[float, float] | None:
    for value in _best(claims.get("P625")):
        latitude, longitude = (_mapping(value).get(name) for name in ("latitude", "longitude"))
        if not isinstance(latitude, int | float) or not isinstance(longitude, int | float):
            continue
        if abs(latitude) <= 90 and abs(longitude) <= 180:  # noqa: PLR2004 - degrees
            return float(latitude), float(longitude)
    return None


def _event(claims: Mapping[str, Any]) -> Span:
    at, begin, end = (_within(claims.get(each)) for each in ("P585", "P580", "P582"))
    begin, end = begin or at or Range(), end or at or Range()
    if begin.min and end.max and begin.min > end.max:
        return Span()  # the statements stay, each as a claim
    return Span(begin.min, begin.max, end.min, end.max)


def _within(statements: Any) -> Range | None:  # noqa: ANN401
    for value in _best(statements):
        try:
            return moment(value).within
        except ValueError:
            continue  # told where the statement is read
    return None


def _texts(by_language: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    for language, label in _mapping(by_language).items():
        value = _mapping(label).get("value")
        if isinstance(value, str) and value.strip():
            yield language, value


def _values(aliases: Any) -> Iterator[str]:  # noqa: ANN401
    for alias in aliases if isinstance(aliases, list) else ():
        value = _mapping(alias).get("value")
        if isinstance(value, str) and value.strip():
            yield value


def _mapping(tree: Any) -> Mapping[str, Any]:  # noqa: ANN401
    """An object; PHP writes an empty one as `[]`."""
    return tree if isinstance(tree, dict) else {}
