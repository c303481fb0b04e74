"""FollowTheMoney's schemata and properties as kinds and predicates."""

from __future__ import annotations

import re
from typing import Final

from ...graph.records import Kind
from ...graph.vocabulary import Dimension, Family, Holds, Predicate, SlotKey, ValueType, Vocabulary

_KINDS: Final = {
    Kind.PERSON: ("Person", "PseudoPerson"),
    Kind.ORGANISATION: ("LegalEntity", "Organization", "Company", "PublicBody", "PoliticalParty", "Workbook"),
    Kind.PLACE: ("Address", "RealEstate"),
    Kind.EVENT: (
        *("Interest", "Interval", "Event", "Payment", "Ownership", "Directorship", "Membership", "Employment"),
        *("Family", "Associate", "Representation", "Sanction", "Occupancy", "Succession", "Debt", "CourtCase"),
        *("CourtCaseParty", "ContractAward", "ProjectParticipant", "Project", "UnknownLink", "Call", "Message"),
        *("Passport", "Identification", "TaxRoll", "EconomicActivity", "Similar", "Trip", "Risk", "Documentation"),
    ),
}
_KIND_OF: Final = {schema: kind for kind, schemata in _KINDS.items() for schema in schemata}

ENTITY_TYPED: Final = frozenset(
    {
        *("addressEntity", "parent", "subsidiaries", "owner", "asset", "organization", "director", "member"),
        *("payer", "beneficiary", "employer", "employee", "person", "relative", "associate", "agent", "client"),
        *("entity", "holder", "subject", "object", "predecessor", "successor", "debtor", "creditor", "party", "case"),
        *("contract", "supplier", "authority", "participant", "project", "involved", "sender"),
        *("recipients", "caller", "receiver", "mentions", "organizer", "crossReference"),
        "bankEntity",
        *("post", "operator", "resolved", "match"),
        *("candidate", "ancestors", "emitters", "issuer"),
        *("proof", "payerAccount"),
        "beneficiaryAccount",
    }
)
"""Properties whose values are ids of entities."""
DATE_TYPED: Final = frozenset(
    {
        *("date", "startDate", "endDate", "birthDate", "deathDate", "incorporationDate", "dissolutionDate"),
        *("modifiedAt", "createdAt", "publishedAt", "retrievedAt", "authoredAt", "listingDate", "buildDate"),
        *("registrationDate", "recordedDate", "openingDate", "closingDate", "signatureDate", "cancellationDate"),
    }
)
"""Properties whose values are dates, in whole or in part."""
_AMOUNTS: Final = {"amountEur": "euro", "amountUsd": "us_dollar"}
NAMES: Final = ("name", "alias", "weakAlias", "previousName")
IDENTIFIERS: Final = {
    "wikidataId": "wikidata",
    "leiCode": "lei",
    "imoNumber": "imo",
    "ogrnCode": "ogrn",
    "innCode": "inn",
    "registrationNumber": "registration",
    "taxNumber": "tax",
    "swiftBic": "bic",
    "icijId": "icij",
    "opensanctionsId": "opensanctions",
}
"""Properties that are ids elsewhere, by their scheme."""
SCHEMA: Final = "FTM_SCHEMA"
"""What an entity of a file of entities is, with all that the file says of it beside its properties."""
_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+")
_ALL: Final = tuple(Kind)


def kind_of(schemata: set[str]) -> Kind:
    """The kind of an entity that is of these schemata; the first, by name, that is no mere thing."""
    return next((_KIND_OF[each] for each in sorted(schemata) if each in _KIND_OF), Kind.THING)


def words_of(prop: str) -> str:
    """`address entity`."""
    return _WORD.sub(" ", prop).strip().lower()


def predicate_of(prop: str, *, measured: bool = False) -> str:
    """`FTM_ADDRESS_ENTITY`; a capital stands for a boundary, and an underscore of the property's own is doubled."""
    name = _WORD.sub("_", prop.replace("_", "__")).upper()
    return f"FTM_{name}" if measured or prop not in _AMOUNTS else f"FTM_{name}_TEXT"


def unit_of(prop: str) -> str | None:
    """In what an amount is counted; None for what is no amount."""
    return _AMOUNTS.get(prop)


def dimension_of(prop: str) -> str:
    """The dimension of an amount."""
    return f"ftm_{words_of(prop).replace(' ', '_')}"


def vocabulary_of(prop: str, *, measured: bool = False) -> Vocabulary:
    """What a property's predicate means, which depends on the property alone."""
    name = predicate_of(prop, measured=measured)
    if measured and (unit := unit_of(prop)):
        dimension = dimension_of(prop)
        amount = Predicate(
            says=f"{{subject}}: {words_of(prop)} …",
            subject=_ALL,
            value=ValueType.QUANTITY,
            dimensions=(dimension,),
            holds=Holds.STATE,
        )
        return Vocabulary({unit: ()}, {dimension: Dimension(unit=unit)}, {}, {name: amount})
    family = f"ftm_{words_of(prop).replace(' ', '_')}"
    families = {}
    if prop in ENTITY_TYPED:
        question = f"Who or what is “{words_of(prop)}” of {{subject}}?"
        families[family] = Family(question=question, slot=(SlotKey.SUBJECT,), topic="money")
    predicate = Predicate(
        says=f"{{subject}}: {words_of(prop)} …",
        subject=_ALL,
        object=_ALL if prop in ENTITY_TYPED else (),
        object_optional=prop in ENTITY_TYPED,
        value=ValueType.NONE if prop in ENTITY_TYPED else ValueType.TEXT,
        holds=Holds.STATE,
        families=tuple(families),
    )
    return Vocabulary(families=families, predicates={name: predicate})
