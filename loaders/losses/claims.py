"""What the series says, as claims."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

import orjson

from ...graph.ids import entity_id, source_id
from ...graph.records import Claim, Level, Value
from ...graph.times import Clock, parse_range, parse_span
from .words import BEGAN, CORRECTION, TOTAL
from .zone import KYIV

_CLOCK = Clock(KYIV)
_DAY = len("2022-02-24")


class Figure(NamedTuple):
    """A number of things: its dimension, what they are called, how many, the sort of thing, `about` or `more`."""

    dimension: str
    words: str
    number: int
    thing: str | None
    manner: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """Claims of one dataset, by its key."""

    key: str

    def date_problem(self, date: object) -> str | None:
        """What is wrong with a day, if anything."""
        if not isinstance(date, str):
            return (
                "is missing; each day says its date, as 2022-11-11"
                if date is None
                else "should be a date, as 2022-11-11"
            )
        try:
            range_ = parse_range(date, _CLOCK)
            parse_span(f"{BEGAN}/{date}", _CLOCK)
        except ValueError as error:
            return str(error)
        return None if len(date) == _DAY and range_.min else f"'{date}' is no day, as 2022-11-11"

    def counted(self, predicate: str, date: str, figure: Figure, raw: str) -> Claim:
        """The General Staff's total as of a day, or its correction on that day."""
        number = f"{figure.number:+,}" if predicate == CORRECTION else f"{figure.number:,}"
        manner = {"about": "about ", "more": "more than "}.get(figure.manner, "")
        text = (
            f"The General Staff corrects Russia's losses of {figure.words} by {number} on {date}."
            if predicate == CORRECTION
            else f"The General Staff puts Russia's losses at {manner}{number} ({figure.words}) as of {date}."
        )
        value = Value(
            float(figure.number),
            None if figure.manner == "more" else float(figure.number),
            low_open=figure.manner == "more",
            approximate=figure.manner == "about",
            unit="item",
            dimension=figure.dimension,
            quantity_text=f"{manner}{number}",
        )
        levels = (Level(self._entity("general-staff")), Level(self._entity("compiler")))
        claim = self._claim(predicate, text, levels, figure.thing, value, raw)
        event = parse_span(date if predicate == CORRECTION else f"{BEGAN}/{date}", _CLOCK)
        return replace(claim, event=event, asserted=parse_range(date, _CLOCK), during=self._entity("invasion"))

    def seen(self, figure: Figure, raw: str) -> Claim:
        """What Oryx has proof of: at least so many, as of a day that the file does not say."""
        text = f"Oryx has proof of at least {figure.number:,} of Russia's losses ({figure.words})."
        value = Value(
            float(figure.number),
            unit="item",
            dimension=figure.dimension,
            quantity_text=f"at least {figure.number:,}",
        )
        levels = (Level(self._entity("oryx")), Level(self._entity("compiler")))
        claim = self._claim(TOTAL, text, levels, figure.thing, value, raw)
        return replace(claim, event=parse_span(f"{BEGAN}/..", _CLOCK), during=self._entity("invasion"))

    def direction(self, date: str, place: str) -> Claim:
        """Where the General Staff says that the losses of a day were greatest."""
        levels = (Level(self._entity("general-staff")), Level(self._entity("compiler")))
        text = f"The General Staff says that Russia's losses of {date} were greatest in the direction of {place}."
        value = Value(text=f"greatest losses of {date} in the direction of {place}")
        raw = orjson.dumps({"greatest losses direction": place}).decode()
        claim = self._claim("DESCRIBED_AS", text, levels, None, value, raw)
        return replace(claim, event=parse_span(date, _CLOCK), asserted=parse_range(date, _CLOCK), during=None)

    def _entity(self, name: str) -> str:
        return entity_id(self.key, name)

    def _claim(
        self, predicate: str, text: str, levels: tuple[Level, ...], thing: str | None, value: Value, raw: str
    ) -> Claim:
        return Claim(
            id="",
            dataset=self.key,
            source=source_id(self.key, "series"),
            predicate=predicate,
            subject=self._entity("russian-forces"),
            text=text,
            attribution=levels,
            object=thing,
            value=value,
            raw=raw,
        )
