"""Deliberately broken corpora: what was done to a right one, and what must be said about it, line by line."""

from claimgraph.tests.loaders import broken_assessments, broken_fields, broken_long, broken_syntax, broken_whole

_FILES = (broken_syntax, broken_fields, broken_long, broken_whole, broken_assessments)
BROKEN = tuple(case for file in _FILES for case in file.CASES)
"""Each must be reported exactly so, with exit code 2, and nothing may be written."""
