"""How claims stand to each other, as plain objects: links and positions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from claimgraph.graph.rules.answers import Link
from claimgraph.graph.rules.positions import Position
from claimgraph.tests.oracle.lists import Listed, Page, newest_first


class LinkObject:
    """Why one claim stands against, beside, behind or after another."""

    def __init__(self, link: Link, claim: Listed) -> None:
        self.rule, self.basis, self.strength = link.rule, link.basis, link.strength.upper()
        self.claim = claim
        self.id = claim.id


def links_of(type_: str, *, outward: bool | None = None) -> Callable[..., Page[LinkObject]]:
    """The list of a claim's links of that type, as a method of claims."""

    def page(claim: Any, first: int | None = None, after: str | None = None) -> Page[LinkObject]:  # noqa: ANN401 - a claim's object, which knows this module
        world = claim._world  # noqa: SLF001
        links = {other: link for link, other in world.boards.links(claim.id, type_, outward)}
        found = newest_first(world, [world.claims[other] for other in links])
        return Page([LinkObject(links[other.id], type(claim)(world, other)) for other in found], first, after)

    return page


class PositionObject:
    """Claims on an issue that can be right together."""

    def __init__(self, issue: str, record: Position, claims: Callable[..., Page[Any]]) -> None:
        self.id = f"position/{issue.removeprefix('issue/')}#{record.claims[0].removeprefix('claim/')}"
        self.claims = claims
        self.label, self.dimension, self.unit = record.label, record.dimension, record.unit
        self.low, self.high = record.low, record.high
        self.low_open, self.high_open = record.low_open, record.high_open
        self.origin_count, self.report_count = record.origin_count, record.report_count
        self.first_asserted, self.last_asserted = _moment(record.first_asserted), _moment(record.last_asserted)


def _moment(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
