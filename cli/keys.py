"""`claimgraph key`: a key for a client, and the hash by which the service knows it."""

from typing import Annotated

import typer

from ..api.keys import new_key


def key(name: Annotated[str, typer.Argument(help="Whose it is; the log shows the name.", show_default=False)]) -> None:
    """Make an API key. The service keeps its hash alone: what is printed first is not to be had again."""
    made, digest = new_key()
    typer.echo(f"key    {made}")
    typer.echo(f"entry  {name}:{digest}")
    typer.echo("Give the key to the client; add the entry to CLAIMGRAPH_API_KEYS, with commas between.", err=True)
