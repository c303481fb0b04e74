"""The Cypher linter: our files pass it, and it finds what it is there to find."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
IN_CI = os.environ.get("CI") == "true"

pytestmark = pytest.mark.skipif(
    not IN_CI and not (shutil.which("node") and (ROOT / "node_modules").is_dir()),
    reason="Node, which the linter alone needs, is not installed",
)


def lint(folder: Path) -> tuple[int, list[str]]:
    """The linter's exit code and its lines for a folder, paths shortened to the folder's own."""
    command = ["node", str(ROOT / "tests/cypher/lint.mjs"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, timeout=120)
    assert done.stderr == ""
    return done.returncode, done.stdout.splitlines()


def write(folder: Path, files: dict[str, str]) -> None:
    """Put files below a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_our_cypher_is_fine() -> None:
    """No file under cypher/ has a problem."""
    code, lines = lint(ROOT / "cypher")
    assert code == 0, "\n".join(lines)


GOOD = {
    "write/claims.cypher": """// New claims; returns how many.
// params: rows
UNWIND $rows AS row
MATCH (subject:Entity {id: row[1]})
CREATE (claim:Claim {id: row[0], text: 'a; $b'})-[:SUBJECT]->(subject)
SET claim:$(row[2])
RETURN count(*) AS written
""",
    "schema/claim_id.cypher": """// params:
CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (claim:Claim) REQUIRE claim.id IS UNIQUE
""",
    "fields/claim.cypher": """// What a Claim can answer.

// name: text
// The paraphrase.
claim.text

// name: attribution -> entity
MATCH (claim)-[claimedBy:CLAIMED_BY]->(entity:Entity)

// name: page
MATCH (claim)-[:SUBJECT]->(entity:Entity) WHERE entity.id > $after
ORDER BY entity.id LIMIT $first
""",
    "fields/attribution.cypher": """// given: MATCH (claim:Claim)-[claimedBy:CLAIMED_BY]->(entity:Entity)
// name: level
claimedBy.level
""",
}


def test_statements_and_blocks_pass(tmp_path: Path) -> None:
    """Statements, expressions and patterns without a fault give no line but the summary."""
    write(tmp_path, GOOD)
    assert lint(tmp_path) == (0, ["4 Cypher files are fine"])


FAULTS = [
    ("write/a.cypher", "// params:\nMATCH (c:Claim) SET c.txt = 1", "2:23: txt is not in vocabulary.json"),
    ("schema/a.cypher", "CREATE INDEX a FOR (c:Claim) ON (c.txt);", "1:36: txt is not in vocabulary.json"),
    ("read/a.cypher", "// params:\nMATCH (c:Clam) RETURN c", "2:10: Label Clam is not present"),
    ("read/a.cypher", "// params:\nMATCH (c:Claim) RETURN d", "2:24: Variable `d` not defined"),
    ("read/a.cypher", "// params:\nMATCH (c:Claim) RETURN c.txt", "2:26: txt is not present"),
    ("read/a.cypher", "// params:\nMATCH (c:Claim RETURN c", "2:16: Invalid input 'RETURN'"),
    ("read/a.cypher", "// params:\nRETURN $a", "2:8: Parameter $a is not defined."),
    ("read/a.cypher", "// params: a\nRETURN 1", "1:1: parameter a is declared but not used"),
    ("read/a.cypher", "RETURN 1", "1:1: the header lacks a line `// params: a, b`"),
    ("read/a.cypher", "// params:\nRETURN 1;\nRETURN 2", "1:1: a file holds one statement"),
    ("read/a.cypher", "// params:\nRETURN nope(1)", "2:8: Function nope is not present"),
    ("fields/claim.cypher", "\n// name: text\n// why\nclam.text", "4:1: Variable `clam` not defined"),
    ("fields/claim.cypher", "// name: a\n1\n// name: a\n2", "3:1: field a stands here twice"),
    ("fields/claim.cypher", "// name: a\n// name: b\n1", "1:1: field a has no Cypher"),
    ("fields/claim.cypher", "claim.text", "1:1: there is no line `// name: FIELD`"),
    (
        "fields/claim.cypher",
        "// name: page\nMATCH (claim)-[:SUBJEC]->(:Entity)",
        "2:17: Relationship type SUBJEC is not present",
    ),
]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The linter's lines for all of FAULTS, each in a folder with the number of its place."""
    folder = tmp_path_factory.mktemp("faults")
    write(folder, {f"{at}/{name}": text for at, (name, text, _) in enumerate(FAULTS)})
    code, lines = lint(folder)
    assert code == 1
    return lines


@pytest.mark.parametrize("at", range(len(FAULTS)))
def test_a_fault_is_found_at_its_place(found: list[str], at: int) -> None:
    """Each fault is reported with its file, line and column."""
    name, _, expected = FAULTS[at]
    lines = [line for line in found if line.startswith(f"{at}/")]
    assert any(line.startswith(f"{at}/{name}:{expected}") for line in lines), lines
