"""What entities stand for, read once in a load and kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from .answers import referents_in
from .issues import Referent
from .writing import Transaction, read_rows

_MANY = 100_000
"""Entities of which is kept what they stand for: some 60 MB."""


class Referents:
    """What is known of entities so far: canonical ids, parties, names, and the places that they lie in."""

    def __init__(self) -> None:
        self._known: dict[str, Referent] = {}

    async def of(self, tx: Transaction, entities: Collection[str]) -> Mapping[str, Referent]:
        """What these entities and their parties stand for; what was read before is hardly ever read again."""
        if len(self._known) > _MANY:
            self._known = {}
        await self._read(tx, entities)
        # A party is named in questions too, so it has to be known as an entity of its own.
        await self._read(tx, {self._known[each].party for each in entities if each in self._known})
        return self._known

    async def _read(self, tx: Transaction, entities: Collection[str]) -> None:
        missing = sorted(each for each in entities if each not in self._known)
        if missing:
            self._known |= referents_in(await read_rows(tx, "referents", ids=missing))
