"""What is made to hurt is refused in words, cheaply, and before the database hears of it."""

import json
import time
from typing import Final

import httpx
import pytest

from claimgraph.tests.api.attacks import ATTACKS, Attack

JSON: Final = {"content-type": "application/json"}
_CHEAP: Final = 0.05
"""Seconds of CPU: five times what they take, so that only what grows shows."""


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
async def test_attacks_are_refused(away: httpx.AsyncClient, attack: Attack) -> None:
    """There is no database behind this service: whoever got as far would be told so."""
    content, word = attack
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    spent = []
    for number in range(3):
        begun = time.process_time()
        response = await away.post("/graphql", content=body.replace(b'"{', b'"{' + b" " * number, 1), headers=JSON)
        spent.append(time.process_time() - begun)
        [error] = response.json()["errors"][:1]
        assert word in error["message"]
        assert error["extensions"]["code"] not in {"INTERNAL", "DATABASE_UNAVAILABLE"}
        assert response.status_code < 500
    assert min(spent) < _CHEAP


async def test_attacks_leave_nothing_behind(away: httpx.AsyncClient) -> None:
    """After all of them the service answers as before."""
    for content, _ in ATTACKS.values():
        await away.post(
            "/graphql", content=content if isinstance(content, bytes) else json.dumps(content), headers=JSON
        )
    assert (await away.post("/graphql", json={"query": "{ __typename }"})).json()["data"] == {"__typename": "Query"}
