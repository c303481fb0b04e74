"""Shapers written out: what a plan makes of a row as one Python expression, compiled once.

Put together of small functions, a shaper calls a dozen of them for each thing of an answer. Where a row is as it should
be, a function made for the plan does the same in a part of the time; where it meets anything odd it gives the row to
the careful ones, which tell what is wrong, and where.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Never

Call = Callable[[Any, tuple[Any, ...], Any], Any]
"""Takes a value, the path that leads to it, and the answer that is being made."""

_FUNCTION: Final = """def shape(row, path, answer):
    told = len(answer.problems)
    try:
        return {expression}
    except OddRow:
        del answer.problems[told:]
        return careful(row, path, answer)
"""


class OddRow(Exception):  # noqa: N818 - what it is
    """Something in a row that only the careful shaper can deal with."""


@dataclass(slots=True)
class Scope:
    """The names of one function in the making."""

    constants: dict[str, Any]
    variables: int = 0

    def variable(self) -> str:
        """A name that is not yet taken."""
        self.variables += 1
        return f"v{self.variables}"

    def constant(self, value: object) -> str:
        """The name of something that the function refers to."""
        name = f"c{len(self.constants)}"
        self.constants[name] = value
        return name


@dataclass(frozen=True, slots=True, eq=False)
class Inline:
    """A shaper that can be written out; called as a function it is the careful one."""

    careful: Call
    write: Callable[[str, str, Scope], str]
    """Makes the text of what is shown, of the texts of the value and of the path to it."""

    def __call__(self, value: Any, path: tuple[Any, ...], answer: Any) -> Any:  # noqa: ANN401 - as Call has it
        """What is shown of the value."""
        return self.careful(value, path, answer)


def written(shaper: Call, value: str, path: str, scope: Scope) -> str:
    """The text of what a shaper makes of a value: its own expression, or a call of it."""
    if isinstance(shaper, Inline):
        return shaper.write(value, path, scope)
    return f"{scope.constant(shaper)}({value}, {path}, answer)"


def compiled(shaper: Call) -> Call:
    """The shaper of a row as a function of its own."""
    if not isinstance(shaper, Inline):
        return shaper
    scope = Scope({"odd": odd, "OddRow": OddRow, "careful": shaper.careful})
    source = _FUNCTION.format(expression=written(shaper, "row", "path", scope))
    # Of a request it holds the answer's keys alone, which GraphQL's grammar keeps to letters, digits and `_`.
    exec(compile(source, "<a plan's shaper>", "exec"), scope.constants)  # noqa: S102
    shape: Call = scope.constants["shape"]
    return shape


def odd(*_: object) -> Never:
    """Leave the row to the careful shaper."""
    raise OddRow
