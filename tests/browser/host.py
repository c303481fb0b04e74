"""Another site that shows pieces of ours: its pages, under a policy that leaves scripts nothing but the service's."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from fastapi import FastAPI
from starlette.responses import HTMLResponse, Response
from starlette.types import Receive, Scope, Send

from claimgraph.api.app import create_app
from claimgraph.graph.store import Store
from claimgraph.settings import Settings
from claimgraph.tests.browser.conftest import serving

STRICT = (
    "default-src 'none'; script-src {service}/; connect-src {service}/; frame-src {service}/; style-src 'self'; "
    "img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>A newspaper</title><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/host.css"></head>
<body><header>The newspaper</header><main><h1>What is said</h1>
{body}
</main></body></html>"""
_STYLE = """:root { color-scheme: light dark }
body { max-width: 60rem; margin: 0 auto; padding: .5rem; font-family: serif }
claim-board, claim-card, entity-card { margin-block: 1rem }
.far { margin-top: 5000px }
.own { --claimgraph-link: #ff0000 }
.own::part(main) { border: 3px solid #00ff00 }"""


@dataclass
class Host:
    """An app of another origin, `host.pages["/"] = "<p>…</p>"`, with the addresses of itself and of the service."""

    address: str = ""
    service: str = ""
    pages: dict[str, str] = field(default_factory=dict)
    policy: str = STRICT

    def embed(self, *pieces: str, path: str = "/") -> str:
        """The address of a page that holds the script and these pieces."""
        self.pages[path] = "\n".join([f'<script src="{self.service}/embed.js" async></script>', *pieces])
        return self.address + path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers with one of the pages."""
        await self._answer(scope["path"])(scope, receive, send)

    def _answer(self, path: str) -> Response:
        if path == "/host.css":
            return Response(_STYLE, media_type="text/css")
        if path not in self.pages:
            return Response(None, 204)
        policy = self.policy.format(service=self.service)
        text = self.pages[path]
        whole = text if text.startswith("<!doctype") else _PAGE.format(body=text)
        return HTMLResponse(whole, headers={"content-security-policy": policy})


@asynccontextmanager
async def hosted(store: Store, prefix: str = "") -> AsyncIterator[Host]:
    """Another site at `localhost`, and at 127.0.0.1 the service, which allows that origin and no other."""
    host = Host()
    async with serving(host) as address:
        host.address = address.replace("127.0.0.1", "localhost")
        app = FastAPI()
        app.mount(prefix, create_app(store, Settings(cors_origins=host.address, request_timeout=60)))
        async with serving(app) as service:
            host.service = service + prefix
            yield host
