"""The habits of naming: what meets in three languages and several transliterations, and what must not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.graph.records import Kind
from claimgraph.graph.suggest.habits import sound
from claimgraph.graph.suggest.likeness import likeness, may_be_alike
from claimgraph.graph.suggest.naming import name_of

P, U, L, F, E = Kind.PERSON, Kind.UNIT, Kind.PLACE, Kind.ORGANISATION, Kind.EVENT


@pytest.mark.parametrize(
    "spellings",
    [
        "zelenskyy zelensky zelenskiy zelenskyi zelenskij zelenski",
        "hryshchenko gryshchenko grishchenko",
        "kherson herson gerson",
        "yelena elena",
        "odessa odesa",
        "yurii yuriy iurii",
        "aleksandr alexandr",
    ],
)
def test_transliterations_sound_alike(spellings: str) -> None:
    """However the same letters were transliterated."""
    assert len({sound(word) for word in spellings.split()}) == 1


def alike(kind: Kind, a: str, b: str) -> tuple[float, tuple[str, ...]]:
    """Score and reasons, the same both ways round; 0 where there is no likeness."""
    first, second = name_of(a, kind), name_of(b, kind)
    found, turned = likeness(first, second, kind), likeness(second, first, kind)
    assert (found and found.score) == (turned and turned.score)
    assert found is None or may_be_alike(first, second)
    return (found.score, found.reasons) if found else (0.0, ())


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        (P, "Volodymyr Zelenskyy", "Володимир Зеленський"),
        (P, "Volodymyr Zelenskyy", "Vladimir Zelensky"),
        (P, "Zelensky Volodymyr", "Володимир Зеленський"),
        (P, "Volodymyr Oleksandrovych Zelenskyy", "Владимир Зеленский"),
        (P, "Gen. Sergei Surovikin", "Sergey Surovikin"),
        (P, "Григорий Грищенко", "Hryhoriy Hryshchenko"),
        (U, "63rd Brigade", "63 brigade"),
        (U, "63rd Brigade", "63-тя бригада"),
        (U, "63rd Brigade", "63-я бригада"),
        (U, "63rd Brigade", "63 окрема механізована бригада"),
        (U, "63rd Mechanized Brigade", "63-я отдельная механизированная бригада"),
        (U, "First Corps", "1-й корпус"),
        (U, "III Corps", "Третій корпус"),
        (U, "25th Airborne Brigade", "25 повітряно-десантна бригада"),
        (U, "35th Marine Brigade", "35-та бригада морської піхоти"),
        (U, "1st Guards Tank Army", "1-я гвардейская танковая армия"),
        (U, "Azov Regiment", "полк «Азов»"),
        (L, "Kyiv", "Kiev"),
        (L, "Київ", "Kiev"),
        (L, "Kherson Oblast", "Херсонська область"),
        (L, "Kherson region", "Херсонская область"),
        (L, "Odesa Oblast", "Одеська область"),
        (L, "Zaporizhzhia Oblast", "Запорізька область"),
        (L, "Dnipro River", "річка Дніпро"),
        (L, "City of Kherson", "місто Херсон"),
        (L, "Kryvyi Rih", "Кривой Рог"),
        (F, "Ministry of Defence of Russia", "Russian Ministry of Defense"),
        (F, "Ministry of Defence of Ukraine", "Міністерство оборони України"),
        (F, "General Staff of Ukraine", "Генеральний штаб України"),
        (F, "Daily Mail", "The Daily Mail"),
    ],
)
def test_one_name(kind: Kind, a: str, b: str) -> None:
    """In two languages, scripts, spellings or orders."""
    assert alike(kind, a, b)[0] >= 0.85


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        (P, "Petro Poroshenko", "Ivan Poroshenko"),
        (P, "Vladimir Putin", "Volodymyr Zelenskyy"),
        (P, "V. O.", "Volodymyr Oleksandrovych"),
        (U, "63rd Brigade", "64th Brigade"),
        (U, "63rd Brigade", "6th Brigade"),
        (U, "63rd Brigade", "163rd Brigade"),
        (U, "63rd Brigade", "63rd Regiment"),
        (U, "63rd Brigade", "the brigade"),
        (U, "63rd Tank Brigade", "63-тя механізована бригада"),
        (U, "the brigade", "бригада"),
        (L, "Kherson Oblast", "Kherson city"),
        (L, "Bilohorivka", "Bilohirka"),
        (F, "Ministry of Defence of Russia", "Ministry of Defence of Ukraine"),
        (F, "BBC", "CBC"),
        (E, "Battle of Kyiv", "Battle of Kherson"),
    ],
)
def test_other_names(kind: Kind, a: str, b: str) -> None:
    """Numbers, echelons, given names and kinds of place keep them apart."""
    assert alike(kind, a, b)[0] <= 0.3


@pytest.mark.parametrize(
    ("kind", "a", "b", "score", "reason"),
    [
        (P, "V. Zelensky", "Volodymyr Oleksandrovych Zelenskyy", 0.82, "an initial"),
        (P, "Zelensky", "Volodymyr Zelenskyy", 0.6, "one name alone"),
        (P, "Zelensky Volodymyr", "Volodymyr Zelensky", 0.99, "another order"),
        (P, "Oleksii Reznikov", "Oleksii Rezinkov", 0.9, "a letter or two apart"),
        (U, "63rd", "63rd Brigade", 0.93, "echelon named by one only"),
        (U, "68th Jaeger Brigade", "68th Brigade", 0.85, "a name that only one has"),
        (L, "Kherson", "Kherson Oblast", 0.6, "only one says oblast"),
        (L, "Kherson", "Kherson city", 0.93, "only one says city"),
        (L, "Kherson Oblast", "Kherson city", 0.3, "oblast against city"),
    ],
)
def test_how_they_meet(kind: Kind, a: str, b: str, score: float, reason: str) -> None:
    """What is uncertain costs something, and is said."""
    found, reasons = alike(kind, a, b)
    assert found == pytest.approx(score, abs=0.06)
    assert reason in reasons


def test_a_known_type_fills_in() -> None:
    """What a dataset says of the place or the unit beside its name."""
    assert name_of("Kherson", L, "oblast").type == "oblast"
    assert name_of("Kherson city", L, "oblast").type == "city"
    assert name_of("63rd", U, "бригада").type == "brigade"
    assert name_of("Kherson", P, "oblast").type is None


@given(st.sampled_from(list(Kind)), st.text(max_size=30), st.text(max_size=30))
def test_any_text_is_a_name(kind: Kind, a: str, b: str) -> None:
    """Whatever it holds: no error, a score from 0 to 1, the same both ways, and 1 or so against itself."""
    score, _ = alike(kind, a, b)
    assert 0 <= score <= 1
    name = name_of(a, kind)
    assert name.is_empty or alike(kind, a, a)[0] > 0.8 or all(len(word) == 1 for word in name.words)
