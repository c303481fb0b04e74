"""Grades of whatever two datasets say at the moment, each other's things included."""

import random
from collections.abc import Collection, Sequence
from dataclasses import replace

from claimgraph.graph.evidence import Evidence
from claimgraph.graph.ids import assessment_id
from claimgraph.graph.records import Assessment


def graded(evidence: Sequence[Evidence], grades: Collection[int]) -> list[Evidence]:
    """The evidence with an assessment for each number: it says whose it is, and what of all there is it grades."""
    things: list[str] = []
    for part in evidence:
        things += [one.id for one in part.entities] + [one.id for one in part.sources] + [one.id for one in part.claims]
    things.sort()
    made: list[list[Assessment]] = [[] for _ in evidence]
    for number in sorted(grades) if things else ():
        place = number % len(evidence)
        target = things[random.Random(number).randrange(len(things))]  # noqa: S311 - repeatable
        dataset = evidence[place].dataset.id.removeprefix("dataset/")
        one = Assessment("", dataset, target, "taste", f"{number % 3}", "an editor")
        made[place].append(replace(one, id=assessment_id(one)))
    return [
        replace(part, assessments=list({one.id: one for one in own}.values()))
        for part, own in zip(evidence, made, strict=True)
    ]
