"""Sites: where an answer shows things that only the rules can name, fetched once their ids are known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from .selection import Selection
from .shape import Answer, Path, ShapeError, Shaper, Value
from .views import View, viewed

NOW: Final = -1
"""In the place of a view's slot, for the graph as it is."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where things are shown that only the rules can name: what is asked of them, fetched by their ids."""

    number: int
    text: str
    sources: tuple[tuple[str, int, str], ...]
    shaper: Shaper

    def shape(self, identifier: Value, path: Path, answer: Answer) -> Value:
        """What is shown of the thing with that id; if it is not there yet, it is noted as needed."""
        if (self.number, identifier) not in answer.fetched:
            answer.needed.setdefault(self.number, set()).add(identifier)
            return None
        row = answer.fetched[self.number, identifier]
        if row is None:
            raise ShapeError(f"{identifier} went away while it was read", path)
        return self.shaper(row, path, answer)


Sites = Callable[[Selection, str], Site]
"""Makes the site for what is asked of a thing of that type."""


def is_large(variable: str, kept: str) -> str:
    """What is kept of a claim's links, and whether that is not all: `[is large, id, kept]`."""
    large = f"EXISTS {{ ({variable})-[:ANSWERS]->(:Issue {{is_whole: false}}) }}"
    return f"[{large}, {variable}.id, {kept}]"


def either(kept: Shaper, boards: Site, found: Shaper) -> Shaper:
    """The shaper of what is kept of a claim's links, or of what the rules find where that is not all."""

    def shape(value: Value, path: Path, answer: Answer) -> Value:
        large, claim, stored = value
        if not large:
            return kept(stored, path, answer)
        board = boards.shape(claim, path, answer)
        return None if board is None else found(board, path, answer)

    return shape


def alone(row: Value, _path: Path, _answer: Answer) -> Value:
    """The one value of a row."""
    return row[0]


def board_column(view: View | None, type_: str, variable: str) -> str:
    """What the rules need to answer fields of an issue or a claim: `[id, [[issue, board], …]]`."""
    if type_ == "Issue":
        return f"[{variable}.id, [[{variable}.id, {board(view, variable)}]]]"
    answered = f"MATCH ({variable})-[:ANSWERS]->(weighed:Issue) RETURN [weighed.id, {board(view, 'weighed')}]"
    return f"[{variable}.id, COLLECT {{ {answered} }}]"


def board(view: View | None, issue: str) -> str:
    """What the rules need of an issue's claims."""
    return viewed((view or View(NOW, ())).block("board", "issue", issue), view)
