"""`claimgraph load` and `rebuild`: what is written to the graph."""

import asyncio
from collections.abc import Sequence

import typer

from ..graph import publish
from ..graph.digest import digest
from ..graph.progress import Progress
from ..graph.publish import Loaded
from ..graph.store import Store
from ..graph.words import counted
from ..loaders.compile import Compiled
from ..loaders.foreign import check_foreign
from ..loaders.inputs import compile_inputs
from ..settings import load_settings
from .database import opened
from .load import Inputs
from .progress import progress_on_stderr


def load(paths: Inputs) -> None:
    """Load corpora: the graph then says what they say, and what they no longer say is retracted.

    Loading the same again writes nothing. With any mistake in the files nothing is written at all.
    """
    asyncio.run(_load(compile_inputs(paths)))


def rebuild() -> None:
    """Derive issues, natural edges, canonical ids and counts anew from the claims and judgements."""
    asyncio.run(_rebuild())


async def load_compiled(store: Store, compiled: Compiled, progress: Progress) -> str:
    """Loads what was compiled; returns what it did in words. Raises InvalidFiles, Conflict, Unavailable."""
    if not compiled.evidence:
        return "there is no dataset in the input, so nothing is loaded"
    await check_foreign(store, compiled)
    loaded = await publish.load(store, compiled.evidence, progress)
    return _in_words(loaded, compiled)


async def _load(compiled: Compiled) -> None:
    settings = load_settings()
    async with opened(settings) as store:
        typer.echo(await load_compiled(store, compiled, progress_on_stderr()))
    for warning in compiled.warnings:
        typer.echo(f"warning: {warning}", err=True)


async def _rebuild() -> None:
    async with opened(load_settings()) as store:
        loaded = await publish.rebuild(store, progress_on_stderr())
        typer.echo(f"rebuilt as version {loaded.version}; digest {await digest(store)}")


def _in_words(loaded: Loaded, compiled: Compiled) -> str:
    names = _list([part.dataset.title for part in compiled.evidence])
    claims = counted(sum(len(part.claims) for part in compiled.evidence), "claim")
    if not loaded.wrote:
        return f"{names}: {claims}, nothing new; the graph stays at version {loaded.version}"
    counts = f"{loaded.added:,} rows added, {loaded.changed:,} changed, {loaded.retracted:,} retracted"
    return f"{names}: {claims}; {counts}; the graph is now at version {loaded.version}"


def _list(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
