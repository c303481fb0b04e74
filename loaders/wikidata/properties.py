"""Wikidata's properties as predicates: the common ones by name, any other by its number."""

from __future__ import annotations

from typing import Final, NamedTuple

from ...graph.records import Kind
from ...graph.vocabulary import Dimension, Family, Holds, Predicate, SlotKey, ValueType, Vocabulary

_ALL: Final = tuple(Kind)


class Property(NamedTuple):
    """What a property is called, the question that its values answer, and whether there is one value at a time."""

    name: str
    words: str
    question: str | None = None
    functional: bool = False


PROPERTIES: Final = {
    "P6": Property("HEAD_OF_GOVERNMENT", "head of government", "Who is head of government of {subject}?"),
    "P17": Property("IN_COUNTRY", "country", "In which country is {subject}?"),
    "P19": Property("BORN_IN", "place of birth", "Where was {subject} born?", functional=True),
    "P20": Property("DIED_IN", "place of death", "Where did {subject} die?", functional=True),
    "P21": Property("GENDER", "sex or gender"),
    "P22": Property("FATHER", "father", "Who is the father of {subject}?", functional=True),
    "P25": Property("MOTHER", "mother", "Who is the mother of {subject}?", functional=True),
    "P26": Property("SPOUSE", "spouse", "To whom is {subject} married?"),
    "P27": Property("CITIZEN_OF", "country of citizenship", "Of which country is {subject} a citizen?"),
    "P31": Property("INSTANCE_OF", "instance of"),
    "P35": Property("HEAD_OF_STATE", "head of state", "Who is head of state of {subject}?"),
    "P36": Property("HAS_CAPITAL", "capital", "What is the capital of {subject}?"),
    "P39": Property("HELD_POSITION", "position held", "Which positions did {subject} hold?"),
    "P40": Property("CHILD", "child", "Who are the children of {subject}?"),
    "P69": Property("EDUCATED_AT", "educated at"),
    "P102": Property("PARTY_MEMBER", "member of political party", "To which party does {subject} belong?"),
    "P106": Property("OCCUPATION", "occupation", "What is the occupation of {subject}?"),
    "P108": Property("EMPLOYED_BY", "employer", "For whom does {subject} work?"),
    "P112": Property("FOUNDED_BY", "founded by", "Who founded {subject}?"),
    "P127": Property("OWNED_BY", "owned by", "Who owns {subject}?"),
    "P131": Property("IN_ADMINISTRATIVE_UNIT", "located in", "In which administrative unit is {subject}?"),
    "P155": Property("FOLLOWS", "follows"),
    "P156": Property("FOLLOWED_BY", "followed by"),
    "P159": Property("HEADQUARTERED_IN", "headquarters", "Where are the headquarters of {subject}?"),
    "P166": Property("AWARDED", "award received"),
    "P169": Property("CHIEF_EXECUTIVE", "chief executive officer", "Who leads {subject}?"),
    "P241": Property("MILITARY_BRANCH", "military branch"),
    "P276": Property("LOCATION", "location", "Where is {subject}?"),
    "P279": Property("SUBCLASS_OF", "subclass of"),
    "P355": Property("HAS_SUBSIDIARY", "has subsidiary"),
    "P361": Property("PART_OF_WHOLE", "part of"),
    "P410": Property("MILITARY_RANK", "military rank", "What is the military rank of {subject}?"),
    "P451": Property("PARTNER", "unmarried partner", "Who is the partner of {subject}?"),
    "P463": Property("MEMBER_OF", "member of"),
    "P488": Property("CHAIRED_BY", "chairperson", "Who chairs {subject}?"),
    "P527": Property("HAS_PART", "has part"),
    "P551": Property("RESIDES_IN", "residence", "Where does {subject} live?"),
    "P569": Property("BORN_ON", "date of birth", "When was {subject} born?"),
    "P570": Property("DIED_ON", "date of death", "When did {subject} die?"),
    "P571": Property("BEGAN_ON", "inception", "When did {subject} begin?"),
    "P576": Property("ENDED_ON", "dissolved or abolished", "When did {subject} end?"),
    "P580": Property("STARTED_ON", "start time", "When did {subject} begin?"),
    "P582": Property("FINISHED_ON", "end time", "When did {subject} end?"),
    "P585": Property("HAPPENED_ON", "point in time", "When did {subject} happen?"),
    "P607": Property("FOUGHT_IN", "conflict", "In which conflicts did {subject} fight?"),
    "P625": Property("COORDINATES", "coordinates"),
    "P710": Property("HAS_PARTICIPANT", "participant", "Who took part in {subject}?"),
    "P734": Property("FAMILY_NAME", "family name"),
    "P735": Property("GIVEN_NAME", "given name"),
    "P749": Property("PARENT_ORGANISATION", "parent organisation", "Which organisation stands above {subject}?"),
    "P793": Property("SIGNIFICANT_EVENT", "significant event"),
    "P828": Property("CAUSED_BY", "cause", "What caused {subject}?"),
    "P856": Property("WEBSITE", "official website"),
    "P937": Property("WORKS_IN", "work location"),
    "P1344": Property("PARTICIPATED_IN", "participant in"),
    "P1412": Property("SPEAKS", "languages spoken"),
    "P1542": Property("HAS_EFFECT", "has effect"),
    "P3373": Property("SIBLING", "sibling", "Who are the siblings of {subject}?"),
}
"""The properties that people ask for most."""

QUANTITIES: Final = {
    "P1082": ("HAS_POPULATION", "population", "What is the population of {subject}?", "person"),
    "P2043": ("HAS_LENGTH", "length", "How long is {subject}?", "m"),
    "P2044": ("HAS_ELEVATION", "elevation above sea level", "How high does {subject} lie?", "m"),
    "P2046": ("HAS_AREA", "area", "How large is {subject}?", "km²"),
    "P2048": ("HAS_HEIGHT", "height", "How tall is {subject}?", "m"),
    "P2067": ("HAS_MASS", "mass", "How heavy is {subject}?", "kg"),
}
"""Quantities that are kept as such: name, words, question, unit. Any other is text, in the unit that was written."""

UNITS: Final = {
    "1": "",
    "Q11573": "m",
    "Q174728": "cm",
    "Q174789": "mm",
    "Q828224": "km",
    "Q3710": "foot",
    "Q218593": "inch",
    "Q253276": "mile",
    "Q11570": "kg",
    "Q41803": "g",
    "Q191118": "tonne",
    "Q100995": "pound",
    "Q712226": "km²",
    "Q25343": "m²",
    "Q35852": "hectare",
    "Q232291": "mile²",
}
"""Wikidata's units as ours; `1` is no unit."""


def name_of(property_: str, datatype: str, *, measured: bool = False) -> str:
    """The predicate of a property; one whose figures can not be kept as such has another."""
    if property_ in QUANTITIES:
        name = QUANTITIES[property_][0]
        return name if measured else f"{name}_TEXT"
    if property_ in PROPERTIES:
        return PROPERTIES[property_].name
    return f"WD_{property_}_DATE" if datatype == "time" else f"WD_{property_}"


def words_of(property_: str) -> str:
    """What a property is called in a sentence."""
    if property_ in QUANTITIES:
        return QUANTITIES[property_][1]
    return PROPERTIES[property_].words if property_ in PROPERTIES else property_


def vocabulary_of(property_: str, datatype: str, *, measured: bool = False) -> Vocabulary:
    """What a statement's predicate means: it depends on the property and its datatype alone."""
    name = name_of(property_, datatype, measured=measured)
    family = f"wikidata_{property_.lower()}"
    known = PROPERTIES.get(property_)
    question = QUANTITIES[property_][2] if measured else known and known.question
    families = {family: Family(question=question, slot=(SlotKey.SUBJECT,), topic="wikidata")} if question else {}
    predicate = Predicate(
        says=f"{{subject}}: {words_of(property_)} …",
        subject=_ALL,
        object=() if measured else _ALL,
        object_optional=not measured,
        value=ValueType.QUANTITY if measured else ValueType.TEXT,
        dimensions=(family,) if measured else (),
        holds=Holds.ONCE if datatype == "time" else Holds.STATE,
        functional=bool(known and known.functional),
        families=tuple(families),
    )
    dimensions = {}
    if measured:
        _, words, _, unit = QUANTITIES[property_]
        dimensions[family] = Dimension(unit=unit, noun=words)
    return Vocabulary(dimensions=dimensions, families=families, predicates={name: predicate})
