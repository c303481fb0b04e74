"""What a load left out, as JSON Lines: where it stands, why, and all of it, so that it can be mended and loaded."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import orjson

from .jsonl import line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from .places import Problem


def write_rejects(problems: Iterable[Problem], file: Path) -> int:
    """Writes a line for each thing that was left out; returns how many. An earlier file of the name is replaced."""
    lines = list(rejects(problems))
    beside = file.with_name(f"{file.name}.partial")
    beside.write_bytes(b"".join(each + b"\n" for each in lines))
    beside.replace(file)
    return len(lines)


def rejects(problems: Iterable[Problem]) -> Iterator[bytes]:
    """`{"file", "line", "column", "code", "message", "raw"}` of each, further messages under `also`.

    `raw` is what stands in the file; of a record that was read and can not stand beside the others, the record itself
    in the form that `claimgraph load` reads.
    """
    grouped: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        grouped[problem.place.file, _raw(problem)].append(problem)
    for (file, raw), (first, *others) in grouped.items():
        told = {
            "file": file,
            "line": first.place.line,
            "column": first.place.column,
            "code": first.code,
            "message": _message(first),
            "raw": raw,
        }
        yield orjson.dumps(told | ({"also": [_message(each) for each in others]} if others else {}))


def _raw(problem: Problem) -> str:
    if problem.raw is not None:
        return problem.raw
    return line(problem.row.record) if problem.row else ""


def _message(problem: Problem) -> str:
    return f"{problem.place.path}: {problem.message}" if problem.place.path else problem.message
