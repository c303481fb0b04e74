"""Hand-written queries: the endpoint's answer is that of graphql-core's own executor over plain objects."""

from collections.abc import Iterator
from typing import Any

import pytest
from graphql import GraphQLInputObjectType, GraphQLInterfaceType, GraphQLObjectType, is_introspection_type

from claimgraph.graph.store import Store
from claimgraph.tests.oracle.cases import Case, cases, exercised
from claimgraph.tests.oracle.comparison import assert_equal, codes
from claimgraph.tests.oracle.conftest import CORPORA, Both, client_of
from claimgraph.tests.oracle.query import SCHEMA
from claimgraph.tests.oracle.values import rounds, values_of
from claimgraph.tests.oracle.world import World

ANSWERED = [case for case in cases() if not case.refused]
REFUSED = [case for case in cases() if case.refused]


def _pairs() -> Iterator[Any]:
    """Each corpus with each query that is asked of it; what is known to be wrong has to fail."""
    for name in CORPORA:
        for case in ANSWERED:
            wrong = pytest.mark.xfail(reason=f"finding {case.wrong}", raises=AssertionError)
            yield pytest.param(name, case, id=f"{name}-{case.name}", marks=wrong if case.wrong else ())


@pytest.mark.parametrize(("both", "case"), [*_pairs()], indirect=["both"], scope="module")
async def test_equal_answers(both: Both, case: Case) -> None:
    """Each query gives equal JSON, with values of the corpus as variables, page after page where it takes a cursor."""
    for variables in rounds(case.variables, values_of(both.world), 3 if case.is_paged else 12):
        theirs: dict[str, Any] = {}
        ours: dict[str, Any] = {}
        while True:
            found = await both.endpoint(case.text, variables | theirs, case.operation)
            expected = both.oracle(case.text, variables | ours, case.operation)
            assert_equal(found, expected, case.text)
            if not case.is_paged or not _has_more(expected):
                break
            theirs, ours = _next(found), _next(expected)


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.name)
async def test_equal_refusals(case: Case) -> None:
    """What is wrong in itself is refused with the same code, before a database is asked."""
    async with Store.open("bolt://127.0.0.1:9", "neo4j", "no password", "neo4j") as away, client_of(away) as client:
        both = Both(World(CORPORA["merged"]()), client)
        found = await both.endpoint(case.text, case.variables)
        expected = both.oracle(case.text, case.variables)
    assert "data" not in found
    assert set(codes(found)) == set(codes(expected)) == {case.refused}


def test_every_field_is_exercised() -> None:
    """A field, an argument or a filter's key that no query has in it fails here."""
    uses = exercised(SCHEMA, [case.text for case in ANSWERED])
    assert sorted(set(_everything()) - uses) == []


def _everything() -> Iterator[str]:
    """Every `Type.field`, `Type.field(argument)` and `Input.key` of the schema."""
    for name, type_ in SCHEMA.type_map.items():
        if is_introspection_type(type_):
            continue
        if isinstance(type_, GraphQLInputObjectType):
            yield from (f"{name}.{key}" for key in type_.fields)
        if isinstance(type_, (GraphQLObjectType, GraphQLInterfaceType)):
            yield from (f"{name}.{key}" for key in type_.fields)
            yield from (f"{name}.{key}({argument})" for key, field in type_.fields.items() for argument in field.args)


def _has_more(answer: dict[str, Any]) -> bool:
    return bool(_page_info(answer).get("hasNextPage"))


def _next(answer: dict[str, Any]) -> dict[str, Any]:
    """The variable that leads to the page after this one."""
    return {"after": _page_info(answer)["endCursor"]}


def _page_info(answer: dict[str, Any]) -> dict[str, Any]:
    """Of the one page in an answer that has it, in the first thing of a list; nothing where there is none."""
    page = answer["data"]
    while isinstance(page, list) or (isinstance(page, dict) and "pageInfo" not in page):
        page = next(iter(page.values() if isinstance(page, dict) else page), None)
    return page["pageInfo"] if isinstance(page, dict) else {}
