"""What changed: three loads, and what the endpoint says of them since when, of what, in which order, and in pages."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from claimgraph.graph.evidence import Evidence
from claimgraph.graph.ids import claim_id
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load
from claimgraph.graph.records import Claim, Polarity, Range, Value
from claimgraph.graph.store import Store
from claimgraph.tests.api import corpus
from claimgraph.tests.api.conftest import Ask, Json, client_of
from claimgraph.tests.conftest import wipe

ISSUE = "issue/losses/alpha:russia/alpha:withdrawal"
QUERY = """
query ($since: DateTime, $issue: ID, $entity: ID, $orderBy: ChangeOrder, $first: Int, $after: String) {
  changes(since: $since, issue: $issue, entity: $entity, orderBy: $orderBy, first: $first, after: $after) {
    totalCount
    nodes { kind at claim { id live } by { id } }
    edges { cursor node { kind } }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}
"""
Change = tuple[str, str, str | None]
"""Kind, claim, by."""


def _otherwise(claim: Claim, day: int, low: float) -> Claim:
    """The same thing said on that day with that figure."""
    made = replace(claim, asserted=Range(corpus.moment(day), corpus.moment(day)), value=replace(claim.value, low=low))
    return replace(made, id=claim_id(made))


EARLY, LATE = (_otherwise(corpus.LOSSES, day, low) for day, low in ((10, 20_000.0), (12, 35_000.0)))
LEFT = corpus.WITHDREW
STAYED = replace(LEFT, polarity=Polarity.DENY, value=Value())
STAYED = replace(STAYED, id=claim_id(STAYED))


@pytest.fixture(scope="module")
async def moments(store: Store) -> list[datetime]:
    """The graph after three loads: moments before, between and after them."""
    await wipe(store)
    found = [datetime.now(UTC)]
    for claims in ((EARLY, LEFT), (EARLY, STAYED), (EARLY, STAYED, LEFT, LATE)):
        await load(store, [_saying(*claims)], Silent())
        found.append(datetime.now(UTC))
    return found


@pytest.fixture
async def ask(store: Store, moments: list[datetime]) -> AsyncIterator[Ask]:
    """Asks for changes."""
    assert moments
    async with client_of(store) as client:

        async def asked(since: datetime | str | None = None, **variables: object) -> Json:
            variables["since"] = since.isoformat() if isinstance(since, datetime) else since
            response = await client.post("/graphql", json={"query": QUERY, "variables": variables})
            content = response.json()
            return content["data"]["changes"] if "errors" not in content else content

        yield asked


def _saying(*claims: Claim) -> Evidence:
    return replace(corpus.ALPHA, claims=claims)


def _told(page: Json) -> list[Change]:
    return [(each["kind"], each["claim"]["id"], each["by"] and each["by"]["id"]) for each in page["nodes"]]


FIRST: list[Change] = [("NEW", EARLY.id, None), ("NEW", LEFT.id, None)]
SECOND: list[Change] = [("RETRACTED", LEFT.id, None), ("NEW", STAYED.id, None)]
THIRD: list[Change] = [("RETURNED", LEFT.id, None), ("NEW", LATE.id, None), ("SUPERSEDED", EARLY.id, LATE.id)]
LOADS = [sorted(each, key=lambda change: change[1]) for each in (FIRST, SECOND, THIRD)]


@pytest.mark.parametrize("number", range(4))
async def test_since_each_moment(ask: Ask, moments: list[datetime], number: int) -> None:
    """Before, between and after the loads: all that happened then and later, load by load, then by claim."""
    page = await ask(moments[number])
    assert _told(page) == [change for each in LOADS[number:] for change in each]
    assert page["totalCount"] == len(page["nodes"])
    assert not page["pageInfo"]["hasNextPage"]


async def test_moments(ask: Ask, moments: list[datetime]) -> None:
    """All that one load brings has one moment, which lies within it; asked since just then, it comes again."""
    page = await ask(moments[0])
    at = list(dict.fromkeys(each["at"] for each in page["nodes"]))
    assert len(at) == 3
    for moment, (before, after) in zip(at, pairwise(moments), strict=True):
        assert before <= datetime.fromisoformat(moment) <= after
    assert _told(await ask(at[-1])) == LOADS[2]
    assert _told(await ask(at[1])) == [*LOADS[1], *LOADS[2]]


async def test_of_an_issue(ask: Ask, moments: list[datetime]) -> None:
    """Only what happened to the issue's claims, a superseded one that was recorded long before among them."""

    def of_issue(changes: list[Change]) -> list[Change]:
        return [change for change in changes if change[1] in {EARLY.id, LATE.id}]

    everything = [change for each in LOADS for change in of_issue(each)]
    assert _told(await ask(moments[0], issue=ISSUE)) == everything
    page = await ask(moments[2], issue=ISSUE)
    assert _told(page) == of_issue(LOADS[2])
    assert page["totalCount"] == 2
    assert _told(await ask(moments[0], issue="issue/no/one:else")) == []


@pytest.mark.parametrize(
    ("entity", "claims"),
    [
        (corpus.FORCE, {EARLY.id, LATE.id, LEFT.id, STAYED.id}),
        (corpus.TOWN, {LEFT.id, STAYED.id}),
        (corpus.WITHDRAWAL, {EARLY.id, LATE.id, LEFT.id, STAYED.id}),
        (corpus.MINISTER, {EARLY.id, LATE.id, LEFT.id, STAYED.id}),
        (corpus.PAPER, set()),
        ("entity/no/one", set()),
    ],
    ids=["subject", "object", "event", "claimant", "who passes on", "no one"],
)
async def test_of_an_entity(ask: Ask, moments: list[datetime], entity: str, claims: set[str]) -> None:
    """Only what happened to the claims that name it, retracted or not; who only passes them on is not named."""
    everything = [change for each in LOADS for change in each if change[1] in claims]
    page = await ask(entity=entity)
    assert _told(page) == everything
    assert page["totalCount"] == len(everything)
    assert _told(await ask(moments[2], entity=entity)) == [change for change in LOADS[2] if change[1] in claims]


async def test_of_an_issue_and_an_entity(ask: Ask) -> None:
    """Only what happened to those of the issue's claims that name the entity."""
    of_issue = _told(await ask(issue=ISSUE))
    assert of_issue
    assert _told(await ask(issue=ISSUE, entity=corpus.FORCE)) == of_issue
    assert _told(await ask(issue=ISSUE, entity=corpus.TOWN)) == []


NARROWED: dict[str, dict[str, str]] = {
    "all": {},
    "of an issue": {"issue": ISSUE},
    "of an entity": {"entity": corpus.TOWN},
}


@pytest.mark.parametrize("since", [0, 1, 2, 3, None])
@pytest.mark.parametrize("narrowed", NARROWED.values(), ids=list(NARROWED))
async def test_newest_first(ask: Ask, moments: list[datetime], narrowed: dict[str, str], since: int | None) -> None:
    """The same changes as oldest first, the other way round."""
    begun = None if since is None else moments[since]
    oldest = await ask(begun, orderBy="OLDEST_FIRST", **narrowed)
    newest = await ask(begun, orderBy="NEWEST_FIRST", **narrowed)
    assert newest["nodes"] == oldest["nodes"][::-1]
    assert newest["totalCount"] == oldest["totalCount"]
    two = await ask(begun, orderBy="NEWEST_FIRST", first=2, **narrowed)
    assert two["nodes"] == newest["nodes"][:2]
    assert two["totalCount"] == newest["totalCount"]


@pytest.mark.parametrize("order", ["OLDEST_FIRST", "NEWEST_FIRST"])
@pytest.mark.parametrize("variables", NARROWED.values(), ids=list(NARROWED))
async def test_pages_of_two(ask: Ask, variables: dict[str, str], order: str) -> None:
    """Each change stands on one page, in the order of the whole list; the count is the list's on every page."""
    variables = {**variables, "orderBy": order}
    whole = await ask(**variables)
    pages = [await ask(first=2, **variables)]
    while pages[-1]["pageInfo"]["hasNextPage"]:
        pages.append(await ask(first=2, after=pages[-1]["pageInfo"]["endCursor"], **variables))
    assert [node for page in pages for node in page["nodes"]] == whole["nodes"]
    assert {len(page["nodes"]) for page in pages[:-1]} == {2}
    assert {page["totalCount"] for page in pages} == {whole["totalCount"]}
    assert [page["pageInfo"]["hasPreviousPage"] for page in pages] == [False] + [True] * (len(pages) - 1)
    cursors = [edge["cursor"] for page in pages for edge in page["edges"]]
    assert len(set(cursors)) == len(cursors)


Refusal = Callable[[str], dict[str, object]]


@pytest.mark.parametrize(
    ("code", "variables"),
    [
        ("BAD_ID", lambda _: {"issue": "entity/alpha/town"}),
        ("BAD_ID", lambda _: {"entity": ISSUE}),
        ("BAD_CURSOR", lambda cursor: {"after": cursor, "issue": ISSUE}),
        ("BAD_CURSOR", lambda cursor: {"after": cursor, "entity": corpus.TOWN}),
        ("BAD_CURSOR", lambda cursor: {"after": cursor, "orderBy": "NEWEST_FIRST"}),
        ("BAD_CURSOR", lambda cursor: {"after": cursor + "x"}),
        ("BAD_PAGE_SIZE", lambda _: {"first": 0}),
    ],
)
async def test_what_is_refused(ask: Ask, moments: list[datetime], code: str, variables: Refusal) -> None:
    """What is no issue's or entity's id, a cursor of another list or of the other order, and a page of none."""
    cursor = (await ask(moments[0], first=2))["pageInfo"]["endCursor"]
    answer = await ask(moments[0], **variables(cursor))
    assert [error["extensions"]["code"] for error in answer["errors"]] == [code]


async def test_what_goes_again_is_told_again(store: Store, ask: Ask, moments: list[datetime]) -> None:
    """Retracted a second time, a claim has two moments of it; what only a retracted claim superseded is no longer."""
    since = datetime.now(UTC)
    await load(store, [_saying(EARLY, STAYED)], Silent())
    gone: list[Change] = [("RETRACTED", LEFT.id, None), ("RETRACTED", LATE.id, None)]
    assert _told(await ask(since)) == sorted(gone, key=lambda change: change[1])
    everything = _told(await ask(moments[0]))
    assert [kind for kind, claim, _ in everything if claim == LEFT.id] == ["NEW", "RETRACTED", "RETURNED", "RETRACTED"]
    assert "SUPERSEDED" not in {kind for kind, _, _ in everything}
