"""JSON Lines: what is written is read back equal, and whatever is wrong has its line and column."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.graph.records import (
    Assessment,
    Claim,
    Dataset,
    Entity,
    Judgement,
    Level,
    Range,
    Record,
    Source,
    Span,
    Value,
)
from claimgraph.loaders.files import InputFile
from claimgraph.loaders.inputs import compile_inputs
from claimgraph.loaders.jsonl import RECORD, line, lines, read
from claimgraph.loaders.places import InvalidFiles, Problems
from claimgraph.loaders.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

NEAR = "'radio-2030-03-06' or 'courier-2030-03-05'"
SIX = "a letter that is not English takes 6 or more"
TAGS = "'dataset', 'entity', 'source', 'claim', 'same', 'different', 'assessment'"
SMALL = Path(__file__).parents[1] / "corpora" / "small"
MOMENTS = st.datetimes(timezones=st.just(UTC)).map(lambda moment: moment.replace(microsecond=0))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
for kind in (datetime, str):
    st.register_type_strategy(kind, MOMENTS if kind is datetime else TEXTS)
NUMBERS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.builds(Value, low=NUMBERS, high=NUMBERS)
RECORDS: st.SearchStrategy[Record] = st.one_of(
    st.builds(Dataset, record=st.just("dataset")),
    st.builds(
        Entity, record=st.just("entity"), location=st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180))
    ),
    st.builds(Source, record=st.just("source")),
    st.builds(Claim, record=st.just("claim"), value=VALUES, extraction_confidence=NUMBERS),
    st.builds(Judgement),
    st.builds(Assessment, record=st.just("assessment")),
)


@given(RECORDS)
def test_a_record_comes_back_as_it_went(record: Record) -> None:
    """Through its line and the strict reading of it."""
    assert RECORD.validate_json(line(record), strict=True) == record


def test_the_canonical_lines_of_a_corpus_give_the_same_evidence(tmp_path: Path) -> None:
    """So JSON Lines hold all that a corpus says, its vocabulary too, and say it in one way."""
    corpus = compile_inputs([SMALL]).evidence
    file = tmp_path / "small.jsonl"
    file.write_text("\n".join(lines(corpus)), "utf-8")
    assert compile_inputs([file]).evidence == corpus
    backwards = tmp_path / "backwards.jsonl"
    backwards.write_text("\n".join(reversed(list(lines(corpus)))), "utf-8")
    assert compile_inputs([backwards]).evidence == corpus


def test_ids_that_follow_from_what_is_said_may_be_left_out(tmp_path: Path) -> None:
    """Those of claims, judgements and assessments."""
    corpus = compile_inputs([SMALL]).evidence
    [part] = corpus
    ids = [claim.id for claim in part.claims] + [judgement.id for judgement in part.judgements]
    ids += [assessment.id for assessment in part.assessments]
    text = "\n".join(lines(corpus))
    for identifier in ids:
        text = text.replace(f'"id":"{identifier}",', "")
    file = tmp_path / "small.jsonl"
    file.write_text(text, "utf-8")
    assert compile_inputs([file]).evidence == corpus


def test_an_assessment_may_name_a_claim_by_its_key(tmp_path: Path) -> None:
    """Whoever writes the lines need not work out the claim's hash."""
    corpus = compile_inputs([SMALL]).evidence
    [part] = corpus
    [keyed] = [claim for claim in part.claims if claim.source_key == "c1"]
    assert {each.target for each in part.assessments if each.target.startswith("claim/")} == {keyed.id}
    text = "\n".join(lines(corpus)).replace(f'"target":"{keyed.id}"', '"target":"claim/small/c1"')
    file = tmp_path / "small.jsonl"
    file.write_text(text, "utf-8")
    assert compile_inputs([file]).evidence == corpus


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("issue/a/b", "target: 'issue/a/b' is no id of a claim, source or entity; write one such as claim/c1…"),
        ("claim/small/c11", "target: no claim of 'small' has the key 'c11'; did you mean 'c1'?"),
        ("claim/c1", "target: 'claim/c1' is no id of a claim; write its key, or its whole id claim/c1…"),
    ],
)
def test_an_assessment_of_nothing(tmp_path: Path, target: str, message: str) -> None:
    """Its place and what could be meant."""
    text = "\n".join(lines(compile_inputs([SMALL]).evidence))
    [first, *_] = [each for each in text.splitlines() if '"assessment"' in each]
    wrong = json.dumps({**json.loads(first), "id": "", "target": target})
    [said_of_it] = [each for each in said(tmp_path / "a.jsonl", f"{text}\n{wrong}") if "target" in each]
    assert message in said_of_it


def test_a_claim_stands_in_a_source_of_its_own_dataset(tmp_path: Path) -> None:
    """One that another dataset describes, or nobody, is told with what is near."""
    text = "\n".join(lines(compile_inputs([SMALL]).evidence))
    wrong = text.replace('"source":"source/small/radio-2030-03-06"', '"source":"source/small/radio-2030-03-07"')
    assert [message.partition(": ")[2] for message in said(tmp_path / "a.jsonl", wrong)] == [
        f"source: there is no source 'radio-2030-03-07' in the dataset 'small'; did you mean {NEAR}?",
    ] * 3


def said(file: Path, content: bytes | str) -> Sequence[str]:
    """What is said about a file."""
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(InvalidFiles) as raised:
        compile_inputs([file])
    return [str(problem).removeprefix(f"{file}:") for problem in raised.value.problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"record": "dataset", "id": ', ["1:29: is not JSON here (expecting value)"]),
        ("[1]", ["1:1: a line holds one object: {...}"]),
        ('{"id": "a", "x": {"id": 1, "id": 2}}', ["1:28: the key 'id' stands twice"]),
        ('{"x": NaN}', ["1:7: NaN is no number in JSON"]),
        ('{"x": -Infinity}', ["1:7: -Infinity is no number in JSON"]),
        ('{"x": ' + "9" * 5000 + "}", ["1:7: a number of 5000 digits is too long"]),
        ('{"x": ' + "[" * 100_000, ["1:1: is nested too deeply"]),
        ('{"x": "\\ud800"}', ["1:1: a control character or half a character stands in a text; delete it"]),
        ('{"record": "claims"}', [f"1:1: no record is called 'claims'; there are {TAGS} and 'vocabulary'"]),
        ('{"id": "dataset/a"}', ["1:1: `record` is missing; it says what the line holds: dataset, entity, claim, ..."]),
        (
            '\n{"record": "dataset", "id": "dataset/a", "titel": "A", "redistribute": "no"}',
            [
                "2:1: title: is missing",
                "2:51: titel: there is no such field; did you mean 'title'?",
                "2:72: redistribute: should be true or false, not 'no'",
            ],
        ),
        (
            '{"record": "entity", "dataset": "a", "id": "entity/b/x", "name": "N", "kind": "Place", "location": [1]}',
            [
                "1:33: dataset: the dataset 'a' is not described in the input",
                "1:44: id: 'entity/b/x' should be written 'entity/a/x'",
                "1:100: location[1]: is missing",
            ],
        ),
        (
            '{"record": "dataset", "id": "dataset/' + "ж" * 84 + '", "title": "A"}',
            [f"1:29: id: the key takes 504 bytes in ids; a key may take 500 ({SIX})"],
        ),
    ],
)
def test_a_wrong_line_says_where_and_why(text: str, expected: list[str], tmp_path: Path) -> None:
    """With the column of the field, though nothing but the line's number is kept."""
    assert said(tmp_path / "a.jsonl", text) == expected


def test_other_encodings_are_refused_and_the_mark_of_this_one_is_not(tmp_path: Path) -> None:
    """A line that is not UTF-8 has its column; a byte-order mark at the beginning does no harm."""
    assert said(tmp_path / "a.jsonl", b'{"id": "\xff"}') == [
        "1:9: is not UTF-8 text (invalid start byte); save the file as UTF-8"
    ]
    marked = tmp_path / "b.jsonl"
    marked.write_bytes(b'\xef\xbb\xbf{"record":"dataset","id":"dataset/b","title":"B"}\n')
    rows = Rows(Problems())
    read(InputFile(marked), rows)
    assert [row.record for portion in rows.stored("dataset") for row in portion] == [Dataset("dataset/b", "B")]


def test_wrong_times_and_publishers_are_told(tmp_path: Path) -> None:
    """A time without a zone, bounds that exclude each other, a chain that ends elsewhere."""
    [part] = compile_inputs([SMALL]).evidence
    before = Range(datetime(2030, 3, 5, tzinfo=UTC), datetime(2030, 3, 4, tzinfo=UTC))
    levels = (Level("entity/small/varga"),)
    claim = Claim(
        id="claim/c1wrong",
        dataset="small",
        source=part.sources[0].id,
        predicate="DESTROYED",
        subject="entity/small/oldbridge",
        text="T",
        attribution=levels,
        asserted=before,
        event=Span(start_min=datetime(2030, 1, 1)),  # noqa: DTZ001 - that is what is wrong
    )
    text = "\n".join((*lines([part]), line(claim)))
    messages = said(tmp_path / "a.jsonl", text)
    assert {message.partition(":")[0] for message in messages} == {str(text.count("\n") + 1)}
    assert [message.partition(": ")[2] for message in messages] == [
        "asserted.min: lies between 2030-03-05 00:00 UTC and 2030-03-04 00:00 UTC, which no value can",
        "attribution[0].entity: the last level is the source's publisher, 'entity/small/courier'",
        "event.start_min: '2030-01-01T00:00:00' has no zone; write Z behind it for UTC",
    ]


def test_an_id_that_what_is_said_does_not_give_is_told(tmp_path: Path) -> None:
    """With the right one, on a claim that is right otherwise."""
    [part] = compile_inputs([SMALL]).evidence
    text = "\n".join(lines([part])).replace(part.claims[0].id, "claim/c1wrong")
    [message] = said(tmp_path / "a.jsonl", text)
    assert f"id: what the claim says gives it the id '{part.claims[0].id}'" in message
