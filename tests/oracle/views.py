"""As of other moments than now: which claims and sources there are then, by the words of docs/schema.graphql."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from claimgraph.graph.records import Claim, Source


class Records(Protocol):
    """What has to be known of a corpus."""

    @property
    def sources(self) -> Mapping[str, Source]:
        """Every source, by its id."""

    @property
    def seen(self) -> set[str]:
        """The claims that are live today."""

    def held(self, moment: datetime) -> set[str]:
        """The claims that the database held then."""

    def ever_held(self, moment: datetime) -> set[str]:
        """The claims that the database had held by then, retracted or not."""


@dataclass(frozen=True, slots=True)
class View:
    """The moments that are asked about; None for today."""

    event: datetime | None
    known: datetime | None
    recorded: datetime | None
    is_certain: bool

    @classmethod
    def of(cls, given: Mapping[str, Any] | None) -> View | None:
        """The view of an `asOf`; None where that names no moment."""
        event, known, recorded = ((given or {}).get(clock) for clock in ("event", "known", "recorded"))
        if event is known is recorded is None:
            return None
        return cls(event, known, recorded, (given or {}).get("certainty") == "CERTAIN")

    def shows(self, records: Records, claim: Claim) -> bool:
        """Whether that claim is seen."""
        held = records.seen if self.recorded is None else records.held(self.recorded)
        return claim.id in held and self._is_known(records, claim) and self._holds(claim)

    def has_published(self, source: Source) -> bool:
        """Whether a source was out by then; one without a day of publication counts as out."""
        return self.known is None or source.published_at is None or source.published_at <= self.known

    def _is_known(self, records: Records, claim: Claim) -> bool:
        published = records.sources[claim.source].published_at
        if self.known is None or published is not None:
            return self.known is None or published is None or published <= self.known
        return claim.id in records.ever_held(self.known)

    def _holds(self, claim: Claim) -> bool:
        if self.event is None:
            return True
        span, moment = claim.event, self.event
        if self.is_certain:
            bounds = (span.start_max, span.end_min)
            return None not in bounds and _lies(moment, *bounds)
        return _lies(moment, span.start_min, span.end_max)


def _lies(moment: datetime, begin: datetime | None, end: datetime | None) -> bool:
    return (begin is None or begin <= moment) and (end is None or moment <= end)
