"""EXPLAIN of every statement on the real server: no plan reads more than its rows, or waits for all of them."""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import neo4j
import pytest

from claimgraph.graph.local.server import Running
from claimgraph.graph.schema import key_relations, of_type
from claimgraph.graph.store import Store

STATEMENTS = sorted(
    f"{folder}/{file.name.removesuffix('.cypher')}"
    for folder in ("read", "write")
    for file in (files("claimgraph") / "cypher" / folder).iterdir()
    if file.name.endswith(".cypher")
)
NEVER = {"AllNodesScan", "DirectedAllRelationshipsScan", "UndirectedAllRelationshipsScan"}
WHOLE_GRAPH = {
    "read/bearers": "every entity that has ids elsewhere, for what has one in common",
    "read/datasets": "every dataset",
    "read/entities_to_compare": "every entity that has a name, for proposals",
    "read/export_assessments": "assessments in order, for an export",
    "read/export_judgements": "every judgement, for an export",
    "read/export_runs": "every load, for an export",
    "read/is_empty": "whether there is anything, before a restore",
    "read/issue_ids": "every issue, for a rebuild",
    "read/judgements": "every judgement",
    "read/place_parts": "every place, when places or judgements change",
    "read/place_wholes": "every place, when places or judgements change",
    "read/parents": "every place that lies in another, for circles",
    "read/same_input": "every load, for one that brought the same",
    "read/stray_relations": "every natural edge, for a rebuild",
    "write/wipe": "what an interrupted restore has left",
    "write/wipe_links": "what an interrupted restore has left",
    "write/remove_stray_links": "every link, for a rebuild",
    "write/remove_stray_positions": "every position, for a rebuild",
}
"""Statements that read a label as a whole, and why."""
LISTS, TEXTS = {"rows", "ids", "also", "datasets", "counts"}, {"strong", "beginning", "kind"}
"""Parameters that are no number."""
ONE_ROW = {"write/close_run", "write/keep_run", "write/open_run", "write/publish"}
DELETE = {
    "write/purge_claims",
    "write/purge_entity",
    "write/record_runs",
    "write/wipe",
    "write/wipe_links",
    "write/delete_positions",
    "write/delete_relations",
    "write/end_assessments",
    "write/end_judgements",
    "write/leave_boards",
    "write/leave_positions",
    "write/relabel_entities",
    "write/remove_issues",
    "write/remove_stray_links",
    "write/remove_stray_positions",
    "write/unlink_answers",
    "write/unlink_claims",
    "write/unlink_issues",
    "write/unlink_parents",
    "write/unlink_publishers",
}
"""Statements that take away what they match by: the planner has to finish matching first, and they are for
corrections only.
"""


@pytest.mark.parametrize("name", STATEMENTS)
@pytest.mark.usefixtures("kherson")  # over next to nothing the planner reads all relationships
async def test_plan(name: str, store: Store, neo4j_server: Running) -> None:
    """Scans only where the whole is wanted; no Eager before new rows; Cartesian products of unique seeks only."""
    await key_relations(store, ["WITHDREW_FROM"])
    plan = await _plan(name, neo4j_server)
    operators = {operator["operatorType"].partition("@")[0] for operator in _operators(plan)}
    assert not operators & NEVER
    if name not in WHOLE_GRAPH:
        assert not operators & {"NodeByLabelScan", "DirectedRelationshipTypeScan"}
    if name not in DELETE | ONE_ROW:
        assert "Eager" not in operators
    for operator in _operators(plan):
        if operator["operatorType"].startswith("CartesianProduct"):
            assert any("UniqueIndexSeek" in part["operatorType"] for part in _operators(operator["children"][1]))


async def _plan(name: str, server: Running) -> dict[str, Any]:
    chosen = of_type(name, "WITHDREW_FROM")
    params: dict[str, Any] = {each: [] if each in LISTS else "" if each in TEXTS else 1 for each in chosen.params}
    async with neo4j.AsyncGraphDatabase.driver(
        server.bolt_uri, auth=(server.user, server.password), notifications_min_severity="OFF"
    ) as driver:
        result = await driver.execute_query("EXPLAIN " + chosen.text, params)
    assert result.summary.plan
    return result.summary.plan


def _operators(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for child in plan.get("children", []):
        yield from _operators(child)
