"""References into datasets that are not in the input, held against the database."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..cypher import statement
from ..graph.ids import key_of
from ..graph.vocabulary import nearest
from .compile import compile_rows
from .places import Problems
from .references import MANY, UNKNOWN

if TYPE_CHECKING:
    from ..graph.store import Store
    from .compiled import Compiled
    from .references import Foreign

_PATIENCE = 60.0
_NOWHERE = (None, "", False)


async def settle_foreign(store: Store, compiled: Compiled) -> Compiled:
    """What was compiled, once the database has what it refers to in datasets that are not in the input.

    Raises InvalidFiles, naming each place, when the graph lacks something or has it as something else; where rows with
    mistakes are left out, those that refer to it are.
    """
    while wrong := await _wrong(store, compiled):
        if not compiled.checking.rejecting:
            problems = Problems()
            for reference, message in wrong:
                problems.note(reference.row, reference.field, message, UNKNOWN)
            problems.raise_any()
        absent = dict(compiled.checking.absent) | {each.id: message for each, message in wrong}
        compiled = compile_rows(compiled.rows, replace(compiled.checking, absent=absent))
    return compiled


async def _wrong(store: Store, compiled: Compiled) -> list[tuple[Foreign, str]]:
    """The references that lead nowhere, each with why."""
    if not compiled.foreign:
        return []
    ids = sorted({reference.id for reference in compiled.foreign})
    rows = await store.read(statement("read/known_nodes").text, {"ids": ids}, timeout=_PATIENCE)
    known: dict[str, tuple[str | None, str, bool]] = {identifier: (*described,) for identifier, *described in rows}
    replaced = set() if compiled.checking.partial else {key_of(part.dataset.id) for part in compiled.evidence}
    told = [(each, _problem(each, known.get(each.id, _NOWHERE), replaced)) for each in compiled.foreign]
    return [
        (each, message + (_near(each.id, compiled) if each.id.startswith("claim/") else ""))
        for each, message in told
        if message
    ]


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
