"""Documents that the service knows by their hash, so that clients send 71 letters, and a locked service nothing else.

A folder of `*.graphql` files; a request names one by `documentId: "sha256:…"`, or as Apollo's clients do by
`extensions.persistedQuery.sha256Hash`. Unlike Apollo's, no client can add one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Self

from ..graph.errors import InvalidInput
from ..settings import Settings
from .requests import BadRequest, Operation

_SHA256: Final = "sha256:"


@dataclass(frozen=True, slots=True)
class Persisted:
    """The texts by their hash, and whether there are no others."""

    texts: Mapping[str, str]
    only: bool = False

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """What the settings name. Raises InvalidInput for a folder that cannot be read."""
        if settings.documents is None:
            if settings.trusted_only:
                raise InvalidInput("CLAIMGRAPH_TRUSTED_ONLY needs CLAIMGRAPH_DOCUMENTS, the folder of what is trusted")
            return cls({})
        texts = dict(_texts(settings.documents))
        if not texts:
            raise InvalidInput(f"CLAIMGRAPH_DOCUMENTS is {settings.documents}, where no file *.graphql stands")
        return cls(texts, settings.trusted_only)

    def completed(self, asked: Operation) -> Operation:
        """The operation with its text. Raises BadRequest for a hash that no document has, and for texts not trusted."""
        if asked.document is None:
            if self.only and document_id(asked.query).removeprefix(_SHA256) not in self.texts:
                raise BadRequest(
                    "this service answers documents that it knows alone; name one by `documentId`", 403, "UNTRUSTED"
                )
            return asked
        kind, _, digest = asked.document.partition(":")
        text = self.texts.get(digest.lower()) if kind == "sha256" else None
        if text is None:
            message = "no document has this `documentId`; it is `sha256:` and the hash of a document's text"
            raise BadRequest(message, 404, "PERSISTED_QUERY_NOT_FOUND")
        return replace(asked, query=text)


def document_id(text: str) -> str:
    """`sha256:9f86d0…`, as clients name it."""
    return _SHA256 + hashlib.sha256(text.encode()).hexdigest()


def _texts(folder: Path) -> list[tuple[str, str]]:
    try:
        files = [each.read_text("utf-8") for each in sorted(folder.glob("*.graphql"))]
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInput(f"CLAIMGRAPH_DOCUMENTS is {folder}, which cannot be read: {error}") from None
    # Editors end a file with a line's end that a client's text does not have.
    return [(document_id(each).removeprefix(_SHA256), text) for text in files for each in (text, text.rstrip("\n"))]
