"""Strict YAML: every scalar is text, every node knows its place, and what only programmers miss is refused.

YAML's own typing turns `NO` into false and `12:30` into 750, so there is none here. Every key stands once and
has a value; anchors, aliases, tags, merge keys, tabs and second documents are errors. The grammar is PyYAML's: its
C parser for speed where it is installed, its Python one for the errors.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from .places import STAND_IN, Path, Place, Problems, path_text
from .yaml_syntax import TOO_DEEP, syntax_problem

if TYPE_CHECKING:
    from collections.abc import Iterator

Tree = str | list["Tree"] | dict[str, "Tree"]
"""What a file says: text, lists and mappings."""

Places = dict[Path, tuple[int, int]]
"""Line and column of each path."""

_FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNWANTED = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_LINE_END = re.compile("\r\n|\r|\n")
_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file: its tree, and the place of every value and key in it."""

    file: str
    tree: Tree
    values: Places
    keys: Places

    def locate(self, path: Path) -> Place:
        """The place of a value; of one that is not there, that of the nearest thing around it."""
        found = path
        while found and found not in self.values:
            found = found[:-1]
        return Place(self.file, *self.values.get(found, (1, 1)), path_text(path))

    def has(self, path: Path) -> bool:
        """Whether something stands at `path`."""
        return path in self.values

    def text_at(self, path: Path) -> str:
        """What stands at `path`, or around it where nothing does, as JSON."""
        tree: Tree = self.tree
        for at, step in enumerate(path, 1):
            if path[:at] not in self.values:
                break
            tree = tree[step]  # type: ignore[index]
        return json.dumps(tree, ensure_ascii=False)

    def locate_key(self, path: Path) -> Place:
        """The place of a mapping's key itself."""
        return Place(self.file, *self.keys[path], path_text(path))


def decode(content: bytes, file: str, problems: Problems) -> str | None:
    """A file's text; a byte-order mark is skipped. None, and a problem, if it is not UTF-8."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode()
        guess = "it looks like UTF-16; " if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ""
        byte = f"{content[error.start]:#04x}"
        message = f"is not UTF-8 text ({guess}the byte {byte} stands here); save the file as UTF-8"
        lines = _LINE_END.split(before)
        problems.add(Place(file, len(lines), len(lines[-1]) + 1), message)
        return None


def parse(text: str, file: str, problems: Problems) -> Document | None:
    """The document in `text`, its structural errors added to `problems`; None where the grammar breaks."""
    clean = _UNWANTED.sub(" ", text)
    for number, line in enumerate(_LINE_END.split(text) if clean != text else (), 1):
        for unwanted in _UNWANTED.finditer(line):
            problems.add(Place(file, number, unwanted.start() + 1), _unwanted_message(unwanted[0]))
    try:
        return _Builder(file, yaml.parse(clean, Loader=_FAST), problems).build()
    except yaml.YAMLError:
        pass
    try:
        return _Builder(file, yaml.parse(clean, Loader=yaml.SafeLoader), problems).build()
    except yaml.MarkedYAMLError as error:
        if clean == text:
            row, column, message = syntax_problem(error)
            problems.add(Place(file, row, column), message)
        return None


def _unwanted_message(character: str) -> str:
    if character == "\t":
        return "a tab stands here; use spaces"
    return f"an invisible character (U+{ord(character):04X}) stands here; delete it"


def _start(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _mark(event: yaml.Event) -> yaml.Mark:
    line, column = _start(event)
    return yaml.Mark("", 0, line - 1, column - 1, None, 0)


class _Builder:
    """Builds the tree out of parser events, noting places and problems on the way."""

    def __init__(self, file: str, events: Iterator[yaml.Event], problems: Problems) -> None:
        self._file, self._events, self._problems = file, events, problems
        self._values: Places = {}
        self._keys: Places = {}

    def build(self) -> Document | None:
        """The first document; None, and a problem, where the file holds nothing."""
        tree: Tree | None = None
        for number, event in enumerate(self._document_starts()):
            if number:
                self._refuse(event, (), "a second document begins here ('---'); a file holds one")
                break
            if event.version or event.tags:
                self._refuse(event, (), "a '%' line stands here; delete it")
            tree = self._node(next(self._events), ())
        if tree is None:
            self._problems.add(Place(self._file), "the file is empty")
            return None
        return Document(self._file, tree, self._values, self._keys)

    def _document_starts(self) -> Iterator[yaml.DocumentStartEvent]:
        return (event for event in self._events if isinstance(event, yaml.DocumentStartEvent))

    def _refuse(self, event: yaml.Event, path: Path, message: str) -> None:
        self._problems.add(Place(self._file, *_start(event), path_text(path)), message)

    def _node(self, event: yaml.Event, path: Path) -> Tree | None:
        """What begins with `event`; None where nothing usable does."""
        self._values.setdefault(path, _start(event))
        if isinstance(event, yaml.AliasEvent):
            reason = "stands for another place; write it out (or put the text in quotes)"
            self._refuse(event, path, f"'*{event.anchor}' {reason}")
            return None
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            reason = "names a place for repeating; delete it (or put the text in quotes)"
            self._refuse(event, path, f"'&{event.anchor}' {reason}")
        elif getattr(event, "tag", None):
            self._refuse(event, path, "a tag ('!') stands here; delete it (or put the text in quotes)")
        if len(path) > _DEPTH:
            raise yaml.MarkedYAMLError(problem=TOO_DEEP, problem_mark=_mark(event))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        return self._sequence(path) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(path)

    def _scalar(self, event: yaml.ScalarEvent, path: Path) -> str | None:
        value = str(event.value)
        if not value and event.implicit[0]:
            return None
        if unwanted := _UNWANTED.search(value.replace("\t", " ")):
            self._refuse(event, path, _unwanted_message(unwanted[0]))
        return value

    def _sequence(self, path: Path) -> list[Tree]:
        items: list[Tree] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            below = (*path, len(items))
            items.append(STAND_IN if (node := self._value(event, below)) is None else node)
        return items

    def _mapping(self, path: Path) -> dict[str, Tree]:
        tree: dict[str, Tree] = {}
        seen: set[str] = set()
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event, path)
            value = next(self._events)
            if key is None:
                self._node(value, path)
                continue
            below = (*path, key)
            if key in seen:
                line, column = self._keys[below]
                self._refuse(event, below, f"stands twice; the first is at line {line}, column {column}")
            seen.add(key)
            self._keys.setdefault(below, _start(event))
            if not isinstance(value, yaml.ScalarEvent) or not value.value:
                self._values.setdefault(below, _start(event))
            if (node := self._value(value, below)) is not None:
                tree.setdefault(key, node)
        return tree

    def _value(self, event: yaml.Event, path: Path) -> Tree | None:
        node = self._node(event, path)
        if node is None and not isinstance(event, yaml.AliasEvent):
            place = Place(self._file, *self._values[path], path_text(path))
            self._problems.add(place, "is empty; give it a value or delete it")
        return node

    def _key(self, event: yaml.Event, path: Path) -> str | None:
        key = self._node(event, path)
        if isinstance(key, str) and key != "<<":
            return key
        merges = key == "<<"
        reason = "'<<' merges mappings; write the fields out" if merges else "a key is a word followed by ':'"
        self._refuse(event, path, reason)
        return None
