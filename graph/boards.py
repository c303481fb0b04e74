"""The boards of issues in the graph: links between claims, and positions with the claims that take them.

As in `derive.py`, what should stand is compared with what stands, and the difference is written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from .answers import REFERRING, answer_in, context_of
from .fresh import Knowledge
from .issues import Referent, Said, issues_of
from .rules import RULES_VERSION
from .rules.answers import Answer
from .rules.board import Board, board_of
from .rules.positions import Position
from .vocabulary import Vocabulary
from .writing import Transaction, read_rows, write_rows

_Row = tuple[Any, ...]


@dataclass(slots=True)
class _Written:
    """Rows of what boards are made of, as they stand or as they should."""

    links: set[_Row] = field(default_factory=set)
    """(type, claim, other, rule, basis, strength, rules version, issue)."""
    positions: dict[str, _Row] = field(default_factory=dict)
    takes: set[_Row] = field(default_factory=set)
    """(claim, position)."""


async def settle_boards(tx: Transaction, issues: Sequence[str], known: Knowledge) -> None:
    """Links, positions, counts and whether it is contested, for each of these issues."""
    made = [issue for issue in issues if issue in known.fresh.issues]
    old = sorted(set(issues).difference(made))
    rows = await read_rows(tx, "answers", ids=old) if old else []
    named = {row[1 + at] for row in rows for at in REFERRING if row[1 + at]}
    referents = await known.referents.of(tx, named | known.fresh.entities(made))
    answers: dict[str, list[Answer]] = defaultdict(
        list, {issue: known.fresh.answers(issue, referents) for issue in made}
    )
    for issue, *row in rows:
        answers[issue].append(answer_in(row, referents))
    context = context_of(referents, known.vocabulary)
    boards = {issue: board_of(answers[issue], context) for issue in issues}
    await _write(tx, await _held(tx, old), _wanted(boards, answers, referents, known.vocabulary))
    await write_rows(tx, "settle_issues", [(issue, each.contested, each.is_whole) for issue, each in boards.items()])


def _wanted(
    boards: Mapping[str, Board],
    answers: Mapping[str, Sequence[Answer]],
    referents: Mapping[str, Referent],
    vocabulary: Vocabulary,
) -> _Written:
    wanted = _Written()
    for issue, board in boards.items():
        asked = {each.claim: _issues(each, referents, vocabulary) for each in answers[issue]}
        for link in board.links:
            # Two claims may meet on several issues; the link stands once, as the smallest one's.
            if issue == min(asked[link.claim] & asked[link.other], default=issue):
                said = (link.type, link.claim, link.other, link.rule, link.basis, link.strength)
                wanted.links.add((*said, RULES_VERSION, issue))
        for rank, position in enumerate(board.positions):
            row = _position_row(issue, rank, position)
            wanted.positions[row[0]] = row
            wanted.takes |= {(claim, row[0]) for claim in position.claims}
    return wanted


def _issues(answer: Answer, referents: Mapping[str, Referent], vocabulary: Vocabulary) -> frozenset[str]:
    """The issues that a claim answers, where there may be several."""
    predicate = vocabulary.predicates.get(answer.predicate)
    if predicate is None or len(predicate.families) == 1:
        return frozenset()
    named = (answer.subject, answer.claimant, "", answer.object, answer.during)
    said = Said(answer.claim, answer.predicate, *named, answer.dimension)
    return frozenset(issue.id for issue in issues_of(said, referents, vocabulary))


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
        _moment(position.first_asserted),
        _moment(position.last_asserted),
    )


def _moment(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


async def _held(tx: Transaction, issues: Sequence[str]) -> _Written:
    held = _Written()
    for issue, positions, links in await read_rows(tx, "boards", ids=list(issues)) if issues else ():
        held.links |= {(*link, issue) for link in links}
        for identifier, *row, claims in positions:
            held.positions[identifier] = (identifier, issue, *row)
            held.takes |= {(claim, identifier) for claim in claims}
    return held


async def _write(tx: Transaction, held: _Written, wanted: _Written) -> None:
    await write_rows(tx, "unlink_claims", _sorted((*link[:3], link[-1]) for link in held.links - wanted.links))
    await write_rows(tx, "link_claims", _sorted(wanted.links - held.links))
    gone = held.positions.keys() - wanted.positions.keys()
    await write_rows(tx, "leave_positions", _sorted(pair for pair in held.takes - wanted.takes if pair[1] not in gone))
    await write_rows(tx, "delete_positions", sorted(gone))
    changed = [row for identifier, row in wanted.positions.items() if held.positions.get(identifier) != row]
    await write_rows(tx, "upsert_positions", _sorted(changed))
    await write_rows(tx, "take_positions", _sorted(wanted.takes - held.takes))


def _sorted(rows: Iterable[_Row]) -> list[_Row]:
    return sorted(rows, key=str)
