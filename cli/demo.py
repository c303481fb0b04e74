"""`claimgraph demo`: everything at once, from nothing to a served graph."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import as_file, files
from pathlib import Path

import typer

from ..graph.progress import Progress
from ..graph.store import Store
from ..loaders.inputs import compile_inputs
from ..settings import Settings, load_settings
from .board import print_contested
from .database import local_neo4j, opened
from .progress import progress_on_stderr
from .publish import load_compiled
from .serve import graphiql_being_fetched, graphql_address, guide_address, listening, pages_address, serve_until_stopped


def demo() -> None:
    """Start Neo4j, load the Kherson corpus, print who says what, and serve until Ctrl-C."""
    settings = load_settings()
    with as_file(files("claimgraph") / "examples" / "kherson") as corpus:
        asyncio.run(_demo(settings, corpus))


async def _demo(settings: Settings, corpus: Path) -> None:
    _end_on_sigterm()
    progress = progress_on_stderr()
    with listening(settings) as listener:
        async with _database(settings, progress) as (store, browser):
            typer.echo(await load_compiled(store, compile_inputs([corpus]), progress))
            await print_contested(store, settings)
            typer.echo(f"\nPages           {pages_address(settings)}")
            typer.echo(f"GraphQL         {graphql_address(settings)}")
            typer.echo(browser)
            typer.echo("Ctrl-C stops it.")
            async with graphiql_being_fetched(settings, progress):
                await serve_until_stopped(store, settings, listener)


@asynccontextmanager
async def _database(settings: Settings, progress: Progress) -> AsyncIterator[tuple[Store, str]]:
    """The database, and how to look at it; the local one is started, and stopped again if it was not running."""
    if settings.neo4j_uri is not None:
        async with opened(settings) as store:
            yield store, f"Neo4j           {settings.neo4j_uri}"
        return
    server = local_neo4j(settings, guide_address(settings))
    running = await server.up(progress)
    try:
        async with opened(settings) as store:
            yield store, f"Neo4j Browser   {running.browser_uri}\n  login         {running.user} / {running.password}"
    finally:
        if running.started_by_us:
            await server.down()


def _end_on_sigterm() -> None:
    """Lets SIGTERM end the demo as Ctrl-C does, with what it started."""
    task = asyncio.current_task()
    if task is not None:
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
