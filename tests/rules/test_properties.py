"""What holds of every board, whatever is said: shown on random claims without any plan."""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from claimgraph.graph.evidence import Evidence
from claimgraph.graph.ids import claim_id, entity_id
from claimgraph.graph.records import Entity, Kind, Level
from claimgraph.graph.rules.answers import Answer, Context
from claimgraph.graph.rules.board import Board
from claimgraph.graph.rules.exclusion import exclusion
from claimgraph.graph.vocabulary import Holds
from claimgraph.loaders.answers import boards
from claimgraph.tests.rules.plain import allowed, holds_of, manner, window
from claimgraph.tests.rules.reading import answers_by_issue, context_of
from claimgraph.tests.rules.seeds import SEEDS
from claimgraph.tests.rules.unstructured import heap, shuffled

_SETTINGS = settings(
    max_examples=max(SEEDS // 2, 1),
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.generate],  # a seed does not shrink
)
_SEEDS = st.integers(0, 2**32)


@_SETTINGS
@given(seed=_SEEDS, order=_SEEDS)
def test_the_order_in_which_claims_come_is_nothing(seed: int, order: int) -> None:
    """The same boards, positions and all; and the same once more."""
    evidence = heap(seed, groups=4)
    found = boards([evidence])
    assert boards([shuffled(evidence, order)]) == found
    assert boards([evidence]) == found


@_SETTINGS
@given(seed=_SEEDS)
def test_two_claims_are_for_or_against_each_other(seed: int) -> None:
    """Never both, never twice by links of a kind, and no claim with itself."""
    for board in boards([heap(seed)]).values():
        between = [(link.claim, link.other) for link in board.links if link.type in {"CONTRADICTS", "CORROBORATES"}]
        assert all(first < second for first, second in between)
        assert len(set(between)) == len(between)
        kinds = Counter((link.type, link.claim, link.other) for link in board.links)
        assert set(kinds.values()) <= {1}
        assert all(link.claim != link.other for link in board.links)
        assert all(link.basis for link in board.links)


@_SETTINGS
@given(seed=_SEEDS)
def test_positions_part_the_current_claims(seed: int) -> None:
    """Each current claim takes one position or is undecided; whatever is not current repeats or is superseded."""
    for board, answers, _ in _told(seed):
        placed = [claim for position in board.positions for claim in position.claims]
        assert Counter([*placed, *board.undecided]) == Counter(board.current)
        folded = {link.claim for link in board.links if link.type == "REPEATS"}
        superseded = {link.other for link in board.links if link.type == "SUPERSEDES"}
        assert set(board.current) == answers.keys() - folded - superseded
        assert not {link.other for link in board.links if link.type == "REPEATS"} & folded


@_SETTINGS
@given(seed=_SEEDS)
def test_a_position_holds_together(seed: int) -> None:
    """No two of its claims exclude each other; all are of one dimension and meant in one way, totals of one window."""
    for board, answers, context in _told(seed):
        for position in board.positions:
            members = [answers[claim] for claim in position.claims]
            assert not any(exclusion(a, b, context) for a, b in combinations(members, 2))
            assert len({manner(each)[0] for each in members}) == 1
            assert len({each.dimension for each in members}) == 1
            totals = [each for each in members if holds_of(each, context) is Holds.TOTAL]
            assert len({window(each, context) for each in totals}) <= 1


@_SETTINGS
@given(seed=_SEEDS)
def test_a_position_counts_voices_and_reports(seed: int) -> None:
    """Claimants are origins; sources, those of mere repeats too, are reports. Its range is what they allow."""
    for board, answers, _ in _told(seed):
        for position in board.positions:
            members = [answers[claim] for claim in position.claims]
            echoes = [
                answers[link.claim] for link in board.links if link.type == "REPEATS" and link.other in position.claims
            ]
            assert position.origin_count == len({each.claimant for each in members})
            assert position.report_count == len({each.source for each in (*members, *echoes)})
            ranges = [bounds for each in members if each.affirmed and (bounds := allowed(each))]
            low = max((bounds[0] for bounds in ranges), default=(-math.inf, 0))[0]
            high = min((bounds[1] for bounds in ranges), default=(math.inf, 0))[0]
            assert position.low == (None if math.isinf(low) else low)
            assert position.high == (None if math.isinf(high) else high)


@_SETTINGS
@given(seed=_SEEDS, which=_SEEDS)
def test_a_stranger_changes_nothing_between_others(seed: int, which: int) -> None:
    """What someone new says, of whatever, leaves every link between the others as it was."""
    before = heap(seed, groups=4)
    claim, after = _with_a_stranger(before, which)
    links = {link for board in boards([before]).values() for link in board.links}
    found = {link for board in boards([after]).values() for link in board.links}
    assert links <= found
    assert all(claim in {link.claim, link.other} for link in found - links)


def _with_a_stranger(evidence: Evidence, which: int) -> tuple[str, Evidence]:
    """The evidence with one of its claims said by someone new as well."""
    claims = evidence.claims
    said = claims[which % len(claims)]
    stranger = Entity(entity_id("heap", "stranger"), "heap", Kind.PERSON, "Stranger")
    copied = replace(claims[(which // 7) % len(claims)], attribution=(Level(stranger.id), said.attribution[-1]))
    copied = replace(copied, source=said.source, asserted=said.asserted)
    copied = replace(copied, id=claim_id(copied))
    return copied.id, replace(evidence, entities=[*evidence.entities, stranger], claims=[*claims, copied])


def _told(seed: int) -> Iterator[tuple[Board, dict[str, Answer], Context]]:
    """Each board of a heap, with its answers by claim."""
    evidence = heap(seed)
    context, answers = context_of([evidence]), answers_by_issue([evidence])
    for issue, board in boards([evidence]).items():
        yield board, {each.claim: each for each in answers[issue]}, context
