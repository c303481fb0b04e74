"""What tests in a real browser share: Debian's Chromium, the service on a real port, and an eye for what goes wrong."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any, NoReturn

import pytest
import uvicorn
from playwright.async_api import Browser, ConsoleMessage, Page, Request, async_playwright

from claimgraph.api.app import create_app
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.store import Store
from claimgraph.settings import Settings

_QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
_QUIETER = ("--disable-component-update", "--disable-sync")
_AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
Opened = Callable[..., AbstractAsyncContextManager[Page]]
"""Opens a page that must log no error and ask no other machine; keywords are those of Playwright's `new_context`."""


@pytest.fixture(scope="session")
async def chromium() -> AsyncIterator[Browser]:
    """Chromium, started once; where it is missing CI fails, and another machine skips."""
    path = shutil.which("chromium")
    if path is None:
        _missing("there is no chromium here (apt-get install chromium)")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=[*_QUIET, *_QUIETER])
        yield browser
        await browser.close()


@pytest.fixture(scope="module")
async def site(store: Store, kherson: Evidence) -> AsyncIterator[str]:
    """Address of the service over the Kherson corpus, without a slash at the end."""
    assert kherson.claims
    async with serving(create_app(store, Settings(request_timeout=60))) as address:
        yield address


@pytest.fixture(scope="session")
def opened(chromium: Browser) -> Opened:
    """Opens pages in a fresh profile each."""

    @asynccontextmanager
    async def page(**context: Any) -> AsyncIterator[Page]:  # noqa: ANN401 - Playwright's own keywords
        profile = await chromium.new_context(**context)
        shown = await profile.new_page()
        problems: list[str] = []
        shown.on("console", lambda said: _note(said, problems))
        shown.on("pageerror", lambda error: problems.append(str(error)))
        shown.on("request", lambda request: _check_host(request, problems))
        try:
            yield shown
        finally:
            await profile.close()
        assert not problems, problems

    return page


@asynccontextmanager
async def serving(app: Any) -> AsyncIterator[str]:  # noqa: ANN401 - any ASGI app
    """Address of an app that is served on a free port of this machine."""
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning", lifespan="off")
    server = uvicorn.Server(config)
    task = asyncio.create_task(server._serve())  # noqa: SLF001 - without its signal handlers
    while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
        await asyncio.sleep(0.01)
    [listener] = server.servers[0].sockets
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    await task


async def violations(page: Page) -> list[str]:
    """What axe-core finds wrong in a page, open shadow roots included; without axe-core CI fails, others skip."""
    if not _AXE.is_file():
        _missing("there is no axe-core here (npm ci --ignore-scripts)")
    await page.evaluate(_AXE.read_text(encoding="utf-8"))
    found = await page.evaluate("axe.run({iframes: false})")
    return [
        f"{each['id']} ({each['impact']}): {each['help']}: {node['target']} {node['html'][:200]}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


def _missing(reason: str) -> NoReturn:
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def _note(said: ConsoleMessage, problems: list[str]) -> None:
    if said.type in {"error", "warning"}:
        problems.append(f"{said.text} ({said.location.get('url')})")


def _check_host(request: Request, problems: list[str]) -> None:
    if not request.url.startswith(("http://127.0.0.1:", "http://localhost:", "data:", "blob:", "about:")):
        problems.append(f"asked {request.url}")
