"""Whatever stands at the paths that a person names, as evidence: a corpus is a folder, JSON Lines a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import jsonl
from .compile import Compiled, compile_rows
from .corpus.read import read
from .corpus.transform import transform
from .places import Place, Problems
from .rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def compile_inputs(paths: Iterable[Path]) -> Compiled:
    """All of it together, checked. Raises InvalidFiles with everything that is wrong; touches no database."""
    problems = Problems()
    rows = Rows()
    for path in paths:
        rows.extend(_rows(path, problems))
    return compile_rows(rows, problems)


def _rows(path: Path, problems: Problems) -> Rows:
    if path.is_dir():
        return transform(read(path, problems), problems)
    if path.suffix == ".jsonl":
        return jsonl.read(path, problems)
    reason = "is neither a corpus (a folder) nor JSON Lines (a file that ends in .jsonl)"
    problems.add(Place(str(path)), reason if path.exists() else "does not exist")
    return Rows(complete=False)
