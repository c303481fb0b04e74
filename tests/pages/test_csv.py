"""The tables: what stands in which column, complete and harmless to spreadsheets, or visibly broken off."""

import csv
import io
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from claimgraph.api.app import create_app
from claimgraph.api.pages.forms import columns
from claimgraph.api.pages.forms.csv_form import lines
from claimgraph.graph.local.server import Running
from claimgraph.graph.store import Store
from claimgraph.settings import Settings
from claimgraph.tests.api.test_away import Proxy
from claimgraph.tests.browser.conftest import serving
from claimgraph.tests.pages.conftest import PATIENCE
from claimgraph.tests.pages.datasets import TEXTS, crowded

LOSSES = "issue/losses/kherson:russia/kherson:withdrawal"
CROWDED = "issue/losses/made-up:side0/made-up:event0"
AGREED = "issue/losses/made-up:side1/made-up:event1"
Row = dict[str, str]


async def table(site: httpx.AsyncClient, path: str) -> list[Row]:
    """The rows of a page's table."""
    response = await site.get(path, headers={"accept": "text/csv"})
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    text = response.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize(
    ("path", "shown", "count"),
    [
        (LOSSES, columns.ISSUE_CLAIM, 5),
        ("entity/kherson/kherson-city", columns.ENTITY_CLAIM, 26),
        ("source/kherson/dailymail-2022-11-11", columns.CLAIM, 196),
        ("", columns.ISSUE, 5),
        ("issues", columns.ISSUE, 123),
        ("issues?contested=false", columns.ISSUE, 118),
        ("entities", columns.ENTITY, 90),
        ("sources", columns.SOURCE, 1),
        ("search?q=Резников", columns.FOUND, 8),
        ("issues?known=2022-11-09", columns.ISSUE, 0),
    ],
)
async def test_each_table_is_whole(site: httpx.AsyncClient, path: str, shown: columns.Columns, count: int) -> None:
    """A table has the documented columns, a row for each thing, and stands in a file."""
    response = await site.get(f"/{path}{'&' if '?' in path else '?'}format=csv")
    assert response.content.startswith(b"\xef\xbb\xbf")
    assert response.headers["content-disposition"].startswith('attachment; filename="')
    heading, *rows = csv.reader(io.StringIO(response.content.decode("utf-8-sig"), newline=""), strict=True)
    assert heading == list(shown)
    assert len(rows) == count
    assert {len(row) for row in rows} <= {len(heading)}


async def test_what_stands_in_the_columns(site: httpx.AsyncClient) -> None:
    """A claim with its chain, figures, bounds and links; on its issue with its position."""
    rows = await table(site, f"/{LOSSES}")
    [huge] = [row for row in rows if row["wording"] == "huge losses"]
    [none] = [row for row in rows if row["wording"] == "no losses"]
    assert (huge["low"], huge["high"], huge["low_open"]) == ("0", "", "true")
    assert (huge["standing"], huge["position"], huge["modality"]) == ("current", "more than 0 losses", "predicted")
    assert (huge["attribution"], huge["published"]) == (
        "Justin Crump (warned, direct quote); Daily Mail",
        "2022-11-11",
    )
    assert (none["contradicts"], none["contradicts_count"], none["contested"]) == (huge["claim"], "1", "true")
    assert none["address"] == f"http://test/{none['claim']}"


async def test_what_an_entity_is_in_each_claim(site: httpx.AsyncClient) -> None:
    """An entity's table has what is said about it and by it, and says which."""
    rows = await table(site, "/entity/kherson/ru-mod")
    roles = {row["role"] for row in rows}
    assert "claimant" in roles
    for row in rows:
        names = {"claimant": row["claimant_id"], "subject": row["subject_id"], "object": row["object_id"]}
        assert row["role"]
        assert all(names[role] == "entity/kherson/ru-mod" for role in row["role"].split())


async def test_a_table_keeps_the_view(site: httpx.AsyncClient) -> None:
    """A table under a clock has what that view has, and its addresses keep it."""
    rows = await table(site, f"/{LOSSES}?known=2022-11-11")
    assert len(rows) == 5
    assert all(row["address"].endswith("?known=2022-11-11") for row in rows)
    assert (await site.get(f"/{LOSSES}?known=2022-11-09&format=csv")).status_code == 404


async def test_a_head_request_reads_no_rows(site: httpx.AsyncClient) -> None:
    """HEAD has the headers alone."""
    response = await site.head(f"/{LOSSES}?format=csv")
    assert (response.status_code, response.content) == (200, b"")
    assert response.headers["content-disposition"] == (
        'attachment; filename="issue-losses-kherson-russia-kherson-withdrawal.csv"'
    )


async def test_no_table_in_the_middle_of_a_load(site: httpx.AsyncClient, store: Store) -> None:
    """While a large load is under way a table could lack some of it, and is refused."""
    opened = "MATCH (graph:Graph {id: 'graph'}) SET graph.open_run = $run"
    await store.write(lambda tx: tx.run(opened, {"run": "run/1"}))
    refused = await site.get("/issues?format=csv")
    await store.write(lambda tx: tx.run(opened, {"run": None}))
    assert (refused.status_code, refused.json()["reason"]) == (
        503,
        "a large load is under way; ask again when it is done, for the whole table",
    )


async def test_hostile_texts_come_back(hostile_site: httpx.AsyncClient) -> None:
    """Whatever a claim says is read back as it was, but for the apostrophe before what looks like a formula."""
    rows = await table(hostile_site, "/entity/h/force")
    looks_so = {text for text in TEXTS if text.lstrip(" ")[0] in "=+-@\t\r"}
    expected = {f"'{text}" if text in looks_so else text for text in TEXTS}
    assert len(looks_so) == 7
    for column in ("text", "quote", "locator"):
        assert {row[column] for row in rows} == expected
    assert {row["claimant"] for row in rows} == {"'=Force <i>"}
    assert {row["source_url"] for row in rows} == {"javascript:alert(1)"}


def test_numbers_stay_numbers() -> None:
    """A figure below nought is no formula; truths and nothing are written plainly; lines end as RFC 4180 has them."""
    assert lines([[-5.0, 0.25, 1e21, True, False, None, "-5", "a,b"]]) == (
        '-5,0.25,1000000000000000000000,true,false,,\'-5,"a,b"\r\n'
    )


async def test_a_crowded_board_is_complete(crowded_site: httpx.AsyncClient) -> None:
    """A board of several pages has every claim, each with its position, however many there are."""
    evidence = crowded()
    for issue, event in ((CROWDED, "event0"), (AGREED, "event1")):
        rows = await table(crowded_site, f"/{issue}")
        held = {claim.id for claim in evidence.claims if claim.during == f"entity/made-up/{event}"}
        losses = {claim.id for claim in evidence.claims if claim.predicate == "SUFFERED_LOSSES"}
        assert len(rows) == len(held & losses) > 100
        assert {row["claim"] for row in rows} == held & losses
        positions = {row["claim"]: row["position"] for row in rows}
        for row in rows:
            assert row["standing"] in {"current", "undecided", "repeat", "superseded"}
            assert (row["standing"] == "current") <= bool(row["position"])
            assert (row["standing"] == "repeat") == bool(row["repeats"])
            if row["repeats"]:
                assert row["position"] == positions[row["repeats"]]


async def test_everyone_in_one_position(crowded_site: httpx.AsyncClient) -> None:
    """A position with more claims than stand on a page has them all, and what repeats them is marked."""
    rows = await table(crowded_site, f"/{AGREED}")
    agreed = [row for row in rows if row["text"].startswith("Witness")]
    assert len(agreed) == 150
    assert len({row["position"] for row in agreed}) == 1
    assert sorted({row["standing"] for row in agreed}) == ["current", "repeat"]
    assert sum(row["standing"] == "repeat" for row in agreed) == 30


@pytest.mark.usefixtures("crowded_site")
async def test_a_table_that_fails_midway_breaks_off(neo4j_server: Running) -> None:
    """When the database goes after the first rows are sent, the connection breaks and does not end as if complete."""
    bolt = urlsplit(neo4j_server.bolt_uri)
    proxy = Proxy(bolt.hostname or "", bolt.port or 0)
    await proxy.open()
    async with Store.open(
        f"bolt://127.0.0.1:{proxy.port}", neo4j_server.user, neo4j_server.password, "neo4j"
    ) as distant:
        app = _losing(create_app(distant, Settings(request_timeout=PATIENCE)), proxy)
        async with serving(app) as address, httpx.AsyncClient(timeout=PATIENCE) as client:
            with pytest.raises(httpx.RemoteProtocolError, match="without sending complete message body"):
                await client.get(f"{address}/source/made-up/s0?format=csv")


def _losing(app: Any, proxy: Proxy) -> Any:  # noqa: ANN401 - any ASGI app
    """The same app, which loses its database as soon as it has sent the first rows."""

    async def losing(scope: dict[str, Any], receive: Callable[[], Any], send: Callable[[Any], Awaitable[None]]) -> None:
        async def sent(message: dict[str, Any]) -> None:
            await send(message)
            if message["type"] == "http.response.body":
                await proxy.shut()

        await app(scope, receive, sent)

    return losing


def test_every_column_is_explained() -> None:
    """docs/pages.md has a row for each column of each table, and none for another."""
    text = (Path(__file__).parents[2] / "docs" / "pages.md").read_text(encoding="utf-8")
    tables = (columns.ISSUE_CLAIM, columns.ENTITY_CLAIM, columns.ISSUE, columns.ENTITY, columns.SOURCE, columns.FOUND)
    explained = {
        name.strip(" `")
        for line in text.splitlines()
        if line.startswith("| `")
        for name in line.split("|")[1].split(",")
    }
    assert explained == {name for table in tables for name in table}
