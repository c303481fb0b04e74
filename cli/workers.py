"""Several processes that answer at one address: uvicorn starts them anew when they die, and stops them when we stop."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ipaddress import ip_address
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import uvicorn
from uvicorn.supervisors import Multiprocess

from ..api.app import create_app
from ..api.hosts import LoopbackHosts
from ..api.versions import BOARD, Board
from ..api.watching import ACCESS, SHARED
from ..settings import Settings, load_settings
from .database import store_of, with_browser

_NEW_THINGS: Final = 20_000
"""Ten pages of a hundred claims or so."""


def serve_with_workers(settings: Settings, listener: socket.socket, workers: int) -> None:
    """Answers in so many processes until SIGINT or SIGTERM; each finishes the requests that it has then."""
    listener.listen(2_048)
    with TemporaryDirectory(prefix="claimgraph workers ") as folder:
        board = Path(folder) / "board"
        Board.make(board)
        os.environ.update({BOARD: str(board), SHARED: folder})
        config = uvicorn.Config(
            f"{__name__}:app_of_worker",
            factory=True,
            workers=workers,
            log_level="warning",
            lifespan="on",
            timeout_graceful_shutdown=grace(settings),
        )
        Multiprocess(config, sockets=[listener]).run()


def app_of_worker() -> Any:  # noqa: ANN401 - an ASGI app, whose type is Starlette's
    """What one process answers with."""
    settings = load_settings()
    log_requests(settings)
    store = store_of(settings)
    app = create_app(store, with_browser(settings))

    @asynccontextmanager
    async def lifespan(_: object) -> AsyncIterator[None]:
        async with store:
            warming = asyncio.create_task(app.state.warm_up())
            yield
            warming.cancel()

    app.router.lifespan_context = lifespan
    collect_seldom()
    return guarded(app, settings)


def collect_seldom() -> None:
    """Have Python look for circles of garbage after so many new things, and among those that serving made alone.

    An answer is thousands of lists for a moment, and none of them a circle: by default each page of a hundred claims
    has the whole schema looked through.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW_THINGS)


def guarded(app: Any, settings: Settings) -> Any:  # noqa: ANN401
    """The app; one that listens on this machine alone answers to this machine's names alone."""
    host = "127.0.0.1" if settings.host == "localhost" else settings.host
    try:
        is_ours_alone = settings.public_url is None and ip_address(host).is_loopback
    except ValueError:  # a name of another address
        is_ours_alone = False
    return LoopbackHosts(app, settings.host) if is_ours_alone else app


def grace(settings: Settings) -> int:
    """Seconds that requests have left once the service is told to stop: none may take longer than its own limit."""
    return int(settings.request_timeout) + 5


def log_requests(settings: Settings) -> None:
    """A line of JSON on stderr for each request, if that is wanted."""
    if settings.access_log and not ACCESS.handlers:
        ACCESS.addHandler(logging.StreamHandler())
        ACCESS.setLevel(logging.INFO)
        ACCESS.propagate = False
