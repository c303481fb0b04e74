"""The service: GraphQL, pages, and whether it is well. It can be mounted under any prefix of another app."""

from __future__ import annotations

from functools import partial
from typing import Final

from fastapi import FastAPI
from fastapi.responses import JSONResponse
from starlette.requests import Request
from starlette.responses import Response

from .. import __version__
from ..graph.errors import ClaimgraphError
from ..graph.schema import is_current
from ..graph.store import Store
from ..settings import Settings
from .browser import browser_files
from .cors import allow_origins
from .execution import Endpoint
from .graphiql.page import GraphiQL
from .http import GraphQLOverHttp
from .keys import Keys
from .pages.failures import failure
from .pages.routes import page_routes
from .pages.site import Site
from .pages.warm import warm_up
from .watching import Figures, Watched

_PATIENCE: Final = 5.0
"""Seconds that `/ready` waits for the database."""


def create_app(store: Store, settings: Settings) -> FastAPI:
    """The service over an open store, which whoever opened it closes.

    `await app.state.warm_up()` has the database plan the queries of the pages before the first reader waits for it.
    """
    app = FastAPI(
        title="claimgraph", version=__version__, docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False
    )
    endpoint, graphiql, figures = Endpoint(store, settings), GraphiQL(settings), Figures()
    figures.watch(lambda: endpoint.executor.gate.running, lambda: endpoint.executor.gate.waiting)
    graphql = GraphQLOverHttp(endpoint, settings, graphiql)
    app.add_route("/graphql", graphql.answer, methods=["GET", "POST"], name="graphql")
    app.add_route("/graphiql/{name}", graphiql.file, methods=["GET"], name="graphiql")
    app.add_route("/metrics", figures.response, methods=["GET"], name="metrics")
    app.mount("/browser", browser_files, name="browser")
    _add_wellness(app, store)
    for status in (404, 405):
        app.add_exception_handler(status, partial(_no_page, settings))
    app.state.warm_up = partial(warm_up, endpoint)
    app.routes.extend(page_routes(Site(endpoint, settings)))
    _guard(app, settings, figures)
    return app


def _add_wellness(app: FastAPI, store: Store) -> None:
    @app.get("/health")
    async def health() -> dict[str, str]:
        """That the process answers."""
        return {"status": "ok", "version": __version__}

    @app.get("/ready")
    async def ready() -> JSONResponse:
        """That the database answers, and has the schema that this version wants."""
        try:
            current = await is_current(store, timeout=_PATIENCE)
        except ClaimgraphError as error:
            return JSONResponse({"status": "unavailable", "code": error.code, "reason": str(error)}, 503)
        if not current:
            reason = "the database lacks the schema of this version; `claimgraph load` makes it"
            return JSONResponse({"status": "unavailable", "code": "NO_SCHEMA", "reason": reason}, 503)
        return JSONResponse({"status": "ready"})


def _guard(app: FastAPI, settings: Settings, figures: Figures) -> None:
    """What stands around every answer, the innermost first."""
    if settings.api_keys:
        app.add_middleware(Keys, keys=settings.api_keys)
    allow_origins(app, settings.cors_origins)
    routes = {"/" + getattr(each, "path", "/").split("/")[1] for each in app.routes}
    app.add_middleware(Watched, figures=figures, routes=routes, log=settings.access_log)


async def _no_page(settings: Settings, request: Request, error: Exception) -> Response:
    """The answer at an address where nothing stands."""
    return failure(request, settings, error)
