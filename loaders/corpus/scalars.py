"""The scalars of a corpus: text in the file, here what it stands for, or a sentence on what would be right."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.json_schema import SkipJsonSchema

from ...graph.ids import LONGEST_KEY
from ...graph.vocabulary import nearest
from ..places import STAND_IN

_KEY = re.compile(r"[^\W_][\w.-]*", re.ASCII)
_SCHEME = re.compile(r"[A-Za-z][\w.-]*:\S+", re.ASCII)
_SHARE = re.compile(r"0(\.\d+)?|1(\.0+)?", re.ASCII)
_ADDRESS = re.compile(r"https?://\S+")
_TYPES = {"type": ["string", "number", "boolean"]}
_SCALAR = WithJsonSchema(_TYPES)


def key_problem(text: str) -> str | None:
    """Why `text` can not be a key; None if it can."""
    if text == STAND_IN or _KEY.fullmatch(text):
        return None
    return f"'{text}' can not be a key; use letters, digits, '-', '_' and '.', as in ru-mod"


def _key(text: str) -> str:
    if problem := key_problem(text):
        raise ValueError(problem)
    return text


def _flag(text: object) -> object:
    return {"true": True, "false": False}.get(text, text) if isinstance(text, str) else text


def _zone(text: object) -> ZoneInfo:
    if text == STAND_IN:
        return ZoneInfo("UTC")
    if text not in (zones := available_timezones()):
        message = f"'{text}' is no time zone{nearest(str(text), zones) or '; write one such as Europe/Kyiv or UTC'}"
        raise ValueError(message)
    return ZoneInfo(str(text))


def _location(text: object) -> tuple[float, float]:
    message = f"'{text}' is no location; write latitude and longitude in degrees: 46.64, 32.61"
    try:
        latitude, longitude = (float(number) for number in str(text).split(","))
    except ValueError:
        raise ValueError(message) from None
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):  # noqa: PLR2004 - degrees
        raise ValueError(message)
    return latitude, longitude


def _external(text: str) -> str:
    if text != STAND_IN and not _SCHEME.fullmatch(text):
        message = f"'{text}' should be scheme:value, as in wikidata:Q212"
        raise ValueError(message)
    return text


def _address(text: str) -> str:
    if not _ADDRESS.fullmatch(text):
        message = f"'{text}' is no web address; it begins with http:// or https://"
        raise ValueError(message)
    return text


def _share(text: object) -> float:
    if isinstance(text, str) and _SHARE.fullmatch(text):
        return float(text)
    message = f"'{text}' should be a number from 0 to 1, such as 0.9"
    raise ValueError(message)


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text)


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_normal), _SCALAR]
Key = Annotated[Text, AfterValidator(_key), WithJsonSchema({**_TYPES, "maxLength": LONGEST_KEY})]
Flag = Annotated[bool, BeforeValidator(_flag), Field(strict=True)]
Address = Annotated[Text, AfterValidator(_address)]
Zone = Annotated[ZoneInfo, BeforeValidator(_zone), WithJsonSchema({"type": "string"})]
Location = Annotated[tuple[float, float], BeforeValidator(_location), WithJsonSchema({"type": "string"})]
ExternalId = Annotated[Text, AfterValidator(_external)]
Share = Annotated[float, BeforeValidator(_share), WithJsonSchema({"type": "number", "minimum": 0, "maximum": 1})]
Absent = SkipJsonSchema[None]
"""A field that may be left out; never one written without a value."""
