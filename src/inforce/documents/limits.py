"""How much of a document is read, so that no input takes unbounded time or memory."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one document; a document beyond them is refused, never cut short in silence.

    `max_bytes`: size of the file. `max_nesting`: the sum over a page's tags of how deep each
    stands, since the parser takes time in proportion to it (about 65 ns a unit: 3 s).
    `max_attributes`: attributes in one tag, whose cost grows with their square (1 ms for a
    thousand). `max_json`: characters of structured data read for the publication date.
    """

    max_bytes: int = 20_000_000
    max_nesting: int = 50_000_000
    max_attributes: int = 1_000
    max_json: int = 1_000_000


DEFAULT_LIMITS = Limits()


def in_words(size: int) -> str:
    """A number of bytes as a reader would say it, such as "20 MB" or "1.5 kB"."""
    for unit, name in ((1_000_000, "MB"), (1_000, "kB")):
        if size >= unit:
            return f"{size / unit:.1f}".removesuffix(".0") + f" {name}"
    return f"{size} bytes"
