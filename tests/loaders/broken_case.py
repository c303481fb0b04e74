"""A right corpus, and the form in which its broken ones are written down."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

CORPUS, VOCABULARY, JUDGEMENTS = "corpus.yaml", "vocabulary.yaml", "judgements.yaml"
ASSESSMENTS = "assessments.yaml"
ENTITIES, SOURCE = "entities.yaml", "sources/gazette.yaml"

RIGHT = {
    CORPUS: """\
dataset: tiny
title: A tiny corpus
timezone: Europe/Kyiv
""",
    ENTITIES: """\
entities:
  north: {kind: Organisation, name: North}
  south: {kind: Organisation, name: South}
  gazette: {kind: Organisation, name: The Gazette}
  brigade:
    kind: Unit
    name: River Brigade
    side: south
  town:
    kind: Place
    name: Oldbridge
  retreat: {kind: Event, name: The retreat}
  speaker:
    kind: Person
    name: Ilona Varga
""",
    SOURCE: """\
source:
  key: gazette-1
  title: The news
  publisher: gazette
  published: 2030-03-05
claims:
  - text: The brigade left Oldbridge.
    predicate: WITHDREW_FROM
    subject: brigade
    object: town
    during: retreat
    asserted: 2030-03-04
    attribution: [speaker]
    locator: p. 1
  - text: The brigade is in Oldbridge with 400 people.
    predicate: LOCATED_IN
    subject: brigade
    object: town
    quantity: "400"
    locator: p. 2
""",
}
"""A corpus with nothing wrong."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A right corpus with a few changes, and everything that `check` must say about it."""

    name: str
    changes: tuple[tuple[str, str, str | bytes], ...]
    """(file, what stood there, what stands there now); nothing before is the end of the file, or a new one."""
    said: tuple[tuple[str, str], ...]
    """(file:line:column: path, part of the message), in order."""

    def write(self, folder: Path) -> None:
        """The corpus, with its mistakes."""
        files: dict[str, bytes] = {name: text.encode() for name, text in RIGHT.items()}
        for file, before, after in self.changes:
            new = after.encode() if isinstance(after, str) else after
            old = files.get(file, b"")
            assert before.encode() in old, (self.name, before)
            files[file] = old.replace(before.encode(), new, 1) if before else old + new
        for file, content in files.items():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_bytes(content)


SUBJECT = "    subject: brigade\n    object: town\n    during"
END = "    locator: p. 2\n"


def in_claim(old: str, new: str) -> tuple[tuple[str, str, str], ...]:
    """One change, in the claims."""
    return ((SOURCE, old, new),)
