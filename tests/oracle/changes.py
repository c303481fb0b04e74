"""What happened to claims, load by load; which of them supersede others is what the rules say of the last state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from claimgraph.tests.oracle.lists import check_id
from claimgraph.tests.oracle.objects import ClaimObject
from claimgraph.tests.oracle.parts import RECORDED, ROLES
from claimgraph.tests.oracle.world import World

KINDS = ("NEW", "RETURNED", "RETRACTED", "SUPERSEDED")
"""In the order in which they stand where one moment brings several of one claim."""

Event = tuple[int, str, int, str | None]
"""Load, claim, place of the kind, superseder."""


class ChangeObject:
    """Something that happened to a claim."""

    at = RECORDED

    def __init__(self, world: World, event: Event) -> None:
        _, claim, kind, by = event
        self.id = str(event)
        self.kind = KINDS[kind]
        self.claim = ClaimObject(world, world.claims[claim])
        self.by = by and ClaimObject(world, world.claims[by])


@dataclass(slots=True)
class _Told:
    """In which loads a claim was recorded, and in which it was retracted."""

    recorded: list[int] = field(default_factory=list)
    retracted: list[int] = field(default_factory=list)


def changes_of(
    world: World,
    since: datetime | None = None,
    issue: str | None = None,
    entity: str | None = None,
    order_by: str | None = None,
) -> list[ChangeObject]:
    """What happened, in order, to all claims, or to those that answer the issue or name the entity.

    Every load was just now.
    """
    check_id(issue, "issue")
    check_id(entity, "entity")
    if since and since > datetime.now(UTC):
        return []
    claims = _answering(world, issue) & _naming(world, entity)
    told = [one for one in _events(world) if one[1] in claims]
    told.sort(key=lambda one: (one[0], one[1], one[2], one[3] or ""), reverse=order_by == "NEWEST_FIRST")
    return [ChangeObject(world, one) for one in told]


def _answering(world: World, issue: str | None) -> set[str]:
    wanted = issue and world.issue_of_today(issue)
    return {claim for claim in world.claims if wanted is None or wanted in world.answers[claim]}


def _naming(world: World, entity: str | None) -> set[str]:
    found = world.canonical(entity)
    return {
        claim
        for claim, record in world.claims.items()
        if entity is None or (found and found in {world.canonical(getattr(record, role)) for role in ROLES})
    }


def _events(world: World) -> Iterator[Event]:
    histories = _histories(world)
    for claim, told in histories.items():
        yield from ((load, claim, int(nth > 0), None) for nth, load in enumerate(told.recorded))
        yield from ((load, claim, 2, None) for load in told.retracted)
    for later, earlier in _superseding(world):
        yield max(histories[each].recorded[-1] for each in (later, earlier)), earlier, 3, later


def _histories(world: World) -> dict[str, _Told]:
    said: dict[str, set[str]] = defaultdict(set)
    histories: dict[str, _Told] = defaultdict(_Told)
    for number, load in enumerate(world.loads):
        for evidence in load:
            before, now = said[evidence.dataset.id], {claim.id for claim in evidence.claims}
            for claim in now - before:
                histories[claim].recorded.append(number)
            for claim in before - now:
                histories[claim].retracted.append(number)
            said[evidence.dataset.id] = now
    return histories


def _superseding(world: World) -> set[tuple[str, str]]:
    """Pairs of live claims of which the first supersedes the second."""
    boards = map(world.boards.of, world.answering)
    return {(link.claim, link.other) for board in boards for link in board.links if link.type == "SUPERSEDES"}
