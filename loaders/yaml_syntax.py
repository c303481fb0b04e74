"""PyYAML's syntax errors in words for people who do not know its grammar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from ..graph.ids import LONGEST_KEY

if TYPE_CHECKING:
    import yaml

_LONGEST = 1024
"""Characters of a key that YAML allows; Python's parser meets the ':' behind a longer one as one out of place."""
TOO_DEEP = "nested too deeply"
"""A problem of our own, raised as PyYAML raises its."""


class _Known(NamedTuple):
    """A kind of error: how PyYAML's words for what it was reading, and for what it met there, begin."""

    context: str
    problem: str
    message: str
    place: Literal["context_mark", "problem_mark"] = "problem_mark"


_QUOTE = "put the whole text in quotes"
_KNOWN = (
    _Known(
        "",
        "mapping values are not allowed",
        f"a ':' inside a text without quotes, or a line indented too far; {_QUOTE} or mend the indentation",
    ),
    _Known("", "sequence entries are not allowed", "a list's '-' belongs on a line of its own"),
    _Known(
        "while scanning a simple key",
        "",
        f"a line without 'key: value'; if it continues the text above, indent it further or {_QUOTE}",
        "context_mark",
    ),
    _Known("while scanning a quoted scalar", "", "this quote is never closed", "context_mark"),
    _Known(
        "while scanning a double-quoted scalar",
        "found unknown escape",
        r"this '\' means nothing inside double quotes; write '\\' or use single quotes",
    ),
    _Known(
        "while scanning for the next token",
        "found character",
        f"a text can not begin with this character; {_QUOTE}",
    ),
    _Known(
        "while parsing a flow sequence",
        "",
        "the list that begins with this '[' lacks its ']' or a ','",
        "context_mark",
    ),
    _Known(
        "while parsing a flow mapping",
        "",
        "the mapping that begins with this '{' lacks its '}' or a ','",
        "context_mark",
    ),
    _Known(
        "while parsing a block mapping",
        "expected <block end>, but found '<block",
        "this line's indentation fits neither the line above nor what encloses it",
    ),
    _Known(
        "while parsing a block mapping",
        "expected <block end>, but found '<scalar>'",
        f"more text after a closed quote; {_QUOTE}, those inside it doubled ('' within single ones)",
    ),
    _Known(
        "while parsing a block collection",
        "",
        "this line stands where the list's next '-' should; mend the indentation",
    ),
    _Known("while scanning a block scalar", "", "after '|' or '>' the text begins on the next line"),
    _Known("", TOO_DEEP, "is nested too deeply"),
    _Known("", "", "can not be read as YAML here; mend the quotes, brackets or indentation"),
)


def syntax_problem(error: yaml.MarkedYAMLError) -> tuple[int, int, str]:
    """Line and column, counted from 1, and what is wrong there."""
    if key := _long_key(error.problem_mark):
        row, column, length = key
        return row, column, f"a key of {length:,} characters stands here; a key may have {LONGEST_KEY}"
    context, problem = error.context or "", error.problem or ""
    known = next(known for known in _KNOWN if context.startswith(known.context) and problem.startswith(known.problem))
    mark = getattr(error, known.place) or error.problem_mark
    return (mark.line + 1, mark.column + 1, known.message) if mark else (1, 1, known.message)


def _long_key(mark: yaml.Mark | None) -> tuple[int, int, int] | None:
    """Line, column and length of the key that ends at a mark, if YAML finds it too long for one."""
    if mark is None or mark.buffer is None or mark.buffer[mark.pointer] != ":":
        return None
    before = mark.buffer[mark.pointer - mark.column : mark.pointer]
    length = len(before.lstrip(" {").rpartition(" ")[2])
    return (mark.line + 1, mark.column - length + 1, length) if length > _LONGEST else None
