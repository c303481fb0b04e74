"""Vocabularies: whole, safe to build statements and questions from, and merged without guessing."""

import re
from collections.abc import Mapping
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from claimgraph.graph.errors import InvalidInput
from claimgraph.graph.quantities import parse_quantity, to_unit
from claimgraph.graph.records import Kind
from claimgraph.graph.relations import STRUCTURAL_TYPES
from claimgraph.graph.vocabulary import VOCABULARY, Vocabulary, nearest, shared_vocabulary
from claimgraph.loaders.inputs import compile_inputs
from claimgraph.tests.conftest import KHERSON

Tree = dict[str, Any]
T = TypeVar("T")


def tree(**changes: Tree) -> Tree:
    """A small vocabulary that is right, with other sections in place of its own."""
    return {
        "counts": {"person": ["people", "men"]},
        "dimensions": {"present": {"unit": "person"}, "walk": {"unit": "km"}},
        "families": {"presence": {"question": "Who is in {object}?", "slot": ["object", "dimension"], "topic": "t"}},
        "predicates": {
            "LOCATED_IN": {
                "says": "{subject} is in {object}",
                "subject": ["Person"],
                "object": ["Place"],
                "value": "quantity",
                "dimensions": ["present"],
                "holds": "state",
                "families": ["presence"],
            },
        },
    } | changes


def read(**changes: Tree) -> Vocabulary:
    """The same, read."""
    return VOCABULARY.validate_python(tree(**changes))


def asking(question: str, *slot: str | list[str], unordered: bool = False) -> Tree:
    """One family with that question."""
    family = {"question": question, "slot": list(slot), "topic": "t", "unordered": unordered}
    return {"presence": family}


def backwards(section: Mapping[str, T]) -> dict[str, T]:
    """The same definitions, the last one first."""
    return {name: section[name] for name in reversed(list(section))}


def test_the_shared_vocabulary_is_whole() -> None:
    """Nothing in it is named and not defined."""
    assert list(shared_vocabulary().problems()) == []
    assert list(read().problems()) == []


def test_what_forces_do_reads_right_of_one_and_of_several() -> None:
    """Nobody knows whether a unit's or an organisation's name is a plural: so no verb beside it may say."""
    told = re.compile(r"\{subject\} (is|was|has|does|\w+[^s\W]s) ")
    for vocabulary in (shared_vocabulary(), *(part.vocabulary for part in compile_inputs([KHERSON]).evidence)):
        spoken_of = {
            name: each
            for name, each in vocabulary.predicates.items()
            if {*each.subject} & {Kind.UNIT, Kind.ORGANISATION}
        }
        assert [name for name, each in spoken_of.items() if told.match(f"{each.says} ")] == []


def test_every_shared_dimension_measures_in_its_unit() -> None:
    """A bare figure can be kept in each."""
    vocabulary = shared_vocabulary()
    for dimension in vocabulary.dimensions.values():
        assert to_unit(parse_quantity("1"), dimension.unit, vocabulary.count_names).unit == dimension.unit


@pytest.mark.parametrize(
    "question",
    [
        "Where is {subject}?",
        "Where is {object.__class__}?",
        "Where is {object[0]}?",
        "Where is {0}?",
        "Where is {}?",
        "Where is {object!r}?",
        "Where is {object:>99999999}?",
        "Where is {object!r:>99999}?",
        "Where is {object:{object}}?",
        "Where is {{object}}?",
        "Where is {object?",
        "Where is object}?",
        "Where is { object }?",
    ],
)
def test_a_question_names_what_its_slot_holds_and_nothing_else(question: str) -> None:
    """What else braces could have str.format do is a problem, and so never formatted."""
    [(path, message), *_] = read(families=asking(question, "object", "dimension")).problems()
    assert path == "families.presence.question"
    assert "is not defined" in message
    predicate = tree()["predicates"]["LOCATED_IN"] | {"says": question.replace("{subject}", "{during}")}
    paths = [path for path, _ in read(predicates={"LOCATED_IN": predicate}).problems()]
    assert paths == [] if question == "Where is {object}?" else "predicates.LOCATED_IN.says" in paths


def test_a_second_choice_stands_under_the_first_in_the_question() -> None:
    """`[during, object]` is `{during}`, whichever of the two a claim has."""
    assert list(read(families=asking("What in {during}?", "side", ["during", "object"])).problems()) == []
    [(_, message)] = read(families=asking("What in {object}?", "side", ["during", "object"])).problems()
    assert message == "'object' is not defined"


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"dimensions": {"present": {"unit": "person", "part_of": "crowd"}}}, "dimensions.present.part_of"),
        ({"dimensions": {"present": {"unit": "people"}}}, "dimensions.present.unit"),
        ({"dimensions": {"present": {"unit": "crowds"}}}, "dimensions.present.unit"),
        ({"dimensions": {"present": {"unit": "m**9**9**9"}}}, "dimensions.present.unit"),
        (
            {"dimensions": {"present": {"unit": "person", "part_of": "walk"}, "walk": {"unit": "km"}}},
            "dimensions.present.unit",
        ),
        ({"dimensions": {"present": {"unit": "person", "part_of": "present"}}}, "dimensions.present.part_of"),
        ({"counts": {"person": ["men"], "man": ["men"]}}, "counts.person"),
        ({"families": asking("How far is {object}?", "object", "dimension", unordered=True)}, "families.presence.slot"),
        ({"families": {}}, "predicates.LOCATED_IN.families"),
    ],
)
def test_what_does_not_fit_together_is_told_where_it_stands(changes: Tree, path: str) -> None:
    """With its path, for the line and column in the file."""
    assert path in [path for path, _ in read(**changes).problems()]


def test_a_circle_of_parts_is_told_at_each_of_them() -> None:
    """Whoever goes up the tree of dimensions comes to an end."""
    circle = {name: {"unit": "person", "part_of": whole} for name, whole in (("present", "b"), ("b", "c"), ("c", "b"))}
    paths = {path for path, _ in read(dimensions=circle).problems()}
    assert paths == {"dimensions.b.part_of", "dimensions.c.part_of"}


def test_predicates_have_to_be_defined_by_what_they_name() -> None:
    """Families, dimensions and other predicates; a quantity needs a dimension, and the other way round."""
    predicate = tree()["predicates"]["LOCATED_IN"]
    wrong = predicate | {"families": ["presense"], "then_not": ["LEFT"], "excludes": ["LEFT"], "dimensions": []}
    problems = dict(read(predicates={"LOCATED_IN": wrong}).problems())
    assert problems == {
        "predicates.LOCATED_IN.families": "'presense' is not defined; did you mean 'presence'?",
        "predicates.LOCATED_IN.then_not": "'LEFT' is not defined",
        "predicates.LOCATED_IN.excludes": "'LEFT' is not defined",
        "predicates.LOCATED_IN": "`value: quantity` and `dimensions` go together",
    }


@pytest.mark.parametrize(
    "name",
    [
        *("located_in", "NOT_LOCATED_IN", "1ST", "A-B", "A B", "A`]->() DELETE x //", "A.B", "A[1]", "Ä", "", "A" * 62),
        *sorted(STRUCTURAL_TYPES),
    ],
)
def test_a_predicate_is_safe_as_a_relationship_type(name: str) -> None:
    """Its name goes into the text of statements, so a vocabulary with any other is never read at all."""
    with pytest.raises(ValidationError, match="a predicate is written in capitals"):
        read(predicates={name: tree()["predicates"]["LOCATED_IN"]})


@pytest.mark.parametrize("name", ["a/b", "a:b", "Present", "a b", "", "1", "a.b", "ä"])
def test_families_and_dimensions_are_safe_in_ids(name: str) -> None:
    """An issue's id is made of them, with signs of its own between."""
    with pytest.raises(ValidationError, match="small letters"):
        read(dimensions={name: {"unit": "km"}})
    with pytest.raises(ValidationError, match="small letters"):
        read(families={name: asking("?", "object")["presence"]})


@pytest.mark.parametrize("slot", [[], [[]], ["place"], ["object", []]])
def test_a_slot_is_made_of_known_keys(slot: list[str | list[str]]) -> None:
    """A question that nothing tells apart would gather every claim."""
    with pytest.raises(ValidationError):
        read(families=asking("?", *slot))


def test_fields_that_do_not_exist_are_refused() -> None:
    """A slip of the pen does not pass for a default."""
    with pytest.raises(ValidationError):
        read(dimensions={"present": {"unit": "person", "partof": "walk"}})


def test_json_gives_the_vocabulary_back() -> None:
    """What a dataset brought is kept as JSON and read again."""
    for vocabulary in (shared_vocabulary(), read()):
        assert VOCABULARY.validate_json(vocabulary.to_json()) == vocabulary


def test_the_digest_is_the_contents() -> None:
    """The order of definitions has no part in it, anything else has."""
    shared = shared_vocabulary()
    turned = Vocabulary(
        counts=backwards(shared.counts),
        dimensions=backwards(shared.dimensions),
        families=backwards(shared.families),
        predicates=backwards(shared.predicates),
    )
    assert turned.digest == shared.digest
    assert read().digest != read(counts={"person": ["people"]}).digest


def test_two_vocabularies_merge_or_clash() -> None:
    """What both define alike is no matter; what they define differently is named."""
    assert read().merged_with(read()) == read()
    assert shared_vocabulary().merged_with(Vocabulary()) == shared_vocabulary()
    with pytest.raises(InvalidInput, match=r"differently: dimensions\.present, families\.presence;"):
        read().merged_with(read(dimensions={"present": {"unit": "km"}}, families=asking("Who?", "object")))


@given(st.text(), st.lists(st.text()))
def test_a_hint_names_what_is_known(name: str, known: list[str]) -> None:
    """Or says nothing."""
    hint = nearest(name, known)
    assert hint == "" or any(repr(word) in hint for word in known)
