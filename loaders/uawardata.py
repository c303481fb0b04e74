"""Unit positions of the Ukraine War Data map (`units_*.csv`): where a unit stands on a day, how strong, under whom.

Each row gives up to three claims of the map's maker: POSITIONED_AT the point on the map, HAS_STRENGTH in battalion
groups, SUBORDINATE_TO another unit. What a row cites makes the source of its claims: one for each list of addresses
and dates, with the first address as its own, published by the map, since the map is where the claim stands. A hedged
note makes a position probable ("personal assessment") or possible ("may have"). The whole row is in `raw`.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import UTC
from typing import TYPE_CHECKING, Final

import orjson

from ..graph.ids import LONGEST_KEY, entity_id, source_id
from ..graph.records import Claim, Dataset, Entity, Kind, Level, Modality, Source, Value, ValueKind
from ..graph.times import Clock, parse_range, parse_span
from .csv_rows import CsvRow, Ragged, csv_rows, header
from .files import key_or
from .marked import Marked, mark_at
from .places import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .files import InputFile
    from .rows import Rows

_NEEDED: Final = ("date", "lat", "lng", "unit", "country")
_PLAIN: Final = frozenset({"type", "strength_in_btg_text", "strength_in_btg_number", "subordinate_to", "sources_url"})
_CLOCK = Clock(UTC)
_COUNTRIES: Final = {"ru": "Russia", "ua": "Ukraine"}
_POSSIBLE = re.compile(r"\b(may|might|possibl[ey]|unclear|unconfirmed)\b", re.IGNORECASE)
_PROBABLE = re.compile(r"\b(assess\w*|likely|approximate\w*|general location|presum\w*)\b", re.IGNORECASE)
_BELOW = re.compile(r"<\s*(\d+(?:\.\d+)?)")
_ADDRESS = re.compile(r"https?://[^\s,;]+")
_DATE = re.compile(r"(\d\d)\.(\d\d)\.(\d{4})")


def recognises(head: str) -> bool:
    """Whether a file that begins so is a list of positions."""
    names = set(header(head))
    return names >= set(_NEEDED) and bool(names & _PLAIN)


def read(file: InputFile, rows: Rows) -> None:
    """Adds what a file of positions says. Raises Unreadable."""
    key = key_or(file.described.dataset, "uawardata")
    positions = _Positions(key, file, rows, Marked(file), set())
    positions.describe()
    for row in csv_rows(file, (), _NEEDED):
        rows.units[file.name, "positions"] += 1
        if isinstance(row, Ragged):
            rows.problems.reject(Place(file.name, row.line), row.message, row.raw)
        elif problem := _problem(row.cells):
            name, message = problem
            rows.problems.reject(Place(file.name, row.line, row.column(name), name), message, row.raw)
        else:
            positions.add(row)


@dataclass(frozen=True, slots=True)
class _Positions:
    """One file on its way into the rows."""

    key: str
    file: InputFile
    rows: Rows
    origin: Marked
    seen: set[str]
    """The ids that the file has described."""

    def describe(self) -> None:
        """Adds what every claim of the map rests on."""
        described = self.file.described
        title = described.title or "Ukraine War Data: unit positions"
        dataset = Dataset(f"dataset/{self.key}", title, described.licence, bool(described.redistribute))
        self.rows.add(dataset, self.origin, mark_at(1, 1))
        self._entity(Entity(self._id("map"), self.key, Kind.ORGANISATION, f"Maker of “{title}”"), mark_at(1, 1))
        source = Source(source_id(self.key, "map"), self.key, self._id("map"), title=title)
        self.rows.add(source, self.origin, mark_at(1, 1))

    def add(self, row: CsvRow) -> None:
        """Adds the claims of a row, and what they are about."""
        mark = mark_at(row.line, 1)
        cells = {name: cell.strip() for name, cell in row.cells.items()}
        side, place = self._side(cells["country"], mark), self._place(cells, mark)
        unit = self._unit(cells["unit"], cells["country"], side, mark)
        source = self._source(cells, mark)
        for column, claim in self._claims(cells, unit, place, source):
            self.rows.add(claim, self.origin, mark_at(row.line, row.column(column), column), folds=True)
        if superior := cells.get("subordinate_to"):
            self._unit(superior, cells["country"], side, mark)

    def _claims(self, cells: Mapping[str, str], unit: str, place: str, source: str) -> Iterator[tuple[str, Claim]]:
        date, name = cells["date"], cells["unit"]
        base = Claim(
            id="",
            dataset=self.key,
            source=source,
            predicate="POSITIONED_AT",
            subject=unit,
            object=place,
            text=f"The map shows {name} at {cells['lat']}, {cells['lng']} on {date}.",
            attribution=(Level(self._id("map")),),
            modality=_modality(cells.get("notes", "")),
            event=parse_span(date, _CLOCK),
            asserted=parse_range(date, _CLOCK),
            raw=orjson.dumps(dict(cells)).decode(),
        )
        yield "lat", base
        told = cells.get("strength_in_btg_text", "")
        if told or cells.get("strength_in_btg_number"):
            words = told or cells["strength_in_btg_number"]
            text = f"The map gives the strength of {name} on {date}, in battalion groups, as: {words}."
            value = _strength(told, cells.get("strength_in_btg_number", ""))
            yield "strength_in_btg_text", _other(base, "HAS_STRENGTH", None, text, value)
        if superior := cells.get("subordinate_to"):
            text = f"The map shows {name} under {superior} on {date}."
            whole = entity_id(self.key, f"{cells['country']} {superior}")
            yield "subordinate_to", _other(base, "SUBORDINATE_TO", whole, text, Value())

    def _id(self, key: str) -> str:
        return entity_id(self.key, key)

    def _entity(self, entity: Entity, mark: str) -> str:
        if entity.id not in self.seen:
            self.seen.add(entity.id)
            self.rows.add(entity, self.origin, mark)
        return entity.id

    def _side(self, country: str, mark: str) -> str:
        name = _COUNTRIES.get(country.lower(), country)
        return self._entity(Entity(self._id(country), self.key, Kind.ORGANISATION, name), mark)

    def _unit(self, name: str, country: str, side: str, mark: str) -> str:
        return self._entity(Entity(self._id(f"{country} {name}"), self.key, Kind.UNIT, name, side=side), mark)

    def _place(self, cells: Mapping[str, str], mark: str) -> str:
        point = float(cells["lat"]), float(cells["lng"])
        name = f"{point[0]!r}, {point[1]!r}"
        entity = Entity(self._id(name), self.key, Kind.PLACE, name, place_type="point on the map", location=point)
        return self._entity(entity, mark)

    def _source(self, cells: Mapping[str, str], mark: str) -> str:
        """What the row cites; the map itself where it cites nothing."""
        cited, dates = cells.get("sources_url", ""), cells.get("sources_date", "")
        if not cited:
            return source_id(self.key, "map")
        addresses = _ADDRESS.findall(cited)
        told = f"{cited} ({dates})" if dates else cited
        identifier = source_id(self.key, told)
        if len(identifier.rpartition("/")[2]) > LONGEST_KEY:
            identifier = source_id(self.key, hashlib.blake2b(told.encode(), digest_size=12).hexdigest())
        if identifier not in self.seen:
            self.seen.add(identifier)
            published = _published(dates)
            source = Source(
                identifier,
                self.key,
                self._id("map"),
                title=f"The map, citing {told}",
                url=min(addresses, default=None),
                published_at=parse_range(published, _CLOCK).min if published else None,
                published_edtf=published,
            )
            self.rows.add(source, self.origin, mark)
        return identifier


def _other(base: Claim, predicate: str, object_: str | None, text: str, value: Value) -> Claim:
    """Another claim of the same row, which its notes on the position say nothing of."""
    asserted = Modality.ASSERTED
    return replace(base, predicate=predicate, object=object_, text=text, value=value, modality=asserted)


def _problem(cells: Mapping[str, str]) -> tuple[str, str] | None:
    """The first column of a row that is wrong, and why."""
    for name in ("unit", "country"):
        if not cells[name].strip():
            return name, "is empty"
    for name, most in (("lat", 90), ("lng", 180)):
        try:
            degrees = float(cells[name])
        except ValueError:
            return name, f"should be a number of degrees, not '{cells[name]}'"
        if not abs(degrees) <= most:
            return name, f"{cells[name]} lies beyond {most} degrees; are columns swapped?"
    number = cells.get("strength_in_btg_number", "").strip()
    if number and not re.fullmatch(r"\d{1,6}(\.\d+)?", number):
        return "strength_in_btg_number", f"should be a number of battalion groups, not '{number}'"
    return _date_problem(cells["date"].strip(), cells.get("sources_date", ""))


def _date_problem(date: str, cited: str) -> tuple[str, str] | None:
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", date):
            return "date", f"'{date}' is no day, as 2022-11-11"
        parse_span(date, _CLOCK)
    except ValueError as error:
        return "date", str(error)
    try:
        for day, month, year in _DATE.findall(cited):
            parse_range(f"{year}-{month}-{day}", _CLOCK)
    except ValueError as error:
        return "sources_date", str(error)
    return None


def _published(dates: str) -> str | None:
    """The one day that is given of what a row cites; of several nobody knows which is whose."""
    found = sorted(set(_DATE.findall(dates)))
    return "-".join(reversed(found[0])) if len(found) == 1 else None


def _modality(notes: str) -> Modality:
    if _POSSIBLE.search(notes):
        return Modality.POSSIBLE
    return Modality.PROBABLE if _PROBABLE.search(notes) else Modality.ASSERTED


def _strength(text: str, number: str) -> Value:
    """`<1` is less than one; a nought beside words such as `n/a` is no figure."""
    unit, dimension = "battalion_group", "battalion_groups"
    if below := _BELOW.fullmatch(text):
        return Value(0.0, float(below[1]), high_open=True, unit=unit, dimension=dimension, quantity_text=text)
    if not number or (float(number) == 0 and not text[:1].isdigit()):
        return Value(kind=ValueKind.UNKNOWN, dimension=dimension, quantity_text=text or None)
    figure = float(number)
    return Value(figure, figure, approximate="?" in text, unit=unit, dimension=dimension, quantity_text=text or number)
