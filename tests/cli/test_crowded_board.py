"""A board with more positions, claims and reasons than it shows: it says how many more there are."""

from pathlib import Path

import pytest

from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load
from claimgraph.graph.store import Store
from claimgraph.loaders.inputs import compile_inputs
from claimgraph.tests.cli.conftest import Command

FILES = {
    "corpus.yaml": "dataset: crowd\ntitle: A crowd\ntimezone: UTC\n",
    "entities.yaml": "entities:\n"
    "  army: {kind: Unit, name: The army}\n"
    "  retreat: {kind: Event, name: the retreat}\n"
    "  gazette: {kind: Organisation, name: The Gazette}\n"
    + "".join(f"  person{n}: {{kind: Person, name: Person {n}}}\n" for n in range(1, 17)),
}
SOURCE = "source: {{key: {key}, title: News, publisher: gazette, published: 2030-03-05}}\nclaims:\n{claims}"
CLAIM = (
    "  - {{text: Person {n} counted {figure}., predicate: SUFFERED_LOSSES, subject: army, during: retreat, "
    'quantity: "{figure}", asserted: 2030-03-0{day}, attribution: [person{n}]}}\n'
)
ISSUE = "issue/losses/crowd:army/crowd:retreat"


@pytest.fixture
async def crowd(empty: Store, tmp_path: Path) -> None:
    """Thirteen people with a figure each, three more with the first one's; one corrects himself, one is repeated."""
    claims = [CLAIM.format(n=n, figure=10 * n, day=3) for n in range(1, 14)]
    claims += [CLAIM.format(n=n, figure=10, day=3) for n in range(14, 17)]
    claims += [CLAIM.format(n=1, figure=7, day=1)]
    files = FILES | {
        "sources/first.yaml": SOURCE.format(key="first", claims="".join(claims)),
        "sources/second.yaml": SOURCE.format(key="second", claims=CLAIM.format(n=2, figure=20, day=3)),
    }
    (tmp_path / "sources").mkdir()
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    compiled = compile_inputs([tmp_path])
    await load(empty, compiled.evidence, Silent())


@pytest.mark.usefixtures("crowd")
def test_what_is_left_is_counted(board: Command) -> None:
    """Twelve positions and twelve reasons are shown, and what is past is counted."""
    done = board(ISSUE, width=150)
    assert done.returncode == 0, done.stderr
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert lines[1] == "What losses did The army suffer (the retreat)? — contested"
    assert "4 claimants, 1 report" in done.stdout
    assert "2 reports" in done.stdout
    assert done.stdout.count("✗") == 12
    assert "… and 1 more position" in lines
    assert any(line.startswith("… and ") and line.endswith(" more reasons") for line in lines)
    assert "… and there may be others with claims that are not shown here" in lines
    assert "… and 2 more agreements" in lines
    assert f"1 repeat · 1 superseded · {ISSUE}" in lines


@pytest.mark.usefixtures("empty")
def test_an_empty_graph(board: Command) -> None:
    """It has no questions, and says so."""
    assert board().stdout == "There are no questions.\n"
