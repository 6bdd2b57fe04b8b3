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
    `max_pages`: pages of a PDF. `max_seconds`: time for the pages of a PDF, and for an address with
    all its redirects, of which there may be `max_redirects`. `max_word_xml`: size of a Word
    document's text with its markup, at worst 8 s and 150 MB a megabyte. `max_markdown`: characters
    of Markdown, whose parser takes 5 s a million, and at worst 30.
    `max_unpacked`: what an archive holds in all; `max_ratio`: how many times smaller than its
    contents a packed file of a megabyte or more may be; `max_members`: files in an archive;
    `max_depth`: archives inside one another.
    """

    max_bytes: int = 20_000_000
    max_nesting: int = 50_000_000
    max_attributes: int = 1_000
    max_json: int = 1_000_000
    max_pages: int = 2_000
    max_seconds: float = 30.0
    max_redirects: int = 5
    max_word_xml: int = 4_000_000
    max_markdown: int = 500_000
    max_unpacked: int = 100_000_000
    max_ratio: int = 200
    max_members: int = 1_000
    max_depth: int = 3


DEFAULT_LIMITS = Limits()


def in_words(size: int) -> str:
    """A number of bytes as a reader would say it, such as "20 MB" or "1.5 kB"."""
    for unit, name in ((1_000_000, "MB"), (1_000, "kB")):
        if size >= unit:
            return f"{size / unit:.1f}".removesuffix(".0") + f" {name}"
    return f"{size} bytes"
