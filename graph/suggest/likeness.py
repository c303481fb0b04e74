"""How alike two names of one kind are, from 0 to 1, and why in words. Pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from ..records import Kind
from .naming import Name, is_patronymic

_NEAR = 84.0
"""How like each other (rapidfuzz's ratio) two words must be to count as one word with a slip in it."""
_LONG, _STEM = 5, 4
"""Letters from which a word may have a slip in it, and from which it may lack an ending."""
_ENDING = 2
_EXACT, _SOUND, _TRANSLATED, _SLIP, _INITIAL = 1.0, 0.97, 0.95, 0.9, 0.7
_MISSING = {
    Kind.PERSON: 0.3,
    Kind.UNIT: 0.15,
    Kind.PLACE: 0.35,
    Kind.ORGANISATION: 0.3,
    Kind.EVENT: 0.25,
    Kind.THING: 0.25,
}
"""What a word that only one of them has costs."""
_PATRONYMIC_MISSING, _ORDER = 0.03, 0.01
_FAMILY_NAME_ALONE = 0.6
_OTHER_TYPE, _NO_TYPE, _NO_REGION = 0.3, 0.93, 0.6
_SETTLEMENTS = {"city", "village", "settlement"}
"""What a place's bare name means: Kherson is the city, not the oblast or a river."""
_OTHER_BRANCH, _NO_BRANCH = 0.3, 0.9
_SHORT = "an initial"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike, and what makes it so: `an initial`, `other transliteration`."""

    score: float
    reasons: tuple[str, ...] = ()


Word = tuple[str, str]
"""A word by sound, and its root."""


def may_be_alike(a: Name, b: Name) -> bool:
    """False where `likeness` would find nothing because numbers or first letters differ; much quicker."""
    if a.numbers or b.numbers:
        return a.numbers == b.numbers
    few, many = (a, b) if len(a.words) <= len(b.words) else (b, a)
    letters = many.letters
    return all(word[0] in letters or root[0] in letters for word, root in zip(few.words, few.roots, strict=True))


def likeness(a: Name, b: Name, kind: Kind) -> Likeness | None:
    """How alike two names of that kind are; None where they are not."""
    if a.is_empty or b.is_empty or a.numbers != b.numbers:
        return None
    if kind is Kind.UNIT:
        return _units(a, b)
    if kind is Kind.PLACE:
        return _places(a, b)
    return _worded(a, b, kind)


def _units(a: Name, b: Name) -> Likeness | None:
    """Equal numbers and echelons; then branches and words, each of which may be left out."""
    if a.type and b.type and a.type != b.type:
        return None
    words = _worded(a, b, Kind.UNIT) if a.words or b.words else Likeness(1.0)
    if words is None:  # words of one only, or different ones: a unit's number says more than its name of honour
        if not a.numbers:
            return None
        words = Likeness(
            0.5 if a.words and b.words else 0.85, ("a name that only one has",) * (not a.words or not b.words)
        )
    reasons = [f"number {' and '.join(a.numbers)}"] * bool(a.numbers) + [str(a.type)] * bool(a.type and b.type)
    score = words.score
    if a.numbers and not (a.type and b.type):
        score, reasons = score * _NO_TYPE, [*reasons, "echelon named by one only" if a.type or b.type else "no echelon"]
    if a.marks != b.marks:
        told = a.marks and b.marks and not (a.marks <= b.marks or b.marks <= a.marks)
        score *= _OTHER_BRANCH if told else _NO_BRANCH
        reasons.append("other branches" if told else "branch named by one only")
    return Likeness(score, (*reasons, *words.reasons))


def _places(a: Name, b: Name) -> Likeness | None:
    words = _worded(a, b, Kind.PLACE)
    if words is None or a.type == b.type:
        return words
    if a.type and b.type:
        return Likeness(words.score * _OTHER_TYPE, (*words.reasons, f"{a.type} against {b.type}"))
    factor = _NO_TYPE if {a.type, b.type} & _SETTLEMENTS else _NO_REGION
    return Likeness(words.score * factor, (*words.reasons, f"only one says {a.type or b.type}"))


def _worded(a: Name, b: Name, kind: Kind) -> Likeness | None:
    """How well each word of the shorter name finds one of the longer."""
    shorter, longer = (a, b) if (len(a.words), a.words) <= (len(b.words), b.words) else (b, a)
    met, left = _met(list(zip(shorter.words, shorter.roots, strict=True)), longer, kind)
    if not met or all(reason == _SHORT for _, reason in met):
        return None
    score, reasons = _cost_of_missing(left, len(met), kind)
    score += sum(each for each, _ in met) / len(met)
    order = [longer.words.index(word) for word in shorter.words if word in longer.words]
    if order != sorted(order):
        score, reasons = score - _ORDER, ["another order", *reasons]
    how = (reason for _, reason in met if reason)
    return Likeness(max(score, 0.0), tuple(dict.fromkeys([*how, *reasons])))


def _met(words: list[Word], longer: Name, kind: Kind) -> tuple[list[tuple[float, str]], list[Word]]:
    """How each word is met in the longer name, the longest first, and what of that is left; none if one is not met."""
    left = list(zip(longer.words, longer.roots, strict=True))
    met: list[tuple[float, str]] = []
    for word in sorted(words, key=_length, reverse=True):
        best, reason, found = 0.0, "", word
        for other in left:
            score, how = _alike(word, other, kind)
            if score > best:
                best, reason, found = score, how, other
        if not best:
            return [], left
        left.remove(found)
        met.append((best, reason))
    return met, left


def _length(word: Word) -> int:
    return len(word[0])


def _cost_of_missing(left: Sequence[Word], met: int, kind: Kind) -> tuple[float, list[str]]:
    """What words of the longer name that the shorter one lacks take from the score."""
    if kind is Kind.PERSON:
        patronymics = [word for word, _ in left if len(word) == 1 or is_patronymic(word)]
        rest = len(left) - len(patronymics)
        if met == 1 and rest:
            return _FAMILY_NAME_ALONE - 1, ["one name alone"]
        reasons = ["a patronymic left out"] * bool(patronymics) + ["a name left out"] * bool(rest)
        return -_PATRONYMIC_MISSING * len(patronymics) - _MISSING[kind] * rest, reasons
    return -_MISSING[kind] * len(left), ["a word left out"] * bool(left)


def _alike(a: Word, b: Word, kind: Kind) -> tuple[float, str]:
    """How alike two words are, and how they differ; 0 where they are not."""
    if a[0][0] != b[0][0] and a[1][0] != b[1][0]:
        return 0.0, ""
    for check in _CHECKS[kind]:
        found = check(a, b)
        if found:
            return found
    return 0.0, ""


def _same(a: Word, b: Word) -> tuple[float, str] | None:
    if a[0] == b[0]:
        return _EXACT, ""
    return (_TRANSLATED, "another language's form") if a[1] == b[1] else None


def _initial(a: Word, b: Word) -> tuple[float, str] | None:
    return (_INITIAL, _SHORT) if len(a[0]) == 1 or len(b[0]) == 1 else None  # that they begin alike is known


def _ending(a: Word, b: Word) -> tuple[float, str] | None:
    short, long = (a[1], b[1]) if len(a[1]) <= len(b[1]) else (b[1], a[1])
    begins = long.startswith(short) and len(short) >= _STEM and len(long) - len(short) <= _ENDING
    return (_SLIP, "another ending") if begins else None


def _slip(a: Word, b: Word) -> tuple[float, str] | None:
    if min(len(a[0]), len(b[0])) < _LONG or a[0][0] != b[0][0]:
        return None
    return (_SLIP, "a letter or two apart") if fuzz.ratio(a[0], b[0], score_cutoff=_NEAR) else None


Check = Callable[[Word, Word], tuple[float, str] | None]
_CHECKS: Mapping[Kind, Iterable[Check]] = {
    Kind.PERSON: (_same, _initial, _slip),
    Kind.UNIT: (_same, _slip),
    Kind.PLACE: (_same, _ending, _slip),
    Kind.ORGANISATION: (_same, _ending, _slip),
    Kind.EVENT: (_same, _ending, _slip),
    Kind.THING: (_same, _ending, _slip),
}
