"""One page of a list: the rows of a connection, its cursors and its count."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from ..errors import BadCursor
from .blocks import Way, Writer, block, filter_block, limited, unordered
from .cursors import encode, fingerprint
from .selection import TYPENAME, Field, Selection
from .shape import Answer, Path, ShapeError, Shaper, Value

Row = Callable[[Selection, str], tuple[list[str], Shaper]]
"""Compiles what is asked of one thing: the values of its row, and the shaper of that row."""

_PAGING: Final = frozenset({"first", "after"})
_ROWS: Final = frozenset({"nodes", "edges", "pageInfo"})
_SLOT: Final = "/*filter*/"


@dataclass(frozen=True, slots=True)
class _Page:
    """What the shapers of a connection's fields see of one page."""

    rows: Sequence[Any]
    more: bool
    later: bool
    count: Any
    cursor: Callable[[Any], str]


_Part = Callable[[_Page, Path, Answer], Any]
_Each = Callable[[Any, Path, Answer, _Page], Any]
"""The shaper of what is shown of one row."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """The values that the row of one thing on a page is made of; the keys of its cursor come last."""

    row: Row
    variables: Mapping[str, str]
    """The listed thing's variable first, then what else its block hands on, for its edge."""
    expressions: list[str] = field(default_factory=list)

    def thing(self, selection: Selection) -> _Each:
        """Add what is asked of the thing itself, as a list of its own."""
        place = len(self.expressions)
        columns, shaper = self.row(selection, next(iter(self.variables.values())))
        self.expressions.append(f"[{', '.join(columns)}]")
        return lambda row, path, answer, _: shaper(row[place], path, answer)

    def edge(self, selection: Selection) -> _Each:
        """Add what is asked of the thing's edge."""
        parts = tuple((key, self._edge_part(asked)) for key, asked in selection.only())
        return lambda row, path, answer, page: {key: part(row, (key, path), answer, page) for key, part in parts}

    def _edge_part(self, asked: Field) -> _Each:
        if asked.name == TYPENAME:
            return lambda *_: asked.owners[0]
        if asked.name == "cursor":
            return _cursor_of
        if asked.selection is not None:
            return self.thing(asked.selection)
        _, found = block(asked.owners, asked.name)
        place = len(self.expressions)
        self.expressions.append(Writer().write(found, self.variables).text)
        return lambda row, *_: row[place]


def page(writer: Writer, row: Row, way: Way) -> tuple[str, Shaper]:
    """The expression of a page, `[rows, count, id of the thing whose list it is]`, and its shaper."""
    asked = way.asked
    if asked.selection is None or asked.slot is None:
        raise TypeError(f"{asked.name} is no page")
    written = writer.write(way.block, way.given, asked.slot, _SLOT)
    listed = written.binds[way.block.binds[0]]
    columns = _Columns(row, written.binds)
    parts = {key: _part(inner, columns) for key, inner in asked.selection.only()}
    filters = _filters(writer, way, listed)
    rows, count = "[]", "null"
    if any(inner.name in _ROWS for inner in asked.selection.fields):
        text = limited(written.text, f"{writer.parameter('first', asked.slot)} + 1")
        text = text.replace(_SLOT, filters + _after(writer, way, listed))
        rows = f"COLLECT {{ {text} RETURN [{', '.join([*columns.expressions, _cursor(writer, way, listed)])}] }}"
    if any(inner.name == "totalCount" for inner in asked.selection.fields):
        count = f"COUNT {{ {unordered(written.text).replace(_SLOT, filters)} RETURN {listed} }}"
    parent = next((f"{variable}.id" for variable in way.given.values()), "''")
    return f"[{rows}, {count}, {parent}]", _shaper(asked, asked.slot, parts)


def _cursor_of(row: Value, _path: Path, _answer: Answer, page: _Page) -> Value:
    return page.cursor(row)


def _filters(writer: Writer, way: Way, listed: str) -> str:
    """What the arguments ask that the way itself does not see to."""
    variable = way.block.binds[0]
    seen = _PAGING | {param.removesuffix("_query") for param in way.block.params}
    asked = [filter_block(variable, name) for name in way.shape if name not in seen and not name.startswith("as_")]
    return "".join(f" AND ({writer.write(one, {variable: listed}, way.asked.slot).text})" for one in asked)


def _after(writer: Writer, way: Way, listed: str) -> str:
    if "after" not in way.shape:
        return ""
    variable = way.block.binds[0]
    _, found = block((variable,), "after")
    return f" AND {writer.write(found, {variable: listed}, way.asked.slot).text}"


def _cursor(writer: Writer, way: Way, listed: str) -> str:
    variable = way.block.binds[0]
    if way.asked.type == "SearchConnection":  # its order is one of the moment, so there are no cursors
        return "null"
    _, found = block((variable,), "cursor")
    return writer.write(found, {variable: listed}).text


def _part(asked: Field, columns: _Columns) -> _Part:
    """The shaper of one field of a connection."""
    if asked.name == TYPENAME:
        return lambda *_: asked.owners[0]
    if asked.name == "totalCount":
        return lambda page, *_: page.count
    if asked.selection is None:
        raise TypeError(f"a page has no plain value {asked.name}")
    if asked.name == "pageInfo":
        info = tuple((key, _INFO[inner.name]) for key, inner in asked.selection.only())
        return lambda page, *_: {key: make(page) for key, make in info}
    each = columns.thing(asked.selection) if asked.name == "nodes" else columns.edge(asked.selection)

    def listed(page: _Page, path: Path, answer: Answer) -> Value:
        return [each(row, (place, path), answer, page) for place, row in enumerate(page.rows)]

    return listed


_INFO: Final[Mapping[str, Callable[[_Page], Any]]] = {
    "hasNextPage": lambda page: page.more,
    "hasPreviousPage": lambda page: page.later,
    "startCursor": lambda page: page.cursor(page.rows[0]) if page.rows else None,
    "endCursor": lambda page: page.cursor(page.rows[-1]) if page.rows else None,
    TYPENAME: lambda _: "PageInfo",
}


def _shaper(asked: Field, slot: int, parts: Mapping[str, _Part]) -> Shaper:
    def shape(value: Value, path: Path, answer: Answer) -> Value:
        rows, count, parent = value
        arguments = answer.arguments[slot]
        if arguments.get("after_parent", parent) != parent:
            problem = BadCursor("the cursor belongs to another list, filter or order; begin without `after`")
            raise ShapeError(str(problem), path, problem)
        first = arguments["first"]

        def cursor(row: Value) -> str:
            return encode(fingerprint(asked, arguments), parent, row[-1])

        shown = _Page(rows[:first], len(rows) > first, "after" in arguments, count, cursor)
        return {key: part(shown, (key, path), answer) for key, part in parts.items()}

    return shape
