"""`claimgraph judge` and `suggest`: which entities are one, and which may be."""

import asyncio
import json
import unicodedata
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated

import typer

from ..graph.errors import InvalidInput
from ..graph.judging import Judged, View, withdraw
from ..graph.judging import judge as judge_by_hand
from ..graph.records import Judgement, Kind
from ..graph.suggest.proposals import Proposal
from ..graph.suggest.proposals import suggest as proposals_in
from ..graph.times import Clock, parse_range
from ..graph.words import counted
from ..settings import load_settings
from .database import opened
from .progress import progress_on_stderr

Pair = Annotated[tuple[str, str], typer.Argument(help="Ids of two entities, of any members.", metavar="A B")]


def judge(
    pair: Pair,
    *,
    same: Annotated[
        bool | None, typer.Option("--same/--different", help="What is judged of the two.", show_default=False)
    ] = None,
    end: Annotated[bool, typer.Option("--end", help="End what was judged here of the two.")] = False,
    by: Annotated[str | None, typer.Option(help="Who judges.")] = None,
    basis: Annotated[str | None, typer.Option(help="On what grounds, in a few words.")] = None,
    at: Annotated[str | None, typer.Option(help="When, in EDTF (2026-11, 2026-11-25T10:00Z); UTC.")] = None,
) -> None:
    """Judge that two entities are the same, or different; or end that.

    The judgements made here are a dataset of their own, `judgements`. Saying the same again writes nothing.
    """
    a, b = pair
    if end:
        if same is not None or by or basis or at:
            raise InvalidInput("--end goes alone: it ends whatever was judged here of the two")
        asyncio.run(_end(a, b))
        return
    if same is None:
        raise InvalidInput("say --same or --different, or --end to end what was judged")
    who, why = _text("--by", by, "a name"), _text("--basis", basis, "the grounds, in a few words")
    judgement = Judgement("", "", "same" if same else "different", a, b, who, why, _moment(at) if at else None)
    asyncio.run(_judge(judgement))


def suggest(
    *,
    kind: Annotated[Kind | None, typer.Option(help="Only entities of this kind.", show_default="all")] = None,
    least: Annotated[float, typer.Option(help="The lowest score to show, from 0 to 1.", min=0, max=1)] = 0.6,
    limit: Annotated[int, typer.Option(help="How many pairs to show at most.", min=1)] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print every pair as a line of JSON.")] = False,
) -> None:
    """Propose pairs of entities that may be the same, out of their names; nothing is written.

    Each comes with the evidence and with the command that accepts it. Pairs that are one already, or are judged
    different, are left out.
    """
    found = asyncio.run(_suggest(kind, least))
    for proposal in found[:limit]:
        typer.echo(_line(proposal) if as_json else _proposed(proposal))
    if not as_json:
        shown = min(limit, len(found))
        typer.echo(f"{counted(len(found), 'pair')} of a score of {least:g} or more" + _rest(len(found) - shown))


async def _suggest(kind: Kind | None, least: float) -> list[Proposal]:
    async with opened(load_settings()) as store:
        return await proposals_in(store, kind, least)


def _proposed(proposal: Proposal) -> str:
    first, second = f"{proposal.a} “{proposal.name_a}”", f"{proposal.b} “{proposal.name_b}”"
    return "\n".join(
        (
            f"{proposal.score:.2f}  {first} ~ {second}",
            *(f"      {each}" for each in proposal.evidence),
            proposal.command,
            "",
        )
    )


def _line(proposal: Proposal) -> str:
    return json.dumps(asdict(proposal) | {"command": proposal.command}, ensure_ascii=False)


def _rest(left: int) -> str:
    return f"; {left:,} more are not shown, --limit shows them" if left else ""


async def _judge(judgement: Judgement) -> None:
    async with opened(load_settings()) as store:
        judged = await judge_by_hand(store, judgement, progress_on_stderr())
    verdict = "the same" if judgement.record == "same" else "different"
    again = "" if judged.loaded.wrote else "; that stood already, so nothing is written"
    _say(f"{judgement.a} and {judgement.b} are judged {verdict}{again}", judged)


async def _end(a: str, b: str) -> None:
    async with opened(load_settings()) as store:
        judged = await withdraw(store, a, b, progress_on_stderr())
    words = (f"'{'the same' if each.record == 'same' else 'different'}' by {each.by}" for each in judged.ended)
    _say(f"what was judged of {a} and {b} is ended: {', '.join(words)}", judged)


def _say(what: str, judged: Judged) -> None:
    loaded = judged.loaded
    for line in (what, *map(_in_words, judged.views)):
        typer.echo(line)
    typer.echo(f"the graph {'is now' if loaded.wrote else 'stays'} at version {loaded.version}")


def _in_words(view: View) -> str:
    others = [member for member in view.members if member != view.id]
    merged = f"is one with {', '.join(others)}" if others else "stands by itself"
    return f"{view.id} “{view.name}” {merged}; {counted(view.claims, 'claim')} about it or by it"


def _text(option: str, text: str | None, what: str) -> str:
    normal = unicodedata.normalize("NFC", (text or "").strip())
    if not normal or not normal.isprintable():
        raise InvalidInput(f"{option} is {'missing' if not normal else 'no plain line of text'}; give {what}")
    return normal


def _moment(text: str) -> datetime:
    """The earliest moment that the date allows, as in a corpus."""
    try:
        earliest = parse_range(text, Clock(UTC)).min
    except ValueError as error:
        raise InvalidInput(f"--at: {error}") from None
    if earliest is None:
        raise InvalidInput(f"--at: '{text}' has no beginning; write the earliest date that it can be")
    return earliest
