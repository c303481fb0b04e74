"""Which entities are one: what evidence and judgements make of it, and what has to be written for the graph to say so.

People judge. The one thing that is judged without them is an equal Wikidata id of two live entities of one kind, which
nobody says are different; that judgement is derived, by `claimgraph`, and ends when what it rests on does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any

from .changes import Changes
from .identity import STRONG, agreements, components
from .ids import judgement_id
from .records import Judgement
from .rows import ID, Row, judgement_row
from .writing import Transaction, read_rows, write_rows

AUTOMATIC = "claimgraph"
"""Dataset and author of what is judged without people; no dataset of theirs may have this key."""
BY_HAND = "judgements"
"""Dataset of what people judge at the command line."""
Bearers = Mapping[tuple[str, str], Iterable[str]]
"""The ids of entities by the strong external id that they have and by their kind."""


@dataclass(frozen=True, slots=True)
class Identities:
    """What has to be written for every entity to be what evidence and judgements make it."""

    canonical: Mapping[str, str]
    """The canonical ids that are to be, of entities that are shown as another."""
    moves: Sequence[tuple[str, str, str]]
    """(entity, canonical id that it should have, the one that it has)."""
    made: Sequence[Row]
    """Automatic judgements that are missing."""
    unmade: Sequence[Row]
    """(id, a) of automatic judgements that nothing carries any more."""

    @property
    def moved(self) -> set[str]:
        """All ids that the moves concern."""
        return set(chain.from_iterable(self.moves))


def automatic(
    bearers: Bearers, same: Iterable[tuple[str, str]], different: Iterable[tuple[str, str]]
) -> list[Judgement]:
    """The judgements that equal strong ids make, given what people judge."""
    sharing = [(external, sorted(entities)) for (external, _), entities in sorted(bearers.items())]
    return [_judged(a, b, external) for a, b, external in agreements(sharing, same, different)]


async def concerns_identity(tx: Transaction, changes: Sequence[Changes]) -> bool:
    """Whether these changes may make entities one, or part them."""
    if any(change.new_judgements or change.ended_judgements for change in changes):
        return True
    if any(change.described.bearers for change in changes):
        return True
    altered = sorted(set[str]().union(*(change.entities.altered for change in changes)))
    return bool(altered and await read_rows(tx, "strongly_identified", ids=altered, strong=STRONG))


async def identities(tx: Transaction, changes: Sequence[Changes] = ()) -> Identities:
    """How the graph's identities differ from what they should be, once `changes` are made."""
    same, different, made_before = await _judged_pairs(tx, changes)
    wanted = [judgement_row(each) for each in automatic(await _bearers(tx, changes), same, different)]
    same += [(str(row[3]), str(row[4])) for row in wanted]
    canonical = {
        member: whole
        for component in components(same, different)
        for member, whole in component.canonical.items()
        if member != whole
    }
    held: dict[str, str] = dict(await read_rows(tx, "merged_entities"))
    moves = ((each, canonical.get(each, each), held.get(each, each)) for each in sorted(canonical.keys() | held.keys()))
    standing = {row[ID] for row in wanted}
    return Identities(
        canonical,
        [move for move in moves if move[1] != move[2]],
        [row for row in wanted if row[ID] not in made_before],
        [[identifier, a] for identifier, a in sorted(made_before.items()) if identifier not in standing],
    )


async def canonicalise(tx: Transaction, now: datetime) -> set[str]:
    """Makes entities one, or parts them, as evidence and judgements have it; returns the ids that this concerns."""
    wanted = await identities(tx)
    await write_rows(tx, "create_judgements", wanted.made, now=now)
    await write_rows(tx, "end_judgements", wanted.unmade, now=now)
    await write_rows(tx, "canonicalise_entities", [(entity, canonical) for entity, canonical, _ in wanted.moves])
    return wanted.moved


async def _judged_pairs(
    tx: Transaction, changes: Sequence[Changes]
) -> tuple[list[tuple[str, str]], list[tuple[str, str]], dict[str, str]]:
    """What people judge the same and different once `changes` are made, and (id, a) of what is judged without them."""
    ended = {row[ID] for change in changes for row in change.ended_judgements}
    new: list[list[Any]] = [list(row) for change in changes for row in change.new_judgements]
    pairs: dict[str, list[tuple[str, str]]] = {"SAME_AS": [], "DIFFERENT_FROM": []}
    made: dict[str, str] = {}
    for identifier, dataset, kind, a, b, *_ in [*await read_rows(tx, "judgements"), *new]:
        if dataset == AUTOMATIC:
            made[identifier] = a
        elif identifier not in ended:
            pairs[kind].append((a, b))
    return pairs["SAME_AS"], pairs["DIFFERENT_FROM"], made


async def _bearers(tx: Transaction, changes: Sequence[Changes]) -> Bearers:
    """Who has which strong id once `changes` are made; of ids that one entity has, not all."""
    brought: dict[tuple[str, str], set[str]] = defaultdict(set)
    for change in changes:
        for bearing, ids in change.described.bearers.items():
            brought[bearing] |= ids
    touched = set[str]().union(*(change.entities.altered for change in changes))
    also = sorted({external for external, _ in brought})
    for external, kind, ids in await read_rows(tx, "bearers", strong=STRONG, also=also):
        brought[external, kind].update(set(ids) - touched)
    return brought


def _judged(a: str, b: str, external: str) -> Judgement:
    basis = f"both have {external}"
    judgement = Judgement("", AUTOMATIC, "same", a, b, AUTOMATIC, basis)
    return Judgement(judgement_id(judgement), AUTOMATIC, "same", a, b, AUTOMATIC, basis)
