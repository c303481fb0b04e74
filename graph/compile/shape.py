"""From the one row of a statement to the answer: small functions, put together once for each plan.

A shaper takes a value, the path that leads to it, and the answer that is being made. A null where the schema allows
none makes the nearest thing null that may be: ShapeError climbs to it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import orjson

from ..errors import ClaimgraphError
from .inline import Inline, OddRow, Scope, compiled, written
from .selection import Arguments
from .weighed import Scales

Value = Any
"""What the database sends, or what the answer shows of it."""
Path = tuple[Any, ...]
"""The way to a value, last step first: (name, (0, (nodes, …)))."""


@dataclass(slots=True)
class Answer:
    """One answer in the making: the arguments that it is for, and what went wrong on the way."""

    arguments: Sequence[Arguments]
    scales: Scales = field(default_factory=Scales)
    fetched: Mapping[tuple[int, str], Value] = field(default_factory=dict)
    """Rows of things that the rules named, by site and id; None for one that is not there."""
    problems: list[ShapeError] = field(default_factory=list)
    needed: dict[int, set[str]] = field(default_factory=dict)
    """Ids of things to be fetched before the answer can be made, by site."""


class ShapeError(OddRow):
    """A value that cannot be shown, at a place in the answer."""

    def __init__(self, message: str, path: Path, cause: ClaimgraphError | None = None) -> None:
        super().__init__(message)
        self.steps = steps(path)
        self.cause = cause
        """The foreseen error that it stands for, if any; the rest is a fault of the data, or ours."""


Shaper = Callable[[Value, Path, Answer], Value]


def steps(path: Path) -> list[str | int]:
    """A path as the answer's errors spell it, first step first."""
    found: list[str | int] = []
    while path:
        step, path = path
        found.append(step)
    return found[::-1]


def nullable(shaper: Shaper) -> Shaper:
    """The shaper of something that may be null, and is where something in it may not."""

    def shape(value: Value, path: Path, answer: Answer) -> Value:
        if value is None:
            return None
        try:
            return shaper(value, path, answer)
        except ShapeError as problem:
            answer.problems.append(problem)
            return None

    def write(value: str, path: str, scope: Scope) -> str:
        name = scope.variable()
        return f"(None if ({name} := {value}) is None else {written(shaper, name, path, scope)})"

    return Inline(shape, write)


def required(shaper: Shaper, what: str) -> Shaper:
    """The shaper of something that may not be null."""

    def shape(value: Value, path: Path, answer: Answer) -> Value:
        if value is None:
            raise ShapeError(f"{what} has no value", path)
        return shaper(value, path, answer)

    def write(value: str, path: str, scope: Scope) -> str:
        name = scope.variable()
        return f"(odd() if ({name} := {value}) is None else {written(shaper, name, path, scope)})"

    return Inline(shape, write)


def first(shaper: Shaper) -> Shaper:
    """The shaper of a thing that comes as a list of one, or of none."""

    def shape(values: Value, path: Path, answer: Answer) -> Value:
        return shaper(values[0] if values else None, path, answer)

    def write(value: str, path: str, scope: Scope) -> str:
        name = scope.variable()
        return written(shaper, f"({name}[0] if ({name} := {value}) else None)", path, scope)

    return Inline(shape, write)


def many(shaper: Shaper) -> Shaper:
    """The shaper of a list."""

    def shape(values: Value, path: Path, answer: Answer) -> Value:
        return [shaper(value, (place, path), answer) for place, value in enumerate(values)]

    def write(value: str, path: str, scope: Scope) -> str:
        place, name = scope.variable(), scope.variable()
        return f"[{written(shaper, name, f'({place}, {path})', scope)} for {place}, {name} in enumerate({value})]"

    return Inline(shape, write)


@dataclass(frozen=True, slots=True)
class Column:
    """One key of a thing's answer: the place of its value in the thing's row, and what to make of it.

    `place` None is a constant, the name of the type. `shaper` None takes the value as it is.
    """

    key: str
    place: int | None
    shaper: Shaper | None = None
    required: bool = False


def thing(type_: str, columns: Sequence[Column]) -> Shaper:
    """The shaper of a thing of known type."""
    base: dict[str, Any] = {column.key: type_ if column.place is None else None for column in columns}
    plain = [(c.key, c.place) for c in columns if c.place is not None and c.shaper is None and not c.required]
    needed = [(c.key, c.place) for c in columns if c.place is not None and c.shaper is None and c.required]
    made = [(c.key, c.place, c.shaper) for c in columns if c.place is not None and c.shaper is not None]

    def shape(row: Value, path: Path, answer: Answer) -> Value:
        shown = base.copy()
        for key, place in plain:
            shown[key] = row[place]
        for key, place in needed:
            if row[place] is None:
                raise ShapeError(f"{type_}.{key} has no value", (key, path))
            shown[key] = row[place]
        for key, place, shaper in made:
            shown[key] = shaper(row[place], (key, path), answer)
        return shown

    def write(value: str, path: str, scope: Scope) -> str:
        parts = (f"{column.key!r}: {_written(column, type_, value, path, scope)}" for column in columns)
        return f"{{{', '.join(parts)}}}"

    return Inline(shape, write)


def _written(column: Column, type_: str, row: str, path: str, scope: Scope) -> str:
    if column.place is None:
        return repr(type_)
    value = f"{row}[{column.place}]"
    if column.shaper is not None:
        return written(column.shaper, value, f"({column.key!r}, {path})", scope)
    if not column.required:
        return value
    name = scope.variable()
    return f"(odd() if ({name} := {value}) is None else {name})"


def one_of(shapers: Mapping[str, Shaper]) -> Shaper:
    """The shaper of a thing whose type stands first in its row."""

    def shape(row: Value, path: Path, answer: Answer) -> Value:
        shaper = shapers.get(row[0])
        if shaper is None:
            raise ShapeError(f"{row[0]!r} is no type of what may stand here", path)
        return shaper(row, path, answer)

    def write(value: str, path: str, scope: Scope) -> str:
        quick = scope.constant({type_: compiled(shaper) for type_, shaper in shapers.items()})
        return f"{quick}.get({value}[0], odd)({value}, {path}, answer)"

    return Inline(shape, write)


def as_it_is(value: Value, _path: Path, _answer: Answer) -> Value:
    """The value itself."""
    return value


def _integer(value: Value, path: Path, _: Answer) -> Value:
    if not isinstance(value, int) or not -(2**31) <= value < 2**31:
        raise ShapeError(f"{value!r} is no 32-bit integer", path)
    return value


def _number(value: Value, path: Path, _: Answer) -> Value:
    if not isinstance(value, (int, float)) or not math.isfinite(value):
        raise ShapeError(f"{value!r} is no finite number", path)
    return value


def _json(value: Value, path: Path, _: Answer) -> Value:
    try:
        return orjson.loads(value)
    except ValueError:
        raise ShapeError("what is kept here is no JSON", path) from None


SCALARS: Final[Mapping[str, Shaper]] = {"Int": _integer, "Float": _number, "JSON": _json}
"""The plain values that are not shown just as they come; moments and words are made ready in Cypher."""
