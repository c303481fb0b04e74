"""Names in every script: folded, in Latin letters, and as a query that Lucene can always read."""

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.graph.names import fold, search_names, search_query

_TERM = r"[^\W_]+(?:\^4|\*\^2|~[12])"
_WORD = rf"\({_TERM}(?: OR {_TERM})*\)"
QUERY = re.compile(rf"{_WORD}(?: AND {_WORD})*")
"""All that a query can be: words of letters and digits alone, between signs of our own."""


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Oleksii Reznikov", "oleksii reznikov"),
        ("L’État", "letat"),
        ("O'Brien", "obrien"),
        ("O′Brien", "obrien"),
        ("‘Okina ʻokina", "okina okina"),
        ("Мар'яна", "маряна"),
        ("Зеленський", "зеленськии"),
        ("Mykhailo-Ivan_II", "mykhailo ivan ii"),
        ("STRASSE straße", "strasse strasse"),
        ("İstanbul", "istanbul"),
        ("محمد", "محمد"),
        ("مُحَمَّد", "محمد"),
        ("习近平", "习近平"),
        ("किम", "कम"),
        ("می‌خواهم", "میخواهم"),
        ("63rd Brigade", "63rd brigade"),
        ("１２ Ⅷ ﬁ", "12 viii fi"),
        ("ᴺᴼᵀ 𝐀𝐍𝐃", "not and"),
        ("e\u0301", "e"),
        ("Kher\u00adson Kher\u200bson", "kherson kherson"),
        ("\0--- ‽ 🇺🇦 ___", ""),
        ("", ""),
    ],
)
def test_a_name_folds_to_its_plain_words(name: str, folded: str) -> None:
    """In lower case and its own script, without accents, punctuation or anything invisible."""
    assert fold(name) == folded


def test_every_character_folds_once_and_for_all() -> None:
    """Folding what is folded changes nothing, and no capital comes out of a compatible form."""
    characters = (chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF)
    folded = {fold(character) for character in characters}
    assert {form for form in folded if fold(form) != form} == set()
    assert {form for form in folded if re.search("[A-Z]", form)} == set()


def test_a_name_is_searched_in_both_scripts() -> None:
    """As it is and in Latin letters, each form once, in order; of what holds no word nothing is kept."""
    assert search_names(["Зеленський", "Zelenskiy", "Zelenskyy", "—"]) == ["зеленськии", "zelenskiy", "zelenskyy"]
    assert search_names(["Мар'яна Ткаченко"]) == ["маряна ткаченко", "maryana tkachenko"]
    assert search_names(["习近平", "محمد"]) == ["习近平", "xijinping", "محمد", "mhmd"]
    assert search_names([]) == []


@pytest.mark.parametrize(
    "text", ["", " ", "---", "*", "?", "~", "\\", "\0", "🇺🇦", "___", "&& || !", "\ud800", "\u0301"]
)
def test_what_holds_no_word_is_no_query(text: str) -> None:
    """Rather than one that matches nothing, or everything."""
    assert search_query(text) is None


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Wu", "(wu^4)"),
        ("Kyiv", "(kyiv^4 OR kyiv*^2 OR kyiv~1)"),
        ("Zelenskyy", "(zelenskyy^4 OR zelenskyy*^2 OR zelenskyy~2)"),
        ("Цой", "(цои^4 OR tsoy^4 OR tsoy*^2 OR tsoy~1)"),
        ("name:x OR *", "(name^4 OR name*^2 OR name~1) AND (x^4) AND (or^4)"),
        ("ᴺᴼᵀ 𝐎𝐑", "(not^4) AND (or^4)"),
        ("a_b", "(a^4) AND (b^4)"),
    ],
)
def test_a_query_asks_for_every_word(text: str, query: str) -> None:
    """As it is, in Latin letters, as a beginning and with a letter changed; Lucene's own words are only words."""
    assert search_query(text) == query


def test_a_query_over_texts_asks_for_accents_too() -> None:
    """Texts are searched as they stand; a word of accents alone is none."""
    assert search_query("Été \u0301", marked=True) == "(ete^4 OR été^4)"


def test_a_query_has_bounds() -> None:
    """Lucene refuses to compare very long words, and many words are many clauses."""
    query = search_query(" ".join(["x" * 5000] * 100))
    assert query
    assert len(query) < 5000


@given(st.text())
def test_every_query_is_one_that_lucene_can_read(text: str) -> None:
    """Whatever the text holds: none of its characters means anything to Lucene."""
    query = search_query(text)
    assert query is None or QUERY.fullmatch(query), query


@given(st.text(alphabet=r' ab+-&|!(){}[]^"~*?:\/' + "ANDORT\u0301ᴼᴿ"))
def test_lucenes_own_signs_never_come_through(text: str) -> None:
    """The same where little else is written."""
    query = search_query(text)
    assert query is None or QUERY.fullmatch(query), query


@given(st.text())
def test_a_name_is_found_by_itself(text: str) -> None:
    """Each word of a query is among the words that are kept of the same name, as it is or in Latin letters."""
    query = search_query(text)
    kept = {word for form in search_names([text]) for word in form.split()}
    for term in re.findall(r"(\w+)\^4", query or ""):
        assert any(word.startswith(term) for word in kept)


@given(st.text())
def test_unicodes_forms_make_no_difference(text: str) -> None:
    """Composed or decomposed, a name is one name."""
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
