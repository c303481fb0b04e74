"""Random claims without any plan: the boards have the links that a plain reading of docs/rules.md finds."""

import pytest

from claimgraph.loaders.answers import boards
from claimgraph.tests.rules.corpora import Corpus
from claimgraph.tests.rules.reading import answers_by_issue, context_of
from claimgraph.tests.rules.reference import current_of, links_of
from claimgraph.tests.rules.seeds import SEEDS, difference
from claimgraph.tests.rules.unstructured import heap


@pytest.mark.parametrize("seed", range(SEEDS))
def test_every_board_is_as_a_plain_reading_has_it(seed: int) -> None:
    """Some forty small issues a seed: the same links on each, and the same claims current."""
    evidence = heap(seed)
    found, context = boards([evidence]), context_of([evidence])
    answers = answers_by_issue([evidence])
    assert found.keys() == answers.keys()
    for issue, board in found.items():
        wanted = Corpus((evidence,), links_of(answers[issue], context))
        links = [(link.type, link.claim, link.other, link.rule, link.strength) for link in board.links]
        assert frozenset(links) == wanted.links, f"{issue}: {difference(links, wanted, seed)}"
        assert len(links) == len(wanted.links)
        assert set(board.current) == {each.claim for each in current_of(answers[issue], context)}
