"""Proposals of pairs that may be one thing, out of their names, for a person to judge. Nothing here writes."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from ...cypher import statement
from ..names import fold
from ..records import Kind
from ..store import Store
from .candidates import Candidate, Verdicts, candidates, worth_comparing
from .likeness import Likeness, likeness, may_be_alike
from .naming import Name

_PATIENCE = 120.0
_NAMES = 0.9
"""What equal names are worth by themselves; what else agrees makes up the rest."""
_SAME_ID, _NEAR, _SAME_SIDE = 0.1, 0.05, 0.03
_OTHER_ID, _FAR, _OTHER_SIDE = 0.4, 0.5, 0.6
_NEAR_KM, _FAR_KM = 5, 25
_EARTH_KM = 6371


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two entities that may be one: how likely that is, from 0 to 1, and the evidence in words."""

    a: str
    b: str
    name_a: str
    name_b: str
    kind: Kind
    score: float
    evidence: tuple[str, ...]

    @property
    def command(self) -> str:
        """What a person types to accept it."""
        words = ["claimgraph", "judge", self.a, self.b, "--same", "--basis", "; ".join(self.evidence)]
        return f'{shlex.join(words)} --by "$USER"'


async def suggest(store: Store, kind: Kind | None, least: float) -> list[Proposal]:
    """The proposals whose score is `least` or more, the best first; pairs that are judged already are none."""
    params = {"kind": kind and kind.value}
    rows = await store.read(statement("read/entities_to_compare").text, params, timeout=_PATIENCE)
    judged = await store.read(statement("read/judgements").text, {}, timeout=_PATIENCE)
    same, different = (
        [(row[3], row[4]) for row in judged if row[2] == verdict] for verdict in ("SAME_AS", "DIFFERENT_FROM")
    )
    return proposals(candidates(rows), Verdicts(same, different), least)


def proposals(entities: list[Candidate], verdicts: Verdicts, least: float) -> list[Proposal]:
    """The same, of these entities: a pure function."""
    found = (_proposal(a, b) for a, b in worth_comparing(entities) if verdicts.allow(a.id, b.id))
    good = (proposal for proposal in found if proposal and proposal.score >= least)
    return sorted(good, key=lambda proposal: (-proposal.score, proposal.a, proposal.b))


def _proposal(a: Candidate, b: Candidate) -> Proposal | None:
    met = _best(a, b)
    if met is None:
        return None
    alike, first, second = met
    score, evidence = alike.score * _NAMES, [_names_in_words(first, second, alike)]
    for factor, bonus, words in (*_ids(a, b), *_distance(a, b), *_sides(a, b)):
        score = score * factor + bonus
        evidence.append(words)
    return Proposal(a.id, b.id, a.name, b.name, a.kind, round(min(score, 1.0), 3), tuple(evidence))


def _best(a: Candidate, b: Candidate) -> tuple[Likeness, Name, Name] | None:
    """The two names that are most alike; the first of them where several are."""
    best: tuple[Likeness, Name, Name] | None = None
    for first in a.names:
        for second in b.names:
            alike = likeness(first, second, a.kind) if may_be_alike(first, second) else None
            if alike and (best is None or alike.score > best[0].score):
                best = alike, first, second
                if alike.score >= 1:
                    return best
    return best


def _names_in_words(a: Name, b: Name, alike: Likeness) -> str:
    equal = fold(a.text) == fold(b.text)
    words = f"both are called “{a.text}”" if equal else f"“{a.text}” and “{b.text}” are one name"
    return f"{words} ({', '.join(alike.reasons)})" if alike.reasons else words


Weight = tuple[float, float, str]
"""What the score is multiplied by, what is added to it, and why."""


def _ids(a: Candidate, b: Candidate) -> Iterable[Weight]:
    """Ids elsewhere: one in common, or two of one scheme."""
    if common := sorted(a.external_ids & b.external_ids):
        yield 1, _SAME_ID, f"both have {' and '.join(common)}"
        return
    for one in sorted(a.external_ids):
        scheme = one.partition(":")[0] + ":"
        other = next((each for each in sorted(b.external_ids) if each.startswith(scheme)), None)
        if other:
            yield _OTHER_ID, 0, f"{one} against {other}"
            return


def _distance(a: Candidate, b: Candidate) -> Iterable[Weight]:
    if a.location and b.location:
        apart = _kilometres(a.location, b.location)
        if apart <= _NEAR_KM:
            yield 1, _NEAR, f"{apart:.1f} km apart"
        elif apart > _FAR_KM:
            yield _FAR, 0, f"{apart:,.0f} km apart"


def _sides(a: Candidate, b: Candidate) -> Iterable[Weight]:
    if a.sides and b.sides:
        common = sorted(a.sides & b.sides)
        yield (
            (1, _SAME_SIDE, f"both of the side of {common[0]}")
            if common
            else (
                _OTHER_SIDE,
                0,
                f"of the side of {min(a.sides)} and of {min(b.sides)}",
            )
        )


def _kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Along a great circle."""
    (lat_a, lon_a), (lat_b, lon_b) = ((radians(lat), radians(lon)) for lat, lon in (a, b))
    chord = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(chord, 1.0)))
