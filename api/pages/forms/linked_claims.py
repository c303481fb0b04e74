"""Claims, their sources and the reviews of them as linked data; `linked_data` says which terms are used and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ...reasons import Node
from ..addresses import Addresses, web_address

_TYPES: Final[Mapping[str, str]] = {
    "PERSON": "Person",
    "UNIT": "Organization",
    "PLACE": "Place",
    "ORGANISATION": "Organization",
    "EVENT": "Event",
    "THING": "Thing",
}
_KEYWORDS: Final = frozenset({"id", "type"})
_FACT_CHECK: Final = "fact-check"
_RATINGS: Final = {"true": 5, "mostly-true": 4, "half-true": 3, "mostly-false": 2, "false": 1}
_DAY: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT[\d:]+(Z|[+-]\d\d:\d\d)?")


def filled(**properties: Any) -> Node:  # noqa: ANN401 - JSON
    """The properties that have a value, as a node; `id` and `type` are JSON-LD's own."""
    named = {f"@{name}" if name in _KEYWORDS else name: value for name, value in properties.items()}
    return {name: value for name, value in named.items() if value not in (None, "", [], {})}


def own(**properties: Any) -> Node:  # noqa: ANN401 - JSON
    """The same of terms that schema.org does not have."""
    return {f"claimgraph:{name}": value for name, value in filled(**properties).items()}


def day_or_moment(first: str | None, last: str | None) -> str | None:
    """A moment that is known, or else the day that it is known to lie in; None where not even that is known."""
    if not first or not last:
        return None
    return first if first == last else first[:10] if first[:10] == last[:10] else None


def fact_checks(assessments: Iterable[Node]) -> list[Node]:
    """Those of the assessments that are fact-checks."""
    return [each for each in assessments if each["scheme"] == _FACT_CHECK]


def grades(assessments: Iterable[Node]) -> Node:
    """All assessments as their schemes write them, in terms of our own."""
    names = ("scheme", "value", "meaning", "by", "at", "basis")
    return own(assessment=[own(**{name: each[name] for name in names}) for each in assessments])


@dataclass(frozen=True, slots=True)
class LinkedClaims:
    """Makes nodes whose ids are addresses."""

    at: Addresses
    brief: bool = False
    """Without what each claim makes of the others, of which a board has very much: for the block that a page holds."""

    def id(self, thing: Node) -> str:
        """The address that names a thing, whatever the view."""
        return self.at.now().absolute(thing["id"])

    def reference(self, entity: Node | None, kind: str = "ORGANISATION") -> Node | None:
        """An entity by its name: `{"@type": "Person", "@id": …, "name": "Oleksii Reznikov"}`; None for none."""
        if entity is None:
            return None
        return filled(type=_TYPES[entity.get("kind", kind)], id=self.id(entity), name=entity["name"])

    def source(self, source: Node) -> Node:
        """A document and who published it when."""
        written = source.get("publishedEdtf") or ""
        published = (
            written if _DAY.fullmatch(written) else source.get("publishedAt") if _MOMENT.fullmatch(written) else None
        )
        return {
            **filled(
                type="CreativeWork",
                id=self.id(source),
                name=source["title"],
                url=web_address(source["url"]),
                publisher=self.reference(source["publisher"]),
                datePublished=published,
            ),
            **own(publishedEdtf=None if published else written),
        }  # fmt: skip

    def claim(self, claim: Node) -> Node:
        """A claim as lists have it: who says what, and where."""
        said, event = claim["asserted"] or {}, claim["event"] or {}
        covered = [event.get("startMin"), event.get("endMax")]
        return {
            **filled(
                type="Claim",
                id=self.id(claim),
                text=claim["text"],
                author=self.reference(claim["attribution"][0]["entity"]),
                dateCreated=day_or_moment(said.get("min"), said.get("max")),
                temporalCoverage="/".join(moment or ".." for moment in covered) if any(covered) else None,
                appearance=self.source(claim["source"]),
            ),
            **own(
                predicate=claim["predicate"],
                polarity=claim["polarity"].lower(),
                modality=claim["modality"].lower(),
                condition=claim["condition"],
                contested=claim.get("contested"),
                value=_value(claim["value"]),
                event=own(**event),
                asserted=own(**said),
                attribution={"@list": [self._level(level) for level in claim["attribution"]]},
                locator=claim["locator"],
                contradicts=None if self.brief else self._links(claim.get("contradicts")),
                corroboratedBy=None if self.brief else self._links(claim.get("corroboratedBy")),
            ),
        }

    def full(self, claim: Node) -> Node:
        """A claim as its own page has it: with what it is about, what it repeats and replaces, and its reviews."""
        parts = ("subject", "object", "during")
        links = ("repeats", "repeatedBy", "supersedes", "supersededBy")
        earlier = claim["repeats"]["nodes"]
        return {
            **self.claim(claim),
            **filled(
                about=[self.reference(claim[part]) for part in parts if claim[part]],
                firstAppearance={"@id": self.id(earlier[0]["claim"]["source"])} if earlier else None,
                review=[self._review(each, claim) for each in fact_checks(claim["assessments"])],
            ),
            **own(
                **{part: {"@id": self.id(claim[part])} for part in parts if claim[part]},
                **{link: self._links(claim[link]) for link in links},
                answers=[self._question(issue) for issue in claim["issues"]],
                quote=claim["quote"],
                quoteLanguage=claim["quoteLanguage"],
                recordedAt=claim["recordedAt"],
                live=claim["live"],
                extractionConfidence=claim["extractionConfidence"],
            ),
            **grades(claim["assessments"]),
        }  # fmt: skip

    def _question(self, issue: Node) -> Node:
        return filled(type="Question", id=self.id(issue), name=issue["question"])

    def _level(self, level: Node) -> Node:
        mode = (level["mode"] or "").lower()
        return own(
            who=self.reference(level["entity"]), verb=level["verb"], mode=mode, at=own(**(level.get("at") or {}))
        )

    def _links(self, links: Node | None) -> list[Node]:
        return [
            own(
                claim={"@id": self.id(link["claim"])},
                rule=link.get("rule"),
                basis=link["basis"],
                strength=link["strength"].lower() if "strength" in link else None,
            )
            for link in (links or {"nodes": ()})["nodes"]
        ]

    def _review(self, check: Node, claim: Node) -> Node:
        number = _RATINGS.get(check["value"])
        return filled(
            type="ClaimReview",
            url=self.id(claim),
            claimReviewed=claim["text"],
            itemReviewed={"@id": self.id(claim)},
            author={"name": check["by"]},
            dateCreated=check["at"],
            reviewRating=filled(
                type="Rating",
                ratingValue=number,
                bestRating=number and 5,
                worstRating=number and 1,
                alternateName=check["value"],
                ratingExplanation=check["basis"],
            ),
        )


def _value(value: Node | None) -> Node | None:
    """A claim's value: a range of figures as schema.org has them, and what it has no term for."""
    if value is None:
        return None
    measured = value["low"] is not None or value["high"] is not None
    return {
        **filled(
            type="QuantitativeValue" if measured else "PropertyValue",
            minValue=value["low"],
            maxValue=value["high"],
            unitText=value["unit"],
            value=value["text"],
        ),
        **own(**{name: value[name] for name in ("dimension", "wording")}),
        **(own(**{name: value[name] for name in ("lowOpen", "highOpen", "approximate")}) if measured else {}),
        **own(kind=(value["kind"] or "").lower()),
    }
