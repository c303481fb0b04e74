"""Two small datasets, as JSON Lines for the real loader: one of hostile texts, one with two crowded boards."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from claimgraph.graph.evidence import Evidence
from claimgraph.graph.ids import assessment_id, claim_id
from claimgraph.graph.progress import Silent
from claimgraph.graph.publish import load
from claimgraph.graph.records import Assessment, Claim, Dataset, Entity, Kind, Level, Range, Source, Span, Value
from claimgraph.graph.store import Store
from claimgraph.graph.vocabulary import Vocabulary
from claimgraph.loaders.inputs import compile_inputs
from claimgraph.loaders.jsonl import lines
from claimgraph.tests.conftest import wipe
from claimgraph.tests.synthetic import made_up

TEXTS = (
    '=HYPERLINK("http://evil.example","click")',
    "  =1+1",
    "+1 man",
    "-1 man",
    "@SUM(A1)",
    "\tindented",
    "\rreturned",
    '5 men, "they" said;\r\nthen\nfled',
    "</script><script>alert(1)</script>",
    "<b>bold</b> ]]> &amp; &",
    "Привіт \u202eсвіт",
    "no character: \ufffe",
    "'=1",
    "plain = text",
)
_SAID = datetime(2031, 5, 1, 12, tzinfo=UTC)
_WITNESSES = 120


async def fill(store: Store, evidence: Evidence, folder: Path) -> None:
    """Makes the graph hold that and nothing else."""
    file = folder / "evidence.jsonl"
    file.write_text("".join(f"{line}\n" for line in lines([evidence])), encoding="utf-8")
    await wipe(store)
    await load(store, compile_inputs([file]).evidence, Silent())


def hostile() -> Evidence:
    """A claim for each of the texts, about a force and a place on the map, one of them found to be half-true."""
    unit, place = "entity/h/force", "entity/h/bad"
    entities = [
        Entity(unit, "h", Kind.UNIT, "=Force <i>", names=("+380",), external_ids=("wikidata:Q1", "x:</script>")),
        Entity(place, "h", Kind.PLACE, "Bad\ufffe Place", location=(-33.5, 151.25), external_ids=("wikidata:Q1/x",)),
        Entity("entity/h/nowhere", "h", Kind.PLACE, "Nowhere"),
        Entity("entity/h/press", "h", Kind.ORGANISATION, "@Press"),
        Entity("entity/h/quiet", "h", Kind.PERSON, "Never mentioned"),
    ]
    source = Source(
        "source/h/s", "h", "entity/h/press", "=Title </script>", "javascript:alert(1)", published_edtf="2031-05"
    )
    claims = [_hostile(number, text) for number, text in enumerate(TEXTS)]
    check = Assessment("", "h", claims[0].id, "fact-check", "half-true", "A <checker>", basis="half of it")
    return Evidence(
        Dataset("dataset/h", "Hostile"),
        Vocabulary(),
        entities,
        [source],
        claims,
        assessments=[replace(check, id=assessment_id(check))],
    )


def crowded() -> Evidence:
    """More than 200 current claims on one board, and on another a position that 120 take, 30 of them twice."""
    evidence = made_up(seed=5, claims=520)
    witnesses = [
        Entity(f"entity/made-up/witness{n}", "made-up", Kind.PERSON, f"Witness {n}") for n in range(_WITNESSES)
    ]
    one_board = [
        replace(claim, subject="entity/made-up/unit0", during="entity/made-up/event0")
        for claim in evidence.claims
        if claim.predicate == "SUFFERED_LOSSES"
    ]
    agreed = [_agreed(n % _WITNESSES, n // _WITNESSES) for n in range(_WITNESSES + 30)]
    claims = {claim.id: claim for claim in _identified([*one_board, *agreed])}
    return replace(evidence, entities=[*evidence.entities, *witnesses], claims=list(claims.values()), judgements=[])


def _hostile(number: int, text: str) -> Claim:
    claim = Claim(
        id="",
        dataset="h",
        source="source/h/s",
        predicate="LOCATED_IN",
        subject="entity/h/force",
        object="entity/h/bad" if number % 2 else "entity/h/nowhere",
        text=text,
        attribution=(Level("entity/h/force", "said"), Level("entity/h/press")),
        event=Span(start_max=_SAID + timedelta(days=number), end_min=_SAID + timedelta(days=number)),
        asserted=Range(_SAID, _SAID),
        locator=text,
        quote=text,
    )
    return replace(claim, id=claim_id(claim))


def _agreed(witness: int, again: int) -> Claim:
    return Claim(
        id="",
        dataset="made-up",
        source=f"source/made-up/s{again}",
        predicate="SUFFERED_LOSSES",
        subject="entity/made-up/unit1",
        during="entity/made-up/event1",
        text=f"Witness {witness} tells of five to fifteen items lost.",
        attribution=(Level(f"entity/made-up/witness{witness}", "said"), Level(f"entity/made-up/paper{again}")),
        value=Value(5, 15, unit="item", dimension="losses"),
        asserted=Range(_SAID, _SAID + timedelta(hours=1)),
    )


def _identified(claims: Iterable[Claim]) -> Iterable[Claim]:
    return (replace(claim, id=claim_id(claim)) for claim in claims)
