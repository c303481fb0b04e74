"""Hostile content stays text in elements and frames, whether the graph holds it or another's service sends it."""

from collections.abc import AsyncIterator

import httpx
import pytest
from playwright.async_api import Browser, expect

from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load
from claimgraph.graph.store import Store
from claimgraph.loaders.inputs import compile_inputs
from claimgraph.tests.browser.conftest import Opened, serving, violations
from claimgraph.tests.browser.host import Host, hosted
from claimgraph.tests.browser.hostile import LONG, NAME, impostor, write
from claimgraph.tests.conftest import wipe

IDS = "{ issues(first: 5) { nodes { id } } claims(first: 5) { nodes { id text } } }"


@pytest.fixture(scope="module")
async def host(store: Store, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Host]:
    """Another site that the service over the hostile corpus allows."""
    await wipe(store)
    await load(store, compile_inputs([write(tmp_path_factory.mktemp("hostile"))]).evidence, Silent())
    async with hosted(store) as opened:
        yield opened


@pytest.fixture(scope="module")
async def things(host: Host) -> dict[str, list[str]]:
    """The ids of the issues and the claims, the long one first."""
    async with httpx.AsyncClient(base_url=host.service, timeout=60) as client:
        data = (await client.post("/graphql", json={"query": IDS})).json()["data"]
    claims = sorted(data["claims"]["nodes"], key=lambda claim: -len(claim["text"]))
    return {"issue": [each["id"] for each in data["issues"]["nodes"]], "claim": [each["id"] for each in claims]}


async def test_hostile_texts_stay_text(host: Host, things: dict[str, list[str]], opened: Opened) -> None:
    """Names and texts with markup, odd letters and 10,000 characters are shown as they are, and in their place."""
    address = host.embed(
        f'<claim-board loading="eager" issue="{things["issue"][0]}"></claim-board>',
        *(f'<claim-card loading="eager" claim="{claim}"></claim-card>' for claim in things["claim"]),
        '<entity-card loading="eager" entity="entity/hostile/speaker"></entity-card>',
    )
    async with opened(viewport={"width": 320, "height": 600}) as page:
        await page.goto(address)
        for element in ("claim-board", "claim-card >> nth=0", "claim-card >> nth=1", "entity-card"):
            await page.locator(element).locator("article[part=main]").wait_for()
        texts = [await each.text_content() or "" for each in await page.locator("article[part=main]").all()]
        assert all(LONG in texts[place] for place in (0, 1, 3))
        assert all(NAME in text for text in texts)
        assert await page.locator("img, article script, article style, article iframe").count() == 0
        assert await page.evaluate("window.hacked ?? 'no'") == "no"
        assert await page.evaluate("document.documentElement.scrollWidth") <= 320
        assert await violations(page) == []


async def test_hostile_code_to_copy(host: Host, things: dict[str, list[str]], opened: Opened) -> None:
    """The code on the page of a hostile claim, put into another page, is one element, or one frame with a title."""
    title = f"{NAME}: {LONG}"[:159].rstrip() + "…"
    async with opened() as page:
        await page.goto(f"{host.service}/{things['claim'][0]}")
        await page.get_by_text("Embed it").click()
        element, frame = [await code.text_content() or "" for code in await page.locator("pre").all()][:2]
        assert await violations(page) == []
    host.pages["/copied"] = element + frame
    async with opened() as page:
        await page.goto(f"{host.address}/copied")
        card = page.locator("claim-card")
        await card.locator("article[part=main]").wait_for()
        assert await card.evaluate("(card) => card.firstElementChild.outerHTML.includes('<a href')")
        assert await card.locator("> a").text_content() == title
        assert await page.locator("iframe").get_attribute("title") == title
        assert await page.locator("main > *").evaluate_all("(all) => all.map((each) => each.localName)") == [
            "h1",
            "script",
            "claim-card",
            "iframe",
        ]
        assert await page.evaluate("window.hacked ?? 'no'") == "no"


async def test_a_service_that_is_not_ours(host: Host, chromium: Browser) -> None:
    """Of what another's service sends, plain content alone gets into the page, even if the host has no policy."""
    host.policy = "img-src 'self'"
    async with serving(impostor) as service:
        profile = await chromium.new_context()
        page = await profile.new_page()
        await page.goto(host.embed(f'<claim-card loading="eager" service="{service}" claim="claim/c1x"></claim-card>'))
        article = page.locator("claim-card article[part=main]")
        await article.wait_for()
        await expect(article).to_contain_text("the end")
        names = await article.locator("*").evaluate_all("(all) => all.map((each) => each.localName).join(' ')")
        assert names == "h2 p a a a a svg a text circle p"
        attributes = await article.locator("*").evaluate_all(
            "(all) => [...new Set(all.flatMap((each) => each.getAttributeNames()))].sort().join(' ')"
        )
        assert attributes == "aria-level class cx href id r rel target"
        links = await article.locator("a[href]").evaluate_all("(all) => all.map((each) => [each.href, each.target])")
        assert links == [[f"{service}/issues", "_top"]]
        await article.locator("h2").hover()
        await article.get_by_text("first").click()
        assert await page.evaluate("window.hacked ?? 'no'") == "no"
        await profile.close()
