"""Elements that come late, go early or fail; frames; a prefix; and what the service of another may not bring in."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, Page, Route, expect

from claimgraph.graph.evidence import Evidence
from claimgraph.graph.store import Store
from claimgraph.tests.browser.conftest import Opened, violations
from claimgraph.tests.browser.host import Host, hosted
from claimgraph.tests.pages.test_pages import LOSSES

CARD = '<entity-card entity="entity/kherson/russia" loading="eager"></entity-card>'
LISTEN = """addEventListener("claimgraph-error", (event) => { window.failed = event.detail })"""


@pytest.fixture(scope="module")
async def host(store: Store, kherson: Evidence) -> AsyncIterator[Host]:
    """Another site that the service over the Kherson corpus allows."""
    assert kherson.claims
    async with hosted(store) as opened:
        yield opened


@asynccontextmanager
async def failing(chromium: Browser) -> AsyncIterator[Page]:
    """A page whose console may show what fails: the browser itself logs every status above 399."""
    profile = await chromium.new_context()
    page = await profile.new_page()
    await page.add_init_script(LISTEN)
    yield page
    await profile.close()


async def test_a_piece_loads_when_it_comes_near(host: Host, opened: Opened) -> None:
    """An element far below is not asked for, and shows its own content, until it is scrolled to."""
    asked: list[str] = []
    far = '<claim-board class="far" issue="{}"><a href="#later">The losses</a></claim-board>'
    async with opened(viewport={"width": 800, "height": 600}) as page:
        page.on("request", lambda request: asked.append(request.url) if "/embed/" in request.url else None)
        await page.goto(host.embed(CARD, far.format(LOSSES)))
        await page.locator("entity-card article[part=main]").wait_for()
        board = page.locator("claim-board")
        await expect(board.get_by_text("The losses", exact=True)).to_be_attached()
        assert len(asked) == 1
        await board.scroll_into_view_if_needed()
        await board.locator("article[part=main]").wait_for()
        await expect(board.get_by_text("The losses", exact=True)).not_to_be_visible()
        assert len(asked) == 2


async def test_a_piece_that_is_taken_out_or_moved(host: Host, opened: Opened) -> None:
    """Taken out while it loads, an element ends its request; put elsewhere once it is shown, it asks for nothing."""
    ended: list[str] = []
    asked: list[str] = []
    held = asyncio.Event()

    async def hold(route: Route) -> None:
        await held.wait()
        await route.continue_()

    async with opened() as page:
        page.on("requestfailed", lambda request: ended.append(request.url))
        page.on("request", lambda request: asked.append(request.url) if "/embed/" in request.url else None)
        await page.route("**/embed/**", hold)
        await page.goto(host.embed(CARD))
        await page.locator("entity-card[aria-busy=true]").wait_for(state="attached")
        await page.evaluate("window.card = document.querySelector('entity-card'); card.remove()")
        await page.wait_for_timeout(100)
        assert ended == [f"{host.service}/embed/entity/kherson/russia"]
        assert await page.evaluate("card.hasAttribute('aria-busy')") is False
        held.set()
        await page.evaluate("document.querySelector('main').append(card)")
        await page.locator("entity-card article[part=main]").wait_for()
        await page.evaluate("document.querySelector('header').append(card)")
        await page.wait_for_timeout(100)
        await page.locator("header entity-card article[part=main]").wait_for()
    assert len(asked) == 2


async def test_the_script_may_stand_there_twice(host: Host, opened: Opened) -> None:
    """A second script changes nothing, and elements made by a script work as those in the page do."""
    async with opened() as page:
        await page.goto(host.embed(CARD, f'<script src="{host.service}/embed.js"></script>'))
        await page.locator("entity-card article[part=main]").wait_for()
        await page.evaluate(
            """(issue) => { const board = document.createElement("claim-board");
            board.setAttribute("issue", issue); document.body.prepend(board) }""",
            LOSSES,
        )
        await page.locator("claim-board article[part=main]").wait_for()


@pytest.mark.parametrize(
    ("piece", "said", "status"),
    [
        ('claim-card claim="claim/c1nonesuch"', "there is no claim 'claim/c1nonesuch' here.", 404),
        ('claim-board issue="issue/losses/a:b" known="soon"', "known=soon: 'soon' is no date", 400),
        ('claim-board issue="entity/kherson/russia"', 'issue="entity/kherson/russia" is no id', 0),
        ('claim-board issue="issue/../../graphql"', "is no id; such an id begins with issue/.", 0),
        ("entity-card", 'entity="" is no id; such an id begins with entity/.', 0),
        ('entity-card entity="entity/a/b" service="http://["', "is no address; write where claimgraph is", 0),
        ('entity-card entity="entity/a/b" service="http://127.0.0.1:9"', "127.0.0.1:9 did not answer", 0),
    ],
)
async def test_a_failure_is_told(host: Host, chromium: Browser, piece: str, said: str, status: int) -> None:
    """A piece that cannot be shown says why, keeps the host's own content, and fires an event."""
    name = piece.partition(" ")[0]
    async with failing(chromium) as page:
        await page.goto(host.embed(f'<{piece} loading="eager"><p>Our own words</p></{name}>'))
        alert = page.get_by_role("alert")
        await expect(alert).to_contain_text(said)
        await expect(alert).to_contain_text("This could not be shown: ")
        await expect(page.get_by_text("Our own words")).to_be_visible()
        assert await page.evaluate("failed") == {"message": await alert.text_content(), "status": status}
        assert await page.locator("[aria-busy]").count() == 0
        assert await violations(page) == []


async def test_a_script_that_does_not_know_where_it_is_from(host: Host, chromium: Browser) -> None:
    """As a module it has no address: an element asks nobody and says what to write, and with that shows its piece."""
    asked: list[str] = []
    async with failing(chromium) as page:
        page.on("request", lambda request: asked.append(request.url) if "/embed/" in request.url else None)
        host.pages["/module"] = f'<script src="{host.service}/embed.js" type="module"></script>{CARD}'
        await page.goto(f"{host.address}/module")
        await expect(page.get_by_role("alert")).to_contain_text('write where claimgraph is, such as service="https://')
        assert asked == []
        await page.locator("entity-card").evaluate("(card, at) => card.setAttribute('service', at)", host.service)
        await page.locator("entity-card article[part=main]").wait_for()


async def test_styles_that_never_come(host: Host, chromium: Browser) -> None:
    """A stylesheet that hangs is waited for as long as a piece is, and then the element says so and is no more busy."""
    released = asyncio.Event()

    async def hang(route: Route) -> None:
        await released.wait()
        await route.abort()

    async def impatient(route: Route) -> None:
        answer = await route.fetch()
        script = await answer.text()
        assert script.count("30_000") == 1
        await route.fulfill(response=answer, body=script.replace("30_000", "5_000"))

    async with failing(chromium) as page:
        await page.route("**/pieces.css", hang)
        await page.route("**/embed.js", impatient)
        piece = f"{host.service}/embed/entity/kherson/russia"
        await page.request.get(piece)
        async with page.expect_response(piece) as answered:
            await page.goto(host.embed(CARD))
        assert (await answered.value).ok
        await expect(page.locator("entity-card")).to_have_attribute("aria-busy", "true")
        await expect(page.get_by_role("alert")).to_contain_text("did not answer", timeout=15_000)
        await expect(page.locator("[aria-busy]")).to_have_count(0)
        released.set()


async def test_after_a_failure(host: Host, chromium: Browser) -> None:
    """Once its id is right, an element that had failed shows its piece, and the message is gone."""
    async with failing(chromium) as page:
        await page.goto(host.embed(CARD.replace("russia", "nonesuch")))
        await page.get_by_role("alert").wait_for()
        await page.locator("entity-card").evaluate("(card) => card.setAttribute('entity', 'entity/kherson/russia')")
        await page.locator("entity-card article[part=main]").wait_for()
        await expect(page.get_by_role("alert")).not_to_be_attached()


async def test_another_origin_is_told_so(host: Host, chromium: Browser) -> None:
    """A page of an origin that the service does not allow gets the message, and may use a frame."""
    async with failing(chromium) as page:
        address = host.embed(CARD, f'<iframe title="Losses" src="{host.service}/embed/{LOSSES}"></iframe>')
        await page.goto(address.replace("localhost", "127.0.0.1"))
        await expect(page.get_by_role("alert")).to_contain_text("did not answer, or not for this page to read")
        await expect(page.frame_locator("iframe").locator("main")).to_contain_text("more than 0 losses")


async def test_a_frame(host: Host, opened: Opened) -> None:
    """The frame that oEmbed gives shows the piece with its styles, and its links open in the reader's window."""
    async with opened(color_scheme="dark") as page:
        answer = await page.request.get(f"{host.service}/oembed", params={"url": f"{host.service}/{LOSSES}"})
        host.pages["/frame"] = (await answer.json())["html"]
        await page.goto(f"{host.address}/frame")
        main = page.frame_locator("iframe").locator("main")
        await expect(main).to_contain_text("more than 0 losses")
        await expect(main).to_have_css("padding-left", "12px")
        await main.get_by_role("link", name="What losses did Russia suffer").click()
        await page.wait_for_url(f"{host.service}/{LOSSES}")


async def test_under_a_prefix(store: Store, kherson: Evidence, opened: Opened) -> None:
    """With the service under /kg of another app, the script and the attribute `service` keep the prefix."""
    assert kherson.claims
    async with hosted(store, "/kg") as host:
        for service in ("", f' service="{host.service}"', f' service="{host.service}/"'):
            async with opened() as page:
                await page.goto(host.embed(CARD.replace(" loading", f"{service} loading")))
                article = page.locator("entity-card article[part=main]")
                await article.wait_for()
                links = await article.locator("a").evaluate_all("(links) => links.map((link) => link.href)")
                assert links[0] == f"{host.service}/entity/kherson/russia"
                assert all(link.startswith(f"{host.service}/") for link in links)
