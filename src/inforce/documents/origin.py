"""The way back from the characters of a document's text to those of its original."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Places:
    """For each character of a text, where the original characters it stands for start and end.

    Both arrays have one entry a character of the text and never fall.
    """

    starts: array[int]
    ends: array[int]

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """The original's stretch behind text[start:end]; an empty stretch stays empty."""
        if start == end:
            place = self.starts[start] if start < len(self.starts) else self.last_end
            return place, place
        return self.starts[start], self.ends[end - 1]

    @property
    def last_end(self) -> int:
        """Where the last character's original ends."""
        return self.ends[-1] if self.ends else 0


@dataclass(frozen=True)
class Origin:
    """A text's original, as decoded, and how to trace the text back to it.

    The places are worked out when first asked for, because most documents are read without
    anyone asking. `trace` takes the original and the text.
    """

    original: str
    text: str
    trace: Callable[[str, str], Places]

    @cached_property
    def _places(self) -> Places:
        return self.trace(self.original, self.text)

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Where text[start:end] stands in the original."""
        return self._places.locate(start, end)
