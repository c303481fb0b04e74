"""The reader of the Cypher files beside it: whole statements, and the blocks that GraphQL's fields are made of.

A **statement file** opens with a comment that says what it does and ends that comment with the parameters it takes:

    // Retracts the claims of one dataset that its corpus no longer holds.
    // params: dataset, ids
    MATCH (claim:Claim {dataset: $dataset}) …

A **field file** (`fields/claim.cypher`) has one named block a field, `// name: subject -> entity`. The word behind
the arrow is the variable that the block binds; the file's own variable (`claim`) is bound by whoever asks. A block
that ends in `// then: changes_of` goes on with that one of the same file.
`graph/compile` puts the blocks together and its docstring says how a block is written.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Final

_PARAMETER: Final = re.compile(r"\$(\w+)")
_DECLARED: Final = "params:"
_THEN: Final = re.compile(r"^// then: (\w+)$", re.MULTILINE)
_NAME: Final = re.compile(r"^// name: (\w+)(?: -> (\w+(?:, \w+)*))?[ \t]*$", re.MULTILINE)


class CypherFileError(Exception):
    """A Cypher file of ours is not written as this module's docstring says: a mistake of ours, never of a user."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One whole statement: `text` is what the server gets, `params` what must come with it, `doc` its comment."""

    text: str
    params: frozenset[str]
    doc: str


@dataclass(frozen=True, slots=True)
class Block:
    """What answers one field: `subject` is a MATCH that leads from `claim` to `entity`; `text` is just `claim.text`.

    `binds` names the variable of the thing or things it leads to, and then whatever else it hands on; empty for a
    plain value.
    """

    name: str
    text: str
    binds: tuple[str, ...]
    params: frozenset[str]


@cache
def statement(name: str) -> Statement:
    """The statement in the file of that name: `statement("write/upsert_claims")`. Raises CypherFileError."""
    comment, text = _split(_read(name))
    doc, declared, names = "\n".join(comment).rpartition(_DECLARED)
    if not declared:
        raise CypherFileError(f"{name}.cypher has no line `// {_DECLARED} a, b` at the end of its comment")
    params = frozenset(filter(None, re.split(r"[,\s]+", names)))
    used = _parameters(text)
    if used != params:
        raise CypherFileError(f"{name}.cypher uses the parameters {sorted(used)} and declares {sorted(params)}")
    return Statement(text, params, doc.strip())


@cache
def fields(name: str) -> dict[str, Block]:
    """The blocks of one field file by the field's name: `fields("claim")["subject"]`. Raises CypherFileError."""
    _, *parts = _NAME.split(_read(f"fields/{name}"))
    blocks: dict[str, Block] = {}
    for field, binds, lines in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        _, text = _split(lines)
        if field in blocks or not text:
            raise CypherFileError(f"fields/{name}.cypher has an empty or a second block {field}")
        blocks[field] = Block(field, text, tuple(binds.split(", ")) if binds else (), _parameters(text))
    return {field: _continued(block, blocks) for field, block in blocks.items()}


def _continued(block: Block, blocks: Mapping[str, Block]) -> Block:
    def then(found: re.Match[str]) -> str:
        if found[1] not in blocks:
            raise CypherFileError(f"the block {block.name} goes on with {found[1]}, which its file does not have")
        return blocks[found[1]].text

    text = _THEN.sub(then, block.text)
    return replace(block, text=text, params=_parameters(text))


def _read(name: str) -> str:
    return resources.files(__name__).joinpath(f"{name}.cypher").read_text(encoding="utf-8")


def _split(text: str) -> tuple[list[str], str]:
    """The lines of the leading comment without their slashes, and the rest."""
    lines = text.strip().splitlines()
    length = next((at for at, line in enumerate(lines) if not line.startswith("//")), len(lines))
    comment = [line.removeprefix("//").strip() for line in lines[:length]]
    return comment, "\n".join(lines[length:]).strip().removesuffix(";").strip()


def _parameters(text: str) -> frozenset[str]:
    code = re.sub(r"//.*|/\*.*?\*/|'[^']*'|\"[^\"]*\"", "", text)
    return frozenset(_PARAMETER.findall(code))


def script(name: str) -> list[str]:
    """The statements of a file that holds several, in order, each ended by a semicolon: `script("schema/schema")`."""
    _, text = _split(_read(name))
    return [part.strip() for part in text.split(";\n") if part.strip()]
