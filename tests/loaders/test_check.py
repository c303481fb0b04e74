"""`claimgraph check` and `claimgraph schema` as a person meets them."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claimgraph.cli import main
from claimgraph.loaders.corpus.schema import schemas
from claimgraph.loaders.inputs import compile_inputs
from claimgraph.loaders.jsonl import lines
from claimgraph.tests.loaders.broken_case import SOURCE, Broken

SMALL = Path(__file__).parents[1] / "corpora" / "small"
PREDICATES = (
    "3 WITHDREW_FROM, 2 LOCATED_IN, 2 LOST_BARGES, 1 DESCRIBED_AS, 1 DISTANCE_TO, 1 LEFT_BEHIND, 1 NEEDS_DEMINING, "
    "1 NEGOTIATES_WITH, 1 SUFFERED_LOSSES"
)
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def claimgraph(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs the command in this process: exit code, stdout, stderr."""

    def run(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["claimgraph", *map(str, arguments)])
        with pytest.raises(SystemExit) as stopped:
            main()
        captured = capsys.readouterr()
        return int(stopped.value.code or 0), captured.out, captured.err

    return run


def test_a_right_corpus_gets_a_summary(claimgraph: Command) -> None:
    """What is in it, counted."""
    code, out, err = claimgraph("check", SMALL)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "dataset/small: 13 claims in 2 sources",
        "  14 entities: 4 Organisation, 4 Person, 3 Place, 2 Event, 1 Unit",
        "  2 judgements, 5 assessments",
        "5 claimants on 10 issues",
        "1 contradiction on 1 contested issue",
        f"9 predicates: {PREDICATES}",
        "nothing wrong",
    ]


def test_warnings_do_not_fail(claimgraph: Command, tmp_path: Path) -> None:
    """They stand in the summary with their place."""
    Broken("idle", ((SOURCE, "    during: retreat\n", ""),), ()).write(tmp_path)
    code, out, _ = claimgraph("check", tmp_path)
    assert code == 0
    assert f"warning: {tmp_path / SOURCE}:7:5: claims[0]: answers no question" in out
    assert out.endswith("1 warning, nothing wrong\n")


def test_no_problem_is_lost_to_programs(claimgraph: Command, tmp_path: Path) -> None:
    """A person sees the first hundred and how many more there are; `--json` prints them all."""
    wrong = "".join(f"  - {{text: T{number}, predicate: DESTROYED, subject: t}}\n" for number in range(150))
    Broken("long", ((SOURCE, "", wrong),), ()).write(tmp_path)
    code, _, err = claimgraph("check", tmp_path)
    assert code == 2
    assert err.splitlines()[-2:] == ["... and 50 more", "150 problems in 1 file; nothing is loaded"]
    code, out, _ = claimgraph("check", tmp_path, "--json")
    assert code == 2
    problems = [json.loads(line) for line in out.splitlines()]
    assert len(problems) == 150
    assert problems[0] == {
        "file": str(tmp_path / SOURCE),
        "line": 21,
        "column": 47,
        "path": "claims[2].subject",
        "message": "there is no entity 't'",
    }


def test_a_corpus_becomes_json_lines(claimgraph: Command) -> None:
    """In canonical form."""
    code, out, _ = claimgraph("check", SMALL, "--jsonl")
    assert code == 0
    assert out.splitlines() == list(lines(compile_inputs([SMALL]).evidence))


def test_schemas_are_printed_and_written(claimgraph: Command, tmp_path: Path) -> None:
    """One, all, or into a folder."""
    assert json.loads(claimgraph("schema", "source")[1]) == schemas()["source"]
    assert json.loads(claimgraph("schema")[1]) == schemas()
    assert claimgraph("schema", "--into", tmp_path / "new")[0] == 0
    assert {file.stem for file in (tmp_path / "new").iterdir()} == set(schemas())
    code, _, err = claimgraph("schema", "sources")
    assert code == 2
    assert "there is no schema 'sources'; did you mean 'source'?" in err
