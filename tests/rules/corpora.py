"""Corpora of many scenarios at once, and every link that must come of them, from a seed."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from claimgraph.graph.evidence import Evidence
from claimgraph.graph.ids import dataset_id, entity_id, source_id
from claimgraph.graph.records import Claim, Dataset, Entity, Kind, Source
from claimgraph.graph.vocabulary import Vocabulary
from claimgraph.tests.rules.scenarios import SCENARIOS
from claimgraph.tests.rules.scene import DOUBTERS, FIRST_DAY, JUDGES, Found, Scene, Stage
from claimgraph.tests.rules.settings import OWN

DATASETS = ("alpha", "beta", "gämma")
_JUDGING = (JUDGES, DOUBTERS)
_PUBLISHERS = 3
_SOURCES = 7


@dataclass(frozen=True)
class Corpus:
    """What the datasets say, and the links that are right."""

    evidence: tuple[Evidence, ...]
    links: frozenset[Found]

    @property
    def claims(self) -> dict[str, Claim]:
        """Every claim by its id."""
        return {claim.id: claim for part in self.evidence for claim in part.claims}


def corpus(seed: int, scenarios: Sequence[Callable[[Scene], None]] = SCENARIOS) -> Corpus:
    """Each scenario within one dataset; and again among things of which two datasets or three have their own member."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    publishers = {name: _publishers(name) for name in DATASETS}
    sources = [source for minute, name in enumerate(DATASETS) for source in _sources(chance, publishers[name], minute)]
    stage = Stage(chance, sources, [each for name in DATASETS for each in publishers[name]])
    for number, scenario in enumerate(chance.sample(scenarios, len(scenarios))):
        key = scenario.__name__.replace("_", "-")
        scenario(Scene(stage, f"{key}-{number}", (chance.choice(DATASETS),)))
        if chance.random() < 0.5:
            members = tuple(chance.sample(DATASETS, chance.choice([2, 3])))
            scenario(Scene(stage, f"{key}-merged", members))
    return Corpus(_evidence(stage), frozenset(stage.links))


def _evidence(stage: Stage) -> tuple[Evidence, ...]:
    """In an order of their own, those who judge last, as they refer to the others."""
    names = stage.chance.sample(DATASETS, len(DATASETS))
    return tuple(
        Evidence(
            Dataset(dataset_id(name), name.capitalize()),
            Vocabulary() if name in _JUDGING else OWN,
            [each for each in stage.entities if each.dataset == name],
            [each for each in stage.sources if each.dataset == name],
            stage.chance.sample(mine := [each for each in stage.claims if each.dataset == name], len(mine)),
            [each for each in stage.judgements if each.dataset == name],
        )
        for name in (*names, *_JUDGING)
    )


def _publishers(dataset: str) -> list[Entity]:
    names = ("Gazette", "Вісник", "Radio")
    return [
        Entity(entity_id(dataset, f"publisher {number}"), dataset, Kind.ORGANISATION, names[number])
        for number in range(_PUBLISHERS)
    ]


def _sources(chance: random.Random, publishers: list[Entity], minute: int) -> list[Source]:
    dataset = publishers[0].dataset
    hours = chance.sample(range(400, 900), _SOURCES)
    return [
        Source(
            source_id(dataset, f"s/{number}"),
            dataset,
            chance.choice(publishers).id,
            # no two appear in one moment: which of them was first would be left to their ids
            published_at=FIRST_DAY + timedelta(hours=hour, minutes=minute),
        )
        for number, hour in enumerate(hours)
    ]
