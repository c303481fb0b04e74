"""The graph as of other moments: a view's conditions, put where the blocks speak of what is live now.

In a block `claim.live` (or `relation.live`) says which claims there are, `source.live` which sources,
`issue.claim_count` how many claims answer an issue, and `/*asOf: …*/` holds what is said under a view only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ... import cypher

CLOCKS: Final = ("event", "known", "recorded")
WORDS: Final = frozenset({*CLOCKS, "view"})
"""What of a field's arguments says that there is a view, and which."""

_ONLY: Final = re.compile(r"/\*asOf: (.*?)\*/", re.DOTALL)
_CLAIM: Final = re.compile(r"\b((?:claim|relation)\d*)\.live\b")
"""A relation is a claim."""
_SOURCE: Final = re.compile(r"\b(source\d*)\.live\b(?!\Z)")
"""Not where it is all there is: whether a source is live is told as of today."""
_COUNT: Final = re.compile(r"\b(issue\d*)\.claim_count\b")
_PARAMETER: Final = re.compile(r"\$(\w+)")


@dataclass(frozen=True, slots=True)
class View:
    """The clocks that a root field sets for all that hangs on it, and the slot of its arguments."""

    slot: int
    conditions: tuple[str, ...]
    """Blocks of `cypher/fields/view.cypher` that a claim has to meet."""

    @classmethod
    def of(cls, shape: tuple[str, ...], slot: int | None) -> View | None:
        """The view that a field's arguments ask for; None for the graph as it is."""
        clocks = [clock for clock in CLOCKS if clock in shape]
        if slot is None or not clocks:
            return None
        words = {"event": "certain" if "as_certain" in shape else "possible"}
        recorded = [] if "recorded" in clocks else ["live"]
        return cls(slot, (*recorded, *(words.get(clock, clock) for clock in clocks)))

    @property
    def sources(self) -> Iterator[tuple[str, int, str]]:
        """The view's parameters, as a statement's writer notes them."""
        used = {name for block in self.conditions for name in cypher.fields("view")[block].params}
        return ((f"{name}_view{self.slot}", self.slot, name) for name in sorted(used))

    def block(self, name: str, variable: str, given: str) -> str:
        """A block of the view's own, for the thing that stands under that variable."""
        text = re.sub(rf"\b{variable}\b(?!:)", given, cypher.fields("view")[name].text)
        return _PARAMETER.sub(rf"$\1_view{self.slot}", text)

    def seen(self, claim: str) -> str:
        """The condition under which there is that claim."""
        return " AND ".join(f"({self.block(name, 'claim', claim)})" for name in self.conditions)


def viewed(text: str, view: View | None) -> str:
    """A statement's text under a view; without one, the text as it is."""
    if view is None:
        return _ONLY.sub("", text)
    text = _ONLY.sub(r"\1", text)
    text = _COUNT.sub(lambda found: view.block("answers", "issue", found[1]), text)
    text = _CLAIM.sub(lambda found: f"({view.seen(found[1])})", text)
    if "known" in view.conditions:
        text = _SOURCE.sub(lambda found: f"({view.block('published', 'source', found[1])})", text)
    return text
