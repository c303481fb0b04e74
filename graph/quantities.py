"""Quantities as people write them (`~40000`, `..20000`, `>0`, `30 mile`), and their units.

Physical units convert through pint; what is counted one by one (people, settlements) converts only among the words for
it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pint import UnitRegistry

_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
_QUANTITY = re.compile(
    rf"(?P<about>~)?\s*(?:(?P<compare>[<>]=?)\s*(?P<bound>{_NUMBER})|(?P<exact>{_NUMBER})"
    rf"|(?P<low>{_NUMBER})?\s*\.\.\s*(?P<high>{_NUMBER})?)(?:\s+(?P<unit>[^\W\d_].{{0,39}}|[%°].{{0,39}}))?",
)
_FACTOR = r"(?:(?:square|sq|cubic) )?(?:[^\W\d]+|[%°]|°[CF])(?: ?(?:\*\*|\^) ?[0-9])?"
_PHYSICAL = re.compile(rf"{_FACTOR}(?: ?[*/] ?{_FACTOR})*")
"""Units as people write them: mile, square mile, km², km ** 2, km/h. Pint itself does sums, and would do m**9**9**9."""
_DIGITS = 12
_LARGEST = 1e15
"""Past it a float no longer holds every whole number."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its bounds: "up to 20,000" has no `low`, "more than 0" an open one."""

    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    unit: str | None = None


def parse_quantity(text: str) -> Quantity:
    """The figure that `text` writes. Raises ValueError in words."""
    found = _QUANTITY.fullmatch(text.strip())
    if not found or not (found["bound"] or found["exact"] or found["low"] or found["high"]):
        message = (
            f"'{text}' is no quantity; write 40000, ~40000 (about), ..20000 (up to), 7.. (at least), >0 (more than), "
            "30..35 (between), digits without separators, and a unit behind it where it is not the usual one: 30 mile"
        )
        raise ValueError(message)
    unit, about = found["unit"], bool(found["about"])
    if found["compare"]:
        bound, is_open = _number(found["bound"]), not found["compare"].endswith("=")
        if found["compare"].startswith(">"):
            return Quantity(bound, None, low_open=is_open, approximate=about, unit=unit)
        return Quantity(None, bound, high_open=is_open, approximate=about, unit=unit)
    figures = (found["exact"] or found[side] for side in ("low", "high"))
    low, high = (_number(figure) if figure else None for figure in figures)
    if low is not None and high is not None and low > high:
        message = f"'{text}' runs from the larger to the smaller; write {found['high']}..{found['low']}"
        raise ValueError(message)
    return Quantity(low, high, approximate=about, unit=unit)


def to_unit(quantity: Quantity, unit: str, counts: Mapping[str, str]) -> Quantity:
    """The same quantity in `unit`, to twelve digits. `counts` gives each counted word its standard one.

    Raises ValueError where the quantity's own unit is unknown or measures something else.
    """
    if quantity.unit is None or counts.get(quantity.unit, quantity.unit) == unit:
        return replace(quantity, unit=unit)
    if quantity.unit in counts or unit in counts.values():
        message = f"'{quantity.unit}' does not count or measure what '{unit}' does"
        raise ValueError(message)
    return replace(
        quantity,
        low=_converted(quantity.low, quantity.unit, unit),
        high=_converted(quantity.high, quantity.unit, unit),
        unit=unit,
    )


def is_unit(unit: str, counts: Mapping[str, str]) -> bool:
    """Whether figures can be kept in it: a counted thing's standard word, or a physical unit."""
    if unit in counts:
        return counts[unit] == unit
    try:
        _converted(1.0, unit, unit)
    except ValueError:
        return False
    return True


def _number(text: str) -> float:
    return _kept(float(text), text)


def _kept(number: float, text: str) -> float:
    if not abs(number) <= _LARGEST:
        message = f"'{text}' is more than {_LARGEST:,.0f}, the largest figure that is kept exactly"
        raise ValueError(message)
    return number + 0.0  # -0 becomes 0, so that both give one id


def _converted(number: float | None, given: str, wanted: str) -> float | None:
    if number is None:
        return None
    from pint import errors  # noqa: PLC0415 - pint takes a third of a second to import, and most claims have no unit

    try:
        converted = float(_registry().Quantity(number, _physical(given)).m_as(_physical(wanted)))
    except errors.DimensionalityError:
        message = f"'{given}' does not measure what '{wanted}' does"
        raise ValueError(message) from None
    except Exception:  # noqa: BLE001 - pint's parser raises its tokenizer's and evaluator's errors as they are
        message = f"'{given}' is no unit; write mile, km, week, hectare, ..."
        raise ValueError(message) from None
    return _kept(float(f"{converted:.{_DIGITS}g}"), f"{number:g} {given}")


def _physical(unit: str) -> str:
    if not _PHYSICAL.fullmatch(unit):
        raise ValueError
    return unit


@cache
def _registry() -> UnitRegistry[float]:
    from pint import UnitRegistry  # noqa: PLC0415

    return UnitRegistry()
