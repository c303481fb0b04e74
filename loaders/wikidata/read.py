"""Files of Wikidata's entity JSON: what `wbgetentities` answers, a bare entity, a list, or a dump's lines.

An item that is only named by a statement becomes an entity with its number as its name, which yields to the item's own
description in whatever file of the input. Everything of an item but its statements is in the `raw` of one claim more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import orjson

from ...graph.ids import claim_key, entity_id
from ...graph.records import Assessment, Claim, Dataset, Entity, Kind, Level, Value
from ...graph.vocabulary import Holds, Predicate, ValueType, Vocabulary
from ..files import key_or
from ..json_stream import Element, documents, elements
from ..json_text import InvalidJson, object_in
from ..marked import Marked, mark_at
from ..places import Place
from .items import about, item_entity, mentioned
from .properties import vocabulary_of
from .sources import page, reference
from .statements import WrongStatementError, check, claim_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..files import InputFile
    from ..places import Path
    from ..rows import Rows

_ID = re.compile(r"[QPLM][1-9]\d*")
_MARKS = re.compile(r'"(labels|descriptions|claims|sitelinks|lastrevid)"\s*:|"type"\s*:\s*"(item|property)"')
_NUMBER = re.compile(r'"id"\s*:\s*"[QPLM][1-9]\d*"')
_ENVELOPE = re.compile(r'\s*\{[^{}\[\]]*"entities"\s*:\s*\{')
_ABOUT = "WIKIDATA_ITEM"
_OWN = Vocabulary(
    predicates={
        _ABOUT: Predicate(
            says="{subject} as Wikidata describes it", subject=tuple(Kind), value=ValueType.TEXT, holds=Holds.STATE
        )
    }
)


def recognises(head: str) -> bool:
    """Whether a file that begins so holds Wikidata's entities."""
    return bool(_MARKS.search(head)) and bool(_NUMBER.search(head)) and '"record"' not in head.split("\n", 1)[0][:200]


def read(file: InputFile, rows: Rows) -> None:
    """Adds what a file of Wikidata's says. Raises Unreadable."""
    items = _Items(file, rows)
    for element in _elements(file):
        items.add(element)


def _elements(file: InputFile) -> Iterator[Element]:
    head = file.head()
    if _ENVELOPE.match(head):
        return elements(file, ("entities",))
    return elements(file) if head.lstrip().startswith("[") else documents(file)


class _Items:
    """One file on its way into the rows."""

    def __init__(self, file: InputFile, rows: Rows) -> None:
        self._file = file
        self._rows = rows
        self._origin = Marked(file)
        described = file.described
        self._key = key_or(described.dataset, "wikidata")
        self._seen: set[str] = set()
        redistribute = True if described.redistribute is None else described.redistribute
        title, licence = described.title or "Wikidata", described.licence or "CC0-1.0"
        start = mark_at(1, 1)
        rows.add(Dataset(f"dataset/{self._key}", title, licence, redistribute), self._origin, start)
        wikidata = Entity(entity_id(self._key, "wikidata"), self._key, Kind.ORGANISATION, "Wikidata")
        rows.add(wikidata, self._origin, start)
        rows.add_vocabulary(self._key, _OWN)

    def add(self, element: Element) -> None:
        """Adds an item with its statements."""
        self._rows.units[self._file.name, "items"] += 1
        try:
            item = object_in(element.text)
        except InvalidJson as error:
            self._reject(element, (), str(error), element.text)
            return
        if problem := _problem(item):
            self._reject(element, (), problem, element.text)
            return
        identifier = item["id"]
        entity = item_entity(self._key, item)
        mark = mark_at(element.line, element.column, identifier)
        self._rows.add(entity, self._origin, mark)
        self._rows.add(page(self._key, identifier), self._origin, mark)
        self._rows.add(self._about(item, entity), self._origin, mark)
        for property_, statements in (item.get("claims") or {}).items():
            for number, statement in enumerate(statements if isinstance(statements, list) else [statements]):
                self._rows.units[self._file.name, "statements"] += 1
                self._statement(element, item, entity, (property_, number), statement)

    def _statement(
        self,
        element: Element,
        item: dict[str, Any],
        entity: Entity,
        at: tuple[str, int],
        statement: Any,  # noqa: ANN401
    ) -> None:
        property_, number = at
        path: Path = ("claims", property_, number)
        try:
            check(statement, property_)
            source = reference(self._key, statement) or page(self._key, item["id"])
            claim, told = claim_of(self._key, item["id"], statement, source.id, entity.name)
        except WrongStatementError as error:
            self._reject(element, (*path, *error.path), str(error), orjson.dumps(statement).decode())
            return
        mark = mark_at(element.line, element.column, f"{item['id']}.claims.{property_}[{number}]")
        self._once(source.id, source, mark)
        if told.item:
            self._mention(told.item, mark)
        datatype = str(statement["mainsnak"].get("datatype"))
        if claim.predicate not in self._seen:
            self._seen.add(claim.predicate)
            self._rows.add_vocabulary(self._key, vocabulary_of(property_, datatype, measured=told.measured))
        self._rows.add(claim, self._origin, mark, folds=True)
        if statement["rank"] != "normal":
            self._rows.add(self._rank(statement), self._origin, mark)

    def _about(self, item: dict[str, Any], entity: Entity) -> Claim:
        wikidata = entity_id(self._key, "wikidata")
        return Claim(
            id="",
            dataset=self._key,
            source=page(self._key, item["id"]).id,
            predicate=_ABOUT,
            subject=entity.id,
            text=f"Wikidata describes {entity.name} as {item['id']}.",
            attribution=(Level(wikidata),),
            value=Value(text=item["id"]),
            raw=about(item),
        )

    def _rank(self, statement: dict[str, Any]) -> Assessment:
        key = claim_key(self._key, statement["id"])
        reasons = {"preferred": "P7452", "deprecated": "P2241"}
        snaks = (statement.get("qualifiers") or {}).get(reasons[statement["rank"]]) or ()
        basis = ", ".join(sorted(_names(snaks))) or None
        return Assessment("", self._key, key, "wikidata-rank", statement["rank"], "Wikidata", basis=basis)

    def _mention(self, identifier: str, mark: str) -> None:
        if identifier not in self._seen:
            self._seen.add(identifier)
            self._rows.add(mentioned(self._key, identifier), self._origin, mark, mention=True)

    def _once(self, identifier: str, record: Any, mark: str) -> None:  # noqa: ANN401 - a source
        if identifier not in self._seen:
            self._seen.add(identifier)
            self._rows.add(record, self._origin, mark, folds=True)

    def _reject(self, element: Element, path: Path, message: str, raw: str) -> None:
        line, column = element.at(path) if path else (element.line, element.column)
        told = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")
        self._rows.problems.reject(Place(self._file.name, line, column, told), message, raw)


def _problem(item: dict[str, Any]) -> str | None:
    identifier = item.get("id")
    if not isinstance(identifier, str) or not _ID.fullmatch(identifier):
        return "has no `id` such as Q42"
    if "missing" in item:
        return f"Wikidata has no {identifier}"
    claims = item.get("claims") or {}
    if not isinstance(claims, dict):
        return "`claims` should be an object of lists, by property"
    return None


def _names(snaks: Any) -> Iterator[str]:  # noqa: ANN401
    for snak in snaks if isinstance(snaks, list) else ():
        data = snak.get("datavalue") if isinstance(snak, dict) else None
        value = data.get("value") if isinstance(data, dict) else None
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            yield value["id"]
