"""Files of every format, broken in every way that files break: an error with its place, nothing half-read."""

import bz2
import gzip
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from claimgraph.graph.evidence import Evidence
from claimgraph.loaders.compiled import Checking
from claimgraph.loaders.files import Described
from claimgraph.loaders.inputs import Reading, compile_inputs
from claimgraph.loaders.places import InvalidFiles
from claimgraph.tests.loaders.samples import SAMPLES, written

Break = Callable[[bytes], bytes]


def numbers(become: bytes) -> Break:
    r"""Every number is something else, in which `\\1` stands for its whole part."""
    return lambda whole: re.sub(rb"(?<=[ ,:])(\d+)(\.\d+)?(?=[,}\n])", become, whole)


def texts(become: bytes) -> Break:
    """Every text that is a value in JSON is something else."""
    return lambda whole: re.sub(rb'(": )"[^"]*"', rb"\g<1>" + become, whole)


_DEEP: Final = b"[" * 100_000
_AS_WHOLE: Final[dict[str, Break]] = {
    "byte-order mark": lambda whole: b"\xef\xbb\xbf" + whole,
    "CRLF": lambda whole: whole.replace(b"\n", b"\r\n"),
    "empty lines at the end": lambda whole: whole + b"\n\n",
    "gzip": gzip.compress,
    "bzip2": bz2.compress,
}
"""What is no fault: the same is read."""
_NEVER: Final[dict[str, Break]] = {
    "empty": lambda _: b"",
    "only white space": lambda _: b" \n\t\n",
    "cut in the middle of gzip": lambda whole: gzip.compress(whole)[:-20],
    "cut in the middle of bzip2": lambda whole: bz2.compress(whole)[:-20],
    "gzip that was changed": lambda whole: gzip.compress(whole)[:-8] + b"\0" * 8,
    "gzip bomb": lambda whole: gzip.compress(whole + b" " * 300 * 2**20, 1),
    "bytes that are no UTF-8": lambda whole: whole.replace(b"a", b"\xff\xfe", 1),
    "Latin-1": lambda whole: whole.decode().encode("latin-1", "replace"),
    "UTF-16": lambda whole: whole.decode().encode("utf-16"),
    "NUL within": lambda whole: whole[: len(whole) // 2] + b"\0" + whole[len(whole) // 2 :],
    "deep JSON": lambda whole: whole + b"\n" + _DEEP,
    "only deep JSON": lambda _: _DEEP,
}
"""What no file may be."""
_PERHAPS: Final[dict[str, Break]] = {
    **{f"cut after {part}/9": lambda whole, part=part: whole[: len(whole) * part // 9] for part in range(1, 9)},  # type: ignore[misc]
    "year 0": lambda whole: re.sub(rb"(19|20)\d\d-", b"0000-", whole),
    "30 February": lambda whole: re.sub(rb"-\d\d-\d\d", b"-02-30", whole),
    "month 13": lambda whole: re.sub(rb"-\d\d-", b"-13-", whole),
    "numbers that are NaN": numbers(b"NaN"),
    "huge numbers": numbers(b"9" * 400),
    "infinite numbers": numbers(b"1e999"),
    "negative numbers": numbers(rb"-\1"),
    "nulls for texts": texts(b"null"),
    "numbers for texts": texts(b"7"),
    "lists for texts": texts(b"[]"),
    "texts for lists": lambda whole: re.sub(rb"\[[^\[\]]*\]", b'"x"', whole),
    "nulls for objects": lambda whole: re.sub(rb"\{[^{}]*\}", b"null", whole),
    "empty objects": lambda whole: re.sub(rb"\{[^{}]*\}", b"{}", whole),
    "empty texts": lambda whole: re.sub(rb'"[^"]*"', b'""', whole),
    "a quotation mark left out": lambda whole: whole.replace(b'"', b"", 1),
    "a bracket too many": lambda whole: whole + b"}",
    "swapped columns": lambda whole: re.sub(rb"(?m)^([^,{\n]*),([^,\n]*),", rb"\2,\1,", whole),
    "a column too many": lambda whole: re.sub(rb"(?m)^([^,{\n]*),", rb"\1,,", whole, count=2),
    "cells left out": lambda whole: re.sub(rb"(?m)^(\d[^,\n]*),", rb"\1", whole),
    "twice the same": lambda whole: whole + whole,
    "one line twice": lambda whole: whole + whole.splitlines(keepends=True)[-1],
    "lines in reverse": lambda whole: b"".join(reversed(whole.splitlines(keepends=True))),
    "references to itself": lambda whole: whole.replace(b'"c1"', b'"o1"').replace(b"/town", b"/ann"),
    "half of a surrogate pair": lambda whole: whole.replace(b'": "', b'": "\\ud800', 3),
    "control characters": lambda whole: whole.replace(b"e", b"\x1b", 3),
    "tabs for commas": lambda whole: whole.replace(b",", b"\t"),
    "a text of a megabyte": lambda whole: whole.replace(b"a", b"a" * 2**20, 1),
}
"""What may be a fault in one format and nothing in another."""


def compiled(path: Path, *, rejecting: bool = False) -> tuple[Evidence, ...]:
    """What a file says."""
    return compile_inputs([path], Reading(described=Described("x"), checking=Checking(rejecting))).evidence


def broken(tmp_path: Path, name: str, mutation: Break) -> Path:
    """The sample of a format, changed."""
    path = written(tmp_path, name)
    path.write_bytes(mutation(path.read_bytes()))
    return path


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("how", _AS_WHOLE)
def test_what_is_no_fault_reads_as_it_was(name: str, how: str, tmp_path: Path) -> None:
    """To the last field."""
    expected = compiled(written(tmp_path, name))
    assert sum(len(each.claims) + len(each.entities) for each in expected)
    assert compiled(broken(tmp_path, name, _AS_WHOLE[how])) == expected


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("how", _NEVER)
def test_what_is_no_such_file_is_refused(name: str, how: str, tmp_path: Path) -> None:
    """Nothing of it loads, as nobody knows what is missing."""
    path = broken(tmp_path, name, _NEVER[how])
    with pytest.raises(InvalidFiles) as raised:
        compiled(path)
    assert_clear(raised.value, path)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("how", _PERHAPS)
def test_what_is_wrong_has_its_place(name: str, how: str, tmp_path: Path) -> None:
    """Or it is right; and whatever rejects leave is no more than what stands there."""
    whole = compiled(written(tmp_path, name))
    path = broken(tmp_path, name, _PERHAPS[how])
    try:
        compiled(path)
    except InvalidFiles as error:
        assert_clear(error, path)
    try:
        left = compiled(path, rejecting=True)
    except InvalidFiles as error:
        assert_clear(error, path)
    else:
        assert sum(len(each.claims) for each in left) <= 2 * sum(len(each.claims) for each in whole)


def assert_clear(error: InvalidFiles, path: Path) -> None:
    """Every problem says its file and what is wrong, in words that no program's insides have left behind."""
    assert error.problems
    for problem in error.problems:
        assert problem.place.file == str(path)
        assert len(problem.message) > 5
        assert not re.search(r"Traceback|Error\b|Errno|0x[0-9a-f]{6}|<class|NoneType", problem.message)
