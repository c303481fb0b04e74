"""The pages of one thing: an issue, an entity, a claim, a source; in full, and as a piece for other apps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ..reasons import Node
from .addresses import path_asked
from .board import Board
from .negotiation import Form
from .site import Answer, Asked, NotFound, Site


@dataclass(frozen=True, slots=True)
class Thing:
    """How one kind of thing is shown: "an issue by the query `issue`, one cursor, as HTML and CSV"."""

    query: str
    cursors: tuple[str, ...] = ()
    context: Callable[[Node], Mapping[str, Any]] = field(default=lambda _: {})
    forms: frozenset[Form] = frozenset({Form.HTML})


_MOST_WITH_REASONS: Final = 1_000
"""Claims on an issue of which a page asks for all reasons: of more, each takes a part of a second to work out."""


def _board(issue: Node) -> dict[str, Any]:
    return {"board": Board.of(issue)}


def _rivals(entity: Node) -> dict[str, Any]:
    """Whom what it says contradicts, each once with the reasons, of the claims shown."""
    found: dict[str, dict[str, Any]] = {}
    for claim in entity["said"]["nodes"]:
        for link in claim["contradicts"]["nodes"]:
            rival = link["claim"]["claimant"]
            links = found.setdefault(rival["id"], {"entity": rival, "links": []})["links"]
            links.append({"claim": link["claim"]["id"], "basis": link["basis"], "strength": link["strength"]})
    return {"rivals": list(found.values())}


THINGS: Final[Mapping[str, Thing]] = {
    "issue": Thing("issue", ("after",), _board),
    "entity": Thing("entity", ("about", "said"), _rivals),
    "claim": Thing("claim"),
    "source": Thing("source", ("after",)),
}
PIECES: Final[Mapping[str, Thing]] = {
    "issue": Thing("board", context=_board),
    "entity": Thing("portrait"),
    "claim": Thing("card"),
}


async def thing(site: Site, request: Request, kind: str) -> Response:
    """The page of one thing."""
    shown = THINGS[kind]
    asked = site.asked(request, shown.forms)
    identifier = path_asked(request)
    why = await _why(site, asked, kind, identifier)
    answer = await site.answer(asked, shown.query, id=identifier, why=why, **_cursors(asked, shown))
    found = found_in(asked, answer, kind)
    if found["id"] != answer.variables["id"]:
        return RedirectResponse(asked.at.page(found["id"], **_cursors(asked, shown), format=asked.parameter("format")))
    return site.page(asked, f"{kind}.html", answer, **{kind: found}, **shown.context(found))


async def piece(site: Site, request: Request, kind: str) -> Response:
    """One thing in short, as a page for an iframe, of which a custom element takes the `main`."""
    shown = PIECES[kind]
    asked = site.asked(request, shown.forms, is_embedded=True)
    identifier = path_asked(request).removeprefix("embed/")
    why = await _why(site, asked, kind, identifier)
    answer = await site.answer(asked, shown.query, id=identifier, why=why)
    found = found_in(asked, answer, kind)
    return site.page(asked, f"embed_{kind}.html", answer, **{kind: found}, **shown.context(found))


async def _why(site: Site, asked: Asked, kind: str, identifier: str) -> bool | None:
    """Whether to ask what each claim on a board makes of the others; None for what is no board."""
    if kind != "issue":
        return None
    issue = (await site.answer(asked.of_now(), "size", id=identifier)).data["issue"]
    return issue is None or issue["claimCount"] <= _MOST_WITH_REASONS


def _cursors(asked: Asked, shown: Thing) -> dict[str, str | None]:
    return {name: asked.parameter(name) for name in shown.cursors}


def found_in(asked: Asked, answer: Answer, kind: str) -> Node:
    """The thing of that kind in an answer. Raises NotFound where there is none."""
    found: Node | None = answer.data[kind]
    if found is None:
        identifier = answer.variables["id"]
        there = f"; nothing that shows {asked.view_in_words.replace('The', 'the', 1)}" if asked.view else ""
        raise NotFound(f"there is no {kind} {identifier!r} here{there}")
    return found
