"""A load's notes: which rows differ, which claims and issues are to be derived again; kept on disk, not in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import IntEnum

from .scratch import Scratch, listed
from .writing import batch_size

_SCHEMA = """
CREATE TABLE difference (label TEXT, id TEXT, dataset TEXT, state INTEGER, PRIMARY KEY (label, id)) WITHOUT ROWID;
CREATE TABLE claim (id TEXT PRIMARY KEY, named INTEGER) WITHOUT ROWID;
CREATE TABLE issue (id TEXT PRIMARY KEY, made INTEGER) WITHOUT ROWID;
CREATE TABLE answer (issue TEXT, claim TEXT, PRIMARY KEY (issue, claim)) WITHOUT ROWID;
"""


class State(IntEnum):
    """How a row that is brought differs from what the graph holds."""

    NEW = 1
    CHANGED = 2
    RETURNED = 3
    """Changed or not, it had been retracted."""
    VANISHED = 4


CORRECTED = (State.CHANGED, State.RETURNED)
BROUGHT = (State.NEW, *CORRECTED)
ALTERED = (*CORRECTED, State.VANISHED)
"""Those that the graph had already."""


class Notes:
    """What one load remembers."""

    def __init__(self) -> None:
        self._scratch = Scratch(_SCHEMA)

    def forget(self, dataset: str) -> None:
        """Begins the comparison of a dataset anew."""
        self._scratch.run("DELETE FROM difference WHERE dataset = ?", (dataset,))

    def differ(self, label: str, dataset: str, rows: Iterable[tuple[str, State]]) -> None:
        """Notes how rows, (id, state), of a label differ."""
        told = ((label, identifier, dataset, int(state)) for identifier, state in rows)
        self._scratch.run_many("INSERT INTO difference VALUES (?, ?, ?, ?)", told)

    def count(self, label: str, dataset: str, states: Sequence[State]) -> int:
        """How many rows of a dataset differ so."""
        text = """
            SELECT count(*) FROM difference
            WHERE label = ? AND dataset = ? AND state IN (SELECT value FROM json_each(?))
        """
        return int(self._scratch.value(text, (label, dataset, listed(states))))

    def differing(self, label: str, dataset: str, states: Sequence[State], size: int) -> Iterator[list[str]]:
        """The ids of the rows that differ so, by id, in portions."""
        text = """
            SELECT id FROM difference
            WHERE label = ? AND id > ? AND dataset = ? AND state IN (SELECT value FROM json_each(?))
            ORDER BY id LIMIT ?
        """
        after = ""
        while ids := self._ids(text, (label, after, dataset, listed(states), size)):
            yield ids
            after = ids[-1]

    def states(self, label: str, ids: Collection[str]) -> dict[str, tuple[str, State]]:
        """(dataset, state) of those among these rows that differ."""
        text = """
            SELECT id, dataset, state FROM difference
            WHERE label = ? AND id IN (SELECT value FROM json_each(?))
        """
        found = self._scratch.rows(text, (label, listed(ids)))
        return {identifier: (dataset, State(state)) for identifier, dataset, state in found}

    def held(self, label: str, ids: Collection[str]) -> set[str]:
        """Those among these rows that the graph had already."""
        new = {each for each, (_, state) in self.states(label, ids).items() if state is State.NEW}
        return set(ids) - new

    def derive_differing_claims(self) -> None:
        """Puts every claim that differs on the list of claims to derive."""
        self._scratch.run("DELETE FROM claim")
        self._scratch.run("DELETE FROM issue")
        self._scratch.run("DELETE FROM answer")
        self._scratch.run("INSERT INTO claim SELECT id, 1 FROM difference WHERE label = 'claim'")

    def derive_claims(self, ids: Iterable[str], *, named: bool) -> None:
        """Puts claims on that list; `named` for those whose natural edge may be another too."""
        rows = ((identifier, int(named)) for identifier in ids)
        self._scratch.run_many(
            "INSERT INTO claim VALUES (?, ?) ON CONFLICT DO UPDATE SET named = named OR excluded.named", rows
        )

    def derive_issues(self, ids: Iterable[str]) -> None:
        """Puts issues on the list of issues to settle."""
        self._scratch.run_many("INSERT OR IGNORE INTO issue VALUES (?, 0)", ((identifier,) for identifier in ids))

    def make_issues(self, ids: Iterable[str]) -> None:
        """Notes that this load made these issues, so that only its claims answer them until another is seen to."""
        made = ((identifier,) for identifier in ids)
        self._scratch.run_many("INSERT INTO issue VALUES (?, 1) ON CONFLICT DO UPDATE SET made = 1", made)

    def share_issues(self, ids: Iterable[str]) -> None:
        """Notes that older claims answer these issues as well."""
        self._scratch.run_many("UPDATE issue SET made = 0 WHERE id = ?", ((identifier,) for identifier in ids))

    def answer(self, rows: Iterable[tuple[str, str]]) -> None:
        """Notes (issue, new claim that answers it)."""
        self._scratch.run_many("INSERT OR IGNORE INTO answer VALUES (?, ?)", rows)

    def made_issues(self, ids: Sequence[str]) -> set[str]:
        """Those among the issues that this load made and only its claims answer."""
        text = "SELECT id FROM issue WHERE made AND id IN (SELECT value FROM json_each(?))"
        return set(self._ids(text, (listed(ids),)))

    def answers(self, issues: Sequence[str]) -> list[tuple[str, str]]:
        """(issue, new claim) of these issues, in order."""
        text = "SELECT issue, claim FROM answer WHERE issue IN (SELECT value FROM json_each(?))"
        return sorted(self._scratch.rows(text, (listed(issues),)))

    @property
    def size(self) -> tuple[int, int]:
        """How many claims, and how many issues, are to be derived."""
        count = self._scratch.value
        return int(count("SELECT count(*) FROM claim")), int(count("SELECT count(*) FROM issue"))

    def claims(self) -> Iterator[dict[str, bool]]:
        """The claims to derive, by id, in portions: whether each is named."""
        text = "SELECT id, named FROM claim WHERE id > ? ORDER BY id LIMIT ?"
        after = ""
        while rows := dict(self._scratch.rows(text, (after, batch_size()))):
            yield {identifier: bool(named) for identifier, named in rows.items()}
            after = max(rows)

    def issues(self, weight: int) -> Iterator[list[str]]:
        """The issues to settle, by id, in portions; `weight` is how many claims each is taken to have."""
        after = ""
        while ids := self._ids("SELECT id FROM issue WHERE id > ? ORDER BY id LIMIT ?", (after, batch_size(weight))):
            yield ids
            after = ids[-1]

    def _ids(self, text: str, params: Sequence[str | int]) -> list[str]:
        return [identifier for (identifier,) in self._scratch.rows(text, params)]
