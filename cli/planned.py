"""`claimgraph plan`: what a load would write, for people and for programs."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict
from textwrap import shorten
from typing import TYPE_CHECKING, Annotated

import typer

from ..graph.plan import Planned
from ..graph.plan import plan as plan_load
from ..loaders.foreign import settle_foreign
from ..loaders.inputs import compile_inputs
from ..settings import load_settings
from .database import opened
from .options import HowToRead, Inputs, WhatVanishes, taking
from .progress import progress_on_stderr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..graph.changes import Retracting
    from ..graph.progress import Progress
    from ..graph.store import Store
    from ..loaders.compiled import Compiled

_SIGNS = {"new": "+", "changed": "~", "vanished": "-"}
_LONGEST = 100


@taking(HowToRead, WhatVanishes)
def plan(
    paths: Inputs,
    how: HowToRead,
    vanishing: WhatVanishes,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Say what a load of these files would write, with samples; nothing is written."""
    progress = progress_on_stderr()
    compiled = compile_inputs(paths, how.reading(partial=vanishing.partial), progress)
    asyncio.run(_plan(compiled, vanishing.retracting(), progress, as_json=as_json))


async def _plan(compiled: Compiled, retracting: Retracting, progress: Progress, *, as_json: bool) -> None:
    async with opened(load_settings()) as store:
        await print_plan(store, await settle_foreign(store, compiled), retracting, progress, as_json=as_json)


async def print_plan(
    store: Store, compiled: Compiled, retracting: Retracting, progress: Progress, *, as_json: bool = False
) -> None:
    """Prints what a load would do. Raises Conflict while another load is under way, and Unavailable."""
    planned = await plan_load(store, compiled.evidence, progress, retracting)
    if as_json:
        typer.echo(json.dumps([asdict(each) for each in planned], ensure_ascii=False, indent=2))
        return
    for each in planned:
        for line in _lines(each):
            typer.echo(line)


def _lines(planned: Planned) -> Iterator[str]:
    if not planned.writes:
        yield f"{planned.dataset} ({planned.title}): nothing would change"
        return
    yield f"{planned.dataset} ({planned.title}):"
    if planned.described_anew:
        yield "  the dataset would be described anew: its title, licence or vocabulary differs"
    for kind, rows in planned.rows.items():
        if rows.new or rows.changed or rows.vanished:
            yield f"  {kind}: +{rows.new:,} new, ~{rows.changed:,} changed, -{rows.vanished:,} vanished"
        for sort, sign in _SIGNS.items():
            for identifier, text in rows.samples.get(sort, ()):
                yield f"    {sign} {identifier}  {shorten(text, _LONGEST, placeholder='…')}"
    if planned.shrinks:
        yield "  more would vanish than a load retracts unless it is told to: --allow-shrink, or --partial"
