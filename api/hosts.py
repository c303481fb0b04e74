"""By which names a service on a loopback address may be called.

A page elsewhere can give its own name the address 127.0.0.1 (DNS rebinding), and is then of the same origin as the
service for a browser, which would let it read every answer. It cannot choose the name that the browser says.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_LOOPBACK: Final = ("localhost", "127.0.0.1", "::1")


class LoopbackHosts:
    """An app that is answered for when it is called by a name of this machine or as `host`, and is 400 otherwise."""

    def __init__(self, app: ASGIApp, host: str) -> None:
        self._app = app
        self._names = dict.fromkeys([*_LOOPBACK, host.lower()])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, or lets the app answer."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        known = _name(Headers(scope=scope).get("host", "")) in self._names
        answer = self._app if known else PlainTextResponse(self._refusal(), 400)
        await answer(scope, receive, send)

    def _refusal(self) -> str:
        names = ", ".join(self._names)
        return (
            f"This service listens on this machine alone, and answers to {names}. Where a proxy stands in front of it, "
            "CLAIMGRAPH_PUBLIC_URL names the address at which others reach it.\n"
        )


def _name(host: str) -> str | None:
    """The name in a Host header, in small letters and without the port."""
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None
