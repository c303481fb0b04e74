"""From the tree of an operation to its plan: one statement, the parameters it takes, and the shaper of its one row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from .arguments import parameter
from .blocks import Way, Writer, block, leads, variable_of
from .pages import page
from .selection import TYPENAME, Arguments, Field, Selection
from .shape import SCALARS, Answer, Column, Shaper, as_it_is, first, many, nullable, one_of, required, thing

_STATEMENT: Final = """RETURN [
{fields}
], EXISTS {{ MATCH (graph:Graph {{id: 'graph'}}) WHERE graph.open_run IS NOT NULL }}"""

_COLLECT: Final = "COLLECT {"


@dataclass(frozen=True, slots=True)
class Plan:
    """How one operation is answered, whatever the values of its arguments."""

    text: str
    """Returns one row: the list of the root fields' values, and whether a big load is open."""
    sources: tuple[tuple[str, int, str], ...]
    """For each parameter of the statement: its name, the slot of the arguments it is taken from, its name there."""
    shaper: Shaper
    reads: bool
    """Whether there is anything to ask the database for: `__typename` alone is known."""

    def params(self, arguments: Sequence[Arguments]) -> dict[str, Any]:
        """The statement's parameters."""
        return {name: parameter(source, arguments[slot]) for name, slot, source in self.sources}

    def answer(self, row: Sequence[Any], arguments: Sequence[Arguments]) -> tuple[Any, Answer]:
        """The answer's data, None where a root field has no value and must, and what went wrong in making it."""
        answer = Answer(arguments)
        return self.shaper(row, (), answer), answer


def plan(operation: Selection, shapes: Sequence[tuple[str, ...]]) -> Plan:
    """The plan of an operation whose arguments, slot by slot, have these shapes. Raises NoBlockError."""
    compiler = _Compiler(shapes)
    columns, shaper = compiler.row(operation, "")
    return Plan(
        _STATEMENT.format(fields=",\n".join(columns)), tuple(compiler.writer.sources), nullable(shaper), bool(columns)
    )


@dataclass(frozen=True, slots=True)
class _Compiler:
    shapes: Sequence[tuple[str, ...]]
    writer: Writer = field(default_factory=Writer)

    def row(self, selection: Selection, variable: str) -> tuple[list[str], Shaper]:
        """The values that a thing's row is made of, and the shaper of that row."""
        columns = [self._kind(selection, variable)] if selection.is_open else []
        places: list[tuple[int | None, Shaper | None]] = []
        for asked in selection.fields:
            if asked.name == TYPENAME:
                places.append((None, None))
                continue
            expression, shaper = self._field(asked, variable)
            places.append((len(columns), shaper))
            columns.append(_guarded(expression, asked, columns[:1]))
        shapers = {
            type_: thing(type_, [_column(key, selection.fields[at], *places[at]) for key, at in keys])
            for type_, keys in selection.answers.items()
        }
        return columns, one_of(shapers) if selection.is_open else next(iter(shapers.values()))

    def _kind(self, selection: Selection, variable: str) -> str:
        owner, found = block((selection.type,), TYPENAME)
        return self.writer.write(found, {variable_of(owner): variable}).text

    def _field(self, asked: Field, variable: str) -> tuple[str, Shaper | None]:
        shape = () if asked.slot is None else self.shapes[asked.slot]
        owner, found = block(asked.owners, asked.name, shape)
        way = Way(asked, shape, found, {variable_of(owner): variable} if variable else {})
        if asked.selection is None:
            text = self.writer.write(found, way.given, asked.slot).text
            return text, _leaf(asked, listed=text.startswith(_COLLECT))
        if asked.type.endswith("Connection"):
            expression, shaper = page(self.writer, self.row, way)
        else:
            expression, shaper = self._linked(asked.selection, way)
        shaper = nullable(shaper) if asked.nullable else required(shaper, asked.name)
        return expression, first(shaper) if expression.startswith(_COLLECT) and not asked.many else shaper

    def _linked(self, selection: Selection, way: Way) -> tuple[str, Shaper]:
        written = self.writer.write(way.block, way.given, way.asked.slot)
        if not leads(way.block):
            columns, shaper = self.row(selection, *way.given.values())
            return f"CASE WHEN {written.text} THEN [{', '.join(columns)}] END", shaper
        columns, shaper = self.row(selection, written.binds[way.block.binds[0]])
        # One thing is a list of one: with head() around it, EXPLAIN would not show what is inside.
        return f"{_COLLECT} {written.text} RETURN [{', '.join(columns)}] }}", many(shaper) if way.asked.many else shaper


def _guarded(expression: str, asked: Field, kind: Sequence[str]) -> str:
    """An expression that is worked out only for the types of thing it is asked of."""
    if asked.on is None:
        return expression
    types = ", ".join(f"'{type_}'" for type_ in sorted(asked.on))
    return f"CASE WHEN {kind[0]} IN [{types}] THEN {expression} END"


def _leaf(asked: Field, *, listed: bool) -> Shaper | None:
    """What to make of a plain value; None for taking it as it is."""
    shaper = SCALARS.get(asked.type)
    alone = listed and not asked.many
    if shaper is None and not alone:
        return None
    shaper = shaper or as_it_is
    shaper = nullable(shaper) if asked.nullable else required(shaper, asked.name)
    return first(shaper) if alone else shaper


def _column(key: str, asked: Field, place: int | None, shaper: Shaper | None) -> Column:
    return Column(key, place, shaper, required=not asked.nullable)
