"""The pages as HTML: what each shows of the Kherson corpus, in which view, and what it answers to what is wrong."""

import html
import re

import httpx
import pytest

from claimgraph.graph.store import Store
from claimgraph.tests.api.conftest import client_of
from claimgraph.tests.pages.conftest import HTML, PATIENCE

LOSSES = "issue/losses/kherson:russia/kherson:withdrawal"
WITHDRAWAL = "issue/withdrawal/kherson:russia/kherson:withdrawal"


async def text_of(site: httpx.AsyncClient, path: str, status: int = 200) -> str:
    """What a page says, without its markup."""
    response = await site.get(path)
    assert response.status_code == status, response.text
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.text)))


async def claim_saying(site: httpx.AsyncClient, words: str) -> str:
    """The id of the claim with those words in its text."""
    query = "query ($text: String!) { search(text: $text, kinds: [CLAIM], first: 1) { nodes { id } } }"
    answer = await site.post("/graphql", json={"query": query, "variables": {"text": words}})
    return str(answer.json()["data"]["search"]["nodes"][0]["id"])


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/", "What losses did Russia suffer (Kherson withdrawal, November 2022)? contested"),
        ("/", "196 claims"),
        ("/issues", "How far apart are Kherson and Snihurivka?"),
        ("/issues?contested=true", "Contested questions 5"),
        ("/issues?contested=false", "Questions 118"),
        ("/entities?kind=person", "Oleksii Reznikov"),
        ("/sources", "Daily Mail, 2022-11-11"),
        ("/search?q=Резников", "Oleksii Reznikov"),
        ("/search?q=nonesuchword", "Nothing."),
        (f"/{LOSSES}", "A no losses"),
        (f"/{LOSSES}", "value, soft : no losses (0) against huge losses (more than 0) (predicted)"),
        (f"/{LOSSES}", "Losses, in items"),
        (f"/{WITHDRAWAL}", "not over before 17 Nov 2022 16:00 UTC against over by 11 Nov 2022 03:00 UTC"),
        (f"/{WITHDRAWAL}", "When it happens or holds, by what they say"),
        ("/entity/kherson/ru-mod", "Министерство обороны Российской Федерации"),
        ("/entity/kherson/ru-mod", "Whom it contradicts"),
        ("/entity/kherson/kherson-city", "What is said about it"),
        ("/source/kherson/dailymail-2022-11-11", "What is stated in it"),
        (f"/embed/{LOSSES}", "more than 0 losses"),
        ("/embed/entity/kherson/russia", "Contested questions about it"),
    ],
)
async def test_what_a_page_shows(site: httpx.AsyncClient, path: str, said: str) -> None:
    """Each page shows what the graph holds."""
    assert said in await text_of(site, path)


async def test_a_claim_from_the_claimant_to_the_source(site: httpx.AsyncClient) -> None:
    """The page of a claim has its whole chain, its paragraph, and what cannot be right together with it."""
    claim = await claim_saying(site, "a week at the least to withdraw")
    for path in (f"/{claim}", f"/embed/{claim}"):
        shown = await text_of(site, path)
        chain = shown.index("Oleksii Reznikov said"), shown.index("Daily Mail"), shown.index(", p. 20")
        assert list(chain) == sorted(chain)
        assert "time, soft not over before 17 Nov 2022 16:00 UTC" in shown


async def test_a_view_goes_along(site: httpx.AsyncClient) -> None:
    """A page under a view says so, shows only what fits it, and its links keep it."""
    early = await site.get("/issues?known=2022-11-09")
    assert "as a reader could know by 9 Nov 2022 23:59 UTC" in early.text
    assert 'Questions <span class="count">0</span>' in early.text
    later = await site.get("/?known=2022-11-11")
    assert f"/{LOSSES}?known=2022-11-11" in later.text
    assert (await site.get(f"/{LOSSES}?known=2022-11-09")).status_code == 404
    assert "there is no issue" in await text_of(site, f"/{LOSSES}?known=2022-11-09", 404)


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/issue/nonesuch/a:b", 404, "there is no issue 'issue/nonesuch/a:b' here"),
        ("/entity/x/%3Cscript%3E", 404, "there is no entity 'entity/x/%3Cscript%3E' here"),
        ("/claim/c1nonesuch", 404, "there is no claim"),
        ("/?known=yesterday", 400, "known=yesterday: 'yesterday' is no date; write known=2022-11-10"),
        ("/?event=2022-11-10&certainty=sure", 400, "certainty=sure: write certain or possible"),
        ("/?certainty=certain", 400, "give event=2022-11-10 as well"),
        ("/nothing", 404, "there is nothing at this address"),
        ("/issue", 404, "there is nothing at this address"),
        ("/issues/", 404, "there is nothing at this address"),
        ("/browser/nothing", 404, ""),
        ("/issues?contested=maybe", 400, "contested=maybe: write true or false"),
        ("/entities?kind=ship", 400, "kind=ship: write one of person"),
        ("/issues?after=xyz", 400, "cursor"),
        ("/static/../site.py", 404, ""),
        ("/static/site.py", 404, "there is no file 'site.py' here"),
    ],
)
async def test_what_is_wrong_is_said(site: httpx.AsyncClient, path: str, status: int, said: str) -> None:
    """A wrong address gets the right status and a sentence, and shows nothing but text."""
    assert said in await text_of(site, path, status)


async def test_another_time_keeps_what_was_asked(site: httpx.AsyncClient) -> None:
    """The way back to today, and a list's own address, keep what narrows the list."""
    for path, kept in (("/search", "q=Kherson"), ("/issues", "contested=true"), ("/entities", "kind=place")):
        page = html.unescape((await site.get(f"{path}?{kept}&known=2022-11-12")).text)
        assert f'<a href="{path}?{kept}">Show it as it is today</a>' in page
        assert f'<link rel="canonical" href="http://test{path}?{kept}&known=2022-11-12">' in page


@pytest.mark.parametrize(
    ("clocks", "said"),
    [
        ("event=2022-11-10&certainty=certain", "of what certainly held or happened at 10 Nov 2022 23:59 UTC"),
        ("event=2022-11-10", "of what may have held or happened at 10 Nov 2022 23:59 UTC"),
        ("known=9999-12-31T23:59:59.999999Z", "as a reader could know by 31 Dec 9999 23:59 UTC"),
    ],
)
async def test_the_view_in_words(site: httpx.AsyncClient, clocks: str, said: str) -> None:
    """A page says which view it shows, and that its figures are of today."""
    shown = await text_of(site, f"/?{clocks}")
    assert said in shown
    assert "Today it holds 196 claims" in shown


async def test_cut_lists_say_so(site: httpx.AsyncClient) -> None:
    """Where a list goes on, the page says so and leads to the rest."""
    assert "All questions about it" in await text_of(site, "/entity/kherson/russia")
    assert "issues?about=entity%2Fkherson%2Frussia" in (await site.get("/entity/kherson/russia")).text
    assert "entity/kherson/russia" in await text_of(site, "/issues?about=entity/kherson/russia")
    assert "These are the 50 best finds" in await text_of(site, "/search?q=Kherson")


async def test_failures_in_frames_and_elsewhere(site: httpx.AsyncClient) -> None:
    """In a frame a failure has no search and no form; what no frame may hold stays so when it fails."""
    piece, page = await site.get("/embed/claim/c1gone"), await site.get("/claim/c1gone")
    assert "<form" not in piece.text
    assert '<base target="_top">' in piece.text
    assert "frame-ancestors http: https:" in piece.headers["content-security-policy"]
    assert "frame-ancestors 'self'" in page.headers["content-security-policy"]


async def test_files_are_kept_for_ever_only_under_their_version(site: httpx.AsyncClient) -> None:
    """The address on a page may be kept for ever, one with another version not."""
    [address] = re.findall(r'href="(/static/pages.css[^"]*)"', (await site.get("/")).text)
    assert "immutable" in (await site.get(address)).headers["cache-control"]
    assert "immutable" not in (await site.get("/static/pages.css?v=nonsense")).headers["cache-control"]


async def test_without_graphiql_no_page_leads_there(store: Store) -> None:
    """Where GraphiQL is turned off, the query still stands on each page."""
    async with client_of(store, graphiql=False, request_timeout=PATIENCE) as client:
        page = (await client.get("/", headers=HTML)).text
    assert "The query that made this page" in page
    assert "/graphql?query=" not in page


async def test_a_database_that_is_away(away: httpx.AsyncClient) -> None:
    """Readers learn that it is away, not where it is."""
    response = await away.get("/", headers=HTML)
    assert response.status_code == 503
    assert "does not answer at the moment" in response.text
    assert "bolt://" not in response.text


async def test_programs_get_errors_as_json(site: httpx.AsyncClient) -> None:
    """Whoever asks for no HTML gets what is wrong as JSON."""
    response = await site.get("/claim/c1nonesuch", headers={"accept": "application/json"})
    assert response.status_code == 404
    assert response.json() == {
        "status": 404,
        "code": "NOT_FOUND",
        "reason": "there is no claim 'claim/c1nonesuch' here",
    }


async def test_a_page_is_not_sent_twice(site: httpx.AsyncClient) -> None:
    """Whoever has a page as it is gets 304."""
    first = await site.get(f"/{LOSSES}")
    again = await site.get(f"/{LOSSES}", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


async def test_a_page_shows_the_query_that_made_it(site: httpx.AsyncClient) -> None:
    """The query on a page, sent to the endpoint with the variables beside it, has no errors."""
    for path in (
        "/",
        f"/{LOSSES}",
        "/entity/kherson/ru-mod",
        "/source/kherson/dailymail-2022-11-11",
        "/search?q=Putin",
    ):
        page = (await site.get(path)).text
        query, variables = re.findall(r"<pre [^>]*><code>(.*?)</code></pre>", page, re.DOTALL)[-2:]
        content = {
            "query": html.unescape(query),
            "variables": httpx.Response(200, text=html.unescape(variables)).json(),
        }
        answer = (await site.post("/graphql", json=content)).json()
        assert "errors" not in answer, answer
        assert "/graphql?query=" in page
