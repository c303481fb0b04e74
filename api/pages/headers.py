"""The headers that every answer of the pages carries: what a browser may load, frame, keep and pass on."""

from __future__ import annotations

from typing import Final

from .negotiation import MEDIA_TYPES, Form

_POLICY: Final = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
_SHARED: Final = {
    "cache-control": "no-cache",
    "referrer-policy": "strict-origin-when-cross-origin",
    "vary": "accept",
    "x-content-type-options": "nosniff",
}


def headers_of(form: Form, *, is_embedded: bool) -> dict[str, str]:
    """The headers of an answer in that form; what is made for frames may be framed by any page of the web."""
    frames = "http: https:" if is_embedded else "'self'"
    embedded = {"cross-origin-resource-policy": "cross-origin"} if is_embedded else {}
    return {
        **_SHARED,
        **embedded,
        "content-security-policy": f"{_POLICY}frame-ancestors {frames}",
        "content-type": f"{MEDIA_TYPES[form]}; charset=utf-8",
    }
