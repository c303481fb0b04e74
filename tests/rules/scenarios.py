"""Every scenario: a small story on boards of its own, which says exactly which links must come of it."""

from collections.abc import Callable

from claimgraph.tests.rules import agreements, denials, histories, occasions, quantities, repeats
from claimgraph.tests.rules.scene import Scene

SCENARIOS: tuple[Callable[[Scene], None], ...] = (
    *denials.SCENARIOS,
    *quantities.SCENARIOS,
    *occasions.SCENARIOS,
    *repeats.SCENARIOS,
    *histories.SCENARIOS,
    *agreements.SCENARIOS,
)
"""By module, in the order in which docs/rules.md has the rules."""
