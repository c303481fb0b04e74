"""oEmbed over HTTP: which frame it answers for which address, in both formats, and what pages say of it."""

import html
import re
from collections.abc import AsyncIterator
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import httpx
import pytest
from fastapi import FastAPI

from claimgraph.api.app import create_app
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.store import Store
from claimgraph.settings import Settings
from claimgraph.tests.pages.conftest import PATIENCE
from claimgraph.tests.pages.test_pages import LOSSES, claim_saying

PAGE = f"http://test/{LOSSES}"
QUESTION = "What losses did Russia suffer (Kherson withdrawal, November 2022)?"


def frame(answer: httpx.Response) -> dict[str, str]:
    """The attributes of the frame in a JSON answer."""
    assert answer.status_code == 200, answer.text
    [attributes] = re.findall(r"^<iframe ([^>]*)></iframe>$", answer.json()["html"])
    return {name: html.unescape(value) for name, value in re.findall(r'([a-z]+)="([^"]*)"', attributes)}


async def test_the_answer_for_an_issue(site: httpx.AsyncClient) -> None:
    """The answer has all that the specification asks of `rich`, and its frame holds the piece."""
    answer = await site.get("/oembed", params={"url": PAGE})
    content = answer.json()
    assert answer.headers["content-type"] == "application/json"
    assert content.pop("html")
    assert content == {
        "version": "1.0",
        "type": "rich",
        "provider_name": "claimgraph",
        "provider_url": "http://test/",
        "title": QUESTION,
        "cache_age": 3600,
        "width": 720,
        "height": 640,
    }
    assert frame(answer) == {
        "src": f"http://test/embed/{LOSSES}",
        "title": QUESTION,
        "width": "720",
        "height": "640",
        "loading": "lazy",
        "frameborder": "0",
        "sandbox": "allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
    }
    assert (await site.get(frame(answer)["src"])).status_code == 200


async def test_a_claim_has_an_author(site: httpx.AsyncClient) -> None:
    """The author of a claim is its claimant, with the address of their page."""
    claim = await claim_saying(site, "a week at the least to withdraw")
    answer = await site.get("/oembed", params={"url": f"http://test/{claim}"})
    content = answer.json()
    assert (content["author_name"], content["author_url"]) == (
        "Oleksii Reznikov",
        "http://test/entity/kherson/reznikov",
    )
    assert frame(answer)["title"] == f"Oleksii Reznikov: {content['title']}"


async def test_xml_says_the_same(site: httpx.AsyncClient) -> None:
    """As XML the answer holds what it holds as JSON."""
    parameters = {"url": "http://test/entity/kherson/russia", "maxwidth": "300"}
    told = (await site.get("/oembed", params=parameters)).json()
    answer = await site.get("/oembed", params={**parameters, "format": "xml"})
    assert answer.headers["content-type"] == "text/xml; charset=utf-8"
    root = ET.fromstring(answer.content)  # noqa: S314 - our own answer
    assert root.tag == "oembed"
    assert {each.tag: each.text for each in root} == {name: str(value) for name, value in told.items()}


async def test_the_clocks_go_along(site: httpx.AsyncClient) -> None:
    """The frame shows what the address shows: its clocks stay, whatever else it carries goes."""
    address = f"{PAGE}?known=2022-11-20&format=csv&after=xyz&event=2022-11-11T05:00%2B02:00#all"
    answer = await site.get("/oembed", params={"url": address})
    src = urlsplit(frame(answer)["src"])
    assert src.path == f"/embed/{LOSSES}"
    assert src.query == "known=2022-11-20&event=2022-11-11T05%3A00%2B02%3A00"


@pytest.mark.parametrize(
    ("wish", "size"),
    [
        ({}, (720, 640)),
        ({"maxwidth": "400"}, (400, 640)),
        ({"maxwidth": "1", "maxheight": "1"}, (1, 1)),
        ({"maxwidth": "5000", "maxheight": "300"}, (720, 300)),
        ({"maxwidth": "", "maxheight": ""}, (720, 640)),
    ],
)
async def test_no_frame_is_too_large(site: httpx.AsyncClient, wish: dict[str, str], size: tuple[int, int]) -> None:
    """The frame keeps within the size that is asked for, and needs no more than its own."""
    answer = await site.get("/oembed", params={"url": PAGE, **wish})
    content = answer.json()
    assert (content["width"], content["height"]) == size
    assert (frame(answer)["width"], frame(answer)["height"]) == tuple(str(each) for each in size)


@pytest.mark.parametrize(
    ("parameters", "status", "said"),
    [
        ({}, 400, "write url= and the address of a page, such as url=http://test/issue/…"),
        ({"url": ""}, 400, "write url="),
        ({"url": PAGE, "format": "yaml"}, 501, "format=yaml: write json or xml"),
        ({"url": PAGE, "maxwidth": "wide"}, 400, "maxwidth=wide: write a whole number of pixels"),
        ({"url": PAGE, "maxheight": "0"}, 400, "maxheight=0"),
        ({"url": PAGE, "maxheight": "-5"}, 400, "maxheight=-5"),
        ({"url": PAGE, "maxheight": "9" * 5000}, 400, "maxheight=999"),
        ({"url": f"{PAGE}?known=soon"}, 400, "known=soon: 'soon' is no date"),
        ({"url": f"{PAGE}?known=2022-11-09"}, 404, "there is no issue"),
        ({"url": "http://test/issue/nonesuch/a:b"}, 404, "there is no issue 'issue/nonesuch/a:b' here"),
        ({"url": "http://test/entity/x"}, 404, "there is no entity"),
        ({"url": "http://test/claim/c1nonesuch"}, 404, "there is no claim"),
        ({"url": "http://test/source/kherson/dailymail-2022-11-11"}, 404, "no page of an issue"),
        ({"url": "http://test/issues"}, 404, "no page of an issue"),
        ({"url": "http://test/"}, 404, "below http://test/"),
        ({"url": f"http://test.evil.org/{LOSSES}"}, 404, "below http://test/"),
        ({"url": f"https://test/{LOSSES}"}, 404, "below http://test/"),
        ({"url": f"http://test@evil.org/{LOSSES}"}, 404, "below http://test/"),
        ({"url": LOSSES}, 404, "below http://test/"),
        ({"url": "http://[/"}, 404, "is no address"),
        ({"url": "javascript:alert(1)"}, 404, "below http://test/"),
    ],
    ids=str,
)
async def test_what_is_wrong_is_said(
    site: httpx.AsyncClient, parameters: dict[str, str], status: int, said: str
) -> None:
    """A wrong request gets the specification's status, and a sentence."""
    answer = await site.get("/oembed", params=parameters, headers={"accept": "application/json"})
    assert answer.status_code == status
    assert said in answer.json()["reason"]


async def test_pages_tell_where_to_embed_them(site: httpx.AsyncClient) -> None:
    """The head of an issue, an entity and a claim leads to oEmbed, and their foot has the code to copy."""
    claim = await claim_saying(site, "a week at the least to withdraw")
    for path, element in (
        (LOSSES, f'<claim-board issue="{LOSSES}" known="2022-11-20">'),
        ("entity/kherson/russia", '<entity-card entity="entity/kherson/russia" known="2022-11-20">'),
        (claim, f'<claim-card claim="{claim}" known="2022-11-20">'),
    ):
        page = (await site.get(f"/{path}?known=2022-11-20")).text
        found = re.findall(r'<link rel="alternate" type="([a-z/]+)\+oembed" href="([^"]+)"', page)
        assert [media_type for media_type, _ in found] == ["application/json", "text/xml"]
        answers = [await site.get(html.unescape(address)) for _, address in found]
        assert frame(answers[0])["src"] == f"http://test/embed/{path}?known=2022-11-20"
        assert answers[1].headers["content-type"].startswith("text/xml")
        code = html.unescape(re.search(r"Embed it.*?</details>", page, re.DOTALL)[0])  # type: ignore[index]
        assert '<script src="http://test/embed.js" async></script>' in code
        assert element in code
        assert answers[0].json()["html"].partition(" width=")[0] in code


async def test_other_pages_are_not_embedded(site: httpx.AsyncClient) -> None:
    """Lists, sources and failures offer nothing to embed."""
    for path in ("/", "/issues", "/search?q=Putin", "/source/kherson/dailymail-2022-11-11", "/issue/none/a:b"):
        page = (await site.get(path)).text
        assert "Embed it" not in page
        assert "oembed" not in page


@pytest.fixture
async def prefixed(store: Store, kherson: Evidence) -> AsyncIterator[httpx.AsyncClient]:
    """The service under /kg of a host app."""
    assert kherson.claims
    host = FastAPI()
    host.mount("/kg", create_app(store, Settings(request_timeout=PATIENCE)))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(host), base_url="http://test") as client:
        yield client


async def test_under_a_prefix(prefixed: httpx.AsyncClient) -> None:
    """Under a prefix the addresses have it, and one without it is another site's."""
    answer = await prefixed.get("/kg/oembed", params={"url": f"http://test/kg/{LOSSES}"})
    assert answer.json()["provider_url"] == "http://test/kg/"
    assert frame(answer)["src"] == f"http://test/kg/embed/{LOSSES}"
    assert (await prefixed.get("/kg/oembed", params={"url": PAGE})).status_code == 404
    page = (await prefixed.get(f"/kg/{LOSSES}", headers={"accept": "text/html"})).text
    assert "http://test/kg/embed.js" in page
    assert "http://test/kg/oembed?url=http%3A%2F%2Ftest%2Fkg%2Fissue" in page


async def test_behind_a_proxy(store: Store, kherson: Evidence) -> None:
    """With a public address only that one counts, in what is asked and in what is answered."""
    assert kherson.claims
    app = create_app(store, Settings(public_url="https://claims.example.org/kg/", request_timeout=PATIENCE))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
        answer = await client.get("/oembed", params={"url": f"https://Claims.example.org/kg/{LOSSES}"})
        assert frame(answer)["src"] == f"https://claims.example.org/kg/embed/{LOSSES}"
        assert (await client.get("/oembed", params={"url": PAGE})).status_code == 404


@pytest.mark.parametrize(
    ("public", "asked"),
    [
        ("https://Claims.Example.org/kg", "https://Claims.Example.org/kg/"),
        ("https://Claims.Example.org/kg", "https://claims.example.org/kg/"),
        ("https://claims.example.org/kg", "HTTPS://CLAIMS.example.org:443/kg/"),
        ("https://claims.example.org:443/kg", "https://claims.example.org/kg/"),
        ("http://claims.example.org:80", "http://claims.example.org/"),
        ("http://claims.example.org:8080", "http://Claims.example.org:8080/"),
        (None, "http://LOCALHOST:18391/"),
        (None, "http://localhost:18391/"),
    ],
)
async def test_a_host_is_the_same_however_it_is_written(
    store: Store, kherson: Evidence, public: str | None, asked: str
) -> None:
    """Capitals and the scheme's own port make no other site of a host, on either side."""
    assert kherson.claims
    app = create_app(store, Settings(public_url=public, request_timeout=PATIENCE))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
        headers = {"host": "LOCALHOST:18391"}
        answer = await client.get("/oembed", params={"url": asked + LOSSES}, headers=headers)
        assert frame(answer)["src"].endswith(f"/embed/{LOSSES}")
        page = (await client.get(f"/{LOSSES}", headers={**headers, "accept": "text/html"})).text
        [link] = re.findall(r'<link rel="alternate" type="application/json\+oembed" href="([^"]+)"', page)
        query = urlsplit(html.unescape(link)).query
        assert frame(await client.get(f"/oembed?{query}", headers=headers))["src"] == frame(answer)["src"]


async def test_another_port_is_another_site(store: Store, kherson: Evidence) -> None:
    """Only the port that the scheme has anyway may be left out."""
    assert kherson.claims
    app = create_app(store, Settings(public_url="https://claims.example.org", request_timeout=PATIENCE))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
        for origin in ("https://claims.example.org:80", "https://claims.example.org:8443", "http://claims.example.org"):
            answer = await client.get("/oembed", params={"url": f"{origin}/{LOSSES}"})
            assert answer.status_code == 404, origin
