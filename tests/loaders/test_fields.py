"""Reading what is right out of what is wrong: no tree makes it stumble."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from claimgraph.graph.vocabulary import VOCABULARY, Vocabulary
from claimgraph.loaders.corpus.models import ClaimItem, EntitiesFile, EntityItem
from claimgraph.loaders.fields import salvage

TREES = st.recursive(
    st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*ClaimItem.model_fields, *EntityItem.model_fields, "entities", "entity", "start", "x"]),
            inner,
            max_size=4,
        )
    ),
)
DEFINITIONS = st.dictionaries(
    st.sampled_from(["P", "p", "Not"]),
    st.dictionaries(
        st.sampled_from(["says", "subject", "holds", "slot", "unit", "part_of", "question", "topic", "families"]),
        st.sampled_from(["Unit", "state", "", "side"])
        | st.lists(st.sampled_from(["Unit", "side", "x"]) | st.lists(st.text())),
    )
    | st.text(),
)


@given(TREES)
def test_no_tree_makes_the_reading_of_items_fail(tree: Any) -> None:  # noqa: ANN401 - anything at all
    """What is wrong is reported, and what is left is right."""
    reported: list[object] = []
    for model in (ClaimItem, EntitiesFile[EntityItem]):
        item = salvage(tree, model.model_validate, lambda path, message: reported.append((path, message)))
        assert item is None or isinstance(item, model)


@given(st.dictionaries(st.sampled_from(["predicates", "families", "dimensions", "counts", "x"]), DEFINITIONS))
def test_no_tree_makes_the_reading_of_vocabularies_fail(tree: Any) -> None:  # noqa: ANN401
    """Not even where unions and nested lists are wrong in several ways at once."""
    vocabulary = salvage(tree, VOCABULARY.validate_python, lambda *_: None)
    assert vocabulary is None or isinstance(vocabulary, Vocabulary)


def test_one_slip_does_not_hide_what_else_is_right() -> None:
    """Wrong fields are left out, missing texts stand empty, and the rest is there."""
    said: list[tuple[object, str]] = []
    tree = {"kind": "Person", "name": ["Varga"], "names": ["a", ["b"], "c"], "sied": "x", "side": "south"}
    item = salvage(tree, EntityItem.model_validate, lambda path, message: said.append((path, message)), ("side",))
    assert said == [
        (("name",), "should be text, not a list"),
        (("names", 1), "should be text, not a list"),
        (("sied",), "there is no such field; did you mean 'side'?"),
    ]
    assert item is not None
    assert (item.name, item.names, item.side) == ("\0", ["a", "\0", "c"], "south")
