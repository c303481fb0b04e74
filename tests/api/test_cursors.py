"""Cursors: good for the list that they came from, and for nothing else."""

from typing import Any

import pytest

from claimgraph.graph.compile import cursors
from claimgraph.graph.compile.cursors import encode, fingerprint
from claimgraph.graph.errors import BadCursor
from claimgraph.tests.api.compiling import call, shaped

LISTS = [
    "claims(%)",
    'claims(filter: {predicate: "A"}, %)',
    'claims(filter: {predicate: "B"}, %)',
    'claims(filter: {dimension: "A"}, %)',
    "sources(%)",
]


def test_a_cursor_is_good_for_its_own_list_only() -> None:
    """Another filter, another value of it, or another field refuses it."""
    prints = []
    for each in LISTS:
        made = call(f"{{ {each.replace('%', 'first: 5')} {{ nodes {{ id }} }} }}")
        (field,) = made.outline.selection.fields
        prints.append(fingerprint(field, made.arguments[0]))
    for mine, list_ in zip(prints, LISTS, strict=True):
        for print_ in prints:
            cursor = encode(print_, "", ["2022-11-11T00:00:00Z", "claim/x"])
            page = list_.replace("%", f'after: "{cursor}"')
            query = f"{{ {page} {{ nodes {{ id }} }} }}"
            if print_ == mine:
                call(query)
            else:
                with pytest.raises(Exception, match="belongs to another list"):
                    call(query)


def test_a_cursor_of_another_things_list_is_refused() -> None:
    """It is noticed when the thing is known: the list of one entity is not that of another."""
    made = call('{ entity(id: "entity/x") { claims { nodes { id } } } }')
    (field,) = made.outline.selection.fields
    assert field.selection
    cursor = encode(
        fingerprint(field.selection.fields[0], made.arguments[1]), "entity/x", ["2022-11-11T00:00:00Z", "c"]
    )
    query = f'{{ entity(id: "entity/x") {{ claims(after: "{cursor}") {{ nodes {{ id }} }} }} }}'
    page: list[object] = [[], None, "entity/x"]
    assert shaped(query, [[["Place", page]]]) == ({"entity": {"claims": {"nodes": []}}}, [])
    other: list[object] = [[], None, "entity/y"]
    (problem,) = shaped(query, [[["Place", other]]])[1]
    assert problem[1] == ["entity", "claims"]


@pytest.mark.parametrize(
    "keys", [["no moment", "x"], [5, "x"], ["2022-11-11T00:00:00Z", 5], ["2022-11-11T00:00:00Z"], []]
)
def test_a_cursor_with_keys_of_the_wrong_kind(keys: list[Any]) -> None:
    """What someone made up is refused, whatever it holds."""
    made = call("{ claims { nodes { id } } }")
    (field,) = made.outline.selection.fields
    cursor = encode(fingerprint(field, made.arguments[0]), "", keys)
    with pytest.raises(Exception, match="no cursor of this service"):
        call(f'{{ claims(after: "{cursor}") {{ nodes {{ id }} }} }}')


@pytest.mark.parametrize("key", [2**40, "5", None, 1.5])
def test_a_number_in_a_cursor(key: object) -> None:
    """Only numbers that a count can have."""
    with pytest.raises(BadCursor):
        cursors.check_number(key)
