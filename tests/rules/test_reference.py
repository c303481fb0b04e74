"""The corpora are sound, and the plain reading of the rules finds in them what their makers meant."""

from pathlib import Path

import pytest

from claimgraph.loaders.inputs import compile_inputs
from claimgraph.loaders.jsonl import lines
from claimgraph.tests.rules.corpora import Corpus, corpus
from claimgraph.tests.rules.reading import reference_links
from claimgraph.tests.rules.scenarios import SCENARIOS
from claimgraph.tests.rules.seeds import SEEDS, difference


@pytest.mark.parametrize("seed", range(3))
def test_a_corpus_compiles_to_itself(seed: int, tmp_path: Path) -> None:
    """It has no mistake, every claim answers a question, and each is as the compiler would make it."""
    made = corpus(seed)
    file = tmp_path / "made.jsonl"
    file.write_text("\n".join(lines(made.evidence)), "utf-8")
    compiled = compile_inputs([file])
    assert {claim.id: claim for part in compiled.evidence for claim in part.claims} == made.claims
    assert len(made.claims) == sum(len(part.claims) for part in made.evidence)
    assert [str(problem) for problem in compiled.warnings if "until then none" not in str(problem)] == []
    assert {claim for _, *pair, _, _ in made.links for claim in pair} <= made.claims.keys()


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.__name__)
def test_the_reference_finds_what_a_scenario_means(scenario: object) -> None:
    """Over many seeds, alone and among merged things: these links and no other."""
    for seed in range(SEEDS):
        made = corpus(seed, [scenario])  # type: ignore[list-item]
        _compare(made, seed)


@pytest.mark.parametrize("seed", range(4))
def test_the_reference_finds_what_a_corpus_means(seed: int) -> None:
    """All scenarios at once are each of them alone."""
    _compare(corpus(seed), seed)


def _compare(made: Corpus, seed: int) -> None:
    found = reference_links(made.evidence)
    assert found == made.links, difference(found, made, seed)
