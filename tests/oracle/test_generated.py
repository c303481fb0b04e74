"""Random queries: the endpoint's answer is the oracle's, whatever is asked."""

import os
import random

import pytest

from claimgraph.tests.oracle.comparison import assert_equal, codes
from claimgraph.tests.oracle.conftest import CORPORA, Both
from claimgraph.tests.oracle.generator import Query
from claimgraph.tests.oracle.query import SCHEMA
from claimgraph.tests.oracle.values import values_of

EXAMPLES = int(os.environ.get("QUERIES", "50"))
"""Of each corpus; `QUERIES=5000` in the environment tries that many."""


@pytest.mark.parametrize("seed", range(EXAMPLES))
@pytest.mark.parametrize("both", list(CORPORA), indirect=True, scope="module")
async def test_equal_answers(both: Both, seed: int) -> None:
    """Each gives equal JSON: four levels deep, with aliases, fragments, directives and variables."""
    query = Query(random.Random(seed), SCHEMA, values_of(both.world))  # noqa: S311 - repeatable, not secret
    text = query.text()
    expected = both.oracle(text, query.variables)
    found = await both.endpoint(text, query.variables)
    if query.refused:
        assert "data" not in found
        assert set(codes(found)) <= set(codes(expected)) != set()
    else:
        assert "errors" not in expected, expected["errors"]
        assert_equal(found, expected, text)
