"""The pages of one thing: an issue, an entity, a claim, a source; in full, and as a piece for other apps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import orjson
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ...graph.errors import InvalidInput
from ..as_of import CLOCKS
from ..reasons import Node
from .addresses import path_asked
from .board import Board
from .failures import NotFound
from .forms.feed import feed
from .forms.linked_data import LinkedData
from .forms.offers import offered
from .forms.tables import IN_TABLES, TABLES, table_response
from .negotiation import Form
from .site import Answer, Asked, Site


@dataclass(frozen=True, slots=True)
class Thing:
    """How one kind of thing is shown: "an issue by the query `issue`, one cursor, as HTML and CSV"."""

    query: str
    cursors: tuple[str, ...] = ()
    context: Callable[[Node], Mapping[str, Any]] = field(default=lambda _: {})
    forms: frozenset[Form] = frozenset({Form.HTML})


_MOST_WITH_REASONS: Final = 1_000
"""Claims on an issue of which a page asks for all reasons: of more, each takes a part of a second to work out."""
_TABLES: Final = IN_TABLES | {Form.HTML, Form.JSON_LD}
_ALL: Final = _TABLES | {Form.ATOM}
_WHOLE: Final = IN_TABLES | {Form.ATOM}
"""The forms that do not go by pages."""


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
    "issue": Thing("issue", ("after",), _board, _ALL),
    "entity": Thing("entity", ("about", "said"), _rivals, _ALL),
    "claim": Thing("claim", forms=frozenset({Form.HTML, Form.JSON_LD})),
    "source": Thing("source", ("after",), forms=_TABLES),
}
PIECES: Final[Mapping[str, Thing]] = {
    "issue": Thing("board", context=_board),
    "entity": Thing("portrait"),
    "claim": Thing("card"),
}


async def thing(site: Site, request: Request, kind: str) -> Response:
    """One thing in the form that is asked for."""
    shown = THINGS[kind]
    asked = site.asked(request, shown.forms)
    identifier = path_asked(request)
    cursors = {} if asked.form in _WHOLE else {name: asked.parameter(name) for name in shown.cursors}
    why = {} if asked.form in _WHOLE else await _why(site, asked, kind, identifier)
    answer = await site.answer(asked, _query(asked, kind), id=identifier, **why, **cursors)
    found = found_in(asked, answer, kind)
    if found["id"] != answer.variables["id"]:
        return RedirectResponse(asked.at.page(found["id"], **cursors, format=asked.parameter("format")))
    if asked.form in IN_TABLES:
        return await table_response(site, asked, kind, answer)
    if asked.form is Form.ATOM:
        return site.respond(asked, feed(asked.at, found, answer.data["changes"]["nodes"]), Form.ATOM)
    linked = LinkedData(asked.at, brief=kind == "issue" and asked.form is Form.HTML).thing(kind, found)
    if asked.form is Form.JSON_LD:
        return site.respond(asked, orjson.dumps(linked), Form.JSON_LD)
    context = {kind: found, **shown.context(found), **offered(asked, found, linked)}
    return site.page(asked, f"{kind}.html", answer, **context)


async def piece(site: Site, request: Request, kind: str) -> Response:
    """One thing in short, as a page for an iframe, of which a custom element takes the `main`."""
    shown = PIECES[kind]
    asked = site.asked(request, shown.forms, is_embedded=True)
    identifier = path_asked(request).removeprefix("embed/")
    why = await _why(site, asked, kind, identifier)
    answer = await site.answer(asked, shown.query, id=identifier, **why)
    found = found_in(asked, answer, kind)
    return site.page(asked, f"embed_{kind}.html", answer, **{kind: found}, **shown.context(found))


async def _why(site: Site, asked: Asked, kind: str, identifier: str) -> dict[str, bool]:
    """Whether to ask what each claim on a board makes of the others; nothing for what is no board."""
    if kind != "issue":
        return {}
    issue = (await site.answer(asked.of_now(), "size", id=identifier)).data["issue"]
    return {"why": issue is None or issue["claimCount"] <= _MOST_WITH_REASONS}


def _query(asked: Asked, kind: str) -> str:
    """The name of the query that answers for that form."""
    if asked.form in IN_TABLES:
        return TABLES[kind].query
    if asked.form is Form.ATOM and asked.view:
        clocks = ", ".join(clock for clock in asked.view if clock in CLOCKS)
        raise InvalidInput(f"a feed tells what happens to the graph as it is; ask for it without {clocks}")
    return f"feeds/{kind}" if asked.form is Form.ATOM else THINGS[kind].query


def found_in(asked: Asked, answer: Answer, kind: str) -> Node:
    """The thing of that kind in an answer. Raises NotFound where there is none."""
    found: Node | None = answer.data[kind]
    if found is None:
        identifier = answer.variables["id"]
        there = f"; nothing that shows {asked.view_in_words.replace('The', 'the', 1)}" if asked.view else ""
        raise NotFound(f"there is no {kind} {identifier!r} here{there}")
    return found
