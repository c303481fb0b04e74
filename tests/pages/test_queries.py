"""The queries of the pages: each is valid, and no fragment stands there for nothing."""

import re
from importlib.resources import files

import pytest
from graphql import parse, validate

from claimgraph.api.pages.queries import query
from claimgraph.api.schema import create_schema

FOLDER = files("claimgraph.api.pages") / "queries"
FRAGMENTS = (FOLDER / "fragments.graphql").read_text(encoding="utf-8")
NAMES = sorted(
    f"{folder}{file.name.removesuffix('.graphql')}"
    for folder in ("", "feeds/", "rows/")
    for file in (FOLDER / folder if folder else FOLDER).iterdir()
    if file.name.endswith(".graphql") and file.name != "fragments.graphql"
)


@pytest.mark.parametrize("name", NAMES)
def test_a_query_is_valid(name: str) -> None:
    """The schema answers it as it stands, and its first line says what it asks."""
    text = query(name)
    assert validate(create_schema().core, parse(text)) == []
    assert text.startswith("# ")


def test_every_fragment_is_spread() -> None:
    """Each fragment is used by a query or by another fragment."""
    texts = FRAGMENTS + "".join(query(name) for name in NAMES)
    defined = set(re.findall(r"^fragment (\w+) on", FRAGMENTS, re.MULTILINE))
    assert defined - set(re.findall(r"\.\.\.(\w+)", texts)) == set()
