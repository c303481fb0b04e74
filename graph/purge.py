"""Erases a private person for good: who they are, what is said of them and by them, and all that was derived of it."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from ..cypher import statement
from .derive import Scope, derive
from .errors import Conflict, InvalidInput
from .fresh import Fresh
from .notes import Notes
from .progress import Progress
from .publication import OutrunError, Publication, Run, publish, read_publication
from .purged import Purged, hashes_of
from .records import Kind
from .schema import of_type
from .store import Store
from .writing import Transaction, Within, read_rows, write_rows

_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who may be erased, and what goes with them."""

    id: str
    name: str
    external_ids: tuple[str, ...]
    others: tuple[str, ...]
    """Other entities that are shown as one with them, and stay."""
    claims: Mapping[str, str]
    """The sentence of each claim about them or by them, by its id, of all times."""
    datasets: tuple[str, ...]
    relations: Mapping[str, Sequence[str]]
    """Claims that have a natural edge, by its type."""
    answers: tuple[tuple[str, str], ...]
    """(claim, issue that it answers)."""
    assessments: int


async def find(store: Store, entity: str) -> Person:
    """The person, and what would be erased with them. Raises InvalidInput where there is no such person."""
    return await store.write(partial(_find, entity=entity))


async def purge(store: Store, entity: str, progress: Progress) -> tuple[Person, int]:
    """Erases the person in one transaction; returns what was erased, and the graph's version.

    Raises InvalidInput where there is no such person, Conflict while a load is under way, and Unavailable.
    """
    for _ in range(_ATTEMPTS):
        held = await store.write(read_publication)
        held.admit([])
        try:
            return await store.write(partial(_purge, entity=entity, held=held, progress=progress))
        except OutrunError:
            continue
    raise Conflict("other loads keep publishing while this erases; run it again when they are through")


async def _find(tx: Transaction, entity: str) -> Person:
    found = await read_rows(tx, "purge_target", id=entity)
    if not found:
        raise InvalidInput(f"there is no entity '{entity}' in the graph; an id is written entity/dataset/key")
    [[kind, name, external_ids, others]] = found
    if kind != Kind.PERSON:
        raise InvalidInput(f"'{entity}' is of the kind {kind}; only people are erased, as others have no private life")
    rows = await read_rows(tx, "claims_of_person", id=entity)
    relations: dict[str, list[str]] = defaultdict(list)
    for claim, _, _, relation, _, _ in rows:
        if relation:
            relations[relation].append(claim)
    return Person(
        entity,
        name,
        tuple(external_ids),
        tuple(others),
        {claim: text for claim, _, text, _, _, _ in rows},
        tuple(sorted({dataset for _, dataset, *_ in rows})),
        relations,
        tuple((claim, issue) for claim, _, _, _, issues, _ in rows for issue in issues),
        sum(row[-1] for row in rows),
    )


async def _purge(tx: Transaction, entity: str, held: Publication, progress: Progress) -> tuple[Person, int]:
    person = await _find(tx, entity)
    now = datetime.now(UTC)
    run = Run.of_this_process([f"dataset/{key}" for key in person.datasets], now)
    version = await publish(tx, run, held.version, held.derived_by or "", (0, 0, len(person.claims)))
    await write_rows(tx, "leave_boards", person.answers)
    await write_rows(tx, "unlink_answers", person.answers)
    for kind, claims in sorted(person.relations.items()):
        await write_rows(tx, of_type("write/delete_relations", kind), claims)
    await write_rows(tx, "purge_claims", sorted(person.claims))
    purged = await Purged.of(tx)
    salt = purged.salt or secrets.token_hex(16)
    hashes = [each for each in hashes_of(entity, person.external_ids, salt) if each not in purged.hashes]
    await tx.run(statement("write/purge_entity").text, {"id": entity, "salt": salt, "hashes": hashes})
    notes = Notes()
    issues = {issue for _, issue in person.answers}
    scope = Scope(notes, frozenset(), identity=True, now=now, fresh=Fresh.of(notes, ()), issues=issues)
    await derive(Within(tx), scope, held.vocabulary({}), progress)
    return person, version
