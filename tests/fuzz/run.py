"""One damaged file through its loader and the reader, with what must hold of the outcome."""

from __future__ import annotations

import time

from fuzz.cases import Case
from inforce.catalogue import Catalogue
from inforce.documents import Document, DocumentError, Limits, load_all
from inforce.reading import read

LIMITS = Limits(max_bytes=2_000_000, max_unpacked=4_000_000, max_seconds=5)
SLOWEST = 10.0
"""Seconds that no damaged file of a few thousand bytes may take."""


def run(case: Case, catalogue: Catalogue) -> int:
    """Read it; the number of its documents. Raises AssertionError where something does not hold."""
    start = time.perf_counter()
    found = list(load_all(case.data, name=case.name, limits=LIMITS))
    assert found, "neither a document nor an error came out"
    for one in found:
        if isinstance(one, DocumentError):
            assert len(one.problem.splitlines()) == 1, f"more than one line: {one}"
        else:
            _check(one)
            for statement in read(one, catalogue).statements:
                evidence = statement.evidence
                assert evidence.quote == one.text[evidence.start : evidence.end]
    took = time.perf_counter() - start
    assert took < SLOWEST, f"took {took:.1f} s"
    return sum(isinstance(one, Document) for one in found)


def _check(document: Document) -> None:
    """The blocks are in order, apart, not empty, and lead back into the original."""
    original = len(document.origin.original if document.origin else document.text)
    done = 0
    for block in document.blocks:
        assert done <= block.start < block.end <= len(document.text)
        assert document.text[done : block.start].strip() == ""
        start, end = document.to_original(block.start, block.end)
        assert 0 <= start <= end <= original
        assert document.place(block.start, block.end)
        done = block.end
    assert list(document.page_starts) == sorted(document.page_starts)
