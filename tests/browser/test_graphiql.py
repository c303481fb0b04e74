"""GraphiQL in a real browser: it opens on examples or on what a link asks, and runs what a person runs."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlencode

import platformdirs
import pytest
from fastapi import FastAPI
from playwright.async_api import Page, Request, expect

from claimgraph.api.app import create_app
from claimgraph.api.graphiql.page import examples
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.local.artifacts import jar_folder
from claimgraph.graph.local.cache import fetch_webjars
from claimgraph.graph.progress import Silent
from claimgraph.graph.store import Store
from claimgraph.settings import Settings
from claimgraph.tests.browser.conftest import Opened, serving

TABS = ["Losses", "Contested", "AboutAnEntity", "ClaimToSource", "KnownThen"]
QUERY, VARIABLES, ANSWER = ".graphiql-query-editor", ".graphiql-editor-tool", ".result-window"
BOTH = "query One { statistics { version } }\nquery Two($n: Int) { claims(first: $n) { totalCount } }"


@pytest.fixture(scope="module", autouse=True)
async def _webjars() -> None:
    await fetch_webjars(jar_folder(platformdirs.user_cache_path("claimgraph")), None, Silent())


@asynccontextmanager
async def graphiql(
    opened: Opened,
    address: str,
    *,
    before: str | None = None,
    **context: Any,  # noqa: ANN401 - Playwright's keywords
) -> AsyncIterator[tuple[Page, list[str]]]:
    """GraphiQL at that address, ready, and the operations that it sends but for its look at the schema."""
    async with opened(**context) as page:
        sent: list[str] = []
        if before:
            await page.goto(before)
            await expect(page.locator(".graphiql-tab").first).to_be_visible()
            await saved(page, "query", "{")
        page.on("request", lambda request: note(request, sent))
        async with page.expect_response(lambda response: response.request.method == "POST"):
            await page.goto(address)
        await expect(page.locator(f"{QUERY} .CodeMirror")).to_be_visible()
        yield page, sent


def note(request: Request, sent: list[str]) -> None:
    """Remembers an operation that is sent."""
    body = request.post_data
    if body and "IntrospectionQuery" not in body:
        sent.append(body)


async def saved(page: Page, key: str, part: str) -> None:
    """Returns once GraphiQL has noted in the browser's storage what a person did."""
    while part not in (await page.evaluate(f"localStorage.getItem('graphiql:{key}')") or ""):  # noqa: ASYNC110 - no event
        await asyncio.sleep(0.05)


async def text(page: Page, editor: str) -> str:
    """What stands in an editor."""
    found = await page.locator(f"{editor} .CodeMirror").first.evaluate("editor => editor.CodeMirror.getValue()")
    return str(found)


async def answer(page: Page) -> Any:  # noqa: ANN401 - JSON
    """The answer shown after a click on the button that runs the query."""
    await page.get_by_role("button", name="Execute query").click()
    await expect(page.locator(ANSWER)).to_contain_text('"data"')
    return json.loads(await text(page, ANSWER))["data"]


def link(site: str, **params: str) -> str:
    """A link that shows an operation."""
    return f"{site}/graphql?{urlencode(params)}"


async def test_it_opens_on_the_examples(site: str, opened: Opened) -> None:
    """The first visit shows each example in a tab of its own, and runs none."""
    async with graphiql(opened, f"{site}/graphql") as (page, sent):
        assert await page.locator(".graphiql-tab-button").all_inner_texts() == TABS
        assert await text(page, QUERY) == examples()["losses"]
        assert await text(page, ANSWER) == ""
        assert sent == []


async def test_an_example_runs(site: str, opened: Opened) -> None:
    """A click shows what the Kherson corpus answers."""
    async with graphiql(opened, f"{site}/graphql") as (page, sent):
        shown = await answer(page)
        said = [claim["value"]["wording"] for claim in shown["issue"]["claims"]["nodes"]]
        assert said == ["no losses", "huge losses"]
        assert len(sent) == 1


async def test_the_schema_is_explained(site: str, opened: Opened) -> None:
    """The documentation explorer shows the queries there are, with their descriptions."""
    async with graphiql(opened, f"{site}/graphql") as (page, _):
        await page.get_by_role("button", name="Show Documentation Explorer").click()
        explorer = page.get_by_role("region", name="Documentation Explorer")
        await explorer.get_by_role("link", name="Query", exact=True).first.click()
        await expect(explorer).to_contain_text("issues")
        await expect(explorer).to_contain_text("statistics")


async def test_all_of_it_works_under_the_policy(site: str, opened: Opened) -> None:
    """Dialogs, menus, hints and completion break no rule of the page's policy: the console would say so."""
    async with graphiql(opened, link(site, query=BOTH)) as (page, sent):
        for name in ("Open settings dialog", "Open short keys dialog"):
            await page.get_by_role("button", name=name).click()
            await expect(page.get_by_role("dialog")).to_be_visible()
            await page.keyboard.press("Escape")
            await expect(page.get_by_role("dialog")).to_have_count(0)
        await page.get_by_role("button", name="Show History").click()
        await page.locator(f"{QUERY} .cm-property").first.hover()
        await expect(page.locator(".CodeMirror-info")).to_be_visible()
        await page.get_by_role("button", name="Execute query").click()
        await page.get_by_role("menuitem", name="Two").click()
        await expect(page.locator(ANSWER)).to_contain_text("totalCount")
        await page.locator(f"{QUERY} .CodeMirror-line").first.click()
        await page.keyboard.press("Control+a")
        await page.keyboard.type("{ statistics { ver")
        await expect(page.locator(".CodeMirror-hints")).to_contain_text("version")
        assert len(sent) == 1


@pytest.mark.parametrize("visited", [False, True])
async def test_a_link_fills_the_editors_and_runs_nothing(site: str, opened: Opened, *, visited: bool) -> None:
    """Query and variables stand there, whatever was open before; the named operation runs once a person says so."""
    address = link(site, query=BOTH, variables='{"n": 3}', operationName="Two")
    async with graphiql(opened, address, before=f"{site}/graphql" if visited else None) as (page, sent):
        assert (await text(page, QUERY), await text(page, VARIABLES)) == (BOTH, '{"n": 3}')
        assert set(TABS) < set(await page.locator(".graphiql-tab-button").all_inner_texts())
        assert (await text(page, ANSWER), sent) == ("", [])
        assert (await answer(page)).keys() == {"claims"}
        assert [json.loads(body)["operationName"] for body in sent] == ["Two"]


async def test_the_name_in_a_link_ends_with_its_text(site: str, opened: Opened) -> None:
    """Once the query is another, the operation that the link named is asked for no more."""
    async with graphiql(opened, link(site, query=BOTH, operationName="Two")) as (page, sent):
        await page.get_by_role("tab", name="Losses").click()
        await saved(page, "operationName", "Losses")
        assert (await answer(page)).keys() == {"issue"}
        assert [json.loads(body)["operationName"] for body in sent] == ["Losses"]


async def test_a_link_without_variables_has_none(site: str, opened: Opened) -> None:
    """The variables of what was open before are not taken for the link's."""
    before = link(site, query="query Before($n: Int) { claims(first: $n) { totalCount } }", variables='{"n": 3}')
    async with graphiql(opened, link(site, query="{ __typename }"), before=before) as (page, _):
        assert (await text(page, QUERY), await text(page, VARIABLES)) == ("{ __typename }", "")


async def test_tabs_are_found_again(site: str, opened: Opened) -> None:
    """Without a link, a reader finds what they had open."""
    before = link(site, query="query Mine { __typename }")
    async with graphiql(opened, f"{site}/graphql", before=before) as (page, _):
        assert await text(page, QUERY) == "query Mine { __typename }"


HOSTILE = [
    "</template></script><script>document.title = 'taken'</script>",
    "<img src=x onerror=\"document.title = 'taken'\">",
    "javascript:document.title='taken'//\u202e\x00{",
]


@pytest.mark.parametrize("hostile", HOSTILE)
async def test_hostile_text_stays_text(site: str, opened: Opened, hostile: str) -> None:
    """Whatever a link says is shown, and is neither markup nor script."""
    address = link(site, query=hostile, variables=hostile, operationName=hostile)
    async with graphiql(opened, address) as (page, sent):
        assert (await text(page, QUERY), await text(page, VARIABLES)) == (hostile, hostile)
        assert await page.title() == "claimgraph"
        assert await page.locator("img, body script").count() == 0
        assert sent == []


@pytest.mark.parametrize(("scheme", "light"), [("light", True), ("dark", False)])
async def test_it_follows_the_systems_colours(site: str, opened: Opened, scheme: str, *, light: bool) -> None:
    """Dark where the reader's system is, light elsewhere."""
    async with graphiql(opened, f"{site}/graphql", color_scheme=scheme) as (page, _):
        colour = "element => getComputedStyle(element).backgroundColor.match(/[0-9]+/g).slice(0, 3).map(Number)"
        parts = await page.locator(".graphiql-container").evaluate(colour)
        assert (min(parts) > 200) is light
        assert (max(parts) < 100) is not light


async def test_under_a_prefix(store: Store, kherson: Evidence, opened: Opened) -> None:
    """Mounted in a host app it loads and asks there."""
    assert kherson.claims
    host = FastAPI()
    host.mount("/some/claims", create_app(store, Settings(request_timeout=60)))
    async with serving(host) as address, graphiql(opened, f"{address}/some/claims/graphql") as (page, _):
        assert (await answer(page)).keys() == {"issue"}
