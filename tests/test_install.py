"""claimgraph as a wheel in a host program that has an `api` and a `graph` of its own."""

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DATA = {".css", ".cypher", ".graphql", ".html", ".js", ".json", ".lock", ".png", ".svg", ".typed", ".xml", ".yaml"}
HOST = """
import api, graph, claimgraph, claimgraph.graph.errors, claimgraph.settings
from importlib import resources
assert api.OWN == graph.OWN == "the host's"
assert claimgraph.__file__.startswith({site!r}), claimgraph.__file__
print(resources.files("claimgraph.graph").joinpath("vocabulary.yaml").is_file())
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-P",
        "-m",
        "hatchling",
        "build",
        "--target",
        "wheel",
        "--directory",
        str(folder),
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (built,) = folder.glob("*.whl")
    return built


def packed() -> dict[str, str]:
    """Where each file and folder at the top of the repository stands in the wheel."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found: dict[str, str] = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    return found


def test_the_wheel_holds_code_and_data(wheel: Path) -> None:
    """Every module and data file of the package is in the wheel, and nothing that running it made."""
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        f"{inside}/{path.relative_to(ROOT / top)}" if (ROOT / top).is_dir() else inside
        for top, inside in packed().items()
        for path in [ROOT / top, *(ROOT / top).rglob("*")]
        if path.suffix in DATA | {".py"}
    }
    assert wanted - names == set()
    assert {name for name in names if "__pycache__" in name or not name.startswith("claimgraph")} == set()


def test_every_package_of_the_tree_is_packed() -> None:
    """No package or module at the top of the repository is missing from the list in pyproject.toml."""
    top = {path.parent.name for path in ROOT.glob("*/__init__.py")} | {path.name for path in ROOT.glob("*.py")}
    assert top - packed().keys() == set()


def test_a_host_with_packages_of_the_same_names(wheel: Path, tmp_path: Path) -> None:
    """Beside a host's own `api` and `graph`, claimgraph is imported from its folder and finds its data."""
    site = tmp_path / "site"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile"]
    subprocess.run([*install, "--target", str(site), str(wheel)], check=True, capture_output=True, timeout=120)
    for name in ("api", "graph"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text('OWN = "the host\'s"\n', encoding="utf-8")
    host = tmp_path / "host.py"
    host.write_text(f"import sys\nsys.path.insert(0, {str(site)!r})\n{HOST.format(site=str(site))}", encoding="utf-8")
    done = subprocess.run([sys.executable, str(host)], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "True\n", "")
