"""A row as the tree of a record, as JSON Lines have it: exact columns as they are, people's columns as a corpus's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final, TypeVar

from ...graph.ids import entity_id, source_id
from ...graph.quantities import parse_quantity
from ...graph.records import Range
from ...graph.times import Clock, parse_range, parse_span
from .columns import EXACT, WRITTEN, unsafe

T = TypeVar("T")

_ENTITIES: Final = ("subject", "object", "during", "side", "publisher", "source_publisher")
_RENAMED: Final = {
    "dimension": "value.dimension",
    "wording": "value.quantity_text",
    "value": "value.text",
    "value_kind": "value.kind",
}
_OF_SOURCE: Final = {
    "source_title": "title",
    "source_url": "url",
    "source_publisher": "publisher",
    "published": "published",
}
_QUANTITY: Final = ("low", "high", "low_open", "high_open", "approximate", "unit")
_CHAIN: Final = ">"


@dataclass(slots=True)
class Reader:
    """One row on its way to a record."""

    record: str
    dataset: str
    cells: Mapping[str, str]
    wrong: list[tuple[str, str]] = field(default_factory=list)
    """(column, what is wrong with its cell)."""

    def tree(self) -> dict[str, Any]:
        """The record's tree; what can not be read is noted and left out."""
        tree: dict[str, Any] = {"record": self.record, "dataset": self.dataset}
        for column, cell in self._filled():
            if column in EXACT[self.record]:
                self._exact(tree, column, cell)
        for column, cell in self._filled():
            if column in WRITTEN[self.record]:
                self._written(tree, column, cell)
        if self.record == "claim" and "attribution" not in tree and (chain := self._chain("")):
            tree["attribution"] = chain
        self._refer(tree)
        return tree

    def source_tree(self) -> dict[str, Any] | None:
        """The source that a claim's row describes beside it; None where it only names one."""
        cells = dict(self._filled())
        if "source_publisher" not in cells:
            return None
        renamed = {
            "source_title": "title",
            "source_url": "url",
            "source_publisher": "publisher",
            "published": "published",
        }
        told = {ours: cells[column] for column, ours in renamed.items() if column in cells}
        reader = Reader("source", self.dataset, told | {"key": cells.get("source", "")}, self.wrong)
        return reader.tree()

    def _filled(self) -> Iterator[tuple[str, str]]:
        for column, cell in self.cells.items():
            told = unsafe(cell.strip())
            if told:
                yield column, told

    def _exact(self, tree: dict[str, Any], column: str, cell: str) -> None:
        reading, _ = EXACT[self.record][column]
        if column == "attribution" and not cell.startswith("["):
            _put(tree, column, self._chain(cell))
        elif (value := self._attempt(column, lambda: reading(cell))) is not None:
            _put(tree, column, value)

    def _written(self, tree: dict[str, Any], column: str, cell: str) -> None:
        if column in _RENAMED:
            _put(tree, _RENAMED[column], cell)
        elif column == "quantity":
            quantity = self._attempt(column, lambda: parse_quantity(cell))
            for name in _QUANTITY if quantity else ():
                _put(tree, f"value.{name}", getattr(quantity, name))
        elif column in {"event", "asserted", "published", "retrieved"}:
            self._date(tree, column, cell)
        elif column == "confidence":
            _put(tree, "extraction_confidence", self._attempt(column, lambda: float(cell)))
        elif column == "key" and self.record == "claim":
            _put(tree, "source_key", cell)
        elif column == "claimant" and "attribution" not in tree:
            tree["attribution"] = self._chain(cell)

    def _chain(self, cell: str) -> list[dict[str, str]]:
        """`reznikov > nbc`, closed by the publisher where the row says who that is."""
        chain = [part.strip() for part in cell.split(_CHAIN) if part.strip()]
        publisher = unsafe(self.cells.get("source_publisher", "").strip())
        return [
            {"entity": each} for each in (*chain, *([publisher] if publisher and chain[-1:] != [publisher] else []))
        ]

    def _date(self, tree: dict[str, Any], column: str, cell: str) -> None:
        if column == "event":
            if event := self._attempt(column, lambda: parse_span(cell, self._clock)):
                _bounds(tree, "event", event, ("start_min", "start_max", "end_min", "end_max"))
                _put(tree, "event.edtf", cell)
        elif within := self._attempt(column, lambda: parse_range(cell, Clock(UTC))):
            if column == "asserted":
                _bounds(tree, "asserted", within, ("min", "max"))
            elif self.record == "source":
                _put(tree, f"{column}_at", within.min and _iso(within.min))
                _put(tree, "published_edtf", cell if column == "published" else None)

    @property
    def _clock(self) -> Clock:
        """Dates may be relative to when the claimant spoke."""
        written = self.cells.get("asserted", "").strip()
        try:
            return Clock(UTC, parse_range(written, Clock(UTC)) if written else Range())
        except ValueError:
            return Clock(UTC)

    def _refer(self, tree: dict[str, Any]) -> None:
        """Keys become ids of the row's own dataset."""
        key = self.cells.get("key", "").strip()
        if self.record != "claim" and "id" not in tree:
            tree["id"] = (entity_id if self.record == "entity" else source_id)(self.dataset, key) if key else ""
        if self.record == "claim":
            tree["source"] = self._whole(tree.get("source", ""), source_id)
            for level in tree.get("attribution", ()):
                if isinstance(level, dict) and isinstance(level.get("entity"), str):
                    level["entity"] = self._whole(level["entity"], entity_id)
        for name in _ENTITIES:
            if isinstance(tree.get(name), str):
                tree[name] = self._whole(tree[name], entity_id)
        if isinstance(tree.get("part_of"), list):
            tree["part_of"] = [self._whole(place, entity_id) for place in tree["part_of"]]

    def _whole(self, reference: str, make: Callable[[str, str], str]) -> str:
        return reference if "/" in reference else make(self.dataset, reference)

    def _attempt(self, column: str, parse: Callable[[], T]) -> T | None:
        try:
            return parse()
        except ValueError as error:
            self.wrong.append((column, str(error)))
            return None


def _put(tree: dict[str, Any], path: str, value: Any) -> None:  # noqa: ANN401 - any field's value
    if value is None:
        return
    *steps, last = path.split(".")
    for step in steps:
        tree = tree.setdefault(step, {})
    tree[last] = value


def _bounds(tree: dict[str, Any], path: str, bounds: object, names: tuple[str, ...]) -> None:
    for name in names:
        moment = getattr(bounds, name)
        _put(tree, f"{path}.{name}", moment and _iso(moment))


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()
