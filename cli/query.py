"""`claimgraph query`: a GraphQL document run on the database, without a server."""

import asyncio
import json
import sys
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer

from ..api.execution import Endpoint
from ..graph.errors import InvalidInput
from ..settings import load_settings
from .database import opened


def query(
    file: Annotated[Path, typer.Argument(help="A file with a GraphQL document, or `-`.", show_default=False)],
    *,
    variables: Annotated[str, typer.Option(help="Values of its variables, as a JSON object.")] = "{}",
    operation: Annotated[str | None, typer.Option(help="Which of its operations, where it has several.")] = None,
) -> None:
    """Run a GraphQL query on the database, and print what it answers as JSON."""
    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInput(f"{file} cannot be read: {error}") from None
    data = asyncio.run(_answered(text, _values(variables), operation))
    typer.echo(orjson.dumps(data, option=orjson.OPT_INDENT_2).decode())


def _values(text: str) -> dict[str, Any]:
    try:
        values = json.loads(text)
    except ValueError as error:
        raise InvalidInput(f"--variables is no JSON: {error}") from None
    if not isinstance(values, dict):
        raise InvalidInput('--variables should be a JSON object, such as \'{"id": "claim/…"}\'')
    return values


async def _answered(text: str, values: dict[str, Any], operation: str | None) -> dict[str, Any]:
    async with opened(load_settings()) as store:
        return await Endpoint(store, load_settings()).asked(text, values, operation)
