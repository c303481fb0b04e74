"""From tree to Cypher and from row to answer, without a server."""

import re
from typing import Any

import pytest

from claimgraph.cypher import fields
from claimgraph.graph.compile.blocks import Writer, block
from claimgraph.graph.compile.cursors import encode
from claimgraph.tests.api.compiling import call, shaped


def test_the_statement_of_a_claim() -> None:
    """One nested expression of blocks; values are parameters."""
    made = call('{ claim(id: "claim/x\'}) DELETE") { text subject { name } } }')
    assert made.plan.text == (
        "RETURN [\n"
        "COLLECT { MATCH (claim1:Claim {id: $id_1}) WHERE true  RETURN [claim1.text, "
        "COLLECT { MATCH (claim1)-[:SUBJECT]->(member3:Entity)\n"
        "MATCH (entity3:Entity {id: member3.canonical_id}) RETURN [entity3.kind, entity3.name] }] }\n"
        "], COLLECT { MATCH (graph:Graph {id: 'graph'}) "
        "RETURN [graph.key, graph.version, graph.open_run IS NOT NULL] }"
    )
    assert made.plan.params(made.arguments) == {"id_1": "claim/x'}) DELETE"}


def test_nothing_of_a_request_is_in_the_text() -> None:
    """Neither values nor aliases nor names of operations."""
    query = """query Secret1($s: ID!) { secret2: claims(filter: {object: $s, predicate: "SECRET3"}, first: 77) {
      secret4: nodes { secret5: text } } secret6: search(text: "secret7") { nodes { id } } }"""
    made = call(query, s="entity/secret/8")
    assert "secret" not in made.plan.text.lower()
    assert "77" not in made.plan.text
    assert {"entity/secret/8", "SECRET3", 77} <= {
        value for value in made.plan.params(made.arguments).values() if isinstance(value, str | int)
    }


def test_things_of_one_type_within_each_other_have_variables_of_their_own() -> None:
    """A claim's subject's claims' subjects: no variable is bound twice."""
    text = call(
        '{ claim(id: "claim/x") { subject { claims { nodes { subject { side { side { name } } } } } } } }'
    ).plan.text
    matched = re.findall(r"MATCH \((\w+):(?:Claim|Entity) \{", text)
    assert len(matched) == len(set(matched)) > 6


@pytest.mark.parametrize(
    ("arguments", "way"),
    [
        ("", "claims"),
        ('filter: {dimension: "a", family: "b"}', "claims"),
        ('filter: {predicate: "a"}', "claims_by_predicate"),
        ('filter: {predicate: "a", source: "source/a"}', "claims_by_source"),
        ('filter: {predicate: "a", object: "entity/a"}', "claims_by_object"),
        ('filter: {claimant: "entity/a", subject: "entity/b"}', "claims_by_subject"),
    ],
)
def test_the_way_that_arguments_allow(arguments: str, way: str) -> None:
    """The first block that fits leads; what it does not see to is a filter."""
    call_ = call(f"{{ claims({arguments}) {{ nodes {{ id }} }} }}" if arguments else "{ claims { nodes { id } } }")
    assert block(["Query"], "claims", call_.shapes[0])[1].name == way


def test_every_filter_is_in_the_statement_once() -> None:
    """The leading key by its index, each other key as a filter."""
    made = call(
        '{ claims(filter: {subject: "entity/a", object: "entity/b", polarity: DENY, dataset: "d"}) { nodes { id } } }'
    )
    names = [source for _, _, source in made.plan.sources]
    assert sorted(names) == ["dataset", "first", "object", "polarity", "subject"]


def test_only_what_is_asked_for_is_read() -> None:
    """No count without totalCount, no rows without nodes, edges or pageInfo, no cursor clause without `after`."""
    assert "COUNT" not in call("{ claims { nodes { id } } }").plan.text
    text = call("{ claims { totalCount } }").plan.text
    assert "ORDER BY" not in text
    assert "LIMIT" not in text
    after = encode("x", "", ["2022-11-11T00:00:00Z", "claim/x"])
    with pytest.raises(Exception, match="another list"):
        call(f'{{ claims(after: "{after}") {{ nodes {{ id }} }} }}')


def test_what_is_asked_of_one_type_is_not_worked_out_for_others() -> None:
    """A field of a place stands behind the kind."""
    text = call('{ entity(id: "entity/x") { ... on Place { placeType } } }').plan.text
    assert "CASE WHEN entity1.kind IN ['Place'] THEN COLLECT" in text


def test_blocks_keep_strings_properties_and_labels() -> None:
    """Only variables and parameters change their names."""
    found = fields("query")["search"]
    text = Writer().write(found, {}).text
    assert "queryNodes('entity_names', $text_query_1) YIELD node AS found1, score AS rank1" in text
    assert (
        "(node1:Entity {id: found1.canonical_id}) WHERE EXISTS { (:Entity {canonical_id: node1.id, live: true}) }"
        in text
    )


def test_a_row_becomes_an_answer() -> None:
    """Keys and the name of the type come from the plan, values from the row."""
    query = '{ c: claim(id: "claim/x") { __typename t: text value { low } during { id } attribution { level } } }'
    assert shaped(query, [[["said", [5.0], [], [[0], [1]]]]]) == (
        {
            "c": {
                "__typename": "Claim",
                "t": "said",
                "value": {"low": 5.0},
                "during": None,
                "attribution": [{"level": 0}, {"level": 1}],
            }
        },
        [],
    )


def test_the_type_comes_from_the_row() -> None:
    """Each type answers with its own keys, in the order of the query."""
    query = '{ entity(id: "entity/x") { ... on Place { type: placeType } __typename name ... on Unit { echelon } } }'
    place = ["Place", "Kherson", None, "city"]
    assert call(query).outline.selection.fields[0].selection
    data, problems = shaped(query, [[place]])
    assert problems == []
    assert set(data["entity"]) == {"type", "__typename", "name"}
    assert next(iter(data["entity"])) == "type"
    assert data["entity"]["__typename"] == "Place"


NULLS: list[tuple[str, list[Any], Any, list[str | int]]] = [
    ('{ claim(id: "claim/x") { text } }', [[[None]]], {"claim": None}, ["claim", "text"]),
    (
        '{ claim(id: "claim/x") { subject { name } } }',
        [[[[["Place", None]]]]],
        {"claim": None},
        ["claim", "subject", "name"],
    ),
    ('{ claim(id: "claim/x") { subject { name } } }', [[[[]]]], {"claim": None}, ["claim", "subject"]),
    (
        '{ claim(id: "claim/x") { id object { name } } }',
        [[["a", [["Place", None]]]]],
        {"claim": {"id": "a", "object": None}},
        ["claim", "object", "name"],
    ),
    (
        "{ c: claims { n: nodes { text } } }",
        [[[[["a"], ["k", "i"]], [[None], ["k", "i"]]], None, ""]],
        None,
        ["c", "n", 1, "text"],
    ),
    ('{ entity(id: "entity/x") { name } }', [[["Ghost", "Boo"]]], {"entity": None}, ["entity"]),
    (
        '{ claim(id: "claim/x") { value { low } } }',
        [[[[float("nan")]]]],
        {"claim": {"value": {"low": None}}},
        ["claim", "value", "low"],
    ),
    ("{ statistics { version } }", [[[2**31]]], None, ["statistics", "version"]),
    ('{ claim(id: "claim/x") { raw } }', [[["{"]]], {"claim": {"raw": None}}, ["claim", "raw"]),
]


@pytest.mark.parametrize(("query", "row", "data", "path"), NULLS, ids=[str(path) for *_, path in NULLS])
def test_a_missing_value_empties_the_nearest_thing_that_may_be_null(
    query: str, row: list[Any], data: object, path: list[str | int]
) -> None:
    """With the path of what was missing."""
    shown, problems = shaped(query, row)
    assert shown == data
    assert [where for _, where in problems] == [path]


def test_pages() -> None:
    """One row more than asked for says that there is more, and is not shown."""
    query = """{ claims(first: 2) { nodes { id } edges { cursor node { text } }
      pageInfo { hasNextPage hasPreviousPage endCursor } totalCount } }"""
    rows = [[["a"], ["x"], ["2022", "a"]], [["b"], ["y"], ["2021", "b"]], [["c"], ["z"], ["2020", "c"]]]
    data, problems = shaped(query, [[rows, 9, ""]])
    assert problems == []
    page = data["claims"]
    assert page["nodes"] == [{"id": "a"}, {"id": "b"}]
    assert [edge["node"] for edge in page["edges"]] == [{"text": "x"}, {"text": "y"}]
    assert page["pageInfo"] == {"hasNextPage": True, "hasPreviousPage": False, "endCursor": page["edges"][1]["cursor"]}
    assert page["totalCount"] == 9
