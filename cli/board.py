"""`claimgraph board`: who says what, question by question, as the endpoint answers it."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..api.execution import Endpoint
from ..graph.errors import InvalidInput
from ..graph.store import Store
from ..settings import Settings, load_settings
from .database import opened
from .words import happens_at, said_at, value_in_words

_WIDTH = 150
"""Columns where no terminal says how many it has."""

_CLAIM = """
fragment board on Claim {
  text polarity modality
  attribution { entity { name } }
  value { low high lowOpen highOpen approximate unit wording text kind }
  asserted { min max } event { startMin startMax endMin endMax }
  source { publishedEdtf publisher { name } } locator
}
"""
_ISSUES = """
query Board($after: String) {
  issues(first: 20, after: $after) {
    nodes { id question claimCount claims(first: 100) { nodes { ...board } } }
    pageInfo { hasNextPage endCursor }
  }
}
"""
_ISSUE = """
query BoardOfOneIssue($id: ID!) {
  issue(id: $id) { id question claimCount claims(first: 100) { nodes { ...board } } }
}
"""

Issue = dict[str, Any]
Claim = dict[str, Any]


def board(
    issue: Annotated[str | None, typer.Argument(help="Id of one issue; without it every issue is shown.")] = None,
) -> None:
    """Print who says what: each question with the claims that answer it, side by side."""
    asyncio.run(_board(issue))


async def _board(issue: str | None) -> None:
    settings = load_settings()
    async with opened(settings) as store:
        if issue is None:
            await print_board(store, settings)
            return
        found = (await Endpoint(store, settings).data(_ISSUE + _CLAIM, {"id": issue}))["issue"]
        if found is None:
            raise InvalidInput(f"there is no issue {issue!r}; `claimgraph board` lists all")
        _console().print(_answers(found))


async def print_board(store: Store, settings: Settings) -> None:
    """Prints every issue: those that several claims answer one by one, then those that one claim answers, together."""
    console = _console()
    single: list[Issue] = []
    async for issue in _issues(Endpoint(store, settings)):
        if issue["claimCount"] > 1:
            console.print(_answers(issue))
        else:
            single.append(issue)
    if single:
        console.print(_said_once(single))


async def _issues(endpoint: Endpoint) -> AsyncIterator[Issue]:
    after = None
    while True:
        page = (await endpoint.data(_ISSUES + _CLAIM, {"after": after}))["issues"]
        for issue in page["nodes"]:
            yield issue
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = page["pageInfo"]["endCursor"]


def _answers(issue: Issue) -> Table:
    table = _table(f"{issue['question']}", issue["id"])
    for claim in issue["claims"]["nodes"]:
        table.add_row(*_cells(claim))
    left = issue["claimCount"] - len(issue["claims"]["nodes"])
    if left:
        table.add_row("", f"… and {left} more", "", "", "")
    return table


def _said_once(issues: list[Issue]) -> Table:
    table = _table("Questions with one answer so far", f"{len(issues)} issues")
    for issue in issues:
        for claim in issue["claims"]["nodes"]:
            who, what, *rest = _cells(claim)
            table.add_row(who, Text.assemble((issue["question"], "italic"), "\n", what), *rest)
    return table


def _table(title: str, caption: str) -> Table:
    table = Table(
        title=Text(title, "bold"),
        caption=Text(caption, "dim"),
        title_justify="left",
        caption_justify="left",
        expand=True,
    )
    for heading, ratio in (("claimant", 3), ("what", 9), ("value", 3), ("when (UTC)", 3), ("source", 3)):
        table.add_column(heading, ratio=ratio)
    return table


def _cells(claim: Claim) -> Iterator[Text]:
    claimant, *passed_on = (level["entity"]["name"] for level in claim["attribution"])
    yield Text.assemble((claimant, "bold"), *(f"\nvia {name}" for name in passed_on[:-1]))
    how = [claim["modality"].lower()] if claim["modality"] != "ASSERTED" else []
    how += ["denial"] if claim["polarity"] == "DENY" else []
    yield Text.assemble(claim["text"], (f" ({', '.join(how)})" if how else "", "yellow"))
    yield Text(value_in_words(claim["value"]))
    yield Text("\n".join(filter(None, (said_at(claim["asserted"]), happens_at(claim["event"], claim["asserted"])))))
    source = claim["source"]
    published = ", ".join(part for part in (source["publisher"]["name"], source["publishedEdtf"]) if part)
    yield Text.assemble(published, (f"\n{claim['locator'] or ''}", "dim"))


def _console() -> Console:
    console = Console()
    return console if console.is_terminal else Console(width=_WIDTH)
