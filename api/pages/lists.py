"""The first page, the lists of issues, entities and sources, and the search."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import orjson
from starlette.requests import Request
from starlette.responses import Response

from ...graph.errors import InvalidInput
from ...graph.records import Kind
from ..reasons import Node
from .forms.linked_data import LinkedData
from .forms.offers import offered
from .forms.tables import IN_TABLES, TABLES, table_response
from .negotiation import Form
from .site import Answer, Asked, Site

_TRUTHS: Final = {"true": True, "false": False}
_PLAIN: Final = frozenset({Form.HTML, Form.JSON_LD, Form.CSV})
FORMS: Final = {
    "home": _PLAIN,
    "issues": _PLAIN,
    "entities": _PLAIN | {Form.GEO_JSON},
    "sources": _PLAIN,
    "search": _PLAIN | {Form.GEO_JSON},
}
"""The forms that there are of each list."""
_TITLES: Final = {"issues": "Questions", "entities": "Who and what", "sources": "Sources"}
_CONTESTED: Final = "Questions on which the sources contradict each other"

_ALL: Final = "Questions, those with most answers first"
_FOUND: Final = 50
"""Finds on the page of a search, which asks for one more."""
_MOST_WEIGHED: Final = 500
"""Issues of which the rules find out in a part of a second which were contested at another time."""


async def home(site: Site, request: Request) -> Response:
    """What this is, a search, and the contested questions."""
    asked = site.asked(request, FORMS["home"])
    contested = await _can_weigh(site, asked) or None
    if asked.form is Form.CSV:
        answer = await site.answer(asked, TABLES["issues"].query, contested=contested)
        return await table_response(site, asked, "issues", answer)
    answer = await site.answer(asked, "home", contested=contested)
    heading = _CONTESTED if contested else _ALL
    linked = LinkedData(asked.at).items(heading, answer.data["issues"]["nodes"])
    return _shown(site, asked, "home", answer, linked, **answer.data, heading=heading, is_contested=bool(contested))


async def listing(site: Site, request: Request, name: str) -> Response:
    """A page of the list of that name: `issues`, `entities`, `sources`."""
    asked = site.asked(request, FORMS[name])
    narrowed = _NARROWED[name](asked)
    if asked.form in IN_TABLES:
        return await table_response(site, asked, name, await site.answer(asked, TABLES[name].query, **narrowed))
    answer = await site.answer(asked, name, **narrowed, after=asked.parameter("after"))
    page = answer.data[name]
    linked = LinkedData(asked.at).items(_TITLES[name], page["nodes"], page["totalCount"])
    return _shown(site, asked, name, answer, linked, **answer.data, narrowed=_written(asked, narrowed))


async def search(site: Site, request: Request) -> Response:
    """What a search found: entities by their names, claims by their words."""
    asked = site.asked(request, FORMS["search"])
    text = asked.parameter("q")
    if text is None and asked.form is Form.HTML:
        return site.page(asked, "search.html", None, text="", found=[], more=[])
    if text is None:
        raise InvalidInput("there is nothing to search for; write search?q=…")
    if asked.form in IN_TABLES:
        return await table_response(site, asked, "search", await site.answer(asked, TABLES["search"].query, text=text))
    answer = await site.answer(asked, "search", text=text)
    found = answer.data["search"]["nodes"]
    found, more = found[:_FOUND], found[_FOUND:]
    linked = LinkedData(asked.at).items(f"Search for “{text}”", found)
    return _shown(site, asked, "search", answer, linked, text=text, found=found, more=more)


def _shown(site: Site, asked: Asked, name: str, answer: Answer, linked: Node, **context: object) -> Response:
    """A list as linked data, or as a page that holds them too."""
    if asked.form is Form.JSON_LD:
        return site.respond(asked, orjson.dumps(linked), Form.JSON_LD)
    return site.page(asked, f"{name}.html", answer, **context, **offered(asked, answer.data, linked))


async def _can_weigh(site: Site, asked: Asked) -> bool:
    """Whether to ask which issues are contested: it is known of the graph as it is, and else worked out for each."""
    if not asked.view:
        return True
    count = await site.answer(asked.of_now(), "count")
    return bool(count.data["statistics"]["issues"] <= _MOST_WEIGHED)


def _issues(asked: Asked) -> dict[str, Any]:
    contested = asked.parameter("contested")
    if contested is not None and contested not in _TRUTHS:
        raise InvalidInput(f"contested={contested}: write true or false")
    return {
        "contested": _TRUTHS[contested] if contested else None,
        "topic": asked.parameter("topic"),
        "about": asked.parameter("about"),
    }


def _entities(asked: Asked) -> dict[str, Any]:
    kind = asked.parameter("kind")
    if kind is not None and kind.upper() not in Kind.__members__:
        raise InvalidInput(f"kind={kind}: write one of {', '.join(each.lower() for each in Kind.__members__)}")
    return {"kind": kind.upper() if kind else None}


def _sources(_: Asked) -> dict[str, Any]:
    return {}


_NARROWED: Final = {"issues": _issues, "entities": _entities, "sources": _sources}


def _written(asked: Asked, narrowed: Mapping[str, Any]) -> dict[str, str | None]:
    """What narrows the list, as the address has it: for the links to its other pages."""
    return {name: asked.parameter(name) for name in narrowed}
