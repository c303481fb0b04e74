"""References into datasets that are not in the input, held against the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..cypher import statement
from .places import InvalidFiles, Problems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..graph.store import Store
    from .references import Foreign

_PATIENCE = 60.0


async def check_foreign(store: Store, references: Sequence[Foreign]) -> None:
    """Raises InvalidFiles, naming each place, when the graph lacks what is referred to or has it as something else."""
    if not references:
        return
    ids = sorted({reference.id for reference in references})
    rows = await store.read(statement("read/known_nodes").text, {"ids": ids}, timeout=_PATIENCE)
    known: dict[str, tuple[str, bool]] = {identifier: (kind, live) for identifier, kind, live in rows}
    problems = Problems()
    for reference in references:
        kind, live = known.get(reference.id, (None, False))
        if kind is None:
            problems.add(
                reference.place, f"'{reference.id}' is neither in the input nor in the graph; load its dataset first"
            )
        elif not live:
            problems.add(reference.place, f"'{reference.id}' was retracted: its dataset no longer describes it")
        elif reference.kinds and kind not in reference.kinds:
            fitting = " or ".join(fit.value for fit in reference.kinds)
            problems.add(reference.place, f"'{reference.id}' is of the kind {kind} in the graph; here stands {fitting}")
    if found := problems.sorted():
        raise InvalidFiles(found)
