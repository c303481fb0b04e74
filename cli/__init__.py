"""The command line, the one package that knows everybody; each command is a function in a module of its."""

import logging
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from .. import __version__
from ..graph.errors import ClaimgraphError
from ..loaders.places import InvalidFiles
from . import board, demo, export, identity, keys, load, local, planned, publish, purge, query, serve

# In the order of the help text; a command's name and help are its function's.
COMMANDS: tuple[Callable[..., None], ...] = (
    demo.demo,
    local.up,
    local.status,
    local.down,
    load.check,
    load.schema,
    planned.plan,
    publish.load,
    publish.retract,
    purge.purge,
    publish.rebuild,
    export.export,
    export.restore,
    identity.suggest,
    identity.judge,
    board.board,
    query.query,
    serve.serve,
    keys.key,
)

app = typer.Typer(
    help="Who says what, about whom, since when, and on what evidence.",
    epilog="Settings are environment variables, CLAIMGRAPH_*; the README lists them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in COMMANDS:
    app.command()(command)


def main() -> None:
    """Run the command line; an expected error is said on stderr and has its own exit code."""
    logging.getLogger("neo4j").addHandler(logging.NullHandler())  # what it warns of, our own errors say
    try:
        app(prog_name="claimgraph")
    except ClaimgraphError as error:
        prefix = "" if isinstance(error, InvalidFiles) else "error: "  # a place begins its line, for editors
        for line in str(error).splitlines():
            typer.echo(prefix + line, err=True)
        sys.exit(error.exit_code)


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - typer hands an option's value over by position
    if wanted:
        typer.echo(f"claimgraph {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    del version
