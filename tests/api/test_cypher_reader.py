"""The reader of the Cypher files: what they hold, and that a mistake in one is noticed when it is loaded."""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from claimgraph import cypher
from claimgraph.cypher import CypherFileError, Statement, fields, statement

FOLDER = Path(str(files("claimgraph") / "cypher"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder that the reader reads from."""
    (tmp_path / "fields").mkdir()
    monkeypatch.setattr(cypher, "_read", lambda name: (tmp_path / f"{name}.cypher").read_text())
    statement.cache_clear()
    fields.cache_clear()
    yield tmp_path
    statement.cache_clear()
    fields.cache_clear()


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.cypher")), ids=lambda path: path.stem)
def test_every_file_can_be_read(path: Path) -> None:
    """Headers, parameters and blocks are as the reader wants them."""
    name = str(path.relative_to(FOLDER).with_suffix(""))
    if name.startswith("fields/"):
        assert fields(path.stem)
    elif path.read_text().count(";\n") > 1:
        assert cypher.script(name)
    else:
        assert statement(name).text


def test_a_statement(folder: Path) -> None:
    """The comment is the documentation, the text begins at the first clause."""
    (folder / "a.cypher").write_text("// Finds a claim.\n// params: id\nMATCH (claim {id: $id})\nRETURN '$none'\n;\n")
    assert statement("a") == Statement("MATCH (claim {id: $id})\nRETURN '$none'", frozenset({"id"}), "Finds a claim.")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("// A comment.\nRETURN 1", "no line `// params:"),
        ("// params:\nRETURN $a", re.escape("uses the parameters ['a'] and declares []")),
        ("// params: a, b\nRETURN $a", re.escape("uses the parameters ['a'] and declares ['a', 'b']")),
    ],
)
def test_statements_with_mistakes(folder: Path, text: str, reason: str) -> None:
    """Parameters are declared, and those declared are used."""
    (folder / "a.cypher").write_text(text)
    with pytest.raises(CypherFileError, match=reason):
        statement("a")


def test_blocks(folder: Path) -> None:
    """A block a field, with what it binds and takes."""
    (folder / "fields" / "claim.cypher").write_text(
        "// Claims.\n\n// name: text\n// The words.\nclaim.text\n\n"
        "// name: find -> claim, score\nMATCH (claim {id: $id})\n"
    )
    found = fields("claim")
    assert list(found) == ["text", "find"]
    assert (found["text"].text, found["text"].binds, found["text"].params) == ("claim.text", (), frozenset())
    assert found["find"].binds == ("claim", "score")
    assert found["find"].params == {"id"}


def test_a_block_that_goes_on(folder: Path) -> None:
    """Its text and its parameters are those of both; what it goes on with may stand anywhere in the file."""
    (folder / "fields" / "query.cypher").write_text(
        "// name: one -> claim\nMATCH (source {id: $id})\n// then: of\n\n// name: of\nMATCH (claim {at: $since})\n"
    )
    found = fields("query")["one"]
    assert found.text == "MATCH (source {id: $id})\nMATCH (claim {at: $since})"
    assert found.params == {"id", "since"}


def test_a_block_that_goes_on_with_none(folder: Path) -> None:
    """The mistake is named."""
    (folder / "fields" / "query.cypher").write_text("// name: one -> claim\nMATCH (claim)\n// then: of\n")
    with pytest.raises(CypherFileError, match="one goes on with of"):
        fields("query")


@pytest.mark.parametrize("text", ["// name: a\n// name: b\n1", "// name: a\n1\n// name: a\n2", "// name: a\n"])
def test_blocks_with_mistakes(folder: Path, text: str) -> None:
    """None is empty, none stands twice."""
    (folder / "fields" / "claim.cypher").write_text(text)
    with pytest.raises(CypherFileError, match="an empty or a second block"):
        fields("claim")
