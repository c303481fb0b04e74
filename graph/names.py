"""Names in any spelling or script, made comparable: folded, transliterated, and as a full-text query.

Зеленський, Zelenskiy and Zelenskyy meet because what is stored holds each name folded and in Latin letters, and because
a query allows for a letter or two.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from anyascii import anyascii

_APOSTROPHES = str.maketrans("", "", "'’‘ʼʻʹʺ′`´")
_LONG, _SHORT = 8, 4
"""Lengths from which a word may differ in two letters, in one."""
_MOST_WORDS, _MOST_LETTERS = 12, 60
"""Of a query: Lucene refuses to compare very long words letter by letter."""


def fold(text: str) -> str:
    """The name's words in lower case, without accents or punctuation, in its own script: `L’État` is `letat`."""
    return " ".join(filter(None, map(_bare, _words(text))))


def search_names(names: Iterable[str]) -> list[str]:
    """What full-text search reads for an entity: each name folded, and its transliteration, once, in order."""
    words = [_words(name) for name in names]
    forms = [" ".join(filter(None, map(form, name))) for name in words for form in (_bare, _latin)]
    return list(dict.fromkeys(filter(None, forms)))


def latin_words(text: str) -> list[str]:
    """The name's words in Latin letters, in order: `63-тя бригада` is `63`, `tya`, `brigada`."""
    return list(filter(None, map(_latin, _words(text))))


def search_query(text: str, *, marked: bool = False) -> str | None:
    """The Lucene query for a name or words, safe whatever they hold; None when no word is left.

    Each word may be met without its accents, in Latin letters, as a beginning, or with a letter or two changed; nearer
    is ranked higher. `marked` allows for the word with its accents too, as texts have it, which are not folded.
    """
    forms = [list(dict.fromkeys(filter(None, (_bare(word), _latin(word))))) for word in _words(text)]
    if marked:
        forms = [list(dict.fromkeys([*each, word])) for each, word in zip(forms, _words(text), strict=True) if each]
    return " AND ".join(f"({_alternatives(word)})" for word in filter(None, forms[:_MOST_WORDS])) or None


def _words(text: str) -> list[str]:
    """Runs of letters, digits and marks, compatible forms made one and in lower case; an apostrophe is no gap."""
    normal = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES))
    lower = unicodedata.normalize("NFKC", normal.casefold()).translate(_APOSTROPHES)
    visible = (letter for letter in lower if unicodedata.category(letter) != "Cf")
    return "".join(letter if unicodedata.category(letter)[0] in "LMN" else " " for letter in visible).split()


def _bare(word: str) -> str:
    """Without its marks: accents, and the vowel signs of some scripts."""
    letters = (letter for letter in unicodedata.normalize("NFKD", word) if unicodedata.category(letter)[0] != "M")
    return unicodedata.normalize("NFC", "".join(letters))


def _latin(word: str) -> str:
    return "".join(letter for letter in anyascii(word).lower() if letter.isalnum())


def _alternatives(forms: Iterable[str]) -> str:
    words = [form[:_MOST_LETTERS] for form in forms]
    exact = [f"{word}^4" for word in words]
    begun = [f"{word}*^2" for word in words if len(word) >= _SHORT]
    near = [f"{word}~{2 if len(word) >= _LONG else 1}" for word in words if len(word) >= _SHORT]
    return " OR ".join([*exact, *begun, *near])
