"""Cursors: where one thing stands in a list, as a text for the client to hand back and nobody but us to read.

It holds a fingerprint of the list (which field, which filter), the thing whose list it is, and the values that the
list is ordered by.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import orjson

from ..errors import BadCursor
from .selection import Arguments, Field

_LIMITS: Final = frozenset({"first", "after", "after_0", "after_1", "after_parent"})
"""Arguments that say which page of a list, not which list."""
_MOST: Final = 16_384
"""Characters: an issue's id may have 5,100 bytes, a position's has it as well, and four characters are three bytes."""
_LARGEST: Final = 2**31


def fingerprint(field: Field, arguments: Arguments) -> str:
    """What tells one list from another: the field and every argument but those that choose the page."""
    content = [field.owners[0], field.name, sorted((name, str(arguments[name])) for name in arguments.keys() - _LIMITS)]
    return hashlib.blake2b(orjson.dumps(content), digest_size=6).hexdigest()


def encode(print_: str, parent: str, keys: Sequence[Any]) -> str:
    """The cursor of the thing with these keys in that list."""
    return base64.urlsafe_b64encode(orjson.dumps([print_, parent, *keys])).decode().rstrip("=")


def decode(text: str, print_: str) -> tuple[str, Any, str]:
    """The list's parent and the two keys in a cursor of the list with that fingerprint. Raises BadCursor."""
    content = _content(text)
    if len(content) != 4 or not isinstance(content[3], str) or not isinstance(content[1], str):  # noqa: PLR2004
        raise _not_ours(text)
    if content[0] != print_:
        raise BadCursor("the cursor belongs to another list, filter or order; begin without `after`")
    return content[1], content[2], content[3]


def check_moment(key: object) -> None:
    """Raise BadCursor unless a cursor's key is a moment."""
    try:
        moment = datetime.fromisoformat(str(key))
    except ValueError:
        raise _not_ours(str(key)) from None
    if moment.tzinfo is None:
        raise _not_ours(str(key))


def check_number(key: object) -> None:
    """Raise BadCursor unless a cursor's key is a number."""
    if not isinstance(key, int) or abs(key) > _LARGEST:
        raise _not_ours(str(key))


def check_text(key: object) -> None:
    """Raise BadCursor unless a cursor's key is a text."""
    if not isinstance(key, str):
        raise _not_ours(str(key))


def _content(text: str) -> list[Any]:
    if len(text) > _MOST:
        raise _not_ours(text)
    try:
        content = orjson.loads(base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True))
    except (binascii.Error, ValueError):
        raise _not_ours(text) from None
    return content if isinstance(content, list) else []


def _not_ours(text: str) -> BadCursor:
    return BadCursor(f"{text[:40]!r} is no cursor of this service; use the `endCursor` of the page before")
