"""Where an export goes: to a file or folder that is there only once it is whole, or to standard output."""

from __future__ import annotations

import shutil
import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from ..graph.errors import Conflict
from ..graph.scratch import NoRoom

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Written:
    """Lines on their way out."""

    def __init__(self, to: Path) -> None:
        self._to = to
        self._stdout = str(to) == "-"
        self._partial = to.with_name(f"{to.name}.partial")
        self._streams: dict[str, IO[str]] = {}
        self._begun = False

    def begin(self) -> None:
        """Nothing is written yet, or what was is forgotten. Raises Conflict where it is already out."""
        if self._begun and self._stdout:
            raise Conflict("the database was lost in the middle, and half of the export is out; run it again")
        self._begun = True
        with self._errors():
            self._close()
            if self._partial.is_dir():
                shutil.rmtree(self._partial)

    def line(self, text: str, name: str = "") -> None:
        """Writes a line; `name` is the file's, of a form that has several."""
        with self._errors():
            self._stream(name).write(text if name else f"{text}\n")

    def done(self) -> None:
        """Puts what was written in its place."""
        with self._errors():
            self._close()
            if self._stdout:
                sys.stdout.flush()
            elif self._partial.is_dir():
                self._to.mkdir(exist_ok=True)
                for file in self._partial.iterdir():
                    file.replace(self._to / file.name)
                self._partial.rmdir()
            else:
                self._partial.touch()
                self._partial.replace(self._to)

    def _stream(self, name: str) -> IO[str]:
        if self._stdout and not name:
            return sys.stdout
        if name not in self._streams:
            file = self._partial
            if name:
                file.mkdir(exist_ok=True)
                file /= name
            self._streams[name] = file.open("w", encoding="utf-8", newline="")
        return self._streams[name]

    def _close(self) -> None:
        for stream in self._streams.values():
            stream.close()
        self._streams = {}

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except BrokenPipeError:
            raise
        except OSError as error:
            raise NoRoom(f"{self._to} can not be written: {error.strerror}; nothing of it is kept") from None
