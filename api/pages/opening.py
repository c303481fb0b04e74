"""From a page to Neo4j Browser: one address a thing, which leads to whatever Browser is configured."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ...graph.browser.links import browser_link, guide_link
from .addresses import Addresses, path_asked
from .failures import NotFound
from .site import Site

_OPEN: Final = "open/"


async def opening(site: Site, request: Request) -> Response:
    """Leads to Neo4j Browser with a statement in its editor that shows one thing, or with the guide."""
    browser = site.settings.browser_url
    if browser is None:
        raise NotFound("no Neo4j Browser is known here; CLAIMGRAPH_BROWSER_URL names one")
    thing = path_asked(request).removeprefix(_OPEN)
    if thing == "guide":
        return RedirectResponse(
            guide_link(browser, Addresses.of(request, site.settings).absolute("browser/guide.html"))
        )
    return RedirectResponse(browser_link(browser, thing))
