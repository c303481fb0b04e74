"""The other forms of a page, as the page offers them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from ...reasons import Node
from ..addresses import path_asked
from ..negotiation import MEDIA_TYPES, Form
from ..site import Asked
from .geojson import names_a_place

_LABELS: Final = {Form.CSV: "CSV", Form.GEO_JSON: "GeoJSON", Form.JSON_LD: "JSON-LD", Form.ATOM: "Atom"}
_CURSORS: Final = ("after", "about", "said")


@dataclass(frozen=True, slots=True)
class Offer:
    """One form of the page: "CSV, at /issues?format=csv"."""

    label: str
    media_type: str
    address: str


def offered(asked: Asked, shown: Node, linked: Node) -> dict[str, Any]:
    """What a page says of its other forms: its linked data, and links; to a map only where it shows a place on one."""
    forms = asked.offered if names_a_place(shown) else asked.offered - {Form.GEO_JSON}
    return {"linked": linked, "offers": [_offer(asked, form) for form in _LABELS if form in forms]}


def _offer(asked: Asked, form: Form) -> Offer:
    # Linked data are those of this very page; the other forms have all pages in one.
    kept = _CURSORS if form is Form.JSON_LD else ()
    at = asked.at.now() if form is Form.ATOM else asked.at
    given = asked.narrowing | {name: asked.parameter(name) for name in kept}
    return Offer(_LABELS[form], MEDIA_TYPES[form], at.page(path_asked(asked.request), **given, format=form.value))
