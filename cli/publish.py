"""`claimgraph load`, `retract` and `rebuild`: what is written to the graph."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from ..graph import publish
from ..graph.digest import digest
from ..graph.errors import Unavailable
from ..graph.progress import Progress
from ..graph.publication import same_input
from ..graph.publish import Loaded
from ..graph.store import Store
from ..graph.words import counted
from ..loaders.compiled import Compiled
from ..loaders.fingerprint import fingerprint
from ..loaders.foreign import settle_foreign
from ..loaders.inputs import Reading, compile_inputs
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
_NOTHING = "there is no dataset in the input, so nothing is loaded"


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
    compare: Annotated[
        bool, typer.Option("--compare", help="Compare row by row even what is byte for byte what was loaded last.")
    ] = False


@taking(HowToRead, WhatVanishes, WhatToDo)
def load(paths: Inputs, how: HowToRead, vanishing: WhatVanishes, what: WhatToDo) -> None:
    """Load what files say: the graph then says it, and what they no longer say is retracted.

    Loading the same again writes nothing. With any mistake in the files nothing is written at all; `--on-error reject`
    leaves out the rows that have them, retracts nothing, and ends with exit code 3.
    """
    progress = Profiled(progress_on_stderr())
    reading = how.reading(rejecting=what.on_error is OnError.REJECT, partial=vanishing.partial)
    compiled = asyncio.run(_Loading(reading, vanishing, what, progress).run(paths))
    for line in progress.lines() if what.profile else ():
        typer.echo(line, err=True)
    if compiled and compiled.rejected:
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


async def load_compiled(store: Store, compiled: Compiled, progress: Progress) -> str:
    """Loads what was compiled; returns what it did in words. Raises InvalidFiles, Conflict, Unavailable."""
    if not compiled.evidence:
        return _NOTHING
    return _in_words(await publish.load(store, compiled.evidence, progress), compiled)


@dataclass(frozen=True, slots=True)
class _Loading:
    """One `claimgraph load`."""

    reading: Reading
    vanishing: WhatVanishes
    what: WhatToDo
    progress: Progress

    async def run(self, paths: Sequence[Path]) -> Compiled | None:
        """Loads the files, or says what that would do; returns what they say, or None where that is known already."""
        with self.progress.task("Recognising"):
            known = fingerprint(paths, self.reading)
        if known and not (self.what.compare or self.what.dry_run) and await self._is_loaded(known):
            return None
        # The files are read before the database is asked for more: what is wrong with them is told without it.
        compiled = compile_inputs(paths, self.reading, self.progress)
        async with opened(load_settings()) as store:
            compiled = await self._load(store, await settle_foreign(store, compiled), known)
        for warning in compiled.warnings:
            typer.echo(f"warning: {warning}", err=True)
        if compiled.unwarned:
            typer.echo(f"... and {counted(compiled.unwarned, 'warning')} more", err=True)
        return compiled

    async def _is_loaded(self, known: str) -> bool:
        """Whether exactly this was loaded last; a database that is away is told when the files are read."""
        with suppress(Unavailable):
            async with opened(load_settings()) as store:
                if found := await store.write(partial(same_input, input_=known)):
                    typer.echo(
                        f"nothing new: exactly this was loaded as version {found[0]}, and no load has touched its "
                        f"datasets since; the graph stays at version {found[1]}"
                    )
                    return True
        return False

    async def _load(self, store: Store, compiled: Compiled, known: str | None) -> Compiled:
        for line in tally(compiled):
            typer.echo(line)
        retracting = self.vanishing.retracting(complete=not compiled.rejected)
        if self.what.dry_run:
            await print_plan(store, compiled, retracting, self.progress)
        elif not compiled.evidence:
            typer.echo(_NOTHING)
        else:
            # What refers to other datasets is only right as long as those are as they were.
            input_ = None if compiled.foreign else known
            loaded = await publish.load(store, compiled.evidence, self.progress, retracting=retracting, input_=input_)
            typer.echo(_in_words(loaded, compiled))
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
