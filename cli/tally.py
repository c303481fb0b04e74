"""What was read, in numbers that add up: each kind's rows are kept, said again, or left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..graph.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..loaders.compiled import Compiled

_NOUNS = {
    "claim": "claims",
    "entity": "entities",
    "source": "sources",
    "judgement": "judgements",
    "assessment": "assessments",
}


def tally(compiled: Compiled) -> Iterator[str]:
    """`units_all.csv: 2,269 positions`, then `read 4,410 claims: 4,400 kept, 10 said again`, for each kind there is."""
    rows = compiled.rows
    for (file, unit), number in rows.units.items():
        yield f"{file}: {number:,} {unit}"
    kept = {
        "entity": sum(len(part.entities) for part in compiled.evidence),
        "source": sum(len(part.sources) for part in compiled.evidence),
        "claim": sum(len(part.claims) for part in compiled.evidence),
        "judgement": sum(len(part.judgements) for part in compiled.evidence),
        "assessment": sum(len(part.assessments) for part in compiled.evidence),
    }
    for kind, noun in _NOUNS.items():
        read, again, named = rows.read[kind], rows.again[kind], rows.mentions[kind]
        if not read:
            continue
        parts = [f"{kept[kind]:,} kept"]
        parts += [f"{again:,} said again"] if again else []
        parts += [f"{named:,} only named"] if named else []
        left_out = read - kept[kind] - again - named
        parts += [f"{left_out:,} left out"] if left_out else []
        yield f"read {read:,} {noun}: {', '.join(parts)}"
    if compiled.rejected:
        yield f"{counted(len(compiled.rejected), 'mistake')} in what was left out"
