"""Values of a corpus that queries are asked with: `<place>` in a query's variables stands for each place in turn."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from claimgraph.graph.records import Kind, Span
from claimgraph.graph.vocabulary import shared_vocabulary
from claimgraph.tests.oracle.world import World


def values_of(world: World) -> dict[str, Sequence[str]]:
    """What each word in pointed brackets stands for, never nothing: an id of no one where the corpus has none."""
    entities, claims = world.entities.values(), world.claims.values()
    kinds = {kind.lower(): [each.id for each in entities if each.kind is kind] for kind in Kind}
    moments = sorted({moment for each in claims for moment in (each.asserted.min, each.asserted.max) if moment})
    held = {moment for each in claims for moment in _bounds(each.event) if moment}
    published = {each.published_at for each in world.sources.values() if each.published_at}
    found = {
        **kinds,
        "entity": list(world.entities),
        "node": [each for kind in (world.entities, world.claims, world.issues, world.sources) for each in kind],
        "merged": [each.id for each in entities if len(world.members(world.canonical(each.id) or "")) > 1],
        "claim": list(world.claims),
        "issue": list(world.issues),
        "old issue": [old for old in _issues_from_before(world) if not _is_own(old)],
        "own old issue": list(filter(_is_own, _issues_from_before(world))),
        "source": list(world.sources),
        "predicate": sorted({each.predicate for each in claims}),
        "dimension": sorted({each.value.dimension for each in claims if each.value.dimension}),
        "family": sorted({each.family for each in world.issues.values()}),
        "topic": sorted({each.topic for each in world.issues.values()}),
        "dataset": sorted({each.dataset for each in entities}),
        "figure": sorted({str(one) for each in claims for one in (each.value.low, each.value.high) if one is not None}),
        "letters": sorted({each.text.split()[-1].upper() for each in claims}),
        "name": sorted({name for each in entities for name in (each.name, *each.names) if len(name.split()) < 3}),
        "moment": _with_the_second_before(moments),
        "moment of the event": _with_the_second_before(sorted(held)),
        "moment of publication": [*_with_the_second_before(sorted(published)), *map(_written, world.marks)],
        "moment between loads": [*map(_written, world.marks), "2100-01-01T00:00:00Z"],
    }
    return {word: values or [_NO_ONE[word]] for word, values in found.items()}


def _bounds(span: Span) -> tuple[datetime | None, ...]:
    return (span.start_min, span.start_max, span.end_min, span.end_max)


def _with_the_second_before(moments: Iterable[datetime]) -> list[str]:
    return [_written(moment - timedelta(seconds=off)) for moment in moments for off in (0, 1)]


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


_NO_ONE = {
    "merged": "entity/no/one",
    "unit": "entity/no/one",
    "thing": "entity/no/one",
    "own old issue": "issue/no/one:else",
}
"""What stands for a kind of which a corpus has none."""


def rounds(variables: Mapping[str, Any], values: Mapping[str, Sequence[str]], most: int) -> Iterator[dict[str, Any]]:
    """The variables of each time that a query is asked: for each of its longest list of values, at `most` so many."""
    lists = {name: _spread(value, values) for name, value in variables.items()}
    times = max(map(len, lists.values()), default=1)
    cycles = {name: itertools.cycle(each) for name, each in lists.items()}
    every = [{name: next(each) for name, each in cycles.items()} for _ in range(times)]
    return iter(every[:: -(-times // most)])


def _spread(value: object, values: Mapping[str, Sequence[str]]) -> Sequence[object]:
    if isinstance(value, str) and value.startswith("<"):
        return values[value.strip("<>")]
    if isinstance(value, dict):
        return list(rounds(value, values, 1_000))
    return [value]


def _issues_from_before(world: World) -> Iterator[str]:
    """Ids in which another member stands for each entity that is merged."""
    for issue in sorted(world.issues):
        word, family, *parts = issue.split("/")
        others = [_last_member(world, part) for part in parts]
        if others != parts:
            unordered = world.vocabulary.families[family].unordered
            yield "/".join([word, family, *(sorted(others) if unordered else others)])


def _is_own(issue: str) -> bool:
    return issue.split("/")[1] not in shared_vocabulary().families


def _last_member(world: World, part: str) -> str:
    members = world.members("entity/" + part.replace(":", "/"))
    return members[-1].id.removeprefix("entity/").replace("/", ":") if members else part
