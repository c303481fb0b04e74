"""Someone else's app: routes, middleware and packages `api` and `graph` of its own, and claimgraph mounted at /kg.

Run as `python hosting.py SITE BOLT PASSWORD`, where SITE is a folder into which the wheel is installed; prints its
port, and serves until its input ends.
"""

import asyncio
import sys

sys.path.insert(0, sys.argv[1])

import uvicorn
from fastapi import FastAPI, Request, Response
from starlette.middleware.base import RequestResponseEndpoint

import api
import claimgraph
import graph
from claimgraph.api.app import create_app
from claimgraph.graph.store import Store
from claimgraph.settings import Settings

host = FastAPI()


@host.middleware("http")
async def named(request: Request, call_next: RequestResponseEndpoint) -> Response:
    """The host's own middleware."""
    response = await call_next(request)
    response.headers["x-host"] = api.OWN  # type: ignore[attr-defined]  # it is the host's
    return response


@host.get("/issue/{name}")
async def issue(name: str) -> dict[str, str]:
    """A route of the host's, called as one of ours is."""
    return {"issue": name, "by": graph.OWN}  # type: ignore[attr-defined]


async def main() -> None:
    """Serve until the input ends."""
    _, site, bolt, password = sys.argv
    assert claimgraph.__file__.startswith(site), claimgraph.__file__
    async with Store.open(bolt, "neo4j", password, "neo4j") as store:
        host.mount("/kg", create_app(store, Settings(request_timeout=60)))
        server = uvicorn.Server(uvicorn.Config(host, port=0, log_level="warning"))
        serving = asyncio.create_task(server.serve())
        while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
            await asyncio.sleep(0.01)
        sys.stdout.write(f"{server.servers[0].sockets[0].getsockname()[1]}\n")
        sys.stdout.flush()
        await asyncio.to_thread(sys.stdin.read)
        server.should_exit = True
        await serving


asyncio.run(main())
