"""Lists in pages, as the schema describes them: `first`, `after`, edges, and what claims fit a filter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar

from graphql import GraphQLError

from claimgraph.graph.records import Claim
from claimgraph.tests.oracle.world import World

CURSOR = "cursor of the oracle: "
"""How the oracle's own cursors begin; the endpoint's are other texts for the same places."""
MOST = 100
DEFAULT = 20


class Listed(Protocol):
    """Whatever stands in a list."""

    @property
    def id(self) -> str:
        """Its address."""


T = TypeVar("T", bound=Listed)
Filter = Mapping[str, Any]


class RefusedError(GraphQLError):
    """A request that is wrong in itself, whatever the graph holds."""

    def __init__(self, code: str) -> None:
        super().__init__(f"refused: {code}", extensions={"code": code})


def check_id(identifier: str | None, kind: str) -> None:
    """Refuse an id that is no address of that kind of thing."""
    if identifier is not None and (not identifier.startswith(f"{kind}/") or identifier == f"{kind}/"):
        raise RefusedError("BAD_ID")


class Edge(Generic[T]):
    """One on a page."""

    def __init__(self, node: T) -> None:
        self.node = node
        self.cursor = CURSOR + node.id


class PageInfo:
    """Where a page stands in its list."""

    def __init__(self, edges: Sequence[Edge[Any]], *, before: bool, after: bool) -> None:
        self.has_previous_page = before
        self.has_next_page = after
        self.start_cursor = edges[0].cursor if edges else None
        self.end_cursor = edges[-1].cursor if edges else None


class Page(Generic[T]):
    """One page of a list that is in order."""

    def __init__(self, listed: Sequence[T], first: int | None, after: str | None) -> None:
        first = DEFAULT if first is None else first
        if not 1 <= first <= MOST:
            raise RefusedError("BAD_PAGE_SIZE")
        begin = 0
        if after is not None:
            places = {CURSOR + node.id: place for place, node in enumerate(listed, 1)}
            if after not in places:
                raise RefusedError("BAD_CURSOR")
            begin = places[after]
        self.total_count = len(listed)
        self.nodes = list(listed[begin : begin + first])
        self.edges = [Edge(node) for node in self.nodes]
        self.page_info = PageInfo(self.edges, before=after is not None, after=begin + first < len(listed))


def filtered(world: World, claims: Sequence[Claim], filter_: Filter | None) -> list[Claim]:
    """Those of them that are seen and fit every key given, newest first."""
    _check(world, filter_ or {})
    return newest_first(world, [claim for claim in claims if claim.id in world.seen and _fits(world, claim, filter_)])


def _check(world: World, filter_: Filter) -> None:
    given = {key: value for key, value in filter_.items() if value is not None}
    for key in given.keys() & _ENTITIES:
        check_id(given[key], "entity")
    check_id(given.get("source"), "source")
    if world.view and "contested" in given:
        raise RefusedError("BAD_FILTER")
    for inner in (*given.get("and", ()), *given.get("or", ()), *filter(None, [given.get("not")])):
        _check(world, inner)


def _fits(world: World, claim: Claim, filter_: Filter | None) -> bool:
    return all(_FITS[key](world, claim, value) for key, value in (filter_ or {}).items() if value is not None)


def newest_first(world: World, claims: Iterable[Claim]) -> list[Claim]:
    """The claims in the order of lists."""
    return sorted(claims, key=lambda claim: (sort_at(world, claim), claim.id), reverse=True)


def sort_at(world: World, claim: Claim) -> datetime:
    """When it was asserted, else published; the corpora here have one of the two for each."""
    found = claim.asserted.min or claim.asserted.max or world.sources[claim.source].published_at
    assert found, f"{claim.id} has no time but that of its recording, which only the database knows"
    return found


_ENTITIES = frozenset({"subject", "object", "during", "claimant", "attributedTo"})


def _is(attribute: str) -> Callable[[World, Claim, Any], bool]:
    return lambda _, claim, value: bool(getattr(claim, attribute) == value)


def _is_word(attribute: str) -> Callable[[World, Claim, Any], bool]:
    return lambda _, claim, value: bool(getattr(claim, attribute).upper() == value)


def _names(attribute: str) -> Callable[[World, Claim, Any], bool]:
    def fits(world: World, claim: Claim, value: str) -> bool:
        wanted = world.canonical(value)
        return wanted is not None and world.canonical(getattr(claim, attribute)) == wanted

    return fits


def _since(_: World, claim: Claim, moment: datetime) -> bool:
    timed = claim.asserted.min or claim.asserted.max
    return timed is not None and (claim.asserted.max is None or claim.asserted.max >= moment)


def _until(_: World, claim: Claim, moment: datetime) -> bool:
    timed = claim.asserted.min or claim.asserted.max
    return timed is not None and (claim.asserted.min is None or claim.asserted.min <= moment)


def _attributed(world: World, claim: Claim, value: str) -> bool:
    wanted = world.canonical(value)
    return wanted is not None and any(world.canonical(level.entity) == wanted for level in claim.attribution)


def _says(_: World, claim: Claim, value: str) -> bool:
    texts = (claim.text, claim.value.quantity_text, claim.value.text)
    return any(value.lower() in text.lower() for text in texts if text)


def _happens(claim: Claim) -> bool:
    span = claim.event
    return any((span.start_min, span.start_max, span.end_min, span.end_max))


def _at_least(_: World, claim: Claim, figure: float) -> bool:
    value = claim.value
    if value.high is None:
        return value.low is not None
    return value.high > figure or (value.high == figure and not value.high_open)


def _at_most(_: World, claim: Claim, figure: float) -> bool:
    value = claim.value
    if value.low is None:
        return value.high is not None
    return value.low < figure or (value.low == figure and not value.low_open)


_FITS: Mapping[str, Callable[[World, Claim, Any], Any]] = {
    "predicate": _is("predicate"),
    "dimension": lambda _, claim, value: claim.value.dimension == value,
    "family": lambda world, claim, value: any(world.issues[one].family == value for one in world.answers[claim.id]),
    **{key: _names(key) for key in ("subject", "object", "during", "claimant")},
    "attributedTo": _attributed,
    "text": _says,
    "source": _is("source"),
    "dataset": _is("dataset"),
    "polarity": _is_word("polarity"),
    "modality": _is_word("modality"),
    "contested": lambda world, claim, value: world.boards.is_contested(claim.id) == value,
    "assertedFrom": _since,
    "assertedTo": _until,
    "publishedFrom": lambda world, claim, moment: (day := world.sources[claim.source].published_at) and day >= moment,
    "publishedTo": lambda world, claim, moment: (day := world.sources[claim.source].published_at) and day <= moment,
    "eventFrom": lambda _, claim, moment: _happens(claim) and (not (end := claim.event.end_max) or end >= moment),
    "eventTo": lambda _, claim, moment: _happens(claim) and (not (start := claim.event.start_min) or start <= moment),
    "atLeast": _at_least,
    "atMost": _at_most,
    "and": lambda world, claim, inner: all(_fits(world, claim, each) for each in inner),
    "or": lambda world, claim, inner: any(_fits(world, claim, each) for each in inner),
    "not": lambda world, claim, inner: not _fits(world, claim, inner),
}
