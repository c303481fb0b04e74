"""No text becomes a formula in a spreadsheet, whichever sign it takes to separate cells."""

import csv
import io
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimgraph.api.pages.forms.csv_form import lines

FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")
DIALECTS = (",", ";", "\t")
TEXTS = st.text(alphabet="=+-@\uff1d\uff0b\uff0d\uff20;\",\t\r\n \u00a0'a1", max_size=12)


def cells(text: str, separator: str) -> list[str]:
    """What a spreadsheet that separates by this sign has in its cells."""
    return [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) for cell in row]


@given(st.lists(st.lists(TEXTS, min_size=1, max_size=3), min_size=1, max_size=3))
@example([["x;=1+1;y", "a\n=1+1"]])
@example([["a", 'x;"=1+1"'], ["b", 'x;" "" =1+1"']])
def test_no_cell_is_a_formula(rows: list[list[str]]) -> None:
    """However quotes, blanks and separators are mixed, no cell begins as a formula in any dialect."""
    written = lines(rows)
    for separator in DIALECTS:
        assert [cell for cell in cells(written, separator) if FORMULA.match(cell)] == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("x;=1+1;y", "x;'=1+1;y"),
        ("a\n=1+1", "a\n'=1+1"),
        ("a\r\n +1", "a\r\n' +1"),
        ("a\t@b;-c", "a\t'@b;'-c"),
        ("  =1", "'  =1"),
        ("\uff1d1", "'\uff1d1"),
        ("\tindented", "'\tindented"),
        ("\rreturned", "'\rreturned"),
        ("\t=1", "'\t'=1"),
        ('x;"=1"', 'x;\'"=1"'),
    ],
    ids=repr,
)
def test_where_the_apostrophe_stands(text: str, written: str) -> None:
    """It stands where a cell with a formula would begin, and is all that is added."""
    assert cells(lines([[text]]), ",") == [written]


@pytest.mark.parametrize("text", ["", "a = b; c", "1-2", "a; b\nc\td", "a,=b", '"=b"', "a@b.example; c", "'=1", "a;\n"])
def test_other_texts_are_left_alone(text: str) -> None:
    """A text in which no cell would begin as a formula comes back as it was."""
    assert cells(lines([[text]]), ",") == [text]
