"""How Neo4j Browser draws the graph: a colour and a caption for each label, a line for each relationship type.

Browser knows labels and types only. It applies every rule that fits, later ones over earlier ones, and a property that
a node lacks is an empty caption. What is contested is red, and nothing else is.
"""

import json
from collections.abc import Mapping
from typing import Final

from ..records import Kind
from ..relations import STRUCTURAL_TYPES

CONTESTED: Final = "#C62828"
"""The colour of contested issues and of CONTRADICTS."""
COLOURS: Final[Mapping[str, str]] = {
    Kind.PERSON: "#3F6FA3",
    Kind.UNIT: "#5E7A2F",
    Kind.PLACE: "#2A7F6F",
    Kind.ORGANISATION: "#74549E",
    Kind.EVENT: "#A8612A",
    Kind.THING: "#8A5A6B",
    "Claim": "#F7EBC3",
    "Source": "#5F6B76",
    "Issue": "#D9E4F2",
    "Position": "#F2D6BC",
    "Assessment": "#D6E8CF",
    "Dataset": "#C9CED6",
    "Run": "#DDE0E5",
    "Graph": "#DDE0E5",
}
"""The colour of each kind of node; the pale ones have dark letters."""
CAPTIONS: Final[Mapping[str, str]] = {
    "Claim": "{text}",
    "Source": "{title}",
    "Issue": "{question}",
    "Position": "{label}",
    "Assessment": "{scheme} {value}",
    "Dataset": "{title}",
    "Run": "{started_at}",
    "Graph": "version {version}",
}
"""What is written on nodes that have no name."""
LINKS: Final[Mapping[str, str]] = {"CORROBORATES": "#4C8C4A", "REPEATS": "#8A94A0", "SUPERSEDES": "#5F6B76"}
"""The colour of each link between claims that is no contradiction."""

_INK, _PAPER, _ENTITY, _NATURAL, _STRUCTURAL = "#1F2933", "#FFFFFF", "#7B8794", "#D3DAE3", "#B8C0CA"
_SENTENCES: Final = frozenset({"Claim", "Issue", "Position"})

Rules = dict[str, dict[str, str]]
"""Selectors with what they set, in the order in which Browser applies them."""


def style() -> Rules:
    """The rules of the whole graph, whatever its vocabulary: a type that is not the graph's own is a natural edge."""
    return {
        "node": {"diameter": "60px", "border-width": "2px", "font-size": "10px", "caption": "{name}"} | _fill(_ENTITY),
        **{f"node.{label}": _node(label) for label in COLOURS},
        "node.Contested": _fill(CONTESTED),
        "relationship": {
            "color": _NATURAL,
            "shaft-width": "10px",  # higher than the letters, which then stand on the line, not in its place
            "font-size": "8px",
            "padding": "3px",
            "text-color-external": _INK,
            "text-color-internal": _INK,
            "caption": "{text}",
        },
        **{f"relationship.{each}": _line(_STRUCTURAL, "1px") for each in sorted(STRUCTURAL_TYPES)},
        **{f"relationship.{each}": _line(colour, "3px") for each, colour in LINKS.items()},
        # A long caption would leave nothing of a short line, and the red is what has to be seen.
        "relationship.CONTRADICTS": _line(CONTESTED, "5px") | {"caption": "vs"},
    }


def as_json() -> str:
    """The style on one line, as Browser's command `:style` takes it."""
    return json.dumps(style(), separators=(",", ":"))


def as_grass() -> str:
    """The style as a `.grass` file, to drop onto Browser; without comments, which Browser does not understand."""
    return "\n".join(f"{selector} {{\n{_lines(properties)}}}\n" for selector, properties in style().items())


def _lines(properties: Mapping[str, str]) -> str:
    return "".join(
        f"  {name}: '{value}';\n" if name == "caption" else f"  {name}: {value};\n"
        for name, value in properties.items()
    )


def _node(label: str) -> dict[str, str]:
    caption = {"caption": CAPTIONS[label]} if label in CAPTIONS else {}
    return _fill(COLOURS[label]) | caption | ({"diameter": "90px", "font-size": "9px"} if label in _SENTENCES else {})


def _fill(colour: str) -> dict[str, str]:
    return {"color": colour, "border-color": darker(colour), "text-color-internal": ink(colour)}


def _line(colour: str, width: str) -> dict[str, str]:
    return {"color": colour, "shaft-width": width, "caption": "<type>", "text-color-internal": ink(colour)}


def ink(colour: str) -> str:
    """The colour of letters on a colour such as `#F7EBC3`: dark where that is pale."""
    red, green, blue = _channels(colour)
    half_way = 160
    return _INK if 0.3 * red + 0.59 * green + 0.11 * blue > half_way else _PAPER


def darker(colour: str) -> str:
    """The colour of the border around a colour."""
    return "#" + bytes(channel * 3 // 4 for channel in _channels(colour)).hex().upper()


def _channels(colour: str) -> bytes:
    return bytes.fromhex(colour.removeprefix("#"))
