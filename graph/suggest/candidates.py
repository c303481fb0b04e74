"""Entities as proposals compare them, and which of them are worth comparing. Pure functions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations
from typing import Any

from ..identity import components
from ..records import Kind
from .naming import Name, name_of

_PREFIX, _SUFFIX = 4, 3
_BLOCK, _WINDOW = 150, 40
"""Up to so many share a key and are all compared; beyond, keys of two words, and then neighbours in order only."""
_MOST_NAMES = 30


@dataclass(frozen=True, slots=True)
class Candidate:
    """A merged entity: its live members that have a name of their own, as one."""

    id: str
    """The smallest of these members."""
    canonical: str
    kind: Kind
    name: str
    names: tuple[Name, ...]
    external_ids: frozenset[str]
    sides: frozenset[str]
    location: tuple[float, float] | None


def candidates(rows: Iterable[Sequence[Any]]) -> list[Candidate]:
    """The candidates that rows of `read/entities_to_compare` make, by id."""
    members: dict[str, list[Sequence[Any]]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: str(row[0])):
        members[row[1]].append(row)
    return sorted(map(_candidate, members.values()), key=lambda candidate: candidate.id)


def _candidate(rows: Sequence[Sequence[Any]]) -> Candidate:
    identifier, canonical, kind, name = rows[0][:4]
    texts = {text: row[9] for row in reversed(rows) for text in (*row[4], row[3])}
    ordered = sorted(texts, key=lambda text: (text != name, text))[:_MOST_NAMES]
    return Candidate(
        identifier,
        canonical,
        Kind(kind),
        name,
        tuple(name_of(text, Kind(kind), texts[text]) for text in ordered),
        frozenset(external for row in rows for external in row[5]),
        frozenset(side for row in rows for side in row[6]),
        next(((row[7], row[8]) for row in rows if row[7] is not None), None),
    )


class Verdicts:
    """What is judged already: who is one, who is kept apart, and who is in a contradiction."""

    def __init__(self, same: Iterable[tuple[str, str]], different: Collection[tuple[str, str]]) -> None:
        self._root: dict[str, str] = {}
        self._disputed: set[str] = set()
        for component in components(same, different):
            self._root |= dict.fromkeys(component.members, component.members[0])
            self._disputed.update(component.members[:1] if component.conflicts else ())
        self._apart = {frozenset(map(self._home, pair)) for pair in different}

    def allow(self, a: str, b: str) -> bool:
        """Whether a *same* of these two would be new, and contradict nothing."""
        homes = frozenset((self._home(a), self._home(b)))
        return len(homes) > 1 and homes not in self._apart and not homes & self._disputed

    def _home(self, entity: str) -> str:
        return self._root.get(entity, entity)


def worth_comparing(entities: Sequence[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """Pairs of one kind that share a number, or how a word begins or ends; each once, in order of their ids."""
    places = range(len(entities))
    large: list[list[int]] = []
    found: set[tuple[int, int]] = set()
    for block in _blocks((place, key) for place in places for key in _keys(entities[place])).values():
        if len(block) > _BLOCK:
            large.append(block)
        else:
            found.update(combinations(block, 2))
    crowded = sorted({place for block in large for place in block})
    for block in _blocks((place, key) for place in crowded for key in _finer_keys(entities[place])).values():
        if len(block) <= _BLOCK:
            found.update(combinations(block, 2))
        else:
            found.update(_neighbours(sorted(block, key=lambda place: (entities[place].names[0].roots, place))))
    return ((entities[a], entities[b]) for a, b in sorted(found))


def _blocks(keyed: Iterable[tuple[int, tuple[str, ...]]]) -> Mapping[tuple[str, ...], list[int]]:
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, key in keyed:
        blocks[key].append(place)
    return blocks


def _keys(entity: Candidate) -> set[tuple[str, ...]]:
    keys: set[tuple[str, ...]] = set()
    for name in entity.names:
        if name.numbers:
            keys.add((entity.kind, *name.numbers))
        else:
            full = [root for root in name.roots if len(root) > 1]
            keys.update((entity.kind, root[:_PREFIX]) for root in full)
            keys.update((entity.kind, root[0], root[-_SUFFIX:]) for root in full if len(root) > _PREFIX)
    return keys


def _finer_keys(entity: Candidate) -> set[tuple[str, ...]]:
    """Two words of a name, one by its beginning and the other by its first letter; or its only word; or its numbers."""
    keys: set[tuple[str, ...]] = set()
    for name in entity.names:
        pairs = permutations(name.roots, 2)
        keys.update((entity.kind, *name.numbers, one[:_PREFIX], other[0]) for one, other in pairs if len(one) > 1)
        if len(name.roots) < 2:  # noqa: PLR2004 - a pair
            keys.add((entity.kind, *name.numbers, *name.roots, name.type or ""))
    return keys


def _neighbours(block: Sequence[int]) -> Iterator[tuple[int, int]]:
    for at, place in enumerate(block):
        yield from ((min(place, other), max(place, other)) for other in block[at + 1 : at + 1 + _WINDOW])
