"""Which names and words a search finds: in any script, as a beginning, or a letter or two off."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache

from anyascii import anyascii

_ENGLISH = (
    "a an and are as at be but by for if in into is it no not of on or such that the their then there these they this "
    "to was will with"
)
_STOPS = frozenset(_ENGLISH.split())
"""Words that a search of claims leaves out, as Lucene does in English."""
_APOSTROPHES = "'’‘ʼʻʹʺ′`´"


@cache
def words(text: str) -> tuple[set[str], ...]:
    """The words of a text, each in its own script without accents, and in Latin letters."""
    bare = "".join(letter for letter in text if letter not in _APOSTROPHES).casefold()
    spaced = "".join(letter if unicodedata.category(letter)[0] in "LMN" else " " for letter in bare)
    return tuple({_unmarked(word), anyascii(word).lower()} for word in spaced.split())


def is_named(query: str, names: Iterable[str]) -> bool:
    """Whether each word of the query is met in the names, taken together."""
    return _are_met(words(query), {form for name in names for word in words(name) for form in word})


def is_said(query: str, texts: Iterable[str]) -> bool:
    """Whether each word of the query, but for those left out, is met in a claim's texts, in their own script."""
    asked = [word for word in words(query) if not word & _STOPS]
    return _are_met(asked, {word for text in texts for word in _said(text)})


@cache
def _said(text: str) -> frozenset[str]:
    """An apostrophe stands within a word: `russia's`."""
    spaced = "".join(
        each if unicodedata.category(each)[0] in "LMN" or each in "'’" else " " for each in text.casefold()
    )
    return frozenset(_unmarked(word.strip("'’").replace("’", "'")) for word in spaced.split())


def _are_met(asked: Sequence[set[str]], there: set[str]) -> bool:
    return bool(asked) and all(any(_meets(form, one) for form in word for one in there) for word in asked)


@cache
def _meets(asked: str, there: str) -> bool:
    if asked == there or (len(asked) >= 4 and there.startswith(asked)):
        return True
    most = 0 if len(asked) < 4 else 1 if len(asked) < 8 else 2
    return abs(len(asked) - len(there)) <= most and _distance(asked, there) <= most


def _unmarked(word: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if unicodedata.category(letter)[0] != "M")


def _distance(a: str, b: str) -> int:
    """Letters changed, left out, put in, or two neighbours exchanged."""
    rows = [list(range(len(b) + 1))]
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2]:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]
