"""How Neo4j Browser draws the graph: every label and type has a rule, and Browser can read both forms of them."""

import json
import re
from pathlib import Path

import pytest

from claimgraph.graph.browser.style import CAPTIONS, COLOURS, CONTESTED, as_grass, as_json, darker, ink, style
from claimgraph.graph.relations import STRUCTURAL_TYPES

KNOWN = json.loads((Path(__file__).parents[1] / "cypher" / "vocabulary.json").read_text(encoding="utf-8"))


def test_every_label_has_a_colour_of_its_own() -> None:
    """Whatever the graph can hold is styled; the runs and the graph itself alone look alike."""
    assert set(KNOWN["labels"]) - {"Entity"} == {*COLOURS, "Contested"}
    assert len({*COLOURS.values(), CONTESTED}) == len(COLOURS)


def test_every_type_of_the_graph_has_a_rule() -> None:
    """A type of the graph's own shows its name; any other is a natural edge and shows its words."""
    rules = style()
    assert {f"relationship.{each}" for each in STRUCTURAL_TYPES} < rules.keys()
    named = {name for name, rule in rules.items() if name.startswith("relationship.") and rule["caption"] == "<type>"}
    assert named == {f"relationship.{each}" for each in STRUCTURAL_TYPES - {"CONTRADICTS"}}
    assert rules["relationship"]["caption"] == "{text}"


def test_only_what_is_contested_is_red() -> None:
    """Contested issues and contradictions share a colour that nothing else has, over what the issue had before."""
    red = {selector for selector, rule in style().items() if rule.get("color") == CONTESTED}
    assert red == {"node.Contested", "relationship.CONTRADICTS"}
    order = list(style())
    assert order.index("node.Contested") > order.index("node.Issue")
    assert "caption" not in style()["node.Contested"]


def test_captions_name_properties_that_there_are() -> None:
    """A property that does not exist would be an empty circle."""
    named = {name for rule in style().values() for name in re.findall(r"\{(\w+)\}", rule.get("caption", ""))}
    assert named <= set(KNOWN["propertyKeys"])
    assert {"name", "text", "question", "title", "label"} <= named
    assert CAPTIONS.keys() <= COLOURS.keys()


def test_the_json_is_one_line_that_a_setting_can_hold() -> None:
    """In neo4j.conf a semicolon would end the command, a backslash would vanish and a line break end the setting."""
    assert json.loads(as_json()) == style()
    assert not set(as_json()) & set(";\\\n")
    assert as_json().isascii()


def test_the_grass_says_the_same() -> None:
    """Read as Browser reads it, without comments and without an empty rule, on which its next graph would fail."""
    found = {}
    for selector, body in re.findall(r"^([\w.]+) \{\n(.*?)\}$", as_grass(), re.DOTALL | re.MULTILINE):
        found[selector] = dict(re.findall(r"^  ([\w-]+): '?(.*?)'?;$", body, re.MULTILINE))
    assert found == style()
    assert all(found.values())
    assert "/*" not in as_grass()
    assert "//" not in as_grass()


def luminance(colour: str) -> float:
    """How bright a colour is, as WCAG defines it."""
    channels = [value / 255 for value in bytes.fromhex(colour.removeprefix("#"))]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colour", [*COLOURS.values(), CONTESTED])
def test_letters_can_be_read_on_every_colour(colour: str) -> None:
    """The contrast of letters and ground is at least the 4.5 that WCAG asks for, and the border is darker."""
    dark, bright = sorted([luminance(colour), luminance(ink(colour))])
    assert (bright + 0.05) / (dark + 0.05) >= 4.5
    assert luminance(darker(colour)) < luminance(colour)
