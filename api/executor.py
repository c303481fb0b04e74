"""The execution of one operation: a statement, its row shaped.

Where the rules have to speak first, under a view or of a large issue, more statements follow: their boards, and what is
asked of the claims that they name.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from graphql import DocumentNode, GraphQLError, GraphQLSchema, SelectionSetNode, execute_sync

from ..graph.compile.plan import Plan, plan
from ..graph.compile.selection import Selection
from ..graph.compile.shape import Answer, ShapeError
from ..graph.errors import QueryFailed
from ..graph.publication import State
from ..graph.store import Store
from ..settings import Settings
from .cost import cost_of
from .documents import Call, Document, Documents, RequestError
from .gate import Gate
from .versions import Board, Versions

_LOG: Final = logging.getLogger(__name__)
_INTERNAL: Final = "INTERNAL"
_NAME: Final = 80
"""Letters of an operation's name that are told."""


@dataclass(slots=True)
class Exchange:
    """What goes along with one request: what it may cost, and what its execution tells whoever asked for it."""

    limit: int | None = None
    """What it may cost; None for queries of our own."""
    status: int = 200
    """The HTTP status that it asks for."""
    operation: str | None = None
    """The operation's name."""
    cost: int = 0
    database: float = 0.0
    """Seconds that were spent on waiting for the database."""
    state: State | None = None
    """The graph's, as the answer came out of it; None where it came out of several, or of none."""


@dataclass(slots=True)
class Outcome:
    """An answer in the making; `data` is None where a root field has no value and must."""

    data: dict[str, Any] | None = field(default_factory=dict)
    errors: list[GraphQLError] = field(default_factory=list)
    states: set[State] = field(default_factory=set)
    """The graph's, as the statements found it."""

    @property
    def loading(self) -> bool:
        """Whether a big load is under way."""
        return any(state.open for state in self.states)

    def add(self, data: Mapping[str, Any] | None) -> None:
        """Put in what some of the root fields answer."""
        self.data = None if data is None or self.data is None else {**self.data, **data}


class Executor:
    """Executes operations over a store, and keeps what it learns about query texts."""

    def __init__(self, schema: GraphQLSchema, store: Store, settings: Settings) -> None:
        self.documents = Documents(schema, introspection=settings.introspection)
        self.versions = Versions(store, Board.of_workers())
        self.gate = Gate(settings.max_concurrent, settings.request_timeout)
        self._schema = schema
        self._store = store
        self._timeout = settings.request_timeout

    async def execute(
        self, document: Document, name: str | None, variables: Mapping[str, Any], exchange: Exchange
    ) -> Outcome:
        """The answer to one operation.

        Raises RequestError; Busy; Unavailable or QueryTimedOut when the database has none.
        """
        call = document.call(name, variables)
        exchange.operation = call.operation.name.value[:_NAME] if call.operation.name else None
        exchange.cost = cost_of(call.outline.selection, call.arguments)
        if exchange.limit is not None and exchange.cost > exchange.limit:
            raise _too_costly(exchange.cost, exchange.limit)
        async with self.gate:
            begun = time.perf_counter()
            try:
                outcome = await self._answered(document, call, variables)
            finally:
                exchange.database = time.perf_counter() - begun
        exchange.state = next(iter(outcome.states)) if len(outcome.states) == 1 else None
        return outcome

    async def _answered(self, document: Document, call: Call, variables: Mapping[str, Any]) -> Outcome:
        outcome = Outcome()
        try:
            await self._run(call.plan, call, outcome)
        except QueryFailed:
            await self._run_apart(call, outcome)
        if call.outline.introspection:
            self._introspect(document, call, variables, outcome)
        if outcome.data is not None:
            outcome.data = {key: outcome.data[key] for key in call.outline.keys}
        return outcome

    async def _run(self, made: Plan, call: Call, outcome: Outcome) -> None:
        row: list[Any] = []
        if made.reads:
            rows = await self._store.read(made.text, made.params(call.arguments), timeout=self._timeout)
            row, told = rows[0]
            state = State(*told[0]) if told else State()
            outcome.states.add(state)
            self.versions.note(state)
        answer = Answer(call.arguments)
        data = made.shaper(row, (), answer)
        while answer.needed:
            answer = Answer(call.arguments, answer.scales, await self._fetched(made, call, answer))
            # The rules may take a while over a large issue, and others want to be answered meanwhile.
            data = await asyncio.to_thread(made.shaper, row, (), answer)
        outcome.errors += map(_shape_error, answer.problems)
        outcome.add(data)

    async def _fetched(self, made: Plan, call: Call, answer: Answer) -> Mapping[tuple[int, str], Any]:
        """The rows that the answer has, and those that it turned out to need."""
        fetched = dict(answer.fetched)
        for number, ids in answer.needed.items():
            site = made.sites[number]
            params = {**made.params(call.arguments, site), "ids": sorted(ids)}
            [[rows, vocabularies]] = await self._store.read(site.text, params, timeout=self._timeout)
            answer.scales.vocabularies = vocabularies or answer.scales.vocabularies
            fetched |= dict.fromkeys(((number, each) for each in ids), None)
            fetched |= {(number, identifier): row for identifier, row in rows}
        return fetched

    async def _run_apart(self, call: Call, outcome: Outcome) -> None:
        """Run the root fields one by one, so that only the guilty one has no answer."""
        query = call.outline.selection
        for key, asked in query.only():
            apart = Selection(query.type, (asked,), {query.type: ((key, 0),)})
            try:
                await self._run(plan(apart, call.shapes), call, outcome)
            except QueryFailed as error:
                outcome.errors.append(internal_error(error, [key]))
                outcome.add({key: None} if asked.nullable else None)

    def _introspect(self, document: Document, call: Call, variables: Mapping[str, Any], outcome: Outcome) -> None:
        """Let graphql-core answer the fields of the schema itself."""
        nodes = [node for each in call.outline.introspection.values() for node in each]
        operation = replace(call.operation, selection_set=SelectionSetNode(selections=tuple(nodes)))
        definitions = (operation, *document.fragments.values())
        result = execute_sync(self._schema, DocumentNode(definitions=definitions), variable_values=dict(variables))
        outcome.errors += result.errors or ()
        outcome.add(result.data)


def internal_error(error: Exception, path: list[str | int] | None = None) -> GraphQLError:
    """What a client sees of an error of ours: the id under which the log has it."""
    number = secrets.token_hex(6)
    _LOG.error("internal error %s", number, exc_info=error)
    return GraphQLError(
        f"internal error; the server's log has it as {number}", path=path, extensions={"code": _INTERNAL}
    )


def _too_costly(cost: int, limit: int) -> RequestError:
    message = (
        f"the query could fetch some {cost:,} rows and may cost {limit:,}; ask for smaller pages (`first`), "
        "for fewer lists within lists, or for no `totalCount` of what is filtered"
    )
    return RequestError(
        GraphQLError(message, extensions={"code": "TOO_COSTLY", "cost": {"requested": cost, "limit": limit}})
    )


def _shape_error(problem: ShapeError) -> GraphQLError:
    code = problem.cause.code if problem.cause else "BROKEN_DATA"
    return GraphQLError(str(problem), path=problem.steps, extensions={"code": code})
