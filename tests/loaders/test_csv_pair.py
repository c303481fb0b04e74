"""CSV: what spreadsheet people write is read as a corpus's fields, and what is exported comes back as it was."""

import csv
import io
from dataclasses import replace
from functools import reduce
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.graph.evidence import Evidence
from claimgraph.loaders import jsonl
from claimgraph.loaders.csv_pair.columns import safe, unsafe
from claimgraph.loaders.csv_pair.export import headers, lines
from claimgraph.loaders.files import Described
from claimgraph.loaders.inputs import Reading, compile_inputs
from claimgraph.loaders.places import InvalidFiles

ROOT = Path(__file__).parents[2]
ENTITIES = """key,kind,name,names,side,location,event
ministry,Organisation,The ministry,Ministry of War | МО,,,
town,Place,Oldbridge,,,"46.64, 32.61",
brigade,Unit,1st Brigade,,ministry,,
courier,Organisation,The Courier,,,,
retreat,Event,The retreat,,,,2030-03/2030-04
"""
CLAIMS = """source,source_publisher,published,claimant,predicate,subject,object,text,quantity,asserted,event
news,courier,2030-03-05,ministry,LOCATED_IN,brigade,town,They have people there.,~400 people,2030-03-04,2030-03-04
news,courier,2030-03-05,,WITHDREW_FROM,brigade,town,The brigade left.,,2030-03-04,2030-03-03
"""


def folder(path: Path, *changes: tuple[str, str]) -> Path:
    """A folder of the two files, parts of which are otherwise."""
    path.mkdir(exist_ok=True)
    for name, content in (("entities.csv", ENTITIES), ("claims.csv", CLAIMS)):
        told = reduce(lambda text, change: text.replace(*change), changes, content)
        (path / name).write_text(told, "utf-8")
    return path


def said(path: Path) -> list[str]:
    """What is wrong with a folder, each place by its file's name."""
    with pytest.raises(InvalidFiles) as raised:
        compile_inputs([path])
    problems = ((Path(each.place.file).name, each.place, each.message) for each in raised.value.problems)
    return [f"{name}:{place.line}:{place.column}: {place.path}: {message}" for name, place, message in problems]


def test_a_folder_of_two_files(tmp_path: Path) -> None:
    """Its name is the dataset's key, quantities and dates are a corpus's, the publisher closes each attribution."""
    [evidence] = compile_inputs([folder(tmp_path / "spread")]).evidence
    assert evidence.dataset.id == "dataset/spread"
    assert len(evidence.entities) == 5
    assert {each.name: each.location for each in evidence.entities}["Oldbridge"] == (46.64, 32.61)
    assert {each.names for each in evidence.entities if each.names} == {("Ministry of War", "МО")}
    [source] = evidence.sources
    assert (source.publisher, source.published_edtf) == ("entity/spread/courier", "2030-03-05")
    located, left = sorted(evidence.claims, key=lambda claim: claim.predicate)
    assert (located.value.low, located.value.high, located.value.approximate) == (400.0, 400.0, True)
    assert [level.entity for level in located.attribution] == ["entity/spread/ministry", "entity/spread/courier"]
    assert [level.entity for level in left.attribution] == ["entity/spread/courier"]
    assert located.event.edtf == "2030-03-04"


def test_what_spreadsheets_do_to_files_does_no_harm(tmp_path: Path) -> None:
    """A byte-order mark, CRLF, semicolons or tabs, empty lines at the end."""
    expected = compile_inputs([folder(tmp_path / "a")], Reading(described=Described("x"))).evidence
    for delimiter in ";\t":
        path = folder(tmp_path / "b")
        for file in path.glob("*.csv"):
            rows = list(csv.reader(io.StringIO(file.read_text("utf-8"))))
            text = io.StringIO()
            csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
            file.write_text("\ufeff" + text.getvalue() + "\r\n\r\n", "utf-8", newline="")
        assert compile_inputs([path], Reading(described=Described("x"))).evidence == expected


def test_mistakes_have_their_cell(tmp_path: Path) -> None:
    """Line, number and name of the column, and what would be right."""
    quantity, asserted = said(folder(tmp_path / "a", ("~400 people", "some"), ("2030-03-04,2030-03-03", "2030-02-30,")))
    assert quantity.startswith("claims.csv:2:9: quantity: 'some' is no quantity; write 40000")
    assert asserted.startswith("claims.csv:3:10: asserted: ")
    assert said(folder(tmp_path / "b", ("town,Place", "town,Plaice")))[0].startswith(
        "entities.csv:3:2: kind: 'Plaice' is none of"
    )
    unknown = said(folder(tmp_path / "c", ("brigade,town,They", "brigade,toun,They")))
    assert unknown == ["claims.csv:2:7: object: there is no entity 'toun'; did you mean 'town'?"]
    assert (
        "has 6 cells where the header has 7"
        in said(folder(tmp_path / "d", ("retreat,Event,The retreat,", "x,Event,")))[0]
    )
    assert "has columns that are not known here: nicknames" in said(folder(tmp_path / "e", ("names,", "nicknames,")))[0]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_cell_is_a_formula_and_each_is_read_as_it_was(text: str) -> None:
    """Whatever a claim says, a spreadsheet shows it and does not calculate it."""
    told = safe(text)
    assert unsafe(told) == text
    assert told[:1] not in set("=+-@\t\r") or told.lstrip("+-").replace(".", "", 1).replace("e", "").isalnum()


@pytest.mark.parametrize("corpus", [ROOT / "examples" / "kherson", ROOT / "tests" / "corpora" / "small"])
def test_an_export_comes_back_as_it_was(corpus: Path, tmp_path: Path) -> None:
    """Entities, sources and claims, field by field; judgements and vocabularies have no file here."""
    [evidence] = compile_inputs([corpus]).evidence
    out = tmp_path / "out"
    out.mkdir()
    for file, line in [*headers(), *lines([*evidence.entities, *evidence.sources, *evidence.claims])]:
        with (out / file).open("a", encoding="utf-8", newline="") as stream:
            stream.write(line)
    known = tmp_path / "vocabulary.jsonl"
    vocabulary = Evidence(evidence.dataset, evidence.vocabulary)
    known.write_text("\n".join(jsonl.lines([vocabulary])), "utf-8")
    described = Described(None, evidence.dataset.title, evidence.dataset.licence, evidence.dataset.redistribute)
    [back] = compile_inputs([out, known], Reading(described=described)).evidence
    assert list(back.entities) == list(evidence.entities)
    assert list(back.sources) == list(evidence.sources)
    assert [replace(each, id="") for each in back.claims] == [replace(each, id="") for each in evidence.claims]
    assert [each.id for each in back.claims] == [each.id for each in evidence.claims]
