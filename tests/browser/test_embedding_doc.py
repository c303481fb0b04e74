"""docs/embedding.md: its examples work as they stand, only the service's address replaced, and its tables are whole."""

import asyncio
import html
import json
import os
import re
import shutil
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.async_api import expect

from claimgraph.graph.evidence import Evidence
from claimgraph.graph.store import Store
from claimgraph.tests.browser.conftest import Opened, violations
from claimgraph.tests.browser.host import Host, hosted

ROOT = Path(__file__).resolve().parents[2]
DOC = (ROOT / "docs" / "embedding.md").read_text(encoding="utf-8")
STATIC = ROOT / "api" / "pages" / "static"
SERVICE = "https://claims.example.org"


def blocks(language: str, service: str = SERVICE) -> list[str]:
    """The document's blocks of code in a language, for a service at that address."""
    found: list[str] = re.findall(rf"^```{language}\n(.*?)^```$", DOC, re.DOTALL | re.MULTILINE)
    return [
        block.replace(SERVICE, service).replace(quote(SERVICE, safe=""), quote(service, safe="")) for block in found
    ]


def table(head: str) -> set[str]:
    """What the first column of a table names."""
    rows = DOC.partition(f"| {head} |")[2].partition("\n\n")[0].splitlines()[2:]
    return {row.split("`")[1] for row in rows}


async def output(*command: str) -> str:
    """What a command prints; one that fails fails the test."""
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    printed, complained = await process.communicate()
    assert process.returncode == 0, complained.decode()
    return printed.decode()


@pytest.fixture(scope="module")
async def host(store: Store, kherson: Evidence) -> AsyncIterator[Host]:
    """Another site that the service over the Kherson corpus allows."""
    assert kherson.claims
    async with hosted(store) as opened:
        yield opened


def test_the_tables_are_whole() -> None:
    """Every attribute, event and variable stands in its table, and no other."""
    script, styles = ((STATIC / name).read_text(encoding="utf-8") for name in ("embed.js", "pieces.css"))
    lists = re.findall(r"const (?:CLOCKS|OTHERS) = (\[[^]]*\])", script)
    attributes = {name for each in lists for name in json.loads(each)} | {"issue", "claim", "entity", "theme"}
    assert table("attribute") == attributes
    assert table("event") == set(re.findall(r'"(claimgraph-\w+)"', script))
    assert table("variable") == set(re.findall(r"var\((--claimgraph-\w+)", styles))
    assert set(re.findall(r"(--claimgraph-\w+):", "".join(blocks("css")))) <= table("variable")


async def test_the_elements(host: Host, opened: Opened) -> None:
    """The page of the example shows its three pieces under the policy of the example."""
    page_of_the_example, *_ = blocks("html", host.service)
    host.pages["/elements"] = page_of_the_example
    [header] = blocks("http", host.service)
    name, _, policy = header.strip().partition(": ")
    assert name == "content-security-policy"
    before, host.policy = host.policy, f"{policy}; img-src 'self'"
    async with opened() as page:
        await page.goto(f"{host.address}/elements")
        for element, said in (
            ("claim-board", "Justin Crump warned that Russia is facing what could be very heavy losses"),
            ("claim-card", "a week at the least to withdraw from Kherson"),
            ("entity-card", "as a reader could know by 20 Nov 2022"),
        ):
            await page.locator(element).scroll_into_view_if_needed()
            await page.locator(f"{element} article[part=main]").wait_for(timeout=60_000)
            await expect(page.locator(element)).to_contain_text(said)
        assert await violations(page) == []
    host.policy = before


async def test_the_frame(host: Host, opened: Opened) -> None:
    """The frame of the example shows the board."""
    host.pages["/frame"] = blocks("html", host.service)[1]
    async with opened() as page:
        await page.goto(f"{host.address}/frame")
        await expect(page.frame_locator("iframe").locator("main")).to_contain_text("no losses", timeout=60_000)


async def test_the_discovery(host: Host, opened: Opened) -> None:
    """The link of the example stands in the page as it stands there, and leads to the frame."""
    link = html.unescape(blocks("html", host.service)[2].strip())
    async with opened() as page:
        answer = await page.request.get(f"{host.service}/entity/kherson/ru-mod", headers={"accept": "text/html"})
        assert link in html.unescape(await answer.text())
        [address] = re.findall(r'href="([^"]+)"', link)
        assert (await (await page.request.get(address)).json())["type"] == "rich"


async def test_the_commands(host: Host) -> None:
    """Each command of the examples prints the JSON below it."""
    if shutil.which("curl") is None:
        reason = "there is no curl here"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    commands, answers = blocks("sh", host.service), blocks("json", host.service)
    assert len(commands) == len(answers) == 2
    for command, answer in zip(commands, answers, strict=True):
        printed = json.loads(await output("sh", "-c", command))
        printed.pop("extensions", None)  # of GraphQL's answer, what it could have cost
        assert printed == json.loads(answer)


async def test_the_program(host: Host) -> None:
    """The program of the example prints the lines below it."""
    [program] = blocks("python", host.service)
    assert [await output(sys.executable, "-P", "-c", program)] == blocks("text")
