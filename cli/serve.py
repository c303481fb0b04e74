"""`claimgraph serve`: the pages and the endpoint, until Ctrl-C."""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from ipaddress import ip_address
from typing import Final

import typer
import uvicorn

from ..api.app import create_app
from ..api.hosts import LoopbackHosts
from ..graph.errors import Conflict, LocalServerError
from ..graph.local.artifacts import jar_folder
from ..graph.local.cache import fetch_webjars
from ..graph.progress import Progress
from ..graph.store import Store
from ..settings import Settings, load_settings
from .database import opened, with_browser
from .progress import progress_on_stderr

_REACHED_AT: Final = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - what a user may say
"""Where a browser on this machine finds a service that listens on every address."""


def serve() -> None:
    """Serve the pages and GraphQL over the database, until Ctrl-C."""
    asyncio.run(_serve(load_settings()))


async def _serve(settings: Settings) -> None:
    with listening(settings) as listener:
        async with opened(settings) as store, graphiql_being_fetched(settings, progress_on_stderr()):
            typer.echo(f"Pages     {pages_address(settings)}")
            typer.echo(f"GraphQL   {graphql_address(settings)}")
            await serve_until_stopped(store, settings, listener)


async def serve_until_stopped(store: Store, settings: Settings, listener: socket.socket) -> None:
    """Answers requests until SIGINT or SIGTERM, then finishes those under way."""
    app = create_app(store, with_browser(settings))
    is_ours_alone = settings.public_url is None and ip_address(listener.getsockname()[0]).is_loopback
    guarded = LoopbackHosts(app, settings.host) if is_ours_alone else app
    config = uvicorn.Config(guarded, log_level="warning", lifespan="off")
    server = _Server(config)
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    stopping = asyncio.create_task(stop.wait())
    warming = asyncio.create_task(app.state.warm_up())
    await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
    server.should_exit = True
    stopping.cancel()
    warming.cancel()
    await serving


@asynccontextmanager
async def graphiql_being_fetched(settings: Settings, progress: Progress) -> AsyncIterator[None]:
    """Meanwhile GraphiQL is fetched, if it is missing: a network that does not answer holds up no service."""
    fetching = asyncio.create_task(_fetch_graphiql(settings, progress))
    try:
        yield
    finally:
        fetching.cancel()
        await asyncio.wait({fetching})


async def _fetch_graphiql(settings: Settings, progress: Progress) -> None:
    if not settings.graphiql:
        return
    folder = jar_folder(settings.cache)
    try:
        await fetch_webjars(folder, settings.maven_mirror, progress)
    except LocalServerError as error:
        typer.echo(f"{error}; GraphQL is served without it", err=True)
    except OSError as error:
        problem = error.strerror or error
        typer.echo(f"GraphiQL cannot be kept in {folder}: {problem}; GraphQL is served without it", err=True)


@contextmanager
def listening(settings: Settings) -> Iterator[socket.socket]:
    """The socket that the settings ask for, taken before anything slow begins. Raises Conflict when it is taken."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((settings.host, settings.port))
        except OSError as error:
            raise Conflict(
                f"port {settings.port} on {settings.host} cannot be used ({error.strerror}); stop what uses it, "
                "or choose another with CLAIMGRAPH_PORT"
            ) from None
        yield listener


def pages_address(settings: Settings) -> str:
    """Where the pages begin, for a person to open."""
    return f"{_address(settings)}/"


def graphql_address(settings: Settings) -> str:
    """Where the endpoint is, for a person to open."""
    return f"{_address(settings)}/graphql"


def guide_address(settings: Settings) -> str:
    """Where a Neo4j Browser on this machine finds the guide."""
    return f"{_address(settings)}/browser/guide.html"


def _address(settings: Settings) -> str:
    host = _REACHED_AT.get(settings.host, settings.host)
    return f"http://[{host}]:{settings.port}" if ":" in host else f"http://{host}:{settings.port}"


class _Server(uvicorn.Server):
    """uvicorn less its signal handlers, which raise the signal again and so would skip our own tidying up."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
