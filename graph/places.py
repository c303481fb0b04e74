"""Which places lie in which: PART_OF followed to its end, by canonical ids. Pure functions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping


def wholes_of(parts: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """For each place in pairs of (part, whole), all the places that it lies in; a circle is gone round once."""
    direct: dict[str, set[str]] = defaultdict(set)
    for part, whole in parts:
        if part != whole:
            direct[part].add(whole)
    return {place: _reached(place, direct) for place in direct}


def _reached(place: str, direct: Mapping[str, set[str]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = [place]
    while waiting:
        new = direct.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return frozenset(found - {place})
