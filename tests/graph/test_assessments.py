"""The schemes that are known: what they grade, with which values, and what is said of a grade that does not fit."""

import base64
import hashlib
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from claimgraph.cypher import fields
from claimgraph.graph.assessments import LONGEST, SCHEMES, TARGETS, grade_problems
from claimgraph.graph.ids import assessment_id, claim_key
from claimgraph.graph.records import Assessment

GRADE = Assessment(
    "", "kherson", "claim/c1x", "fact-check", "half-true", "an editor", datetime(2026, 11, 23, tzinfo=UTC), "seen"
)
CLAIM, SOURCE, ENTITY = "claim/c1x", "source/a/b", "entity/a/b"


def problems(target: str, scheme: str, value: str) -> list[tuple[str, str]]:
    """What is said of a grade."""
    return list(grade_problems(Assessment("", "a", target, scheme, value, "an editor")))


@pytest.mark.parametrize("target", [CLAIM, SOURCE, ENTITY])
def test_each_scheme_grades_its_own_things(target: str) -> None:
    """With every value that it has, and nothing else."""
    word = target.partition("/")[0]
    for name, scheme in SCHEMES.items():
        for value in scheme.values:
            said = problems(target, name, value)
            assert [field for field, _ in said] == ([] if word in scheme.grades else ["scheme"])
    assert any(word in scheme.grades for scheme in SCHEMES.values())
    assert word in TARGETS


def test_what_the_endpoint_says_of_a_value_is_what_stands_here() -> None:
    """The meanings in Cypher are those of the table, all of them and in its words."""
    shown = re.findall(r"WHEN '(.*)' THEN '(.*)'", fields("assessment")["meaning"].text)
    table = [(f"{name} {value}", words) for name, scheme in SCHEMES.items() for value, words in scheme.values.items()]
    assert shown == table


@pytest.mark.parametrize("value", ["G", "b", "B ", "B2", "1", "completely reliable"])
def test_a_wrong_value_is_told_with_the_right_ones(value: str) -> None:
    """As they are written, and what they mean."""
    [(field, message)] = problems(SOURCE, "admiralty-reliability", value)
    assert field == "value"
    assert message.startswith(f"'{value}' is no value of admiralty-reliability; there are A (completely reliable), B (")
    assert "F (reliability cannot be judged)" in message


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("fact check", ["fact-check"]),
        ("Fact-Check", ["fact-check"]),
        ("factcheck", ["fact-check"]),
        ("admiralty_reliability", ["admiralty-reliability"]),
        ("admirality-credibility", ["admiralty-reliability", "admiralty-credibility"]),
        ("Admiralty", ["admiralty-reliability", "admiralty-credibility"]),
    ],
)
def test_a_slip_makes_no_scheme_of_its_own(name: str, meant: list[str]) -> None:
    """The known ones that could be meant are named."""
    [(field, message)] = problems(CLAIM, name, "true")
    assert field == "scheme"
    assert [known for known in SCHEMES if f"'{known}'" in message] == [each for each in SCHEMES if each in meant]


@pytest.mark.parametrize("name", ["wikidata-rank", "source-reliability", "colour", "stars", "a", "надійність"])
def test_any_other_scheme_is_free(name: str) -> None:
    """Whatever it grades, with any short text; reasons are not grades."""
    for target in (CLAIM, SOURCE, ENTITY):
        assert problems(target, name, "як завгодно") == []
    assert problems(CLAIM, name, "x" * LONGEST) == []
    assert [field for field, _ in problems(CLAIM, name, "x" * (LONGEST + 1))] == ["value"]
    assert problems(CLAIM, name, " ") == [("value", "is empty")]


def test_assessment_ids_never_change() -> None:
    """Base32 of a 160-bit BLAKE2b over dataset, target, scheme, value, by, basis and at."""
    array = '["kherson","claim/c1x","fact-check","half-true","an editor","seen","2026-11-23T00:00:00+00:00"]'
    hashed = hashlib.blake2b(array.encode(), digest_size=20).digest()
    assert assessment_id(GRADE) == "assessment/a1" + base64.b32encode(hashed).decode().lower()


@pytest.mark.parametrize(
    "change",
    [
        *({field: "other"} for field in ("dataset", "target", "scheme", "value", "by", "basis")),
        {"at": None},
        {"basis": None},
    ],
    ids=str,
)
def test_another_grade_is_another_assessment(change: dict[str, Any]) -> None:
    """Whatever differs: what is graded, how, by whom, when and why."""
    assert assessment_id(replace(GRADE, **change)) != assessment_id(GRADE)
    assert assessment_id(replace(GRADE, id="assessment/other")) == assessment_id(GRADE)


def test_a_claims_own_key_is_written_like_an_address() -> None:
    """Its parts are percent-encoded, and no claim's id looks so."""
    assert claim_key("kherson", "c/17 ü") == "claim/kherson/c%2F17%20%C3%BC"
