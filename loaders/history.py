"""A graph's whole history as JSON Lines: the backup, which restores it into an empty database on all three clocks.

The first line says what it is, the last how many lines there were and their hash, so that a file that is cut off or
altered is told. In between are the core's records, each with `recorded`: when the database learned it, when it ended.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

import orjson

from ..graph.held import Held
from ..graph.vocabulary import Vocabulary
from .files import Unreadable
from .json_text import InvalidJson, object_in
from .jsonl import RECORD, line, vocabulary_line
from .places import InvalidFiles, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..graph.held import Contents
    from .files import InputFile

FORM: Final = 1
"""Of the lines; a later one that an older claimgraph can not read has another."""
_SORTED: Final = orjson.OPT_SORT_KEYS
_MOMENTS: Final = ("changed_at", "sort_at", "at", "ended", "started_at", "published_at")


def heads(graph: Contents) -> Iterator[str]:
    """The first line, then the loads and the datasets with what they bring."""
    head = {"record": "history", "form": FORM, "version": graph.version, "derived_by": graph.derived_by}
    yield _written(head | {"salt": graph.purged.salt, "purged": sorted(graph.purged.hashes)})
    for run in graph.runs:
        kept = {name: value for name, value in run.items() if name not in {"host", "pid"}}
        yield _written({"record": "run", **kept})
    for dataset, vocabulary in graph.datasets:
        yield line(dataset)
        if vocabulary != Vocabulary():
            yield vocabulary_line(dataset, vocabulary)


def told(held: Held) -> str:
    """A record with what was recorded of it."""
    tree = RECORD.dump_python(held.record, mode="json", exclude_defaults=True)
    recorded = {name: value for name, value in held.recorded.items() if value is not None}
    return _written({"record": held.record.record, **tree, "recorded": recorded})


class Ending:
    """Counts and hashes the lines for the last one."""

    def __init__(self) -> None:
        self._lines = 0
        self._hash = hashlib.blake2b(digest_size=20)

    def add(self, text: str) -> None:
        """Take a line in."""
        self._lines += 1
        self._hash.update(text.encode() + b"\n")

    def line(self) -> str:
        """The last line."""
        return _written({"record": "end", "lines": self._lines, "hash": self._hash.hexdigest()})


@dataclass(frozen=True, slots=True)
class Told:
    """A line that was read: a record with what was recorded of it, or one of the other sorts, as a tree."""

    sort: str
    tree: Mapping[str, Any]
    held: Held | None = None


def read(file: InputFile) -> Iterator[Told]:
    """The lines of a backup, but the last. Raises InvalidFiles for one that is not whole, at the latest in the end."""
    ending, last = Ending(), None
    try:
        for number, _, text in file.lines():
            if last is not None:
                raise _wrong(file, number, "something stands behind the last line")
            tree = _tree(file, number, text)
            if number == 1 and (tree.get("record") != "history" or tree.get("form") != FORM):
                raise _wrong(file, 1, f"is no backup of the form {FORM}; `claimgraph export` writes one")
            if tree.get("record") == "end":
                last = ending.line()
                if text != last:
                    raise _wrong(file, number, "is not the last line of what stands above: the file was altered")
                continue
            ending.add(text)
            yield _told(file, number, tree)
    except Unreadable as error:
        raise InvalidFiles([Problem(error.place, str(error))]) from None
    if last is None:
        raise _wrong(file, 1, "ends early: its last line is missing; take another backup")


def _told(file: InputFile, number: int, tree: dict[str, Any]) -> Told:
    sort = str(tree.get("record"))
    recorded = tree.pop("recorded", None)
    if recorded is None:
        return Told(sort, tree)
    try:
        record = RECORD.validate_json(orjson.dumps(tree), strict=True)
        return Told(sort, tree, Held(record, _moments(recorded)))
    except ValueError as error:
        raise _wrong(file, number, f"is no record ({str(error).splitlines()[0]})") from None


def moments_of(run: Mapping[str, Any]) -> dict[str, Any]:
    """A load's properties with its moments as such."""
    return _moments(run)


def _moments(tree: Mapping[str, Any]) -> dict[str, Any]:
    read: dict[str, Any] = {
        name: datetime.fromisoformat(value) if name in _MOMENTS else value for name, value in tree.items()
    }
    for name in ("from", "to"):
        if name in read:
            read[name] = [datetime.fromisoformat(each) for each in read[name]]
    return read


def _tree(file: InputFile, number: int, text: str) -> dict[str, Any]:
    try:
        return object_in(text)
    except InvalidJson as error:
        raise InvalidFiles([Problem(Place(file.name, number, error.column), str(error))]) from None


def _wrong(file: InputFile, number: int, message: str) -> InvalidFiles:
    return InvalidFiles([Problem(Place(file.name, number), message)])


def _written(tree: object) -> str:
    return orjson.dumps(tree, option=_SORTED).decode()
