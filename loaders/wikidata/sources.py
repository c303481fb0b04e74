"""Where a statement stands: on the reference that it names, or on its item's own page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from ...graph.ids import entity_id, source_id
from ...graph.records import Source
from .times import moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

_PAGE = "https://www.wikidata.org/wiki/{}"
_LONGEST = 300
_DAY = len("2022-11-11")


def page(dataset: str, identifier: str) -> Source:
    """An item's page."""
    return Source(
        source_id(dataset, identifier),
        dataset,
        entity_id(dataset, "wikidata"),
        title=f"Wikidata: {identifier}",
        url=_PAGE.format(identifier),
    )


def reference(dataset: str, statement: Mapping[str, Any]) -> Source | None:
    """The first of a statement's references that leads outside Wikimedia, by its hash; None where none does."""
    found = [source for each in statement.get("references") or () if (source := _reference(dataset, each))]
    return min(found, key=lambda source: source.id, default=None)


def _reference(dataset: str, told: Any) -> Source | None:  # noqa: ANN401 - what a file holds is what this finds out
    snaks = told.get("snaks") if isinstance(told, dict) else None
    if not isinstance(snaks, dict) or not isinstance(told.get("hash"), str):
        return None
    url = next(_values(snaks, "P854"), None)
    work = next((value["id"] for value in _values(snaks, "P248") if isinstance(value, dict) and "id" in value), None)
    if not isinstance(url, str) and work is None:
        return None
    title = next(
        (value["text"] for value in _values(snaks, "P1476") if isinstance(value, dict) and "text" in value), None
    )
    published, edtf = _when(snaks, "P577")
    retrieved, _ = _when(snaks, "P813")
    return Source(
        source_id(dataset, f"reference {told['hash']}"),
        dataset,
        entity_id(dataset, "wikidata"),
        title=str(title)[:_LONGEST] if title else f"Wikidata, by a reference to {work or url}",
        url=url if isinstance(url, str) else _PAGE.format(work),
        published_at=published,
        published_edtf=edtf,
        retrieved_at=retrieved,
    )


def _when(snaks: Mapping[str, Any], property_: str) -> tuple[datetime | None, str | None]:
    """The earliest moment of a time, and the time as written; nothing where it is none that a source can have."""
    for value in _values(snaks, property_):
        try:
            at = moment(value)
        except ValueError:
            continue  # a reference's; it stays in the statement's raw
        if at.within.min:
            return at.within.min, at.text
    return None, None


def _values(snaks: Mapping[str, Any], property_: str) -> Iterator[Any]:
    """The values of a property in a fixed order."""
    found = []
    for snak in snaks.get(property_) or ():
        data = snak.get("datavalue") if isinstance(snak, dict) else None
        if isinstance(data, dict) and data.get("value") is not None:
            found.append(data["value"])
    yield from sorted(found, key=orjson.dumps)
