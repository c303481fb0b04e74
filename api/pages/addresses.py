"""Every address that a page holds: under the prefix that the app is mounted at, and in the view that it shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Self
from urllib.parse import quote, unquote, urlencode, urlsplit

import orjson
from starlette.requests import Request

from ...settings import Settings

_IN_A_PART: Final = "-._~!$&'()*+,;=:@"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where things are: "prefix /kg of https://claims.example.org, as known by 2022-11-10".

    `page("claim/c1…")` is `/kg/claim/c1…?known=2022-11-10`; an id is a path as it stands, its keys percent-encoded.
    """

    origin: str
    """Scheme and host, without a path."""
    prefix: str
    """Path that the app is mounted at; empty at the root."""
    view: tuple[tuple[str, str], ...] = ()
    """The clocks that are set, as they were written."""
    has_browser: bool = False
    """Whether there is a Neo4j Browser to open."""
    has_graphiql: bool = True

    @classmethod
    def of(cls, request: Request, settings: Settings) -> Self:
        """The addresses as whoever asked reaches us: by the public address, else as the request came in."""
        origin, prefix = f"{request.url.scheme}://{request.url.netloc}", request.scope.get("root_path", "")
        if settings.public_url:
            public = urlsplit(settings.public_url)
            origin, prefix = f"{public.scheme}://{public.netloc}", unquote(public.path)
        safe = quote(prefix, safe="/" + _IN_A_PART).rstrip("/")
        return cls(origin, safe, has_browser=bool(settings.browser_url), has_graphiql=settings.graphiql)

    def viewed(self, view: dict[str, str]) -> Self:
        """The same, with these clocks in the addresses of pages."""
        return replace(self, view=tuple(view.items()))

    def now(self) -> Self:
        """The same, for the graph as it is."""
        return replace(self, view=())

    def page(self, path: str, **parameters: object) -> str:
        """Path of a page: of a thing by its id, or of a list by its name; empty for the first page of all."""
        given = {name: value for name, value in parameters.items() if value not in (None, "")}
        words = urlencode({**given, **dict(self.view)})
        return f"{self.prefix}/{path}" + (f"?{words}" if words else "")

    def absolute(self, path: str, **parameters: object) -> str:
        """The same with scheme and host."""
        return self.origin + self.page(path, **parameters)

    def in_browser(self, thing: str) -> str:
        """Path that opens Neo4j Browser: at a thing by its id, or with the `guide`."""
        return f"{self.prefix}/open/{thing}"

    def file(self, name: str, version: str) -> str:
        """Path of one of our files, which may be kept for ever under its version."""
        return f"{self.prefix}/static/{name}?v={version}"

    def graphiql(self, query: str, variables: dict[str, object]) -> str:
        """Path that opens a query in GraphiQL."""
        words = urlencode({"query": query, "variables": orjson.dumps(variables, option=orjson.OPT_INDENT_2).decode()})
        return f"{self.prefix}/graphql?{words}"


def path_asked(request: Request) -> str:
    """The path below the app's prefix, percent-encoded as ids are: what was asked for, however it was written."""
    raw: bytes = request.scope.get("raw_path") or quote(request.scope["path"]).encode()
    segments = raw.partition(b"?")[0].decode("latin-1").split("/")
    # However the prefix was written, it has as many segments as the app's.
    return id_in("/".join(segments[request.scope.get("root_path", "").rstrip("/").count("/") + 1 :]))


def id_in(path: str) -> str:
    """The id that a path below the prefix is, its keys percent-encoded as in ids, however they were written."""
    return "/".join(_normal(segment) for segment in path.strip("/").split("/"))


def _normal(segment: str) -> str:
    return ":".join(
        quote(unquote(part, errors="surrogateescape"), safe="", errors="surrogateescape") for part in segment.split(":")
    )


def web_address(address: str | None) -> str | None:
    """The address, if it is one of the web; anything else (`javascript:`, `data:`, a mere word) is no link."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    return address if parts.scheme in {"http", "https"} and parts.netloc else None
