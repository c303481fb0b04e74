"""Settings of a Neo4j server by which its Browser looks right, and shows something, as soon as it is connected."""

from typing import Final
from urllib.parse import urlsplit

from ...cypher import statement
from .style import as_json

_GUIDES: Final = ("guides.neo4j.com", "localhost", "127.0.0.1")
"""Hosts that Browser takes guides and styles from: the ones of the default, and this machine by its number."""


def browser_settings(guide: str | None = None) -> dict[str, str]:
    """Lines of neo4j.conf: style, an empty page, a first graph, and the guide where its address is given."""
    hosts = dict.fromkeys([*_GUIDES, *([urlsplit(guide).hostname or ""] if guide else [])])
    commands = [f"style {as_json()}", "clear", f"auto {first_graph()}", *([f"guide {guide}"] if guide else [])]
    return {
        "browser.post_connect_cmd": ";".join(commands),
        "browser.remote_content_hostname_whitelist": ",".join(hosts),
    }


def first_graph() -> str:
    """The statement that Browser begins with, on one line."""
    return " ".join(statement("guide/contested_claims").text.split())
