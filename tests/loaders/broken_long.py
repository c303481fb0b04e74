"""Corpora with keys that are too long, and with other mistakes in very long texts."""

from claimgraph.graph.ids import LONGEST_KEY
from claimgraph.tests.loaders.broken_case import CORPUS, ENTITIES, SOURCE, SUBJECT, Broken

LONG = "k" * (LONGEST_KEY + 1)

CASES = (
    Broken(
        "keys that no index takes",
        (
            (CORPUS, "dataset: tiny", f"dataset: {LONG}"),
            (
                ENTITIES,
                "  speaker:",
                f"  {LONG}_: {{kind: Person, name: V}}\n  {LONG[:-1]}: {{kind: Person, name: W}}\n  speaker:",
            ),
            (SOURCE, "key: gazette-1", f"key: {LONG}{LONG}"),
        ),
        (
            (f"{CORPUS}:1:10: dataset", "the key takes 501 bytes in ids; a key may take 500"),
            (f"{ENTITIES}:13:3: entities.{LONG[:60]}…", "the key takes 502 bytes in ids"),
            (f"{SOURCE}:2:8: source.key", "the key takes 1,002 bytes in ids"),
        ),
    ),
    Broken(
        "a reference of thousands of letters",
        ((SOURCE, SUBJECT, f"    subject: {'ж' * 10_000}\n    object: town\n    during"),),
        ((f"{SOURCE}:9:14: claims[0].subject", f"there is no entity '{'ж' * 60}…'"),),
    ),
    Broken(
        "a key that YAML takes for none",
        ((ENTITIES, "  speaker:", f"  {LONG * 3}: {{kind: Person, name: V}}\n  speaker:"),),
        ((f"{ENTITIES}:13:3", "a key of 1,503 characters stands here; a key may have 500"),),
    ),
)
