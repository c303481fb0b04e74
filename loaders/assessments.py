"""Assessments: each grades something that there is, by a value that its scheme has."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from ..graph.assessments import TARGETS, grade_problems
from ..graph.ids import assessment_id, claim_key, key_of
from .places import STAND_IN
from .references import MANY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..graph.records import Assessment
    from .references import References
    from .row import Row
    from .rows import Rows

_CLAIM_ID = re.compile(r"claim/c1[a-z2-7]{32}")


@dataclass(frozen=True, slots=True)
class Gradable:
    """Everything in the input that can be graded."""

    references: References
    rows: Rows
    """In which the claims have their ids."""

    def compiled(self, assessment: Assessment, row: Row) -> Assessment:
        """The assessment with its id, and that of what it grades; what is wrong with it is noted."""
        found = replace(assessment, target=self._target(assessment.target, row))
        for field, message in grade_problems(found):
            if getattr(found, field) != STAND_IN:
                self._note(row, field, message)
        identified = replace(found, id=assessment_id(found))
        if assessment.id and assessment.id != identified.id:
            self._note(row, "id", f"what it says gives it the id '{identified.id}'; leave the id out or mend it")
        return identified

    def _target(self, target: str, row: Row) -> str:
        """The id of what is graded; noted if it is nothing, or left to the database if it is another dataset's."""
        word = target.partition("/")[0]
        if word == "claim":
            return self._claim(target, row)
        if word in TARGETS:
            self.references.described(target, row, "target")
        elif target != STAND_IN:
            kinds = "claim/c1…, source/kherson/dailymail-2022-11-11 or entity/kherson/ru-mod"
            self._note(row, "target", f"'{target}' is no id of a claim, source or entity; write one such as {kinds}")
        return target

    def _claim(self, target: str, row: Row) -> str:
        if found := self.rows.claim_of(target):
            return found
        if self.rows.find("claim", target):
            return target
        if _CLAIM_ID.fullmatch(target):
            self.references.elsewhere(target, row, "target")
            return target
        beginning, _, key = target.rpartition("/")
        dataset = key_of(beginning)
        if claim_key(dataset, key_of(key)) != target:
            hint = self._nearest(target, "claim/", self.rows.ids("claim"))
            self._note(row, "target", f"'{target}' is no id of a claim; write its key, or its whole id claim/c1…{hint}")
        elif dataset not in self.references.datasets:
            message = f"the dataset '{dataset}' is not in the input; name its claim by the whole id claim/c1…"
            self._note(row, "target", message)
        elif self.references.complete and claim_key(dataset, "") not in self.references.broken:
            hint = self._nearest(target, f"{beginning}/", self.rows.keys())
            self._note(row, "target", f"no claim of '{dataset}' has the key '{key_of(key)}'{hint}")
        return target

    def _nearest(self, target: str, beginning: str, known: Iterator[str]) -> str:
        return self.references.nearest(target, beginning, list(islice(known, MANY + 1)))

    def _note(self, row: Row, field: str, message: str) -> None:
        self.references.problems.note(row, field, message)
