"""What one derivation knows: the vocabulary, what entities stand for, and what is new and need not be read back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from .answers import answer_of
from .evidence import Changes
from .issues import Referent
from .records import Claim
from .referents import Referents
from .rows import ID
from .rules.answers import Answer
from .vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Fresh:
    """New claims, and the issues that this load made, which only they answer."""

    claims: Mapping[str, Claim] = field(default_factory=dict)
    published: Mapping[str, datetime | None] = field(default_factory=dict)
    """When each source was published."""
    issues: dict[str, set[str]] = field(default_factory=dict)
    """The claims that answer each new issue, as far as they are derived."""

    @classmethod
    def of(cls, changes: Sequence[Changes]) -> Fresh:
        """What is new in these changes."""
        every = {claim.id: claim for change in changes for claim in change.evidence.claims}
        new = (str(row[ID]) for change in changes for row in change.claims.new)
        published = {source.id: source.published_at for change in changes for source in change.evidence.sources}
        return cls({identifier: every[identifier] for identifier in new}, published)

    def note(self, made: Iterable[str], answered: Mapping[str, Collection[str]]) -> None:
        """Keep which issues were made, and which new claims answer those; not one that an older claim answers."""
        for issue in made:
            self.issues.setdefault(issue, set())
        for claim, issues in answered.items():
            for issue in self.issues.keys() & set(issues):
                if claim in self.claims:
                    self.issues[issue].add(claim)
                else:
                    del self.issues[issue]

    def answers(self, issue: str, referents: Mapping[str, Referent]) -> list[Answer]:
        """The claims that answer a new issue, as the rules see them."""
        claims = (self.claims[identifier] for identifier in sorted(self.issues[issue]))
        return [answer_of(claim, referents, self.published[claim.source]) for claim in claims]

    def entities(self, issues: Iterable[str]) -> set[str]:
        """The entities that the answers to these issues name."""
        claims = (self.claims[identifier] for issue in issues for identifier in self.issues[issue])
        named = (each for claim in claims for each in (claim.subject, claim.object, claim.during, claim.claimant))
        return {each for each in named if each}


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What one derivation knows, and learns on its way."""

    vocabulary: Vocabulary
    referents: Referents
    fresh: Fresh
