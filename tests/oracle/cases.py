"""The hand-written queries: one file each, with comment lines that say what it shows and how it is asked.

    # What it shows.
    # variables: {"id": "<place>"}
    # operation: Second
    # refused: BAD_ID
    # wrong: 3

Those in `pages/` take the cursor `$after` and are asked until their list ends.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphql import (
    ArgumentNode,
    FieldNode,
    GraphQLSchema,
    ObjectFieldNode,
    TypeInfo,
    TypeInfoVisitor,
    Visitor,
    get_named_type,
    parse,
    visit,
)

_FOLDER = Path(__file__).parent / "queries"


@dataclass(frozen=True, slots=True)
class Case:
    """One query to ask."""

    name: str
    text: str
    variables: dict[str, Any]
    operation: str | None
    refused: str | None
    wrong: str | None
    """Number of the finding that says why the endpoint's answer is not yet the oracle's."""
    is_paged: bool


def cases() -> list[Case]:
    """Every case."""
    return [_case(path) for path in sorted(_FOLDER.rglob("*.graphql"))]


def _case(path: Path) -> Case:
    text = path.read_text("utf-8")
    words = dict(line[2:].split(": ", 1) for line in text.splitlines() if line.startswith("# ") and ": " in line)
    variables = json.loads(words.get("variables", "{}"))
    name = path.relative_to(_FOLDER).with_suffix("").as_posix()
    operation, refused, wrong = (words.get(key) for key in ("operation", "refused", "wrong"))
    return Case(name, text, variables, operation, refused, wrong, name.startswith("pages/"))


def exercised(schema: GraphQLSchema, texts: Sequence[str]) -> set[str]:
    """Every `Type.field`, `Type.field(argument)` and `Input.key` that the queries have in them."""
    info = TypeInfo(schema)

    class Uses(Visitor):
        found: set[str] = set()  # noqa: RUF012 - one class a call
        field = ""

        def enter_field(self, node: FieldNode, *_: object) -> None:
            self.field = f"{info.get_parent_type()}.{node.name.value}"
            self.found.add(self.field)

        def enter_argument(self, node: ArgumentNode, *_: object) -> None:
            self.found.add(f"{self.field}({node.name.value})")

        def enter_object_field(self, node: ObjectFieldNode, *_: object) -> None:
            self.found.add(f"{get_named_type(info.get_parent_input_type())}.{node.name.value}")

    for text in texts:
        visit(parse(text), TypeInfoVisitor(info, Uses()))
    return Uses.found
