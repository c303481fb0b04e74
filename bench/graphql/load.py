"""Load on a server: so many connections, each asking its next question when it has the answer to the one before."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from statistics import median, quantiles
from typing import Any

import psutil

_CONNECTIONS = 8


@dataclass(frozen=True, slots=True)
class Taken:
    """What a server did: requests a second, milliseconds, and milliseconds of CPU a request of it and of Neo4j."""

    rate: float
    middle: float
    slow: float
    own: float
    neo4j: float

    def __str__(self) -> str:
        return (
            f"{self.rate:8.0f}/s   {self.middle:7.1f} ms median {self.slow:8.1f} ms p99"
            f"   CPU {self.own:6.2f} + {self.neo4j:7.2f} ms"
        )


def encoded(path: str, content: dict[str, Any]) -> bytes:
    """A request as it goes over the wire."""
    body = json.dumps(content).encode()
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
    return f"{head}\r\n\r\n".encode() + body


async def asked(port: int, request: bytes) -> bytes:
    """One answer's body, for a look at it."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**24)
    try:
        return await _exchange(reader, writer, request)
    finally:
        writer.close()


async def loaded(port: int, requests: Sequence[bytes], pids: tuple[int, int], seconds: float) -> Taken:
    """Asks for so long, after a warm-up; `pids` are the server's and Neo4j's."""
    await _run(port, requests, seconds / 3)
    before = [_cpu(pid) for pid in pids]
    begun = time.perf_counter()
    times = await _run(port, requests, seconds)
    took = time.perf_counter() - begun
    own, neo4j = ((_cpu(pid) - was) / len(times) * 1_000 for pid, was in zip(pids, before, strict=True))
    slow = quantiles(times, n=100)[-1] if len(times) > 1 else times[0]
    return Taken(len(times) / took, median(times) * 1_000, slow * 1_000, own, neo4j)


async def _run(port: int, requests: Sequence[bytes], seconds: float) -> list[float]:
    endless = cycle(requests)
    until = time.perf_counter() + seconds
    times: list[float] = []
    await asyncio.gather(*(_client(port, endless, until, times) for _ in range(_CONNECTIONS)))
    return times


async def _client(port: int, requests: Iterator[bytes], until: float, times: list[float]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**24)
    while (begun := time.perf_counter()) < until:
        body = await _exchange(reader, writer, next(requests))
        times.append(time.perf_counter() - begun)
        if b'"errors"' in body[:2_000]:
            raise RuntimeError(body[:500].decode())
    writer.close()


async def _exchange(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes) -> bytes:
    writer.write(request)
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    _, found, rest = head.partition(b"content-length:")
    if found:
        return await reader.readexactly(int(rest.split(b"\r\n", 1)[0]))
    body = b""
    while size := int((await reader.readuntil(b"\r\n")).split(b";")[0], 16):
        body += (await reader.readexactly(size + 2))[:-2]
    await reader.readuntil(b"\r\n")
    return body


def _cpu(pid: int) -> float:
    """Seconds of CPU that a process and its children have had."""
    one = psutil.Process(pid)
    every = [one, *one.children(recursive=True)]
    return sum(sum(each.cpu_times()[:2]) for each in every)
