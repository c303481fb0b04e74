"""Random queries over the schema, with a corpus's own values as arguments.

They are valid by making: a key stands for one field with one set of arguments, however many fragments lead to it. Now
and then one argument is refused; it then stands at the root, where nothing skips it.
"""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_abstract_type,
    is_list_type,
    is_non_null_type,
)

Composite = GraphQLObjectType | GraphQLInterfaceType
Argument = GraphQLArgument | GraphQLInputField

DEPTH = 4
WRAPPERS = ("Connection", "Edge")
"""Types that lead on without being a level of their own."""
LARGE = frozenset({"Query.search"})
"""Fields asked for as many as there may be: an answer cut by Lucene's rank can not be compared."""
WORDS: Mapping[str, str] = {
    **{name: name for name in ("predicate", "dimension", "family", "topic", "issue", "source", "dataset", "name")},
    **dict.fromkeys(("subject", "object", "claimant", "attributedTo", "about", "entity"), "entity"),
    **dict.fromkeys(("assertedFrom", "assertedTo", "since"), "moment"),
    **dict.fromkeys(("publishedFrom", "publishedTo"), "moment of publication"),
    **dict.fromkeys(("eventFrom", "eventTo"), "moment of the event"),
    **dict.fromkeys(("atLeast", "atMost"), "figure"),
    "event": "moment of the event",
    "known": "moment of publication",
    "recorded": "moment between loads",
    "during": "event",
    "type": "predicate",
    "publisher": "organisation",
    "text": "name",
    "ids": "node",
}
"""Of which kind of value each argument takes one; `id` takes that of its field."""
CONNECTIVES = {"and", "or", "not"}
"""Keys of a filter that hold filters."""
UNKNOWN: Mapping[str, str] = {
    **{name: f"{name}/no/one" for name in ("entity", "claim", "issue", "source")},
    "node": "claim/no/one",
    **dict.fromkeys(("event", "organisation"), "entity/no/one"),
    **dict.fromkeys(
        ("moment", "moment of the event", "moment of publication", "moment between loads"), "1999-12-31T23:59:59Z"
    ),
}
"""Values that are right and fit nothing; any other kind has "nothing"."""


@dataclass(slots=True)
class Query:
    """A query in the making."""

    chance: random.Random
    schema: GraphQLSchema
    values: Mapping[str, Sequence[str]]
    variables: dict[str, Any] = field(default_factory=dict)
    definitions: list[str] = field(default_factory=list)
    fragments: list[str] = field(default_factory=list)
    room: int = 0
    """How many selections may still be made; then only plain fields are."""
    viewed: bool = False
    """Whether the root field at hand may be as of other moments: then no filter asks what is contested."""
    refused: bool = False
    """Whether there is an argument in it that is wrong in itself."""

    def text(self) -> str:
        """The whole of it."""
        query = self.schema.query_type
        assert query
        self.room = self.chance.randint(2, 16)
        body = self.selection(query, DEPTH, set())
        definitions = f"({', '.join(self.definitions)})" if self.definitions else ""
        return "\n".join([f"query Q{definitions} {body}", *self.fragments])

    def selection(self, type_: Composite, depth: int, used: set[str]) -> str:
        """A selection set of things of that type; `used` are the keys that stand in it already."""
        plain = [name for name, one in type_.fields.items() if not _leads(one)]
        self.room -= 1
        open_ = depth > 0 and (self.room > 0 or not plain)
        ways = [name for name, one in type_.fields.items() if _leads(one) and open_]
        chosen = [*self.some(plain, 3), *self.some(ways, 2)] or self.some([*plain, *ways], 1, least=1)
        parts = [self.asked(type_, name, depth, used) for name in self.chance.sample(chosen, len(chosen))]
        if self.one_in(3):
            parts.append(self.key("__typename", used))
        if self.one_in(3) and type_.name not in {"Query", "Statistics"}:
            parts.append(self.fragment(type_, depth, used))
        return f"{{ {' '.join(parts)} }}"

    def asked(self, type_: Composite, name: str, depth: int, used: set[str]) -> str:
        """One field, perhaps twice."""
        definition = type_.fields[name]
        key = self.key(name, used)
        is_root = type_ is self.schema.query_type
        self.viewed = self.one_in(2) if is_root else self.viewed
        bad = self.wrong(definition) if is_root else {}
        arguments = [
            f"{each}: {bad.get(each) or self.value(each, one, f'{type_.name}.{name}', depth)}"
            for each, one in definition.args.items()
            if each not in {"after", *self.barred()} and (is_non_null_type(one.type) or self.is_given(each))
        ]
        head = key + (f"({', '.join(arguments)})" if arguments else "") + ("" if bad else self.directive())
        if not _leads(definition):
            return head
        below, keys = get_named_type(definition.type), set[str]()
        assert isinstance(below, (GraphQLObjectType, GraphQLInterfaceType))
        rest = depth - (not below.name.endswith(WRAPPERS))
        times = 2 if self.one_in(8) else 1
        return " ".join(f"{head} {self.selection(below, rest, keys)}" for _ in range(times))

    def wrong(self, definition: GraphQLField) -> dict[str, str]:
        """Mostly nothing; else an argument that is refused, as text."""
        ways = {
            "first": ("0", "101", "-1"),
            "id": ('"nothing"', "7", '"person/x"'),
            "ids": ('["nothing"]', '["claim/x", "person/x"]'),
        }
        name = next((name for name in ways if name in definition.args), None)
        if name is None or not self.one_in(20):
            return {}
        self.refused = True
        return {name: self.chance.choice(ways[name])}

    def key(self, name: str, used: set[str]) -> str:
        """The field under its own name, or an alias where that is taken."""
        alias = name if name not in used and not self.one_in(4) else f"k{len(used)}"
        used.add(alias)
        return name if alias == name else f"{alias}: {name}"

    def fragment(self, type_: Composite, depth: int, used: set[str]) -> str:
        """A fragment on the type, an interface of it, or a type that it may turn out to be."""
        others: list[Composite] = [type_, *type_.interfaces]
        if is_abstract_type(type_):
            others += list(self.schema.get_possible_types(type_))
        on = self.chance.choice(others)
        body = self.selection(on, depth, used)
        if self.one_in(2):
            condition = f" on {on.name}" if on is not type_ or self.one_in(2) else ""
            return f"...{condition}{self.directive()} {body}"
        name = f"F{len(self.fragments)}"
        self.fragments.append(f"fragment {name} on {on.name} {body}")
        return f"...{name}{self.directive()}"

    def directive(self) -> str:
        """Nothing mostly; else a directive, or both."""
        if not self.one_in(8):
            return ""
        kinds = self.chance.choice([["skip"], ["include"], ["skip", "include"]])
        return "".join(f" @{kind}(if: {self.given(self.chance.random() < 0.5, 'Boolean!')})" for kind in kinds)

    def value(self, name: str, argument: Argument, owner: str, depth: int) -> str:
        """A value of an argument, as text: written out, or as a variable."""
        wanted = self.raw(name, argument, owner, depth)
        return self.given(wanted, str(argument.type), get_named_type(argument.type))

    def raw(self, name: str, argument: Argument, owner: str, depth: int) -> Any:  # noqa: ANN401, PLR0911 - any input
        """A value of an argument, as JSON has it."""
        type_ = get_named_type(argument.type)
        if name == "first":
            return 100 if owner in LARGE else self.chance.randint(1, 7 if depth == DEPTH else 3)
        if not is_non_null_type(argument.type) and self.one_in(8):
            return None
        if isinstance(type_, GraphQLEnumType):
            many = is_list_type(argument.type) and self.one_in(2)
            return self.some(list(type_.values), 3) if many else self.chance.choice(list(type_.values))
        if isinstance(type_, GraphQLInputObjectType):
            if is_list_type(argument.type):
                return [self.input(type_, owner, depth) for _ in range(self.chance.randint(0, 3))]
            return self.input(type_, owner, depth)
        if type_ is GraphQLBoolean:
            return self.one_in(2)
        word = owner.removeprefix("Query.") if name == "id" else WORDS[name]
        if name == "ids":
            return self.some(list(self.values[word]), 5)
        if word == "figure":
            return float(self.chance.choice(self.values[word]))
        return UNKNOWN.get(word, "nothing") if self.one_in(12) else self.chance.choice(self.values[word])

    def input(self, type_: GraphQLInputObjectType, owner: str, depth: int) -> dict[str, Any]:
        """A few keys of an input; filters within filters are rarer than others, so that they end."""
        barred = {"contested"} if self.viewed else set()
        if not self.one_in(3):
            barred |= CONNECTIVES
        keys = self.some([key for key in type_.fields if key not in barred], 2)
        return {key: self.raw(key, type_.fields[key], owner, depth) for key in keys}

    def given(self, value: Any, type_: str, named: object = None) -> str:  # noqa: ANN401 - any input
        """A value as it stands in the text: written out, a variable, or a variable with this default."""
        how = self.chance.choice(["written", "written", "variable", "default"])
        if how == "written":
            return _written(value, named)
        name = f"v{len(self.definitions)}"
        if how == "variable":
            self.definitions.append(f"${name}: {type_}")
            self.variables[name] = value
        else:
            self.definitions.append(f"${name}: {type_} = {_written(value, named)}")
        return f"${name}"

    def barred(self) -> set[str]:
        """What is left out of the arguments of the root field at hand."""
        return set() if self.viewed else {"asOf"}

    def is_given(self, name: str) -> bool:
        """Whether an argument that may be left out is given."""
        return name == "first" or self.one_in(2 if name == "asOf" else 3)

    def one_in(self, number: int) -> bool:
        """True now and then."""
        return self.chance.randrange(number) == 0

    def some(self, names: Sequence[str], most: int, least: int = 0) -> list[str]:
        """A few of them."""
        return self.chance.sample(names, min(len(names), self.chance.randint(least, most)))


def _leads(definition: GraphQLField) -> bool:
    return isinstance(get_named_type(definition.type), (GraphQLObjectType, GraphQLInterfaceType))


def _written(value: Any, type_: object) -> str:  # noqa: ANN401 - any input
    if isinstance(value, dict) and isinstance(type_, GraphQLInputObjectType):
        fields = ((key, one, get_named_type(type_.fields[key].type)) for key, one in value.items())
        return f"{{ {', '.join(f'{key}: {_written(one, kind)}' for key, one, kind in fields)} }}"
    if isinstance(value, list):
        return f"[{', '.join(_written(one, type_) for one in value)}]"
    if isinstance(value, str) and isinstance(type_, GraphQLEnumType):
        return value
    return json.dumps(value, ensure_ascii=False)
