"""What pydantic finds wrong with a tree, in plain sentences, all of it at once.

`salvage` notes each wrong field and then reads the rest without it, so that one slip does not hide what else is
wrong with the same claim.
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from ..graph.vocabulary import nearest
from .places import STAND_IN

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from pydantic_core import ErrorDetails

    from .places import Path

T = TypeVar("T")

_MISSING = {"missing", "missing_argument"}
_UNKNOWN = {"extra_forbidden", "unexpected_keyword_argument"}
_OR_NONE = "none_required"
"""Pydantic's other way out of an optional field; no file can take it."""
_NO_FIELD = "there is no such field"
_NAMES = re.compile(r"'([^']+)'")
_FIELDS = "should be a mapping of fields (key: value), not {found}"
_LIST = "should be a list, as in [a, b], not {found}"
_NUMBER = "should be a number, not {found}"
_TIME = "should be a time such as 2022-11-11T05:00:00Z, not {found}"
_SENTENCES = {
    "missing": "is missing",
    "missing_argument": "is missing",
    "string_type": "should be text, not {found}",
    "string_too_short": "is empty",
    "bool_type": "should be true or false, not {found}",
    "bool_parsing": "should be true or false, not {found}",
    "int_type": _NUMBER,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": "should be a finite number",
    "greater_than_equal": "should be {ge} or more",
    "less_than_equal": "should be {le} or less",
    "list_type": _LIST,
    "tuple_type": _LIST,
    "too_short": "is empty",
    "too_long": "holds too many items; {max_length} belong here",
    "dict_type": _FIELDS,
    "mapping_type": _FIELDS,
    "model_type": _FIELDS,
    "dataclass_type": _FIELDS,
    "datetime_type": _TIME,
    "datetime_parsing": _TIME,
    "datetime_from_date_parsing": _TIME,
    "literal_error": "should be {expected}, not {found}",
    "union_tag_not_found": "`record` is missing; it says what the line holds: dataset, entity, claim, ...",
    "union_tag_invalid": "no record is called '{tag}'; there are {expected_tags} and 'vocabulary'",
}
_FOUND: Mapping[type, str] = {dict: "a mapping", list: "a list", bool: "true or false", type(None): "null"}


def salvage(
    tree: Any,  # noqa: ANN401 - what a file holds is what this finds out
    validate: Callable[[Any], T],
    report: Callable[[Path, str], None],
    names: Collection[str] = (),
) -> T | None:
    """What `validate` makes of `tree`, its wrong fields reported and left out; None where nothing is left.

    `names` are the fields that can stand in it, for hints at misspelled ones.
    """
    mended: set[tuple[Path, bool]] = set()
    while True:
        try:
            return validate(tree)
        except ValidationError as error:
            details = [detail for detail in error.errors(include_url=False) if detail["type"] != _OR_NONE]
        found = [(_path(tree, detail), detail) for detail in details]
        if not mended:
            tree = copy.deepcopy(tree)
            for path, detail in found:
                report(path, _sentence(detail, path, names))
        for path, detail in reversed(found):
            if not _mend(tree, path, mended, missing=detail["type"] in _MISSING):
                return None


def property_names(schema: Any) -> set[str]:  # noqa: ANN401 - JSON
    """The name of every property in a JSON schema."""
    if isinstance(schema, list):
        return {name for part in schema for name in property_names(part)}
    if not isinstance(schema, dict):
        return set()
    return set(schema.get("properties", ())) | property_names(list(schema.values()))


def is_unknown(message: str) -> bool:
    """Whether a sentence of `salvage` is about a field's name rather than its value."""
    return message.startswith(_NO_FIELD)


def _path(tree: Any, detail: ErrorDetails) -> Path:  # noqa: ANN401
    """Pydantic's location less its names for union members, which no file holds."""
    path: list[str | int] = []
    for step in detail["loc"]:
        if step in _steps(tree):
            tree = tree[step]
            path.append(step)
    if detail["type"] in _MISSING:
        path.append(detail["loc"][-1])
    return tuple(path)


def _sentence(detail: ErrorDetails, path: Path, names: Collection[str]) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind in _UNKNOWN:
        return f"{_NO_FIELD}{nearest(str(path[-1]), names) or '; the format knows none of this name'}"
    if kind == "enum":
        allowed = _NAMES.findall(str(context["expected"]))
        hint = nearest(str(detail["input"]), allowed)
        return f"{_found(detail['input'])} is none of {', '.join(allowed)}{hint}"
    if kind == "value_error":
        return str(context["error"])
    sentence = _SENTENCES.get(kind, "does not belong here")
    return sentence.format(found=_found(detail["input"]), **context)


def _found(value: object) -> str:
    if isinstance(value, str):
        return f"'{value}'"
    return _FOUND.get(type(value), str(value))


def _mend(tree: Any, path: Path, mended: set[tuple[Path, bool]], *, missing: bool) -> bool:  # noqa: ANN401
    """Put a stand-in where something is missing or wrong in a list, take away what is wrong elsewhere.

    What is wrong again after that goes with what is around it; False where that would be everything.
    """
    if not path:
        return False
    *steps, last = path
    container = tree
    for step in steps:
        if step not in _steps(container):
            return True
        container = container[step]
    again = (path, missing) in mended
    mended.add((path, missing))
    if isinstance(container, list) and isinstance(last, int) and last < len(container):
        container[last : last + 1] = [] if again else [STAND_IN]
    elif again or not isinstance(container, dict):
        return _mend(tree, path[:-1], mended, missing=False)
    elif missing:
        container[last] = STAND_IN
    else:
        container.pop(last, None)
    return True


def _steps(tree: object) -> Collection[object]:
    """The steps that lead on from here."""
    if isinstance(tree, dict):
        return tree.keys()
    return range(len(tree)) if isinstance(tree, list) else ()
