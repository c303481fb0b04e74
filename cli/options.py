"""Options that several commands share: a dataclass for each group, whose fields are the options."""

from __future__ import annotations

import inspect
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from ..graph.changes import Retracting
from ..loaders.compiled import Checking
from ..loaders.files import Described
from ..loaders.inputs import Reading

if TYPE_CHECKING:
    from collections.abc import Callable

Inputs = Annotated[
    list[Path],
    typer.Argument(help="Corpus folders, and files of any format that is known here.", show_default=False),
]


class OnError(StrEnum):
    """What becomes of an input with mistakes in it."""

    STOP = "stop"
    REJECT = "reject"


@dataclass(frozen=True)
class HowToRead:
    """How files are read."""

    format: Annotated[str | None, typer.Option(help="The files' format, where it is not to be recognised.")] = None
    dataset: Annotated[str | None, typer.Option(help="The dataset's key, where the files name none.")] = None
    title: Annotated[str | None, typer.Option(help="The dataset's title.")] = None
    licence: Annotated[str | None, typer.Option(help="The dataset's licence, for example CC-BY-4.0.")] = None
    redistribute: Annotated[
        bool | None, typer.Option("--redistribute/--no-redistribute", help="Whether the dataset may be passed on.")
    ] = None

    def reading(self, *, rejecting: bool = False, partial: bool = False) -> Reading:
        """As the loaders take it."""
        described = Described(self.dataset, self.title, self.licence, self.redistribute)
        return Reading(self.format, described, Checking(rejecting, partial))


@dataclass(frozen=True)
class WhatVanishes:
    """What becomes of rows that the graph has and the input has not."""

    partial: Annotated[
        bool, typer.Option("--partial", help="The input is a part of its datasets: nothing is retracted.")
    ] = False
    allow_shrink: Annotated[
        bool, typer.Option("--allow-shrink", help="Retract even more than 5 % of a dataset of 1,000 rows or more.")
    ] = False

    def retracting(self, *, complete: bool = True) -> Retracting:
        """As a load takes it; an input of which something was left out retracts nothing."""
        return Retracting(complete and not self.partial, self.allow_shrink)


def taking(*groups: type) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Gives a command the options of these groups; the command takes a group as the argument of its type."""

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        hints = get_type_hints(command, include_extras=True)
        own = [each.replace(annotation=hints[name]) for name, each in inspect.signature(command).parameters.items()]
        kept = [each for each in own if each.annotation not in groups]
        names = {each.annotation: each.name for each in own if each.annotation in groups}

        @wraps(command)
        def run(**given: Any) -> None:  # noqa: ANN401 - whatever the command line holds
            for group, name in names.items():
                given[name] = group(**{each.name: given.pop(each.name) for each in fields(group)})
            command(**given)

        parameters = [*kept, *(each for group in groups for each in _options(group))]
        run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {each.name: each.annotation for each in parameters}
        # It would show the command's own signature again.
        del run.__wrapped__
        return run

    return decorate


def _options(group: type) -> list[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    return [
        inspect.Parameter(
            each.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=inspect.Parameter.empty if each.default is MISSING else each.default,
            annotation=hints[each.name],
        )
        for each in fields(group)
    ]
