"""The first page, the lists of issues, entities and sources, and the search."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from ...graph.errors import InvalidInput
from ...graph.records import Kind
from .negotiation import Form
from .site import Asked, Site

_TRUTHS: Final = {"true": True, "false": False}
FORMS: Final = frozenset({Form.HTML})


async def home(site: Site, request: Request) -> Response:
    """What this is, a search, and the contested questions."""
    asked = site.asked(request, FORMS)
    answer = await site.answer(asked, "home")
    return site.page(asked, "home.html", answer, **answer.data)


async def listing(site: Site, request: Request, name: str) -> Response:
    """A page of the list of that name: `issues`, `entities`, `sources`."""
    asked = site.asked(request, FORMS)
    narrowed = _NARROWED[name](asked)
    answer = await site.answer(asked, name, **narrowed, after=asked.parameter("after"))
    return site.page(asked, f"{name}.html", answer, **answer.data, narrowed=_written(asked, narrowed))


async def search(site: Site, request: Request) -> Response:
    """What a search found: entities by their names, claims by their words."""
    asked = site.asked(request, FORMS)
    text = asked.parameter("q")
    if text is None:
        return site.page(asked, "search.html", None, text="", found=[])
    answer = await site.answer(asked, "search", text=text)
    return site.page(asked, "search.html", answer, text=text, found=answer.data["search"]["nodes"])


def _issues(asked: Asked) -> dict[str, Any]:
    contested = asked.parameter("contested")
    if contested is not None and contested not in _TRUTHS:
        raise InvalidInput(f"contested={contested}: write true or false")
    return {"contested": _TRUTHS[contested] if contested else None, "topic": asked.parameter("topic")}


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
