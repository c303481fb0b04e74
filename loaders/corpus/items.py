"""Parts of a document as validated items; whatever is wrong in them is noted at its own place."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from ..fields import is_unknown, property_names, salvage

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..places import Path, Problems
    from ..strict_yaml import Document, Tree

M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")


def read_item(document: Document, model: type[M], problems: Problems, tree: Tree, path: Path = ()) -> M | None:
    """The item that stands at `path`; None where it can not be made out."""
    return salvage(tree, model.model_validate, reporter(document, problems, path), names_in(model))


def reporter(document: Document, problems: Problems, path: Path = ()) -> Callable[[Path, str], None]:
    """Notes problems of what stands at `path`: at a key if its name is wrong, else at its value."""

    def report(below: Path, message: str) -> None:
        locate = document.locate_key if is_unknown(message) else document.locate
        problems.reject(locate((*path, *below)), message, document.text_at(path))

    return report


@cache
def names_in(model: type[BaseModel]) -> frozenset[str]:
    """The name of every field that can stand anywhere in a model."""
    return frozenset(property_names(model.model_json_schema()))
