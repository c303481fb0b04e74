"""Where each claim on an issue stands: in which position, undecided, or past. Claims themselves do not tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...reasons import Node
from ..site import Asked, Site


@dataclass(frozen=True, slots=True)
class Standings:
    """The current claims of one issue, each with the label of its position, and the undecided ones."""

    positions: dict[str, str] = field(default_factory=dict)
    undecided: set[str] = field(default_factory=set)

    def of(self, claim: Node) -> Mapping[str, str]:
        """The cells `standing` and `position` of a claim; what only repeats another has the position of that one."""
        first = claim["repeats"]["nodes"][0]["claim"]["id"] if claim["repeats"]["nodes"] else claim["id"]
        return {"standing": self._standing(claim), "position": self.positions.get(first, "")}

    def _standing(self, claim: Node) -> str:
        if claim["repeats"]["nodes"]:
            return "repeat"
        if claim["supersededBy"]["nodes"]:
            return "superseded"
        if claim["id"] in self.positions:
            return "current"
        return "undecided" if claim["id"] in self.undecided else ""


async def standings(site: Site, asked: Asked, issue: str) -> Standings:
    """The standings on an issue, however many positions and claims it has."""
    found = Standings()
    before: str | None = None
    async for positions in site.pages(asked, "rows/positions", ("issue", "positions"), id=issue):
        for edge in positions["edges"]:
            claims = edge["node"]["claims"]
            found.positions.update((claim["id"], edge["node"]["label"]) for claim in claims["nodes"])
            while claims["pageInfo"]["hasNextPage"]:
                one = {"id": issue, "first": 1, "after": before, "claims": claims["pageInfo"]["endCursor"]}
                answer = await site.answer(asked, "rows/positions", **one)
                [same] = answer.data["issue"]["positions"]["edges"]
                claims = same["node"]["claims"]
                found.positions.update((claim["id"], edge["node"]["label"]) for claim in claims["nodes"])
            before = edge["cursor"]
    async for undecided in site.pages(asked, "rows/undecided", ("issue", "undecided"), id=issue):
        found.undecided.update(claim["id"] for claim in undecided["nodes"])
    return found
