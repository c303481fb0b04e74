"""Histories of edits: however a graph came to say what it says, it is the graph of a fresh load.

`HISTORIES=1000` in the environment tries that many instead of a few.
"""

import os
from contextlib import suppress
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from claimgraph.graph import publish, writing
from claimgraph.graph.digest import digest
from claimgraph.graph.errors import Conflict, InvalidInput
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load, rebuild
from claimgraph.tests.conftest import wipe
from claimgraph.tests.graph.edited import EDITS, Corpora
from claimgraph.tests.graph.flaky import Flaky, KilledError


@dataclass(frozen=True)
class Step:
    """Edits, and how what they make is loaded."""

    edits: list[tuple[str, int, int]]
    order: tuple[int, ...] = (0, 1)
    """Both datasets in one load, or one in each."""
    small: bool = False
    """Whether the load is an open run of many small transactions."""
    deaf: bool = False
    killed_after: int | None = None


numbers = st.integers(0, 99)
steps = st.builds(
    Step,
    edits=st.lists(st.tuples(st.sampled_from(sorted(EDITS)), numbers, numbers), min_size=1, max_size=8),
    order=st.sampled_from([(), (), (0, 1), (1, 0)]),
    small=st.booleans(),
    deaf=st.booleans(),
    killed_after=st.none() | st.integers(5, 30),
)


@settings(
    max_examples=int(os.environ.get("HISTORIES", "6")),
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.generate],  # a history is short enough to read, and shrinking one takes minutes
)
@given(history=st.lists(steps, min_size=1, max_size=4))
async def test_only_the_last_word_counts(flaky: Flaky, history: list[Step]) -> None:
    """After each step the digest is a fresh load's and a rebuild's, and the same load again writes nothing."""
    await wipe(flaky)
    corpora = Corpora()
    said: list[tuple[list[Evidence], str]] = []
    for step in history:
        for edit in step.edits:
            corpora.edit(*edit)
        note(f"{step}")
        evidence = corpora.evidence()
        await _load(flaky, evidence, step)
        said.append((evidence, await digest(flaky)))
        assert not (await load(flaky, evidence, Silent())).wrote
        await rebuild(flaky, Silent())
        assert await digest(flaky) == said[-1][1]
    for number, (evidence, expected) in enumerate(said):
        await wipe(flaky)
        await load(flaky, evidence, Silent())
        assert await digest(flaky) == expected, f"after step {number}"


async def _load(flaky: Flaky, evidence: list[Evidence], step: Step) -> None:
    with pytest.MonkeyPatch.context() as patch:
        if step.small:
            patch.setattr(publish, "ONE_TRANSACTION", 4)
            patch.setattr(writing, "BATCH", 7)
        with suppress(KilledError, Conflict, InvalidInput):  # places lie in each other until both are loaded
            patch.setattr(flaky, "transactions_left", step.killed_after)
            for number in step.order:
                await load(flaky, [evidence[number]], Silent())
            await load(flaky, evidence, Silent())
        patch.setattr(flaky, "transactions_left", None)
        patch.setattr(flaky, "commits_are_heard", not step.deaf)
        await load(flaky, evidence, Silent())
