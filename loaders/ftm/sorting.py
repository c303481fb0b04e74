"""Statements by their entities, sorted on disk."""

from __future__ import annotations

from dataclasses import astuple
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from ...graph.scratch import Scratch
from .statements import Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SCHEMA = """
CREATE TABLE statement (dataset, entity, schema, prop, value, raw, mark, canonical);
"""


class Sorting:
    """The statements of one file."""

    def __init__(self) -> None:
        self._scratch = Scratch(_SCHEMA)

    def add(self, statements: Iterable[Statement]) -> None:
        """Take them in, in whatever order."""
        self._scratch.run_many("INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?)", map(astuple, statements))

    def by_entity(self) -> Iterator[list[Statement]]:
        """The statements about each entity, as its dataset has it."""
        rows = self._scratch.rows("SELECT * FROM statement ORDER BY dataset, entity, prop, value, raw")
        for _, group in groupby(rows, key=itemgetter(0, 1)):
            yield [Statement(*row) for row in group]

    def by_canonical(self) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        """(canonical id, members as (dataset, entity)) of each canonical id that several entities have."""
        text = """
            SELECT DISTINCT canonical, dataset, entity FROM statement
            WHERE canonical <> '' ORDER BY canonical, dataset, entity
        """
        for canonical, group in groupby(self._scratch.rows(text), key=itemgetter(0)):
            members = [(dataset, entity) for _, dataset, entity in group]
            if members[1:]:
                yield canonical, members
