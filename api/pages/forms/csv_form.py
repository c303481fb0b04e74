"""Rows as CSV (RFC 4180), for spreadsheets too: nothing that a cell says is taken for a formula.

Spreadsheets of some languages separate by `;`, and begin a cell in the middle of our texts: after a `;`, a tab or a
line break, with quotes and blanks left out. An apostrophe stands wherever such a cell, or ours, would begin as a
formula does.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from typing import Final

from .columns import Cell

BYTE_ORDER_MARK: Final = "\ufeff"
"""Without it spreadsheets take UTF-8 for the machine's own old encoding, and show Cyrillic as rubbish."""
_FORMULA: Final = re.compile(
    r"""
    ^ (?=\s*[=+\-@＝＋－＠\t\r])
    | (?<=[;\t\r\n]) (?=(?:"|[^\S\t\r\n])*[=+\-@＝＋－＠])
    """,
    re.VERBOSE,
)
"""The place before what a spreadsheet could take for a formula: at the beginning, or after what it may separate by."""


def lines(rows: Iterable[Iterable[Cell]]) -> str:
    """The rows as lines of CSV."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([_written(cell) for cell in row] for row in rows)
    return text.getvalue()


def _written(cell: Cell) -> Cell:
    """A cell as it is written: numbers as they are, truths in small letters, a quote before formulas."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str):
        return _FORMULA.sub("'", cell)
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
