"""Figures for Prometheus, and a line of JSON for each request: what was asked, how it ended, what it took."""

from __future__ import annotations

import logging
import os
import secrets
import time
from collections.abc import Callable, Collection
from typing import Any, Final

import orjson
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .told import told

ACCESS: Final = logging.getLogger("claimgraph.access")
SHARED: Final = "PROMETHEUS_MULTIPROC_DIR"
"""The variable by which Prometheus's client finds the figures of all workers."""
_SECONDS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
_COSTS: Final = (1, 10, 100, 1_000, 10_000, 100_000)


class Figures:
    """The figures of one service."""

    def __init__(self) -> None:
        self._registry = registry = CollectorRegistry()
        self.requests = Counter(
            "claimgraph_requests", "Requests answered.", ["method", "route", "status"], registry=registry
        )
        self.seconds = Histogram(
            "claimgraph_request_seconds", "Time until the last byte.", ["route"], buckets=_SECONDS, registry=registry
        )
        self.database = Histogram(
            "claimgraph_database_seconds", "An operation's wait for Neo4j.", buckets=_SECONDS, registry=registry
        )
        self.cost = Histogram(
            "claimgraph_operation_cost", "Rows that an operation could fetch.", buckets=_COSTS, registry=registry
        )
        self.answers = Counter(
            "claimgraph_answers", "Operations, by where their answer came from.", ["origin"], registry=registry
        )
        self._counts: tuple[Callable[[], int], Callable[[], int]] = (int, int)
        self._running = _gauge("claimgraph_running", "Operations that have a connection to Neo4j.", registry)
        self._waiting = _gauge("claimgraph_waiting", "Operations that wait for one.", registry)

    def watch(self, running: Callable[[], int], waiting: Callable[[], int]) -> None:
        """Takes the gauges from there whenever they are looked at."""
        self._counts = running, waiting

    async def response(self, request: Request) -> Response:
        """`/metrics`, of all workers."""
        del request
        for gauge, count in zip((self._running, self._waiting), self._counts, strict=True):
            gauge.set(count())
        registry = self._registry
        if SHARED in os.environ:
            registry = CollectorRegistry()
            MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return Response(generate_latest(registry), headers={"content-type": CONTENT_TYPE_LATEST})


def _gauge(name: str, help_: str, registry: CollectorRegistry) -> Gauge:
    return Gauge(name, help_, registry=registry, multiprocess_mode="livesum")


class Watched:
    """An app whose requests are counted, timed and, if wanted, logged; each answer carries its request's id."""

    def __init__(self, app: ASGIApp, figures: Figures, routes: Collection[str], *, log: bool) -> None:
        self._app = app
        self._figures = figures
        self._routes = routes
        self._log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets the app answer, and notes how."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, number, status = time.perf_counter(), secrets.token_hex(8), 500

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["x-request-id"] = number
            await send(message)

        try:
            await self._app(scope, receive, noted)
        finally:
            self._note(scope, number, status, time.perf_counter() - begun)

    def _note(self, scope: Scope, number: str, status: int, seconds: float) -> None:
        first = "/" + scope["path"].removeprefix(scope.get("root_path", "")).split("/")[1:2][0]
        route = first if first in self._routes else "other"  # the rest of an address names what was read
        facts: dict[str, Any] = told(scope)
        self._figures.requests.labels(scope["method"], route, status).inc()
        self._figures.seconds.labels(route).observe(seconds)
        if "cost" in facts:
            self._figures.cost.observe(facts["cost"])
            self._figures.answers.labels(facts["origin"]).inc()
            if facts["origin"] == "database":
                self._figures.database.observe(facts["database_ms"] / 1_000)
        if self._log:
            line = {"id": number, "method": scope["method"], "route": route, "status": status}
            ACCESS.info("%s", orjson.dumps(line | {"ms": round(seconds * 1_000, 1)} | facts).decode())
