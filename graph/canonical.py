"""Canonical JSON for hashes: the bytes that Python's own encoder writes, which ids and digests hang on, only sooner."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

import orjson

_LEAST, _MOST = 1e-4, 1e16
"""Figures between which both encoders write the same; beyond, one of them writes 1e+16 and the other 1e16."""


def canonical(content: list[object], figures: Iterable[object]) -> bytes:
    """The content as JSON without spaces, moments in ISO 8601; `figures` are whatever floats may be in it.

    Raises ValueError for what is no number.
    """
    if all(not isinstance(each, float) or each == 0 or _LEAST <= abs(each) < _MOST for each in figures):
        return orjson.dumps(content, default=_moment, option=orjson.OPT_PASSTHROUGH_DATETIME)
    encoded = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_moment)
    return encoded.encode()


def _moment(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in canonical JSON")
