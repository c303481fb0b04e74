"""What happened to the claims on an issue or an entity, as a feed to follow (Atom, RFC 4287), newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ...reasons import Node
from ..addresses import Addresses
from ..negotiation import Form
from ..render import published, render

_KINDS: Final = {"NEW": "New", "RETURNED": "Made again", "RETRACTED": "Retracted", "SUPERSEDED": "Superseded"}
_NEVER: Final = "1970-01-01T00:00:00Z"
"""When that changed about which nothing was ever claimed; a feed must say a moment."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One change: "Retracted, the claim of the ministry that …"."""

    id: str
    """The same wherever and however often it is told."""
    at: str
    kind: str
    title: str
    content: str
    author: str
    address: str


def feed(at: Addresses, thing: Node, changes: list[Node]) -> str:
    """The feed of an issue or an entity."""
    entries = list(_entries(at, changes))
    context = {
        "id": f"urn:claimgraph:{thing['id']}",
        "title": thing.get("question") or thing["name"],
        "updated": entries[0].at if entries else _NEVER,
        "page": at.absolute(thing["id"]),
        "address": at.absolute(thing["id"], format=Form.ATOM.value),
        "entries": entries,
    }
    return render("feed.xml", context)


def _entries(at: Addresses, changes: list[Node]) -> Iterator[Entry]:
    for change in changes:
        claim, by = change["claim"], change["by"]
        source = claim["source"]
        where = ", ".join(part for part in (source["title"], published(source), claim["locator"]) if part)
        said = f"{claim['claimant']['name']}: {claim['text']}\n{where}"
        yield Entry(
            id="/".join(
                ["urn:claimgraph:change", claim["id"], change["kind"], change["at"], *([by["id"]] if by else [])]
            ),
            at=change["at"],
            kind=change["kind"].lower(),
            title=f"{_KINDS[change['kind']]}: {claim['text']}",
            content=f"{said}\nNow said: {by['text']}" if by else said,
            author=claim["claimant"]["name"],
            address=at.absolute(claim["id"]),
        )
