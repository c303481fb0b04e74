"""Whatever stands at the paths that a person names, as evidence: each format is recognised by its content."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..graph.errors import InvalidInput
from ..graph.progress import Progress, Silent
from ..graph.vocabulary import nearest
from . import jsonl, uawardata
from .compile import compile_rows
from .compiled import Checking, Compiled
from .corpus.read import read
from .corpus.transform import transform
from .csv_pair import read as csv_pair
from .files import Described, InputFile, Unreadable
from .ftm import read as ftm
from .losses import read as losses
from .places import Place, Problems
from .rows import Rows
from .wikidata import read as wikidata

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Format:
    """A form in which files say things: how its files are recognised, and what turns them into records."""

    name: str
    what: str
    """For people: `JSON Lines`."""
    recognises: Callable[[str], bool]
    """Whether a file that begins with this text is one; the text may end anywhere."""
    read: Callable[[InputFile, Rows], None]
    """Adds what a file says to the rows. Raises Unreadable."""
    ending: str = ""
    """How the names of its files end, to tell one by whose content tells nothing."""


FORMATS = (
    Format("jsonl", "JSON Lines", jsonl.recognises, jsonl.read, ".jsonl"),
    Format("uawardata", "unit positions of Ukraine War Data", uawardata.recognises, uawardata.read),
    Format("wikidata", "Wikidata's entity JSON", wikidata.recognises, wikidata.read),
    Format("ftm", "FollowTheMoney's entities or statements", ftm.recognises, ftm.read),
    Format("csv", "CSV of entities, sources or claims", csv_pair.recognises, csv_pair.read),
    Format("losses", "the losses series", losses.recognises, losses.read),
)
"""In the order in which they are asked."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How inputs are read."""

    format: str | None = None
    """The format of every file, where it is not to be recognised."""
    described: Described = field(default_factory=Described)
    """What is said of the files' datasets, where the files say nothing."""
    checking: Checking = field(default_factory=Checking)


def compile_inputs(paths: Iterable[Path], reading: Reading = Reading(), progress: Progress | None = None) -> Compiled:
    """All of it together, checked. Raises InvalidFiles with everything that is wrong; touches no database."""
    progress = progress or Silent()
    with progress.task("Reading", unit="records") as task:
        rows = Rows(Problems(), task)
        for path in paths:
            if path.is_dir() and not csv_pair.files_in(path):
                transform(read(path, rows.problems), rows)
                continue
            for file in csv_pair.files_in(path) if path.is_dir() else [path]:
                _read(InputFile(file, reading.described), reading.format, rows)
    return compile_rows(rows, reading.checking, progress)


def _read(file: InputFile, format_: str | None, rows: Rows) -> None:
    try:
        chosen = _named(format_) if format_ else _recognised(file)
        chosen.read(file, rows)
    except Unreadable as error:
        rows.problems.add(error.place, str(error))
        rows.complete = False


def _named(name: str) -> Format:
    found = next((each for each in FORMATS if each.name == name), None)
    if found is None:
        names = [each.name for each in FORMATS]
        raise InvalidInput(f"there is no format '{name}'{nearest(name, names)}; there are {', '.join(names)}")
    return found


def _recognised(file: InputFile) -> Format:
    head = file.head()
    found = next((each for each in FORMATS if each.recognises(head)), None)
    found = found or next((each for each in FORMATS if each.ending and file.name.endswith(each.ending)), None)
    if found:
        return found
    known = ", ".join(each.what for each in FORMATS)
    message = f"is in no format that is known here: {known}, or a corpus (a folder); --format says which it is"
    raise Unreadable(Place(file.name), message)
