"""From the tree of an operation to its plan: one statement, the parameters it takes, and the shaper of its one row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from .arguments import parameter
from .blocks import Way, Writer, block, leads, variable_of
from .derived import Rules, contested_column, is_derived
from .inline import compiled
from .pages import page
from .selection import TYPENAME, Arguments, Field, Selection
from .shape import SCALARS, Column, Shaper, as_it_is, first, many, nullable, one_of, required, thing
from .sites import NOW, Site, boards, either, is_large, issues_column, site_text
from .views import View

_STATEMENT: Final = """RETURN [
{fields}
], COLLECT {{ MATCH (graph:Graph {{id: 'graph'}}) RETURN [graph.key, graph.version, graph.open_run IS NOT NULL] }}"""

_COLLECT: Final = "COLLECT {"


@dataclass(frozen=True, slots=True)
class Plan:
    """How one operation is answered, whatever the values of its arguments."""

    text: str
    """Returns one row: the list of the root fields' values, and the graph's state, or none where nothing was loaded."""
    sources: tuple[tuple[str, int, str], ...]
    """For each parameter of the statement: its name, the slot of the arguments it is taken from, its name there."""
    shaper: Shaper
    reads: bool
    """Whether there is anything to ask the database for: `__typename` alone is known."""
    sites: tuple[Site, ...] = ()
    """Where, under a view, more has to be fetched once the rules have spoken."""

    def params(self, arguments: Sequence[Arguments], site: Site | None = None) -> dict[str, Any]:
        """The parameters of the statement, or of a site's."""
        sources = site.sources if site else self.sources
        return {name: parameter(source, arguments[slot]) for name, slot, source in sources}


def plan(operation: Selection, shapes: Sequence[tuple[str, ...]]) -> Plan:
    """The plan of an operation whose arguments, slot by slot, have these shapes. Raises NoBlockError."""
    compiler = _Compiler(shapes)
    columns, shaper = compiler.row(operation, "")
    text = _STATEMENT.format(fields=",\n".join(columns))
    sites = tuple(site for site in compiler.sites if site)
    return Plan(text, tuple(compiler.writer.sources), compiled(nullable(shaper)), bool(columns), sites)


@dataclass(frozen=True, slots=True)
class _Compiler:
    shapes: Sequence[tuple[str, ...]]
    writer: Writer = field(default_factory=Writer)
    sites: list[Site | None] = field(default_factory=list)
    boards: dict[int, Site] = field(default_factory=dict)
    """The place of the boards of each view, by its slot."""

    def row(self, selection: Selection, variable: str) -> tuple[list[str], Shaper]:
        """The values that a thing's row is made of, and the shaper of that row."""
        columns = [self._kind(selection, variable)] if selection.is_open else []
        places: list[tuple[int | None, Shaper | None]] = []
        for asked in selection.fields:
            if asked.name == TYPENAME:
                places.append((None, None))
                continue
            if not variable:
                self.writer.look(View.of(self._shape(asked), asked.slot))
            expression, shaper = self._field(asked, variable)
            expression = _guarded(expression, asked, columns[:1])
            if expression not in columns:  # what the rules answer shares its board
                columns.append(expression)
            places.append((columns.index(expression), shaper))
        shapers = {
            type_: thing(type_, [_column(key, selection.fields[at], *places[at]) for key, at in keys])
            for type_, keys in selection.answers.items()
        }
        return columns, one_of(shapers) if selection.is_open else next(iter(shapers.values()))

    def _kind(self, selection: Selection, variable: str) -> str:
        owner, found = block((selection.type,), TYPENAME)
        return self.writer.write(found, {variable_of(owner): variable}).text

    def _shape(self, asked: Field) -> tuple[str, ...]:
        return () if asked.slot is None else self.shapes[asked.slot]

    def _field(self, asked: Field, variable: str) -> tuple[str, Shaper | None]:
        shape, view = self._shape(asked), self.writer.view
        if view and is_derived(asked, shape) and asked.type != "IssueConnection":
            return issues_column(asked.owners[0], variable), self._rules().field(asked)
        expression, shaper = self._kept(asked, variable)
        if view or asked.owners[0] != "Claim" or not is_derived(asked, ()):
            return expression, shaper
        # A large issue does not keep all links of its claims: those the rules find, as under a view.
        return is_large(variable, expression), either(shaper or as_it_is, self._rules().field(asked))

    def _rules(self) -> Rules:
        """The rules under the view at hand; its boards have one place, whatever is asked of them."""
        view = self.writer.view
        slot = view.slot if view else NOW
        if slot not in self.boards:
            self.boards[slot] = boards(len(self.sites), view)
            self.sites.append(self.boards[slot])
        return Rules(self.boards[slot], slot, self._site)

    def _kept(self, asked: Field, variable: str) -> tuple[str, Shaper | None]:
        shape = self._shape(asked)
        owner, found = block(asked.owners, asked.name, shape)
        way = Way(asked, shape, found, {variable_of(owner): variable} if variable else {})
        if self.writer.view and is_derived(asked, shape):
            return contested_column(self.writer, way), self._rules().contested_issues(asked)
        if asked.selection is None:
            text = self.writer.write(found, way.given, asked.slot).text
            return text, _leaf(asked, listed=text.startswith(_COLLECT))
        if asked.type.endswith("Connection"):
            expression, shaper = page(self.writer, self.row, way)
        else:
            expression, shaper = self._linked(asked.selection, way)
        shaper = nullable(shaper) if asked.nullable else required(shaper, asked.name)
        return expression, first(shaper) if expression.startswith(_COLLECT) and not asked.many else shaper

    def _site(self, selection: Selection, type_: str) -> Site:
        """A place in the answer for things that the rules name."""
        writer = Writer()
        writer.look(self.writer.view)
        number = len(self.sites)
        self.sites.append(None)  # its place, before those of the sites in it
        variable = f"{variable_of(type_)}0"
        columns, shaper = replace(self, writer=writer).row(selection, variable)
        self.sites[number] = site = Site(number, site_text(type_, columns), tuple(writer.sources), compiled(shaper))
        return site

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
