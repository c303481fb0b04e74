"""Files of FollowTheMoney as records: entities, one a line, or statements, as CSV or as JSON, one a line.

A file of entities is one dataset, named by whoever loads it or by the file; statements name theirs. Statements of one
entity may stand anywhere in a file, so they are sorted on disk first. Entities that share a canonical id are judged the
same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from ...graph.ids import dataset_id, entity_id, source_id
from ...graph.records import Claim, Dataset, Entity, Judgement, Kind, Level, Source, Value
from ...graph.vocabulary import Holds, Predicate, ValueType, Vocabulary
from ..csv_rows import Ragged, csv_rows, header
from ..files import key_or
from ..json_text import InvalidJson, object_in
from ..marked import Marked, mark_at
from ..places import Place
from .schemata import ENTITY_TYPED, SCHEMA, predicate_of, vocabulary_of
from .sorting import Sorting
from .statements import Statement, claim_of, entity_of, mentioned, raw_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..files import InputFile
    from ..rows import Rows

_ENTITIES = re.compile(r'\{[^\n]*"schema"\s*:')
_COLUMNS: Final = ("entity_id", "prop", "schema", "value")
_OWN: Final = Vocabulary(
    predicates={
        SCHEMA: Predicate(says="{subject} is a …", subject=tuple(Kind), value=ValueType.TEXT, holds=Holds.STATE)
    }
)
_UNSLUG = re.compile(r"[^A-Za-z0-9_.-]+")


def recognises(head: str) -> bool:
    """Whether a file that begins so holds entities or statements."""
    if _ENTITIES.match(head.lstrip()):
        return '"properties"' in head or all(f'"{each}"' in head for each in _COLUMNS)
    return set(header(head)) >= set(_COLUMNS)


def read(file: InputFile, rows: Rows) -> None:
    """Adds what a file says. Raises Unreadable."""
    head = file.head().lstrip()
    money = _Money(file, rows)
    if not head.startswith("{"):
        money.read_statements(_from_csv(file, rows))
    elif '"properties"' in head.split("\n", 1)[0]:
        money.read_entities()
    else:
        money.read_statements(_from_json(file, rows))


class _Money:
    """One file on its way into the rows."""

    def __init__(self, file: InputFile, rows: Rows) -> None:
        self._file = file
        self._rows = rows
        self._origin = Marked(file)
        self._seen: set[str] = set()

    def read_entities(self) -> None:
        """Adds entities as they come; a claim more of each has what is said of it beside its properties."""
        dataset = key_or(self._file.described.dataset, _slug(self._file.path.name.partition(".")[0]))
        for number, _, text in self._file.lines():
            if not text.strip():
                continue
            self._rows.units[self._file.name, "entities"] += 1
            try:
                tree = object_in(text)
                statements = _statements_in(tree, dataset, number)
            except (InvalidJson, ValueError) as error:
                column = error.column if isinstance(error, InvalidJson) else 1
                self._rows.problems.reject(Place(self._file.name, number, column), str(error), text)
                continue
            rest = {name: value for name, value in tree.items() if name != "properties"}
            schema = Statement(
                dataset, tree["id"], tree["schema"], "", tree["schema"], raw_of(**rest), mark_at(number, 1)
            )
            self._add_entity([schema, *statements], schema)

    def read_statements(self, statements: Iterable[Statement]) -> None:
        """Adds statements, by their entities."""
        sorting = Sorting()
        sorting.add(self._counted(statements))
        for group in sorting.by_entity():
            self._add_entity(group)
        for canonical, members in sorting.by_canonical():
            first, *others = (entity_id(dataset, entity) for dataset, entity in members)
            for other in others:
                basis = f"one canonical id: {canonical}"
                judged = Judgement("", members[0][0], "same", first, other, "FollowTheMoney", basis)
                self._rows.add(judged, self._origin, mark_at(1, 1))

    def _counted(self, statements: Iterable[Statement]) -> Iterator[Statement]:
        for statement in statements:
            self._rows.units[self._file.name, "statements"] += 1
            yield statement

    def _add_entity(self, statements: Sequence[Statement], schema: Statement | None = None) -> None:
        sound = []
        for each in statements:
            if each is not schema and (problem := each.problem):
                self._rows.problems.reject(self._origin.locate(each.mark, ""), problem, each.raw)
            else:
                sound.append(each)
        if not sound:
            return
        entity = entity_of(sound)
        self._describe(entity.dataset)
        self._rows.add(entity, self._origin, sound[0].mark)
        for each in sound:
            if each is schema:
                self._rows.add(_schema_claim(each, entity), self._origin, each.mark)
            else:
                self._add_claim(each, entity)

    def _add_claim(self, statement: Statement, entity: Entity) -> None:
        predicate = predicate_of(statement.prop, measured=statement.is_measured)
        if f"{statement.dataset} {predicate}" not in self._seen:
            self._seen.add(f"{statement.dataset} {predicate}")
            vocabulary = vocabulary_of(statement.prop, measured=statement.is_measured)
            self._rows.add_vocabulary(statement.dataset, vocabulary)
        if statement.prop in ENTITY_TYPED:
            named = mentioned(statement.dataset, statement.value)
            self._rows.add(named, self._origin, statement.mark, mention=True)
        self._rows.add(claim_of(statement, entity.name), self._origin, statement.mark, folds=True)

    def _describe(self, key: str) -> None:
        """Adds a dataset, its one source and who publishes it, once."""
        if key in self._seen:
            return
        self._seen.add(key)
        described, start = self._file.described, mark_at(1, 1)
        title = described.title or key
        dataset = Dataset(dataset_id(key), title, described.licence, bool(described.redistribute))
        publisher = Entity(entity_id(key, "ftm-publisher"), key, Kind.ORGANISATION, f"Publisher of “{title}”")
        source = Source(source_id(key, "statements"), key, publisher.id, title=title)
        for record in (dataset, publisher, source):
            self._rows.add(record, self._origin, start)
        self._rows.add_vocabulary(key, _OWN)


def _schema_claim(statement: Statement, entity: Entity) -> Claim:
    return Claim(
        id="",
        dataset=statement.dataset,
        source=source_id(statement.dataset, "statements"),
        predicate=SCHEMA,
        subject=entity.id,
        text=f"{entity.name} is of the schema {statement.schema}.",
        attribution=(Level(entity_id(statement.dataset, "ftm-publisher")),),
        value=Value(text=statement.schema),
        raw=statement.raw,
    )


def _statements_in(tree: dict[str, Any], dataset: str, number: int) -> list[Statement]:
    """The values of an entity's properties. Raises ValueError with what is wrong."""
    for name in ("id", "schema"):
        if not isinstance(tree.get(name), str) or not tree[name]:
            raise ValueError(f"`{name}` is missing; an entity has an id, a schema and properties")
    properties = tree.get("properties")
    if not isinstance(properties, dict):
        raise ValueError("`properties` should be an object of lists")  # noqa: TRY004 - the file is wrong
    found = []
    for prop, values in properties.items():
        if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
            raise ValueError(f"`properties.{prop}` should be a list of texts")
        for value in values:
            raw = raw_of(id=tree["id"], schema=tree["schema"], prop=prop, value=value)
            found.append(Statement(dataset, tree["id"], tree["schema"], prop, value, raw, mark_at(number, 1, prop)))
    return found


def _from_csv(file: InputFile, rows: Rows) -> Iterator[Statement]:
    for row in csv_rows(file, (), _COLUMNS):
        if isinstance(row, Ragged):
            rows.problems.reject(Place(file.name, row.line), row.message, row.raw)
            continue
        empty = next((name for name in _COLUMNS if not row.cells[name]), None)
        if empty:
            rows.problems.reject(Place(file.name, row.line, row.column(empty), empty), "is empty", row.raw)
            continue
        yield _statement(file, dict(row.cells), mark_at(row.line, row.column("value"), row.cells["prop"]))


def _from_json(file: InputFile, rows: Rows) -> Iterator[Statement]:
    for number, _, text in file.lines():
        if not text.strip():
            continue
        try:
            tree = object_in(text)
        except InvalidJson as error:
            rows.problems.reject(Place(file.name, number, error.column), str(error), text)
            continue
        wrong = next((name for name in _COLUMNS if not isinstance(tree.get(name), str) or not tree[name]), None)
        if wrong:
            rows.problems.reject(Place(file.name, number, 1, wrong), "should be a text", text)
            continue
        yield _statement(file, tree, mark_at(number, 1, str(tree["prop"])))


def _statement(file: InputFile, cells: dict[str, Any], mark: str) -> Statement:
    dataset = file.described.dataset or _slug(str(cells.get("dataset") or file.path.name.partition(".")[0]))
    canonical = str(cells.get("canonical_id") or "")
    return Statement(
        dataset, cells["entity_id"], cells["schema"], cells["prop"], cells["value"], raw_of(**cells), mark, canonical
    )


def _slug(name: str) -> str:
    return _UNSLUG.sub("-", name).strip("-") or "ftm"
