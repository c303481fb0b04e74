"""Canonical ids: which entities today's judgements make one. Pure functions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .records import Entity

STRONG = "wikidata:Q[1-9][0-9]*"
"""External ids that stand for one thing in the world, whoever uses them."""


@dataclass(frozen=True, slots=True)
class Component:
    """Entities that *same* judgements join, and the pairs among them that *different* ones keep apart."""

    members: tuple[str, ...]
    conflicts: tuple[tuple[str, str], ...]

    @property
    def canonical(self) -> dict[str, str]:
        """Each member's canonical id: the smallest, or its own where a judgement says that two of them differ."""
        return {member: member if self.conflicts else self.members[0] for member in self.members}


def components(same: Iterable[tuple[str, str]], different: Iterable[tuple[str, str]]) -> list[Component]:
    """The connected components of *same*, by their smallest member; an entity that nobody judged is in none."""
    root: dict[str, str] = {}
    for a, b in same:
        first, second = sorted((_root(root, a), _root(root, b)))
        root[second] = first
    members: dict[str, list[str]] = {}
    for entity in sorted(root):
        members.setdefault(_root(root, entity), []).append(entity)
    apart: dict[str, list[tuple[str, str]]] = {}
    for a, b in sorted({(min(pair), max(pair)) for pair in different}):
        if a in root and b in root and _root(root, a) == _root(root, b):
            apart.setdefault(_root(root, a), []).append((a, b))
    return [Component(tuple(group), tuple(apart.get(smallest, ()))) for smallest, group in sorted(members.items())]


def agreements(
    sharing: Iterable[tuple[str, Sequence[str]]], same: Iterable[tuple[str, str]], different: Iterable[tuple[str, str]]
) -> list[tuple[str, str, str]]:
    """(a, b, what they share) for entities that may be one because they share something, sorted by what that is.

    Each is joined to the smallest of those that share it and that nothing keeps it apart from: neither a *different*
    between any two that would be one with them, nor a contradiction that they are in already.
    """
    groups = _Groups(same, different)
    found = []
    for shared, entities in sharing:
        firsts: list[str] = []
        for entity in entities:
            first = next((first for first in firsts if groups.may_join(first, entity)), None)
            if first is None:
                firsts.append(entity)
            else:
                groups.join(first, entity)
                found.append((first, entity, shared))
    return found


class _Groups:
    """Entities that are one, and which of these groups are kept apart, as more and more is joined."""

    def __init__(self, same: Iterable[tuple[str, str]], different: Iterable[tuple[str, str]]) -> None:
        self._root: dict[str, str] = {}
        self._apart: dict[str, set[str]] = {}
        for a, b in same:
            first, second = sorted((_root(self._root, a), _root(self._root, b)))
            self._root[second] = first
        for a, b in different:
            one, other = _root(self._root, a), _root(self._root, b)
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def may_join(self, a: str, b: str) -> bool:
        """Whether the two can be one without a contradiction."""
        one, other = _root(self._root, a), _root(self._root, b)
        return not any(
            first in self._apart.get(second, ()) for first, second in ((one, one), (one, other), (other,) * 2)
        )

    def join(self, a: str, b: str) -> None:
        """Makes the two one; whatever either is kept apart from, both are."""
        kept, absorbed = sorted((_root(self._root, a), _root(self._root, b)))
        if kept != absorbed:
            self._root[absorbed] = kept
            for other in self._apart.pop(absorbed, set()):
                self._apart[other].discard(absorbed)
                self._apart[other].add(kept)
                self._apart.setdefault(kept, set()).add(other)


def _root(root: dict[str, str], entity: str) -> str:
    """The smallest entity known to be the same; the path to it is shortened on the way."""
    root.setdefault(entity, entity)
    while root[entity] != entity:
        root[entity] = root[root[entity]]
        entity = root[entity]
    return entity


def is_strong(external: str) -> bool:
    """Whether an external id says which thing in the world bears it."""
    return re.fullmatch(STRONG, external) is not None


def strong_ids(entity: Entity) -> list[str]:
    """Those of its external ids that say which thing in the world it is."""
    return list(filter(is_strong, entity.external_ids))


def bearers_among(entities: Iterable[Entity]) -> dict[tuple[str, str], set[str]]:
    """Who has which strong external id, by that and by kind."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entity in entities:
        for external in strong_ids(entity):
            found[external, entity.kind.value].add(entity.id)
    return found
