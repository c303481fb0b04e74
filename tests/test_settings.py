"""Settings: defaults, the environment, and errors that name the variable and what would be right."""

import os
from pathlib import Path

import pytest
from pydantic import ValidationError

from claimgraph.graph.errors import InvalidInput
from claimgraph.settings import PREFIX, Settings, load_settings, variable

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.upper().startswith(PREFIX)]:
        monkeypatch.delenv(name)


def readme_row(field: str) -> str:
    """The line of the README's table of settings that describes a field."""
    info = Settings.model_fields[field]
    shown = {
        "home": "the user's data folder",
        "cache": "the user's cache folder",
        "max_body": "`1MiB`",
        "answer_cache": "`64MiB`",
    }
    default = shown.get(field, "" if info.default in (None, "") else f"`{str(info.default).lower()}`")
    return f"| `{variable(field)}` | {default} | {info.description} |"


def test_defaults_serve_on_loopback_from_the_local_neo4j() -> None:
    """Without any variable the service listens on loopback and uses the Neo4j of `claimgraph up`."""
    settings = load_settings()
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.neo4j_uri is None
    assert settings.home.name == settings.cache.name == "claimgraph"
    assert settings.max_body == 1024 * 1024


def test_variables_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable sets its field, and a blank one counts as unset."""
    monkeypatch.setenv("CLAIMGRAPH_BOLT_PORT", "7999")
    monkeypatch.setenv("CLAIMGRAPH_MAX_BODY", "2MiB")
    monkeypatch.setenv("CLAIMGRAPH_PORT", "")
    settings = load_settings()
    assert (settings.bolt_port, settings.max_body, settings.port) == (7999, 2 * 1024 * 1024, 8000)


def test_settings_are_frozen() -> None:
    """Settings cannot be changed once read."""
    with pytest.raises(ValidationError):
        Settings().port = 1


def test_a_password_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Printing settings does not print the password."""
    monkeypatch.setenv("CLAIMGRAPH_NEO4J_PASSWORD", "correct horse")
    settings = load_settings()
    assert "horse" not in repr(settings)
    assert settings.neo4j_password is not None
    assert settings.neo4j_password.get_secret_value() == "correct horse"


@pytest.mark.parametrize(
    ("name", "value", "right"),
    [
        ("CLAIMGRAPH_PORT", "abc", "should be a port number from 1 to 65535"),
        ("CLAIMGRAPH_PORT", "70000", "should be a port number from 1 to 65535"),
        ("CLAIMGRAPH_HEAP", "lots", "should be an amount of memory such as 512m or 2g"),
        ("CLAIMGRAPH_MAX_BODY", "0", "should be a size in bytes such as 1048576 or 1MiB"),
        ("CLAIMGRAPH_REQUEST_TIMEOUT", "nan", "should be a number of seconds, above 0 and at most 3600"),
        ("CLAIMGRAPH_NEO4J_URI", "http://example.org", "should be an address such as bolt://127.0.0.1:7687"),
        ("CLAIMGRAPH_CORS_ORIGINS", "https://*.example.org", "should be whole origins with commas between, such as"),
        ("CLAIMGRAPH_CORS_ORIGINS", "https://example.org,*", "should be whole origins with commas between, such as"),
        (
            "CLAIMGRAPH_MAVEN_MIRROR",
            "example.org",
            "should be the http or https address of a Maven repository",
        ),
    ],
)
def test_a_bad_value_is_named_with_what_would_be_right(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, right: str
) -> None:
    """A value that does not fit is one sentence: the variable, the value, and what it should be."""
    monkeypatch.setenv(name, value)
    with pytest.raises(InvalidInput) as caught:
        load_settings()
    assert str(caught.value).startswith(f"{name} is {value!r} but {right}")
    assert "\n" not in str(caught.value)


def test_an_unknown_variable_is_named_with_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    """A misspelt variable is an error that names the right one, beside every other problem."""
    monkeypatch.setenv("CLAIMGRAPH_PROT", "8001")
    monkeypatch.setenv("CLAIMGRAPH_HTTP_PORT", "-1")
    with pytest.raises(InvalidInput) as caught:
        load_settings()
    first, second = str(caught.value).splitlines()
    assert first == "CLAIMGRAPH_PROT is no setting; the nearest one is CLAIMGRAPH_PORT"
    assert second.startswith("CLAIMGRAPH_HTTP_PORT is '-1' but")


@pytest.mark.parametrize("field", Settings.model_fields)
def test_the_readme_describes_every_setting(field: str) -> None:
    """Each setting has its line, with its default and description, in the README."""
    assert readme_row(field) in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
