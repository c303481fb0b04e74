"""The corpus format: what its items become, and that nothing in a file can make the reader stumble."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import BaseModel

from claimgraph.graph.records import (
    Assessment,
    Claim,
    Entity,
    Judgement,
    Kind,
    Level,
    Modality,
    Mode,
    Polarity,
    Range,
    Source,
    Span,
    ValueKind,
)
from claimgraph.loaders.compiled import Compiled
from claimgraph.loaders.corpus.assessments import AssessmentItem, AssessmentsFile
from claimgraph.loaders.corpus.models import (
    ClaimItem,
    CorpusItem,
    EntitiesFile,
    EntityItem,
    JudgementItem,
    JudgementsFile,
    SourceFile,
    SourceItem,
)
from claimgraph.loaders.inputs import compile_inputs
from claimgraph.loaders.places import Problems
from claimgraph.loaders.strict_yaml import parse

SMALL = Path(__file__).parents[1] / "corpora" / "small"
DOCUMENT = Path(__file__).parents[2] / "docs" / "corpus.md"


@pytest.fixture(scope="module")
def small() -> Compiled:
    """The small corpus, in which every feature stands once."""
    return compile_inputs([SMALL])


def claim(small: Compiled, beginning: str) -> Claim:
    """The claim whose text begins so."""
    [found] = [claim for claim in small.evidence[0].claims if claim.text.startswith(beginning)]
    return found


def entity(small: Compiled, key: str) -> Entity:
    """The entity with this key."""
    [found] = [entity for entity in small.evidence[0].entities if entity.id == f"entity/small/{key}"]
    return found


def at(day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A moment of March 2030, UTC."""
    return datetime(2030, 3, day, hour, minute, tzinfo=UTC)


def test_a_claim_carries_everything_that_was_written(small: Compiled) -> None:
    """Ids for keys, bounds for dates, the publisher at the end of the chain."""
    assert claim(small, "General Varga said") == Claim(
        id=claim(small, "General Varga said").id,
        dataset="small",
        source="source/small/courier-2030-03-05",
        predicate="WITHDREW_FROM",
        subject="entity/small/river-brigade",
        text="General Varga said that leaving Oldbridge would take her brigade a week at the least.",
        attribution=(Level("entity/small/varga", "said", Mode.DIRECT_QUOTE), Level("entity/small/courier")),
        object="entity/small/oldbridge",
        during="entity/small/retreat",
        polarity=Polarity.AFFIRM,
        modality=Modality.PREDICTED,
        event=Span(end_min=at(11, 16), edtf="end: asserted+P7D/.."),
        asserted=Range(at(4, 16), at(5, 4)),
        locator="p. 1",
        quote="It will take us a week or longer.",
        quote_language="en",
        extraction_confidence=0.9,
        source_key="c1",
    )


def test_a_level_may_be_a_key_or_say_how_and_when(small: Compiled) -> None:
    """The chain runs from the claimant to the publisher."""
    levels = claim(small, "Radio North said").attribution
    assert [level.entity.rpartition("/")[2] for level in levels] == ["northern-officials", "radio-north", "courier"]
    assert levels[0].mode is Mode.INDIRECT
    assert levels[0].at == Range(datetime(2030, 3, 2, 22, tzinfo=UTC), datetime(2030, 3, 4, 21, 59, 59, tzinfo=UTC))


@pytest.mark.parametrize(
    ("beginning", "expected"),
    [
        ("Radio North said", (4000, 4000, False, False, True, "person", "present")),
        ("General Varga denied", (0, None, True, False, False, "person", "present")),
        (
            "Northern officials said the brigade had lost up to",
            (None, 300, False, False, False, "item", "equipment_losses"),
        ),
        (
            "Northern officials said the brigade had lost at least",
            (7, None, False, False, False, "vessel", "barges_sunk"),
        ),
        ("The brigade hopes", (None, 5, False, True, False, "vessel", "barges_sunk")),
        ("Oldbridge lies", (48.28032, 48.28032, False, False, False, "km", "distance")),
        ("Between 66 and 70", (66, 70, False, False, False, "km²", "mined_area")),
    ],
)
def test_a_quantity_stands_in_its_dimensions_unit(
    small: Compiled, beginning: str, expected: tuple[object, ...]
) -> None:
    """Whatever the notation; the dimension is the predicate's first unless one is named."""
    value = claim(small, beginning).value
    assert (
        value.low,
        value.high,
        value.low_open,
        value.high_open,
        value.approximate,
        value.unit,
        value.dimension,
    ) == expected


def test_values_that_are_no_quantity(small: Compiled) -> None:
    """Text, and what is said to be unknown."""
    assert claim(small, "An official described").value.text == "a liar"
    unknown = claim(small, "Nobody knew").value
    assert (unknown.kind, unknown.dimension) == (ValueKind.UNKNOWN, "munitions_left")


def test_a_state_told_in_the_present_tense_holds_at_its_assertion(small: Compiled) -> None:
    """From its latest moment at the latest, to its earliest at least; a forecast and what is dated do not."""
    assert claim(small, "Radio North said").event == Span(start_max=at(4, 21, 59).replace(second=59), end_min=at(3, 22))
    assert claim(small, "General Varga denied").event == Span(start_max=at(5, 2), end_min=at(5, 2))
    assert claim(small, "Northern officials would talk").event == Span()


def test_entities_and_sources(small: Compiled) -> None:
    """Every field of each kind."""
    assert entity(small, "oldbridge").part_of == ("entity/small/river-province",)
    assert entity(small, "oldbridge").location == (46.64, 32.61)
    assert entity(small, "river-brigade").side == "entity/small/southland"
    assert not entity(small, "northern-officials").named
    assert entity(small, "varga").names == ("Gen. Varga", "Ілона Варга")
    assert entity(small, "retreat").kind is Kind.EVENT
    assert entity(small, "retreat").event.start_min == at(3, 22)
    [courier] = [source for source in small.evidence[0].sources if source.language == "en"]
    assert courier == Source(
        id="source/small/courier-2030-03-05",
        dataset="small",
        publisher="entity/small/courier",
        title="South leaves Oldbridge",
        url="https://courier.example/oldbridge",
        language="en",
        published_at=at(4, 22),
        published_edtf="2030-03-05",
        retrieved_at=at(6, 9, 30),
        archived_url="https://archive.example/courier/oldbridge",
    )


def test_judgements_and_the_corpus_own_vocabulary(small: Compiled) -> None:
    """Both pairs, and the predicate that only this corpus knows."""
    [part] = small.evidence
    pairs = {(judgement.record, judgement.a, judgement.b) for judgement in part.judgements}
    assert pairs == {
        ("same", "entity/small/varga", "entity/small/varga-i"),
        ("different", "entity/small/varga", "entity/small/varga-pilot"),
    }
    assert set(part.vocabulary.predicates) == {"LOST_BARGES"}
    assert all(isinstance(judgement, Judgement) for judgement in part.judgements)


def test_assessments_of_a_claim_a_source_and_an_entity(small: Compiled) -> None:
    """A claim's key has become its id, and a date its earliest moment."""
    graded = claim(small, "General Varga said").id
    source, varga, courier = "source/small/courier-2030-03-05", "entity/small/varga-i", "entity/small/courier"
    credibility, reliability = "admiralty-credibility", "admiralty-reliability"
    april = datetime(2030, 3, 31, 21, tzinfo=UTC)
    assert {replace(each, id="") for each in small.evidence[0].assessments} == {
        Assessment("", "small", graded, credibility, "2", "an editor", april, "the radio has it too"),
        Assessment(
            "", "small", graded, "fact-check", "half-true", "Checkers United", datetime(2030, 4, 2, 9, tzinfo=UTC)
        ),
        Assessment("", "small", source, reliability, "B", "an editor"),
        Assessment("", "small", varga, reliability, "F", "an editor", None, "heard once"),
        Assessment("", "small", courier, "colour of the paper", "rather pink", "a reader"),
    }
    [checked] = [each for each in small.evidence[0].assessments if each.scheme == "fact-check"]
    places = {field: str(small.locate(checked.id, field)).rpartition("yaml:")[2] for field in ("target", "value")}
    assert places == {"target": "4:13: assessments[1].claim", "value": "4:44: assessments[1].value"}


def test_every_record_finds_its_way_back(small: Compiled) -> None:
    """To the file, line and column of each of its fields, under the name they have there."""
    found = claim(small, "General Varga said")
    file = SMALL / "sources" / "courier-2030-03-05.yaml"
    for field, address in {
        "": "13:5: claims[0]",
        "subject": "16:14: claims[0].subject",
        "source_key": "14:10: claims[0].key",
        "extraction_confidence": "26:17: claims[0].confidence",
        "event.end_min": "20:5: claims[0].event",
        "asserted.min": "21:15: claims[0].asserted",
        "attribution[0].entity": "23:18: claims[0].attribution[0].entity",
    }.items():
        assert str(small.locate(found.id, field)) == f"{file}:{address}"


@pytest.mark.parametrize(
    ("heading", "model"),
    [
        ("corpus.yaml", CorpusItem),
        ("entities.yaml", EntitiesFile[EntityItem]),
        ("sources/*.yaml", SourceFile[SourceItem, ClaimItem]),
        ("judgements.yaml", JudgementsFile[JudgementItem]),
        ("assessments.yaml", AssessmentsFile[AssessmentItem]),
    ],
)
def test_the_documents_examples_are_right(heading: str, model: type[BaseModel]) -> None:
    """Each file's example in docs/corpus.md is read as it stands."""
    [_, rest] = DOCUMENT.read_text("utf-8").split(f"## {heading}\n```yaml\n")
    problems = Problems()
    document = parse(rest.partition("```")[0], heading, problems)
    assert document is not None
    assert not problems.sorted()
    model.model_validate(document.tree)
