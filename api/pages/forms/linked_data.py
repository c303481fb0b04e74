"""What pages show as linked data (JSON-LD): schema.org's terms where it has one, `urn:claimgraph:` where it has none.

By schema.org's definitions, of properties and what they may hold:
- An issue is a `Question` (`name`, `text`, `about`, `answerCount`); each position is a `suggestedAnswer`, an `Answer`
  with its label as `text` that `isBasedOn` its claims, for answers and claims are creative works.
- A claim is a `Claim` (`text`, `about`, `dateCreated`, `temporalCoverage`), its claimant the `author`, a `Person` or an
  `Organization` (units are organisations), its source the `appearance`. `claimInterpreter` belongs to claims that
  someone reads out of a picture or film, so it is not used; `firstAppearance` is that of the claim which it repeats.
- A fact-check is a `ClaimReview` in the claim's `review`, with a `reviewRating` of 1 to 5; what is unproven has no
  number. Its author is a name alone: no dataset tells whether it is a person's. Grades of other schemes are our own.
- A source is a `CreativeWork` (`publisher`, `datePublished`, `inLanguage`, `archivedAt`), as no dataset tells which are
  articles; only addresses of the web are its `url`.
- An entity is what its kind says (`alternateName`, `identifier`, `sameAs`; a `Place` with `geo` and `containedInPlace`;
  an `Event` with `startDate` and `endDate`); what is said about it is in `subjectOf`.
- A list is an `ItemList`; `numberOfItems` counts the whole list, as its definition wants of one on several pages.
Ids are the addresses of our pages, whatever the view: they name the thing itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ...reasons import Node
from ..addresses import web_address
from .linked_claims import LinkedClaims, day_or_moment, filled, grades, own

_CONTEXT: Final = ("https://schema.org", {"claimgraph": "urn:claimgraph:"})
_WIKIDATA: Final = re.compile(r"wikidata:(Q[0-9]+)")


class LinkedData(LinkedClaims):
    """Makes the nodes of pages."""

    __slots__ = ()

    def thing(self, kind: str, node: Node) -> Node:
        """The document of the page of one thing."""
        made = {"issue": self.issue, "entity": self.entity, "claim": self.full, "source": self.whole_source}
        return self._document(made[kind](node))

    def items(self, name: str, nodes: Iterable[Node], total: int | None = None) -> Node:
        """The document of a list: of issues, entities, sources, claims, or a mixture."""
        return self._document(
            filled(type="ItemList", name=name, numberOfItems=total, itemListElement=list(map(self._item, nodes)))
        )

    def issue(self, issue: Node) -> Node:
        """A question with its positions, and the claims that each rests on."""
        return {
            **self._question_in_short(issue),
            **filled(text=issue["question"], about=[self.reference(each) for each in issue["about"]]),
            **own(
                family=issue["family"],
                undecided=[self.claim(claim) for claim in issue["undecided"]["nodes"]],
            ),
        }

    def entity(self, entity: Node) -> Node:
        """An entity with its names, ids elsewhere, and what is said about it and by it."""
        said = [self.claim(claim) for claim in entity["said"]["nodes"]]
        about = {claim["id"]: claim for list_ in ("about", "mentioned", "told") for claim in entity[list_]["nodes"]}
        return {
            **self._entity_in_short(entity),
            **filled(subjectOf=[self.claim(claim) for claim in about.values()]),
            **({"@reverse": {"author": said}} if said else {}),
            **self._place(entity),
            **_time(entity.get("time")),
            **own(
                side=[self.reference(side) for side in entity["sides"]],
                placeType=entity.get("placeType"),
                echelon=entity.get("echelon"),
                symbolCode=entity.get("symbolCode"),
                questions=[self._question(issue) for issue in entity["issues"]["nodes"]],
            ),
            **grades(entity["assessments"]),
        }

    def whole_source(self, source: Node) -> Node:
        """A source with what is stated in it."""
        stated = [self.claim(claim) for claim in source["claims"]["nodes"]]
        for claim in stated:
            del claim["appearance"]
        return {
            **self.source(source),
            **filled(inLanguage=source["language"], archivedAt=web_address(source["archivedUrl"])),
            **({"@reverse": {"appearance": stated}} if stated else {}),
            **own(retrievedAt=source["retrievedAt"]),
            **grades(source["assessments"]),
        }

    def _document(self, node: Node) -> Node:
        """A node as a document of its own, which says what view it is of."""
        return {"@context": _CONTEXT, **node, **own(asOf=own(**dict(self.at.view)))}

    def _item(self, node: Node) -> Node:
        if "question" in node:
            return self._question_in_short(node)
        if "publisher" in node:
            return self.source(node)
        return self.claim(node) if "text" in node else self._entity_in_short(node)

    def _question_in_short(self, issue: Node) -> Node:
        positions = issue["positions"]
        return {
            **self._question(issue),
            **filled(answerCount=positions["totalCount"]),
            **filled(suggestedAnswer=[self._answer(position) for position in positions["nodes"]]),
            **own(topic=issue["topic"], contested=issue["contested"], claimCount=issue["claimCount"]),
        }

    def _answer(self, position: Node) -> Node:
        numbers = ("originCount", "reportCount", "dimension", "unit", "low", "high")
        claims = position.get("claims", {"nodes": ()})["nodes"]
        return {
            **filled(type="Answer", text=position["label"], isBasedOn=[self.claim(claim) for claim in claims]),
            **own(**{name: position.get(name) for name in numbers}),
        }

    def _entity_in_short(self, entity: Node) -> Node:
        ids = entity.get("externalIds", ())
        return {
            **(self.reference(entity) or {}),
            **filled(
                alternateName=entity["names"],
                description=entity["description"],
                identifier=[_identifier(each) for each in ids],
                sameAs=[
                    f"https://www.wikidata.org/wiki/{found[1]}" for found in map(_WIKIDATA.fullmatch, ids) if found
                ],
            ),
            **own(kind=entity["kind"].lower()),
        }

    def _place(self, entity: Node) -> Node:
        location = entity.get("location")
        return filled(
            geo=filled(type="GeoCoordinates", **location) if location else None,
            containedInPlace=[self.reference(whole, "PLACE") for whole in entity.get("partOf") or ()],
        )


def _identifier(external: str) -> Node:
    scheme, _, value = external.partition(":")
    return filled(type="PropertyValue", propertyID=scheme, value=value)


def _time(time: Node | None) -> Node:
    """When an event begins and ends: to the day where that is known, and the bounds in terms of our own."""
    if time is None:
        return {}
    starts, ends = (day_or_moment(time[f"{side}Min"], time[f"{side}Max"]) for side in ("start", "end"))
    return {**filled(startDate=starts, endDate=ends), **own(time=own(**time))}
