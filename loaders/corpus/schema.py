"""The JSON Schemas of a corpus's files, for editors that complete and check while people write."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from ...graph.vocabulary import VOCABULARY
from .assessments import AssessmentItem, AssessmentsFile
from .models import (
    ClaimItem,
    CorpusItem,
    EntitiesFile,
    EntityItem,
    JudgementItem,
    JudgementsFile,
    SourceFile,
    SourceItem,
)

_FILES: dict[str, tuple[str, TypeAdapter[Any]]] = {
    "corpus": ("corpus.yaml: what the corpus is called and how it may be used", TypeAdapter(CorpusItem)),
    "entities": ("entities.yaml: people, units, places, ...", TypeAdapter(EntitiesFile[EntityItem])),
    "source": ("sources/*.yaml: a document and its claims", TypeAdapter(SourceFile[SourceItem, ClaimItem])),
    "judgements": (
        "judgements.yaml: which entities are the same",
        TypeAdapter(JudgementsFile[JudgementItem]),
    ),
    "assessments": (
        "assessments.yaml: who grades what, and how",
        TypeAdapter(AssessmentsFile[AssessmentItem]),
    ),
    "vocabulary": ("vocabulary.yaml: predicates of the corpus's own", VOCABULARY),
}


def schemas() -> dict[str, dict[str, Any]]:
    """Each file's schema by its name: corpus, entities, source, judgements, assessments, vocabulary."""
    return {
        name: {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **_plain(adapter.json_schema()),
            "title": title,
        }
        for name, (title, adapter) in _FILES.items()
    }


def _plain(schema: Any) -> Any:  # noqa: ANN401 - JSON
    """Without the titles that pydantic makes of names, and the nulls that no file may hold."""
    if isinstance(schema, list):
        return [_plain(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {name: part for name, part in schema.items() if not _is_noise(name, part)}
    return {
        name: {key: _plain(value) for key, value in part.items()} if name == "properties" else _plain(part)
        for name, part in kept.items()
    }


def _is_noise(name: str, part: object) -> bool:
    return (name == "title" and isinstance(part, str)) or (name == "default" and part in (None, [], ()))
