"""Evidence whose every text is hostile: markup, quotes, marks that turn text around, formulas, 10,000 letters."""

from dataclasses import replace
from datetime import UTC, datetime

from claimgraph.graph.evidence import Evidence
from claimgraph.graph.ids import assessment_id, claim_id, entity_id, judgement_id, source_id
from claimgraph.graph.records import (
    Assessment,
    Claim,
    Dataset,
    Entity,
    Judgement,
    Kind,
    Level,
    Modality,
    Range,
    Source,
    Span,
    Value,
)
from claimgraph.graph.vocabulary import Vocabulary

DATASET = "hostile"
MARKUP = '<img src=x onerror="window.pwned=1"></script><script>window.pwned=1</script>'
QUOTES = "\"'` onmouseover='window.pwned=1' ]]> --> {{ 7 * 7 }} {% raw %} &amp; &lt;b&gt; \\u003cscript>"
TURNED = "\u202egnihtyreve snrut siht\u202c \u2066\u200f שלום \u0000\u0007"
EMOJI = "👩‍👩‍👧‍👦🏴‍☠️🇺🇦 ﷽ Z̸͑̃a̷l̴g̵o̶"
LONG = "W" * 5_000 + " word" * 1_000
FORMULA = '=HYPERLINK("http://127.0.0.1/";"x")'
TEXTS = (MARKUP, QUOTES, TURNED, EMOJI, LONG, FORMULA)
_AT = datetime(2022, 11, 11, tzinfo=UTC)


def hostile() -> Evidence:
    """Two units, a place, papers and people who contradict each other, in nothing but hostile words."""
    entities = [
        _entity(Kind.UNIT, "a/b%2F<c>", MARKUP),
        _entity(Kind.PERSON, 'кто-то "x"', QUOTES),
        _entity(Kind.PERSON, "turned", TURNED.replace("\u0000", "")),
        _entity(Kind.ORGANISATION, "paper", EMOJI),
        _entity(Kind.EVENT, "event", LONG),
        replace(_entity(Kind.PLACE, "place", FORMULA), location=(46.6, 32.6)),
        _entity(Kind.PERSON, "twin", MARKUP),
    ]
    sources = _sources(entities[3].id)
    claims = [_claim(entities, sources[n % 2], n) for n in range(len(TEXTS))]
    pair = Judgement("", DATASET, "same", entities[2].id, entities[6].id, MARKUP, QUOTES)
    grade = Assessment("", DATASET, claims[0].id, MARKUP, QUOTES, by=EMOJI, basis=MARKUP, at=_AT)
    return Evidence(
        Dataset(f"dataset/{DATASET}", MARKUP, licence=QUOTES, redistribute=True),
        Vocabulary(),
        entities,
        sources,
        claims,
        [replace(pair, id=judgement_id(pair))],
        [replace(grade, id=assessment_id(grade))],
    )


def _sources(publisher: str) -> list[Source]:
    return [
        Source(
            source_id(DATASET, key),
            DATASET,
            publisher,
            title=title,
            url=url,
            archived_url=f"data:text/html,{MARKUP}",
            language="en",
            published_at=_AT,
            published_edtf="2022-11-11",
        )
        for key, title, url in (("s'1", MARKUP, "javascript:window.pwned=1"), ("s2", LONG, 'HTTPS://127.0.0.1/"x'))
    ]


def _entity(kind: Kind, key: str, name: str) -> Entity:
    description = f"{name[:200]} {MARKUP}"
    return Entity(entity_id(DATASET, key), DATASET, kind, name, names=TEXTS[:2], description=description)


def _claim(entities: list[Entity], source: Source, number: int) -> Claim:
    text = TEXTS[number].replace("\u0000", "")
    said = number % 2
    claim = Claim(
        id="",
        dataset=DATASET,
        source=source.id,
        predicate="SUFFERED_LOSSES",
        subject=entities[0].id,
        during=entities[4].id,
        text=text,
        attribution=(Level(entities[1 + said].id, MARKUP), Level(entities[3].id, QUOTES)),
        modality=(Modality.ASSERTED, Modality.PREDICTED, Modality.CONDITIONAL)[number % 3],
        condition=MARKUP if number % 3 == 2 else None,
        value=Value(float(number), float(number), unit="item", dimension="losses", quantity_text=MARKUP),
        event=Span(),
        asserted=Range(_AT, _AT),
        locator=QUOTES,
        quote=f"{text[:300]} {MARKUP}",
        quote_language="en",
        raw='{"note": "</script><script>window.pwned=1</script>"}',
    )
    return replace(claim, id=claim_id(claim))
