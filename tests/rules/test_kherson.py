"""The Kherson corpus: every disagreement that a careful reader finds is a contradiction, and nothing else is."""

from itertools import chain

import pytest

from claimgraph.graph.rules.answers import Link
from claimgraph.graph.rules.board import Board
from claimgraph.loaders.answers import boards
from claimgraph.loaders.inputs import compile_inputs
from claimgraph.tests.conftest import KHERSON

WITHDRAWAL = "issue/withdrawal/kherson:russia/kherson:withdrawal"
LOSSES = "issue/losses/kherson:russia/kherson:withdrawal"
CONTRADICTIONS = {
    ("dm-retreat-goes-on", "mod-complete"): ("time", "hard"),
    ("mod-complete", "reznikov-one-week"): ("time", "soft"),
    ("dm-forces-still-in-kherson", "mod-complete"): ("after", "hard"),
    ("crump-huge-losses", "mod-no-losses"): ("value", "soft"),
    ("dm-snihurivka-30-miles", "dm-snihurivka-55-km"): ("self-contradiction", "hard"),
    ("european-unlikely", "us-talks-opportunity"): ("polarity", "soft"),
    ("european-unlikely", "milley-backs"): ("polarity", "soft"),
    ("dm-regions-of-ukraine", "peskov-part-of-russia"): ("identity", "hard"),
    ("dm-regions-of-ukraine", "putin-forever"): ("identity", "soft"),
}
SILENT = (
    ("reznikov-40000", "crump-surrounded"),  # 40,000 present, up to 20,000 surrounded: two dimensions
    ("us-100000", "mod-no-personnel-losses"),  # the whole war's losses, one operation's
    ("reznikov-in-city", "mod-complete"),  # said of a night in which it may have ended
    ("russia-announced", "dm-forces-still-in-kherson"),  # a plan against a state
    ("nizarenko-hope", "dm-trap-fears-region"),  # a hope against a fear
    ("zelenskyy-withdraw", "dm-retreat-goes-on"),  # a demand
    ("zelenskyy-munitions-left", "mod-no-equipment-left"),  # other areas, other things
    ("milley-window", "european-unlikely"),  # on a condition
    ("zelenskyy-never-putin", "zelenskyy-next-leader"),  # two plans of one man
    ("barry-russia-not-lost", "barry-ukraine-not-won"),  # neither
)


@pytest.fixture(scope="module")
def told() -> tuple[dict[str, str], dict[str, Board]]:
    """The key of each claim, and every board."""
    [evidence] = compile_inputs([KHERSON]).evidence
    return {claim.id: str(claim.source_key) for claim in evidence.claims}, boards([evidence])


def test_the_contradictions(told: tuple[dict[str, str], dict[str, Board]]) -> None:
    """Each by its rule and as firm as its claimants are, and no other."""
    keys, found = told
    assert _pairs(keys, found, "CONTRADICTS") == CONTRADICTIONS


@pytest.mark.parametrize("pair", SILENT, ids="-".join)
def test_a_trap_stays_silent(told: tuple[dict[str, str], dict[str, Board]], pair: tuple[str, str]) -> None:
    """Neither a contradiction nor an agreement, though the words may look like one."""
    keys, found = told
    assert set(pair) <= set(keys.values())
    every = _pairs(keys, found, "CONTRADICTS") | _pairs(keys, found, "CORROBORATES")
    assert tuple(sorted(pair)) not in every


def test_each_says_why(told: tuple[dict[str, str], dict[str, Board]]) -> None:
    """In words that name both sides."""
    keys, found = told
    bases = {_pair(keys, link): link.basis for link in _links(found)}
    assert bases["crump-huge-losses", "mod-no-losses"] == (
        "no losses (0) against huge losses (more than 0) (predicted)"
    )
    assert "Kherson lies in West bank of the Dnipro" in bases["mod-complete", "reznikov-one-week"]
    assert set(bases["dm-regions-of-ukraine", "peskov-part-of-russia"].split(" against ", 1)) == {
        "Kherson Oblast belongs to Russia",
        "Kherson Oblast belongs to Ukraine, and it can be but one",
    }


def test_who_only_says_it_again(told: tuple[dict[str, str], dict[str, Board]]) -> None:
    """Zelenskyy's resolve of the autumn, held to in November."""
    keys, found = told
    assert _pairs(keys, found, "REPEATS").keys() == {
        ("zelenskyy-never-putin", "zelenskyy-never-putin-again"),
        ("zelenskyy-next-leader", "zelenskyy-next-leader-again"),
    }


def test_positions_that_a_reader_understands(told: tuple[dict[str, str], dict[str, Board]]) -> None:
    """Those that stand against each other come first, under what they come down to."""
    _, found = told
    assert [position.label for position in found[WITHDRAWAL].positions][:2] == [
        "not over before 17 Nov 2022 16:00 UTC",
        "complete by 11 Nov 2022 03:00 UTC",
    ]
    assert [position.label for position in found[LOSSES].positions][:2] == ["no losses", "more than 0 losses"]
    distance = found["issue/distance/kherson:kherson-city/kherson:snihurivka"]
    assert [position.label for position in distance.positions] == ["about 48.28 km", "about 55 km"]


def test_what_is_said_of_a_beginning_decides_nothing(told: tuple[dict[str, str], dict[str, Board]]) -> None:
    """That it has begun fits those who say that it is over and those who say that it is not."""
    keys, found = told
    assert {"dm-began-retreating", "reznikov-in-city", "mod-crossed"} <= {
        keys[claim] for claim in found[WITHDRAWAL].undecided
    }


def _links(found: dict[str, Board]) -> list[Link]:
    return list(chain.from_iterable(board.links for board in found.values()))


def _pairs(keys: dict[str, str], found: dict[str, Board], type_: str) -> dict[tuple[str, ...], tuple[str, str]]:
    return {_pair(keys, link): (link.rule, link.strength) for link in _links(found) if link.type == type_}


def _pair(keys: dict[str, str], link: Link) -> tuple[str, ...]:
    return tuple(sorted((keys[link.claim], keys[link.other])))
