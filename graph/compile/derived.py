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
from .pages import Each, Listed, connection, edge_part, listed
from .selection import TYPENAME, Arguments, Field, Selection
from .shape import Answer, Path, Shaper, Value
from .sites import Site, Sites
from .views import viewed
from .weighed import Weighed, links_on, newest_first

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
    """The whole of a list of issues, each with its count, and whose list it is."""
    if writer.view is None or way.asked.slot is None:
        raise TypeError(f"{way.asked.name} is asked without a view")
    given = replace(way, shape=[name for name in way.shape if name not in {"contested", "after"}])
    text, issue = listed(writer, given)
    count = viewed(f"{issue}.claim_count", writer.view)
    parent = next((f"{variable}.id" for variable in way.given.values()), "''")
    return f"[{parent}, COLLECT {{ {text} RETURN [{issue}.id, {count}] }}]"


@dataclass(frozen=True, slots=True)
class Rules:
    """Answers fields by the rules: out of the boards of one view, with sites for what is asked of the claims found."""

    boards: Site
    slot: int
    sites: Sites

    def field(self, asked: Field) -> Shaper:
        """The shaper of such a field of a claim or an issue, out of `[id, [issue, …]]`."""
        if asked.name == "contested":
            return self._whether
        if asked.name == "positions":
            return page_of(asked, lambda value, answer: self._of(_positions, value, answer), self.sites, later=True)
        if asked.name == "undecided":
            return page_of(asked, lambda value, answer: self._of(_undecided, value, answer), self.sites)
        type_, outward = _LINKS[asked.name]
        return page_of(
            asked,
            lambda value, answer: self._of(lambda weighed: _linked(weighed, value[0], type_, outward), value, answer),
            self.sites,
        )

    def contested_issues(self, asked: Field) -> Shaper:
        """The shaper of a list of issues by whether they are contested, out of rows (id, count)."""
        given = asked.slot or 0

        def items(value: Value, answer: Answer) -> list[Item] | None:
            wanted = answer.arguments[given]["contested"]
            several = [issue for issue, count in value[1] if count > 1]
            weighed = self._weighed(several, answer)
            if weighed is None:
                return None
            contested = {each.issue for each in weighed if each.board.contested}
            return [Item((count, issue), issue) for issue, count in value[1] if (issue in contested) == wanted]

        return page_of(asked, items, self.sites)

    def _whether(self, value: Value, _: Path, answer: Answer) -> Value:
        weighed = self._weighed(value[1], answer)
        return weighed is not None and _contested(weighed, value[0])

    def _of(self, found: Callable[[list[Weighed]], list[Item]], value: Value, answer: Answer) -> list[Item] | None:
        weighed = self._weighed(value[1], answer)
        return None if weighed is None else found(weighed)

    def _weighed(self, issues: Sequence[str], answer: Answer) -> list[Weighed] | None:
        """The issues, weighed; None while their boards are not there yet."""
        rows = {issue: self.boards.shape(issue, (), answer) for issue in issues}
        if None in rows.values():
            return None
        return [answer.scales.weigh(issue, board, self.slot) for issue, board in rows.items()]


def _contested(weighed: Sequence[Weighed], identifier: str) -> bool:
    if [each.issue for each in weighed] == [identifier]:
        return weighed[0].board.contested
    return bool(links_on(weighed, identifier, "CONTRADICTS", None))


def _linked(weighed: Sequence[Weighed], claim: str, type_: str, outward: bool | None) -> list[Item]:  # noqa: FBT001
    found = links_on(weighed, claim, type_, outward)
    moments = {other: moment for each in weighed for other, moment in each.moments.items() if other in found}
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


def page_of(
    asked: Field, items: Callable[[Value, Answer], list[Item] | None], sites: Sites, *, later: bool = False
) -> Shaper:
    """The shaper of a page, null while what is in it is not known; `later` where a list's keys rise."""
    shown = connection(asked, _Things(sites), lambda item: item.keys)
    slot = asked.slot or 0

    def shape(value: Value, path: Path, answer: Answer) -> Value:
        arguments = answer.arguments[slot]
        every = items(value, answer)
        if every is None:
            return None
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
            page = page_of(asked, lambda value, _: _claims(value[1].claims, value[2]), self.sites)
            return lambda thing, path, answer: page((position_id(thing[1].issue, thing[0]), *thing), path, answer)
        plain = _LINK[asked.name] if owner == "ClaimLink" else _POSITION[asked.name]
        return lambda thing, *_: plain(thing)


def _moment(seconds: int | None) -> str | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).isoformat().replace("+00:00", "Z")


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
