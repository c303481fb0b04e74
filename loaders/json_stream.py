"""The elements of one large JSON list or object, one at a time, each with its place."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from .files import Unreadable
from .json_text import position
from .places import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .files import InputFile
    from .places import Path

_SPACE = re.compile(r"[ \t\r\n]*")
_LONGEST = 256 * 2**20
_REACH = 64
"""Characters before the end of what is read within which a mistake may only be that end."""
_ANY = json.JSONDecoder(parse_int=len, parse_float=len, parse_constant=len)


class Element(NamedTuple):
    """A part of a JSON text: its key in an object or number in a list, its text, its line and column from 1."""

    key: str
    text: str
    line: int
    column: int

    def at(self, path: Path) -> tuple[int, int]:
        """Line and column of what stands at `path` in it, or of the nearest thing around that."""
        index = position(self.text, path) - 1
        before = self.text[:index]
        if newlines := before.count("\n"):
            return self.line + newlines, index - before.rfind("\n")
        return self.line, self.column + index


def elements(file: InputFile, path: Sequence[str] = ()) -> Iterator[Element]:
    """The elements of the file's list or object, or of the one that stands under the keys of `path`.

    Raises Unreadable where the text is no JSON, or ends early; what stands beside `path` is passed over.
    """
    scanner = _Scanner(file)
    yield from scanner.elements(tuple(path))
    scanner.expect_end()


def documents(file: InputFile) -> Iterator[Element]:
    """The JSON texts that stand one behind the other, a comma between them or none: one of any form, or one a line.

    Raises Unreadable where something is no JSON, or ends early.
    """
    yield from _Scanner(file).documents()


class _Scanner:
    """The text of a file, of which only what is still to be read is kept."""

    def __init__(self, file: InputFile) -> None:
        self._file = file
        self._chunks = file.chunks()
        self._text = ""
        self._at = 0
        self._line = 1
        self._column = 1

    def elements(self, path: tuple[str, ...]) -> Iterator[Element]:
        opening = self._peek()
        if opening not in ("[", "{"):
            raise self._unreadable("a list [...] or an object {...} belongs here")
        self._advance(1)
        closing = "]" if opening == "[" else "}"
        number = 0
        while self._peek() != closing:
            if number:
                self._expect(",")
                self._peek()
            key = self._key() if opening == "{" else str(number)
            number += 1
            if path and key == path[0]:
                yield from self.elements(path[1:])
                continue
            self._peek()
            line, column = self._line, self._column
            text = self._value()
            if not path:
                yield Element(key, text, line, column)
        self._advance(1)

    def documents(self) -> Iterator[Element]:
        number = 0
        while character := self._peek():
            if character == "," and number:
                self._advance(1)
                continue
            line, column = self._line, self._column
            yield Element(str(number), self._value(), line, column)
            number += 1

    def expect_end(self) -> None:
        if self._peek():
            raise self._unreadable("something stands behind the end of the JSON text")

    def _key(self) -> str:
        if self._peek() != '"':
            raise self._unreadable("a key in double quotes belongs here")
        key: str = json.loads(self._value())
        self._expect(":")
        return key

    def _value(self) -> str:
        """The text of the value that begins here; more of the file is read until there is a whole one."""
        size = 2**16
        while True:
            try:
                _, end = _ANY.raw_decode(self._text, self._at)
            except (json.JSONDecodeError, RecursionError) as error:
                if isinstance(error, RecursionError):
                    raise self._unreadable("is nested too deeply") from None
                cut = error.pos + _REACH > len(self._text) or error.msg.startswith("Unterminated")
                if not (cut and self._more(size)):
                    self._advance(max(0, min(error.pos, len(self._text)) - self._at))
                    raise self._unreadable(_words(error, ended=error.pos >= len(self._text))) from None
                size *= 2
                continue
            if end == len(self._text) and self._more(size):
                continue  # a number may go on
            text = self._text[self._at : end]
            self._advance(end - self._at)
            return text

    def _more(self, size: int) -> bool:
        """Reads on; False at the end of the file. What was read is only kept from here on."""
        if len(self._text) - self._at > _LONGEST:
            raise self._unreadable(f"one element of more than {_LONGEST >> 20} MiB can be no record")
        parts = [self._text[self._at :]]
        got = 0
        for chunk in self._chunks:
            parts.append(chunk)
            got += len(chunk)
            if got >= size:
                break
        self._text, self._at = "".join(parts), 0
        return got > 0

    def _peek(self) -> str:
        """The next character that is no space; empty at the end."""
        while True:
            found = _SPACE.match(self._text, self._at)
            self._advance(found.end() - self._at if found else 0)
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more(1):
                return ""

    def _expect(self, character: str) -> None:
        if self._peek() != character:
            raise self._unreadable(f"'{character}' belongs here")
        self._advance(1)

    def _advance(self, count: int) -> None:
        passed = self._text[self._at : self._at + count]
        if newlines := passed.count("\n"):
            self._line += newlines
            self._column = len(passed) - passed.rfind("\n")
        else:
            self._column += len(passed)
        self._at += count

    def _unreadable(self, message: str) -> Unreadable:
        ended = " (the file ends here)" if self._at >= len(self._text) else ""
        return Unreadable(Place(self._file.name, self._line, self._column), message + ended)


def _words(error: json.JSONDecodeError, *, ended: bool) -> str:
    if ended:
        return "ends in the middle of a value: the file is cut off"
    return f"is not JSON here ({error.msg[0].lower()}{error.msg[1:]})"
