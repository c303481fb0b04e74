"""Places that lie in each other: no load may make them, by what places say or by what makes two of them one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from .changes import Changes
from .errors import InvalidInput
from .writing import Transaction, read_rows


def circles(wholes: Mapping[str, Collection[str]]) -> Iterator[list[str]]:
    """Each circle once, from one of its places to the one that lies in that; `wholes` are what a place lies in."""
    done: set[str] = set()
    for start in sorted(wholes):
        yield from _circles_from(start, wholes, done)


def circle_of_merged(edges: Iterable[tuple[str, str]], canonical: Mapping[str, str]) -> str | None:
    """The first circle of places as readers see them, in words; None without one.

    `edges` are (place, the place that it lies in); `canonical` holds those that are shown as another. A place that
    lies in one it is the same as is no circle.
    """
    said: dict[tuple[str, str], tuple[str, str]] = {}
    for place, whole in sorted(edges):
        ends = canonical.get(place, place), canonical.get(whole, whole)
        if ends[0] != ends[1]:
            said.setdefault(ends, (place, whole))
    wholes: dict[str, list[str]] = {}
    for place, whole in sorted(said):
        wholes.setdefault(place, []).append(whole)
    found = next(circles(wholes), None)
    return _in_words([said[step] for step in pairwise([*found, found[0]])]) if found else None


async def refuse_circles(tx: Transaction, changes: Sequence[Changes], canonical: Mapping[str, str]) -> None:
    """Raises InvalidInput if places would lie in each other once `changes` are made."""
    altered = set[str]().union(*(change.entities.altered for change in changes))
    [[held]] = await read_rows(tx, "parents")
    edges = {(place, whole) for place, whole in held if place not in altered}
    brought = (each for change in changes for each in change.described.parts.items())
    edges.update((place, whole) for place, wholes in brought for whole in wholes)
    if circle := circle_of_merged(edges, canonical):
        raise InvalidInput(
            f"places would lie in each other, so nothing is written: {circle}; "
            "correct one's part_of, or what makes two of them one"
        )


def _circles_from(start: str, wholes: Mapping[str, Collection[str]], done: set[str]) -> Iterator[list[str]]:
    """Depth first; whatever has been gone through is `done`."""
    trail: list[str] = []
    stack = [(start, False)]
    while stack:
        place, leaving = stack.pop()
        if leaving:
            trail.pop()
        elif place in trail:
            yield trail[trail.index(place) :]
        elif place in wholes and place not in done:
            done.add(place)
            trail.append(place)
            stack.append((place, True))
            stack += [(whole, False) for whole in wholes[place]]


def _in_words(steps: Sequence[tuple[str, str]]) -> str:
    """`a lies in b, the same as c, which lies in a`; each step is (place, the place that it lies in)."""
    words = [steps[0][0]]
    for (_, whole), (following, _) in pairwise([*steps, steps[0]]):
        words.append(f"lies in {whole}" + (f", the same as {following}" if following != whole else ""))
    return f"{words[0]} {', which '.join(words[1:])}"
