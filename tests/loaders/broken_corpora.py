"""Deliberately broken corpora: what was done to a right one, and what must be said about it, line by line."""

from claimgraph.tests.loaders import broken_assessments, broken_fields, broken_syntax, broken_whole

BROKEN = (*broken_syntax.CASES, *broken_fields.CASES, *broken_whole.CASES, *broken_assessments.CASES)
"""Each must be reported exactly so, with exit code 2, and nothing may be written."""
