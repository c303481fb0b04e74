"""The local Neo4j on the command line: up, down, status."""

import asyncio
from typing import Annotated

import typer

from ..graph.digest import digest as digest_of
from ..graph.local.server import LocalNeo4j, Running
from ..settings import Settings, load_settings
from .database import local_neo4j, opened
from .progress import progress_on_stderr

NOT_RUNNING = 3


def up() -> None:
    """Start a Neo4j on this machine; it runs on until `claimgraph down`.

    The first time it is fetched into CLAIMGRAPH_CACHE (140 MB). What it keeps stands in CLAIMGRAPH_HOME.
    """
    local = local_neo4j(load_settings())
    running = asyncio.run(local.up(progress_on_stderr()))
    typer.echo(f"Neo4j runs; it was {'started' if running.started_by_us else 'running already'}.")
    _describe(local, running)


def down() -> None:
    """Stop the Neo4j that `claimgraph up` started; its data stays."""
    stopped = asyncio.run(local_neo4j(load_settings()).down())
    typer.echo("Neo4j has stopped." if stopped else "Neo4j was not running.")


def status(
    *,
    digest: Annotated[
        bool, typer.Option("--digest", help="Print one hash of all that the graph says, and no more.")
    ] = False,
) -> None:
    """Show whether the local Neo4j runs, where, and its password.

    The exit code is 0 when it runs and 3 when it does not.
    """
    settings = load_settings()
    if digest:
        typer.echo(asyncio.run(_digest(settings)))
        return
    local = local_neo4j(settings)
    running = local.running()
    if running is None:
        typer.echo(f"Neo4j is not running; its home is {local.instance.folder}.")
        raise typer.Exit(NOT_RUNNING)
    typer.echo("Neo4j runs.")
    _describe(local, running)


async def _digest(settings: Settings) -> str:
    async with opened(settings) as store:
        return await digest_of(store)


def _describe(local: LocalNeo4j, running: Running) -> None:
    typer.echo(
        f"  Browser   {running.browser_uri}\n"
        f"  Bolt      {running.bolt_uri}\n"
        f"  User      {running.user}\n"
        f"  Password  {running.password}\n"
        f"  Home      {local.instance.folder} ({local.instance.size() / 1e6:.0f} MB)"
    )
