"""The names of the losses series, and what each stands for here."""

from __future__ import annotations

from typing import Final

from ...graph.records import Dataset, Entity, Kind, Source, Span
from ...graph.times import Clock, parse_span
from ...graph.vocabulary import Holds, Predicate, ValueType, Vocabulary, shared_vocabulary
from .zone import KYIV

BEGAN: Final = "2022-02-24"
"""The day from which the totals count."""

CATEGORIES: Final = {
    "tank": ("tanks_lost", "tanks"),
    "APC": ("armoured_vehicles_lost", "armoured vehicles"),
    "field artillery": ("artillery_lost", "artillery systems"),
    "MRL": ("rocket_launchers_lost", "multiple rocket launchers"),
    "anti-aircraft warfare": ("air_defence_lost", "air-defence systems"),
    "aircraft": ("aircraft_lost", "aircraft"),
    "helicopter": ("helicopters_lost", "helicopters"),
    "drone": ("drones_lost", "drones"),
    "vehicles and fuel tanks": ("vehicles_lost", "vehicles and fuel tanks"),
    "naval ship": ("ships_lost", "ships and boats"),
    "cruise missiles": ("missiles_lost", "cruise missiles"),
    "special equipment": ("special_equipment_lost", "special equipment"),
    "personnel": ("personnel_losses", "personnel"),
    "POW": ("prisoners", "prisoners of war"),
}
"""Dimension and words of what is counted; anything else is equipment of a sort of its own, named by what it counts."""

ORYX_CATEGORIES: Final = {
    "Tanks": CATEGORIES["tank"],
    "Armoured Personnel Carriers": CATEGORIES["APC"],
    "Artillery Systems": CATEGORIES["field artillery"],
    "Multiple Rocket Launchers": CATEGORIES["MRL"],
    "Anti-aircraft Warfare Systems": CATEGORIES["anti-aircraft warfare"],
    "Aircrafts": CATEGORIES["aircraft"],
    "Helicopters": CATEGORIES["helicopter"],
    "Unmanned Aerial Vehicles": CATEGORIES["drone"],
    "Vehicle and Fuel Tank": CATEGORIES["vehicles and fuel tanks"],
    "Warships, Boats": CATEGORIES["naval ship"],
    "Special Equipment": CATEGORIES["special equipment"],
}
"""The General Staff's categories as the Oryx file spells them."""

TOTAL: Final = "LOST_IN_ALL"
CORRECTION: Final = "LOSSES_CORRECTED"
OWN: Final = Vocabulary(
    predicates={
        CORRECTION: Predicate(
            says="correction of the losses of {subject}",
            subject=(Kind.UNIT, Kind.ORGANISATION),
            object=(Kind.THING,),
            object_optional=True,
            value=ValueType.QUANTITY,
            dimensions=shared_vocabulary().predicates[TOTAL].dimensions,
            holds=Holds.ONCE,
        )
    }
)
"""A correction adds to the totals, or takes from them; it answers no question of its own."""


def descriptions(key: str, dataset: Dataset) -> list[Dataset | Entity | Source]:
    """What every claim of the series rests on."""

    def entity(name: str, kind: Kind, title: str, side: str | None = None, event: Span | None = None) -> Entity:
        of_side = f"entity/{key}/{side}" if side else None
        return Entity(f"entity/{key}/{name}", key, kind, title, side=of_side, event=event or Span())

    began = parse_span(f"{BEGAN}/..", Clock(KYIV))
    return [
        dataset,
        entity("russia", Kind.ORGANISATION, "Russia"),
        entity("ukraine", Kind.ORGANISATION, "Ukraine"),
        entity("russian-forces", Kind.UNIT, "Russian forces in Ukraine", "russia"),
        entity("general-staff", Kind.ORGANISATION, "General Staff of the Armed Forces of Ukraine", "ukraine"),
        entity("oryx", Kind.ORGANISATION, "Oryx"),
        entity("compiler", Kind.ORGANISATION, f"Compiler of “{dataset.title}”"),
        entity("invasion", Kind.EVENT, "Russian invasion of Ukraine", event=began),
        Source(f"source/{key}/series", key, f"entity/{key}/compiler", title=dataset.title),
    ]
