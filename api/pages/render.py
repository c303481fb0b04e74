"""The templates, and the words that they use; whatever they show is escaped as text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, Final

import orjson
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from ...graph.words import counted
from ..reasons import Node
from ..words import between, happens_at, manner, moment, said_at, value_in_words
from .addresses import web_address
from .board import letter
from .embedding import embedding_of

_LONG: Final = 160
_DATE: Final = re.compile(r"(\d{4}-\d{2}-\d{2})?")
_NOT_IN_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(template: str, context: Mapping[str, Any]) -> str:
    """The text of a template, filled in."""
    return _environment().get_template(template).render(context)


@cache
def static_files() -> Mapping[str, bytes]:
    """The content of each of our static files, by name; read once."""
    folder = resources.files(__package__) / "static"
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir(), key=lambda file: file.name)}


@cache
def version() -> str:
    """A short hash of all our static files: what their addresses change with."""
    return hashlib.sha256(b"".join(static_files().values())).hexdigest()[:12]


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader(__package__ or "", "templates"),
        autoescape=select_autoescape(["html", "xml"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "counted": counted,
        "data": _data,
        "embedding": embedding_of,
        "json": lambda content: orjson.dumps(content, option=orjson.OPT_INDENT_2).decode(),
        "happens": lambda claim: happens_at(claim["event"], claim["asserted"]),
        "letter": letter,
        "manner": manner,
        "moment": moment,
        "published": published,
        "said": lambda claim: said_at(claim["asserted"]),
        "short": short,
        "value": value_in_words,
        "web": web_address,
        "xml": lambda text: _NOT_IN_XML.sub("\ufffd", text),
    }
    made.tests |= {"date": lambda text: _DATE.fullmatch(text) is not None}
    made.globals |= {"between": between, "version": version}
    return made


def published(source: Node) -> str:
    """`Daily Mail, 2022-11-11`."""
    return ", ".join(part for part in (source["publisher"]["name"], source["publishedEdtf"]) if part)


def short(text: str, most: int = _LONG) -> str:
    """The beginning of a long text, for titles and summaries."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _data(content: object) -> Markup:
    """JSON for a data block in HTML: nothing in it can end the block."""
    text = orjson.dumps(content).decode().replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return Markup(text)  # noqa: S704 - the three characters that mean something to HTML are escaped above
