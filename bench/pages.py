"""`make bench-pages`: when a board's first content stands on the screen, beside a static file from the same server.

python -m claimgraph.bench.pages [PAIRS]

The static file is the page itself, saved: the same markup and styles, without a question to the graph. Each visit has
a fresh profile, so nothing comes out of a cache; the two take turns, so that a noisy machine is noisy for both.
"""

import asyncio
import gzip
import shutil
import statistics
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import uvicorn
from fastapi import FastAPI
from playwright.async_api import Browser, async_playwright
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from claimgraph.api.app import create_app
from claimgraph.bench.measured import neo4j
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load
from claimgraph.graph.schema import apply_schema
from claimgraph.graph.store import Store
from claimgraph.loaders.inputs import compile_inputs
from claimgraph.settings import Settings

_ROOT = Path(__file__).resolve().parents[1]
_PAGES = {
    "board": "/issue/withdrawal/kherson:russia/kherson:withdrawal",
    "board, small": "/issue/losses/kherson:russia/kherson:withdrawal",
    "entity": "/entity/kherson/ru-mod",
    "source": "/source/kherson/dailymail-2022-11-11",
    "first page": "/",
    "piece": "/embed/issue/losses/kherson:russia/kherson:withdrawal",
}
_PAINT = """() => new Promise((found) => new PerformanceObserver((list) => {
  const paint = list.getEntriesByName('first-contentful-paint')[0];
  if (paint) found([paint.startTime, performance.getEntriesByType('navigation')[0].responseEnd]);
}).observe({type: 'paint', buffered: true}))"""
_FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


async def main(pairs: int) -> None:
    """Prints, for each page, the medians in milliseconds and their ratio."""
    script = (_ROOT / "api" / "pages" / "static" / "embed.js").read_bytes()
    print(f"embed.js: {len(script):,} bytes, {len(gzip.compress(script)):,} compressed")
    async with neo4j() as store, async_playwright() as playwright:
        await apply_schema(store)
        await load(store, compile_inputs([_ROOT / "examples" / "kherson"]).evidence, Silent())
        browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=_FLAGS)
        app = _with_saved(store)
        async with _served(app) as base:
            for name, path in _PAGES.items():
                await _compare(browser, name, (base + path, f"{base}/saved?path={path}"), pairs)
        await browser.close()


@asynccontextmanager
async def _served(app: FastAPI) -> AsyncIterator[str]:
    """Where the app is served."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning", lifespan="off"))
    serving = asyncio.create_task(server._serve())  # noqa: SLF001 - without its signal handlers
    while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
        await asyncio.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    await serving


def _with_saved(store: Store) -> FastAPI:
    """The service, which also serves what was saved of its pages at `/saved?path=…`."""
    app = create_app(store, Settings())
    saved: dict[str, bytes] = {}

    async def page(request: Request) -> Response:
        path = request.query_params["path"]
        if path not in saved:
            async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://saved") as client:
                saved[path] = (await client.get(path, headers={"accept": "text/html"}, timeout=60)).content
        return HTMLResponse(saved[path])

    app.add_route("/saved", page)
    return app


async def _compare(browser: Browser, name: str, addresses: tuple[str, str], pairs: int) -> None:
    both: dict[str, list[list[float]]] = {address: [] for address in addresses}
    for address in both:
        await _visit(browser, address)
    for _ in range(pairs):
        for address, seen in both.items():
            seen.append(await _visit(browser, address))
    (paint, arrived), (static, static_arrived) = (
        [statistics.median(column) for column in zip(*seen, strict=True)] for seen in both.values()
    )
    print(
        f"{name}: first content after {paint:.0f} ms, of a saved one after {static:.0f} ms, {paint / static:.2f} times;"
        f" the last byte after {arrived:.1f} and {static_arrived:.1f} ms"
    )


async def _visit(browser: Browser, address: str) -> list[float]:
    """Milliseconds from the start of the navigation to the first content, and to the page's last byte."""
    profile = await browser.new_context()
    page = await profile.new_page()
    await page.goto(address)
    seen: list[float] = await page.evaluate(_PAINT)
    await profile.close()
    return seen


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 30))
