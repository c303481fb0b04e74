"""Fields that only the rules can answer, under a view: links, positions, and lists of what is contested.

Their values hold an issue's claims as the rules take them. Which claims are to be shown is known once the rules have
spoken; what is asked of those is then fetched by id, at their **site**, and the answer is made once more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final

from ..boards import position_id
from ..rules.answers import Link
from ..rules.positions import Position
from .blocks import Way, Writer
from .pages import Each, Listed, check_list, connection, edge_part, listed
from .selection import TYPENAME, Arguments, Field, Selection
from .shape import Answer, Path, Shaper, Value
from .sites import Sites, board
from .views import viewed
from .weighed import Weighed, newest_first

_LINKS: Final[Mapping[str, tuple[str, bool | None]]] = {
    "contradicts": ("CONTRADICTS", None),
    "corroboratedBy": ("CORROBORATES", None),
    "repeats": ("REPEATS", True),
    "repeatedBy": ("REPEATS", False),
    "supersedes": ("SUPERSEDES", True),
    "supersededBy": ("SUPERSEDES", False),
}
"""For each field of a claim the type of its links, and whether they lead from it; None where neither comes first."""
_FIELDS: Final[Mapping[str, frozenset[str]]] = {
    "Claim": frozenset({"contested", *_LINKS}),
    "Issue": frozenset({"contested", "positions", "undecided"}),
}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in a list: the two keys of its cursor, and what it is."""

    keys: tuple[Any, str]
    thing: Any


def is_derived(asked: Field, shape: Sequence[str]) -> bool:
    """Whether, under a view, only the rules can answer the field."""
    listed = asked.type == "IssueConnection" and "contested" in shape
    return listed or asked.name in _FIELDS.get(asked.owners[0], ())


def contested_column(writer: Writer, way: Way) -> str:
    """The whole of a list of issues, each with its count and what the rules need, and whose list it is."""
    if writer.view is None or way.asked.slot is None:
        raise TypeError(f"{way.asked.name} is asked without a view")
    given = replace(way, shape=[name for name in way.shape if name not in {"contested", "after"}])
    text, issue = listed(writer, given)
    count = viewed(f"{issue}.claim_count", writer.view)
    parent = next((f"{variable}.id" for variable in way.given.values()), "''")
    return f"[{parent}, COLLECT {{ {text} RETURN [{issue}.id, {count}, {board(writer.view, issue)}] }}]"


def derived(asked: Field, slot: int, sites: Sites) -> Shaper:
    """The shaper of such a field of a claim or an issue; `slot` is the view's."""
    if asked.name == "contested":
        return lambda value, _, answer: any(_contested(each, value[0]) for each in _weighed(value, slot, answer))
    if asked.name == "positions":
        return _page(asked, lambda value, answer: _positions(_weighed(value, slot, answer)), sites, later=True)
    if asked.name == "undecided":
        return _page(asked, lambda value, answer: _undecided(_weighed(value, slot, answer)), sites)
    type_, outward = _LINKS[asked.name]
    return _page(asked, lambda value, answer: _linked(_weighed(value, slot, answer), value[0], type_, outward), sites)


def contested_issues(asked: Field, slot: int, sites: Sites) -> Shaper:
    """The shaper of a list of issues by whether they are contested: of rows (id, count, rows of the board)."""
    given = asked.slot

    def items(value: Value, answer: Answer) -> list[Item]:
        wanted = answer.arguments[given or 0]["contested"]
        return [
            Item((count, issue), issue)
            for issue, count, rows in value[1]
            if (count > 1 and answer.scales.weigh(issue, rows, slot).board.contested) == wanted
        ]

    return _page(asked, items, sites)


def _weighed(value: Value, slot: int, answer: Answer) -> list[Weighed]:
    return [answer.scales.weigh(issue, rows, slot) for issue, rows in value[1]]


def _contested(weighed: Weighed, identifier: str) -> bool:
    if identifier == weighed.issue:
        return weighed.board.contested
    return bool(weighed.links(identifier, "CONTRADICTS", None))


def _linked(weighed: Sequence[Weighed], claim: str, type_: str, outward: bool | None) -> list[Item]:  # noqa: FBT001
    found: dict[str, Link] = {}
    moments: dict[str, str] = {}
    for each in weighed:
        moments |= each.moments
        for link, other in each.links(claim, type_, outward):
            found.setdefault(other, link)
    return [Item((moments[other], other), (found[other], other)) for other in newest_first(found, moments)]


def _positions(weighed: Sequence[Weighed]) -> list[Item]:
    (board,) = weighed
    return [
        Item((rank, position_id(board.issue, each)), (each, board)) for rank, each in enumerate(board.board.positions)
    ]


def _undecided(weighed: Sequence[Weighed]) -> list[Item]:
    (board,) = weighed
    return _claims(board.board.undecided, board)


def _claims(claims: Sequence[str], board: Weighed) -> list[Item]:
    return [Item((board.moments[claim], claim), claim) for claim in newest_first(claims, board.moments)]


def _page(asked: Field, items: Callable[[Value, Answer], list[Item]], sites: Sites, *, later: bool = False) -> Shaper:
    """The shaper of a page; `later` where a list's keys rise."""
    shown = connection(asked, _Things(sites), lambda item: item.keys)
    slot = asked.slot or 0

    def shape(value: Value, path: Path, answer: Answer) -> Value:
        arguments = answer.arguments[slot]
        check_list(arguments, value[0], path)
        every = items(value, answer)
        rest = [item for item in every if _comes_after(item, arguments, later=later)] if "after" in arguments else every
        return shown(Listed(rest[: arguments["first"] + 1], len(every), value[0]), path, answer)

    return shape


def _comes_after(item: Item, arguments: Arguments, *, later: bool) -> bool:
    here, cursor = ((_comparable(key), identifier) for key, identifier in (item.keys, _after(arguments)))
    return here > cursor if later else here < cursor


def _after(arguments: Arguments) -> tuple[Any, str]:
    return arguments["after_0"], arguments["after_1"]


def _comparable(key: Any) -> Any:  # noqa: ANN401 - a number, or a moment as text
    return datetime.fromisoformat(key) if isinstance(key, str) else key


@dataclass(frozen=True, slots=True)
class _Things:
    """What is asked of each item of a page."""

    sites: Sites

    def thing(self, selection: Selection) -> Each:
        """What is asked of the listed thing itself."""
        if selection.type in {"ClaimLink", "Position"}:
            parts = tuple((key, self._part(selection.type, asked)) for key, asked in selection.only())
            return lambda item, path, answer, _: {key: part(item.thing, (key, path), answer) for key, part in parts}
        site = self.sites(selection, selection.type)
        return lambda item, path, answer, _: site.shape(item.thing, path, answer)

    def edge(self, selection: Selection) -> Each:
        """What is asked of its edge."""
        parts = tuple((key, edge_part(asked) or self._node(asked)) for key, asked in selection.only())
        return lambda item, path, answer, page: {key: part(item, (key, path), answer, page) for key, part in parts}

    def _node(self, asked: Field) -> Each:
        if asked.selection is None:
            raise TypeError(f"an edge has no plain value {asked.name}")
        return self.thing(asked.selection)

    def _part(self, owner: str, asked: Field) -> Shaper:
        """One field of a link or position."""
        if asked.name == TYPENAME:
            return lambda *_: owner
        if asked.name == "claim" and asked.selection:
            site = self.sites(asked.selection, "Claim")
            return lambda thing, path, answer: site.shape(thing[1], path, answer)
        if asked.name == "claims":
            page = _page(asked, lambda value, _: _claims(value[1].claims, value[2]), self.sites)
            return lambda thing, path, answer: page((position_id(thing[1].issue, thing[0]), *thing), path, answer)
        plain = _LINK[asked.name] if owner == "ClaimLink" else _POSITION[asked.name]
        return lambda thing, *_: plain(thing)


def _moment(seconds: int | None) -> str | None:
    return None if seconds is None else f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%SZ}"


_LINK: Final[Mapping[str, Callable[[tuple[Link, str]], Value]]] = {
    "rule": lambda thing: thing[0].rule,
    "basis": lambda thing: thing[0].basis,
    "strength": lambda thing: thing[0].strength.upper(),
}
_POSITION: Final[Mapping[str, Callable[[tuple[Position, Weighed]], Value]]] = {
    "id": lambda thing: position_id(thing[1].issue, thing[0]),
    "label": lambda thing: thing[0].label,
    "dimension": lambda thing: thing[0].dimension,
    "unit": lambda thing: thing[0].unit,
    "low": lambda thing: thing[0].low,
    "high": lambda thing: thing[0].high,
    "lowOpen": lambda thing: thing[0].low_open,
    "highOpen": lambda thing: thing[0].high_open,
    "originCount": lambda thing: thing[0].origin_count,
    "reportCount": lambda thing: thing[0].report_count,
    "firstAsserted": lambda thing: _moment(thing[0].first_asserted),
    "lastAsserted": lambda thing: _moment(thing[0].last_asserted),
}
