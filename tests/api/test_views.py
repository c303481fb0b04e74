"""Answers as of other moments: what is refused, which statements are sent, and how many."""

from collections.abc import AsyncIterator, Mapping
from typing import Any

import httpx
import pytest

from claimgraph.graph.local.server import Running
from claimgraph.graph.store import Rows, Store
from claimgraph.tests.api.compiling import call
from claimgraph.tests.api.conftest import Ask, client_of

pytestmark = pytest.mark.usefixtures("graph")

VIEW = 'asOf: { known: "2030-01-01T00:00:00Z" }'


class Counted(Store):
    """The real database; it notes the statements that it is sent."""

    sent: list[str]

    async def read(self, text: str, params: Mapping[str, Any], *, timeout: float) -> Rows:  # noqa: ASYNC109 - the store's own signature
        """As the real one."""
        self.sent.append(text)
        return await super().read(text, params, timeout=timeout)


@pytest.fixture
async def counted(neo4j_server: Running) -> AsyncIterator[Counted]:
    """The database, with nothing sent yet."""
    server = neo4j_server
    async with Counted.open(server.bolt_uri, server.user, server.password, "neo4j") as opened:
        opened.sent = []
        yield opened


LINKS = "contested contradicts { nodes { claim { id contested } } } supersededBy { totalCount }"
BOARD = "contested positions { nodes { label claims { nodes { id } } } } undecided { totalCount }"
CLAIMS = "claims { nodes { id } }"
COUNTS = {
    f"{{ claims {{ nodes {{ {LINKS} }} }} issues(contested: true) {{ nodes {{ {BOARD} }} }} }}": 1,
    f"{{ claims({VIEW}) {{ nodes {{ id text }} }} issues({VIEW}) {{ totalCount }} }}": 1,
    f"{{ claims({VIEW}) {{ nodes {{ contested contradicts {{ totalCount }} }} }} }}": 2,
    f"{{ issues({VIEW}) {{ nodes {{ contested positions {{ nodes {{ id label }} }} }} }} }}": 2,
    f"{{ issues({VIEW}) {{ nodes {{ positions {{ nodes {{ claims {{ nodes {{ text }} }} }} }} }} }} }}": 3,
    f"{{ issues(contested: false, {VIEW}) {{ nodes {{ undecided {{ nodes {{ id }} }} }} }} }}": 3,
    f"{{ issues(contested: false, {VIEW}) {{ nodes {{ positions {{ nodes {{ {CLAIMS} }} }} }} }} }}": 4,
}


@pytest.mark.parametrize(("query", "most"), COUNTS.items())
async def test_how_many_statements(counted: Counted, query: str, most: int) -> None:
    """One without a view or what the rules answer; else one more for the boards, and one for each level shown."""
    async with client_of(counted) as client:
        response = await client.post("/graphql", json={"query": query})
    assert "errors" not in response.json()
    assert len(counted.sent) == most


REFUSED = {
    f"claims({VIEW}, filter: {{contested: true}}) {{ totalCount }}": "BAD_FILTER",
    f'entity(id: "entity/a/b", {VIEW}) {{ claims(filter: {{contested: false}}) {{ totalCount }} }}': "BAD_FILTER",
    'claims(asOf: {known: "2030-01-01"}) { totalCount }': "INVALID_QUERY",
    "claims(asOf: {certainty: PERHAPS}) { totalCount }": "INVALID_QUERY",
}


@pytest.mark.parametrize(("query", "code"), REFUSED.items())
async def test_what_is_refused(away: httpx.AsyncClient, query: str, code: str) -> None:
    """Before the database is asked, with a code for the kind of mistake."""
    response = await away.post("/graphql", json={"query": f"{{ {query} }}"})
    [error] = response.json()["errors"]
    assert error["extensions"]["code"] == code


async def test_contested_is_a_filter_where_no_moment_is_named(ask: Ask) -> None:
    """A view of no clock is today's graph."""
    found = await ask(
        """{ a: claims(asOf: {certainty: CERTAIN}, filter: {contested: false}) { totalCount }
             b: claims(asOf: {}, filter: {contested: false}) { totalCount }
             claims(filter: {contested: false}) { totalCount } }"""
    )
    assert found["a"] == found["b"] == found["claims"]
    assert found["claims"]["totalCount"] > 0


async def test_a_cursor_is_good_for_its_own_view_only(ask: Ask, client: httpx.AsyncClient) -> None:
    """Lists below a view are other lists than today's, and than another view's."""
    query = """query ($after: String, $asOf: AsOf) { issues(first: 1, asOf: $asOf) {
      nodes { claims(first: 1, after: $after) { pageInfo { endCursor } } } } }"""
    later, latest = {"known": "2030-01-01T00:00:00Z"}, {"known": "2031-01-01T00:00:00Z"}
    cursors = []
    for view in (None, later):
        page = await ask(query, asOf=view)
        cursors.append(page["issues"]["nodes"][0]["claims"]["pageInfo"]["endCursor"])
        assert await ask(query, asOf=view, after=cursors[-1])
    for view, cursor in ((None, cursors[1]), (later, cursors[0]), (latest, cursors[1])):
        response = await client.post("/graphql", json={"query": query, "variables": {"asOf": view, "after": cursor}})
        assert [error["extensions"]["code"] for error in response.json()["errors"]] == ["BAD_CURSOR"]


def test_values_of_a_view_are_parameters() -> None:
    """One plan serves every moment; which clocks there are decides the text."""
    texts = {
        clocks: call(f"{{ claims(asOf: {{{clocks}}}) {{ nodes {{ id contradicts {{ totalCount }} }} }} }}").plan.text
        for clocks in (
            'known: "2022-11-11T00:00:00Z"',
            'known: "2022-11-12T00:00:00Z"',
            'recorded: "2022-11-11T00:00:00Z"',
            'event: "2022-11-11T00:00:00Z"',
            'event: "2022-11-11T00:00:00Z", certainty: CERTAIN',
        )
    }
    first, second, *others = texts.values()
    assert first == second
    assert len({first, *others}) == 4
    assert "2022-11" not in "".join(texts.values())


def test_without_a_view_nothing_of_one_is_left() -> None:
    """No place for a view stays in the text, and today's is read from what is kept."""
    query = "{ nodes { id contested claims { nodes { contradicts { totalCount } live source { live } } } } }"
    assert "asOf" not in call(f"{{ issues {query} }}").plan.text
    viewed = call(f"{{ issues({VIEW}) {query} }}").plan.text
    assert "asOf" not in viewed
    assert "claim_count" not in viewed
