"""The files of a corpus folder: which there are, and what stands in them. All I/O of the format is here."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...graph.vocabulary import nearest
from ..places import Place, Problems
from ..strict_yaml import Document, decode, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

CORPUS, VOCABULARY, ENTITIES, JUDGEMENTS, ASSESSMENTS = FILES = (
    "corpus.yaml",
    "vocabulary.yaml",
    "entities.yaml",
    "judgements.yaml",
    "assessments.yaml",
)
_FOLDERS = ("entities", "sources")


@dataclass(frozen=True, slots=True)
class Corpus:
    """The documents of a folder, in the order of their names."""

    corpus: Document | None
    vocabulary: Document | None
    entities: tuple[Document, ...]
    sources: tuple[Document, ...]
    judgements: Document | None
    assessments: Document | None
    complete: bool
    """Whether every file could be read."""


def read(folder: Path, problems: Problems) -> Corpus:
    """Every file of the corpus in `folder`; unreadable ones, and strangers, are noted."""
    names = sorted(_names(folder, problems))
    documents = {name: _document(folder / name, problems) for name in names if _expected(name)}
    for name in names:
        if name not in documents:
            problems.add(Place(str(folder / name)), _stranger(name))
    if CORPUS not in documents:
        problems.add(Place(str(folder / CORPUS)), "is missing; it names the dataset, its title and its time zone")

    def within(place: str) -> tuple[Document, ...]:
        found = (document for name, document in documents.items() if name.startswith(f"{place}/"))
        return tuple(document for document in found if document)

    entities = documents.get(ENTITIES)
    return Corpus(
        documents.get(CORPUS),
        documents.get(VOCABULARY),
        (*((entities,) if entities else ()), *within("entities")),
        within("sources"),
        documents.get(JUDGEMENTS),
        documents.get(ASSESSMENTS),
        complete=len(documents) == len(names) and None not in documents.values(),
    )


def _names(folder: Path, problems: Problems) -> Iterator[str]:
    """Every YAML file under the folder, as `sources/a.yaml`; what hides behind a dot does not count."""

    def unreadable(error: OSError) -> None:
        problems.add(Place(error.filename), f"can not be read: {error.strerror}")

    for where, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for file in files:
            if file.lower().endswith((".yaml", ".yml")) and not file.startswith("."):
                yield (Path(where) / file).relative_to(folder).as_posix()


def _expected(name: str) -> bool:
    folder, _, file = name.rpartition("/")
    if not file.endswith(".yaml"):
        return False
    return folder in _FOLDERS if folder else file in FILES


def _stranger(name: str) -> str:
    if not name.endswith(".yaml"):
        return "a corpus file's name ends in .yaml; rename it"
    near = nearest(name, FILES)
    return f"is not a file of a corpus{near or '; entities belong in entities/, documents in sources/'}"


def _document(path: Path, problems: Problems) -> Document | None:
    try:
        content = path.read_bytes()
    except OSError as error:
        problems.add(Place(str(path)), f"can not be read: {error.strerror}")
        return None
    text = decode(content, str(path), problems)
    return None if text is None else parse(text, str(path), problems)
