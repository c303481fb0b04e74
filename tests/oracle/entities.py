"""What an entity is, of all its members as one: all that leads to no other entity."""

from __future__ import annotations

from typing import Any

from claimgraph.graph.records import Span
from claimgraph.tests.oracle.parts import SameAsObject, assessments_of, time_of
from claimgraph.tests.oracle.world import World


class EntityParts:
    """What all members of an entity say of it."""

    def __init__(self, world: World, canonical: str) -> None:
        self._world = world
        self._members = world.members(canonical)
        whole = world.entities[canonical]
        self.id = canonical
        self.typename = whole.kind.value
        self.kind, self.name = whole.kind.upper(), whole.name
        self.names = sorted({name for one in self._members for name in (one.name, *one.names)} - {whole.name})
        self.description = self._first("description")
        self.external_ids = sorted({external for one in self._members for external in one.external_ids})
        self.named = any(one.named for one in self._members)
        self.live = any(one.id in world.live for one in self._members)
        self.datasets = sorted({one.dataset for one in self._members if one.id in world.live})
        self.place_type = self._first("place_type")
        self.echelon, self.symbol_code = self._first("echelon"), self._first("symbol_code")
        self._location = self._first("location")
        self.assessments = assessments_of(world, [one.id for one in self._members])

    @property
    def location(self) -> dict[str, float] | None:
        """Where it is."""
        return self._location and dict(zip(("latitude", "longitude"), self._location, strict=True))

    @property
    def time(self) -> Span | None:
        """When it happens, of the first member that says so."""
        return next(filter(None, (time_of(one.event) for one in self._members)), None)

    @property
    def same_as(self) -> list[SameAsObject]:
        """The judgements that made its members one."""
        return [SameAsObject(self._world, judgement) for judgement in self._world.merging[self.id]]

    def _first(self, attribute: str) -> Any:  # noqa: ANN401 - whatever the attribute is
        return next((value for one in self._members if (value := getattr(one, attribute)) is not None), None)
