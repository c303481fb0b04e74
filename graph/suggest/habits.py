"""How people write names in English, Ukrainian and Russian, as tables: what means the same, and what says nothing.

Words stand in Latin letters as `names.latin_words` gives them; a `*` stands for any ending, of cases and genders too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

SPELLINGS = (
    ("kh|gh|g", "h"),  # Kherson and Herson; Грищенко is Hryshchenko, Gryshchenko, Grishchenko
    ("tsch|tch", "ch"),
    ("schtsch|shch|sch", "sh"),  # Shcherbakov, Scherbakov
    ("ph", "f"),
    ("ck", "k"),
    ("ts|tz", "c"),
    ("w", "v"),  # Wagner, Vagner
    ("x", "ks"),  # Alexander, Aleksandr
    ("[iyj]+", "i"),  # Zelenskyy, Zelenskiy, Zelensky, Zelenskij
    (r"(.)\1+", r"\1"),  # Odessa, Odesa
    ("^ie", "e"),  # Yelena, Elena
    ("^iu(?=[aeiou])", "i"),
)
"""What sounds alike in most transliterations, applied in this order."""

GIVEN_NAMES = (
    "volodymyr vladimir",
    "oleksandr alexander aleksandr alexandr",
    "oleksiy alexei aleksey alexey",
    "serhiy sergei sergey",
    "mykola nikolai nikolay nicholas",
    "mykyta nikita",
    "dmytro dmitri dmitriy dmitry",
    "andriy andrei andrey andrew",
    "kyrylo kirill",
    "yevhen yevgeny evgeniy eugene",
    "mykhailo mikhail michael",
    "pavlo pavel paul",
    "petro pyotr petr peter",
    "ihor igor",
    "oleh oleg",
    "vasyl vasily vasiliy",
    "valeriy valery",
    "viktor victor",
    "yuriy yury",
    "fedir fyodor fedor",
    "danylo daniil",
    "olena elena helena",
    "iryna irina",
    "hanna anna",
    "kateryna ekaterina yekaterina catherine",
    "tetiana tetyana tatiana tatyana",
    "nataliya natalia natalya",
)
"""One given name in several languages, a line each."""
TITLES = (
    "mr mrs ms dr prof professor sir lord gen general heneral lt ltgen col colonel polkovnik maj major capt captain "
    "admiral president prezident prezydent minister ministr"
)
PATRONYMIC = "(ov|ev|iov|i)ich|(ov|ev|iv|iov)na|ichna"
"""A patronymic's ending, by sound: Oleksandrovych, Aleksandrovich, Oleksandrivna."""

ECHELONS = {
    "army": "army armies armiya armii armia",
    "corps": "corps korpus*",
    "division": "division* diviz* div",
    "brigade": "brigad* bryhad* bde br",
    "regiment": "regiment* regt rgt polk polku polka",
    "battalion": "battalion* batal* bn",
    "company": "company companies rota roty coy",
    "platoon": "platoon* vzvod*",
    "squadron": "squadron* eskadr*",
    "battery": "battery batteries batar*",
    "fleet": "fleet flot*",
}
BRANCHES = {
    "mechanised": "mechani* mekhani* mech",
    "motorised": "motori* motor motostr*",
    "rifle": "rifle* motostr* strilet* strelk*",
    "tank": "tank*",
    "armoured": "armou* armor* bron*",
    "airborne": "airborne air desant* parachut* paratroop* parashut* povitr* vozdushn*",
    "assault": "assault shturm*",
    "airmobile": "airmobil* aeromob* aeromobil*",
    "marine": "marine* naval morsk*",
    "infantry": "infantry pikhot* pekhot*",
    "artillery": "artill* artil* artyl*",
    "rocket": "rocket* missile* raket*",
    "reconnaissance": "recon* rozvid* razved*",
    "engineer": "engineer* inzhen*",
    "special": "special* spets*",
    "mountain": "mountain* hirsk* girsk* gorn* gorno*",
    "territorial": "territor* teritor* teroboron*",
}
UNIT_NOISE = (
    "separate independent okrem* otdeln* guard* gvard* hvard* unit defence defense oboron* of the and named after im "
    "imeni"
)
"""What is often left out of a unit's name."""
ORDINALS = (
    "first persha* pershiy pervaya pervyy perviy",
    "second druga druha drugiy vtoraya vtoroy",
    "third tretya tretiy tretia",
    "fourth chetvert*",
    "fifth pyat*",
    "sixth shost* shestaya shestoy",
    "seventh soma somiy sedmaya sedmoy",
    "eighth vosma vosmiy vosmaya vosmoy",
    "ninth devyat*",
    "tenth desyat*",
)
"""From one on."""
ENDINGS = "st nd rd th ta tya ya a y i iy oyi oi ho hoi go oy ma sha ga"
"""What may stand behind a number: 63rd, 63-тя, 63-й."""

PLACE_TYPES = {
    "oblast": "oblast* region* obl",
    "district": "district* raion* rayon*",
    "hromada": "hromad* gromad*",
    "city": "city town misto gorod",
    "village": "village selo sela",
    "settlement": "settlement smt selishch* poselok",
    "river": "river richka rika reka",
    "bridge": "bridge mist most",
    "island": "island ostriv ostrov",
    "airport": "airport airfield aeroport aerodrom",
}
EXONYMS = (
    "kyiv kiev kyivsk",
    "kharkiv kharkov",
    "lviv lvov lwow",
    "dnipro dnepr dnieper",
    "mykolaiv nikolaev nikolayev",
    "zaporizhzhia zaporizhia zaporozhye zaporizhzhya zaporiz zaporozh",
    "chernihiv chernigov",
    "rivne rovno",
    "ternopil ternopol",
    "kryvyi krivoy krivoi",
    "rih rog",
    "sievierodonetsk severodonetsk",
    "vinnytsia vinnitsa",
    "zhytomyr zhitomir",
    "chornobyl chernobyl",
    "crimea krym",
    "moscow moskva moskov",
)
"""One place in several languages, a line each."""
ADJECTIVE = "(?:(?<=[aeiou]s)k|(?<=z)k|(?<![aeiou])sk)(?:a|aia|i|oi|oho|o)$"
"""A region's name made from its city's, by sound: Херсонська, Khersonskaya, Одеська, Запорізька."""

WORDS = {
    "ministry": "minist*",
    "defence": "defen* oboron*",
    "foreign": "foreign zakordon* inostran*",
    "affairs": "affair* sprav* del",
    "internal": "internal interior vnutr*",
    "general": "general* heneral*",
    "staff": "staff shtab*",
    "armed": "armed zbroin* zbroyn* vooruzh*",
    "forces": "force* sili sil sily sil silam",
    "security": "security bezpek* bezopasn*",
    "service": "service* sluzhb*",
    "russia": "russia* rosiy* rosii rossiy* rossii rf",
    "ukraine": "ukrain*",
    "withdrawal": "withdraw* retreat* vidvid* otvod* vidstup* otstup*",
}
"""What organisations and events are called after, in three languages."""
NOISE = "the of and for in on at a an i ta y de la le"


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """The word as most transliterations agree on it: Zelenskyy, Zelensky and Zelenskiy are `zelenski`."""
    for pattern, instead in SPELLINGS:
        word = re.sub(pattern, instead, word)
    return word


def table(lines: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    """Each meaning with what a whole word has to be to have it."""
    return {meaning: one_of(words) for meaning, words in lines.items()}


def one_of(words: str) -> re.Pattern[str]:
    """What a whole word has to be to be one of these."""
    return re.compile("|".join(re.escape(word).replace(r"\*", ".*") for word in words.split()))


def alike(lines: Iterable[str]) -> dict[str, str]:
    """The first of a line, by sound, for every word of it."""
    return {sound(word): sound(line.split()[0]) for line in lines for word in line.split()}
