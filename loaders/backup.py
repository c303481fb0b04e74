"""A backup's file as `graph/restore.py` takes it: read once to see that it is whole, then again to write it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..graph.purged import Purged
from ..graph.records import Claim, Dataset
from ..graph.restore import Backup
from ..graph.vocabulary import VOCABULARY, Vocabulary
from .history import moments_of, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..graph.held import Held
    from .files import InputFile


def backup_in(file: InputFile) -> Backup:
    """What the file says beside its records. Raises InvalidFiles where it is not whole."""
    head: dict[str, Any] = {}
    runs, datasets, vocabularies = [], [], {}
    predicates = set()
    for told in read(file):
        tree = dict(told.tree)
        if told.held:
            record = told.held.record
            if isinstance(record, Claim) and record.object:
                predicates.add((record.predicate, record.polarity.value))
        elif told.sort == "history":
            head = tree
        elif told.sort == "run":
            tree.pop("record")
            runs.append(moments_of(tree))
        elif told.sort == "dataset":
            datasets.append(Dataset(**tree))
        elif told.sort == "vocabulary":
            key = tree.pop("dataset")
            tree.pop("record")
            vocabularies[f"dataset/{key}"] = VOCABULARY.validate_python(tree)
    described = [(dataset, vocabularies.get(dataset.id, Vocabulary())) for dataset in datasets]
    purged = Purged(head.get("salt"), head.get("purged", ()))
    return Backup(int(head["version"]), head.get("derived_by"), described, runs, frozenset(predicates), purged)


def held_in(file: InputFile) -> Iterator[Held]:
    """The records of a backup, in its order."""
    for told in read(file):
        if told.held:
            yield told.held
