"""`claimgraph board` on the Kherson corpus: positions side by side, and why they exclude each other."""

import re
from itertools import pairwise

import pytest

from claimgraph.cli.board import print_contested
from claimgraph.graph.evidence import Evidence
from claimgraph.graph.store import Store
from claimgraph.settings import Settings
from claimgraph.tests.cli.conftest import Command

LOSSES = "issue/losses/kherson:russia/kherson:withdrawal"
ADVANCE = "issue/advance/kherson:ukraine/kherson:counter-offensive"
CONTESTED = " — contested"
ONE_ANSWER = "Questions with one answer so far"
OTHERS = 118


def printed(board: Command, *words: str, width: int = 120) -> list[str]:
    """The lines that the command prints, less the blanks at their ends."""
    done = board(*words, width=width)
    assert (done.returncode, done.stderr) == (0, "")
    return [line.rstrip() for line in done.stdout.splitlines()]


def headings(lines: list[str]) -> list[list[str]]:
    """For each band of columns, the line over its rule: the labels that stand side by side."""
    bands = [before for before, line in pairwise(lines) if re.fullmatch(r"─[─┼]+─", line)]
    return [[label.strip() for label in band.split("│")] for band in bands]


def sections(lines: list[str]) -> dict[str, list[str]]:
    """The lines of each contested question, by its question."""
    found: dict[str, list[str]] = {}
    for line in lines:
        if line.endswith(CONTESTED):
            found[line.removesuffix(CONTESTED)] = []
        elif found:
            found[list(found)[-1]].append(line)
    return found


@pytest.fixture(scope="module")
def contested(board: Command, kherson: Evidence) -> list[str]:
    """The lines of `claimgraph board --contested`."""
    assert kherson.claims
    return printed(board, "--contested")


def test_positions_stand_side_by_side(contested: list[str]) -> None:
    """Those that exclude each other are columns of one band, each under its label."""
    assert headings(contested) == [
        ["not over before 17 Nov 2022 16:00 UTC", "complete by 11 Nov 2022 03:00 UTC"],
        ["opening of talks between Russia and Ukraine", "not: opening of talks between Russia and Ukraine"],
        ["no losses", "more than 0 losses"],
        ["Kherson Oblast belongs to Russia", "Kherson Oblast belongs to Ukraine"],
        ["about 48.28 km", "about 55 km"],
    ]


def test_who_stands_where(contested: list[str]) -> None:
    """Under a label stand its counts and times, and each claimant: by way of whom, how it is meant, and where."""
    talks = sections(contested)["Will there be talks (Russian-Ukrainian peace negotiations)?"]
    left, right = (" ".join(line.split("│")[side].strip() for line in talks if "│" in line) for side in (0, 1))
    assert left.split(" Mark Milley ")[0].endswith("2 claimants, 1 report, said 10 Nov 2022 21:59 UTC")
    assert "American diplomats via NBC (possible) · Daily Mail, 2022-11-11, p. 61 American diplomats, as NBC" in left
    assert "European officials via The New York Times (probable, denial) · Daily Mail, 2022-11-11, p. 63" in right


async def test_each_contradiction_once(store: Store, contested: list[str]) -> None:
    """As many lines as there are links; in each question the hard ones first."""
    [[links]] = await store.read("MATCH ()-[link:CONTRADICTS]->() RETURN count(link)", {}, timeout=10)
    assert sum(line.count("✗") for line in contested) == links
    for lines in sections(contested).values():
        strengths = [found[1] for line in lines if (found := re.search(r"[a-z-]+, (hard|soft): ", line))]
        assert strengths
        assert strengths == sorted(strengths)


def test_the_reason_speaks_first_of_who_stands_first(contested: list[str]) -> None:
    """Whoever reads a pair from the left reads the reason in the same order."""
    belongs = sections(contested)["To whom does Kherson Oblast belong?"]
    pairs = {" ".join(line.split()[:3]): line for line in belongs if "✗" in line}
    for line in pairs.values():
        first = "Ukraine" if line.strip().startswith("Daily Mail") else "Russia"
        assert f"Kherson Oblast belongs to {first} against" in line
    losses = sections(contested)["What losses did Russia suffer (Kherson withdrawal, November 2022)?"]
    assert any("value, soft: no losses (0) against huge losses (more than 0) (predicted)" in line for line in losses)


def test_what_stands_beside(contested: list[str]) -> None:
    """Undisputed positions, agreements, undecided claims and repeats stand below, each with its heading or words."""
    withdrawal = sections(contested)["Has Russia withdrawn (Kherson withdrawal, November 2022)?"]
    below = withdrawal[withdrawal.index("Undisputed beside these") :]
    assert any(line.startswith("  40,000 people present  ") and "Oleksii Reznikov" in line for line in below)
    assert any(line.startswith("Daily Mail and Oleksii Reznikov agree: not over before") for line in below)
    assert "  (probable) The paper says that Russian troops seem to be withdrawing from the Kherson region." in below
    assert "2 repeats · issue/talks/kherson:peace-talks" in contested


def test_contested_first(board: Command, contested: list[str]) -> None:
    """Then the other questions with several answers, then those with one, together."""
    lines = printed(board)
    assert lines[: len(contested)] == contested
    rest = lines[len(contested) :]
    assert not any(line.endswith(CONTESTED) or "✗" in line for line in rest)
    at = rest.index(ONE_ANSWER)
    ids = [line for line in rest[:at] if line.startswith("issue/")]
    assert ADVANCE in ids
    assert f"{OTHERS - len(ids)} issues" in rest[at:]


@pytest.mark.usefixtures("kherson")
@pytest.mark.parametrize(("width", "columns"), [(40, [1, 1, 1, 1]), (80, [2, 2]), (120, [2, 2]), (150, [4])])
def test_columns_wrap_into_bands(board: Command, width: int, columns: list[int]) -> None:
    """As many columns side by side as can be read at that width, and no line wider than it."""
    lines = printed(board, ADVANCE, width=width)
    assert max(map(len, lines)) <= width
    rules = [line for line in lines if re.fullmatch(r"─[─┼]+─", line)]
    assert [rule.count("┼") + 1 for rule in rules] == columns


def test_one_issue(board: Command, contested: list[str]) -> None:
    """It looks as it does among the others."""
    assert "\n".join(printed(board, LOSSES)) in "\n".join(contested)


@pytest.mark.usefixtures("kherson")
def test_before_publication_nothing_is_contested(board: Command) -> None:
    """Nobody could know what no source had published; the heading says which moment is shown."""
    heading = "The graph as a reader could know by 9 Nov 2022 23:59 UTC"
    assert printed(board, "--contested", "--as-of", "known=2022-11-09") == [heading, "Nothing is contested."]
    assert printed(board, "--as-of", "known=2022-11-09") == [heading, "There are no questions."]


def test_after_publication_all_is_as_it_is(board: Command, contested: list[str]) -> None:
    """The view on two clocks derives what the graph keeps for the present."""
    view = ("--as-of", "known=2022-11-12,event=2022-11-11T03:00Z")
    heading, *lines = printed(board, "--contested", *view)
    assert heading == (
        "The graph as a reader could know by 12 Nov 2022 23:59 UTC, "
        "of what may have held or happened at 11 Nov 2022 03:00 UTC"
    )
    assert headings(lines)[0] == headings(contested)[0]


@pytest.mark.usefixtures("kherson")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("--as-of", "known=yesterday"),
            "error: --as-of known=yesterday: 'yesterday' is no date; write known=2022-11-10",
        ),
        ((LOSSES, "--contested"), "error: an issue and --contested do not go together"),
        (("issue/loses/kherson:russia/kherson:withdrawal",), f"; did you mean '{LOSSES}'"),
        (("losses",), "error: 'losses' is no id of that kind; write one that begins with `issue/`"),
        ((LOSSES, "--as-of", "known=2022-11-01"), f"error: nothing that --as-of shows answers issue '{LOSSES}'"),
    ],
)
def test_what_is_wrong_is_said(board: Command, words: tuple[str, ...], said: str) -> None:
    """A sentence on stderr that says what would be right, and exit code 2."""
    done = board(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


async def test_the_demo_shows_the_contested_ones(
    store: Store, kherson: Evidence, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On one long page, and then how to see the others."""
    assert kherson.claims
    monkeypatch.setenv("COLUMNS", "120")
    await print_contested(store, Settings())
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) < 120
    assert len(sections([line.rstrip() for line in lines])) == len(headings([line.rstrip() for line in lines])) == 5
    assert lines[-1] == f"{OTHERS} other questions, not contested; `claimgraph board` shows them."
