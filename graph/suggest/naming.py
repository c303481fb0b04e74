"""Names taken apart, so that two of one thing meet: by kind, with the habits of `habits.py`. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from ..names import latin_words
from ..records import Kind
from . import habits
from .habits import alike, one_of, sound, table

_TITLES, _NOISE = one_of(habits.TITLES), one_of(habits.NOISE)
_UNIT_NOISE, _ENDINGS = one_of(habits.UNIT_NOISE), one_of(habits.ENDINGS)
_ECHELONS, _BRANCHES = table(habits.ECHELONS), table(habits.BRANCHES)
_PLACE_TYPES, _WORDS = table(habits.PLACE_TYPES), table(habits.WORDS)
_ORDINALS = {str(number): one_of(words) for number, words in enumerate(habits.ORDINALS, 1)}
_PATRONYMIC = re.compile(f".+({habits.PATRONYMIC})")
_GIVEN, _EXONYMS = alike(habits.GIVEN_NAMES), alike(habits.EXONYMS)
_NUMBER = re.compile(r"0*(\d+)[a-z]{0,3}")
_ROMAN = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
}
_WITH_ROMAN = {"army", "corps"}


@dataclass(frozen=True, slots=True)
class Name:
    """One name: `63-тя окрема механізована бригада` is number 63, a brigade, mechanised."""

    text: str
    words: tuple[str, ...]
    """What makes the name, by sound, in order."""
    roots: tuple[str, ...]
    """The same words where different languages have been made one: `vladimir` is `volodimir`."""
    numbers: tuple[str, ...] = ()
    type: str | None = None
    """A unit's echelon, a place's type."""
    marks: frozenset[str] = frozenset()
    """A unit's branches."""
    letters: frozenset[str] = frozenset()
    """The first letters of words and roots."""

    @property
    def is_empty(self) -> bool:
        """Whether it names nothing in particular: `the brigade`."""
        return not self.words and not self.numbers


def name_of(text: str, kind: Kind, type_: str | None = None) -> Name:
    """The name taken apart as names of that kind are; `type_` is the echelon or type of place, if it is known."""
    name = _READERS[kind](text, latin_words(text))
    known = (meaning for word in latin_words(type_ or "") for meaning in _meanings(word, _TYPES.get(kind, {})))
    letters = frozenset(word[0] for word in (*name.words, *name.roots))
    return replace(name, type=name.type or next(known, None), letters=letters)


def is_patronymic(word: str) -> bool:
    """Whether a word, by sound, ends as a patronymic does: `oleksandrovich`."""
    return bool(_PATRONYMIC.fullmatch(word))


def _person(text: str, words: list[str]) -> Name:
    kept = [sound(word) for word in words if not _TITLES.fullmatch(word)] or [sound(word) for word in words]
    return Name(text, tuple(kept), tuple(_GIVEN.get(word, word) for word in kept))


def _unit(text: str, words: list[str]) -> Name:
    echelon = next((meaning for word in words for meaning in _meanings(word, _ECHELONS)), None)
    rest: list[str] = []
    numbers: list[str] = []
    marks: set[str] = set()
    for before, word in zip(["", *words], words, strict=False):
        if number := _number(word, echelon):
            numbers.append(number)
        elif before.isdigit() and _ENDINGS.fullmatch(word):
            continue
        elif branches := _meanings(word, _BRANCHES):
            marks.update(branches)
        elif not _meanings(word, _ECHELONS) and not _UNIT_NOISE.fullmatch(word) and not _NOISE.fullmatch(word):
            rest.append(word)
    if "marine" in marks:
        marks.discard("infantry")
    return Name(text, *_sounds(rest, _WORDS), tuple(sorted(numbers, key=int)), echelon, frozenset(marks))


def _place(text: str, words: list[str]) -> Name:
    # "Bridge Street" has no second bridge in it: the first type that is met is the place's.
    types = [meaning for word in words for meaning in _meanings(word, _PLACE_TYPES)]
    kept = [sound(word) for word in words if not _meanings(word, _PLACE_TYPES) and not _NOISE.fullmatch(word)]
    if types and types[0] in {"oblast", "district", "hromada"}:
        kept = [re.sub(habits.ADJECTIVE, "", word) or word for word in kept]
    return Name(text, tuple(kept), tuple(_EXONYMS.get(word, word) for word in kept), type=types[0] if types else None)


def _other(text: str, words: list[str]) -> Name:
    kept = [word for word in words if not _NOISE.fullmatch(word)]
    return Name(text, *_sounds(kept, _WORDS))


def _sounds(words: Iterable[str], meanings: Mapping[str, re.Pattern[str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    kept = list(words)
    roots = (next(iter(_meanings(word, meanings)), sound(word)) for word in kept)
    return tuple(map(sound, kept)), tuple(roots)


def _number(word: str, echelon: str | None) -> str | None:
    if found := _NUMBER.fullmatch(word):
        return found[1]
    if echelon in _WITH_ROMAN and word in _ROMAN:
        return _ROMAN[word]
    return next((number for number, pattern in _ORDINALS.items() if pattern.fullmatch(word)), None)


def _meanings(word: str, meanings: Mapping[str, re.Pattern[str]]) -> list[str]:
    return [meaning for meaning, pattern in meanings.items() if pattern.fullmatch(word)]


_TYPES: Mapping[Kind, Mapping[str, re.Pattern[str]]] = {Kind.UNIT: _ECHELONS, Kind.PLACE: _PLACE_TYPES}
_READERS: Mapping[Kind, Callable[[str, list[str]], Name]] = {
    Kind.PERSON: _person,
    Kind.UNIT: _unit,
    Kind.PLACE: _place,
    Kind.ORGANISATION: _other,
    Kind.EVENT: _other,
    Kind.THING: _other,
}
