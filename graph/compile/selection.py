"""What an operation asks for, as a tree. The values of arguments stand in a list beside it: a plan takes any."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Arguments = Mapping[str, Any]
"""A field's arguments that have a value, filters flattened: {"role": "any", "predicate": "LOCATED_IN", "first": 20}.

What stands in a filter's `and`, `or` and `not` has its path: {"or": 2, "or.0": 1, "or.0.predicate": "LOCATED_IN", …}.
"""

TYPENAME = "__typename"
CONNECTIVES = frozenset({"and", "or", "not"})
"""Keys of a filter that hold filters."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a selection: `about: subject { name }` of a claim."""

    name: str
    owners: tuple[str, ...]
    """The type that has the field, then the interfaces that it may have it from."""
    type: str
    """Name of the type it answers, without list or null."""
    many: bool = False
    nullable: bool = True
    slot: int | None = None
    """Where its arguments stand in the list beside the tree."""
    selection: Selection | None = None
    """What is asked of the thing or things it leads to; None for a plain value."""
    on: frozenset[str] | None = None
    """The types of thing that it is asked of, where that is not all that the selection may meet."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked of one thing."""

    type: str
    """The type that it is known to have, perhaps an interface."""
    fields: tuple[Field, ...]
    answers: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    """For each type that the thing may turn out to have: the keys of the answer, each with its place in `fields`."""

    @property
    def is_open(self) -> bool:
        """Whether only the data tell which type the thing has."""
        return len(self.answers) > 1

    def only(self) -> tuple[tuple[str, Field], ...]:
        """The keys and fields of a thing whose type is known."""
        (keys,) = self.answers.values()
        return tuple((key, self.fields[place]) for key, place in keys)
