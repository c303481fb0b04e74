"""Neo4j Browser, as the local server shows it to someone who knows neither it nor Cypher, over the Kherson corpus."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Locator, Page

from claimgraph.cypher import statement
from claimgraph.graph.browser.guide import QUESTIONS, question
from claimgraph.graph.browser.links import browser_link, guide_link
from claimgraph.graph.browser.style import COLOURS, CONTESTED
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.local.server import Running

PATIENCE = 120_000
"""Milliseconds: Browser takes its time to connect where other tests run beside it."""
OURS = ("http://127.0.0.1:", "http://localhost:", "data:", "blob:")
FRAME = '[data-testid="frame"]'


@pytest.fixture(scope="module")
async def connected(chromium: Browser, neo4j_server: Running, kherson: Evidence) -> AsyncIterator[Page]:
    """Neo4j Browser after its log-in. What it asks of other machines is not answered, and need not be."""
    assert kherson.claims
    profile = await chromium.new_context(viewport={"width": 1500, "height": 1000})
    profile.set_default_timeout(PATIENCE)
    await profile.route(lambda url: not url.startswith(OURS), lambda route: route.abort())
    page = await profile.new_page()
    await page.goto(neo4j_server.browser_uri)
    await page.get_by_test_id("password").fill(neo4j_server.password)
    await page.get_by_test_id("connect").click()
    await page.locator(FRAME).locator("g.node").first.wait_for()
    yield page
    await profile.close()


async def test_it_begins_with_the_contested_claims_in_our_colours(connected: Page) -> None:
    """Right after the log-in there is one frame: who contradicts whom, each kind in its colour, the clash in red."""
    assert await connected.locator(FRAME).count() == 1
    shown = {colour.upper() for colour in await attributes(connected.locator("g.node circle.b-outline"), "fill")}
    assert shown == {COLOURS["Claim"], COLOURS["Person"], COLOURS["Organisation"], CONTESTED}
    lines = {colour.upper() for colour in await attributes(connected.locator("g.relationship path.b-outline"), "fill")}
    assert CONTESTED in lines


async def test_the_captions_are_sentences_and_names(connected: Page) -> None:
    """Claims show what they say, claimants their names, questions what they ask."""
    captions = " ".join(await connected.locator("g.node").all_text_contents())
    for words in ("Justin", "Daily Mail", "withdrawn", "defence"):
        assert words in captions


async def test_the_guide_answers_at_a_click(connected: Page, neo4j_server: Running, site: str) -> None:
    """Every question of the guide stands at Browser's side, and the arrow beside a statement runs it."""
    await connected.goto(guide_link(neo4j_server.browser_uri, f"{site}/browser/guide.html"))
    statements = connected.locator("pre.runnable")
    await statements.first.wait_for()
    assert [text.strip() for text in await statements.all_text_contents()] == [
        question(name).cypher for name in QUESTIONS
    ]
    await statements.nth(QUESTIONS.index("contested_questions")).locator("i").click()
    await connected.locator(FRAME).locator("g.node").first.wait_for()
    shown = {colour.upper() for colour in await attributes(connected.locator("g.node circle.b-outline"), "fill")}
    assert shown == {COLOURS["Claim"], COLOURS["Position"], CONTESTED}


async def test_a_link_fills_the_editor_and_what_it_holds_runs(
    connected: Page, neo4j_server: Running, kherson: Evidence
) -> None:
    """A page's link opens Browser with the statement in its editor; the button runs it, and the claim is shown."""
    claim = kherson.claims[0]
    await connected.goto(browser_link(neo4j_server.browser_uri, claim.id))
    lines = connected.get_by_test_id("activeEditor").locator(".view-line")
    await lines.get_by_text(claim.id).wait_for()
    assert "".join("".join(await lines.all_inner_texts()).split()) == "".join(
        statement("around/claim").text.replace("$id", f"'{claim.id}'").split()
    )
    await connected.get_by_test_id("editor-Run").click()
    shown = connected.locator(FRAME).first.locator("g.node", has_text=claim.text.split()[0])
    await shown.first.wait_for()


async def attributes(elements: Locator, name: str) -> list[str]:
    """That attribute of each of these elements."""
    return [await each.get_attribute(name) or "" for each in await elements.all()]
