"""From operation to tree: what graphql-core's executor would have done, done without it and without a server."""

from typing import Any

import pytest
from graphql import GraphQLError

from claimgraph.api.documents import Call, Documents, RequestError
from claimgraph.api.schema import create_schema
from claimgraph.graph.compile.selection import Selection

SCHEMA = create_schema().core


def call(query: str, **variables: object) -> Call:
    """The call of a valid query."""
    document = Documents(SCHEMA).document(query)
    assert not document.errors
    return document.call(None, variables)


def root(query: str, **variables: object) -> Selection:
    """What a query with one root field asks of the thing there."""
    (field,) = call(query, **variables).outline.selection.fields
    assert field.selection
    return field.selection


def test_equal_keys_are_merged() -> None:
    """Two mentions of a field under one key are one field that asks for both."""
    asked = root('{ claim(id: "claim/x") { subject { id } } claim(id: "claim/x") { text subject { name } } }')
    assert [key for key, _ in asked.only()] == ["subject", "text"]
    assert asked.fields[0].selection
    assert [field.name for field in asked.fields[0].selection.fields] == ["id", "name"]


def test_a_field_of_the_interface_is_asked_once() -> None:
    """What is asked of every type is one field; what is asked of some says of which."""
    asked = root('{ entity(id: "entity/x") { name ... on Place { name placeType } ... on Unit { e: echelon } } }')
    assert [(field.name, field.on) for field in asked.fields] == [
        ("name", frozenset({"Person", "Unit", "Organisation", "Event", "Thing"})),
        ("echelon", frozenset({"Unit"})),
        ("name", frozenset({"Place"})),
        ("placeType", frozenset({"Place"})),
    ]
    assert asked.answers["Place"] == (("name", 2), ("placeType", 3))
    assert asked.answers["Unit"] == (("name", 0), ("e", 1))


@pytest.mark.parametrize(
    ("switches", "keys"),
    [("@skip(if: $yes)", []), ("@include(if: $no)", []), ("@skip(if: $no) @include(if: $yes)", ["text"])],
)
@pytest.mark.parametrize("place", ["text %", "... % { text }", "... on Claim % { text }", "...t %"])
def test_skip_and_include(switches: str, keys: list[str], place: str) -> None:
    """Both directives, on fields and fragments."""
    fragment = "fragment t on Claim { text }" if "...t" in place else ""
    selected = place.replace("%", switches)
    query = f"""query ($yes: Boolean!, $no: Boolean!) {{ claim(id: "claim/x") {{
      {selected} id s: __typename @skip(if: $no) t: id @include(if: $yes) }} }} {fragment}"""
    asked = root(query, yes=True, no=False)
    assert [key for key, _ in asked.only()] == [*keys, "id", "s", "t"]


def test_switches_belong_to_the_plan() -> None:
    """The same text asks for different things when the variable of a directive changes."""
    document = Documents(SCHEMA).document("query ($all: Boolean!) { statistics { claims issues @include(if: $all) } }")
    texts = {document.call(None, {"all": value}).plan.text for value in (True, False, True)}
    assert len(texts) == 2


def test_values_do_not_belong_to_the_plan() -> None:
    """Other values of the same arguments run the same statement."""
    document = Documents(SCHEMA).document("query ($filter: ClaimFilter) { claims(filter: $filter) { totalCount } }")
    one, other, more = (
        document.call(None, {"filter": given})
        for given in ({"predicate": "A"}, {"predicate": "B", "object": None}, {"predicate": "B", "polarity": "DENY"})
    )
    assert one.plan is other.plan
    assert one.plan.params(one.arguments) != other.plan.params(other.arguments)
    assert more.plan is not one.plan


@pytest.mark.parametrize(
    ("declared", "given", "expected"),
    [
        ("$n: Int", {}, 20),
        ("$n: Int", {"n": None}, 20),
        ("$n: Int = 7", {}, 7),
        ("$n: Int = 7", {"n": None}, 20),
        ("$n: Int = 7", {"n": 5}, 5),
    ],
)
def test_defaults_of_variables_and_arguments(declared: str, given: dict[str, Any], expected: int) -> None:
    """A variable's default, then the argument's; null is the argument's default."""
    made = call(f"query ({declared}) {{ claims(first: $n) {{ nodes {{ id }} }} }}", **given)
    assert list(made.plan.params(made.arguments).values()) == [expected]


def test_typename_needs_no_database() -> None:
    """What is known already is not asked for."""
    assert not call("{ __typename }").plan.reads
    assert not call("{ __schema { queryType { name } } }").plan.reads
    assert call("{ statistics { version } }").plan.reads


@pytest.mark.parametrize(
    ("query", "name", "message"),
    [
        ("query A { __typename } query B { __typename }", None, "operations A, B; say in `operationName`"),
        ("query A { __typename }", "C", "no operation 'C', only A"),
        ("query A { __typename } { __typename }", "C", "only A, .one without a name."),
        ("mutation { x }", None, "no mutations"),
        ("subscription { x }", None, "no subscriptions"),
        ("fragment t on Claim { id }", None, "no operation"),
    ],
)
def test_no_operation_to_execute(query: str, name: str | None, message: str) -> None:
    """Which operation is meant must be clear, and it must be a query."""
    with pytest.raises(GraphQLError, match=message):
        Documents(SCHEMA).document(query).operation(name)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{ claims(first: 101) { totalCount } }", "BAD_PAGE_SIZE"),
        ("{ claims(first: 0) { totalCount } }", "BAD_PAGE_SIZE"),
        ("{ claims(first: -1) { totalCount } }", "BAD_PAGE_SIZE"),
        ('{ search(text: "a", first: 500) { nodes { id } } }', "BAD_PAGE_SIZE"),
        ('{ entity(id: "claim/x") { id } }', "BAD_ID"),
        ('{ entity(id: "entity/") { id } }', "BAD_ID"),
        ('{ claim(id: "") { id } }', "BAD_ID"),
        ('{ issue(id: "entity/a/b") { id } }', "BAD_ID"),
        ("{ source(id: 5) { id } }", "BAD_ID"),
        ('{ claims(filter: {subject: "source/a/b"}) { totalCount } }', "BAD_ID"),
        ('{ claims(filter: {source: "entity/a/b"}) { totalCount } }', "BAD_ID"),
        ('{ issues(about: "x") { totalCount } }', "BAD_ID"),
        ('{ sources(publisher: "x") { totalCount } }', "BAD_ID"),
        ('{ claims(after: "") { totalCount } }', "BAD_CURSOR"),
        ('{ claims(after: "%%%") { totalCount } }', "BAD_CURSOR"),
        ('{ claims(after: "bnVsbA") { totalCount } }', "BAD_CURSOR"),
        ('{ claims(after: "W10") { totalCount } }', "BAD_CURSOR"),
        (f'{{ claims(after: "{"A" * 9000}") {{ totalCount }} }}', "BAD_CURSOR"),
    ],
)
def test_arguments_are_checked(query: str, code: str) -> None:
    """What is wrong with a value is an error that says so, at its field, before the database is asked."""
    with pytest.raises(RequestError) as caught:
        call(query)
    (error,) = caught.value.errors
    assert error.extensions == {"code": code}
    assert error.locations


def test_texts_are_kept_and_let_go() -> None:
    """A text is made ready once, until a thousand others have been."""
    documents = Documents(SCHEMA)
    first = documents.document("{ __typename }")
    assert documents.document("{ __typename }") is first
    for n in range(1000):
        documents.document(f"{{ a{n}: __typename }}")
    assert documents.document("{ __typename }") is not first


def test_operations_without_variables_are_made_once() -> None:
    """Nothing of such a call can change."""
    document = Documents(SCHEMA).document("{ statistics { version } }")
    assert document.call(None, {}) is document.call(None, {})
