"""References into datasets that are not in the input, held against the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..cypher import statement
from ..graph.ids import key_of
from ..graph.vocabulary import nearest
from .places import Problems
from .references import MANY, UNKNOWN

if TYPE_CHECKING:
    from ..graph.store import Store
    from .compile import Compiled
    from .references import Foreign

_PATIENCE = 60.0
_NOWHERE = (None, "", False)


async def check_foreign(store: Store, compiled: Compiled) -> None:
    """Raises InvalidFiles, naming each place, when the graph lacks what is referred to or has it as something else."""
    if not compiled.foreign:
        return
    ids = sorted({reference.id for reference in compiled.foreign})
    rows = await store.read(statement("read/known_nodes").text, {"ids": ids}, timeout=_PATIENCE)
    known: dict[str, tuple[str | None, str, bool]] = {identifier: (*described,) for identifier, *described in rows}
    replaced = {key_of(part.dataset.id) for part in compiled.evidence}
    problems = Problems()
    for reference in compiled.foreign:
        if message := _problem(reference, known.get(reference.id, _NOWHERE), replaced):
            is_claim = reference.id.startswith("claim/")
            hint = _near(reference.id, compiled) if is_claim else ""
            problems.note(reference.row, reference.field, message + hint, UNKNOWN)
    problems.raise_any()


def _problem(reference: Foreign, known: tuple[str | None, str, bool], replaced: set[str]) -> str | None:
    """What is wrong with a reference to what the graph has; `replaced` are the datasets that the load brings."""
    kind, dataset, live = known
    if kind is None:
        return f"'{reference.id}' is neither in the input nor in the graph; load its dataset first"
    if not live:
        return f"'{reference.id}' was retracted: its dataset no longer describes it"
    if dataset in replaced:
        return f"'{reference.id}' is in the graph only: '{dataset}', as it is in the input, no longer has it"
    if reference.kinds and kind not in reference.kinds:
        fitting = " or ".join(fit.value for fit in reference.kinds)
        return f"'{reference.id}' is of the kind {kind} in the graph; here stands {fitting}"
    return None


def _near(claim: str, compiled: Compiled) -> str:
    """The claims of the input whose ids a slip could have made this one."""
    return "" if compiled.rows.count("claim") > MANY else nearest(claim, compiled.rows.ids("claim"))
