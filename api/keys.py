"""Who may ask: API keys, kept as hashes, sent as `Authorization: Bearer KEY` or as the password of HTTP Basic.

Basic is for browsers, which ask a person for it; any user name will do.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import secrets
from typing import Final

import orjson
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from .told import tell

_FREE: Final = frozenset({"/health", "/ready"})
"""What those who watch over the service ask without a key; it says nothing of what the graph holds."""
_REFUSAL: Final = {
    "errors": [
        {
            "message": "send an API key of this service as `Authorization: Bearer …`",
            "extensions": {"code": "UNAUTHENTICATED"},
        }
    ]
}
_ASKS: Final = 'Bearer realm="claimgraph", Basic realm="claimgraph", charset="UTF-8"'


def new_key() -> tuple[str, str]:
    """A key that nobody can guess, and the hash that stands for it."""
    key = f"cg_{secrets.token_urlsafe(32)}"
    return key, hash_of(key)


def hash_of(key: str) -> str:
    """SHA-256 in hexadecimal: the key is random, so that a slow hash would protect nothing more."""
    return hashlib.sha256(key.encode()).hexdigest()


def parsed(keys: str) -> dict[str, str]:
    """The hash of each key's name, out of `name:hash, name:hash`."""
    entries = (entry.strip() for entry in keys.split(","))
    return {
        name.strip(): digest.strip().lower() for name, _, digest in (each.partition(":") for each in entries if each)
    }


class Keys:
    """An app that only who has a key is answered by."""

    def __init__(self, app: ASGIApp, keys: str) -> None:
        self._app = app
        self._keys = parsed(keys)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers 401, or lets the app answer."""
        path = scope.get("path", "").removeprefix(scope.get("root_path", ""))
        if scope["type"] != "http" or path in _FREE:
            await self._app(scope, receive, send)
            return
        name = self._holder(_sent(Headers(scope=scope).get("authorization", "")))
        if name is None:
            headers = {"content-type": "application/json", "www-authenticate": _ASKS, "cache-control": "no-store"}
            await Response(orjson.dumps(_REFUSAL), 401, headers)(scope, receive, send)
            return
        tell(scope, key=name)
        await self._app(scope, receive, send)

    def _holder(self, key: str) -> str | None:
        """Whose key it is. Each is compared, whichever fits, and in a time that says nothing of where they differ."""
        sent, found = hash_of(key), None
        for name, digest in self._keys.items():
            if secrets.compare_digest(sent, digest):
                found = name
        return found


def _sent(authorization: str) -> str:
    """The key in the header; empty where there is none."""
    scheme, _, value = authorization.partition(" ")
    if scheme.lower() == "bearer":
        return value.strip()
    if scheme.lower() == "basic":
        try:
            return base64.b64decode(value.strip(), validate=True).decode().partition(":")[2]
        except (binascii.Error, UnicodeDecodeError):
            return ""
    return ""
