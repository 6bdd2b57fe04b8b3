"""A long text in stretches that a model can take in, each with its place in the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_BREAKS = ("\n\n", "\n", ". ", " ")


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a text: ``text`` is the whole from ``start`` on."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where it ends in the whole."""
        return self.start + len(self.text)


def windows(text: str, *, size: int, overlap: int) -> Iterator[Window]:
    """Stretches of at most ``size`` characters that cover the text and overlap by ``overlap``.

    A stretch ends, where it can, with a paragraph, a line, a sentence or a word.
    """
    start = 0
    while True:
        end = min(start + size, len(text))
        if end < len(text):
            end = _good_end(text, start + max(overlap, size // 2) + 1, end)
        yield Window(start, text[start:end])
        if end >= len(text):
            return
        start = end - overlap


def _good_end(text: str, earliest: int, latest: int) -> int:
    for mark in _BREAKS:
        found = text.rfind(mark, earliest, latest)
        if found >= 0:
            return found + len(mark)
    return latest
