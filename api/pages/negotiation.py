"""Which of the forms of a page a request wants: by `format`, else by its Accept header."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from starlette.requests import Request

from ...graph.errors import InvalidInput
from ...graph.vocabulary import nearest


class Form(StrEnum):
    """A form that an answer may take; the value is its `format`."""

    HTML = "html"
    JSON_LD = "jsonld"
    CSV = "csv"
    GEO_JSON = "geojson"
    ATOM = "atom"


MEDIA_TYPES: Mapping[Form, str] = {
    Form.HTML: "text/html",
    Form.JSON_LD: "application/ld+json",
    Form.CSV: "text/csv",
    Form.GEO_JSON: "application/geo+json",
    Form.ATOM: "application/atom+xml",
}
_ALSO = {"application/json": Form.JSON_LD, "application/xhtml+xml": Form.HTML}


def form_asked(request: Request, offered: frozenset[Form]) -> Form:
    """The form wanted among those offered, HTML for whoever does not mind. Raises InvalidInput for another one."""
    word = request.query_params.get("format")
    if word is None:
        return next((form for form in _accepted(request.headers.get("accept", "")) if form in offered), Form.HTML)
    if word not in set(offered):
        choices = sorted(form.value for form in offered)
        raise InvalidInput(
            f"format={word}: this page has no such form{nearest(word, choices) or ''}; there are {', '.join(choices)}"
        )
    return Form(word)


def _accepted(accept: str) -> Iterator[Form]:
    """The forms that the header names, best first; of equal ones the first named."""
    types = {media_type: form for form, media_type in MEDIA_TYPES.items()} | _ALSO
    ranked = []
    for each in accept.lower().split(","):
        media_type, *parameters = (part.strip() for part in each.split(";"))
        quality = next((part[2:] for part in parameters if part.startswith("q=")), "1")
        try:
            rank = float(quality)
        except ValueError:
            rank = 0.0
        if rank > 0:
            ranked.append((rank, Form.HTML if media_type in {"*/*", "text/*"} else types.get(media_type)))
    yield from (form for _, form in sorted(ranked, key=lambda one: -one[0]) if form is not None)
