"""What pages show on a map: a point for each claim and each place that it names."""

from typing import Any

import httpx
import pytest

from claimgraph.api.pages.forms import columns

WITHDRAWAL = "issue/withdrawal/kherson:russia/kherson:withdrawal"
LOSSES = "issue/losses/kherson:russia/kherson:withdrawal"


async def features(site: httpx.AsyncClient, path: str) -> list[dict[str, Any]]:
    """The features of a page."""
    response = await site.get(f"/{path}", headers={"accept": "application/geo+json"})
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/geo+json; charset=utf-8"
    content = response.json()
    assert content["type"] == "FeatureCollection"
    return list(content["features"])


@pytest.mark.parametrize(
    "path", [WITHDRAWAL, "entity/kherson/kherson-city", "source/kherson/dailymail-2022-11-11", "entities"]
)
async def test_each_feature_is_a_point(site: httpx.AsyncClient, path: str) -> None:
    """A feature has an id of its own and a point, longitude first; Ukraine lies between 22 and 41 degrees east."""
    found = await features(site, path)
    assert found
    assert len({each["id"] for each in found}) == len(found)
    for each in found:
        longitude, latitude = each["geometry"]["coordinates"]
        assert (each["type"], each["geometry"]["type"]) == ("Feature", "Point")
        assert 22 < longitude < 41
        assert 44 < latitude < 53


async def test_a_claim_stands_at_its_place(site: httpx.AsyncClient) -> None:
    """A feature has the columns of the table with their types, the place, and what it is in the claim."""
    found = await features(site, WITHDRAWAL)
    assert {each["properties"]["place_role"] for each in found} == {"object"}
    for each in found:
        shown = each["properties"]
        assert list(shown) == ["place", "place_id", "place_role", *columns.ISSUE_CLAIM]
        assert shown["place_id"] == shown["object_id"]
        assert shown["contested"] in {True, False}
        assert each["id"] == f"{shown['claim']}#object"


async def test_a_place_itself(site: httpx.AsyncClient) -> None:
    """The page of a place has the place and the claims that name it; a list of entities has those with a location."""
    [itself, *claims] = await features(site, "entity/kherson/kherson-city")
    assert itself["properties"]["place_role"] == "itself"
    assert itself["properties"]["name"] == "Kherson"
    assert all("kherson-city" in each["properties"]["role"] or each["properties"]["role"] for each in claims)
    listed = await features(site, "entities?kind=place")
    assert {each["properties"]["place_role"] for each in listed} == {"itself"}
    assert await features(site, "entities?kind=person") == []
    assert "Kherson" in {each["properties"]["place"] for each in await features(site, "search?q=Херсон")}


async def test_no_map_without_a_place(site: httpx.AsyncClient) -> None:
    """Where no place has a location the collection is empty, and the page does not offer it."""
    assert await features(site, LOSSES) == []
    assert "format=geojson" not in (await site.get(f"/{LOSSES}")).text
    assert "format=geojson" in (await site.get(f"/{WITHDRAWAL}")).text


async def test_other_ends_of_the_earth(hostile_site: httpx.AsyncClient) -> None:
    """South and east are kept apart, and a place without a location has no feature."""
    found = await features(hostile_site, "entity/h/force")
    assert {tuple(each["geometry"]["coordinates"]) for each in found} == {(151.25, -33.5)}
    assert len(found) == 7


async def test_a_map_has_all_pages(crowded_site: httpx.AsyncClient) -> None:
    """A collection of several pages is one document, here with no feature on any page."""
    assert await features(crowded_site, "source/made-up/s0") == []
