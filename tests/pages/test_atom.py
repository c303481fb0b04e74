"""What happened, as a feed: well-formed whatever the texts hold, stable, and not sent twice."""

from datetime import datetime
from xml.etree import ElementTree as ET

import httpx
import pytest

from claimgraph.tests.pages.datasets import TEXTS

LOSSES = "issue/losses/kherson:russia/kherson:withdrawal"
ATOM = "{http://www.w3.org/2005/Atom}"


async def feed(site: httpx.AsyncClient, path: str) -> ET.Element:
    """A page's feed."""
    response = await site.get(f"/{path}?format=atom")
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(response.content)  # noqa: S314 - our own


def texts(entries: list[ET.Element], name: str) -> list[str]:
    """What one element of each entry holds."""
    return [entry.findtext(f"{ATOM}{name}") or "" for entry in entries]


@pytest.mark.parametrize("path", [LOSSES, "entity/kherson/ru-mod", "entity/kherson/daily-mail"])
async def test_a_feed_is_valid(site: httpx.AsyncClient, path: str) -> None:
    """A feed and its entries have what RFC 4287 asks of them, newest first."""
    found = await feed(site, path)
    entries = found.findall(f"{ATOM}entry")
    assert 0 < len(entries) <= 50
    assert found.findtext(f"{ATOM}id") == f"urn:claimgraph:{path}"
    links = {each.get("rel"): each.get("href") for each in found.findall(f"{ATOM}link")}
    assert links == {"self": f"http://test/{path}?format=atom", "alternate": f"http://test/{path}"}
    moments = [datetime.fromisoformat(moment) for moment in texts(entries, "updated")]
    assert moments == sorted(moments, reverse=True)
    assert datetime.fromisoformat(found.findtext(f"{ATOM}updated") or "") == moments[0]
    ids = texts(entries, "id")
    assert len(set(ids)) == len(ids)
    assert all(each.startswith("urn:claimgraph:change/claim/c1") for each in ids)
    assert all(texts(entries, "title"))
    assert all(entry.find(f"{ATOM}author/{ATOM}name") is not None for entry in entries)


async def test_what_an_entry_says(site: httpx.AsyncClient) -> None:
    """An entry says what happened to which claim, who makes it and where, and leads there."""
    entries = (await feed(site, LOSSES)).findall(f"{ATOM}entry")
    [crump] = [each for each in entries if each.findtext(f"{ATOM}author/{ATOM}name") == "Justin Crump"]
    text = "Justin Crump warned that Russia is facing what could be very heavy losses in Kherson."
    assert crump.findtext(f"{ATOM}title") == f"New: {text}"
    content = crump.find(f"{ATOM}content")
    assert content is not None
    assert content.get("type") == "text"
    assert (content.text or "").startswith(f"Justin Crump: {text}\n")
    assert "Daily Mail, 2022-11-11, p. 3, 12" in (content.text or "")
    link = crump.find(f"{ATOM}link")
    assert link is not None
    assert (link.get("href") or "").startswith("http://test/claim/c1")


async def test_a_feed_is_not_sent_twice(site: httpx.AsyncClient) -> None:
    """Asked again, an unchanged feed is 304."""
    first = await site.get(f"/{LOSSES}", headers={"accept": "application/atom+xml"})
    again = await site.get(f"/{LOSSES}?format=atom", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


async def test_a_feed_is_of_the_present(site: httpx.AsyncClient) -> None:
    """A clock is refused in words; the page of a view offers the feed without it, and other forms with it."""
    refused = await site.get(f"/{LOSSES}?known=2022-11-11&format=atom")
    assert (refused.status_code, refused.json()["reason"]) == (
        400,
        "a feed tells what happens to the graph as it is; ask for it without known",
    )
    page = (await site.get(f"/{LOSSES}?known=2022-11-11")).text
    assert f'type="application/atom+xml" title="Atom" href="/{LOSSES}?format=atom"' in page
    assert f'href="/{LOSSES}?format=csv&amp;known=2022-11-11"' in page


async def test_there_is_no_feed_of_a_list(site: httpx.AsyncClient) -> None:
    """Only issues and entities have a feed; whoever asks another page for one is told what it has."""
    refused = await site.get("/issues?format=atom")
    assert refused.status_code == 400
    assert refused.json()["reason"].endswith("there are csv, html, jsonld")


async def test_hostile_texts_are_texts(hostile_site: httpx.AsyncClient) -> None:
    """Whatever a claim says stands in the feed as text; what XML cannot hold is replaced."""
    entries = (await feed(hostile_site, "entity/h/force")).findall(f"{ATOM}entry")
    # A parser of XML reads every end of a line as a line feed.
    read = {text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "\ufffd") for text in TEXTS}
    assert {title.removeprefix("New: ") for title in texts(entries, "title")} == read
    assert all(entry.find(f"{ATOM}title/*") is None for entry in entries)


async def test_nothing_ever_happened(hostile_site: httpx.AsyncClient) -> None:
    """The feed of someone about whom nothing is claimed has no entry, and is a feed."""
    found = await feed(hostile_site, "entity/h/quiet")
    assert found.findall(f"{ATOM}entry") == []
    assert found.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"
