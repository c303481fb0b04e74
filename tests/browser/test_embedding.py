"""Boards and cards as elements in a page of another origin, under a strict policy with Trusted Types."""

import gzip
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from playwright.async_api import Page, expect

from claimgraph.graph.evidence import Evidence
from claimgraph.graph.store import Store
from claimgraph.tests.browser.conftest import Opened, violations
from claimgraph.tests.browser.host import Host, hosted
from claimgraph.tests.pages.test_pages import LOSSES, WITHDRAWAL, claim_saying

SCRIPT = Path(__file__).resolve().parents[2] / "api" / "pages" / "static" / "embed.js"
BOARD, ENTITY = f'<claim-board issue="{LOSSES}">', '<entity-card entity="entity/kherson/ru-mod">'
HEARD = """() => { window.heard = []; for (const name of ["claimgraph-load", "claimgraph-error"])
  addEventListener(name, (event) => heard.push([name, event.target.localName, event.detail.message ?? ""])) }"""


@pytest.fixture(scope="module")
async def host(store: Store, kherson: Evidence) -> AsyncIterator[Host]:
    """Another site that the service over the Kherson corpus allows."""
    assert kherson.claims
    async with hosted(store) as opened:
        yield opened


@pytest.fixture(scope="module")
async def claim(host: Host) -> str:
    """The id of a claim that is contested."""
    async with httpx.AsyncClient(base_url=host.service, timeout=60) as client:
        return await claim_saying(client, "a week at the least to withdraw")


async def shown(page: Page, *elements: str) -> None:
    """Waits until these elements show their pieces; Playwright looks into open shadow roots."""
    for element in elements:
        await page.locator(f"{element} article[part=main]").first.wait_for()


def test_the_script_is_small() -> None:
    """The script is under 4 kB when it is compressed, comments included."""
    assert len(gzip.compress(SCRIPT.read_bytes())) < 4096


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1100])
async def test_all_three_show_their_things(host: Host, claim: str, opened: Opened, scheme: str, width: int) -> None:
    """Each element shows what the graph holds, in the host's scheme and width, and axe-core finds nothing wrong."""
    pieces = [f"{BOARD}</claim-board>", f'<claim-card claim="{claim}"></claim-card>', f"{ENTITY}</entity-card>"]
    address = host.embed(*(piece.replace("></", ' loading="eager"></') for piece in pieces))
    async with opened(color_scheme=scheme, viewport={"width": width, "height": 800}) as page:
        await page.goto(address)
        await shown(page, "claim-board", "claim-card", "entity-card")
        for element, said in (
            ("claim-board", "Russia's defence ministry said that its force suffered no losses"),
            ("claim-card", "Oleksii Reznikov said that it will take the Russian troops a week at the least"),
            ("entity-card", "Министерство обороны Российской Федерации"),
        ):
            await expect(page.locator(element)).to_contain_text(said)
        article = page.get_by_role("article", name="What losses did Russia suffer")
        ground = "rgb(255, 255, 255)" if scheme == "light" else "rgb(20, 24, 29)"
        await expect(article).to_have_css("background-color", ground)
        assert await page.evaluate("document.documentElement.scrollWidth") <= width
        assert await page.evaluate("document.querySelectorAll('[aria-busy]').length") == 0
        assert await violations(page) == []


async def test_nothing_of_a_piece_is_lost(host: Host, claim: str, opened: Opened) -> None:
    """An element holds every element, attribute and word that the piece's own page has."""
    tell = "(main) => [...main.querySelectorAll('*')].map((each) => [each.localName, each.attributes.length])"
    things = {"claim-board": WITHDRAWAL, "claim-card": claim, "entity-card": "entity/kherson/russia"}
    for element, thing in things.items():
        async with opened() as page:
            await page.goto(f"{host.service}/embed/{thing}")
            main = page.locator("main")
            links = await main.locator("a").count()
            parts, words = await main.evaluate(tell), await main.text_content()
            kind = thing.partition("/")[0]
            await page.goto(host.embed(f'<{element} {kind}="{thing}"></{element}>'))
            await shown(page, element)
            article = page.locator(f"{element} article[part=main]")
            assert await article.text_content() == words
            embedded = await article.evaluate(tell)
            assert [name for name, _ in embedded] == [name for name, _ in parts]
            more = {"a": 2, "h2": 1, "h3": 1}  # a target and a relation, a level
            assert embedded == [[name, count + more.get(name, 0)] for name, count in parts]
            assert links > 3


async def test_a_theme_variables_and_parts(host: Host, opened: Opened) -> None:
    """A theme wins over the scheme around, a variable sets a colour, and the part can be styled."""
    own = f"{BOARD[:-1]} theme='dark' class='own'></claim-board>"
    async with opened(color_scheme="light") as page:
        await page.goto(host.embed(own))
        await shown(page, "claim-board")
        article = page.locator("claim-board article[part=main]")
        await expect(article).to_have_css("background-color", "rgb(20, 24, 29)")
        await expect(article).to_have_css("border-top", "3px solid rgb(0, 255, 0)")
        await expect(article.locator("a").first).to_have_css("color", "rgb(255, 0, 0)")


async def test_the_keyboard_reaches_its_links(host: Host, opened: Opened) -> None:
    """Tab goes from the host's link into the piece and on through it; Enter opens our page in the whole window."""
    async with opened() as page:
        await page.goto(host.embed('<a href="#before">before</a>', f"{ENTITY}</entity-card>"))
        await shown(page, "entity-card")
        await page.get_by_text("before").focus()
        focused = "document.activeElement.shadowRoot?.activeElement.href ?? document.activeElement.href"
        reached = []
        for _ in range(3):
            await page.keyboard.press("Tab")
            reached.append(await page.evaluate(focused))
        assert reached[0] == f"{host.service}/entity/kherson/ru-mod"
        assert all(address.startswith(f"{host.service}/") for address in reached)
        await page.keyboard.press("Shift+Tab")
        await page.keyboard.press("Shift+Tab")
        await page.keyboard.press("Enter")
        await page.wait_for_url(f"{host.service}/entity/kherson/ru-mod")


async def test_changes_of_attributes(host: Host, opened: Opened) -> None:
    """Another id or another clock shows another piece; changes at once are one request; a heading needs none."""
    asked: list[str] = []
    async with opened() as page:
        page.on("request", lambda request: asked.append(request.url) if "/embed/" in request.url else None)
        await page.goto(host.embed('<entity-card entity="entity/kherson/russia" loading="eager"></entity-card>'))
        await shown(page, "entity-card")
        await page.evaluate(HEARD)
        card = page.locator("entity-card")
        wanted = {"entity": "entity/kherson/ru-mod", "known": "2022-11-20"}
        await card.evaluate(
            "(card, wanted) => Object.entries(wanted).forEach((one) => card.setAttribute(...one))", wanted
        )
        await expect(card).to_contain_text("as a reader could know by 20 Nov 2022 23:59 UTC", timeout=60_000)
        await expect(card.get_by_role("heading", level=2)).to_have_text("Ministry of Defence of Russia")
        await card.evaluate("(card) => card.setAttribute('heading', '4')")
        await expect(card.get_by_role("heading").first).to_have_attribute("aria-level", "4")
        await expect(card.get_by_text("What it says")).to_have_attribute("aria-level", "5")
        assert await page.evaluate("heard") == [["claimgraph-load", "entity-card", ""]]
    assert asked == [
        f"{host.service}/embed/entity/kherson/russia",
        f"{host.service}/embed/entity/kherson/ru-mod?known=2022-11-20",
    ]
