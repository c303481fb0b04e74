"""What the README shows is what happens."""

import json
import re
from pathlib import Path

import httpx

from claimgraph.api.app import create_app
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.store import Store
from claimgraph.settings import Settings

README = Path(__file__).resolve().parents[1] / "README.md"


def block(language: str) -> str:
    """The README's one block of code in that language."""
    [text] = re.findall(rf"```{language}\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    return str(text)


async def test_the_query_gives_the_answer(store: Store, kherson: Evidence) -> None:
    """The query, asked of the Kherson corpus, gives the JSON below it."""
    assert kherson.claims
    transport = httpx.ASGITransport(create_app(store, Settings()))
    async with httpx.AsyncClient(transport=transport, base_url="http://claimgraph") as client:
        response = await client.post("/graphql", json={"query": block("graphql")})
    assert response.json() == json.loads(block("json"))


def test_the_first_screen_has_the_two_commands() -> None:
    """`make demo` and `make test` stand within the first twenty lines."""
    first = README.read_text("utf-8").splitlines()[:20]
    assert any(line.startswith("make demo") for line in first)
    assert any(line.startswith("make test") for line in first)
