"""Strict YAML: text stays text, everything has a place, and what is refused is refused in words."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.loaders import strict_yaml
from claimgraph.loaders.places import Problems
from claimgraph.loaders.strict_yaml import Document, decode, parse

PRINTABLE = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff\ufffe\uffff")


def parsed(text: str) -> Document:
    """The document in a text that is right."""
    problems = Problems()
    document = parse(text, "f.yaml", problems)
    assert document is not None
    assert not problems.sorted()
    return document


def said(text: str) -> list[str]:
    """What is said about a text that is wrong."""
    problems = Problems()
    parse(text, "f.yaml", problems)
    return [str(problem) for problem in problems.sorted()]


@pytest.mark.parametrize(
    "word", ["NO", "true", "null", "~", "12:30", "0x1F", "1_000", "1e3", "2022-11-11", "007", ".inf", "=", "%"]
)
def test_every_scalar_is_text(word: str) -> None:
    """None of YAML's own typing happens."""
    quoted = f'"{word}"' if word == "%" else word
    assert parsed(f"a: {quoted}\n").tree == {"a": word}


@given(
    st.recursive(
        st.text(PRINTABLE, min_size=1),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(PRINTABLE, min_size=1), inner),
    )
)
def test_what_yaml_writes_is_read_back(tree: object) -> None:
    """Whatever text stands in a tree, in whichever style it is written."""
    written = yaml.safe_dump({"a": tree}, allow_unicode=True, default_style='"')
    assert parsed(written).tree == {"a": tree}


@given(st.text(max_size=60))
def test_no_text_is_too_strange_for_an_answer(text: str) -> None:
    """Garbage gives problems, never an exception."""
    problems = Problems()
    document = parse(text, "f.yaml", problems)
    assert document is not None or problems.sorted()


def test_both_parsers_tell_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the C parser is missing, trees and places are as they are with it."""
    text = "a:\n  - b: c\n    d: [e, {f: 'g'}]\nh: >\n  folded\n  text\ni:\n"
    first = parse(text, "f.yaml", Problems())
    monkeypatch.setattr(strict_yaml, "_FAST", yaml.SafeLoader)
    assert parse(text, "f.yaml", Problems()) == first


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("a",), 1, 1),
        (("a", 0), 2, 5),
        (("a", 0, "b"), 2, 8),
        (("a", 0, "d"), 3, 5),
        (("a", 0, "d", 1, "f"), 3, 16),
        (("a", 0, "nothing"), 2, 5),
        (("ö",), 4, 4),
        ((), 1, 1),
    ],
)
def test_every_path_has_its_place(path: tuple[str | int, ...], line: int, column: int) -> None:
    """A scalar its own, a list or mapping its key's, what is missing that of what lies around it."""
    document = parsed("a:\n  - b: c\n    d: [e, {f: g}]\nö: 'ü'\n")
    place = document.locate(path)
    assert (place.line, place.column) == (line, column)


def test_all_structural_errors_of_a_file_are_told_at_once() -> None:
    """Doubled keys, anchors, tags and empty values do not hide each other."""
    assert said("a: &x 1\nb: !!int 2\na: 3\nc:\nd: [*x, '', ~]\n? [e]\n: f\n") == [
        "f.yaml:1:4: a: '&x' names a place for repeating; delete it (or put the text in quotes)",
        "f.yaml:2:4: b: a tag ('!') stands here; delete it (or put the text in quotes)",
        "f.yaml:3:1: a: stands twice; the first is at line 1, column 1",
        "f.yaml:4:1: c: is empty; give it a value or delete it",
        "f.yaml:5:5: d[0]: '*x' stands for another place; write it out (or put the text in quotes)",
        "f.yaml:6:3: a key is a word followed by ':'",
    ]


def test_a_file_may_begin_with_a_byte_order_mark_and_end_its_lines_as_windows_does() -> None:
    """Neither moves a column."""
    text = decode(b"\xef\xbb\xbfa: b\r\nc: d\r\n", "f.yaml", Problems())
    assert text is not None
    document = parsed(text)
    assert document.tree == {"a": "b", "c": "d"}
    assert document.locate(("c",)).address == "f.yaml:2:4"


def test_depth_has_an_end() -> None:
    """A tower of brackets is an error, not a stack overflow."""
    assert said("a: " + "[" * 100_000) == ["f.yaml:1:24: is nested too deeply"]


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "\n\n"])
def test_an_empty_file_says_so(text: str) -> None:
    """Whatever it is empty of."""
    assert said(text) == ["f.yaml:1:1: the file is empty"]
