"""What the tests of the graph share."""

from collections.abc import AsyncIterator

import pytest

from claimgraph.graph.local.server import Running
from claimgraph.tests.graph.flaky import Flaky


@pytest.fixture(scope="module")
async def flaky(neo4j_server: Running) -> AsyncIterator[Flaky]:
    """The same database as `store`, until a test switches a fault on."""
    async with Flaky.open(neo4j_server.bolt_uri, neo4j_server.user, neo4j_server.password, "neo4j") as opened:
        yield opened
