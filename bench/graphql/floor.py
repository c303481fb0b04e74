"""The floor: Starlette and the driver with our own statements, less GraphQL: rows go out as they come.

python -m claimgraph.bench.graphql.floor PORT, with FLOOR_BOLT, FLOOR_USER and FLOOR_PASSWORD
"""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import neo4j
import orjson
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route


def app() -> Starlette:
    """Answers `{"text": …, "params": {…}}`."""
    secret = (os.environ["FLOOR_USER"], os.environ["FLOOR_PASSWORD"])
    driver = neo4j.AsyncGraphDatabase.driver(os.environ["FLOOR_BOLT"], auth=secret, notifications_min_severity="OFF")

    async def answer(request: Request) -> Response:
        asked = orjson.loads(await request.body())
        async with driver.session(default_access_mode=neo4j.READ_ACCESS, fetch_size=-1) as session:
            rows = await (await session.run(asked["text"], asked["params"])).values()
        return Response(orjson.dumps(rows[0][0], default=str), media_type="application/json")

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with driver:
            yield

    return Starlette(routes=[Route("/graphql", answer, methods=["POST"])], lifespan=lifespan)


if __name__ == "__main__":
    uvicorn.run(app(), host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
