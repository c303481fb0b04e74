"""Sites: where an answer shows things that only the rules can name, fetched once their ids are known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from .blocks import variable_of
from .selection import Selection
from .shape import Answer, Path, ShapeError, Shaper, Value
from .views import View, viewed

_SITE: Final = """RETURN COLLECT {{
UNWIND $ids AS wanted
MATCH ({variable}:{type} {{id: wanted}})
RETURN [wanted, [{columns}]]
}}, {vocabularies}"""
_VOCABULARIES: Final = "COLLECT { MATCH (dataset:Dataset) RETURN dataset.vocabulary ORDER BY dataset.id }"
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
    """What is kept of a claim's links, and whether that is not all: `[is large, its issues, kept]`."""
    large = f"EXISTS {{ ({variable})-[:ANSWERS]->(:Issue {{is_whole: false}}) }}"
    return f"[{large}, {issues_column('Claim', variable)}, {kept}]"


def either(kept: Shaper, found: Shaper) -> Shaper:
    """The shaper of what is kept of a claim's links, or of what the rules find where that is not all."""

    def shape(value: Value, path: Path, answer: Answer) -> Value:
        large, issues, stored = value
        return found(issues, path, answer) if large else kept(stored, path, answer)

    return shape


def issues_column(type_: str, variable: str) -> str:
    """Whose boards answer fields of an issue or a claim: `[id, [issue, …]]`."""
    if type_ == "Issue":
        return f"[{variable}.id, [{variable}.id]]"
    answered = f"MATCH ({variable})-[:ANSWERS]->(weighed:Issue) RETURN weighed.id ORDER BY weighed.id"
    return f"[{variable}.id, COLLECT {{ {answered} }}]"


def site_text(type_: str, columns: Sequence[str]) -> str:
    """The statement that fetches what is asked of things of a type, by their ids; they stand under `claim0`, say."""
    return _SITE.format(variable=f"{variable_of(type_)}0", type=type_, columns=", ".join(columns), vocabularies="[]")


def boards(number: int, view: View | None) -> Site:
    """The place for issues' boards under a view: their claims as the rules take them, and the vocabularies."""
    text = viewed((view or View(NOW, ())).block("board", "issue", "issue0"), view)
    statement = _SITE.format(variable="issue0", type="Issue", columns=text, vocabularies=_VOCABULARIES)
    return Site(number, statement, tuple(view.sources) if view else (), _alone)


def _alone(row: Value, _path: Path, _answer: Answer) -> Value:
    return row[0]
