"""Files of the losses series as records: each figure of each day a claim, each model of Oryx's list another."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import orjson

from ...graph.ids import entity_id
from ...graph.records import Dataset, Entity, Kind
from ..files import key_or
from ..json_stream import Element, elements
from ..json_text import InvalidJson, object_in
from ..marked import Marked, mark_at
from ..places import Place
from .claims import Figure, Said
from .words import CATEGORIES, CORRECTION, ORYX_CATEGORIES, OWN, TOTAL, descriptions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..files import InputFile
    from ..rows import Rows

_SERIES = re.compile(r'\[\s*\{[^{}]*"date"\s*:[^{}]*"(tank|APC|personnel|MRL|drone)"\s*:')
_ORYX = re.compile(r'\[\s*\{[^{}]*"equipment_oryx"\s*:')
_NO_FIGURES = {"date", "day", "personnel*", "greatest losses direction"}
_MODEL = ("equipment_oryx", "model", "losses_total", "equipment_ua")
_MOST = 10**12


def recognises(head: str) -> bool:
    """Whether a file that begins so is one of the series."""
    return bool(_SERIES.match(head.lstrip()) or _ORYX.match(head.lstrip()))


def read(file: InputFile, rows: Rows) -> None:
    """Adds what a file of the series says. Raises Unreadable."""
    series = _Series(file, rows)
    if _ORYX.match(file.head().lstrip()):
        series.read_models()
    else:
        series.read_days(CORRECTION if _is_correction(file) else TOTAL)


def _is_correction(file: InputFile) -> bool:
    """Whether figures are corrections: totals are never negative, and never fall to nothing."""
    if "correction" in file.path.name:
        return True
    seen: set[str] = set()
    for element in elements(file):
        for name, figure in orjson.loads(element.text).items() if _is_sound(element) else ():
            if name not in _NO_FIGURES and isinstance(figure, int):
                if figure < 0 or (figure == 0 and name in seen):
                    return True
                if figure:
                    seen.add(name)
    return False


def _is_sound(element: Element) -> bool:
    try:
        return isinstance(orjson.loads(element.text), dict)
    except orjson.JSONDecodeError:
        return False


class _Series:
    """One file on its way into the rows."""

    def __init__(self, file: InputFile, rows: Rows) -> None:
        self._file = file
        self._rows = rows
        self._origin = Marked(file)
        described = file.described
        self._key = key_or(described.dataset, "ukraine-losses")
        self._said = Said(self._key)
        self._things: set[str] = set()
        title = described.title or "Losses of the Russian forces in Ukraine, day by day"
        redistribute = True if described.redistribute is None else described.redistribute
        dataset = Dataset(f"dataset/{self._key}", title, described.licence or "MIT", redistribute)
        for record in descriptions(self._key, dataset):
            rows.add(record, self._origin, mark_at(1, 1))
        rows.add_vocabulary(self._key, OWN)

    def read_days(self, predicate: str) -> None:
        """Adds a claim for each figure of each day."""
        for element, day in self._objects():
            self._rows.units[self._file.name, "days"] += 1
            date = day.get("date")
            if problem := self._said.date_problem(date):
                self._reject(element, "date", problem)
                continue
            for name, figure in day.items():
                if name == "greatest losses direction":
                    self._add_direction(element, day)
                elif name not in _NO_FIGURES:
                    self._add_figure(element, day, predicate, name, figure)

    def read_models(self) -> None:
        """Adds a claim for each model, and one for each category: at least so many, as that many were seen."""
        sums: dict[tuple[str, str], tuple[int, int]] = defaultdict(lambda: (0, 0))
        for element, row in self._objects():
            self._rows.units[self._file.name, "models"] += 1
            if problem := _model_problem(row):
                self._reject(element, *problem)
                continue
            number = row["losses_total"]
            category = ORYX_CATEGORIES.get(row["equipment_ua"], ("equipment_losses", row["equipment_ua"]))
            thing = self._thing(f"{row['equipment_oryx']}: {row['model']}", row["model"], element)
            figure = Figure(category[0], row["model"], number, thing)
            self._rows.add(
                self._said.seen(figure, orjson.dumps(row).decode()), self._origin, _mark(element), folds=True
            )
            total, models = sums[category]
            sums[category] = total + number, models + 1
        for (dimension, words), (total, models) in sums.items():
            raw = orjson.dumps({"summed": {"models": models, "category": words}}).decode()
            own = dimension == "equipment_losses"
            figure = Figure(dimension, words, total, self._thing(words, words, None) if own else None)
            self._rows.add(self._said.seen(figure, raw), self._origin, mark_at(1, 1))

    def _objects(self) -> Iterator[tuple[Element, dict[str, Any]]]:
        for element in elements(self._file):
            try:
                yield element, object_in(element.text)
            except InvalidJson as error:
                self._reject(element, "", str(error))

    def _add_figure(self, element: Element, day: dict[str, Any], predicate: str, name: str, figure: object) -> None:
        if problem := _figure_problem(figure, negative=predicate == CORRECTION):
            self._reject(element, name, problem)
            return
        dimension, words = CATEGORIES.get(name, ("equipment_losses", name))
        thing = None if name in CATEGORIES else self._thing(name, name, element)
        manner = str(day.get("personnel*", "")) if name == "personnel" else ""
        told = Figure(dimension, words, int(str(figure)), thing, manner)
        raw = orjson.dumps({"day": day.get("day"), name: figure} | ({"personnel*": manner} if manner else {})).decode()
        claim = self._said.counted(predicate, str(day["date"]), told, raw)
        self._rows.add(claim, self._origin, _mark(element, name), folds=True)

    def _add_direction(self, element: Element, day: dict[str, Any]) -> None:
        direction = day["greatest losses direction"]
        if not isinstance(direction, str) or not direction.strip():
            self._reject(
                element, "greatest losses direction", "should be the name of a place; leave it out where there is none"
            )
            return
        claim = self._said.direction(str(day["date"]), direction.strip())
        self._rows.add(claim, self._origin, _mark(element, "greatest losses direction"), folds=True)

    def _thing(self, key: str, name: str, element: Element | None) -> str:
        identifier = entity_id(self._key, key)
        if identifier not in self._things:
            self._things.add(identifier)
            mark = _mark(element) if element else mark_at(1, 1)
            self._rows.add(Entity(identifier, self._key, Kind.THING, name), self._origin, mark)
        return identifier

    def _reject(self, element: Element, name: str, message: str) -> None:
        line, column = element.at((name,) if name else ())
        place = Place(self._file.name, line, column, _path(element, name))
        self._rows.problems.reject(place, message, element.text)


def _mark(element: Element, name: str = "") -> str:
    # Seeking the name is enough: it stands once in the object, and texts of the series hold no quotes.
    index = element.text.find(f'"{name}"') if name else 0
    before = element.text[:index]
    line, column = element.line, element.column + index
    if newlines := before.count("\n"):
        line, column = element.line + newlines, index - before.rfind("\n")
    return mark_at(line, column, _path(element, name))


def _path(element: Element, name: str) -> str:
    return f"[{element.key}].{name}" if name else f"[{element.key}]"


def _figure_problem(figure: object, *, negative: bool) -> str | None:
    if figure is None:
        return "is null; leave the key out where nothing is said"
    if isinstance(figure, bool) or not isinstance(figure, int | float) or figure % 1:
        return f"should be a whole number, not {figure!r:.60}"
    if abs(figure) > _MOST:
        return f"{figure:g} can be no count of losses"
    return "is less than nothing; only corrections may be" if figure < 0 and not negative else None


def _model_problem(row: dict[str, Any]) -> tuple[str, str] | None:
    for name in _MODEL:
        if name not in row:
            return "", f"`{name}` is missing"
        if name != "losses_total" and not (isinstance(row[name], str) and row[name].strip()):
            return name, "should be a name"
    problem = _figure_problem(row["losses_total"], negative=False)
    return ("losses_total", problem) if problem else None
