"""What makes two answers equal: the same JSON, but for what only the database can know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from graphql import FieldNode, Visitor, parse, visit

from claimgraph.tests.oracle.hits import SCORE
from claimgraph.tests.oracle.lists import CURSOR
from claimgraph.tests.oracle.parts import RECORDED

Json = Any


def assert_equal(found: dict[str, Json], expected: dict[str, Json], query: str) -> None:
    """Assert that the endpoint's answer is the oracle's: data, order of keys, and where errors are."""
    data = settled(found.get("data"), expected.get("data"), frozenset(_search_keys(query)))
    assert data == expected.get("data")
    assert _in_order(data) == _in_order(expected.get("data")), "the keys stand in another order"
    assert _paths(found) == _paths(expected), "there are errors elsewhere"


def settled(found: Json, expected: Json, unordered: frozenset[str] = frozenset()) -> Json:
    """`found` with the oracle's word where that stands for whatever cursor, score or clock the database has."""
    if isinstance(found, dict) and isinstance(expected, dict):
        return {
            key: _matched(value, expected.get(key)) if key in unordered else settled(value, expected.get(key))
            for key, value in found.items()
        }
    if isinstance(found, list) and isinstance(expected, list) and len(found) == len(expected):
        return [settled(one, other) for one, other in zip(found, expected, strict=True)]
    return expected if _stands_for(expected, found) else found


def _stands_for(expected: Json, found: Json) -> bool:
    if isinstance(expected, str) and expected.startswith(CURSOR):
        return isinstance(found, str) and found != ""
    if expected == RECORDED:
        return isinstance(found, str) and datetime.now(UTC) - datetime.fromisoformat(found) < timedelta(hours=1)
    return expected == SCORE and isinstance(found, float) and found > 0


def _matched(found: Json, expected: Json) -> Json:
    """A search's answer with its lists in the oracle's order: Lucene ranks."""
    if not isinstance(found, dict) or not isinstance(expected, dict):
        return settled(found, expected)
    return {key: _sorted_like(value, expected.get(key)) for key, value in found.items()}


def _sorted_like(found: Json, expected: Json) -> Json:
    if not isinstance(found, list) or not isinstance(expected, list):
        return settled(found, expected)
    rest = list(found)
    ordered = []
    for wanted in expected:
        match = next((one for one in rest if settled(one, wanted) == wanted), None)
        if match is not None:
            rest.remove(match)
            ordered.append(settled(match, wanted))
    return ordered + rest


def _search_keys(query: str) -> list[str]:
    """The keys under which searches answer."""

    class Searches(Visitor):
        keys: list[str] = []  # noqa: RUF012 - one class a call

        def enter_field(self, node: FieldNode, *_: object) -> None:
            if node.name.value == "search":
                self.keys.append((node.alias or node.name).value)

    visit(parse(query), searches := Searches())
    return searches.keys


def _in_order(value: Json) -> Json:
    """The same with objects as lists of pairs, so that the order of keys counts."""
    if isinstance(value, dict):
        return [(key, _in_order(one)) for key, one in value.items()]
    return [_in_order(one) for one in value] if isinstance(value, list) else value


def _paths(answer: dict[str, Json]) -> set[tuple[Json, ...] | None]:
    return {tuple(error["path"]) if error.get("path") else None for error in answer.get("errors", ())}


def codes(answer: dict[str, Json]) -> Iterator[str]:
    """The codes of an answer's errors."""
    return (error.get("extensions", {}).get("code", "") for error in answer.get("errors", ()))
