"""The service in a real browser."""

from claimgraph.tests.browser.conftest import Opened


async def test_the_endpoint_greets_a_browser(site: str, opened: Opened) -> None:
    """A browser that opens the endpoint is told what it is."""
    async with opened() as page:
        await page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
        await page.goto(f"{site}/graphql")
        assert await page.title() == "claimgraph"
