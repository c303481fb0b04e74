"""What has to stand before a load: claims that an earlier version recorded get what they lack."""

from dataclasses import replace

import pytest

from claimgraph.graph import schema
from claimgraph.graph.digest import digest
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load
from claimgraph.graph.schema import SCHEMA_VERSION, apply_schema, is_current
from claimgraph.graph.store import Store
from claimgraph.tests.synthetic import made_up

_EVIDENCE = made_up(seed=3, claims=23)
_MOMENTS = (
    "MATCH (claim:Claim) RETURN claim.id, claim.changed_at, claim.recorded_from, claim.recorded_to ORDER BY claim.id"
)


@pytest.fixture
async def changed(empty: Store) -> Store:
    """A graph with claims that are new, retracted, and back again."""
    for claims in (_EVIDENCE.claims, _EVIDENCE.claims[4:], _EVIDENCE.claims[2:]):
        await load(empty, [replace(_EVIDENCE, claims=claims)], Silent())
    return empty


async def test_a_claim_has_the_moment_of_its_last_change(changed: Store) -> None:
    """It is the last of all the moments at which the claim was recorded or retracted."""
    rows = await changed.read(_MOMENTS, {}, timeout=9)
    assert all(at == max([*since, *until]) for _, at, since, until in rows)
    assert len({at for _, at, _, _ in rows}) == 3


async def test_claims_of_an_earlier_version_get_that_moment(changed: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Page by page, each gets the moment that it would have had, whether it has none or one that is out of date."""
    monkeypatch.setattr(schema, "_PAGE", 5)
    expected, said = await changed.read(_MOMENTS, {}, timeout=9), await digest(changed)
    for damage in ("REMOVE claim.changed_at", "SET claim.changed_at = datetime('2001-01-01T00:00:00Z')"):
        await _go_back(changed, damage)
        assert not await is_current(changed, timeout=9)
        assert await digest(changed) == said
        await apply_schema(changed)
        assert await is_current(changed, timeout=9)
        assert await changed.read(_MOMENTS, {}, timeout=9) == expected


async def test_a_load_completes_a_graph_of_an_earlier_version(changed: Store) -> None:
    """Loading what is there already is enough, and it publishes nothing."""
    expected = await changed.read(_MOMENTS, {}, timeout=9)
    await _go_back(changed, "REMOVE claim.changed_at")
    loaded = await load(changed, [replace(_EVIDENCE, claims=_EVIDENCE.claims[2:])], Silent())
    assert not loaded.wrote
    assert await changed.read(_MOMENTS, {}, timeout=9) == expected
    [[version]] = await changed.read("MATCH (graph:Graph) RETURN graph.schema_version", {}, timeout=9)
    assert version == SCHEMA_VERSION


async def _go_back(store: Store, damage: str) -> None:
    """Makes it the graph of an earlier version."""
    text = f"MATCH (graph:Graph) SET graph.schema_version = 3 WITH graph MATCH (claim:Claim) {damage}"
    await store.write(lambda tx: tx.run(text))
