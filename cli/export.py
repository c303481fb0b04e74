"""`claimgraph export` and `restore`: what the graph holds, taken out and put back."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..graph.errors import InvalidInput
from ..graph.held import contents, records
from ..graph.ids import key_of
from ..graph.judgements import AUTOMATIC
from ..graph.records import Dataset
from ..graph.restore import restore as restore_backup
from ..graph.vocabulary import nearest
from ..loaders import history
from ..loaders.backup import backup_in, held_in
from ..loaders.files import InputFile
from ..loaders.outputs import FORMS, Output
from ..settings import load_settings
from .database import opened
from .options import taking
from .progress import progress_on_stderr
from .written import Written

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from ..graph.held import Held
    from ..graph.store import Store
    from ..graph.writing import Transaction

Form = StrEnum("Form", {name: name for name in (*FORMS, "history")})  # type: ignore[misc]


_JSONL = Form("jsonl")


@dataclass(frozen=True)
class What:
    """What is exported, and how."""

    form: Annotated[Form, typer.Option("--format", help="How it is written.")] = _JSONL
    dataset: Annotated[list[str] | None, typer.Option(help="Only this dataset; may be given several times.")] = None
    everything: Annotated[
        bool, typer.Option("--all", help="Also datasets that may not be passed on: keep what is written to yourself.")
    ] = False


@taking(What)
def export(
    to: Annotated[Path, typer.Argument(help="A file, or `-`; for csv a folder.", show_default=False)], what: What
) -> None:
    """Write out what the graph holds: as it stands today, or with `--format history` all that it ever held.

    Only datasets that may be passed on are written, unless `--all` is given. A history is a backup: `claimgraph
    restore` makes the same graph of it in an empty database.
    """
    asyncio.run(_export(to, what))


def restore(
    file: Annotated[Path, typer.Argument(help="What `export --format history` wrote.", show_default=False)],
) -> None:
    """Restore a backup into an empty database: the same graph, on all three clocks."""
    version = asyncio.run(_restore(InputFile(file)))
    typer.echo(f"restored; the graph is at version {version}")


async def _restore(file: InputFile) -> int:
    backup = backup_in(file)
    async with opened(load_settings()) as store:
        return await restore_backup(store, backup, partial(held_in, file), progress_on_stderr())


async def _export(to: Path, what: What) -> None:
    async with opened(load_settings()) as store:
        written = Written(to)
        if what.form == "history":
            await _history(store, written, everything=what.everything)
        else:
            await _today(store, written, what)
        written.done()


async def _history(store: Store, written: Written, *, everything: bool) -> None:
    async def work(tx: Transaction) -> None:
        graph = await contents(tx)
        kept = [key_of(dataset.id) for dataset, _ in graph.datasets if not dataset.redistribute]
        if kept and not everything:
            raise InvalidInput(
                f"a history holds everything, {', '.join(kept)} too, which may not be passed on; --all writes it for "
                "yourself alone"
            )
        written.begin()
        ending = history.Ending()
        for line in history.heads(graph):
            ending.add(line)
            written.line(line)
        async for held in records(tx):
            line = history.told(held)
            ending.add(line)
            written.line(line)
        written.line(ending.line())

    await store.write(work)


async def _today(store: Store, written: Written, what: What) -> None:
    async def work(tx: Transaction) -> None:
        graph = await contents(tx)
        chosen = _chosen([dataset for dataset, _ in graph.datasets], what)
        written.begin()
        output: Output = FORMS[what.form]([each for each in graph.datasets if key_of(each[0].id) in chosen])
        async for held in _live(records(tx), chosen):
            output.add(held.record)
        for name, line in output.lines():
            written.line(line, name)
        for remark in output.remarks():
            typer.echo(remark, err=True)

    await store.write(work)


async def _live(held: AsyncIterator[Held], chosen: set[str]) -> AsyncIterator[Held]:
    async for each in held:
        record, recorded = each.record, each.recorded
        if isinstance(record, Dataset) or record.dataset not in chosen or record.dataset == AUTOMATIC:
            continue
        if recorded.get("live", True) and recorded.get("ended") is None:
            yield each


def _chosen(datasets: Sequence[Dataset], what: What) -> set[str]:
    """The keys of the datasets to export; what is left out is said. Raises InvalidInput for one that there is not."""
    known = {key_of(dataset.id): dataset for dataset in datasets}
    for key in what.dataset or ():
        if key not in known:
            raise InvalidInput(f"there is no dataset '{key}' in the graph{nearest(key, known)}")
    chosen = set()
    for key in what.dataset or known:
        if known[key].redistribute or what.everything:
            chosen.add(key)
        else:
            licence = known[key].licence or "no licence is given"
            typer.echo(f"left out: '{key}' may not be passed on ({licence}); --all writes it for you alone", err=True)
    return chosen
