"""Judging by hand: a person's word on two entities, held against all others' and loaded as a dataset of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from rapidfuzz import fuzz, process

from ..cypher import statement
from .contradictions import refuse_different, refuse_same, remedy, said
from .errors import Conflict, InvalidInput
from .evidence import Evidence
from .ids import dataset_id, judgement_id
from .judgements import AUTOMATIC, BY_HAND
from .progress import Progress
from .publication import OutrunError, read_publication
from .publish import Loaded, load
from .records import Dataset, Judgement, Kind
from .store import Store
from .vocabulary import Vocabulary
from .writing import Transaction, read_rows

_DATASET = Dataset(dataset_id(BY_HAND), "Judgements made here", redistribute=True)
_PATIENCE = 60.0
_ATTEMPTS = 5
_MANY = 50_000
"""Ids among which the nearest are looked for."""
_NEAR = 60

Revise = Callable[[Sequence[Judgement]], list[Judgement]]
"""From every judgement that holds to all that the dataset of judgements is to say. Raises InvalidInput."""


@dataclass(frozen=True, slots=True)
class View:
    """What readers see of an entity once it is judged."""

    id: str
    name: str
    members: tuple[str, ...]
    claims: int
    """Live claims about it or by it."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of a judgement."""

    loaded: Loaded
    views: tuple[View, ...]
    """Of the two entities: one if they are the same now."""
    ended: tuple[Judgement, ...] = ()


async def judge(store: Store, judgement: Judgement, progress: Progress) -> Judged:
    """Makes a judgement, whose id and dataset follow; the same one again writes nothing.

    Raises InvalidInput for entities that cannot be judged so, Conflict while another load is under way, Unavailable.
    """
    new = replace(judgement, dataset=BY_HAND)
    new = replace(new, id=judgement_id(new))
    await _check_entities(store, new.a, new.b)

    def revise(held: Sequence[Judgement]) -> list[Judgement]:
        if all(each.id != new.id for each in held):
            (refuse_same if new.record == "same" else refuse_different)(new.a, new.b, held)
        return [*(each for each in held if each.dataset == BY_HAND and each.id != new.id), new]

    loaded = await _revised(store, revise, progress)
    return Judged(loaded, await _views(store, new.a, new.b))


async def withdraw(store: Store, a: str, b: str, progress: Progress) -> Judged:
    """Ends what was judged here of the two. Raises InvalidInput when that is nothing, and as `judge`."""
    await _known(store, a, b)
    ended: list[Judgement] = []

    def revise(held: Sequence[Judgement]) -> list[Judgement]:
        between = [each for each in held if {each.a, each.b} == {a, b}]
        ended[:] = [each for each in between if each.dataset == BY_HAND]
        if not ended:
            raise InvalidInput(_nothing_to_end(a, b, between))
        return [each for each in held if each.dataset == BY_HAND and each not in ended]

    loaded = await _revised(store, revise, progress)
    return Judged(loaded, await _views(store, a, b), tuple(ended))


async def _revised(store: Store, revise: Revise, progress: Progress) -> Loaded:
    """Loads what `revise` makes of the judgements that hold; made again if another load comes in between."""
    for _ in range(_ATTEMPTS):
        version, held = await store.write(_held)
        evidence = Evidence(_DATASET, Vocabulary(), judgements=revise(held))
        try:
            return await load(store, [evidence], progress, based_on=version)
        except OutrunError:
            continue
    raise Conflict("other loads keep publishing while this is judged; run it again when they are through")


async def _held(tx: Transaction) -> tuple[int, list[Judgement]]:
    """The version, and every judgement that holds."""
    held = await read_publication(tx)
    return held.version, [_judgement(*row) for row in await read_rows(tx, "judgements")]


def _judgement(identifier: str, dataset: str, kind: str, *rest: str) -> Judgement:
    a, b, by, basis, at = rest
    moment = datetime.fromisoformat(at) if at else None
    return Judgement(identifier, dataset, "same" if kind == "SAME_AS" else "different", a, b, by, basis, moment)


async def _check_entities(store: Store, a: str, b: str) -> None:
    """Raises InvalidInput unless they are two live entities of one kind."""
    if a == b:
        raise InvalidInput(f"'{a}' is named twice; name two entities")
    known = await _known(store, a, b)
    for identifier, (_, live) in known.items():
        if not live:
            raise InvalidInput(
                f"'{identifier}' was retracted: no dataset describes it any more; judge one that is live"
            )
    if known[a][0] != known[b][0]:
        kinds = f"'{a}' is of the kind {known[a][0]}, '{b}' of the kind {known[b][0]}"
        raise InvalidInput(f"{kinds}: they are no one thing whatever is judged; name two of one kind")


async def _known(store: Store, *ids: str) -> dict[str, tuple[str, bool]]:
    """(kind, live) of each. Raises InvalidInput with the nearest ids for one that does not exist."""
    rows = await store.read(statement("read/known_nodes").text, {"ids": list(ids)}, timeout=_PATIENCE)
    known = {identifier: (str(kind), bool(live)) for identifier, kind, _, live in rows if kind in set(Kind)}
    for identifier in ids:
        if identifier not in known:
            raise InvalidInput(f"there is no entity '{identifier}'{await _nearest(store, identifier)}")
    return known


async def _nearest(store: Store, identifier: str) -> str:
    """The tail of a sentence: the ids of the same dataset that are nearest, or of any if it has none."""
    for beginning in (identifier.rpartition("/")[0] + "/", "entity/"):
        params = {"beginning": beginning, "limit": _MANY}
        [[ids]] = await store.read(statement("read/entity_ids").text, params, timeout=_PATIENCE)
        found = process.extract(identifier, sorted(ids), scorer=fuzz.ratio, limit=3, score_cutoff=_NEAR)
        if found:
            return f"; did you mean {' or '.join(repr(near) for near, *_ in found)}?"
    return "; an id is written entity/dataset/key, as GraphQL's search gives it"


async def _views(store: Store, a: str, b: str) -> tuple[View, ...]:
    rows = await store.read(statement("read/merged_views").text, {"ids": [a, b]}, timeout=_PATIENCE)
    return tuple(View(canonical, name, tuple(members), claims) for canonical, name, members, claims in rows)


def _nothing_to_end(a: str, b: str, between: Sequence[Judgement]) -> str:
    nothing = f"nothing was judged here of '{a}' and '{b}', so there is nothing to end"
    for each in between:
        if each.dataset == AUTOMATIC:
            return (
                f"{nothing}; they are the same because {each.basis}: `claimgraph judge {a} {b} --different` parts them"
            )
        return f"{nothing}; {said(each)}: {remedy(each)}"
    return nothing
