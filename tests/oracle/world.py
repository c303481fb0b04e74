"""The corpus as plain Python: which records there are, what judgements and rules make of them, and who points at whom.

Everything is worked out from the records by docs/model.md alone; no query, statement or row of ours has a part in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import combinations
from typing import Any

from claimgraph.graph.evidence import Evidence
from claimgraph.graph.identity import components
from claimgraph.graph.ids import judgement_id
from claimgraph.graph.issues import Issue, Referent, Said, issues_of
from claimgraph.graph.records import Assessment, Claim, Entity, Judgement, Source
from claimgraph.graph.vocabulary import Vocabulary, shared_vocabulary
from claimgraph.tests.oracle.boards import Boards
from claimgraph.tests.oracle.views import View

Pair = tuple[str, str]
Load = Sequence[Evidence]
"""What one load brings: each dataset in it replaces what that dataset said before."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The loads that bring a database to what is asked."""

    loads: tuple[Load, ...]


_LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


class World:
    """All records that were ever loaded, and what holds of them after the last load."""

    def __init__(self, corpus: Corpus, marks: Sequence[datetime] = ()) -> None:
        """`marks` are moments of the database's clock: one before each load, and one after all of them."""
        self.loads = corpus.loads
        self.marks = marks or [_LONG_AGO + timedelta(days=day) for day in range(len(corpus.loads) + 1)]
        every = [evidence for load in corpus.loads for evidence in load]
        latest = {evidence.dataset.id: evidence for evidence in every}
        self.version = len(corpus.loads)
        self.datasets = [latest[key].dataset for key in sorted(latest)]
        self.entities: dict[str, Entity] = {record.id: record for one in every for record in one.entities}
        self.sources: dict[str, Source] = {record.id: record for one in every for record in one.sources}
        self.claims: dict[str, Claim] = {record.id: record for one in every for record in one.claims}
        self.live: set[str] = set()
        for one in latest.values():
            self.live |= {entity.id for entity in one.entities} | {claim.id for claim in one.claims}
            self.live |= {source.id for source in one.sources}
        judgements = sorted((each for one in latest.values() for each in one.judgements), key=lambda each: each.id)
        self._identify(judgements)
        self.assessments: dict[str, list[Assessment]] = defaultdict(list)
        for each in (each for one in latest.values() for each in one.assessments):
            self.assessments[each.target].append(each)
        self.vocabulary = _merged(one.vocabulary for one in latest.values())
        self._derive()
        self.view: View | None = None
        self.seen = self.claims.keys() & self.live
        self.boards = Boards(self)
        self._views: dict[View, World] = {}

    def as_of(self, given: Mapping[str, Any] | None) -> World:
        """The same as of those moments: other claims are seen. Entities, sources and judgements stay today's."""
        view = View.of(given)
        if view is None:
            return self
        if view not in self._views:
            self._views[view] = seen = copy(self)
            seen.view = view
            seen.seen = {claim.id for claim in self.claims.values() if view.shows(self, claim)}
            seen.boards = Boards(seen)
        return self._views[view]

    def held(self, moment: datetime) -> set[str]:
        """The claims that were live after the loads before that moment."""
        latest = {one.dataset.id: one for load in self._done(moment) for one in load}
        return {claim.id for one in latest.values() for claim in one.claims}

    def ever_held(self, moment: datetime) -> set[str]:
        """The claims that were in any load before that moment."""
        return {claim.id for load in self._done(moment) for one in load for claim in one.claims}

    def is_listed(self, source: str) -> bool:
        """Whether lists of sources have it: it is live, and published by the moment that readers are asked about."""
        return source in self.live and (self.view is None or self.view.has_published(self.sources[source]))

    def canonical(self, entity: str | None) -> str | None:
        """The id under which an entity is shown; None for one that does not exist."""
        return self._canonical.get(entity) if entity else None

    def issue_of_today(self, issue: str) -> str:
        """The issue's id with each entity in it as it is shown."""
        word, family, *parts = issue.split("/") if issue.count("/") > 1 else (issue, "")
        slot = [self._part_of_today(part) for part in parts]
        known = self.vocabulary.families.get(family)
        return "/".join([word, family, *(sorted(slot) if known and known.unordered else slot)])

    def members(self, canonical: str) -> list[Entity]:
        """What is shown under that id, by id."""
        return self._members.get(canonical, [])

    def party(self, canonical: str) -> str | None:
        """The one party that the members name; None where they name none, or different ones."""
        named = self.parties(canonical)
        return named[0] if len(named) == 1 else None

    def parties(self, canonical: str) -> list[str]:
        """Every party that a member names, by id."""
        return sorted({self._canonical[member.side] for member in self.members(canonical) if member.side})

    def shown(self) -> list[str]:
        """The ids of live entities, merged ones once."""
        return [entity for entity in self._members if any(member.id in self.live for member in self.members(entity))]

    def _part_of_today(self, part: str) -> str:
        canonical = self.canonical("entity/" + part.replace(":", "/"))
        return canonical.removeprefix("entity/").replace("/", ":") if canonical else part

    def _done(self, moment: datetime) -> Sequence[Load]:
        return self.loads[: sum(mark < moment for mark in self.marks)]

    def _identify(self, judgements: Sequence[Judgement]) -> None:
        """Canonical ids and members; `merging` are the judgements that made them, by canonical id."""
        pairs = {
            word: [(each.a, each.b) for each in judgements if each.record == word] for word in ("same", "different")
        }
        agreed = self._agreeing(pairs["same"], pairs["different"])
        judgements = sorted([*judgements, *agreed], key=lambda each: each.id)
        pairs["same"] += [(each.a, each.b) for each in agreed]
        moved: dict[str, str] = {}
        for component in components(pairs["same"], pairs["different"]):
            moved |= component.canonical
        self._canonical = {entity: moved.get(entity, entity) for entity in self.entities}
        self._members: dict[str, list[Entity]] = defaultdict(list)
        for entity in sorted(self.entities):
            self._members[self._canonical[entity]].append(self.entities[entity])
        self.merging: dict[str, list[Judgement]] = defaultdict(list)
        for each in judgements:
            if each.record == "same" and self._canonical[each.a] == self._canonical[each.b]:
                self.merging[self._canonical[each.a]].append(each)

    def _agreeing(self, same: Sequence[Pair], different: Sequence[Pair]) -> list[Judgement]:
        """The judgements that follow from equal Wikidata ids of live entities of one kind."""
        having: dict[Pair, set[str]] = defaultdict(set)
        for entity in (self.entities[each] for each in self.live & self.entities.keys()):
            for external in entity.external_ids:
                if external.startswith("wikidata:Q"):
                    having[external, entity.kind].add(entity.id)
        made: list[Judgement] = []
        for (external, _), entities in sorted(having.items()):
            for a, b in sorted(combinations(sorted(entities), 2), key=lambda pair: pair[::-1]):
                pairs = [*same, *((each.a, each.b) for each in made), (a, b)]
                [whole] = [one for one in components(pairs, different) if a in one.members]
                if not whole.conflicts and not any(each.b == b and external in each.basis.split() for each in made):
                    made.append(_agreed(a, b, external))
        return made

    def _derive(self) -> None:
        """Issues, and who answers them."""
        referents = self.referents = {
            entity: Referent(whole, self.party(whole) or whole, self.entities[whole].name)
            for entity, whole in self._canonical.items()
        }
        self.issues: dict[str, Issue] = {}
        self.answers: dict[str, list[str]] = {}
        self.answering: dict[str, list[str]] = defaultdict(list)
        for claim in self.claims.values():
            found = {issue.id: issue for issue in issues_of(Said.of(claim), referents, self.vocabulary)}
            self.issues |= found
            self.answers[claim.id] = sorted(found)
            for issue in found:
                self.answering[issue].append(claim.id)


def _agreed(a: str, b: str, external: str) -> Judgement:
    made = Judgement("", "claimgraph", "same", a, b, "claimgraph", f"both have {external}")
    return replace(made, id=judgement_id(made))


def _merged(vocabularies: Iterable[Vocabulary]) -> Vocabulary:
    together = shared_vocabulary()
    for vocabulary in vocabularies:
        together = together.merged_with(vocabulary)
    return together
