"""The relationship types of the graph."""

STRUCTURAL_TYPES = frozenset(
    {
        *("ABOUT", "ANSWERS", "ASSESSES", "CLAIMED_BY", "CONTRADICTS", "CORROBORATES", "DIFFERENT_FROM", "DURING"),
        *("OBJECT", "ON", "PART_OF", "PUBLISHED_BY", "REPEATS", "SAME_AS", "STATED_IN", "SUBJECT"),
        *("SUPERSEDES", "TAKES"),
    }
)
"""The graph's own relationship types; every other one is a natural edge."""
