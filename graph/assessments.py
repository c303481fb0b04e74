"""The scales that assessments are given on: what each one grades, its values, and what they mean in words.

A scheme that is not among them is free: it grades anything, with any short text as its value. Whoever reads a grade
reads it as its scheme has it; no rule, count or filter of ours takes any account of one.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .records import Assessment
from .vocabulary import nearest

TARGETS = {"claim": "claims", "source": "sources", "entity": "entities"}
"""What can be graded, by the word that its id begins with."""
LONGEST = 80
"""Characters of a scheme's name, or of a value: what needs more is a reason, and belongs in the basis."""

_CLOSE = 0.8
_TELLING = 4
"""Letters of a scheme's beginning that are no accident."""
_SEPARATORS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Scheme:
    """A scale: *Admiralty reliability grades sources and entities, from A, completely reliable, to F*."""

    grades: tuple[str, ...]
    """Words of `TARGETS`."""
    values: Mapping[str, str]
    """What each value means."""


SCHEMES: Mapping[str, Scheme] = {
    "admiralty-reliability": Scheme(
        ("source", "entity"),
        {
            "A": "completely reliable",
            "B": "usually reliable",
            "C": "fairly reliable",
            "D": "not usually reliable",
            "E": "unreliable",
            "F": "reliability cannot be judged",
        },
    ),
    "admiralty-credibility": Scheme(
        ("claim",),
        {
            "1": "confirmed by other sources",
            "2": "probably true",
            "3": "possibly true",
            "4": "doubtful",
            "5": "improbable",
            "6": "truth cannot be judged",
        },
    ),
    "fact-check": Scheme(
        ("claim",),
        {
            "true": "true",
            "mostly-true": "true but for details",
            "half-true": "partly true, or lacking what matters",
            "mostly-false": "false but for details",
            "false": "false",
            "unproven": "neither shown to be true nor to be false",
        },
    ),
}
"""The schemes that are known; `cypher/fields/assessment.cypher` shows the same meanings."""


def grade_problems(assessment: Assessment) -> Iterator[tuple[str, str]]:
    """What is wrong with the grade itself, as (field, message)."""
    for field, text in (("scheme", assessment.scheme), ("value", assessment.value)):
        if not text.strip():
            yield field, "is empty"
        elif len(text) > LONGEST:
            yield field, f"is longer than {LONGEST} characters; the reasons for a grade belong in `basis`"
    if scheme := SCHEMES.get(assessment.scheme):
        yield from _misgraded(assessment, scheme)
    elif near := _close(assessment.scheme):
        known = " or ".join(f"'{name}'" for name in near)
        yield "scheme", f"'{assessment.scheme}' is no known scheme; did you mean {known}? If not, name it otherwise"


def _misgraded(assessment: Assessment, scheme: Scheme) -> Iterator[tuple[str, str]]:
    """A value that a known scheme does not have, or a thing that it does not grade."""
    name, value, kind = assessment.scheme, assessment.value, assessment.target.partition("/")[0]
    if value not in scheme.values:
        right = ", ".join(f"{each} ({meaning})" for each, meaning in scheme.values.items())
        yield "value", f"'{value}' is no value of {name}; there are {right}{nearest(value, scheme.values)}"
    if kind in TARGETS and kind not in scheme.grades:
        fitting = " or ".join(other for other, each in SCHEMES.items() if kind in each.grades)
        graded = " and ".join(TARGETS[each] for each in scheme.grades)
        yield "scheme", f"{name} grades {graded}; for {TARGETS[kind]} there is {fitting}"


def _close(name: str) -> list[str]:
    """The known schemes that a name could be a slip for: another spelling of one, or its beginning."""
    plain = _SEPARATORS.sub("-", name.strip().lower())
    if plain in SCHEMES:
        return [plain]
    return [
        known
        for known in SCHEMES
        if (len(plain) >= _TELLING and known.startswith(plain))
        or difflib.SequenceMatcher(None, known, plain).ratio() >= _CLOSE
    ]
