"""The columns of the three files: which field of a record each one holds, and how its cells are written.

A field's own column (`value.low`, `event.start_min`) says it exactly, and is what an export writes; `quantity`,
`event`, `asserted` and `published` take what a person writes, as in a corpus.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

import orjson

Cell = tuple[Callable[[str], Any], Callable[[Any], str]]
"""How a cell is read (ValueError with what would be right), and how a value is written."""

_SEPARATOR: Final = " | "
_FORMULA: Final = re.compile(r"'*\s*[=+\-@＝＋－＠\t\r]|'")
_NUMBER: Final = re.compile(r"[+-]?\d{1,300}(\.\d+)?([eE][+-]?\d{1,3})?")


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; `unsafe` gives back what it was."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def unsafe(cell: str) -> str:
    """What a cell says, without the quote that keeps spreadsheets from calculating it."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def _text(cell: str) -> str:
    return cell


def _list(cell: str) -> list[str]:
    """`a | b`, or a list as JSON where a part has a bar in it."""
    if cell.startswith("["):
        try:
            parts = orjson.loads(cell)
        except orjson.JSONDecodeError:
            parts = None
        if isinstance(parts, list) and all(isinstance(part, str) for part in parts):
            return parts
        raise ValueError("begins like a list in JSON and is none; write a | b")
    return [part.strip() for part in cell.split("|") if part.strip()]


def _listed(values: list[str]) -> str:
    plain = all("|" not in each and each == each.strip() and each and not each.startswith("[") for each in values)
    return _SEPARATOR.join(values) if plain else orjson.dumps(values).decode()


def _flag(cell: str) -> bool:
    flags = {"true": True, "false": False, "yes": True, "no": False, "1": True, "0": False}
    if cell.lower() in flags:
        return flags[cell.lower()]
    raise ValueError(f"should be true or false, not '{cell[:60]}'")


def _number(cell: str) -> float:
    if not _NUMBER.fullmatch(cell):
        raise ValueError(f"should be a number such as 40000 or 0.5, not '{cell[:60]}'")
    return float(cell)


def _moment(cell: str) -> str:
    try:
        moment = datetime.fromisoformat(cell)
    except ValueError:
        raise ValueError(f"should be a time such as 2022-11-11T05:00:00Z, not '{cell[:60]}'") from None
    if moment.tzinfo is None:
        raise ValueError(f"'{cell[:60]}' has no zone; write Z behind it for UTC")
    return moment.astimezone(UTC).isoformat()


def _json(cell: str) -> Any:  # noqa: ANN401 - JSON
    try:
        return orjson.loads(cell)
    except orjson.JSONDecodeError as error:
        raise ValueError(f"is not JSON ({error.msg})") from None


def _dumped(value: Any) -> str:  # noqa: ANN401 - JSON
    return orjson.dumps(value).decode()


def _location(cell: str) -> Any:  # noqa: ANN401 - JSON
    """`46.64, 32.61`, or a list as JSON."""
    return _json(cell if cell.startswith("[") else f"[{cell}]")


TEXT: Final[Cell] = (_text, str)
LIST: Final[Cell] = (_list, _listed)
FLAG: Final[Cell] = (_flag, lambda flag: "true" if flag else "false")
NUMBER: Final[Cell] = (_number, lambda number: repr(float(number)).removesuffix(".0"))
MOMENT: Final[Cell] = (_moment, str)
JSON: Final[Cell] = (_json, _dumped)

_SPAN: Final = {f"event.{bound}": MOMENT for bound in ("start_min", "start_max", "end_min", "end_max")}
EXACT: Final[Mapping[str, Mapping[str, Cell]]] = {
    "entity": {
        **dict.fromkeys(("id", "dataset", "kind", "name"), TEXT),
        "names": LIST,
        "description": TEXT,
        "external_ids": LIST,
        "side": TEXT,
        "named": FLAG,
        "part_of": LIST,
        "place_type": TEXT,
        "location": (_location, _dumped),
        **dict.fromkeys(("echelon", "symbol_code"), TEXT),
        **_SPAN,
        "event.edtf": TEXT,
    },
    "source": {
        **dict.fromkeys(("id", "dataset", "publisher", "title", "url", "language"), TEXT),
        "published_at": MOMENT,
        "published_edtf": TEXT,
        "retrieved_at": MOMENT,
        "archived_url": TEXT,
    },
    "claim": {
        **dict.fromkeys(("id", "dataset", "source", "predicate", "subject", "object", "during", "text"), TEXT),
        "attribution": JSON,
        **dict.fromkeys(("polarity", "modality", "condition"), TEXT),
        **dict.fromkeys(("value.low", "value.high"), NUMBER),
        **dict.fromkeys(("value.low_open", "value.high_open", "value.approximate"), FLAG),
        **{f"value.{name}": TEXT for name in ("unit", "dimension", "quantity_text", "text", "kind")},
        **_SPAN,
        "event.edtf": TEXT,
        **dict.fromkeys(("asserted.min", "asserted.max"), MOMENT),
        **dict.fromkeys(("locator", "quote", "quote_language", "raw"), TEXT),
        "extraction_confidence": NUMBER,
        "source_key": TEXT,
    },
}
"""The columns that hold a field as it is, by the record; an export writes them, in this order."""

WRITTEN: Final[Mapping[str, tuple[str, ...]]] = {
    "entity": ("key", "event"),
    "source": ("key", "published", "retrieved"),
    "claim": (
        *("key", "claimant", "quantity", "dimension", "wording", "value", "value_kind", "event", "asserted"),
        *("confidence", "source_title", "source_url", "source_publisher", "published"),
    ),
}
"""Columns for people, whose cells are read as a corpus's fields of the name."""

NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "entity": ("kind", "name"),
    "source": ("publisher",),
    "claim": ("predicate", "subject", "text", "source"),
}
"""Without which a file is not one of these."""
