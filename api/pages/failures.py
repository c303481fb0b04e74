"""What a reader gets in place of a page that there is not: a page that says why, or the same as JSON for a program."""

from __future__ import annotations

import logging
from typing import Final

import orjson
from graphql import GraphQLError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ...graph.errors import ClaimgraphError, InvalidInput, Unavailable
from ...settings import Settings
from ..executor import internal_error
from .addresses import Addresses, path_asked
from .headers import headers_of
from .negotiation import Form
from .render import render

_LOG: Final = logging.getLogger(__name__)
_GRAPHQL_STATUS: Final = {"BROKEN_DATA": 500, "INTERNAL": 500}
_AWAY: Final = "the database does not answer at the moment; the same address will work again when it does"
_HTTP: Final = {
    404: ("NOT_FOUND", "there is nothing at this address"),
    405: ("METHOD_NOT_ALLOWED", "this address is for reading: GET it"),
}


class NotFound(InvalidInput):
    """There is nothing at the address that was asked for."""

    code = "NOT_FOUND"
    http_status = 404


class NotWhole(ClaimgraphError):  # noqa: N818 - it names what is wrong, as the others do
    """What was asked for would lack something, as a large load is under way."""

    code = "LOADING"
    http_status = 503


def failure(request: Request, settings: Settings, error: Exception) -> Response:
    """The answer to a request that ended in this error; nothing of ours shows in it but what was meant to."""
    status, code, reason = _told(error)
    is_embedded = path_asked(request).startswith("embed/")
    if "text/html" not in request.headers.get("accept", "") or "format" in request.query_params:
        body: str | bytes = orjson.dumps({"status": status, "code": code, "reason": reason})
        media_type = "application/json"
    else:
        template = "embed_error.html" if is_embedded else "error.html"
        body = render(template, {"at": Addresses.of(request, settings), "status": status, "reason": reason})
        media_type = "text/html; charset=utf-8"
    own = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    headers = headers_of(Form.HTML, is_embedded=is_embedded) | {"cache-control": "no-store"} | own
    return Response(body, status, {**headers, "content-type": media_type})


def _told(error: Exception) -> tuple[int, str, str]:
    """Status, code and sentence."""
    if isinstance(error, Unavailable):
        _LOG.warning("%s", error)
        return error.http_status, error.code, _AWAY
    if isinstance(error, ClaimgraphError):
        return error.http_status, error.code, str(error)
    if isinstance(error, HTTPException):
        code, reason = _HTTP.get(error.status_code, ("HTTP", str(error.detail)))
        return error.status_code, code, reason
    shown = error if isinstance(error, GraphQLError) else internal_error(error)
    code = str((shown.extensions or {}).get("code", "INVALID_QUERY"))
    return _GRAPHQL_STATUS.get(code, 400), code, shown.message
