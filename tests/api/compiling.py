"""Compiling without a server: a query to its statement, a row to its answer."""

from typing import Any

from claimgraph.api.documents import Call, Documents
from claimgraph.api.schema import create_schema
from claimgraph.graph.compile.shape import Answer

SCHEMA = create_schema().core


def call(query: str, **variables: object) -> Call:
    """The call of a query."""
    return Documents(SCHEMA).document(query).call(None, variables)


def shaped(query: str, row: list[Any]) -> tuple[Any, list[tuple[str, list[str | int]]]]:
    """The answer made of a row, and each problem with its path."""
    made = call(query)
    answer = Answer(made.arguments)
    data = made.plan.shaper(row, (), answer)
    return data, [(str(problem), problem.steps) for problem in answer.problems]
