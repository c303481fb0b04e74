"""What an issue's claims make of each other: who excludes whom and why, who agrees, and what is past."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from ..graph.words import counted

Node = dict[str, Any]
"""A thing of an answer, with the fields that were asked for."""


_NONE: Final[Node] = {"nodes": ()}
"""The links of a claim that was not asked for any."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two claims stand together as they do: the ministry's nought excludes the analyst's "huge losses"."""

    one: str
    """Who makes the claim of which the basis speaks first."""
    other: str
    basis: str
    rule: str = ""
    strength: str = ""
    claims: tuple[str, str] = field(default=("", ""), compare=False)
    """The two claims' ids."""

    @property
    def kind(self) -> str:
        """`value, soft`."""
        return f"{self.rule}, {self.strength.lower()}"


def claims_on(issue: Node) -> list[Node]:
    """The current claims on the board: position by position, then the undecided ones."""
    taken = [claim for position in issue["positions"]["nodes"] for claim in position["claims"]["nodes"]]
    return [*taken, *issue["undecided"]["nodes"]]


def contradictions(issue: Node) -> list[Reason]:
    """Each pair of claims that cannot both be right, once; hard ones first, then as they stand on the board."""
    found = [
        Reason(*names, link["basis"], link["rule"], link["strength"], ids)
        for ids, names, link in _links(issue, "contradicts")
    ]
    return sorted(found, key=lambda reason: reason.strength)


def agreements(issue: Node) -> list[Reason]:
    """Each pair of claims that bear each other out, once; what reads alike stands once as well."""
    found = (Reason(*names, link["basis"], claims=ids) for ids, names, link in _links(issue, "corroboratedBy"))
    return list(dict.fromkeys(found))


def is_cut(issue: Node) -> bool:
    """Whether there may be contradictions beside those that the endpoint was asked for."""
    shown = claims_on(issue)
    lists = [issue["positions"], issue["undecided"], *(position["claims"] for position in issue["positions"]["nodes"])]
    left = any(each["totalCount"] > len(each["nodes"]) for each in lists)
    return left or any(claim["contradicts"]["pageInfo"]["hasNextPage"] for claim in shown if "contradicts" in claim)


def past(issue: Node) -> Iterator[str]:
    """`3 repeats`, `1 superseded`: live claims that are not current, where there are any and they were asked for."""
    claims = issue.get("claims", {}).get("nodes", ())
    repeats = sum(bool(claim["repeats"]["nodes"]) for claim in claims)
    superseded = sum(bool(claim["supersededBy"]["nodes"]) and not claim["repeats"]["nodes"] for claim in claims)
    least = "at least " if issue["claimCount"] > len(claims) else ""
    if repeats:
        yield least + counted(repeats, "repeat")
    if superseded:
        yield f"{least}{superseded} superseded"


def _links(issue: Node, name: str) -> Iterator[tuple[tuple[str, str], tuple[str, str], Node]]:
    """The links of that name within the issue, each once: the two claims' ids in order, their claimants, the link."""
    seen: set[tuple[str, str]] = set()
    for claim in claims_on(issue):
        for link in claim.get(name, _NONE)["nodes"]:
            other = link["claim"]
            (one, who), (two, whom) = sorted(
                [(claim["id"], claim["attribution"][0]["entity"]["name"]), (other["id"], other["claimant"]["name"])]
            )
            if (one, two) not in seen and any(asked["id"] == issue["id"] for asked in other["issues"]):
                seen.add((one, two))
                yield (one, two), (who, whom), link
