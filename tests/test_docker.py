"""docker-compose.yml and Dockerfile agree with the compose specification, the settings and the package."""

import os
import re
import tomllib
from pathlib import Path
from typing import Any

import compose_spec
import pytest

from claimgraph.graph.browser.links import browser_link
from claimgraph.settings import PREFIX, Settings, load_settings, variable

ROOT = Path(__file__).resolve().parents[1]
COMPOSE = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
VARIABLE = re.compile(r"\$\{(\w+)(?::([-?])([^${}]*))?\}")
"""The innermost one where the default of one holds another."""
REQUIRED = {"CLAIMGRAPH_NEO4J_PASSWORD": "correct horse"}


def interpolated(text: str, variables: dict[str, str]) -> str:
    """The text as compose reads it: a variable's value, or the default behind `:-`."""

    def value(found: re.Match[str]) -> str:
        name, operator, rest = found.groups()
        assert operator == "-" or name in variables, f"{name} is required: {rest}"
        return variables.get(name) or rest

    done = VARIABLE.sub(value, text)
    return done if done == text else interpolated(done, variables)


def services(**variables: str) -> dict[str, Any]:
    """The services of docker-compose.yml, parsed by the compose specification."""
    compose = compose_spec.PyCompose.from_yaml(interpolated(COMPOSE, REQUIRED | variables))
    compose.validate()
    found: dict[str, Any] = compose.to_dict()["services"]
    return found


def test_the_parser_is_strict() -> None:
    """The parser refuses what the compose specification does not know: its silence means something."""
    with pytest.raises(ValueError, match="heathcheck"):
        compose_spec.PyCompose.from_yaml(interpolated(COMPOSE, REQUIRED).replace("healthcheck", "heathcheck"))


def test_the_password_is_required() -> None:
    """Without a password compose refuses to start, and says what to set."""
    required = {name: rest for name, operator, rest in VARIABLE.findall(COMPOSE) if operator == "?"}
    assert required.keys() == REQUIRED.keys()
    assert all(required.values())


def test_every_variable_is_a_setting_with_the_same_default() -> None:
    """Each variable of the file is a setting, and its default is the setting's: blank where that has none."""
    for name, operator, default in VARIABLE.findall(COMPOSE):
        field = name.removeprefix(PREFIX).lower()
        assert field in Settings.model_fields, name
        if operator == "-":
            meant = Settings.model_fields[field].default
            assert getattr(Settings(**{field: default}), field) == meant if default else not meant, name


def test_every_setting_of_the_service_reaches_it() -> None:
    """What a user sets for the service is given to it; the other settings are about a local Neo4j, or who logs in."""
    local = {"home", "cache", "bolt_port", "http_port", "heap", "page_cache", "neo4j_user", "neo4j_database"}
    given = services()["api"]["environment"]
    assert given.keys() == {variable(field) for field in Settings.model_fields.keys() - local}
    addresses = {
        "CLAIMGRAPH_CORS_ORIGINS": "https://paper.example.org, https://blog.example.org",
        "CLAIMGRAPH_PUBLIC_URL": "https://claims.example.org/kg",
        "CLAIMGRAPH_BROWSER_URL": "https://browser.example.org/",
        "CLAIMGRAPH_MAVEN_MIRROR": "https://maven.example.org/maven2",
    }
    assert addresses.items() <= services(**addresses)["api"]["environment"].items()


def test_pages_lead_to_the_browser_of_compose() -> None:
    """Unless another is named, pages open the Neo4j Browser that is published, which logs in to the published Bolt."""
    for ports in ({}, {"CLAIMGRAPH_HTTP_PORT": "7575", "CLAIMGRAPH_BOLT_PORT": "7676"}):
        found = services(**ports)
        http, bolt = (ports.get(f"CLAIMGRAPH_{name}_PORT", port) for name, port in (("HTTP", "7474"), ("BOLT", "7687")))
        browser = found["api"]["environment"]["CLAIMGRAPH_BROWSER_URL"]
        assert browser == f"http://localhost:{http}/browser/?dbms=bolt://neo4j@localhost:{bolt}"
        assert browser_link(browser, "claim/c1a").startswith(f"{browser}&cmd=edit&arg=MATCH")
        assert {port.split(":")[1] for port in found["neo4j"]["ports"]} == {http, bolt}


def test_only_loopback_is_published_until_someone_says_otherwise() -> None:
    """Every port is published on 127.0.0.1; CLAIMGRAPH_HOST opens the service's and leaves Neo4j's."""
    assert {port.split(":")[0] for one in services().values() for port in one["ports"]} == {"127.0.0.1"}
    opened = services(CLAIMGRAPH_HOST="0.0.0.0")  # noqa: S104 - what a user would say
    assert opened["api"]["ports"] == ["0.0.0.0:8000:8000"]
    assert all(port.startswith("127.0.0.1:") for port in opened["neo4j"]["ports"])


def test_the_service_starts_with_what_compose_gives_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The container's environment is accepted by the settings and leads to the Neo4j container."""
    for name in [name for name in os.environ if name.upper().startswith(PREFIX)]:
        monkeypatch.delenv(name)
    api, neo4j = services()["api"], services()["neo4j"]
    for name, value in api["environment"].items():
        monkeypatch.setenv(name, str(value))
    settings = load_settings()
    assert settings.neo4j_uri == "bolt://neo4j:7687"
    assert settings.neo4j_password is not None
    assert neo4j["environment"]["NEO4J_AUTH"] == f"neo4j/{settings.neo4j_password.get_secret_value()}"
    assert settings.host == "0.0.0.0"  # noqa: S104 - inside the container
    assert api["ports"] == [f"127.0.0.1:8000:{settings.port}"]
    assert f"127.0.0.1:{settings.port}/health" in str(api["healthcheck"]["test"])
    assert api["depends_on"]["neo4j"] == {"condition": "service_healthy"}
    assert neo4j["healthcheck"]["test"]


@pytest.mark.parametrize("variables", [{}, {"CLAIMGRAPH_PORT": "8123"}])
def test_neo4j_browser_fetches_its_style_and_guide_from_the_service(variables: dict[str, str]) -> None:
    """Both commands that Browser runs on connecting name a file that the service has, at the port that is published."""
    [port] = services(**variables)["api"]["ports"]
    found = re.findall(
        r"(style|guide) http://localhost:(\d+)/browser/([^;]+)",
        services(**variables)["neo4j"]["environment"]["NEO4J_browser_post__connect__cmd"],
    )
    assert found == [
        (name, port.split(":")[1], file) for name, file in (("style", "style.grass"), ("guide", "guide.html"))
    ]


def test_the_image_is_the_line_of_the_local_neo4j() -> None:
    """The Neo4j image is the community edition of the line that `claimgraph up` runs."""
    image = services()["neo4j"]["image"]
    pom = (ROOT / "graph/local/pom.xml").read_text(encoding="utf-8")
    found = re.search(r"<artifactId>neo4j</artifactId>\s*<version>(\d+\.\d+)\.\d+</version>", pom)
    assert found is not None
    assert image == f"neo4j:{found[1]}-community"


def test_the_image_holds_the_package_and_nothing_else() -> None:
    """What goes into our image is what goes into the wheel, and its Python is one that we support."""
    ignore = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    kept = {line.removeprefix("!") for line in ignore if line.startswith("!")}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packed = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert kept == packed.keys() | {"requirements.txt"}
    python = re.search(r"^FROM python:(\d\.\d+)-slim$", (ROOT / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    assert python is not None
    assert f"Programming Language :: Python :: {python[1]}" in project["project"]["classifiers"]
