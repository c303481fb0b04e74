"""Pages over very much: they ask less, and say so. What counts as much is lowered here, to be met by a small graph."""

import httpx
import pytest

from claimgraph.api.execution import Endpoint
from claimgraph.api.pages import lists, things
from claimgraph.api.pages.queries import query
from claimgraph.api.pages.warm import ASKED
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.store import Store
from claimgraph.settings import Settings
from claimgraph.tests.pages.test_pages import WITHDRAWAL, text_of


@pytest.mark.parametrize("before", ["", "embed/"])
async def test_a_board_of_very_many_claims(
    site: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    """It shows who takes which position, and where to find why they exclude each other."""
    monkeypatch.setattr(things, "_MOST_WITH_REASONS", 3)
    shown = await text_of(site, f"/{before}{WITHDRAWAL}")
    assert "not over before 17 Nov 2022 16:00 UTC" in shown
    assert "So many claims answer this question" in shown
    assert "time, soft" not in shown


async def test_the_first_page_of_very_many_questions(site: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """At another time it lists the questions with most answers, without finding out which were contested."""
    monkeypatch.setattr(lists, "_MOST_WEIGHED", 3)
    assert "Questions, those with most answers first" in await text_of(site, "/?known=2022-11-12")
    assert "contradict each other Has Russia withdrawn" in await text_of(site, "/")


async def test_what_is_asked_beforehand(store: Store, kherson: Evidence) -> None:
    """The queries that warm the database up are answered as they stand."""
    assert kherson.claims
    endpoint = Endpoint(store, Settings(request_timeout=60))
    for name, variables in ASKED:
        assert await endpoint.data(query(name), variables)
