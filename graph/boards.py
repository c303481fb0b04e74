"""The boards of issues in the graph: links between claims, and positions with the claims that take them.

As in `derive.py`, what should stand is compared with what stands, and the difference is written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from .answers import REFERRING, answer_in, context_of
from .fresh import Knowledge, entities_of
from .rules import RULES_VERSION
from .rules.answers import Answer
from .rules.board import Board, board_of
from .rules.positions import Position
from .writing import Transact, Transaction, batches, read_rows, write_rows

_Row = tuple[Any, ...]
_Step = tuple[str, Sequence[object]]
"""A statement in `cypher/write/`, and its rows."""
ONE_STEP = 20_000
"""Rows that one transaction takes, of boards that belong together; a large issue takes several."""


@dataclass(slots=True)
class _Written:
    """Rows of what boards are made of, as they stand or as they should."""

    links: set[_Row] = field(default_factory=set)
    """(type, claim, other, rule, basis, strength, rules version, issue)."""
    positions: dict[str, _Row] = field(default_factory=dict)
    takes: set[_Row] = field(default_factory=set)
    """(claim, position)."""


async def settle_boards(transact: Transact, issues: Sequence[str], known: Knowledge) -> None:
    """Links, positions, counts and whether it is contested, for each of these issues."""
    steps = await transact(partial(_steps, issues=issues, known=known))
    if sum(len(rows) for _, rows in steps) <= ONE_STEP:
        await transact(partial(_take, steps=steps))
        return
    for name, rows in steps:
        for batch in batches(rows):
            await transact(partial(write_rows, what=name, rows=batch))


async def _take(tx: Transaction, steps: Sequence[_Step]) -> None:
    for name, rows in steps:
        await write_rows(tx, name, rows)


async def _steps(tx: Transaction, issues: Sequence[str], known: Knowledge) -> list[_Step]:
    """What has to be written, in order."""
    made = sorted(known.fresh.notes.made_issues(issues))
    old = sorted(set(issues).difference(made))
    fresh = known.fresh.answering(made)
    rows = await read_rows(tx, "answers", ids=old) if old else []
    named = {row[1 + at] for row in rows for at in REFERRING if row[1 + at]}
    named |= entities_of(claim for claims in fresh.values() for claim in claims)
    referents = await known.referents.of(tx, named)
    answers: dict[str, list[Answer]] = defaultdict(
        list, {issue: known.fresh.answers(claims, referents) for issue, claims in fresh.items()}
    )
    for issue, *row in rows:
        answers[issue].append(answer_in(row, referents))
    context = context_of(referents, known.vocabulary)
    boards = {issue: board_of(answers[issue], context) for issue in issues}
    settled = [(issue, each.contested, each.is_whole, list(each.undecided)) for issue, each in boards.items()]
    return [*_differences(await _held(tx, old), _wanted(boards)), ("settle_issues", settled)]


def _wanted(boards: Mapping[str, Board]) -> _Written:
    wanted = _Written()
    for issue, board in boards.items():
        for link in board.links:
            said = (link.type, link.claim, link.other, link.rule, link.basis, link.strength)
            wanted.links.add((*said, RULES_VERSION, issue))
        for rank, position in enumerate(board.positions):
            row = _position_row(issue, rank, position)
            wanted.positions[row[0]] = row
            wanted.takes |= {(claim, row[0]) for claim in position.claims}
    return wanted


def position_id(issue: str, position: Position) -> str:
    """`position/losses/kherson:russia/kherson:withdrawal#c1…`: the issue's, and its first claim's."""
    return f"position/{issue.removeprefix('issue/')}#{position.id.removeprefix('claim/')}"


def _position_row(issue: str, rank: int, position: Position) -> _Row:
    return (
        position_id(issue, position),
        issue,
        rank,
        position.label,
        position.dimension,
        position.unit,
        position.low,
        position.high,
        position.low_open,
        position.high_open,
        position.origin_count,
        position.report_count,
        position.first_asserted,
        position.last_asserted,
    )


async def _held(tx: Transaction, issues: Sequence[str]) -> _Written:
    held = _Written()
    for issue, positions, links in await read_rows(tx, "boards", ids=list(issues)) if issues else ():
        held.links |= {(*link, issue) for link in links}
        for identifier, *row, claims in positions:
            held.positions[identifier] = (identifier, issue, *row)
            held.takes |= {(claim, identifier) for claim in claims}
    return held


def _differences(held: _Written, wanted: _Written) -> list[_Step]:
    gone = held.positions.keys() - wanted.positions.keys()
    changed = [row for identifier, row in wanted.positions.items() if held.positions.get(identifier) != row]
    return [
        ("unlink_claims", _sorted((*link[:3], link[-1]) for link in held.links - wanted.links)),
        ("link_claims", _sorted(wanted.links - held.links)),
        ("leave_positions", _sorted(pair for pair in held.takes - wanted.takes if pair[1] not in gone)),
        ("delete_positions", sorted(gone)),
        ("upsert_positions", _sorted(changed)),
        ("take_positions", _sorted(wanted.takes - held.takes)),
    ]


def _sorted(rows: Iterable[_Row]) -> list[_Row]:
    return sorted(rows, key=str)
