"""The pages in a real browser: nothing is logged, nobody is kept out, and what is hostile stays text."""

from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Page

from claimgraph.api.app import create_app
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load
from claimgraph.graph.store import Store
from claimgraph.settings import Settings
from claimgraph.tests.browser.conftest import Opened, serving, violations
from claimgraph.tests.conftest import wipe
from claimgraph.tests.hostile import MARKUP, hostile

LOSSES = "/issue/losses/kherson:russia/kherson:withdrawal"
PATHS = [
    "/",
    "/issues",
    "/issues?contested=true&known=2022-11-11",
    "/entities?kind=place",
    "/sources",
    "/search?q=Путин",
    LOSSES,
    "/issue/withdrawal/kherson:russia/kherson:withdrawal",
    "/entity/kherson/ru-mod",
    "/entity/kherson/kherson-city",
    "/source/kherson/dailymail-2022-11-11",
    f"/embed{LOSSES}",
    "/embed/entity/kherson/ru-mod",
    "/search?q=nonesuchword",
]
LAYOUTS: dict[str, dict[str, Any]] = {
    "wide": {"viewport": {"width": 1280, "height": 900}},
    "360 px, dark": {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"},
}


@pytest.mark.parametrize("layout", LAYOUTS)
async def test_every_page_is_open_to_everyone(site: str, opened: Opened, layout: str) -> None:
    """Wide and narrow, light and dark, axe-core finds nothing, and nothing is wider than the screen."""
    found: dict[str, object] = {}
    async with opened(**LAYOUTS[layout]) as page:
        claim = await claim_id(page, site)
        for path in [*PATHS, f"/{claim}", f"/embed/{claim}"]:
            await page.goto(site + path)
            for details in await page.locator("details").all():
                await details.evaluate("element => { element.open = true }")
            if problems := await violations(page) + await too_wide(page):
                found[path] = problems
    assert found == {}


async def test_titles_and_preview_cards(site: str, opened: Opened) -> None:
    """Each page says in its head what it is, for tabs, searches and previews."""
    async with opened() as page:
        await page.goto(site + LOSSES)
        question = "What losses did Russia suffer (Kherson withdrawal, November 2022)?"
        assert await page.title() == f"{question} · claimgraph"
        for name in ("description", "twitter:card"):
            assert await page.locator(f'meta[name="{name}"]').get_attribute("content")
        for name in ("og:title", "og:description", "og:url", "og:image", "og:type"):
            assert await page.locator(f'meta[property="{name}"]').get_attribute("content")
        image = await page.locator('meta[property="og:image"]').get_attribute("content")
        assert image
        assert (await page.request.get(image)).headers["content-type"] == "image/png"


async def test_from_a_search_to_the_paragraph(site: str, opened: Opened) -> None:
    """By keyboard alone a reader goes from a name in Ukrainian to a claim, its source and the other side."""
    async with opened() as page:
        await page.goto(site)
        await page.get_by_role("searchbox").fill("Олексій Резніков")
        await page.keyboard.press("Enter")
        await page.get_by_role("link", name="Oleksii Reznikov").first.press("Enter")
        await page.get_by_role("link", name="a week at the least").first.press("Enter")
        chain = page.locator(".chain")
        assert "p. 20" in await chain.inner_text()
        assert await page.get_by_role("heading", name="What cannot be right together with it").is_visible()
        await page.get_by_role("link", name="Has Russia withdrawn").first.press("Enter")
        assert await page.locator("svg[role=img]").count() >= 1


async def test_another_time_is_a_form(site: str, opened: Opened) -> None:
    """The clocks are set without any script, and the page says which view it shows."""
    async with opened(java_script_enabled=False) as page:
        await page.goto(site + LOSSES)
        await page.get_by_text("Look at another time").click()
        await page.get_by_label("What a reader could know by").fill("2022-11-11")
        await page.get_by_role("button", name="Show").click()
        assert urlsplit(page.url).query.startswith("known=2022-11-11")
        assert "as a reader could know by 11 Nov 2022 23:59 UTC" in await page.locator(".notice").inner_text()


@pytest.fixture(scope="module")
async def hostile_site(store: Store) -> AsyncIterator[str]:
    """The service over nothing but hostile texts."""
    await wipe(store)
    await load(store, [hostile()], Silent())
    async with serving(create_app(store, Settings(request_timeout=60))) as address:
        yield address


async def test_what_is_hostile_stays_text(hostile_site: str, opened: Opened) -> None:
    """Whatever a name or a claim holds, it is shown as text, runs nothing, and is no link but to the web."""
    async with opened(viewport={"width": 360, "height": 740}) as page:
        seen = await every_page(page, hostile_site)
        assert len(seen) > 20
        assert any(MARKUP in text for text in seen.values())


async def every_page(page: Page, site: str) -> dict[str, str]:
    """What each page says that can be reached from the first one, and each piece; none of them may run a script."""
    waiting, seen = [f"{site}/", f"{site}/search?q=word"], dict[str, str]()
    while waiting:
        address = waiting.pop().partition("#")[0]
        if address in seen or not address.startswith(site) or "/graphql" in address or "format=" in address:
            continue
        response = await page.goto(address)
        assert response is not None
        assert response.status == 200, address
        seen[address] = await page.locator("body").inner_text()
        assert await page.evaluate("window.pwned") is None, address
        assert await too_wide(page) == [], address
        links: list[str] = await page.locator("a").evaluate_all("all => all.map((a) => a.href)")
        assert {urlsplit(link).scheme for link in links} <= {"http", "https"}
        waiting += links
        path = urlsplit(address).path
        if path.startswith(("/issue/", "/entity/", "/claim/")):
            waiting.append(f"{site}/embed{path}")
    return seen


async def claim_id(page: Page, site: str) -> str:
    """A claim that others contradict."""
    query = "{ claims(filter: {contested: true}, first: 1) { nodes { id } } }"
    answer = await page.request.post(f"{site}/graphql", data={"query": query})
    return str((await answer.json())["data"]["claims"]["nodes"][0]["id"])


async def too_wide(page: Page) -> list[str]:
    """That the page scrolls sideways, if it does."""
    width, room = await page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    return [f"{width} px wide in {room}"] if width > room else []
