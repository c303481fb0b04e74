"""Evidence whose every text is of any length, and evidence whose keys are as long as keys may be."""

from collections.abc import Sequence
from dataclasses import replace

from claimgraph.graph.evidence import Evidence
from claimgraph.graph.ids import (
    LONGEST_KEY,
    assessment_id,
    claim_id,
    dataset_id,
    entity_id,
    judgement_id,
    source_id,
)
from claimgraph.graph.records import Claim, Dataset, Entity, Kind, Level, Modality, Source, Value
from claimgraph.graph.vocabulary import VOCABULARY, Vocabulary
from claimgraph.tests.hostile import hostile

_NAME = 61
"""Letters of the longest names in a vocabulary."""
_FAMILY, _DIMENSION, _PREDICATE = "f" * _NAME, "d" * _NAME, "P" * _NAME


def stretched(text: str) -> Evidence:
    """Evidence in which each text that has no form of its own is `text`, or begins so."""
    made = hostile()
    pair = replace(made.judgements[0], by=text, basis=text)
    target = made.entities[0].id
    grade = replace(made.assessments[0], target=target, scheme="mine", value="good", by=text, basis=text)
    sources = [
        replace(each, title=text, url=text, language=text, published_edtf=text, archived_url=text)
        for each in made.sources
    ]
    return replace(
        made,
        dataset=replace(made.dataset, title=text, licence=text),
        vocabulary=_wordy(text),
        entities=[_named(each, text) for each in made.entities],
        sources=sources,
        claims=[replace(claim, id=claim_id(claim)) for claim in _said(made.claims, text)],
        judgements=[replace(pair, id=judgement_id(pair))],
        assessments=[replace(grade, id=assessment_id(grade))],
    )


def _wordy(text: str) -> Vocabulary:
    tree = {
        "families": {"own": {"question": text, "slot": ["subject"], "topic": text}},
        "predicates": {"OWN": {"says": text, "subject": ["Unit"], "holds": "once", "families": ["own"]}},
        "counts": {text: [text[1:]]},
    }
    return VOCABULARY.validate_python(tree)


def _named(entity: Entity, text: str) -> Entity:
    named = replace(entity, name=text, names=(text[1:],), description=text, external_ids=(f"own:{text}",))
    if entity.kind is Kind.UNIT:
        return replace(named, echelon=text, symbol_code=text)
    return replace(named, place_type=text) if entity.kind is Kind.PLACE else named


def _said(claims: Sequence[Claim], text: str) -> list[Claim]:
    said = [
        replace(
            claim,
            text=f"{text} {number}",
            locator=text,
            quote=text,
            quote_language=text,
            raw=text,
            source_key=f"{text} {number}",
            condition=text,
            modality=Modality.CONDITIONAL,
            value=replace(claim.value, quantity_text=text),
            attribution=tuple(replace(level, verb=text) for level in claim.attribution),
        )
        for number, claim in enumerate(claims)
    ]
    described = replace(said[0], predicate="DESCRIBED_AS", value=Value(text=text), source_key=None)
    return [*said, described, replace(described, predicate="OWN", value=Value())]


def longest(letter: str) -> Evidence:
    """Two claims that contradict each other, on a question about all that one can be asked about."""
    stem = letter * ((LONGEST_KEY - 1) // len(dataset_id(letter).removeprefix("dataset/")))

    def entity(kind: Kind, end: str, side: str | None = None) -> Entity:
        return Entity(entity_id(stem, stem + end), stem, kind, f"{kind} {end}", side=side)

    north = entity(Kind.ORGANISATION, "n")
    unit, place, event = entity(Kind.UNIT, "u", north.id), entity(Kind.PLACE, "p"), entity(Kind.EVENT, "e")
    source = Source(source_id(stem, f"{stem}s"), stem, north.id)
    claims = [
        Claim(
            id="",
            dataset=stem,
            source=source.id,
            predicate=_PREDICATE,
            subject=unit.id,
            object=place.id,
            during=event.id,
            text=f"{number} of them.",
            attribution=(Level(north.id),),
            value=Value(number, number, unit="person", dimension=_DIMENSION),
        )
        for number in (5.0, 50.0)
    ]
    identified = [replace(claim, id=claim_id(claim)) for claim in claims]
    return Evidence(Dataset(dataset_id(stem), "L"), _all_slots(), [north, unit, place, event], [source], identified)


def _all_slots() -> Vocabulary:
    slot = ["subject", "side", "object", "during", "dimension"]
    predicate = {
        "says": "{subject} in {object}",
        "subject": ["Unit"],
        "object": ["Place"],
        "value": "quantity",
        "dimensions": [_DIMENSION],
        "holds": "total",
        "functional": True,
        "families": [_FAMILY],
    }
    tree = {
        "dimensions": {_DIMENSION: {"unit": "person"}},
        "families": {_FAMILY: {"question": "?", "slot": slot, "topic": "all"}},
        "predicates": {_PREDICATE: predicate},
    }
    return VOCABULARY.validate_python(tree)
