"""What a board asks of the endpoint: issues with the positions on them, and who takes those."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, Final

from ..api.as_of import AsOf
from ..api.execution import Endpoint
from ..api.reasons import Node
from ..graph.errors import InvalidInput
from ..graph.vocabulary import nearest

_SAID: Final = """
fragment said on Claim {
  id text polarity modality
  attribution { entity { name } }
  source { publishedEdtf publisher { name } } locator
}
"""
_ISSUE: Final = """
fragment board on Issue {
  id question claimCount contested
  positions(first: 12) {
    totalCount
    nodes {
      label originCount reportCount firstAsserted lastAsserted
      claims(first: 20) { totalCount nodes { ...said ...linked } }
    }
  }
  undecided(first: 20) { totalCount nodes { ...said ...linked } }
  claims(first: 100) @include(if: $why) {
    nodes { repeats(first: 1) { nodes { claim { id } } } supersededBy(first: 1) { nodes { claim { id } } } }
  }
}
fragment linked on Claim {
  contradicts(first: 20) @include(if: $why) {
    nodes { rule basis strength claim { ...other } } pageInfo { hasNextPage }
  }
  corroboratedBy(first: 20) @include(if: $why) { nodes { basis claim { ...other } } }
}
fragment other on Claim { id claimant { name } issues { id } }
"""
_ANSWER: Final = """
fragment answer on Claim {
  ...said
  value { low high lowOpen highOpen approximate unit wording text kind }
  asserted { min max } event { startMin startMax endMin endMax }
}
"""
_CONTESTED: Final = f"""
query Contested($after: String, $asOf: AsOf, $why: Boolean! = true) {{
  issues(contested: true, first: 10, after: $after, asOf: $asOf) {{
    nodes {{ ...board }} pageInfo {{ hasNextPage endCursor }}
  }}
}}
{_ISSUE}{_SAID}"""
_OTHERS: Final = f"""
query Others($after: String, $asOf: AsOf, $why: Boolean! = false) {{
  issues(contested: false, first: 20, after: $after, asOf: $asOf) {{
    nodes {{ ...board only: claims(first: 1) {{ nodes {{ ...answer }} }} }} pageInfo {{ hasNextPage endCursor }}
  }}
}}
{_ISSUE}{_SAID}{_ANSWER}"""
_ONE: Final = f"""
query One($id: ID!, $asOf: AsOf, $why: Boolean! = true) {{ issue(id: $id, asOf: $asOf) {{ ...board }} }}
{_ISSUE}{_SAID}"""
_COUNT: Final = "query Count($asOf: AsOf) { issues(contested: false, asOf: $asOf) { totalCount } }"
_IDS: Final = "query Ids { issues(first: 100) { nodes { id } } }"


@dataclass(frozen=True, slots=True)
class Questions:
    """The issues of the graph, under one view."""

    endpoint: Endpoint
    view: AsOf

    def contested(self) -> AsyncIterator[Node]:
        """Those on which claims contradict each other, with the reasons; most answered first."""
        return self._pages(_CONTESTED)

    def others(self) -> AsyncIterator[Node]:
        """The rest, without reasons, each with its newest claim as `only`; most answered first."""
        return self._pages(_OTHERS)

    async def count_others(self) -> int:
        """How many the rest are."""
        return int((await self._data(_COUNT))["issues"]["totalCount"])

    async def one(self, issue: str) -> Node:
        """The issue with that id, with the reasons. Raises InvalidInput, which names ids that are near."""
        found: Node | None = (await self._data(_ONE, id=issue))["issue"]
        if found is not None:
            return found
        if self.view and (await self.endpoint.data(_ONE, {"id": issue, "why": False}))["issue"]:
            raise InvalidInput(f"nothing that --as-of shows answers issue {issue!r}; without it there are answers")
        ids = [each["id"] for each in (await self.endpoint.data(_IDS))["issues"]["nodes"]]
        raise InvalidInput(f"there is no issue {issue!r}{nearest(issue, ids) or '; `claimgraph board` lists all'}")

    async def _pages(self, query: str) -> AsyncIterator[Node]:
        after = None
        while True:
            page = (await self._data(query, after=after))["issues"]
            for issue in page["nodes"]:
                yield issue
            if not page["pageInfo"]["hasNextPage"]:
                return
            after = page["pageInfo"]["endCursor"]

    async def _data(self, query: str, **variables: object) -> dict[str, Any]:
        return await self.endpoint.data(query, {**variables, **({"asOf": self.view} if self.view else {})})
