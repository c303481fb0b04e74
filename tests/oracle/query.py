"""Where the oracle's reading begins, and its executor: graphql-core's own, over the schema's text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from graphql import (
    ExecutionResult,
    GraphQLResolveInfo,
    GraphQLScalarType,
    GraphQLSchema,
    build_schema,
    graphql_sync,
)

from claimgraph.graph.records import Entity, Kind
from claimgraph.tests.oracle.changes import ChangeObject, changes_of
from claimgraph.tests.oracle.hits import Hits
from claimgraph.tests.oracle.lists import DEFAULT, MOST, Page, RefusedError, check_id
from claimgraph.tests.oracle.objects import (
    ClaimObject,
    EntityObject,
    IssueObject,
    SourceObject,
    claim_page,
    entity_object,
    issues_about,
    source_page,
)
from claimgraph.tests.oracle.spelling import is_named, is_said
from claimgraph.tests.oracle.world import World

SORTED = 200
"""Characters of a name that decide where an entity stands in a list; after them its id does."""


class Query:
    """The root."""

    def __init__(self, world: World) -> None:
        self._world = world

    def as_of(self, given: Mapping[str, Any] | None) -> Query:
        """The root as of other moments."""
        return Query(self._world.as_of(given))

    def entity(self, id: str) -> EntityObject | None:  # noqa: A002 - the schema's name
        """One entity, by any member's id."""
        check_id(id, "entity")
        return entity_object(self._world, id)

    def claim(self, id: str) -> ClaimObject | None:  # noqa: A002
        """One claim, a retracted one too; as of other moments, if it is seen then."""
        check_id(id, "claim")
        record = self._world.claims.get(id)
        is_shown = record and (self._world.view is None or id in self._world.seen)
        return ClaimObject(self._world, record) if record and is_shown else None

    def source(self, id: str) -> SourceObject | None:  # noqa: A002
        """One source."""
        check_id(id, "source")
        record = self._world.sources.get(id)
        return SourceObject(self._world, record) if record else None

    def issue(self, id: str) -> IssueObject | None:  # noqa: A002
        """One issue, by its id of today or one from before a merge; as of other moments, if it is answered then."""
        check_id(id, "issue")
        record = self._world.issues.get(self._world.issue_of_today(id))
        found = IssueObject(self._world, record) if record else None
        return found if found and (self._world.view is None or found.claim_count) else None

    def entities(
        self,
        kind: str | None = None,
        name: str | None = None,
        dataset: str | None = None,
        first: int | None = None,
        after: str | None = None,
    ) -> Page[EntityObject]:
        """A page of live entities by how their names begin."""
        found = [EntityObject(self._world, entity) for entity in self._world.shown()]
        fitting = [
            each
            for each in found
            if kind in {None, each.kind}
            and (dataset is None or dataset in each.datasets)
            and (name is None or _any_is_named(self._world.members(each.id), name))
        ]
        return Page(sorted(fitting, key=lambda each: (each.name[:SORTED], each.id)), first, after)

    def claims(self, **asked: Any) -> Page[ClaimObject]:  # noqa: ANN401 - what is asked of a list of claims
        """A page of the claims that are seen."""
        return claim_page(self._world, list(self._world.claims.values()), **asked)

    def issues(
        self,
        contested: bool | None = None,  # noqa: FBT001 - arguments come by their names
        about: str | None = None,
        topic: str | None = None,
        first: int | None = None,
        after: str | None = None,
    ) -> Page[IssueObject]:
        """A page of answered issues."""
        check_id(about, "entity")
        canonical = self._world.canonical(about)
        found = issues_about(self._world, canonical) if about is None or canonical else []
        fitting = [issue for issue in found if topic in {None, issue.topic} and contested in {None, issue.contested}]
        return Page(fitting, first, after)

    def sources(
        self, publisher: str | None = None, first: int | None = None, after: str | None = None
    ) -> Page[SourceObject]:
        """A page of live sources."""
        check_id(publisher, "entity")
        canonical = self._world.canonical(publisher)
        found = [
            record.id
            for record in self._world.sources.values()
            if self._world.is_listed(record.id)
            and (publisher is None or (canonical is not None and self._world.canonical(record.publisher) == canonical))
        ]
        return source_page(self._world, found, first, after)

    def node(self, id: str) -> Any:  # noqa: A002, ANN401 - whatever has the id
        """One thing of any kind, by its id of today; an entity by any member's."""
        kinds = {"entity": self.entity, "claim": self.claim, "source": self.source, "issue": self.issue}
        make = kinds.get(id.partition("/")[0])
        if make is None:
            raise RefusedError("BAD_ID")
        found: Any = make(id)
        return found if found and (found.id == id or make == self.entity) else None

    def nodes(self, ids: list[str]) -> list[Any]:
        """Those that there are, each once."""
        if len(ids) > MOST:
            raise RefusedError("BAD_PAGE_SIZE")
        return list({each.id: each for each in map(self.node, ids) if each}.values())

    def search(self, text: str, kinds: list[str] | None = None, first: int | None = None) -> Hits:
        """Whatever is found, all of it: `first` cuts by rank, and the oracle has none."""
        first = DEFAULT if first is None else first
        if not 1 <= first <= MOST:
            raise RefusedError("BAD_PAGE_SIZE")
        world = self._world
        entities = [EntityObject(world, each) for each in world.shown() if _any_is_named(world.members(each), text)]
        claims = [
            ClaimObject(world, each)
            for each in (world.claims[claim] for claim in world.seen)
            if is_said(text, filter(None, [each.text, each.value.quantity_text, each.value.text]))
        ]
        found: list[EntityObject | ClaimObject] = [*entities, *claims]
        return Hits(each for each in found if kinds is None or each.typename.upper() in kinds)

    def changes(
        self,
        first: int | None = None,
        after: str | None = None,
        **asked: Any,  # noqa: ANN401 - what is asked of a change
    ) -> Page[ChangeObject]:
        """A page of what happened to claims."""
        return Page(changes_of(self._world, **asked), first, after)

    @property
    def statistics(self) -> dict[str, Any]:
        """Numbers of what is live."""
        world = self._world
        kinds = [EntityObject(world, entity).typename for entity in world.shown()]
        return {
            "version": world.version,
            "people": kinds.count(Kind.PERSON),
            "units": kinds.count(Kind.UNIT),
            "places": kinds.count(Kind.PLACE),
            "organisations": kinds.count(Kind.ORGANISATION),
            "events": kinds.count(Kind.EVENT),
            "things": kinds.count(Kind.THING),
            "claims": len(world.claims.keys() & world.live),
            "retractedClaims": len(world.claims.keys() - world.live),
            "sources": len(world.sources.keys() & world.live),
            "issues": len(issues_about(world, None)),
            "assessments": sum(map(len, world.assessments.values())),
            "datasets": world.datasets,
        }


def answer(world: World, query: str, variables: Mapping[str, Any], operation: str | None) -> ExecutionResult:
    """The oracle's answer."""
    return graphql_sync(
        SCHEMA,
        query,
        root_value=Query(world),
        variable_values=dict(variables),
        operation_name=operation,
        field_resolver=_resolved,
        type_resolver=lambda value, *_: value.typename,
    )


def _resolved(thing: Any, info: GraphQLResolveInfo[None], **arguments: Any) -> Any:  # noqa: ANN401 - graphql-core's signature
    """What graphql-core's default resolver does, for names in Python's spelling."""
    name = info.field_name
    if "asOf" in arguments:
        thing = thing.as_of(arguments.pop("asOf"))
    value = thing.get(name) if isinstance(thing, dict) else getattr(thing, _spelled(name))
    return value(**{_spelled(key): one for key, one in arguments.items()}) if callable(value) else value


def _spelled(name: str) -> str:
    return re.sub(r"(?=[A-Z])", "_", name).lower()


def _moment(text: object) -> datetime:
    if not isinstance(text, str):
        raise TypeError(f"{text!r} is no moment")
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text!r} has no zone")
    return moment


def _shown_moment(value: datetime | str) -> str:
    if isinstance(value, str):
        return value
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def oracle_schema() -> GraphQLSchema:
    """The schema as its text has it; only what DateTime means is ours."""
    text = Path(__file__).parents[2].joinpath("docs", "schema.graphql").read_text("utf-8")
    schema = build_schema(text)
    moment = schema.type_map["DateTime"]
    assert isinstance(moment, GraphQLScalarType)
    moment.coerce_input_value = _moment
    moment.coerce_output_value = _shown_moment
    return schema


SCHEMA = oracle_schema()


def _any_is_named(members: Iterable[Entity], text: str) -> bool:
    return any(is_named(text, (member.name, *member.names)) for member in members)
