"""The label `Contested`, by which Neo4j Browser colours issues: it stands where the property says so."""

from dataclasses import replace

from claimgraph.graph.digest import digest
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load, rebuild
from claimgraph.graph.store import Store

_CONTESTED = "MATCH (issue:Issue {contested: true}) RETURN issue.id ORDER BY issue.id"
_LABELLED = "MATCH (issue:Contested) RETURN issue.id ORDER BY issue.id"
_SIDES = "MATCH (claim:Claim)-[:CONTRADICTS {issue_id: $issue}]->() RETURN claim.id"


async def ids(store: Store, text: str, **params: str) -> list[str]:
    """The ids that a statement returns."""
    return [found for (found,) in await store.read(text, params, timeout=10)]


async def test_contested_issues_have_the_label(store: Store, kherson: Evidence) -> None:
    """Each issue that claims contest, and no other node."""
    assert kherson.claims
    assert await ids(store, _LABELLED) == await ids(store, _CONTESTED) != []


async def test_the_label_goes_and_comes_back(store: Store, kherson: Evidence) -> None:
    """An issue that is contested no longer loses it, and has it again once it is."""
    issue = "issue/distance/kherson:kherson-city/kherson:snihurivka"
    assert issue in await ids(store, _LABELLED)
    gone = set(await ids(store, _SIDES, issue=issue))
    await load(store, [replace(kherson, claims=[each for each in kherson.claims if each.id not in gone])], Silent())
    assert issue not in await ids(store, _LABELLED)
    assert await ids(store, _LABELLED) == await ids(store, _CONTESTED)
    await load(store, [kherson], Silent())
    assert issue in await ids(store, _LABELLED)


async def test_a_rebuild_sets_it_and_the_digest_does_not_see_it(store: Store, kherson: Evidence) -> None:
    """A graph of an earlier version says the same without the label, and gets it with `rebuild`."""
    assert kherson.claims
    before = await digest(store)
    await store.write(lambda tx: tx.run("MATCH (issue:Contested) REMOVE issue:Contested"))
    assert await digest(store) == before
    await rebuild(store, Silent())
    assert await ids(store, _LABELLED) == await ids(store, _CONTESTED) != []
    assert await digest(store) == before
