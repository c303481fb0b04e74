"""What Neo4j Browser does on connecting to the local server, as its settings have it."""

from pathlib import Path

from claimgraph.cli.database import local_neo4j
from claimgraph.cli.serve import graphql_address, guide_address, pages_address
from claimgraph.graph.browser.connect import browser_settings, first_graph
from claimgraph.graph.browser.style import as_json
from claimgraph.settings import Settings

COMMAND, HOSTS = "browser.post_connect_cmd", "browser.remote_content_hostname_whitelist"


def test_browser_applies_the_style_and_shows_a_graph() -> None:
    """Each start by `up` has the style, an empty page and the first graph, and no guide that might not answer."""
    assert local_neo4j(Settings()).settings == browser_settings()
    assert browser_settings()[COMMAND].split(";") == [f"style {as_json()}", "clear", f"auto {first_graph()}"]


def test_the_guide_is_opened_where_it_is_served() -> None:
    """`demo`, which serves as long as its Neo4j runs, has the guide opened as well, from the service's own port."""
    settings = Settings(port=8123)
    found = local_neo4j(settings, guide_address(settings)).settings
    assert found[COMMAND] == browser_settings()[COMMAND] + ";guide http://127.0.0.1:8123/browser/guide.html"


def test_guides_may_come_from_this_machine() -> None:
    """By name and by number, from a service that listens elsewhere too, and from where Browser's own guides are."""
    assert browser_settings()[HOSTS] == "guides.neo4j.com,localhost,127.0.0.1"
    assert browser_settings("http://192.0.2.7:8000/guide.html")[HOSTS].endswith(",127.0.0.1,192.0.2.7")


def test_a_service_on_every_address_is_reached_on_this_machine() -> None:
    """No browser can open 0.0.0.0: whatever is printed or given to Browser opens here."""
    for address, path in ((pages_address, ""), (graphql_address, "graphql"), (guide_address, "browser/guide.html")):
        assert address(Settings(host="0.0.0.0")) == f"http://127.0.0.1:8000/{path}"  # noqa: S104 - what a user says
        assert address(Settings(host="::")) == f"http://[::1]:8000/{path}"
        assert address(Settings(host="192.0.2.7")) == f"http://192.0.2.7:8000/{path}"


def test_each_setting_is_one_line_of_the_file(tmp_path: Path) -> None:
    """What is written is what Neo4j reads."""
    local = local_neo4j(Settings(home=tmp_path))
    local.instance.prepare()
    local.instance.configure(local.settings)
    lines = (local.instance.configuration / "neo4j.conf").read_text(encoding="utf-8").splitlines()
    assert {f"{name}={value}" for name, value in browser_settings().items()} <= set(lines)
