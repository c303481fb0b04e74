"""Records as the rows of the three files, as exactly as JSON Lines and as safe as a spreadsheet needs."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from ..jsonl import RECORD
from .columns import EXACT, safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...graph.records import Record

FILE_OF = {"entity": "entities.csv", "source": "sources.csv", "claim": "claims.csv"}


def headers() -> Iterator[tuple[str, str]]:
    """(file, its header's line)."""
    for record, file in FILE_OF.items():
        yield file, _line(list(EXACT[record]))


def lines(records: Iterable[Record]) -> Iterator[tuple[str, str]]:
    """(file, line) of each record that the three files can hold: entities, sources and claims."""
    for record in records:
        if record.record in FILE_OF:
            tree = RECORD.dump_python(record, mode="json", exclude_defaults=True)
            cells = [_cell(record.record, column, _at(tree, column)) for column in EXACT[record.record]]
            yield FILE_OF[record.record], _line(cells)


def _cell(record: str, column: str, value: Any) -> str:  # noqa: ANN401 - any field's value
    if value is None:
        return ""
    _, write = EXACT[record][column]
    return safe(write(value))


def _at(tree: Any, path: str) -> Any:  # noqa: ANN401
    for step in path.split("."):
        tree = tree.get(step) if isinstance(tree, dict) else None
    return tree


def _line(cells: list[str]) -> str:
    # Everything in quotes: a spreadsheet that separates by another character than the comma leaves cells whole.
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(cells)
    return text.getvalue()
