"""One hash of all that a load's result rests on but the graph: the files, what is said of them, and this program."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from .compiled import Checking

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from .inputs import Reading

_CHUNK = 2**20


def fingerprint(paths: Iterable[Path], reading: Reading) -> str | None:
    """The hash; None for a load that is not of whole datasets, or of what can not be read."""
    if reading.checking != Checking():
        return None
    hashed = hashlib.blake2b(f"{_program()} {reading}".encode(), digest_size=20)
    try:
        for path in paths:
            for file in _files(path):
                hashed.update(f"{path.resolve().parent.name}/{path.name}:{file.relative_to(path)}\n".encode())
                with file.open("rb") as stream:
                    while chunk := stream.read(_CHUNK):
                        hashed.update(chunk)
    except OSError:
        return None  # whoever reads it says why
    return hashed.hexdigest()


def _files(path: Path) -> Iterator[Path]:
    yield from sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]


@cache
def _program() -> str:
    """A hash of the code and the vocabulary: another version of either may read the same files otherwise."""
    hashed = hashlib.blake2b(digest_size=20)
    for folder in ("graph", "loaders"):
        for content in _sources(files("claimgraph") / folder):
            hashed.update(content)
    return hashed.hexdigest()


def _sources(folder: Traversable) -> Iterator[bytes]:
    for each in sorted(folder.iterdir(), key=lambda one: one.name):
        if each.is_dir():
            yield from _sources(each)
        elif each.name.endswith((".py", ".yaml")):
            yield each.read_bytes()
