"""Ids: what they rest on, what they do not, and a few of them to the letter, since they can never change."""

import base64
import hashlib
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.graph.ids import claim_id, dataset_id, entity_id, issue_id, judgement_id, key_of, slot_part, source_id
from claimgraph.graph.records import (
    Claim,
    Judgement,
    Level,
    Modality,
    Mode,
    Polarity,
    Range,
    Span,
    Value,
    ValueKind,
)

T = TypeVar("T", Claim, Value, Span, Range, Level)


def on(day: int) -> datetime:
    """A moment in November 2022."""
    return datetime(2022, 11, day, 5, 30, tzinfo=UTC)


MINIMAL = Claim(
    id="",
    dataset="kherson",
    source="source/kherson/dailymail-2022-11-11",
    predicate="DESTROYED",
    subject="entity/kherson/antonivsky-bridge",
    text="The bridge is destroyed.",
    attribution=(Level("entity/kherson/daily-mail"),),
)
FULL = Claim(
    id="",
    dataset="kherson",
    source="source/kherson/dailymail-2022-11-11",
    predicate="LOCATED_IN",
    subject="entity/kherson/російські-війська",
    text="Reznikov expects 40,000.",
    attribution=(
        Level("entity/kherson/reznikov", "said", Mode.DIRECT_QUOTE, Range(on(9), on(10))),
        Level("entity/kherson/daily-mail"),
    ),
    object="entity/kherson/kherson-oblast",
    during="entity/kherson/withdrawal",
    polarity=Polarity.DENY,
    modality=Modality.CONDITIONAL,
    condition="if the river freezes",
    value=Value(7.5, 40_000, True, True, True, "person", "present", "some", "many", ValueKind.UNKNOWN),  # noqa: FBT003
    event=Span(on(1), on(2), on(3), on(4), "2022-11-01/2022-11-04"),
    asserted=Range(on(5), on(6)),
    locator="p. 13",
    quote="…",
    quote_language="en",
    raw="{}",
    extraction_confidence=0.5,
    source_key="c17",
)
SAME = Judgement("", "kherson", "same", "entity/kherson/a", "entity/wikidata/Q1", "an editor", "same name", on(7))


@pytest.mark.parametrize(
    ("claim", "identifier"),
    [
        (MINIMAL, "claim/c1xnz4beg42lqpj2y7w3agale7vqzn4hsk"),
        (FULL, "claim/c16w5xlnn7rgtjnn6vedidnoc72gequ75p"),
    ],
)
def test_claim_ids_never_change(claim: Claim, identifier: str) -> None:
    """Addresses and judgements hang on them: a recipe that gives another id needs the prefix c2."""
    assert claim_id(claim) == identifier


def test_the_recipe_is_the_documented_one() -> None:
    """Base32 of a 160-bit BLAKE2b over a canonical JSON array, so that anyone can work an id out."""
    array = (
        '["kherson","source/kherson/dailymail-2022-11-11","DESTROYED","entity/kherson/antonivsky-bridge",null,null,'
        '[null,null,false,false,false],[null,null,null,null],"affirm","asserted",null,[null,null],[null,null],[null,null],'
        '[["entity/kherson/daily-mail",null,null,null,null]]]'
    )
    hashed = hashlib.blake2b(array.encode(), digest_size=20).digest()
    assert claim_id(MINIMAL) == "claim/c1" + base64.b32encode(hashed).decode().lower()


def test_judgement_ids_never_change() -> None:
    """A judgement keeps the id it was first recorded with."""
    assert judgement_id(SAME) == "judgement/j1sf4xjaybjpfxup4priv3mgbm66bwyjxa"
    assert judgement_id(replace(SAME, record="different", at=None)) == "judgement/j1w6btno733kszoogj3j3gujbwsk7wkvri"


@pytest.mark.parametrize(
    "change",
    [
        {"id": "claim/c1other"},
        {"text": "Other words."},
        {"locator": None},
        {"quote": None},
        {"quote_language": "uk"},
        {"raw": None},
        {"extraction_confidence": None},
        {"source_key": None},
        {"value": replace(FULL.value, quantity_text=None)},
        {"event": replace(FULL.event, edtf=None)},
    ],
    ids=str,
)
def test_wording_has_no_part_in_a_claims_id(change: dict[str, Any]) -> None:
    """What may be corrected in place leaves the id as it is."""
    assert claim_id(replace(FULL, **change)) == claim_id(FULL)


def without(record: T, *names: str, to: object = None) -> list[T]:
    """The record as often as there are names, each time with one of the fields gone."""
    changes: list[dict[str, Any]] = [{name: to} for name in names]
    return [replace(record, **change) for change in changes]


DIFFERING = [
    *without(FULL, "dataset", "source", "predicate", "subject", to="other"),
    *without(FULL, "object", "during", "condition"),
    *without(FULL, "polarity", to=Polarity.AFFIRM),
    *without(FULL, "modality", to=Modality.ASSERTED),
    *(
        replace(FULL, value=value)
        for value in (
            *without(FULL.value, "low", "high", "unit", "dimension", "text", "kind"),
            *without(FULL.value, "low_open", "high_open", "approximate", to=False),
        )
    ),
    *(replace(FULL, event=event) for event in without(FULL.event, "start_min", "start_max", "end_min", "end_max")),
    *(replace(FULL, asserted=asserted) for asserted in without(FULL.asserted, "min", "max")),
    *(
        replace(FULL, attribution=attribution)
        for attribution in (
            FULL.attribution[:1],
            FULL.attribution[::-1],
            *(
                (level, FULL.attribution[1])
                for level in (
                    *without(FULL.attribution[0], "verb", "mode"),
                    *without(FULL.attribution[0], "entity", to="other"),
                    *without(FULL.attribution[0], "at", to=Range()),
                )
            ),
        )
    ),
]


def test_everything_that_a_claim_says_has_a_part_in_its_id() -> None:
    """Two claims that differ in anything said are two claims."""
    assert len({claim_id(claim) for claim in (FULL, MINIMAL, *DIFFERING)}) == len(DIFFERING) + 2


def test_every_field_of_a_claim_is_decided_upon() -> None:
    """A new field belongs in the id, or among those that may be corrected in place; the tests above say which."""
    assert len(fields(Claim)) == 22
    assert len(fields(Value)) == 10
    assert len(fields(Level)) == 4
    assert len(fields(Span)) == 5


def test_equal_figures_and_moments_give_one_id() -> None:
    """However they are written: 5 and 5.0, 0 and -0.0, 05:30 in London and 07:30 in Kyiv."""
    kyiv = timezone(timedelta(hours=2))
    for one, other in (
        (Value(low=5), Value(low=5.0)),
        (Value(low=0.0), Value(low=-0.0)),
    ):
        assert claim_id(replace(MINIMAL, value=one)) == claim_id(replace(MINIMAL, value=other))
    moved = replace(MINIMAL, asserted=Range(on(5).astimezone(kyiv)))
    assert claim_id(moved) == claim_id(replace(MINIMAL, asserted=Range(on(5))))


def test_a_time_without_a_zone_gives_no_id() -> None:
    """It is no moment, and would be another one on another machine."""
    with pytest.raises(ValueError, match="no time zone"):
        claim_id(replace(MINIMAL, asserted=Range(datetime(2022, 11, 11))))  # noqa: DTZ001


@given(st.text(), st.text())
def test_neighbouring_fields_do_not_run_together(left: str, right: str) -> None:
    """Moving text from one field to the next is another claim."""
    one = replace(MINIMAL, predicate=left + "x", subject=right)
    other = replace(MINIMAL, predicate=left, subject="x" + right)
    assert claim_id(one) != claim_id(other)


@given(st.text(), st.text(), st.text(), st.text())
def test_addresses_give_their_keys_back(dataset: str, key: str, other: str, third: str) -> None:
    """Whatever a key holds, it is found again, and no two pairs of keys meet in one address."""
    identifier = entity_id(dataset, key)
    assert key_of(identifier) == key
    assert identifier.count("/") == 2
    assert slot_part(identifier).count(":") == 1
    assert (identifier == entity_id(other, third)) == ((dataset, key) == (other, third))


def test_addresses_read_as_documented() -> None:
    """An id is an address: what it is, whose, and the key."""
    assert dataset_id("kherson") == "dataset/kherson"
    assert entity_id("kherson", "ru-mod") == "entity/kherson/ru-mod"
    assert source_id("kherson", "a/b:c d") == "source/kherson/a%2Fb%3Ac%20d"
    slot = [slot_part("entity/kherson/russia"), slot_part("entity/kherson/withdrawal")]
    assert issue_id("losses", slot) == "issue/losses/kherson:russia/kherson:withdrawal"


@pytest.mark.parametrize("change", [{"dataset": "other"}, {"by": "other"}, {"basis": "other"}, {"at": None}], ids=str)
def test_another_word_is_another_judgement(change: dict[str, Any]) -> None:
    """Someone else's word, or the same for another reason, is recorded beside the first."""
    assert judgement_id(replace(SAME, **change)) != judgement_id(SAME)


def test_a_judgement_is_the_same_both_ways_round() -> None:
    """That A is B says that B is A."""
    assert judgement_id(replace(SAME, a=SAME.b, b=SAME.a)) == judgement_id(SAME)
