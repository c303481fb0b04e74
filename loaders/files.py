"""Input files as bytes, lines and text, packed (.gz, .bz2) or not, and never more of one in memory than a line.

What can not be read as the whole that it claims to be, such as a cut-off archive, raises `Unreadable`.
"""

from __future__ import annotations

import bz2
import codecs
import gzip
import unicodedata
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, NamedTuple

from .places import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LONGEST_LINE = 64 * 2**20
"""Bytes of one line; the largest entity of Wikidata takes a tenth of it."""
_HEAD = 64 * 2**10
_GZIP, _BZIP2 = b"\x1f\x8b", b"BZh"
_SWELLS = 200
"""How many times its packed size a file may grow to; text packs to a twentieth at most."""
_SMALL = 256 * 2**20
"""Bytes to which any file may grow."""


class Unreadable(Exception):  # noqa: N818 - it names what is wrong
    """A file that can not be read to its end: where it stops, and why."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(message)
        self.place = place


@dataclass(frozen=True, slots=True)
class Described:
    """What the person who loads a file says of its dataset, where the file itself does not; None leaves the default."""

    dataset: str | None = None
    """The dataset's key."""
    title: str | None = None
    licence: str | None = None
    redistribute: bool | None = None


class Line(NamedTuple):
    """A line of a file: its number from 1, where it begins in the unpacked file, and its text without its end."""

    number: int
    offset: int
    text: str


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that a person names."""

    path: Path
    described: Described = Described()

    @property
    def name(self) -> str:
        """As errors call it."""
        return str(self.path)

    @property
    def packed(self) -> bool:
        """Whether it is an archive, so that its places can not be sought."""
        return self._beginning().startswith((_GZIP, _BZIP2))

    def head(self) -> str:
        """Its beginning as text, for recognising what it is. Raises Unreadable."""
        with self.open() as stream:
            return self._guarded_read(stream, _HEAD).decode("utf-8-sig", "replace")

    def open(self) -> IO[bytes]:
        """Its unpacked content. Raises Unreadable where there is nothing to read."""
        try:
            beginning = self._beginning()
            if beginning.startswith(_GZIP):
                return gzip.open(self.path, "rb")  # type: ignore[return-value]
            return bz2.open(self.path, "rb") if beginning.startswith(_BZIP2) else self.path.open("rb")
        except FileNotFoundError:
            raise Unreadable(Place(self.name), "does not exist") from None
        except OSError as error:
            raise Unreadable(Place(self.name), f"can not be read: {error.strerror}") from None

    def chunks(self, size: int = 2**20) -> Iterator[str]:
        """Its text in pieces, UTF-8 with or without a byte-order mark. Raises Unreadable."""
        decoder = codecs.getincrementaldecoder("utf-8-sig")()
        line, column, taken = 1, 1, 0
        with self.open() as stream:
            while True:
                content = self._guarded_read(stream, size)
                taken += len(content)
                self.check_growth(taken)
                try:
                    chunk = decoder.decode(content, final=not content)
                except UnicodeDecodeError as error:
                    raise Unreadable(Place(self.name, line, column), _NOT_UTF8.format(error=error)) from None
                yield chunk
                if not content:
                    return
                line += chunk.count("\n")
                column = len(chunk) - chunk.rfind("\n") if "\n" in chunk else column + len(chunk)

    def lines(self) -> Iterator[Line]:
        """Its lines, empty ones too, in NFC. Raises Unreadable."""
        with self.open() as stream:
            offset = 0
            number = 0
            while content := self._guarded_read(stream, LONGEST_LINE + 1, line=True):
                number += 1
                if len(content) > LONGEST_LINE:
                    message = f"a line of more than {LONGEST_LINE >> 20} MiB can be no record"
                    raise Unreadable(Place(self.name, number), message)
                yield Line(number, offset, self._decoded(content, number))
                offset += len(content)
                self.check_growth(offset)

    def line_at(self, offset: int) -> str:
        """The line that begins at `offset`, to find a column in it again; empty where the file is packed."""
        if self.packed:
            return ""
        with self.path.open("rb") as stream:
            stream.seek(offset)
            return unicodedata.normalize("NFC", stream.readline().decode("utf-8-sig", "replace"))

    def check_growth(self, unpacked: int) -> None:
        """Raises Unreadable for an archive that grows to more than any honest one."""
        if unpacked > _SMALL and unpacked > _SWELLS * self.path.stat().st_size:
            message = f"unpacks to more than {_SWELLS} times its size, as only an attack on the disk does; not read on"
            raise Unreadable(Place(self.name), message)

    def _beginning(self) -> bytes:
        with self.path.open("rb") as stream:
            return stream.read(3)

    def _decoded(self, content: bytes, number: int) -> str:
        try:
            text = content.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            column = len(content[: error.start].decode()) + 1
            raise Unreadable(Place(self.name, number, column), _NOT_UTF8.format(error=error)) from None
        return unicodedata.normalize("NFC", text).rstrip("\r\n")

    def _guarded_read(self, stream: IO[bytes], size: int, *, line: bool = False) -> bytes:
        try:
            return stream.readline(size) if line else stream.read(size)
        except EOFError:
            raise Unreadable(Place(self.name), "ends in the middle: the archive is cut off; fetch it again") from None
        except (OSError, zlib.error) as error:
            raise Unreadable(Place(self.name), f"can not be read: {_reason(error)}") from None


_NOT_UTF8 = "is not UTF-8 text ({error.reason}); save the file as UTF-8"


def _reason(error: OSError | zlib.error) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or "the archive is damaged; fetch it again"


def key_or(given: str | None, default: str) -> str:
    """A dataset's key as a person gives it, or the format's own."""
    return default if given is None else given
