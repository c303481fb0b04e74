"""`claimgraph board`: who says what, question by question, as the endpoint answers it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..api.as_of import AsOf, in_words
from ..api.execution import Endpoint
from ..api.reasons import Node
from ..api.words import happens_at, manner, said_at, value_in_words
from ..graph.errors import InvalidInput
from ..graph.store import Store
from ..graph.words import counted
from ..settings import Settings, load_settings
from .as_of import HELP, parse_as_of
from .columns import issue_in_full, issue_in_short
from .database import opened
from .questions import Questions

_WIDTH = 120
"""Columns where neither a terminal nor COLUMNS says how many there are."""


def board(
    issue: Annotated[str | None, typer.Argument(help="Id of one issue; without it every issue is shown.")] = None,
    *,
    contested: Annotated[
        bool, typer.Option("--contested", help="Only the issues on which claims contradict each other.")
    ] = False,
    as_of: Annotated[list[str] | None, typer.Option("--as-of", metavar="CLOCK=DATE", help=HELP)] = None,
) -> None:
    """Print who says what: positions side by side, contested questions first, and why they exclude each other."""
    view = parse_as_of(as_of or ())
    if issue is not None and contested:
        raise InvalidInput("an issue and --contested do not go together; give one of them")
    asyncio.run(_board(issue, view, only_contested=contested))


async def print_contested(store: Store, settings: Settings) -> None:
    """Prints the contested issues, and says how many others there are."""
    console, questions = _console(), Questions(Endpoint(store, settings), {})
    await _contested(console, questions, brief=True)
    others = await questions.count_others()
    console.print(Text(f"\n{counted(others, 'other question')}, not contested; `claimgraph board` shows them.", "bold"))


async def _board(issue: str | None, view: AsOf, *, only_contested: bool) -> None:
    settings, console = load_settings(), _console()
    async with opened(settings) as store:
        questions = Questions(Endpoint(store, settings), view)
        found = await questions.one(issue) if issue else None
        if view:
            console.print(Text(in_words(view), "bold"))
        if found:
            console.print(*issue_in_full(found, console.width), sep="\n")
            return
        shown = await _contested(console, questions)
        if not only_contested:
            shown += await _others(console, questions)
        if not shown:
            console.print("Nothing is contested." if only_contested else "There are no questions.")


async def _contested(console: Console, questions: Questions, *, brief: bool = False) -> int:
    """Prints the contested issues in full; returns how many there are."""
    count = 0
    async for issue in questions.contested():
        console.print(*issue_in_full(issue, console.width, brief=brief), sep="\n")
        count += 1
    return count


async def _others(console: Console, questions: Questions) -> int:
    """Prints the other issues: those with several claims one by one, then those with one claim together."""
    single: list[Node] = []
    count = 0
    async for issue in questions.others():
        count += 1
        if issue["claimCount"] > 1:
            console.print(*issue_in_short(issue, console.width), sep="\n")
        else:
            single.append(issue)
    if single:
        console.print("", _said_once(single), sep="\n")
    return count


def _said_once(issues: list[Node]) -> Table:
    table = Table(
        title=Text("Questions with one answer so far", "bold"),
        caption=Text(counted(len(issues), "issue"), "dim"),
        title_justify="left",
        caption_justify="left",
        expand=True,
    )
    for heading, ratio in (("claimant", 3), ("what", 9), ("value", 3), ("when (UTC)", 3), ("source", 3)):
        table.add_column(heading, ratio=ratio)
    for issue in issues:
        for claim in issue["only"]["nodes"]:
            table.add_row(*_cells(issue["question"], claim))
    return table


def _cells(question: str, claim: Node) -> Iterator[Text]:
    claimant, *passed_on = (level["entity"]["name"] for level in claim["attribution"])
    yield Text.assemble((claimant, "bold"), *(f"\nvia {name}" for name in passed_on[:-1]))
    how = manner(claim)
    yield Text.assemble((question, "italic"), f"\n{claim['text']}", (f" ({how})" if how else "", "yellow"))
    yield Text(value_in_words(claim["value"]))
    yield Text("\n".join(filter(None, (said_at(claim["asserted"]), happens_at(claim["event"], claim["asserted"])))))
    source = claim["source"]
    published = ", ".join(part for part in (source["publisher"]["name"], source["publishedEdtf"]) if part)
    yield Text.assemble(published, (f"\n{claim['locator'] or ''}", "dim"))


def _console() -> Console:
    console = Console()
    return console if console.is_terminal or "COLUMNS" in os.environ else Console(width=_WIDTH)
