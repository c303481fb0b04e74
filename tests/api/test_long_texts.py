"""Texts of any length are kept whole, and the longest keys that are let through fit into every id."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from claimgraph.graph.digest import digest
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.ids import LONGEST_KEY
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import Loaded, load
from claimgraph.graph.records import Entity, Kind
from claimgraph.graph.store import Store
from claimgraph.loaders.inputs import compile_inputs
from claimgraph.loaders.jsonl import lines
from claimgraph.tests.api.conftest import client_of
from claimgraph.tests.conftest import wipe
from claimgraph.tests.hostile import LONG, hostile
from claimgraph.tests.long import longest, stretched
from claimgraph.tests.synthetic import made_up

PATIENCE = 120
BOARD = """{ issues { nodes { id about { id } claims(first: 1) { nodes { id } pageInfo { endCursor } }
  positions(first: 1) { nodes { id claims { nodes { id } } } pageInfo { endCursor } } } } }"""


@pytest.fixture
async def client(empty: Store) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the service over a database that was empty."""
    async with client_of(empty, request_timeout=PATIENCE) as opened:
        yield opened


async def ask(client: httpx.AsyncClient, query: str, **variables: object) -> Any:  # noqa: ANN401 - JSON
    """The data of an answer without errors."""
    content = (await client.post("/graphql", json={"query": query, "variables": variables})).json()
    assert "errors" not in content, content["errors"]
    return content["data"]


async def loaded(store: Store, evidence: Evidence, folder: Path) -> Loaded:
    """What comes of loading it as a person does, from JSON Lines."""
    file = folder / "long.jsonl"
    file.write_text("\n".join(lines([evidence])), "utf-8")
    return await load(store, compile_inputs([file]).evidence, Silent())


async def test_hostile_texts_load(empty: Store) -> None:
    """A second load writes nothing, and a rebuilt or new database says the same."""
    assert (await load(empty, [hostile()], Silent())).wrote
    said = await digest(empty)
    assert not (await load(empty, [hostile()], Silent())).wrote
    assert await digest(empty) == said
    await wipe(empty)
    await load(empty, [hostile()], Silent())
    assert await digest(empty) == said
    [[name]] = await empty.read("MATCH (event:Event) RETURN event.name", {}, timeout=9)
    assert name == LONG


@pytest.mark.parametrize("given", ["", "kind: PERSON,", 'name: "жжж",'])
async def test_names_that_agree_for_long(empty: Store, client: httpx.AsyncClient, given: str) -> None:
    """Lists page through names that differ behind 10,000 characters, by id, and each is shown whole."""
    names = [f"{'Ж' * 10_000}{end}" for end in ("b", "a", "")] + ["👩‍👩‍👧‍👦" * 100, "Жа", "Ж" * 199]
    people = [Entity(f"entity/made-up/x{n}", "made-up", Kind.PERSON, name) for n, name in enumerate(names)]
    evidence = replace(made_up(seed=5, claims=1), judgements=())
    await load(empty, [replace(evidence, entities=[*evidence.entities, *people])], Silent())
    listed = [
        each
        for each in [*evidence.entities, *people]
        if ("kind" not in given or each.kind is Kind.PERSON) and ("name" not in given or each.name.startswith("ЖЖЖ"))
    ]
    expected = [(each.id, each.name) for each in sorted(listed, key=lambda each: (each.name[:200], each.id))]
    query = f"""query ($after: String) {{ entities({given} first: 1, after: $after) {{
      totalCount nodes {{ id name }} pageInfo {{ endCursor }} }} }}"""
    found: list[tuple[str, str]] = []
    after = None
    while len(found) < len(expected):
        page = (await ask(client, query, after=after))["entities"]
        assert page["totalCount"] == len(expected)
        found += [(each["id"], each["name"]) for each in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
    assert found == expected
    assert not (await ask(client, query, after=after))["entities"]["nodes"]


@pytest.mark.parametrize(
    ("letter", "length"), [("W", 10_000), ("W", 40_000), ("ж", 40_000), ("слово ", 40_000), ("習", 40_000)]
)
async def test_whatever_people_write_is_kept(
    empty: Store, client: httpx.AsyncClient, tmp_path: Path, letter: str, length: int
) -> None:
    """Every text of every record, one word or many: loaded once, read back whole, and found by how it begins."""
    text = (letter * length)[:length].strip()
    evidence = stretched(text)
    assert (await loaded(empty, evidence, tmp_path)).wrote
    said = await digest(empty)
    assert not (await loaded(empty, evidence, tmp_path)).wrote
    assert await digest(empty) == said
    query = """query ($text: String!) { search(text: $text) { nodes { id ... on Claim { text quote } } }
      entities(name: $text, first: 3) { nodes { name description } } }"""
    for beginning in (text[:100], text):
        found = await ask(client, query, text=beginning)
        assert {each["name"] for each in found["entities"]["nodes"]} == {text}
        assert found["search"]["nodes"]
    found = await ask(client, "{ claims(first: 100) { nodes { text quote value { text } } } }")
    assert all(each["text"].startswith(text) and each["quote"] == text for each in found["claims"]["nodes"])
    assert text in [each["value"]["text"] for each in found["claims"]["nodes"] if each["value"]]


@pytest.mark.parametrize("letter", ["k", "ж"])
async def test_the_longest_keys_make_a_question(
    empty: Store, client: httpx.AsyncClient, tmp_path: Path, letter: str
) -> None:
    """All that a question can be asked about, with the longest keys: loaded, and paged through."""
    evidence = longest(letter)
    assert (await loaded(empty, evidence, tmp_path)).wrote
    assert not (await loaded(empty, evidence, tmp_path)).wrote
    [issue] = (await ask(client, BOARD))["issues"]["nodes"]
    assert len(issue["id"]) > 8 * LONGEST_KEY
    assert len(issue["about"]) == 4
    assert len(issue["positions"]["nodes"]) == len(issue["claims"]["nodes"]) == 1
    again = """query ($id: ID!, $claim: String, $position: String) { issue(id: $id) {
      claims(after: $claim) { nodes { id } } positions(after: $position) { nodes { id } } } }"""
    after = {name: issue[name]["pageInfo"]["endCursor"] for name in ("claims", "positions")}
    later = (await ask(client, again, id=issue["id"], claim=after["claims"], position=after["positions"]))["issue"]
    assert len(later["claims"]["nodes"]) == len(later["positions"]["nodes"]) == 1
    about = (
        "query ($id: ID!, $after: String) { entity(id: $id) { issues(first: 1, after: $after) { edges { cursor } } } }"
    )
    [edge] = (await ask(client, about, id=issue["about"][0]["id"]))["entity"]["issues"]["edges"]
    ended = await ask(client, about, id=issue["about"][0]["id"], after=edge["cursor"])
    assert ended["entity"]["issues"]["edges"] == []
