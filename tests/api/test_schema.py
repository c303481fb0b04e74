"""The schema: written down, described throughout, and every field of it answered by a block of Cypher."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    get_named_type,
    is_composite_type,
    is_introspection_type,
    is_required_argument,
)

from claimgraph.api.documents import Documents
from claimgraph.api.schema import create_schema, parse_moment
from claimgraph.graph.compile.blocks import NoBlockError
from claimgraph.graph.compile.views import CLOCKS

SCHEMA = create_schema()
GRAPHQL = SCHEMA.core
TYPES = [type_ for type_ in GRAPHQL.type_map.values() if not is_introspection_type(type_)]
FIELDS = [
    (type_, name, field)
    for type_ in TYPES
    if isinstance(type_, (GraphQLObjectType, GraphQLInterfaceType))
    for name, field in type_.fields.items()
]
NOT_VIEWED = ("Statistics", "Dataset", "Change")
VIEWED = [
    each
    for each in FIELDS
    if not f"{each[0].name}.{each[1]}".startswith((*NOT_VIEWED, "Query.statistics", "Query.changes"))
]
"""Those that can be asked as of other moments."""
EXAMPLES: dict[str, str] = {
    "ID": '"entity/a/b"',
    "String": '"text"',
    "Int": "3",
    "Float": "0.5",
    "ClaimFilter": '{polarity: DENY, not: {atLeast: 3, text: "a"}}',
    "Boolean": "true",
    "DateTime": '"2022-11-11T00:00:00Z"',
}


def test_the_schema_is_written_down() -> None:
    """docs/schema.graphql is the code's; `python -m claimgraph.api.schema > docs/schema.graphql` writes it anew."""
    written = Path(__file__).parents[2] / "docs" / "schema.graphql"
    assert written.read_text(encoding="utf-8") == SCHEMA.as_str() + "\n"


def test_everything_is_described() -> None:
    """Types, fields and arguments say what they are."""
    silent = [f"{type_.name}.{name}" for type_, name, field in FIELDS if not field.description]
    silent += [type_.name for type_ in TYPES if not type_.description]
    arguments = chain.from_iterable(field.args.items() for _, _, field in FIELDS)
    silent += [name for name, argument in arguments if not argument.description]
    keys = chain.from_iterable(type_.fields.items() for type_ in TYPES if isinstance(type_, GraphQLInputObjectType))
    silent += [name for name, key in keys if not key.description]
    assert silent == []


@pytest.mark.parametrize(("type_", "name", "field"), FIELDS, ids=[f"{type_.name}.{name}" for type_, name, _ in FIELDS])
def test_every_field_has_a_plan(type_: GraphQLObjectType, name: str, field: GraphQLField) -> None:
    """Each field, bare and with each of its arguments and keys of a filter, compiles to a statement."""
    for arguments in _calls(name, field):
        selected = f"{name}{arguments} {_below(field)}"
        _assert_planned("{ " + _PATHS[type_.name].replace("%", selected) + " }")


@pytest.mark.parametrize("view", [f"asOf: {{{clock}: {EXAMPLES['DateTime']}}}" for clock in CLOCKS])
@pytest.mark.parametrize(("type_", "name", "field"), VIEWED, ids=[f"{type_.name}.{name}" for type_, name, _ in VIEWED])
def test_every_field_has_a_plan_under_a_view(
    type_: GraphQLObjectType, name: str, field: GraphQLField, view: str
) -> None:
    """The same fields as of other moments, on each clock."""
    path = _PATHS[type_.name].replace("%", f"{name}{next(_calls(name, field))} {_below(field)}")
    root, brace, rest = path.partition("{")
    given = root.rstrip().removesuffix(")") + (", " if "(" in root else "(") + view + ") "
    _assert_planned(f"{{ {given}{brace}{rest} }}")


def _assert_planned(query: str) -> None:
    document = Documents(GRAPHQL).document(query)
    assert not document.errors
    call = document.call(None, {})
    assert call.plan.text.startswith("RETURN [")
    assert set(call.plan.params(call.arguments)) == {source[0] for source in call.plan.sources}
    for site in call.plan.sites:
        assert set(call.plan.params(call.arguments, site)) == {source[0] for source in site.sources}


def test_a_field_without_a_block_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test above would fail for a field that no Cypher file answers."""
    fields = GRAPHQL.type_map["Claim"].fields  # type: ignore[attr-defined]
    monkeypatch.setitem(fields, "shoeSize", fields["text"])
    with pytest.raises(NoBlockError, match=r"Claim\.shoeSize"):
        Documents(GRAPHQL).document('{ claim(id: "claim/x") { shoeSize } }').call(None, {})


@pytest.mark.parametrize("text", ["2022-11-11", "2022-11-11T00:00:00", "yesterday", "", 5, None, "2022-13-01T00:00Z"])
def test_a_moment_has_a_zone(text: object) -> None:
    """What is no moment, or one without a zone, is refused with what would be right."""
    with pytest.raises(ValueError, match="2022-11-11T05:00:00Z"):
        parse_moment(text)


_ENTITY = 'entity(id: "entity/a/b") { % }'
_CLAIM = 'claim(id: "claim/a") { % }'
_LINKS = _CLAIM.replace("%", "contradicts { % }")
_ISSUE = 'issue(id: "issue/a/b") { % }'
_POSITIONS = _ISSUE.replace("%", "positions { % }")
_SEARCH = 'search(text: "a") { % }'
_PATHS = {
    "Query": "%",
    "Node": _SEARCH.replace("%", "nodes { % }"),
    "SearchConnection": _SEARCH,
    "SearchEdge": _SEARCH.replace("%", "edges { % }"),
    "Entity": _ENTITY,
    "Claim": _CLAIM,
    "Issue": _ISSUE,
    "ClaimLinkConnection": _LINKS,
    "ClaimLink": _LINKS.replace("%", "nodes { % }"),
    "ClaimLinkEdge": _LINKS.replace("%", "edges { % }"),
    "RelationConnection": _ENTITY.replace("%", "relations { % }"),
    "Relation": _ENTITY.replace("%", "relations { nodes { % } }"),
    "RelationEdge": _ENTITY.replace("%", "relations { edges { % } }"),
    "PositionConnection": _POSITIONS,
    "Position": _POSITIONS.replace("%", "nodes { % }"),
    "PositionEdge": _POSITIONS.replace("%", "edges { % }"),
    "Source": 'source(id: "source/a/b") { % }',
    "Statistics": "statistics { % }",
    "Dataset": "statistics { datasets { % } }",
    "Value": _CLAIM.replace("%", "value { % }"),
    "EventTime": _CLAIM.replace("%", "event { % }"),
    "TimeRange": _CLAIM.replace("%", "asserted { % }"),
    "AttributionLevel": _CLAIM.replace("%", "attribution { % }"),
    "SameAs": _ENTITY.replace("%", "sameAs { % }"),
    "Assessment": _CLAIM.replace("%", "assessments { % }"),
    "Member": _ENTITY.replace("%", "sameAs { entity { % } }"),
    "Location": _ENTITY.replace("%", "... on Place { location { % } }"),
    "PageInfo": "claims { pageInfo { % } }",
    "Change": 'changes(since: "2022-11-11T00:00:00Z") { nodes { % } }',
    "ChangeConnection": 'changes(since: "2022-11-11T00:00:00Z") { % }',
    "ChangeEdge": 'changes(since: "2022-11-11T00:00:00Z") { edges { % } }',
    **{
        kind: _ENTITY.replace("%", f"... on {kind} {{ % }}")
        for kind in ("Person", "Unit", "Place", "Organisation", "Event", "Thing")
    },
}
for _list, _listed in {"claims": "Claim", "entities": "Entity", "issues": "Issue", "sources": "Source"}.items():
    _PATHS[f"{_listed}Connection"] = f"{_list} {{ % }}"
    _PATHS[f"{_listed}Edge"] = f"{_list} {{ edges {{ % }} }}"
"""Where each type is met."""


def _calls(field_name: str, field: GraphQLField) -> Iterator[str]:
    required = {name: _value(name, one, field_name) for name, one in field.args.items() if is_required_argument(one)}
    yield _written(required)
    for name, argument in field.args.items():
        named = get_named_type(argument.type)
        if name == "after":
            continue
        if isinstance(named, GraphQLInputObjectType):
            for key, inner in named.fields.items():
                yield _written({**required, name: f"{{{key}: {_value(key, inner)}}}"})
        elif isinstance(named, GraphQLEnumType):
            for value in named.values:
                yield _written({**required, name: value})
        else:
            yield _written({**required, name: _value(name, argument, field_name)})


def _value(name: str, argument: GraphQLArgument | GraphQLInputField, kind: str = "") -> str:
    named = get_named_type(argument.type)
    if isinstance(named, GraphQLEnumType):
        return str(next(iter(named.values)))
    if name == "id":
        return f'"{"claim" if kind == "node" else kind}/a/b"'
    if name in {"issue", "source"}:
        return f'"{name}/a/b"'
    return EXAMPLES[named.name]


def _written(arguments: dict[str, str]) -> str:
    return f"({', '.join(f'{name}: {value}' for name, value in arguments.items())})" if arguments else ""


def _below(field: GraphQLField) -> str:
    return "{ __typename }" if is_composite_type(get_named_type(field.type)) else ""
