"""Which places lie in which."""

from claimgraph.graph.places import wholes_of


def test_parts_of_parts() -> None:
    """Everything above a place, over several parents; a circle is gone round once, and nothing lies in itself."""
    assert wholes_of([("city", "oblast"), ("city", "bank"), ("oblast", "land"), ("bank", "land")]) == {
        "city": {"oblast", "bank", "land"},
        "oblast": {"land"},
        "bank": {"land"},
    }
    assert wholes_of([("a", "b"), ("b", "c"), ("c", "a"), ("d", "d")]) == {
        "a": {"b", "c"},
        "b": {"a", "c"},
        "c": {"a", "b"},
    }
