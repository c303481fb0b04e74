"""The budgets of the house: how long a file and a function may be, and what no lock file may say."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FILE_LINES = 250
FUNCTION_LINES = 30
FOLDERS = ("api", "bench", "cli", "cypher", "graph", "loaders", "tests")
SUFFIXES = {".cypher", ".js", ".mjs", ".py"}


def sources() -> list[Path]:
    """Every file of code, in order."""
    below = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in SUFFIXES]
    return sorted([*below, *ROOT.glob("*.py")])


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """The name and the number of code lines of each function in a file."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            first, last = (body[0].lineno, node.end_lineno or 0) if body else (0, 0)
            code = [line for line in lines[first - 1 : last] if line.strip() and not line.lstrip().startswith("#")]
            yield node.name, len(code) + 1


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_keeps_its_budget(path: Path) -> None:
    """A file stays under its number of lines, and so does each function in it."""
    length = len(path.read_text(encoding="utf-8").splitlines())
    assert length <= FILE_LINES, f"{length} lines: split it, or simplify it"
    if path.suffix == ".py":
        long = [f"{name}: {lines} lines" for name, lines in functions(path) if lines > FUNCTION_LINES]
        assert long == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_pins_have_hashes_and_no_address(name: str) -> None:
    """Each pinned package has hashes, and the file says nothing of where packages come from."""
    text = (ROOT / name).read_text(encoding="utf-8")
    pins = re.findall(r"^[a-z0-9._-]+==.*(?:\\\n +--hash=sha256:[0-9a-f]{64} *)+", text, re.MULTILINE)
    assert len(pins) == len(re.findall(r"^[a-z]", text, re.MULTILINE)) > 0
    assert "://" not in text
    assert "--index" not in text


def test_the_npm_lock_has_hashes_and_no_download_address() -> None:
    """Each npm package is pinned by its hash, and the file says nothing of where packages come from."""
    text = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    assert text.count('"integrity": "sha512-') == text.count('"node_modules/') > 0
    assert '"resolved"' not in text
