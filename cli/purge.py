"""`claimgraph purge`: a private person is erased for good, with what is said of them."""

from __future__ import annotations

import asyncio
from itertools import islice
from textwrap import shorten
from typing import TYPE_CHECKING, Annotated

import typer

from ..graph.purge import find
from ..graph.purge import purge as erase
from ..graph.words import counted
from ..settings import load_settings
from .database import opened
from .progress import progress_on_stderr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..graph.purge import Person

_SAMPLES = 5
_LONGEST = 100


def purge(
    entity: Annotated[str, typer.Argument(help="The person's id, as entity/dataset/key.", show_default=False)],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Erase a private person for good, with every claim about them or by them, of all times.

    Only a hash of the id stays, so that no later load brings them back. Files and backups made before still hold them.
    """
    asyncio.run(_purge(entity, yes=yes))


async def _purge(entity: str, *, yes: bool) -> None:
    async with opened(load_settings()) as store:
        person = await find(store, entity)
        for line in _lines(person):
            typer.echo(line)
        if not yes:
            typer.confirm("Erase all of this for good?", abort=True)
        erased, version = await erase(store, entity, progress_on_stderr())
    claims = counted(len(erased.claims), "claim")
    typer.echo(f"erased {erased.id} with {claims}; the graph is now at version {version}")
    typer.echo(
        "a hash stays, by which later loads leave them out; mend or delete files and backups made before yourself"
    )


def _lines(person: Person) -> Iterator[str]:
    issues = counted(len({issue for _, issue in person.answers}), "issue")
    yield f"{person.id}: {person.name}"
    yield f"  {counted(len(person.claims), 'claim')} about them or by them, which answer {issues}"
    for text in islice(person.claims.values(), _SAMPLES):
        yield f"    - {shorten(text, _LONGEST, placeholder='…')}"
    yield f"  {counted(person.assessments, 'assessment')} of those claims"
    if person.others:
        yield f"  the same person by other ids, which stay unless each is erased too: {', '.join(person.others)}"
