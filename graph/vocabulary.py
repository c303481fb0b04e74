"""What claims can say: predicates, the dimensions of their quantities, and the families of questions that they answer.

`vocabulary.yaml` beside this file holds what every corpus shares, and its header explains each field; a corpus may
bring more.
"""

from __future__ import annotations

import difflib
import hashlib
import importlib.resources
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, cached_property
from graphlib import CycleError, TopologicalSorter
from typing import Annotated

import yaml
from pydantic import AfterValidator, ConfigDict, Field, TypeAdapter

from .errors import InvalidInput
from .identity import components
from .quantities import is_unit
from .records import Kind
from .relations import STRUCTURAL_TYPES


class ValueType(StrEnum):
    """What a predicate says beyond its object."""

    NONE = "none"
    TEXT = "text"
    QUANTITY = "quantity"


class Holds(StrEnum):
    """How what a predicate says stands in time."""

    STATE = "state"
    STANDING = "standing"
    TOTAL = "total"
    ONCE = "once"
    ALWAYS = "always"


class SlotKey(StrEnum):
    """What a question is asked about."""

    SUBJECT = "subject"
    SIDE = "side"
    OBJECT = "object"
    DURING = "during"
    DIMENSION = "dimension"


_PREDICATE = re.compile(r"(?!NOT_)[A-Z][A-Z0-9_]{0,60}", re.ASCII)
_PLAIN = re.compile(r"[a-z][a-z0-9_]{0,60}", re.ASCII)
_BRACED = re.compile(r"\{([^{}]*)\}|[{}]")


def _predicate_name(name: str) -> str:
    """Predicates become relationship types, in the text of statements."""
    if not _PREDICATE.fullmatch(name) or name in STRUCTURAL_TYPES:
        message = (
            f"'{name}': a predicate is written in capitals, as WITHDREW_FROM, does not begin with NOT_ "
            "and is no type of the graph's own"
        )
        raise ValueError(message)
    return name


def _plain_name(name: str) -> str:
    """Families and dimensions stand in the ids of issues."""
    if not _PLAIN.fullmatch(name):
        message = f"'{name}': a name here is written in small letters, digits and _, as equipment_losses"
        raise ValueError(message)
    return name


PredicateName = Annotated[str, AfterValidator(_predicate_name)]
PlainName = Annotated[str, AfterValidator(_plain_name)]
_STRICT = ConfigDict(extra="forbid")


@dataclass(frozen=True, kw_only=True)
class Dimension:
    """What a quantity measures: losses, in items."""

    __pydantic_config__ = _STRICT
    unit: str
    part_of: str | None = None
    noun: str | None = None


@dataclass(frozen=True, kw_only=True)
class Family:
    """A kind of question: *What losses did {side} suffer ({during})?*, one for each side and operation."""

    __pydantic_config__ = _STRICT
    question: str
    slot: Annotated[tuple[SlotKey | Annotated[tuple[SlotKey, ...], Field(min_length=1)], ...], Field(min_length=1)]
    topic: str
    unordered: bool = False


@dataclass(frozen=True, kw_only=True)
class Predicate:
    """What can be said of a subject: that it WITHDREW_FROM a place, once."""

    __pydantic_config__ = _STRICT
    says: str
    subject: tuple[Kind, ...]
    object: tuple[Kind, ...] = ()
    object_optional: bool = False
    value: ValueType = ValueType.NONE
    dimensions: tuple[str, ...] = ()
    holds: Holds
    functional: bool = False
    families: tuple[str, ...] = ()
    then_not: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """Predicates, dimensions, families and counted things by name."""

    __pydantic_config__ = _STRICT
    counts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    dimensions: Mapping[PlainName, Dimension] = field(default_factory=dict)
    families: Mapping[PlainName, Family] = field(default_factory=dict)
    predicates: Mapping[PredicateName, Predicate] = field(default_factory=dict)

    @cached_property
    def count_names(self) -> dict[str, str]:
        """Each word for something counted, with its standard one: `troops` is `person`."""
        return {word: name for name, words in self.counts.items() for word in (name, *words)}

    @cached_property
    def rivals(self) -> dict[str, str]:
        """For each predicate that excludes others or is excluded, one name for all of them."""
        pairs = [(name, other) for name, predicate in self.predicates.items() for other in predicate.excludes]
        return {name: first for group in components(pairs, ()) for name, first in group.canonical.items()}

    @cached_property
    def digest(self) -> str:
        """A hash that any change of the vocabulary changes."""
        return hashlib.blake2b(self.to_json().encode(), digest_size=8).hexdigest()

    def to_json(self) -> str:
        """As canonical JSON, which `VOCABULARY.validate_json` reads back."""
        tree = VOCABULARY.dump_python(self, mode="json", exclude_defaults=True)
        return json.dumps(tree, ensure_ascii=False, separators=(",", ":"), sort_keys=True)

    def problems(self) -> Iterator[tuple[str, str]]:
        """Whatever is named and not defined, or does not fit together, as (path, message)."""
        for name, dimension in self.dimensions.items():
            yield from self._dimension_problems(f"dimensions.{name}", name, dimension)
        for name, family in self.families.items():
            asked = [keys.value if isinstance(keys, SlotKey) else keys[0].value for keys in family.slot]
            yield from self._unknown(f"families.{name}.question", _placeholders(family.question), asked)
            for key in sorted({key for key in asked if asked.count(key) > 1}):
                yield f"families.{name}.slot", f"'{key}' stands twice; a question asks for it once"
            if family.unordered and SlotKey.DIMENSION in family.slot:
                yield f"families.{name}.slot", "an unordered slot holds things of one sort; leave the dimension out"
        for name, predicate in self.predicates.items():
            yield from self._predicate_problems(f"predicates.{name}", predicate)
        for name, words in self.counts.items():
            for word in (word for word in words if self.count_names[word] != name):
                yield f"counts.{name}", f"'{word}' already means '{self.count_names[word]}'"

    def merged_with(self, other: Vocabulary) -> Vocabulary:
        """Both together. Raises InvalidInput naming what the two define differently."""
        clashes = [
            f"{section}.{name}"
            for section in ("counts", "dimensions", "families", "predicates")
            for name, definition in getattr(other, section).items()
            if getattr(self, section).get(name, definition) != definition
        ]
        if clashes:
            message = f"the vocabularies define differently: {', '.join(clashes)}; rename one, or write both alike"
            raise InvalidInput(message)
        return Vocabulary(
            {**self.counts, **other.counts},
            {**self.dimensions, **other.dimensions},
            {**self.families, **other.families},
            {**self.predicates, **other.predicates},
        )

    def _dimension_problems(self, path: str, name: str, dimension: Dimension) -> Iterator[tuple[str, str]]:
        yield from self._unknown(f"{path}.part_of", (dimension.part_of,), self.dimensions)
        if not is_unit(dimension.unit, self.count_names):
            hint = "write a standard word of `counts`, or a physical unit such as km"
            yield f"{path}.unit", f"figures can not be kept in '{dimension.unit}'; {hint}"
        whole = self.dimensions.get(dimension.part_of or "")
        if whole and whole.unit != dimension.unit:
            yield f"{path}.unit", f"a part is measured as its whole is: in '{whole.unit}', as '{dimension.part_of}'"
        if name in self._circular:
            yield f"{path}.part_of", f"'{name}' would be a part of itself"

    @cached_property
    def _circular(self) -> frozenset[str]:
        """The dimensions of one circle of parts, if there is any."""
        try:
            TopologicalSorter({name: [each.part_of or ""] for name, each in self.dimensions.items()}).prepare()
        except CycleError as error:
            return frozenset(error.args[1])
        return frozenset()

    def _predicate_problems(self, path: str, predicate: Predicate) -> Iterator[tuple[str, str]]:
        yield from self._unknown(f"{path}.says", _placeholders(predicate.says), ("subject", "object"))
        yield from self._unknown(f"{path}.families", predicate.families, self.families)
        yield from self._unknown(f"{path}.dimensions", predicate.dimensions, self.dimensions)
        yield from self._unknown(f"{path}.then_not", predicate.then_not, self.predicates)
        yield from self._unknown(f"{path}.excludes", predicate.excludes, self.predicates)
        if (predicate.value is ValueType.QUANTITY) != bool(predicate.dimensions):
            yield path, "`value: quantity` and `dimensions` go together"

    def _unknown(self, path: str, names: Iterable[str | None], known: Collection[str]) -> Iterator[tuple[str, str]]:
        for name in names:
            if name is not None and name not in known:
                yield path, f"'{name}' is not defined{nearest(name, known)}"


VOCABULARY = TypeAdapter(Vocabulary)
"""Reads a vocabulary from a tree of plain values, and writes one as JSON."""


@cache
def shared_vocabulary() -> Vocabulary:
    """The vocabulary that every corpus shares."""
    text = importlib.resources.files(__package__).joinpath("vocabulary.yaml").read_text("utf-8")
    return VOCABULARY.validate_python(yaml.safe_load(text))


def _placeholders(template: str) -> Iterator[str]:
    """The names in braces; whatever else braces could make str.format do is given as no name could be."""
    return (found[1] or found[0] for found in _BRACED.finditer(template))


def nearest(name: str, known: Iterable[str]) -> str:
    """`; did you mean 'LOCATED_IN'?`, or nothing when no known name is near: the tail of an error's sentence."""
    near = difflib.get_close_matches(name, list(known), n=3)
    return f"; did you mean {' or '.join(repr(found) for found in near)}?" if near else ""
