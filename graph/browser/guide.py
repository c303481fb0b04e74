"""What a newcomer asks, as a guide for Neo4j Browser and as its saved queries: a file in `cypher/guide/` for each."""

import io
import zipfile
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from jinja2 import Environment

from ...cypher import statement
from . import style

QUESTIONS: Final = (
    "contested_claims",
    "contested_questions",
    "who_says_what",
    "claim_to_source",
    "one_claimant",
    "connections",
    "two_people",
    "every_kind",
)
"""The files, in the order of the guide."""
_KINDS: Final = tuple(label for label in style.COLOURS if label not in {"Dataset", "Run", "Graph"})
"""Those that answers show."""
_FOLDER: Final = "claimgraph"
_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can name: the same queries are the same bytes."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answer, for example "Who contradicts whom", a sentence, and a statement that shows it."""

    title: str
    sentence: str
    cypher: str


def question(name: str) -> Question:
    """The question in that file: the first line of its comment is the title, the rest the sentence."""
    found = statement(f"guide/{name}")
    title, _, sentence = found.doc.partition("\n")
    return Question(title, sentence, found.text)


@cache
def guide_html() -> str:
    """The guide, for Browser's `:guide` and `:play`: it needs no other file, and any graph will do."""
    template = files(__package__).joinpath("guide.html").read_text(encoding="utf-8")
    made = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(template)
    return made.render(questions=[question(name) for name in QUESTIONS], kinds=_KINDS, style=style)


@cache
def saved_queries() -> bytes:
    """A zip of the questions, to drop onto Browser: it becomes a folder of saved queries."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for at, name in enumerate(QUESTIONS, 1):
            asked = question(name)
            entry = zipfile.ZipInfo(f"{_FOLDER}/{at} {name}.cypher", _LONG_AGO)
            archive.writestr(entry, f"// {asked.title}\n{asked.cypher}\n")
    return packed.getvalue()
