"""What one derivation knows: the vocabulary, what entities stand for, and what is new and need not be read back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from .answers import answer_of
from .changes import Changes
from .issues import Issue, Referent
from .notes import Notes, State
from .records import Claim
from .referents import Referents
from .rules.answers import Answer
from .vocabulary import Vocabulary

_MANY = 50_000
"""Issues that are kept: some 50 MB."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """New claims, and the issues that this load made, which only they answer; they are looked up, not kept."""

    notes: Notes
    changes: Mapping[str, Changes]
    """By dataset; empty where everything is read back."""
    published: Mapping[str, datetime | None]
    """When each source was published."""

    @classmethod
    def of(cls, notes: Notes, changes: Sequence[Changes]) -> Fresh:
        """What is new in these changes."""
        published = {source.id: source.published_at for change in changes for source in change.evidence.sources}
        return cls(notes, {change.claims.dataset: change for change in changes}, published)

    def claims(self, ids: Sequence[str]) -> dict[str, Claim]:
        """Those among the claims that are new."""
        if not self.changes:
            return {}
        wanted: dict[str, list[str]] = defaultdict(list)
        for identifier, (dataset, state) in self.notes.states("claim", ids).items():
            if state is State.NEW:
                wanted[dataset].append(identifier)
        portions = (self.changes[dataset].claims.records.pick(new) for dataset, new in wanted.items())
        return {claim.id: claim for portion in portions for claim in portion}

    def note(self, made: Iterable[str], answered: Mapping[str, Collection[str]], new: Collection[str]) -> None:
        """Keep which issues were made, and which new claims answer those; not one that an older claim answers."""
        if not self.changes:
            return
        self.notes.make_issues(made)
        ours = self.notes.made_issues(sorted({issue for issues in answered.values() for issue in issues}))
        pairs = [(issue, claim) for claim, issues in answered.items() for issue in ours.intersection(issues)]
        self.notes.answer((issue, claim) for issue, claim in pairs if claim in new)
        self.notes.share_issues({issue for issue, claim in pairs if claim not in new})

    def answering(self, issues: Sequence[str]) -> dict[str, list[Claim]]:
        """The claims that answer each of these issues, which this load made."""
        pairs = self.notes.answers(issues)
        claims = self.claims(sorted({claim for _, claim in pairs}))
        found: dict[str, list[Claim]] = defaultdict(list)
        for issue, claim in pairs:
            found[issue].append(claims[claim])
        return found

    def answers(self, claims: Iterable[Claim], referents: Mapping[str, Referent]) -> list[Answer]:
        """New claims as the rules see them."""
        return [answer_of(claim, referents, self.published[claim.source]) for claim in claims]


def entities_of(claims: Iterable[Claim]) -> set[str]:
    """The entities that claims name."""
    named = (each for claim in claims for each in (claim.subject, claim.object, claim.during, claim.claimant))
    return {each for each in named if each}


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What one derivation knows, and learns on its way."""

    vocabulary: Vocabulary
    referents: Referents
    fresh: Fresh
    issues: dict[str, Issue] = field(default_factory=dict)
    """As this derivation wrote them, and committed."""

    def keep(self, issues: Mapping[str, Issue]) -> None:
        """Notes what stands in the graph, so that it is not read again."""
        if len(self.issues) > _MANY:
            self.issues.clear()
        self.issues.update(issues)
