"""What a new judgement would contradict, in words that name it and say how to end it. Pure functions."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence

from .errors import InvalidInput
from .identity import components
from .judgements import AUTOMATIC, BY_HAND
from .records import Judgement


def refuse_same(a: str, b: str, held: Sequence[Judgement]) -> None:
    """Raises InvalidInput if a live *different* keeps apart any two that would become one."""
    different = [each for each in held if each.record == "different"]
    same = [(each.a, each.b) for each in held if each.record == "same"]
    for component in components([*same, (a, b)], [(each.a, each.b) for each in different]):
        if a in component.members and component.conflicts:
            x, y = component.conflicts[0]
            kept = next(each for each in different if {each.a, each.b} == {x, y})
            would = "" if {x, y} == {a, b} else f"'{x}' and '{y}' would become one, and "
            raise InvalidInput(f"'{a}' and '{b}' can not be the same: {would}{said(kept)}; {remedy(kept)}")


def refuse_different(a: str, b: str, held: Sequence[Judgement]) -> None:
    """Raises InvalidInput if people's live *same* judgements make the two one; what follows from ids gives way."""
    chain = chain_between(a, b, (each for each in held if each.record == "same" and each.dataset != AUTOMATIC))
    if chain:
        words = "; ".join(said(each) for each in chain)
        ways = " or ".join(dict.fromkeys(remedy(each) for each in chain))
        raise InvalidInput(f"'{a}' and '{b}' can not be different: {words}; {ways}")


def chain_between(a: str, b: str, same: Iterable[Judgement]) -> list[Judgement]:
    """The shortest chain of judgements that leads from one to the other; empty without one."""
    steps: dict[str, list[tuple[str, Judgement]]] = defaultdict(list)
    for each in sorted(same, key=lambda judgement: judgement.id):
        steps[each.a].append((each.b, each))
        steps[each.b].append((each.a, each))
    chains: dict[str, list[Judgement]] = {a: []}
    queue = deque([a])
    while queue and b not in chains:
        here = queue.popleft()
        for there, judgement in steps[here]:
            if there not in chains:
                chains[there] = [*chains[here], judgement]
                queue.append(there)
    return chains.get(b, [])


def said(judgement: Judgement) -> str:
    """Who judges what, on what grounds, and in which dataset."""
    verdict = "the same" if judgement.record == "same" else "different"
    grounds = f"basis: {judgement.basis}; dataset '{judgement.dataset}'"
    return f"{judgement.by} judges '{judgement.a}' and '{judgement.b}' {verdict} ({grounds})"


def remedy(judgement: Judgement) -> str:
    """How to end it."""
    if judgement.dataset == BY_HAND:
        return f"`claimgraph judge {judgement.a} {judgement.b} --end` ends that"
    return f"to end that, take it out of the dataset '{judgement.dataset}' and load it again"
