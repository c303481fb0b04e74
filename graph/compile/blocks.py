"""The blocks of `cypher/fields/`, found by type and field, and put into a statement with variables of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from ... import cypher
from ...cypher import Block
from .selection import Field
from .views import View, viewed

_TOKEN: Final = re.compile(
    r"'[^']*'|/\*filter\*/|\bYIELD \w+ AS \w+(?:, \w+ AS \w+)*|(?<!\w)\$\w+|(?<![\w.$:])[a-z]\w*\b(?!\()"
)
"""What may have to change: not strings, properties, labels or functions, nor what a procedure yields before AS."""
_RENAMED: Final = re.compile(r"(?<= AS )\w+")
_MADE: Final = re.compile(r"(?:(?<!\w)[(\[]|\bAS )([a-z]\w*)(?=[:){ ,\]]|$)", re.MULTILINE)
"""Where a variable is made: `(claim:Claim)`, `[level:CLAIMED_BY]`, `AS name`."""
_CLAUSES: Final = ("MATCH", "OPTIONAL", "CALL", "UNWIND", "WITH")
_ORDER: Final = re.compile(r"^( *)(ORDER BY .*)$", re.MULTILINE)


class NoBlockError(Exception):
    """A field of the schema that no Cypher file answers: a mistake of ours."""


def variable_of(type_: str) -> str:
    """The variable of a type's file: `sameAs` for SameAs."""
    return type_[0].lower() + type_[1:]


def block(owners: Sequence[str], name: str, shape: Sequence[str] = ()) -> tuple[str, Block]:
    """The block that answers a field with arguments of that shape, and the type that has it. Raises NoBlockError."""
    for owner in owners:
        for way, found in _ways(owner, name).items():
            if way == name or way.removeprefix(f"{name}_by_") in shape or way.removeprefix(f"{name}_") in shape:
                return owner, found
    raise NoBlockError(f"no block in cypher/fields/ answers {owners[0]}.{name}")


def filter_block(variable: str, name: str) -> Block:
    """What an argument asks of a listed thing. Raises NoBlockError."""
    try:
        return cypher.fields(f"{variable}_filter")[name]
    except KeyError:
        raise NoBlockError(f"cypher/fields/{variable}_filter.cypher has no block {name}") from None


def leads(block: Block) -> bool:
    """Whether the block is made of clauses that lead to something, rather than a condition on the same node."""
    return block.text.startswith(_CLAUSES)


def limited(text: str, limit: str) -> str:
    """A page's text that reads no further than it must."""
    return _ORDER.sub(rf"\1\2 LIMIT {limit}", text)


def backwards(text: str) -> str:
    """A page's text in the opposite order."""
    return _ORDER.sub(lambda line: f"{line[1]}ORDER BY {_turned(line[2].removeprefix('ORDER BY '))}", text)


def _turned(keys: str) -> str:
    turned = (key.removesuffix(" DESC") if key.endswith(" DESC") else f"{key} DESC" for key in keys.split(", "))
    return ", ".join(turned)


def unordered(text: str) -> str:
    """A page's text for counting."""
    return _ORDER.sub("", text)


@dataclass(frozen=True, slots=True)
class Way:
    """One field on its way into a statement: the block that answers it, and the variables that the block stands on."""

    asked: Field
    shape: Sequence[str]
    block: Block
    given: Mapping[str, str]


def opposite(way: Way) -> str | None:
    """What of a field's shape asks for the opposite of its block's order: such an order has cursors of its own."""
    own = {name.removeprefix("after_") for name in _ways(way.block.binds[0], "after") if name != "after"}
    return next((word for word in way.shape if word in own), None)


@dataclass(slots=True)
class Writer:
    """Puts blocks into one statement: gives each its number, and notes its parameters."""

    sources: list[tuple[str, int, str]] = field(default_factory=list)
    """For each parameter of the statement: its name, the slot of the arguments it is taken from, its name there."""
    number: int = 0
    view: View | None = None
    """The view under which the field at hand is asked."""

    def write(
        self, found: Block, given: Mapping[str, str], slot: int | None = None, filters: str = "", path: str = ""
    ) -> Written:
        """The block's text: variables are those `given`, and those it makes and its parameters get its number.

        Its parameters are the arguments of their names, of a filter within a filter those under its path.
        """
        self.number += 1
        number = self.number
        names = {**{name: f"{name}{number}" for name in _variables(found.text)}, **given}
        if slot is not None:
            prefix = f"{path}." if path else ""
            self.sources += [(f"{name}_{number}", slot, f"{prefix}{name}") for name in sorted(found.params)]

        def replaced(token: re.Match[str]) -> str:
            text = token.group()
            if text.startswith("YIELD "):
                return _RENAMED.sub(lambda name: names[name.group()], text)
            if text.startswith("$"):
                return f"{text}_{number}"
            return filters if text.startswith("/*") else names.get(text, text)

        text = viewed(_TOKEN.sub(replaced, found.text), self.view)
        return Written(text, {name: names[name] for name in found.binds if name in names})

    def look(self, view: View | None) -> None:
        """Take that view for what is written from now on."""
        self.view = view
        if view:
            self.sources += view.sources

    def parameter(self, name: str, slot: int) -> str:
        """A parameter taken from the arguments in that slot."""
        self.number += 1
        self.sources.append((f"{name}_{self.number}", slot, name))
        return f"${name}_{self.number}"


@dataclass(frozen=True, slots=True)
class Written:
    """A block in a statement: its text, and the variables there of what it leads to."""

    text: str
    binds: dict[str, str]


@cache
def _variables(text: str) -> frozenset[str]:
    return frozenset(_MADE.findall(text))


@cache
def _ways(type_: str, name: str) -> dict[str, Block]:
    """The blocks that answer a field, in the order of its own file, or of its type's."""
    pattern = re.compile(rf"{name}(_by_\w+|_as_\w+)?")
    file = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", type_).lower()
    for each in (f"{file}.{name}", file):
        with suppress(FileNotFoundError):
            return {way: found for way, found in cypher.fields(each).items() if pattern.fullmatch(way)}
    return {}
