"""What a filter asks of a listed thing: its keys together, and what `and`, `or` and `not` make of filters within it.

Keys stand under the path to them, as `Arguments` has them: `predicate`, `or`, `or.0`, `or.0.predicate`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .selection import CONNECTIVES

Write = Callable[[str], str]
"""Writes the condition of the key at that path; of `and` and `or` that of no filter at all."""


def all_of(keys: Sequence[str], write: Write, path: str = "") -> str:
    """The condition of the keys right below that path."""
    return " AND ".join(f"({_condition(key, keys, write)})" for key in _below(path, keys)) or write(f"{path}and")


def _condition(key: str, keys: Sequence[str], write: Write) -> str:
    name = key.rpartition(".")[2]
    if name not in CONNECTIVES:
        return write(key)
    if name == "not":
        # A claim without what is asked about does not fit, and so fits the opposite.
        return f"NOT coalesce({all_of(keys, write, f'{key}.')}, false)"
    each = [f"({all_of(keys, write, f'{one}.')})" for one in _below(f"{key}.", keys)]
    return f" {name.upper()} ".join(each) or write(key)


def _below(path: str, keys: Sequence[str]) -> list[str]:
    return [key for key in keys if key.startswith(path) and "." not in key.removeprefix(path)]
