"""`claimgraph judge` and `suggest`, as a person types them."""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable

import pytest

from claimgraph.graph.evidence import Evidence
from claimgraph.graph.local.server import Running
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load
from claimgraph.graph.records import Dataset, Entity, Kind
from claimgraph.graph.store import Store
from claimgraph.graph.vocabulary import Vocabulary

Command = Callable[..., tuple[int, str, str]]
A, B = "entity/a/63", "entity/b/63"


@pytest.fixture
async def loaded(empty: Store) -> Store:
    """Two datasets that name one brigade differently."""
    names = {"a": "63rd Mechanised Brigade", "b": "63 окрема механізована бригада"}
    parts = [
        Evidence(Dataset(f"dataset/{key}", key), Vocabulary(), [Entity(f"entity/{key}/63", key, Kind.UNIT, name)])
        for key, name in names.items()
    ]
    await load(empty, parts, Silent())
    return empty


@pytest.fixture
def claimgraph(neo4j_server: Running) -> Command:
    """Runs the command against that server: exit code, stdout, stderr."""

    def run(*words: str) -> tuple[int, str, str]:
        settings = {
            "CLAIMGRAPH_NEO4J_URI": neo4j_server.bolt_uri,
            "CLAIMGRAPH_NEO4J_PASSWORD": neo4j_server.password,
            "PYTHONIOENCODING": "utf-8",
        }
        command = [sys.executable, "-P", "-m", "claimgraph", *words]
        done = subprocess.run(
            command, env=os.environ | settings, capture_output=True, encoding="utf-8", check=False, timeout=120
        )
        return done.returncode, done.stdout, done.stderr

    return run


@pytest.mark.usefixtures("loaded")
def test_a_proposal_is_accepted_and_taken_back(claimgraph: Command) -> None:
    """The command that a proposal prints makes the two one; ended, they are proposed again."""
    code, out, _ = claimgraph("suggest")
    assert code == 0
    first, evidence, command, *_, last = out.splitlines()
    assert first == f"0.90  {A} “63rd Mechanised Brigade” ~ {B} “63 окрема механізована бригада”"
    assert evidence.strip().endswith("are one name (number 63, brigade)")
    assert last == "1 pair of a score of 0.6 or more"
    words = shlex.split(command.replace("$USER", "An Editor"))[1:]
    code, out, _ = claimgraph(*words)
    assert (code, out.splitlines()) == (
        0,
        [
            f"{A} and {B} are judged the same",
            f"{A} “63rd Mechanised Brigade” is one with {B}; 0 claims about it or by it",
            "the graph is now at version 2",
        ],
    )
    code, out, _ = claimgraph(*words)
    assert code == 0
    assert out.splitlines()[0] == f"{A} and {B} are judged the same; that stood already, so nothing is written"
    assert out.splitlines()[-1] == "the graph stays at version 2"
    assert claimgraph("suggest", "--json")[:2] == (0, "")
    code, out, _ = claimgraph("judge", B, A, "--end")
    assert code == 0
    assert out.splitlines()[0] == f"what was judged of {B} and {A} is ended: 'the same' by An Editor"
    code, out, _ = claimgraph("suggest", "--json", "--kind", "Unit", "--least", "0.9")
    proposal = json.loads(out)
    assert (proposal["a"], proposal["b"], proposal["score"]) == (A, B, 0.9)
    assert proposal["command"] == command
    assert claimgraph("suggest", "--json", "--kind", "Place")[:2] == (0, "")


@pytest.mark.usefixtures("loaded")
def test_different(claimgraph: Command) -> None:
    """Judged different, with a date, they are no longer proposed, and a *same* is refused by name."""
    grounds = ("--by", "An Editor", "--basis", "two brigades")
    code, out, _ = claimgraph("judge", A, B, "--different", *grounds, "--at", "2026-11")
    assert code == 0
    assert f"{B} “63 окрема механізована бригада” stands by itself; 0 claims about it or by it" in out
    assert claimgraph("suggest", "--json")[:2] == (0, "")
    code, out, err = claimgraph("judge", A, B, "--same", *grounds)
    assert (code, out) == (2, "")
    assert f"error: '{A}' and '{B}' can not be the same: An Editor judges" in err
    assert f"`claimgraph judge {A} {B} --end` ends that" in err


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ((A, B), "say --same or --different"),
        ((A, B, "--same", "--basis", "b"), "--by is missing; give a name"),
        ((A, B, "--same", "--by", "n", "--basis", " "), "--basis is missing; give the grounds"),
        ((A, B, "--same", "--by", "n", "--basis", "a\nb"), "--basis is no plain line of text"),
        ((A, B, "--same", "--by", "n", "--basis", "b", "--at", "May"), "--at: 'May' is no date; write 2022"),
        ((A, B, "--same", "--by", "n", "--basis", "b", "--at", "../2022"), "has no beginning"),
        ((A, B, "--end", "--by", "n"), "--end goes alone"),
        ((A, "entity/b/64", "--same", "--by", "n", "--basis", "b"), f"'entity/b/64'; did you mean '{B}'?"),
        ((A, B, "--end"), "nothing was judged here"),
    ],
)
@pytest.mark.usefixtures("loaded")
def test_what_is_wrong_is_told(claimgraph: Command, words: tuple[str, ...], reason: str) -> None:
    """Exit code 2 and a sentence that says what would be right."""
    code, out, err = claimgraph("judge", *words)
    assert (code, out) == (2, "")
    assert reason in err
