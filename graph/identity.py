"""Canonical ids: which entities today's judgements make one. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


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


def _root(root: dict[str, str], entity: str) -> str:
    """The smallest entity known to be the same; the path to it is shortened on the way."""
    root.setdefault(entity, entity)
    while root[entity] != entity:
        root[entity] = root[root[entity]]
        entity = root[entity]
    return entity
