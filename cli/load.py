"""`claimgraph check` and `schema`: what stands in the files, before any database sees it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..graph.errors import InvalidInput
from ..graph.vocabulary import nearest
from ..graph.words import counted
from ..loaders import jsonl
from ..loaders.answers import boards
from ..loaders.corpus.schema import schemas
from ..loaders.inputs import compile_inputs
from ..loaders.places import InvalidFiles
from .options import HowToRead, Inputs, taking
from .tally import tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..loaders.compiled import Compiled

_NAMED = 12
_WEIGHED = 50_000
"""Claims up to which contradictions are told before a database has seen them: that much fits into memory."""


@taking(HowToRead)
def check(
    paths: Inputs,
    how: HowToRead,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print every problem as a line of JSON.")] = False,
    lines: Annotated[bool, typer.Option("--jsonl", help="Print the content as canonical JSON Lines.")] = False,
) -> None:
    """Check files, without a database: every mistake with its file, line and column."""
    try:
        compiled = compile_inputs(paths, how.reading())
    except InvalidFiles as error:
        for line in _problem_lines(error) if as_json else str(error).splitlines():
            typer.echo(line, err=not as_json)
        raise typer.Exit(error.exit_code) from None
    for line in jsonl.lines(compiled.evidence) if lines else _summary(compiled):
        typer.echo(line)


def schema(
    name: Annotated[
        str | None, typer.Argument(help="corpus, entities, source, judgements, assessments or vocabulary.")
    ] = None,
    *,
    into: Annotated[Path | None, typer.Option(help="Write each schema to a file in this folder.")] = None,
) -> None:
    """Print the JSON Schemas of a corpus's files, for editors."""
    known = schemas()
    if name is not None and name not in known:
        raise InvalidInput(f"there is no schema '{name}'{nearest(name, known)}; there are {', '.join(known)}")
    wanted = {name: known[name]} if name else known
    for file, content in wanted.items():
        if into:
            into.mkdir(parents=True, exist_ok=True)
            (into / f"{file}.json").write_text(_json(content) + "\n", "utf-8")
    if not into:
        typer.echo(_json(known[name] if name else known))


def _json(tree: object) -> str:
    return json.dumps(tree, ensure_ascii=False, indent=2)


def _problem_lines(error: InvalidFiles) -> Iterator[str]:
    for problem in error.problems:
        yield json.dumps(asdict(problem.place) | {"message": problem.message}, ensure_ascii=False)


def _summary(compiled: Compiled) -> Iterator[str]:
    """What a person wants to know of an input that is right."""
    yield from tally(compiled) if compiled.rows.units else ()
    for part in compiled.evidence:
        kinds = Counter(entity.kind.value for entity in part.entities)
        claims = counted(len(part.claims), "claim")
        yield f"{part.dataset.id}: {claims} in {counted(len(part.sources), 'source')}"
        yield f"  {counted(len(part.entities), 'entity')}: {_most(kinds)}"
        yield f"  {counted(len(part.judgements), 'judgement')}, {counted(len(part.assessments), 'assessment')}"
    predicates = Counter(claim.predicate for part in compiled.evidence for claim in part.claims)
    if predicates.total() <= _WEIGHED:
        yield from _weighed(compiled)
    yield f"{counted(len(predicates), 'predicate')}: {_most(predicates)}"
    if compiled.foreign:
        yield f"{counted(len(compiled.foreign), 'reference')} to other datasets, for the database to check"
    yield from (f"warning: {warning}" for warning in compiled.warnings)
    if compiled.unwarned:
        yield f"... and {compiled.unwarned:,} more"
    warned = len(compiled.warnings) + compiled.unwarned
    yield f"{counted(warned, 'warning')}, nothing wrong" if warned else "nothing wrong"


def _weighed(compiled: Compiled) -> Iterator[str]:
    """Who answers what, and who contradicts whom, as far as this input alone tells."""
    answered = boards(compiled.evidence)
    claimants = {claim.claimant for part in compiled.evidence for claim in part.claims}
    yield f"{counted(len(claimants), 'claimant')} on {counted(len(answered), 'issue')}"
    contested = [board for board in answered.values() if board.contested]
    links = {(link.claim, link.other) for board in contested for link in board.links if link.type == "CONTRADICTS"}
    yield f"{counted(len(links), 'contradiction')} on {counted(len(contested), 'contested issue')}"


def _most(counts: Counter[str]) -> str:
    by_number = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    shown = [f"{number:,} {name}" for name, number in by_number[:_NAMED]]
    return ", ".join(shown) + (f" and {len(by_number) - _NAMED} others" if len(by_number) > _NAMED else "")
