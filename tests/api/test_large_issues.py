"""An issue with more current claims than all of whose links are kept: what is asked of it is found all the same."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from claimgraph.api.execution import Endpoint
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.ids import claim_id
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load
from claimgraph.graph.records import Claim, Level, Value
from claimgraph.graph.rules.board import LINKED
from claimgraph.graph.store import Store
from claimgraph.settings import Settings
from claimgraph.tests.conftest import wipe
from claimgraph.tests.synthetic import made_up

SIZE = LINKED + 30
ISSUE = "issue/losses/large:side0/large:event0"
LINKS = "{ totalCount nodes { rule basis strength claim { id } } pageInfo { hasNextPage endCursor } }"
QUERY = f"""
query($id: ID!, $asOf: AsOf) {{
  issue(id: $id, asOf: $asOf) {{
    contested claimCount
    positions(first: 100) {{ totalCount nodes {{ id label low high originCount reportCount claims {{ totalCount }} }} }}
    undecided {{ totalCount }}
    claims(first: 5) {{ nodes {{
      id contested contradicts(first: 100) {LINKS} corroboratedBy(first: 3) {LINKS} supersedes {LINKS} repeats {LINKS}
    }} }}
  }}
}}
"""


def large() -> Evidence:
    """One question on what a side lost, answered by more people than all of whose links are kept."""
    made = made_up(seed=1, claims=0, dataset="large")
    people = [f"entity/large/person{number}" for number in range(40)]
    claims = [
        Claim(
            id="",
            dataset="large",
            source=f"source/large/s{number % 9}",
            predicate="SUFFERED_LOSSES",
            subject="entity/large/unit0",
            during="entity/large/event0",
            text=f"Claim number {number}.",
            attribution=(Level(people[number % 40]), Level(f"entity/large/paper{number % 9 % 3}")),
            value=Value(low := float(number % 11), low + number % 3, unit="item", dimension="losses"),
            condition=None,
        )
        for number in range(SIZE * 4)
    ]
    return replace(
        made, claims=list({one.id: one for one in (replace(each, id=claim_id(each)) for each in claims)}.values())
    )


@pytest.fixture(scope="module")
async def endpoint(store: Store) -> Endpoint:
    """The service over it."""
    await wipe(store)
    await load(store, [large()], Silent())
    return Endpoint(store, Settings(request_timeout=60))


async def test_the_graph_as_it_is_and_as_of_now(endpoint: Endpoint) -> None:
    """What is found beside the links that are kept is what the rules find over all claims of a view."""
    now = {"recorded": datetime.now(UTC).isoformat()}
    kept = await endpoint.data(QUERY, {"id": ISSUE})
    derived = await endpoint.data(QUERY, {"id": ISSUE, "asOf": now})
    assert without_cursors(kept) == without_cursors(derived)
    assert kept["issue"]["contested"]
    assert kept["issue"]["claimCount"] > LINKED
    assert kept["issue"]["claims"]["nodes"][0]["contradicts"]["totalCount"] > LINKED // 2


async def test_pages_of_what_is_found(endpoint: Endpoint) -> None:
    """They go on where the one before ended, and hold everything once."""
    query = """
    query($id: ID!, $after: String) {
      claim(id: $id) { contradicts(first: 40, after: $after) {
        totalCount nodes { claim { id text } } pageInfo { hasNextPage endCursor }
      } }
    }
    """
    [first, *_] = (await endpoint.data(QUERY, {"id": ISSUE}))["issue"]["claims"]["nodes"]
    found: list[str] = []
    page: dict[str, Any] = {"pageInfo": {"hasNextPage": True, "endCursor": None}}
    while page["pageInfo"]["hasNextPage"]:
        after = page["pageInfo"]["endCursor"]
        page = (await endpoint.data(query, {"id": first["id"], "after": after}))["claim"]["contradicts"]
        found += [node["claim"]["id"] for node in page["nodes"]]
    assert len(found) == len(set(found)) == page["totalCount"] == first["contradicts"]["totalCount"]


def without_cursors(value: Any) -> Any:  # noqa: ANN401 - JSON
    """The same without what differs between two lists."""
    if isinstance(value, dict):
        return {key: without_cursors(one) for key, one in value.items() if key != "endCursor"}
    return [without_cursors(one) for one in value] if isinstance(value, list) else value
