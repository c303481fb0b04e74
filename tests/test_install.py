"""claimgraph as a wheel in a host program that has an `api` and a `graph` of its own."""

import asyncio
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import httpx
import pytest

from claimgraph.graph.evidence import Evidence
from claimgraph.graph.local.server import Running

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


@pytest.fixture
def site(wheel: Path, tmp_path: Path) -> Path:
    """A folder into which the wheel is installed, in a host's folder with packages of the same names as ours."""
    site = tmp_path / "site"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile"]
    subprocess.run([*install, "--target", str(site), str(wheel)], check=True, capture_output=True, timeout=120)
    for name in ("api", "graph"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text('OWN = "the host\'s"\n', encoding="utf-8")
    return site


def test_a_host_with_packages_of_the_same_names(site: Path, tmp_path: Path) -> None:
    """Beside a host's own `api` and `graph`, claimgraph is imported from its folder and finds its data."""
    host = tmp_path / "host.py"
    host.write_text(f"import sys\nsys.path.insert(0, {str(site)!r})\n{HOST.format(site=str(site))}", encoding="utf-8")
    done = subprocess.run([sys.executable, str(host)], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "True\n", "")


async def test_mounted_in_a_host(site: Path, tmp_path: Path, neo4j_server: Running, kherson: Evidence) -> None:
    """Under a prefix of an app with routes and middleware of its own, ours answers, and so does the host."""
    assert kherson.claims
    copy = tmp_path / "hosting.py"
    copy.write_bytes((ROOT / "tests" / "hosting.py").read_bytes())
    command = [sys.executable, str(copy), str(site), neo4j_server.bolt_uri, neo4j_server.password]
    pipe = asyncio.subprocess.PIPE
    host = await asyncio.create_subprocess_exec(*command, cwd=tmp_path, stdin=pipe, stdout=pipe)
    assert host.stdin is not None
    assert host.stdout is not None
    port = int(await host.stdout.readline())
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", headers={"accept": "text/html"}) as client:
        own = await client.get("/issue/of-the-host")
        page = await client.get("/kg/issue/losses/kherson:russia/kherson:withdrawal", timeout=60)
        style = re.findall(r'href="(/kg/static/pieces[^"]*)"', page.text)[0]
        answer = await client.post("/kg/graphql", json={"query": "{ statistics { claims } }"})
        assert (await client.get(style)).status_code == 200
    host.stdin.close()
    assert await host.wait() == 0
    assert (own.json(), own.headers["x-host"]) == ({"issue": "of-the-host", "by": "the host's"}, "the host's")
    assert "more than 0 losses" in page.text
    assert page.headers["x-host"] == "the host's"
    assert answer.json()["data"]["statistics"]["claims"] == len(kherson.claims)
