"""`claimgraph serve`: the pages and the endpoint, until Ctrl-C."""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from ipaddress import ip_address
from typing import Annotated, Final

import typer
import uvicorn

from ..api.app import create_app
from ..graph.errors import Conflict, InvalidInput, LocalServerError
from ..graph.local.artifacts import jar_folder
from ..graph.local.cache import fetch_webjars
from ..graph.progress import Progress
from ..graph.store import Store
from ..settings import Settings, load_settings
from .database import opened, with_browser
from .progress import progress_on_stderr
from .workers import collect_seldom, grace, guarded, log_requests, serve_with_workers

_REACHED_AT: Final = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - what a user may say
"""Where a browser on this machine finds a service that listens on every address."""


def serve(
    *, workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that answer, about one for each core.")] = 1
) -> None:
    """Serve the pages and GraphQL over the database, until Ctrl-C."""
    settings = load_settings()
    _refuse_openness(settings)
    log_requests(settings)
    with listening(settings) as listener:
        if workers == 1:
            with asyncio.Runner(loop_factory=uvicorn.Config("").get_loop_factory()) as runner:
                runner.run(_serve(settings, listener))
        else:
            asyncio.run(_prepare(settings))
            serve_with_workers(settings, listener, workers)


async def _serve(settings: Settings, listener: socket.socket) -> None:
    async with opened(settings) as store, graphiql_being_fetched(settings, progress_on_stderr()):
        _say_where(settings)
        await serve_until_stopped(store, settings, listener)


async def _prepare(settings: Settings) -> None:
    async with opened(settings):
        await _fetch_graphiql(settings, progress_on_stderr())
    _say_where(settings)


def _say_where(settings: Settings) -> None:
    typer.echo(f"Pages     {pages_address(settings)}")
    typer.echo(f"GraphQL   {graphql_address(settings)}")


def _refuse_openness(settings: Settings) -> None:
    """Raises InvalidInput where others could ask without a key, and nobody said that they may."""
    if settings.api_keys or settings.open or _is_loopback(settings.host):
        return
    raise InvalidInput(
        f"CLAIMGRAPH_HOST is {settings.host}, where other machines reach the service, and it has no API keys; "
        "set CLAIMGRAPH_API_KEYS (`claimgraph key` makes one), or CLAIMGRAPH_OPEN=true if anyone may read"
    )


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:  # a name
        return host == "localhost"


async def serve_until_stopped(store: Store, settings: Settings, listener: socket.socket) -> None:
    """Answers requests until SIGINT or SIGTERM, then finishes those under way."""
    app = create_app(store, with_browser(settings))
    config = uvicorn.Config(
        guarded(app, settings), log_level="warning", lifespan="off", timeout_graceful_shutdown=grace(settings)
    )
    server = _Server(config)
    collect_seldom()
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
    # asyncio turns Nagle's delay off for what says that it is TCP: without, each answer to a client that keeps its
    # connection waits 40 milliseconds.
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
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
