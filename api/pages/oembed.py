"""oEmbed 1.0: other sites hand in the address of a page and get the frame that shows it, as JSON or XML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import SplitResult, parse_qsl, urlsplit

import orjson
from starlette.requests import Request
from starlette.responses import Response

from ...graph.errors import InvalidInput
from .addresses import Addresses, id_in
from .embedding import Embedding, embedding_of
from .failures import NotFound
from .render import render, short
from .site import Asked, Site
from .things import found_in

_MEDIA_TYPES: Final = {"json": "application/json", "xml": "text/xml; charset=utf-8"}
_PORTS: Final = {"http": ":80", "https": ":443"}
_PIXELS: Final = re.compile("[1-9][0-9]{0,5}")
_SECONDS: Final = 3600
"""How long an answer may be kept; what is in the frame is as new as its own page."""


class OtherFormat(InvalidInput):
    """A format that oEmbed answers do not come in."""

    code = "NOT_IMPLEMENTED"
    http_status = 501


async def oembed(site: Site, request: Request) -> Response:
    """The frame for the page at `url`, within `maxwidth` and `maxheight`, in `format`."""
    form = request.query_params.get("format") or "json"
    if form not in _MEDIA_TYPES:
        raise OtherFormat(f"format={form}: write json or xml")
    most = {name: _most(request, f"max{name}") for name in ("width", "height")}
    embedding, identifier, parameters = _page_at(request, Addresses.of(request, site.settings))
    asked = site.asked_of(request, parameters)
    answer = await site.answer(asked, f"title_{embedding.kind}", id=identifier)
    content = _content(asked, found_in(asked, answer, embedding.kind), embedding, most)
    body = orjson.dumps(content) if form == "json" else render("oembed.xml", {"content": content}).encode()
    headers = {
        "cache-control": f"public, max-age={_SECONDS}",
        "content-type": _MEDIA_TYPES[form],
        "x-content-type-options": "nosniff",
    }
    return Response(body, headers=headers)


def _most(request: Request, name: str) -> int | None:
    written = request.query_params.get(name)
    if not written:
        return None
    if not _PIXELS.fullmatch(written):
        raise InvalidInput(f"{name}={written}: write a whole number of pixels, from 1 to 999999")
    return int(written)


def _page_at(request: Request, at: Addresses) -> tuple[Embedding, str, Mapping[str, str]]:
    """How the page is embedded, the id of its thing, and the parameters of its address."""
    address = request.query_params.get("url")
    if not address:
        raise InvalidInput(f"write url= and the address of a page, such as url={at.now().absolute('issue/…')}")
    home = f"{_origin(urlsplit(at.origin))}{at.prefix}/"
    try:
        parts = urlsplit(address)
    except ValueError:
        raise NotFound(f"{address!r} is no address") from None
    path = f"{_origin(parts)}{parts.path}"
    embedding = embedding_of(path.removeprefix(home)) if path.startswith(home) else None
    if embedding is None:
        raise NotFound(f"{address!r} is no page of an issue, an entity or a claim below {home}")
    return embedding, id_in(path.removeprefix(home)), dict(parse_qsl(parts.query))


def _origin(address: SplitResult) -> str:
    """Scheme and host as browsers write them: in small letters, and without the port that the scheme has anyway."""
    return f"{address.scheme}://{address.netloc.lower().removesuffix(_PORTS.get(address.scheme, ''))}"


def _content(asked: Asked, found: Mapping[str, Any], embedding: Embedding, most: Mapping[str, int | None]) -> Any:  # noqa: ANN401 - JSON
    """The answer as the specification has it for `rich`."""
    title = short(found["title"])
    author = found.get("author")
    home = asked.at.now().absolute("")
    width, height = (
        min(wanted, most[name] or wanted) for name, wanted in (("width", embedding.width), ("height", embedding.height))
    )
    frame = {
        "src": asked.at.absolute(f"embed/{found['id']}"),
        "title": f"{author['name']}: {title}" if author else title,
        "width": width,
        "height": height,
    }
    by = {"author_name": author["name"], "author_url": asked.at.absolute(author["id"])} if author else {}
    return {
        "version": "1.0",
        "type": "rich",
        "provider_name": "claimgraph",
        "provider_url": home,
        "title": title,
        **by,
        "cache_age": _SECONDS,
        "width": width,
        "height": height,
        "html": render("_frame.html", frame),
    }
