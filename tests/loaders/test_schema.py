"""The published JSON Schemas are those of the code, and accept what the loader accepts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from claimgraph.loaders.corpus.schema import schemas

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "corpora" / "small"


class PlainLoader(yaml.SafeLoader):
    """YAML as editors read it: booleans and numbers, and dates as text."""


PlainLoader.yaml_implicit_resolvers = {
    first: [resolver for resolver in resolvers if resolver[0] != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def as_an_editor_reads(text: str) -> Any:  # noqa: ANN401 - YAML
    """The tree that an editor holds against the schema."""
    return yaml.load(text, Loader=PlainLoader)  # noqa: S506 - it makes nothing but plain values


@pytest.mark.parametrize("name", schemas())
def test_the_published_schema_is_the_codes_own(name: str) -> None:
    """Otherwise: `claimgraph schema --into docs/schemas`."""
    published = (ROOT / "docs" / "schemas" / f"{name}.json").read_text("utf-8")
    assert json.loads(published) == schemas()[name]


@pytest.mark.parametrize("file", sorted(SMALL.rglob("*.yaml")), ids=lambda file: file.name)
def test_a_corpus_that_is_right_names_its_schema_and_fits_it(file: Path) -> None:
    """The first line of each file, which editors follow, leads to a schema that the file satisfies."""
    text = file.read_text("utf-8")
    first = text.splitlines()[0]
    schema = json.loads((file.parent / first.removeprefix("# yaml-language-server: $schema=")).read_text("utf-8"))
    jsonschema.validate(as_an_editor_reads(text), schema)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("corpus", "dataset: a\ntitle: T\ntimezone: UTC\nredistribute: perhaps\n"),
        ("entities", "entities: {a: {kind: Person}}"),
        ("entities", "entities: {a: {kind: Persona, name: A}}"),
        (
            "source",
            "source: {key: a, title: T, publisher: p}\nclaims: [{text: T, predicate: P, subject: s, objekt: o}]",
        ),
        ("judgements", "same: [{a: b}]"),
        ("assessments", "assessments: [{claim: c, scheme: s, value: v, by: b, at: 2030, bases: x}]"),
        ("assessments", "assessments: [{claim: c, source: s, scheme: s, value: v, by: b}]"),
        ("assessments", "assessments: [{scheme: s, value: v, by: b}]"),
        ("vocabulary", "predicates: {P: {says: s, subject: [Unit], holds: often}}"),
    ],
)
def test_an_editor_sees_the_plain_mistakes(name: str, text: str) -> None:
    """Missing and unknown fields, words that are none of the allowed ones."""
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(as_an_editor_reads(text), schemas()[name])


def test_every_field_says_what_it_is_for() -> None:
    """In the editor, at the field."""
    for name in ("corpus", "entities", "source", "judgements", "assessments"):
        schema = schemas()[name]
        for definition in (schema, *schema.get("$defs", {}).values()):
            for field, described in definition.get("properties", {}).items():
                assert described.get("description"), (name, field)
