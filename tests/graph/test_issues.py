"""Issues and natural edges: which questions a claim answers, and the edge that stands for it."""

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.graph.issues import Issue, NaturalEdge, Referent, Said, edge_of, issues_of, relation_type
from claimgraph.graph.vocabulary import VOCABULARY, Vocabulary, shared_vocabulary

VOCABULARY_HERE = VOCABULARY.validate_python(
    {
        "families": {
            "contact": {
                "question": "Are {subject} and {object} in contact?",
                "slot": ["subject", "object"],
                "unordered": True,
                "topic": "people",
            },
            "left": {
                "question": "What did {side} leave ({during})?",
                "slot": ["side", ["during", "object"]],
                "topic": "losses",
            },
        },
        "predicates": {
            name: {"says": "…", "subject": ["Unit"], "object": ["Place"], "holds": "once", "families": [family]}
            for name, family in (("MET", "contact"), ("LEFT", "left"))
        },
    }
)


def entity(key: str) -> str:
    """The id of one of the entities below."""
    return f"entity/kherson/{key}"


REFERENTS = {
    entity(key): Referent(entity(canonical), entity(party), name)
    for key, canonical, party, name in (
        ("russia", "russia", "russia", "Russia"),
        ("force", "force", "russia", "Russian forces"),
        ("contingent", "force", "russia", "Russian forces"),
        ("oblast", "oblast", "oblast", "Kherson Oblast"),
        ("city", "city", "city", "Kherson"),
        ("retreat", "retreat", "retreat", "the retreat"),
        ("minister", "minister", "minister", "{subject.__class__}"),
    )
}
PRESENT = Said(
    "claim/c1x",
    "LOCATED_IN",
    entity("contingent"),
    entity("minister"),
    "They are there.",
    object=entity("oblast"),
    during=entity("retreat"),
    dimension="present",
)


def ids(said: Said, vocabulary: Vocabulary | None = None) -> list[str]:
    """The questions that a claim answers."""
    return [issue.id for issue in issues_of(said, REFERENTS, vocabulary or shared_vocabulary())]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            {},
            [
                "issue/withdrawal/kherson:russia/kherson:retreat",
                "issue/presence/kherson:russia/kherson:oblast/present",
            ],
        ),
        ({"during": None}, ["issue/presence/kherson:russia/kherson:oblast/present"]),
        ({"dimension": None}, ["issue/withdrawal/kherson:russia/kherson:retreat"]),
        ({"dimension": None, "during": None}, []),
        ({"predicate": "DESTROYED", "subject": entity("city")}, ["issue/status/kherson:city"]),
        ({"predicate": "OPPOSES"}, ["issue/stance/kherson:force/kherson:oblast"]),
        ({"live": False, "dimension": None}, ["issue/withdrawal/kherson:russia/kherson:retreat"]),
        ({"predicate": "NO_LONGER_DEFINED"}, []),
    ],
    ids=str,
)
def test_a_claim_answers_each_family_whose_slot_it_fills(change: dict[str, Any], expected: list[str]) -> None:
    """With canonical ids and the subject's party; a retracted one still answers what it did."""
    assert ids(replace(PRESENT, **change)) == expected


def test_who_says_it_and_how_makes_no_other_question() -> None:
    """Denials, forecasts and other claimants meet on one board; so do two names of one force."""
    others = (
        replace(PRESENT, polarity="deny"),
        replace(PRESENT, modality="predicted"),
        replace(PRESENT, claimant=entity("russia"), text="No."),
        replace(PRESENT, subject=entity("force")),
        replace(PRESENT, subject=entity("russia")),
    )
    assert {tuple(ids(said)) for said in (PRESENT, *others)} == {tuple(ids(PRESENT))}


def test_a_question_names_what_it_is_about() -> None:
    """By canonical names; dimensions as words."""
    _, presence = issues_of(replace(PRESENT, dimension="equipment_left"), REFERENTS, shared_vocabulary())
    assert presence == Issue(
        "issue/presence/kherson:russia/kherson:oblast/equipment_left",
        "How many people does Russia have in Kherson Oblast (equipment left)?",
        "presence",
        "presence",
        (("object", entity("oblast")), ("side", entity("russia"))),
    )


def test_a_name_is_never_read_as_a_template() -> None:
    """Braces in an entity's name are only braces."""
    said = replace(PRESENT, predicate="DESTROYED", subject=entity("minister"))
    [issue] = issues_of(said, REFERENTS, shared_vocabulary())
    assert issue.question == "What is the state of {subject.__class__}?"


def test_the_second_choice_fills_in_for_the_first() -> None:
    """And takes its place in the question and among what it is about, so that one id is one issue."""
    said = replace(PRESENT, predicate="LEFT")
    assert ids(said, VOCABULARY_HERE) == ["issue/left/kherson:russia/kherson:retreat"]
    [issue] = issues_of(replace(said, during=None), REFERENTS, VOCABULARY_HERE)
    assert issue.id == "issue/left/kherson:russia/kherson:oblast"
    assert issue.question == "What did Russia leave (Kherson Oblast)?"
    assert issue.about == (("during", entity("oblast")), ("side", entity("russia")))
    assert ids(replace(said, during=None, object=None), VOCABULARY_HERE) == []


def test_an_unordered_question_is_the_same_both_ways() -> None:
    """Id, wording and things: else the issue would read as the last claim had it."""
    said = replace(PRESENT, predicate="MET", subject=entity("russia"), object=entity("city"))
    turned = replace(said, subject=entity("city"), object=entity("russia"))
    [issue] = issues_of(said, REFERENTS, VOCABULARY_HERE)
    assert [issue] == list(issues_of(turned, REFERENTS, VOCABULARY_HERE))
    assert issue.question == "Are Kherson and Russia in contact?"
    assert issue.about == (("object", entity("russia")), ("subject", entity("city")))


@given(
    st.sampled_from(sorted({**shared_vocabulary().predicates, **VOCABULARY_HERE.predicates})),
    st.permutations(sorted(REFERENTS)),
    st.lists(st.booleans(), min_size=3, max_size=3),
)
def test_one_id_is_one_issue(predicate: str, order: list[str], absent: list[bool]) -> None:
    """Whichever claim it is derived from, so that loads in any order give one graph."""
    vocabulary = shared_vocabulary().merged_with(VOCABULARY_HERE)
    seen: dict[str, Issue] = {}
    for subject, other, during in permutations(order[:4], 3):
        said = replace(
            PRESENT,
            predicate=predicate,
            subject=subject,
            object=None if absent[0] else other,
            during=None if absent[1] else during,
            dimension=None if absent[2] else "present",
        )
        for issue in issues_of(said, REFERENTS, vocabulary):
            assert seen.setdefault(issue.id, issue) == issue
            assert issue.id.startswith(f"issue/{issue.family}/")


def test_a_claim_with_an_object_is_an_edge() -> None:
    """Between the entities that it was written with: merging moves no edge."""
    assert edge_of(PRESENT, REFERENTS) == NaturalEdge(
        "LOCATED_IN",
        "claim/c1x",
        entity("contingent"),
        entity("oblast"),
        "They are there.",
        "{subject.__class__}",
        "affirm",
        "asserted",
    )
    assert edge_of(replace(PRESENT, object=None), REFERENTS) is None
    assert edge_of(replace(PRESENT, live=False), REFERENTS) is None


def test_an_edge_says_how_it_is_meant() -> None:
    """A denial is another type; a plan or forecast says so in its text."""
    edge = edge_of(replace(PRESENT, polarity="deny", modality="planned"), REFERENTS)
    assert edge
    assert (edge.type, edge.text) == ("NOT_LOCATED_IN", "(planned) They are there.")
    assert relation_type("SHELLED", "affirm") == "SHELLED"
