"""One page of a list: the rows of a connection, its cursors and its count."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import Any, Final, Protocol

from ..errors import BadCursor
from . import views
from .blocks import Way, Writer, backwards, block, filter_block, limited, opposite, unordered
from .cursors import encode, fingerprint
from .filters import all_of
from .inline import compiled
from .selection import TYPENAME, Arguments, Field, Selection
from .shape import Answer, Path, ShapeError, Shaper, Value

Row = Callable[[Selection, str], tuple[list[str], Shaper]]
"""Compiles what is asked of one thing: the values of its row, and the shaper of that row."""

_PAGING: Final = frozenset({"first", "after"}) | views.WORDS
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
Each = Callable[[Any, Path, Answer, _Page], Any]
"""The shaper of what is shown of one row."""


class Columns(Protocol):
    """What each row of a page holds, as far as it is asked for."""

    def thing(self, selection: Selection) -> Each:
        """What is asked of the listed thing itself."""

    def edge(self, selection: Selection) -> Each:
        """What is asked of its edge."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """The values that the row of one thing on a page is made of; the keys of its cursor come last."""

    row: Row
    variables: Mapping[str, str]
    """The listed thing's variable first, then what else its block hands on, for its edge."""
    expressions: list[str] = field(default_factory=list)

    def thing(self, selection: Selection) -> Each:
        """Add what is asked of the thing itself, as a list of its own."""
        place = len(self.expressions)
        columns, careful = self.row(selection, next(iter(self.variables.values())))
        shaper = compiled(careful)
        self.expressions.append(f"[{', '.join(columns)}]")
        return lambda row, path, answer, _: shaper(row[place], path, answer)

    def edge(self, selection: Selection) -> Each:
        """Add what is asked of the thing's edge."""
        parts = tuple((key, self._edge_part(asked)) for key, asked in selection.only())
        return lambda row, path, answer, page: {key: part(row, (key, path), answer, page) for key, part in parts}

    def _edge_part(self, asked: Field) -> Each:
        if plain := edge_part(asked):
            return plain
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
    shown = connection(asked, columns)
    rows, count = "[]", "null"
    if any(inner.name in _ROWS for inner in asked.selection.fields):
        text = backwards(written.text) if opposite(way) else written.text
        text = limited(text, f"{writer.parameter('first', asked.slot)} + 1")
        text = text.replace(_SLOT, _filters(writer, way, listed) + _after(writer, way, listed))
        rows = f"COLLECT {{ {text} RETURN [{', '.join([*columns.expressions, _cursor(writer, way, listed)])}] }}"
    if any(inner.name == "totalCount" for inner in asked.selection.fields):
        count = _count(writer, way)
    parent = next((f"{variable}.id" for variable in way.given.values()), "''")
    return f"[{rows}, {count}, {parent}]", lambda value, path, answer: shown(Listed(*value), path, answer)


def listed(writer: Writer, way: Way) -> tuple[str, str]:
    """The text of a whole list, filtered and in order, and the variable of what is listed."""
    written = writer.write(way.block, way.given, way.asked.slot, _SLOT)
    variable = written.binds[way.block.binds[0]]
    return written.text.replace(_SLOT, _filters(writer, way, variable)), variable


def _count(writer: Writer, way: Way) -> str:
    """How many the list has in its own order: the way of the opposite one may read no further than a page."""
    shape = [each for each in way.shape if each != opposite(way)]
    _, found = block(way.asked.owners, way.asked.name, shape)
    text, variable = listed(writer, replace(way, block=found))
    return f"COUNT {{ {unordered(text)} RETURN {variable} }}"


def edge_part(asked: Field) -> Each | None:
    """The shaper of what every edge has; None for what the listed thing or its rank says."""
    if asked.name == TYPENAME:
        return lambda *_: asked.owners[0]
    return _cursor_of if asked.name == "cursor" else None


def _cursor_of(row: Value, _path: Path, _answer: Answer, page: _Page) -> Value:
    return page.cursor(row)


def _filters(writer: Writer, way: Way, listed: str) -> str:
    """What the arguments ask that the way itself does not see to."""
    variable = way.block.binds[0]
    seen = _PAGING | {param.partition("_")[0] for param in way.block.params}
    asked = [name for name in way.shape if name not in seen and not name.startswith("as_")]

    def write(key: str) -> str:
        path, _, name = key.rpartition(".")
        return writer.write(filter_block(variable, name), {variable: listed}, way.asked.slot, path=path).text

    return f" AND {all_of(asked, write)}" if asked else ""


def _after(writer: Writer, way: Way, listed: str) -> str:
    if "after" not in way.shape:
        return ""
    variable = way.block.binds[0]
    _, found = block((variable,), "after", way.shape)
    return f" AND {writer.write(found, {variable: listed}, way.asked.slot).text}"


def _cursor(writer: Writer, way: Way, listed: str) -> str:
    variable = way.block.binds[0]
    if way.asked.type == "SearchConnection":  # its order is one of the moment, so there are no cursors
        return "null"
    _, found = block((variable,), "cursor")
    return writer.write(found, {variable: listed}).text


def _part(asked: Field, columns: Columns) -> _Part:
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


@dataclass(frozen=True, slots=True)
class Listed:
    """What is known of one page: its rows and one more if there is one, how many the list has, and whose list it is."""

    rows: Sequence[Any]
    count: Any
    parent: str


def connection(
    asked: Field, columns: Columns, keys: Callable[[Any], Sequence[Any]] = itemgetter(-1)
) -> Callable[[Listed, Path, Answer], Value]:
    """The shaper of a connection; `keys` are what its list is ordered by, of one row."""
    if asked.selection is None or asked.slot is None:
        raise TypeError(f"{asked.name} is no page")
    slot = asked.slot
    parts = {key: _part(inner, columns) for key, inner in asked.selection.only()}

    def shape(listed: Listed, path: Path, answer: Answer) -> Value:
        arguments = answer.arguments[slot]
        check_list(arguments, listed.parent, path)
        first = arguments["first"]

        def cursor(row: Value) -> str:
            return encode(fingerprint(asked, arguments), listed.parent, keys(row))

        shown = _Page(listed.rows[:first], len(listed.rows) > first, "after" in arguments, listed.count, cursor)
        return {key: part(shown, (key, path), answer) for key, part in parts.items()}

    return shape


def check_list(arguments: Arguments, parent: str, path: Path) -> None:
    """Raise ShapeError where the cursor among the arguments belongs to another thing's list."""
    if arguments.get("after_parent", parent) != parent:
        problem = BadCursor("the cursor belongs to another list, filter or order; begin without `after`")
        raise ShapeError(str(problem), path, problem)
