"""What no one would send on purpose: queries and bodies broken at random, variables of every wrong shape, broken HTTP.

Nothing is a 500, nothing takes longer than it may, and every answer is JSON with a reason. `FUZZ` is how many of each.
"""

import json
import os
import random
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import httpx
import pytest

from claimgraph.graph.local.server import Running
from claimgraph.tests.local.test_serve import served, settings
from claimgraph.tests.oracle.query import SCHEMA

__all__ = ["settings"]
TIMES: Final = int(os.environ.get("FUZZ", "300"))
LONGEST: Final = 12.0
"""Seconds: what a request may take, and two for a slow machine."""
QUERIES: Final = [
    file.read_text("utf-8") for file in sorted((Path(__file__).parents[1] / "oracle/queries").glob("*.graphql"))
]
PIECES: Final = [
    *"{}()[]:!$@\"'#,. \n\\",
    "...",
    "on",
    "fragment",
    "query",
    "@skip(if: true)",
    "null",
    "1e999",
    '"""',
    "é",
    "\0",
]
NAMES: Final = [name for name in SCHEMA.type_map if not name.startswith("__")]
ODD: Final[list[Any]] = [
    *(None, True, 0, -1, 2**53, 1e308, "", "x", "claim/x", "\u202e", "entity/" + "x" * 3_000, [], [[]], {}, {"a": 1}),
    *(
        ["claim/x"] * 101,
        [None],
        {"event": 5},
        {"known": "yesterday"},
        {"predicate": ["A"]},
        {"or": [{}]},
        "2022-11-11",
    ),
]


def broken(chance: random.Random) -> str:
    """A query of ours with a few things wrong."""
    text = chance.choice(QUERIES)
    for _ in range(chance.randint(1, 4)):
        at, end = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        end = min(end, at + chance.randint(0, 20))
        text = text[:at] + chance.choice([*PIECES, chance.choice(NAMES), text[at:end] * 2, ""]) + text[end:]
    return text


def odd_variables(chance: random.Random) -> dict[str, Any]:
    """Values for the names that our queries' variables have."""
    names = ("id", "ids", "text", "after", "first", "kinds", "asOf", "known", "event", "filter", "kind", "other")
    return {name: chance.choice(ODD) for name in chance.sample(names, chance.randint(0, 6))}


def malformed(chance: random.Random) -> bytes:
    """A request over the wire with something wrong in its line, its headers or its body."""
    body = json.dumps({"query": chance.choice(["{ __typename }", broken(chance)])}).encode()
    lines = [
        chance.choice(
            [b"POST /graphql HTTP/1.1", b"GET /graphql?query=%7B HTTP/1.1", b"POST //graphql HTTP/1.0", b"\0 / HTTP/9"]
        ),
        b"Host: 127.0.0.1",
        b"Content-Type: " + chance.choice([b"application/json", b"text/plain", b"application/json; charset=utf-16"]),
        chance.choice(
            [b"Content-Length: %d" % len(body), b"Content-Length: -1", b"Transfer-Encoding: chunked", b"X: y"]
        ),
        chance.choice(
            [b"Accept: */*", b"Accept: \xff", b"X-Request-Id: a\r\nSet-Cookie: b", b"A" * 3_000 + b": b", b": b"]
        ),
    ]
    request = bytearray(b"\r\n".join(lines) + b"\r\nConnection: close\r\n\r\n" + body)
    for _ in range(chance.randint(0, 3)):
        request[chance.randrange(len(request))] = chance.randrange(256)
    return bytes(request[: chance.randint(1, len(request))] if chance.random() < 0.2 else request)


@pytest.mark.parametrize("seed", [0, 1])
async def test_broken_queries(client: httpx.AsyncClient, seed: int) -> None:
    """Documents cut, doubled and mixed, with variables of wrong shapes."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    for number in range(TIMES):
        body = {"query": broken(chance) if number % 3 else chance.choice(QUERIES), "variables": odd_variables(chance)}
        begun = time.monotonic()
        answer = await client.post("/graphql", json=body)
        assert time.monotonic() - begun < LONGEST, body
        content = answer.json()
        assert answer.status_code < httpx.codes.INTERNAL_SERVER_ERROR, (body, content)
        assert "data" in content or content["errors"], body
        for error in content.get("errors", ()):
            assert error["message"], body
            assert error["extensions"]["code"] not in {"INTERNAL", "BROKEN_DATA"}, body


def test_broken_http(settings: dict[str, str], neo4j_server: Running) -> None:
    """Whatever bytes come, the service answers in HTTP or hangs up, and answers the next one; its memory stays."""
    assert neo4j_server.pid
    chance = random.Random(5)  # noqa: S311
    with served(settings | {"CLAIMGRAPH_GRAPHIQL": "false"}, []) as client:
        for _ in range(TIMES):
            request = malformed(chance)
            begun = time.monotonic()
            statuses = list(_statuses(int(settings["CLAIMGRAPH_PORT"]), request))
            assert time.monotonic() - begun < LONGEST, request
            assert all(status < httpx.codes.INTERNAL_SERVER_ERROR for status in statuses), request
        assert client.post("/graphql", json={"query": "{ __typename }"}).json()["data"] == {"__typename": "Query"}


def _statuses(port: int, request: bytes) -> Iterator[int]:
    """The status of each answer to these bytes; the client stops sending after them."""
    with socket.create_connection(("127.0.0.1", port), timeout=LONGEST) as connection:
        answer = b""
        try:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            while part := connection.recv(65_536):
                answer += part
        except ConnectionError:  # hung up on
            pass
    for line in answer.split(b"\r\n"):
        if line.startswith(b"HTTP/1."):
            yield int(line.split()[1])
