"""The values of a field's arguments: checked, and made into what its statement's parameters are taken from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from ..errors import BadFilter, BadId, BadPageSize
from ..names import search_query
from . import cursors
from .selection import Arguments, Field
from .views import CLOCKS

MOST: Final = 100
"""The largest page."""
_DEFAULT: Final = 20
_NOTHING: Final = '""'
"""A full-text query that finds nothing."""
_ENTITY: Final = "entity"
_NODE: Final = "node"
_NODES: Final = ("entity", "claim", "source", "issue")
"""What anything with an id may be."""
_BEGINNING: Final = datetime.min.replace(tzinfo=UTC)
_END: Final = datetime.max.replace(tzinfo=UTC).isoformat()
"""Where nothing was given: before and after all that was recorded, the latter as cursors spell moments."""
_MOST_KEYS: Final = 50
"""Of filters within a filter: each is a condition in the statement, which the database has to plan."""
_WAYS: Final = frozenset({"role", "certainty", "orderBy"})
"""Arguments whose value decides, not only whether they are given."""
_ADDRESSES: Final = {
    "subject": _ENTITY,
    "object": _ENTITY,
    "during": _ENTITY,
    "claimant": _ENTITY,
    "attributedTo": _ENTITY,
    "about": _ENTITY,
    "publisher": _ENTITY,
    "entity": _ENTITY,
    "source": "source",
    "issue": "issue",
    "ids": _NODE,
}
"""Which kind of thing the id in an argument is the address of; `id` itself is that of the field's own."""
_ORDERS: Final[Mapping[str, Callable[[object], None]]] = {
    "ClaimConnection": cursors.check_moment,
    "SourceConnection": cursors.check_moment,
    "IssueConnection": cursors.check_number,
    "EntityConnection": cursors.check_text,
    "ClaimLinkConnection": cursors.check_moment,
    "RelationConnection": cursors.check_moment,
    "PositionConnection": cursors.check_number,
    "ChangeConnection": cursors.check_moment,
}
"""What the first key of a cursor is, by the list's type."""


def shape(arguments: Arguments) -> tuple[str, ...]:
    """What of a field's arguments decides its Cypher: which there are, and how. Values travel as parameters."""
    names = tuple(f"as_{value}" if name in _WAYS else name for name, value in arguments.items())
    return (*names, "view") if any(clock in arguments for clock in CLOCKS) else names


def clocks(arguments: Arguments) -> Arguments:
    """What a root field's arguments say of other moments, for all that hangs on it; nothing without a view."""
    found = {name: arguments[name] for name in CLOCKS if name in arguments}
    return {**found, "certainty": arguments.get("certainty")} if "event" in found else found


def checked(field: Field, arguments: Arguments, view: Arguments) -> Arguments:
    """The arguments with their defaults, and their cursor taken apart, under a view or none.

    Raises BadId, BadFilter, BadCursor, BadPageSize.
    """
    for name, value in arguments.items():
        address = field.name if name == "id" else _ADDRESSES.get(_key(name))
        if address:
            _check_addresses(value if isinstance(value, list) else [value], _NODES if address == _NODE else (address,))
    if sum("." in name for name in arguments) > _MOST_KEYS:
        raise BadFilter(f"there are more than {_MOST_KEYS} keys within `and`, `or` and `not`; ask in several requests")
    if not field.type.endswith("Connection"):
        return arguments
    if view and field.type == "ClaimConnection" and "contested" in map(_key, arguments):
        raise BadFilter(
            "a filter by `contested` and `asOf` do not go together; leave one of them out, "
            "or ask for `contested` of each claim"
        )
    first = arguments.get("first", _DEFAULT)
    if not 1 <= first <= MOST:
        raise BadPageSize(f"`first` is {first} but a page has from 1 to {MOST}")
    page: dict[str, Any] = {**arguments, "first": first}
    if view:
        page["as_of"] = view  # a cursor of one view is none of another one's
    if "after" in page:
        print_ = cursors.fingerprint(field, page)
        page["after_parent"], page["after_0"], page["after_1"] = cursors.decode(page["after"], print_)
        _ORDERS[field.type](page["after_0"])
    return page


def parameter(name: str, arguments: Arguments) -> Any:  # noqa: ANN401 - whatever Cypher takes
    """The value of a block's parameter: an argument, or what is made of one."""
    made = _MADE.get(name)
    return arguments[name] if made is None else made(arguments)


def _key(name: str) -> str:
    """A filter's key, wherever in the filter it stands."""
    return name.rpartition(".")[2]


def _check_addresses(ids: Sequence[str], kinds: Sequence[str]) -> None:
    """Raises BadId for an id of no such kind, BadPageSize for too many of them."""
    if len(ids) > MOST:
        raise BadPageSize(f"there are {len(ids)} ids, and {MOST} may be asked for at a time")
    for each in ids:
        word, _, rest = each.partition("/")
        if word not in kinds or not rest:
            begins = " or ".join(f"`{kind}/`" for kind in kinds)
            raise BadId(f"{each[:60]!r} is no id of that kind; write one that begins with {begins}")


def _name_query(arguments: Arguments) -> str:
    return search_query(arguments["name"]) or _NOTHING


def _text_query(arguments: Arguments) -> str:
    return search_query(arguments["text"], marked=True) or _NOTHING


def _family(name: str) -> Callable[[Arguments], str]:
    return lambda arguments: "/".join(arguments[name].split("/")[:2])


def _parts(name: str) -> Callable[[Arguments], list[str]]:
    return lambda arguments: list(arguments[name].split("/")[2:])


_MADE: Final[Mapping[str, Callable[[Arguments], Any]]] = {
    "name_query": _name_query,
    "text_query": _text_query,
    "id_family": _family("id"),
    "id_parts": _parts("id"),
    "issue_family": _family("issue"),
    "issue_parts": _parts("issue"),
    "since": lambda arguments: arguments.get("since", _BEGINNING),
    "until": lambda arguments: arguments.get("after_0", _END),
    "until_key": lambda arguments: arguments.get("after_1", ""),
}
