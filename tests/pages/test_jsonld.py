"""What pages say as linked data: schema.org's terms, ids that are addresses, and nothing that could break a page."""

import json
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from claimgraph.tests.pages.datasets import TEXTS
from claimgraph.tests.pages.test_pages import claim_saying

LOSSES = "issue/losses/kherson:russia/kherson:withdrawal"
SOURCE = "source/kherson/dailymail-2022-11-11"
CONTEXT = ["https://schema.org", {"claimgraph": "urn:claimgraph:"}]
PROPERTIES = {
    "Answer": {"text", "isBasedOn"},
    "Claim": {"text", "author", "about", "appearance", "dateCreated", "firstAppearance", "review", "temporalCoverage"},
    "ClaimReview": {"url", "claimReviewed", "itemReviewed", "author", "dateCreated", "reviewRating"},
    "CreativeWork": {"name", "url", "publisher", "datePublished", "inLanguage", "archivedAt"},
    "Event": {"startDate", "endDate"},
    "GeoCoordinates": {"latitude", "longitude"},
    "ItemList": {"name", "numberOfItems", "itemListElement"},
    "Organization": set(),
    "Person": set(),
    "Place": {"geo", "containedInPlace"},
    "PropertyValue": {"propertyID", "value"},
    "QuantitativeValue": {"minValue", "maxValue", "unitText"},
    "Question": {"name", "text", "about", "answerCount", "suggestedAnswer"},
    "Rating": {"ratingValue", "bestRating", "worstRating", "alternateName", "ratingExplanation"},
}
OF_ANYTHING = {"name", "alternateName", "description", "identifier", "sameAs", "subjectOf"}


async def linked(site: httpx.AsyncClient, path: str) -> Any:  # noqa: ANN401 - JSON
    """A page's linked data."""
    response = await site.get(f"/{path}", headers={"accept": "application/ld+json"})
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/ld+json; charset=utf-8"
    content = json.loads(response.content)
    assert content["@context"] == CONTEXT
    return content


def nodes(content: object) -> Iterator[dict[str, Any]]:
    """Every node with a type in there."""
    if isinstance(content, dict):
        if "@type" in content:
            yield content
        content = list(content.values())
    if isinstance(content, list):
        for each in content:
            yield from nodes(each)


@pytest.mark.parametrize(
    "path",
    [
        "",
        LOSSES,
        "entity/kherson/kherson-city",
        "entity/kherson/putin",
        "entity/kherson/withdrawal",
        SOURCE,
        "issues",
        "entities",
        "sources",
        "search?q=Kherson",
    ],
)
async def test_terms_are_used_as_defined(site: httpx.AsyncClient, path: str) -> None:
    """Each type has only properties that schema.org gives it, or ours; ids are our addresses."""
    for node in nodes(await linked(site, path)):
        plain = {name for name in node if name[0] != "@" and not name.startswith("claimgraph:")}
        assert plain <= PROPERTIES[node["@type"]] | OF_ANYTHING, node
        assert re.fullmatch(r"http://test/(issue|entity|claim|source)/\S+", node.get("@id", "http://test/claim/x"))
        for author in [node["author"]] if node["@type"] == "Claim" else []:
            assert author["@type"] in {"Person", "Organization"}


async def test_a_page_holds_the_same(site: httpx.AsyncClient) -> None:
    """The data block of a page is what its other form says, but for what each claim of a board makes of the others."""
    for path in ("", LOSSES, SOURCE, "entities?kind=place"):
        page = (await site.get(f"/{path}")).text
        [block] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
        whole = await linked(site, path)
        if path == LOSSES:
            assert len(block) < len(json.dumps(whole))
            for answer in whole["suggestedAnswer"]:
                for claim in answer["isBasedOn"]:
                    claim.pop("claimgraph:contradicts", None)
        assert json.loads(block) == whole


async def test_an_issue(site: httpx.AsyncClient) -> None:
    """An issue is a question, its positions are answers, and each rests on its claims."""
    content = await linked(site, LOSSES)
    assert (content["@type"], content["answerCount"]) == ("Question", 5)
    [huge] = [answer for answer in content["suggestedAnswer"] if answer["text"] == "more than 0 losses"]
    [claim] = huge["isBasedOn"]
    assert claim["author"] == {
        "@type": "Person",
        "@id": "http://test/entity/kherson/crump",
        "name": "Justin Crump",
    }
    assert claim["appearance"]["publisher"]["name"] == "Daily Mail"
    assert claim["appearance"]["datePublished"] == "2022-11-11"
    assert claim["claimgraph:contradicts"][0]["claimgraph:rule"] == "value"
    assert {"entity/kherson/russia", "entity/kherson/withdrawal"} == {
        each["@id"].removeprefix("http://test/") for each in content["about"]
    }


async def test_a_claim(site: httpx.AsyncClient) -> None:
    """A claim says who said what, about what, where, and what stands against it."""
    content = await linked(site, await claim_saying(site, "a week at the least to withdraw"))
    assert content["author"]["name"] == "Oleksii Reznikov"
    assert [each["@type"] for each in content["about"]] == ["Organization", "Place", "Event"]
    assert content["claimgraph:modality"] == "predicted"
    verbs = [level.get("claimgraph:verb") for level in content["claimgraph:attribution"]["@list"]]
    assert verbs == ["said", None]
    assert content["claimgraph:event"]["claimgraph:endMin"] == "2022-11-17T16:00:00Z"
    assert "review" not in content


async def test_an_entity(site: httpx.AsyncClient) -> None:
    """An entity has its names, its place on the map, and who it is elsewhere."""
    place = await linked(site, "entity/kherson/kherson-city")
    assert place["geo"] == {"@type": "GeoCoordinates", "latitude": 46.64, "longitude": 32.61}
    assert "Херсон" in place["alternateName"]
    assert place["subjectOf"]
    person = await linked(site, "entity/kherson/putin")
    assert (person["@type"], person["sameAs"]) == ("Person", ["https://www.wikidata.org/wiki/Q7747"])
    ministry = await linked(site, "entity/kherson/ru-mod")
    assert {claim["author"]["@id"] for claim in ministry["@reverse"]["author"]} == {ministry["@id"]}


async def test_a_view_is_named(site: httpx.AsyncClient) -> None:
    """Linked data of a view say which; their ids name the things themselves."""
    content = await linked(site, f"{LOSSES}?known=2022-11-11")
    assert content["claimgraph:asOf"] == {"claimgraph:known": "2022-11-11"}
    assert content["@id"] == f"http://test/{LOSSES}"
    assert (await site.get(f"/{LOSSES}", headers={"accept": "application/json"})).json()["@type"] == "Question"


async def test_a_fact_check_is_a_review(hostile_site: httpx.AsyncClient) -> None:
    """Who found a claim half-true, and why, stands in its review."""
    found = (await linked(hostile_site, "entity/h/force"))["@reverse"]["author"]
    [checked] = [claim["@id"] for claim in found if claim["text"] == TEXTS[0]]
    content = await linked(hostile_site, checked.removeprefix("http://test/"))
    [review] = content["review"]
    assert (review["@type"], review["claimReviewed"]) == ("ClaimReview", TEXTS[0])
    assert (review["itemReviewed"], review["author"]) == ({"@id": checked}, {"name": "A <checker>"})
    assert review["reviewRating"] == {
        "@type": "Rating",
        "ratingValue": 3,
        "bestRating": 5,
        "worstRating": 1,
        "alternateName": "half-true",
        "ratingExplanation": "half of it",
    }
    [grade] = content["claimgraph:assessment"]
    assert grade["claimgraph:meaning"] == "partly true, or lacking what matters"


async def test_hostile_texts_stay_in_the_block(hostile_site: httpx.AsyncClient) -> None:
    """No text ends the data block of a page, and only addresses of the web are addresses."""
    page = (await hostile_site.get("/entity/h/force", headers={"accept": "text/html"})).text
    assert page.count("<script") == page.count("</script>") == 1
    content = await linked(hostile_site, "entity/h/force")
    assert {claim["text"] for claim in content["@reverse"]["author"]} == set(TEXTS)
    assert all("url" not in node for node in nodes(content) if node["@type"] == "CreativeWork")
    assert "javascript:" not in json.dumps(content)
    assert content["sameAs"] == ["https://www.wikidata.org/wiki/Q1"]
    assert "sameAs" not in await linked(hostile_site, "entity/h/bad")
