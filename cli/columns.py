"""One issue on a terminal: its positions side by side, who stands where, and why they exclude each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ..api.reasons import Node, Reason, agreements, contradictions, is_cut, past
from ..api.words import between, manner
from ..graph.words import counted

_NARROWEST = 36
"""Characters of a column that can still be read."""
_CLAIMS = 6
_REASONS = 12
_AGREEMENTS = 4
_UNDECIDED = 4
_COLOURS = {"HARD": "red", "SOFT": "yellow"}


@dataclass(frozen=True, slots=True)
class Shortened:
    """A text on as many lines as about 130 characters take, two at the least; an ellipsis stands for the rest."""

    text: Text
    characters: int = 130
    fewest: int = 2

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines."""
        most = max(self.fewest, ceil(self.characters / options.max_width))
        lines = self.text.wrap(console, options.max_width)
        if len(lines) > most:
            last = lines[most - 1]
            last.rstrip()
            while last.cell_len > options.max_width - 2 and " " in last.plain:
                last.right_crop(len(last) - last.plain.rindex(" "))
            last.truncate(max(1, options.max_width - 2))
            last.append(" …")
        yield from lines[:most]

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """As wide as there is room."""
        return Measurement(1, options.max_width)


def issue_in_full(issue: Node, width: int, *, brief: bool = False) -> Iterator[RenderableType]:
    """The question, its positions in bands of columns, why they exclude each other, and the rest.

    Where not all positions fit side by side, undisputed ones come below those that clash, in lines.
    `brief` leaves out what those say at length, and only counts agreements and undecided claims.
    """
    yield from _title(issue)
    positions = issue["positions"]["nodes"]
    clashing = [position for position in positions if _is_disputed(position)]
    in_columns = clashing if clashing and len(positions) > _fitting(width) else positions
    yield from _bands(in_columns, width)
    yield from _why(issue)
    yield from _beside([position for position in positions if position not in in_columns], brief=brief)
    yield from _left("position", issue["positions"]["totalCount"] - len(positions))
    if not brief:
        yield from _agreed(issue)
    yield from _rest(issue, brief=brief)


def issue_in_short(issue: Node, width: int) -> Iterator[RenderableType]:
    """The question, its positions in bands of columns, and what is undecided."""
    yield from _title(issue)
    yield from _bands(issue["positions"]["nodes"], width)
    yield from _left("position", issue["positions"]["totalCount"] - len(issue["positions"]["nodes"]))
    yield from _rest(issue)


def _title(issue: Node) -> Iterator[RenderableType]:
    yield Text()
    yield Text.assemble((issue["question"], "bold"), (" — contested" if issue["contested"] else "", "bold red"))


def _fitting(width: int) -> int:
    """How many columns stand side by side."""
    return max(1, width // _NARROWEST)


def _bands(positions: Sequence[Node], width: int) -> Iterator[RenderableType]:
    bands = ceil(len(positions) / _fitting(width))
    for at in range(bands):
        if at:
            yield Text()
        yield _columns(positions[at * len(positions) // bands : (at + 1) * len(positions) // bands])


def _why(issue: Node) -> Iterator[RenderableType]:
    reasons = contradictions(issue)
    if reasons:
        yield Text("Why they exclude each other", "bold")
        yield _in_two((_pair(reason), _reason(reason)) for reason in reasons[:_REASONS])
    yield from _left("reason", len(reasons) - _REASONS)
    if is_cut(issue):
        yield Text("  … and there may be others with claims that are not shown here", "dim")


def _beside(positions: Sequence[Node], *, brief: bool) -> Iterator[RenderableType]:
    if positions:
        yield Text("Undisputed beside these", "bold")
        yield _in_two((Text(position["label"]), Group(*_claims(position, texts=not brief))) for position in positions)


def _agreed(issue: Node) -> Iterator[RenderableType]:
    reasons = agreements(issue)
    for reason in reasons[:_AGREEMENTS]:
        yield Text(f"{reason.one} and {reason.other} agree: {reason.basis}")
    yield from _left("agreement", len(reasons) - _AGREEMENTS)


def _rest(issue: Node, *, brief: bool = False) -> Iterator[RenderableType]:
    """What stands on no position, and the issue's id."""
    undecided = issue["undecided"]
    if undecided["totalCount"] and not brief:
        yield Text("Undecided, as several positions would take them", "dim")
        for claim in undecided["nodes"][:_UNDECIDED]:
            how = manner(claim)
            text = Text(f"({how}) {claim['text']}" if how else claim["text"], "dim")
            yield Padding(Shortened(text, characters=1, fewest=1), (0, 0, 0, 2), expand=False)
        yield from _left("claim", undecided["totalCount"] - len(undecided["nodes"][:_UNDECIDED]))
    counts = [(len(agreements(issue)), "agreement"), (undecided["totalCount"], "undecided claim")] if brief else []
    said = [counted(number, noun) for number, noun in counts if number]
    yield Text(" · ".join((*said, *past(issue), issue["id"])), "dim")


def _left(noun: str, number: int) -> Iterator[RenderableType]:
    if number > 0:
        yield Text(f"  … and {number} more {counted(number, noun).split()[-1]}", "dim")


def _is_disputed(position: Node) -> bool:
    return any(claim.get("contradicts", {}).get("nodes") for claim in position["claims"]["nodes"])


def _columns(band: Sequence[Node]) -> Table:
    table = Table(box=box.SQUARE, expand=True, show_edge=False)
    for position in band:
        table.add_column(Text(position["label"], "bold"), ratio=1)
    cells = [Group(Text(_standing(position), "cyan"), *_claims(position, texts=True)) for position in band]
    table.add_row(*cells)
    return table


def _claims(position: Node, *, texts: bool) -> Iterator[RenderableType]:
    for claim in position["claims"]["nodes"][:_CLAIMS]:
        yield _who(claim)
        if texts:
            yield Padding(Shortened(Text(claim["text"])), (0, 0, 0, 2))
    yield from _left("claim", position["claims"]["totalCount"] - len(position["claims"]["nodes"][:_CLAIMS]))


def _standing(position: Node) -> str:
    said = between(position["firstAsserted"], position["lastAsserted"])
    origins, reports = counted(position["originCount"], "claimant"), counted(position["reportCount"], "report")
    return ", ".join((origins, reports, *([f"said {said} UTC"] if said else [])))


def _who(claim: Node) -> Text:
    claimant, *passed_on = (level["entity"]["name"] for level in claim["attribution"])
    source = claim["source"]
    publisher = [source["publisher"]["name"]] if passed_on else []
    where = ", ".join(part for part in (*publisher, source["publishedEdtf"], claim["locator"]) if part)
    via = f" via {', '.join(passed_on[:-1])}" if passed_on[:-1] else ""
    how = manner(claim)
    return Text.assemble((claimant, "bold"), via, (f" ({how})" if how else "", "yellow"), (f" · {where}", "dim"))


def _pair(reason: Reason) -> Text:
    return Text.assemble(reason.one, (" ✗ ", _COLOURS[reason.strength]), reason.other)


def _reason(reason: Reason) -> Text:
    return Text.assemble((reason.kind, _COLOURS[reason.strength]), f": {reason.basis}")


def _in_two(rows: Iterable[tuple[RenderableType, RenderableType]]) -> RenderableType:
    lines = Table.grid(padding=(0, 2, 0, 0), expand=True)
    lines.add_column(ratio=3)
    lines.add_column(ratio=5)
    for row in rows:
        lines.add_row(*row)
    return Padding(lines, (0, 0, 0, 2))
