"""Vocabularies that two datasets may bring, or not."""

from claimgraph.graph.records import Kind
from claimgraph.graph.vocabulary import Family, Holds, Predicate, SlotKey, Vocabulary

ACTORS = (Kind.UNIT, Kind.ORGANISATION, Kind.PERSON)
SLOTS = ((SlotKey.SUBJECT,), (SlotKey.SIDE, SlotKey.OBJECT))


def vocabulary_of(name: str, variant: int) -> Vocabulary:
    """None of its own, or a predicate whose question is about its subject, or about a side and a place."""
    if not variant:
        return Vocabulary()
    slot = SLOTS[variant - 1]
    family = Family(question=f"What of {{{slot[-1]}}}?", slot=slot, topic="t")
    predicate = Predicate(says="{subject}", subject=ACTORS, object=(Kind.PLACE,), holds=Holds.ONCE, families=(name,))
    return Vocabulary(families={name: family}, predicates={f"SAW_{name.upper()}": predicate})
