"""`claimgraph load`, `retract` and `rebuild`: what is written to the graph."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from ..graph import publish
from ..graph.changes import Retracting
from ..graph.digest import digest
from ..graph.progress import Progress
from ..graph.publish import Loaded
from ..graph.store import Store
from ..graph.words import counted
from ..loaders.compiled import Compiled
from ..loaders.foreign import settle_foreign
from ..loaders.inputs import compile_inputs
from ..loaders.rejects import write_rejects
from ..settings import load_settings
from .database import opened
from .options import HowToRead, Inputs, OnError, WhatVanishes, taking
from .planned import print_plan
from .progress import Profiled, progress_on_stderr
from .tally import tally

REJECTED = 3
"""The exit code of a load that left something out."""
_LINES = 20


@dataclass(frozen=True)
class WhatToDo:
    """What `load` does beside loading."""

    on_error: Annotated[OnError, typer.Option(help="At mistakes stop, or leave out the rows that have them.")] = (
        OnError.STOP
    )
    rejects: Annotated[Path, typer.Option(help="Where what is left out is written to, as JSON Lines.")] = Path(
        "rejects.jsonl"
    )
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be written, as `plan` does.")] = False
    profile: Annotated[bool, typer.Option("--profile", help="Say in the end where the time went.")] = False


@taking(HowToRead, WhatVanishes, WhatToDo)
def load(paths: Inputs, how: HowToRead, vanishing: WhatVanishes, what: WhatToDo) -> None:
    """Load what files say: the graph then says it, and what they no longer say is retracted.

    Loading the same again writes nothing. With any mistake in the files nothing is written at all; `--on-error reject`
    leaves out the rows that have them, retracts nothing, and ends with exit code 3.
    """
    progress = Profiled(progress_on_stderr())
    rejecting = what.on_error is OnError.REJECT
    compiled = compile_inputs(paths, how.reading(rejecting=rejecting, partial=vanishing.partial), progress)
    compiled = asyncio.run(_load(compiled, vanishing, progress, dry_run=what.dry_run))
    for line in progress.lines() if what.profile else ():
        typer.echo(line, err=True)
    if compiled.rejected:
        number = write_rejects(compiled.rejected, what.rejects)
        for problem in compiled.rejected[:_LINES]:
            typer.echo(str(problem), err=True)
        typer.echo(f"{counted(number, 'row')} left out: {what.rejects} says which and why", err=True)
        raise typer.Exit(REJECTED)


def retract(
    dataset: Annotated[str, typer.Argument(help="The dataset's key.", show_default=False)],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Retract everything that a dataset says: marked, not deleted; loading it again brings it back."""
    if not yes:
        typer.confirm(f"Retract everything that '{dataset}' says?", abort=True)
    loaded = asyncio.run(_retract(dataset))
    if not loaded.wrote:
        typer.echo(f"'{dataset}' says nothing already; the graph stays at version {loaded.version}")
    else:
        typer.echo(f"{counted(loaded.retracted, 'row')} retracted; the graph is now at version {loaded.version}")


def rebuild() -> None:
    """Derive issues, natural edges, canonical ids and counts anew from the claims and judgements."""
    asyncio.run(_rebuild())


async def load_compiled(
    store: Store,
    compiled: Compiled,
    progress: Progress,
    retracting: Retracting = Retracting(),  # noqa: B008 - frozen
) -> str:
    """Loads what was compiled; returns what it did in words. Raises InvalidFiles, Conflict, Unavailable."""
    if not compiled.evidence:
        return "there is no dataset in the input, so nothing is loaded"
    loaded = await publish.load(store, compiled.evidence, progress, retracting=retracting)
    return _in_words(loaded, compiled)


async def _load(compiled: Compiled, vanishing: WhatVanishes, progress: Progress, *, dry_run: bool) -> Compiled:
    """Loads it, or says what it would do; returns what could stand beside what the graph has."""
    async with opened(load_settings()) as store:
        compiled = await settle_foreign(store, compiled)
        for line in tally(compiled):
            typer.echo(line)
        retracting = vanishing.retracting(complete=not compiled.rejected)
        if dry_run:
            await print_plan(store, compiled, retracting, progress)
        else:
            typer.echo(await load_compiled(store, compiled, progress, retracting))
    for warning in compiled.warnings:
        typer.echo(f"warning: {warning}", err=True)
    if compiled.unwarned:
        typer.echo(f"... and {counted(compiled.unwarned, 'warning')} more", err=True)
    return compiled


async def _retract(dataset: str) -> Loaded:
    async with opened(load_settings()) as store:
        return await publish.retract(store, dataset, progress_on_stderr())


async def _rebuild() -> None:
    async with opened(load_settings()) as store:
        loaded = await publish.rebuild(store, progress_on_stderr())
        typer.echo(f"rebuilt as version {loaded.version}; digest {await digest(store)}")


def _in_words(loaded: Loaded, compiled: Compiled) -> str:
    erased = f"; {counted(loaded.left_out, 'row')} of what was erased for good left out" if loaded.left_out else ""
    names = _list([part.dataset.title for part in compiled.evidence])
    claims = counted(sum(len(part.claims) for part in compiled.evidence), "claim")
    if not loaded.wrote:
        return f"{names}: {claims}, nothing new{erased}; the graph stays at version {loaded.version}"
    counts = f"{loaded.added:,} rows added, {loaded.changed:,} changed, {loaded.retracted:,} retracted"
    return f"{names}: {claims}; {counts}{erased}; the graph is now at version {loaded.version}"


def _list(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
