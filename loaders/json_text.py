"""Strict JSON text: what Python's parser lets pass is refused, and each field's column can be found again."""

from __future__ import annotations

import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .places import Path

_SPACE = re.compile(r"[ \t\r\n]*")
_ESCAPED = re.compile(r"\\u(00[01]|007f|d[89a-f])", re.IGNORECASE)
UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""What no text may hold."""
_DIGITS = 18
_ANY = json.JSONDecoder(parse_int=len)


class InvalidJson(ValueError):  # noqa: N818 - it names what is wrong
    """A line that is not strict JSON: what is wrong, and at which column, counted from 1."""

    def __init__(self, message: str, column: int = 1) -> None:
        super().__init__(message)
        self.column = column


def object_in(text: str) -> dict[str, Any]:
    """The one object that `text` holds. Raises InvalidJson."""
    try:
        tree = json.loads(text, object_pairs_hook=_object, parse_constant=_refuse, parse_int=_integer)
    except json.JSONDecodeError as error:
        raise InvalidJson(f"is not JSON here ({error.msg[0].lower()}{error.msg[1:]})", error.colno) from None
    except RecursionError:
        raise InvalidJson("is nested too deeply") from None
    except _Refused as refused:
        raise InvalidJson(*_found(text, refused)) from None
    if not isinstance(tree, dict):
        raise InvalidJson("a line holds one object: {...}")
    if _ESCAPED.search(text) and any(UNWANTED.search(part) for part in _strings(tree)):
        raise InvalidJson("a control character or half a character stands in a text; delete it")
    return tree


def position(text: str, path: Path) -> int:
    """The column, counted from 1, of the value at `path`, or of the nearest thing around it."""
    index = _skip(text, 0)
    for step in path:
        found = [member.value for member in _members(text, index) if member.key == step]
        if not found:
            break
        index = found[0]
    return index + 1


class _Refused(Exception):  # noqa: N818 - raised inside the parser and caught right outside
    """A key that stands twice, or a literal that is no number."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    tree = dict(pairs)
    if len(tree) < len(pairs):
        raise _Refused
    return tree


def _refuse(literal: str) -> NoReturn:
    raise _Refused(literal)


def _integer(text: str) -> int:
    if len(text) > _DIGITS:
        raise _Refused(text)
    return int(text)


def _found(text: str, refused: _Refused) -> tuple[str, int]:
    """What was refused, in words, and its column; it is looked for only now that it is known to be there."""
    for member in _all_members(text, _skip(text, 0)):
        if refused.args and text.startswith(refused.args[0], member.value):
            literal = refused.args[0]
            digits = f"a number of {len(literal)} digits is too long"
            return digits if len(literal) > _DIGITS else f"{literal} is no number in JSON", member.value + 1
        if not refused.args and member.again:
            return f"the key '{member.key}' stands twice", member.place + 1
    return "stands where only an object can", 1


def _strings(tree: object) -> list[str]:
    if isinstance(tree, dict):
        return [text for part in (*tree, *tree.values()) for text in _strings(part)]
    if isinstance(tree, list):
        return [text for part in tree for text in _strings(part)]
    return [tree] if isinstance(tree, str) else []


def _skip(text: str, index: int) -> int:
    found = _SPACE.match(text, index)
    return found.end() if found else index


class _Member(NamedTuple):
    """A member of an object or list: its key or number, where it begins, where its value does, where that ends."""

    key: str | int
    place: int
    value: int
    end: int
    again: bool
    """Whether the object had this key before."""


def _members(text: str, index: int) -> Iterator[_Member]:
    """The members of the object or list that begins at `index`; none where a scalar does."""
    if text[index] not in "{[":
        return
    seen: set[str | int] = set()
    place = _skip(text, index + 1)
    while text[place] not in "}]":
        key: str | int = len(seen)
        value = place
        if text[index] == "{":
            key, after = scanstring(text, place + 1)
            value = _skip(text, _skip(text, after) + 1)
        _, end = _ANY.raw_decode(text, value)
        yield _Member(key, place, value, end, key in seen)
        seen.add(key)
        place = _skip(text, end)
        place = _skip(text, place + 1) if text[place] == "," else place


def _all_members(text: str, index: int) -> Iterator[_Member]:
    for member in _members(text, index):
        yield member
        yield from _all_members(text, member.value)
