"""The derived layer: canonical ids, issues, natural edges and counters, made from evidence and judgements alone.

Everything here compares what should stand with what stands and writes the difference: deriving twice writes nothing,
and deriving what a load touched gives what deriving everything would. `derive_claims` says which issues a load touched,
and `boards.py` then derives those: who contradicts whom, and the positions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Collection, Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import datetime
from functools import partial

from ..cypher import statement
from .boards import settle_boards
from .changes import Changes
from .fresh import Fresh, Knowledge
from .issues import Issue, NaturalEdge, Said, edge_of, issues_of
from .judgements import canonicalise
from .notes import Notes
from .places import wholes_of
from .progress import Progress, Task
from .referents import Referents
from .schema import of_type
from .vocabulary import Vocabulary
from .writing import Transact, Transaction, by_halves, read_rows, write_rows

_PAGE = 10_000
_WEIGHT = 10
"""How many claims an issue is taken to have, for how many are settled in one transaction."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a load touched, and so what has to be derived again."""

    notes: Notes
    """In which are the claims that differ."""
    entities: frozenset[str]
    """Those that the graph had already: what is said of a new one is new itself."""
    identity: bool
    """Whether entities may become one, or part."""
    now: datetime
    """When the load began: what is judged on the way is recorded then."""
    fresh: Fresh
    """What need not be read back; where the whole is derived, everything is."""
    places: bool = False
    """Whether it may be otherwise which places lie in which."""
    whole: bool = False
    issues: Collection[str] = ()
    """Those to be settled in any case."""

    @classmethod
    def of(cls, notes: Notes, changes: Sequence[Changes], now: datetime, *, identity: bool, whole: bool) -> Scope:
        """What these changes touch; `whole` for everything there is."""
        return cls(
            notes,
            frozenset().union(*(change.entities.altered for change in changes)),
            identity,
            now,
            Fresh.of(notes, () if whole else changes),
            any(map(_moves_places, changes)),
            whole,
        )


async def derive(transact: Transact, scope: Scope, vocabulary: Vocabulary, progress: Progress) -> None:
    """Brings the derived layer up to date with the evidence and the judgements."""
    notes = scope.notes
    moved = await transact(partial(canonicalise, now=scope.now)) if scope.whole or scope.identity else set()
    if scope.whole or scope.identity or scope.places:
        moved |= notes.held("entity", await transact(settle_places))
    known = Knowledge(vocabulary, Referents(), scope.fresh)
    notes.derive_differing_claims()
    if scope.whole:
        await transact(partial(_list_everything, notes=notes))
        await transact(remove_strays)
    else:
        notes.derive_claims(await transact(partial(claims_resting_on, entities=scope.entities)), named=True)
        notes.derive_claims(await transact(partial(claims_resting_on, entities=moved)), named=False)
    notes.derive_issues(scope.issues)
    with progress.task("Deriving", total=notes.size[0], unit="claims") as task:
        for batch in notes.claims():
            named = {claim for claim, is_named in batch.items() if is_named}
            await by_halves(list(batch), partial(_derive, transact, named, known, task))
    with progress.task("Weighing", total=notes.size[1], unit="issues") as task:
        for issues in notes.issues(_WEIGHT):
            await by_halves(issues, partial(_weigh, transact, known, task), fewest=1)


async def _derive(
    transact: Transact, named: Collection[str], known: Knowledge, task: Task, claims: Sequence[str]
) -> None:
    issues, written = await transact(partial(derive_claims, claims=claims, named=named, known=known))
    known.keep(written)
    known.fresh.notes.derive_issues(issues)
    task.advance(len(claims))


async def _weigh(transact: Transact, known: Knowledge, task: Task, issues: Sequence[str]) -> None:
    await settle_boards(transact, issues, known)
    await transact(partial(write_rows, what="remove_issues", rows=issues))
    task.advance(len(issues))


def _moves_places(change: Changes) -> bool:
    """Whether there are new places, or entities that may have been places, or in others, until now."""
    return bool(change.entities.changed or change.entities.vanished) or change.described.places


async def settle_places(tx: Transaction) -> set[str]:
    """Says of each place in which it lies, directly or not; returns those of which that is new."""
    wanted = wholes_of((part, whole) for part, whole in await read_rows(tx, "place_parts"))
    held = {place: frozenset(wholes) for place, wholes in await read_rows(tx, "place_wholes")}
    moved = sorted(place for place in wanted.keys() | held.keys() if wanted.get(place) != held.get(place))
    await write_rows(tx, "set_wholes", [(place, sorted(wanted.get(place, ())) or None) for place in moved])
    return set(moved)


async def _list_everything(tx: Transaction, notes: Notes) -> None:
    """Lists every claim, retracted ones too, as they answer questions of the past; and every issue."""
    async for page in every_claim(tx):
        notes.derive_claims(page, named=True)
    notes.derive_issues([issue for (issue,) in await read_rows(tx, "issue_ids")])


async def every_claim(tx: Transaction) -> AsyncIterator[list[str]]:
    """Every claim's id, a page at a time."""
    after = ""
    while True:
        [[page]] = await read_rows(tx, "claim_ids", after=after, limit=_PAGE)
        yield page
        if len(page) < _PAGE:
            return
        after = page[-1]


async def remove_strays(tx: Transaction) -> None:
    """Removes natural edges that no claim vouches for, and links and positions that belong to no question."""
    strays: dict[str, list[str]] = defaultdict(list)
    for claim, kind in await read_rows(tx, "stray_relations"):
        strays[kind].append(claim)
    for kind, claims in sorted(strays.items()):
        await write_rows(tx, of_type("write/delete_relations", kind), claims)
    for stray in ("write/remove_stray_links", "write/remove_stray_positions"):
        await tx.run(statement(stray).text, {})


async def claims_resting_on(tx: Transaction, entities: Collection[str]) -> set[str]:
    """The claims whose issues or natural edge depend on these entities' names, sides or identity."""
    reached = {entity for (entity,) in await read_rows(tx, "members_and_partisans", ids=sorted(entities))}
    return {claim for (claim,) in await read_rows(tx, "claims_touching", ids=sorted(reached.union(entities)))}


async def derive_claims(
    tx: Transaction, claims: Sequence[str], named: Collection[str], known: Knowledge
) -> tuple[set[str], dict[str, Issue]]:
    """Issues and natural edges of these claims; returns the issues that they answer now or did before, and those now.

    Only those that are `named`, by their dataset or by an entity described anew, may have another edge: a natural edge
    joins the entities that the claim was written with, and no merge changes it.
    """
    new = known.fresh.claims(claims)
    held = await _held(tx, [claim for claim in claims if claim not in new])
    held += [(Said.of(claim), None, Counter()) for claim in new.values()]
    referents = await known.referents.of(tx, {entity for said, _, _ in held for entity in said.entities})
    wanted = {
        said.id: {issue.id: issue for issue in issues_of(said, referents, known.vocabulary)} for said, _, _ in held
    }
    issues = {issue.id: issue for issues in wanted.values() for issue in issues.values()}
    made = await _write_issues(tx, {each: issue for each, issue in issues.items() if known.issues.get(each) != issue})
    known.fresh.note(made, wanted, new)
    # An answer that stands twice goes and comes back once.
    gained = [(said.id, issue) for said, _, times in held for issue in sorted(wanted[said.id]) if times[issue] != 1]
    lost = [
        (said.id, issue)
        for said, _, times in held
        for issue in sorted(times)
        if times[issue] > 1 or issue not in wanted[said.id]
    ]
    await write_rows(tx, "leave_boards", lost)
    await write_rows(tx, "unlink_answers", lost)
    await write_rows(tx, "link_answers", gained)
    edged = [(said, kind) for said, kind, _ in held if said.id in named]
    await _write_edges(
        tx, {said.id: kind for said, kind in edged if kind}, [edge_of(said, referents) for said, _ in edged]
    )
    return {issue for said, _, answers in held for issue in answers.keys() | wanted[said.id].keys()}, issues


async def _held(tx: Transaction, claims: Sequence[str]) -> list[tuple[Said, str | None, Counter[str]]]:
    """Claims that the graph had, each with the type of its natural edge and how often it answers each issue."""
    rows = await read_rows(tx, "said", ids=claims) if claims else []
    return [(Said(*row[:11]), row[11], Counter(row[12])) for row in rows]


async def _write_issues(tx: Transaction, wanted: Mapping[str, Issue]) -> list[str]:
    """Writes the issues that differ; returns those that are new."""
    held = {
        row[0]: Issue(row[0], row[1], row[2], row[3], tuple(sorted((key, entity) for key, entity in row[5])), row[4])
        for row in await read_rows(tx, "issues", ids=sorted(wanted))
    }
    differing = [issue for identifier, issue in sorted(wanted.items()) if held.get(identifier) != issue]
    await write_rows(tx, "upsert_issues", [(*astuple(issue)[:4], issue.unordered) for issue in differing])
    await write_rows(tx, "unlink_issues", [issue.id for issue in differing])
    await write_rows(tx, "link_issues", [(issue.id, key, entity) for issue in differing for key, entity in issue.about])
    return sorted(wanted.keys() - held.keys())


async def _write_edges(tx: Transaction, kinds: Mapping[str, str], edges: Iterable[NaturalEdge | None]) -> None:
    """Replaces the natural edges that differ. `kinds` is the type of the edge that stands for a claim now."""
    wanted = {edge.claim: edge for edge in edges if edge}
    by_kind: dict[str, list[str]] = defaultdict(list)
    for claim, kind in sorted(kinds.items()):
        by_kind[kind].append(claim)
    held: dict[str, NaturalEdge] = {}
    for kind, claims in by_kind.items():
        rows = await tx.run(of_type("read/relations", kind).text, {"ids": claims})
        held |= {row[0]: NaturalEdge(kind, *row) for row in rows}
    for kind in by_kind:
        stale = [claim for claim, edge in held.items() if edge.type == kind and edge != wanted.get(claim)]
        await write_rows(tx, of_type("write/delete_relations", kind), stale)
    await write_rows(tx, "forget_relations", sorted(kinds.keys() - wanted.keys()))
    missing = [astuple(edge) for claim, edge in sorted(wanted.items()) if edge != held.get(claim)]
    await write_rows(tx, "create_relations", missing)
