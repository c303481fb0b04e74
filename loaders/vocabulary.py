"""The vocabulary that a dataset brings: valid by itself, and together with the shared one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from ..graph.vocabulary import VOCABULARY, Vocabulary, shared_vocabulary
from .fields import property_names, salvage
from .places import path_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .places import Path

_SECTIONS = ("counts", "dimensions", "families", "predicates")


def read_vocabulary(
    tree: Any,  # noqa: ANN401 - what a file holds is what this finds out
    report: Callable[[Path, str], None],
) -> tuple[Vocabulary, set[str]]:
    """The vocabulary in `tree`, and the names in it that are wrong, so that no claim can be checked by them."""
    broken: set[str] = set()

    def note(path: Path, message: str) -> None:
        broken.update(str(step) for step in path[1:2])
        report(path, message)

    own = salvage(tree, VOCABULARY.validate_python, note, _names()) or Vocabulary()
    for path, message in (*_clashes(own), *_undefined(own, broken)):
        note(path, message)
    return _without(own, broken), broken


def _clashes(own: Vocabulary) -> Iterator[tuple[Path, str]]:
    for section in _SECTIONS:
        shared = getattr(shared_vocabulary(), section)
        for name, definition in getattr(own, section).items():
            if shared.get(name, definition) != definition:
                yield (
                    (section, name),
                    "the shared vocabulary defines this differently; give yours another name",
                )


def _undefined(own: Vocabulary, broken: set[str]) -> Iterator[tuple[Path, str]]:
    shared = shared_vocabulary()
    together = Vocabulary(*({**getattr(shared, name), **getattr(own, name)} for name in _SECTIONS))
    for path, message in together.problems():
        section, name, *_ = path_of(path)
        echo = any(message.startswith(f"'{other}'") for other in broken)
        if name in getattr(own, str(section)) and not echo:
            yield path_of(path), message


def _without(own: Vocabulary, broken: set[str]) -> Vocabulary:
    kept = ({name: value for name, value in getattr(own, part).items() if name not in broken} for part in _SECTIONS)
    return Vocabulary(*kept)


@cache
def _names() -> set[str]:
    return property_names(VOCABULARY.json_schema())
