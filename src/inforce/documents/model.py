"""A document: its text, the parts of it, and the way back to the original characters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from inforce.dates import PartialDate
from inforce.documents.origin import Origin


class Format(StrEnum):
    """The formats that are read."""

    PLAIN = "plain text"
    HTML = "HTML"
    MARKDOWN = "Markdown"
    PDF = "PDF"
    WORD = "Word"
    MAIL = "e-mail"
    WEB_ARCHIVE = "web archive (MHTML)"
    FEED = "feed"
    JSON_LINES = "JSON Lines"


class BlockKind(StrEnum):
    """What a block of a document is to its reader."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    BYLINE = "byline"
    """Author, place, outlet and day of publication."""
    TEASER = "teaser"
    """Another report's headline, with its own day."""
    BOILERPLATE = "boilerplate"
    """The page's own furniture: an advertisement's label, a counter, an invitation to share."""


class PublishedFrom(StrEnum):
    """How the day of publication is known."""

    GIVEN = "given"
    METADATA = "page metadata"
    MAIL_HEADER = "Date header"
    FEED_ENTRY = "feed entry"
    RECORD = "article record"
    FRONT_MATTER = "front matter"
    DATELINE = "dateline in the text"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document's text, `start` inclusive and `end` exclusive, and its kind."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Document:
    """One text to be read, as its reader needs it.

    `name` is the path or address as given, with the place of the document in it where it holds
    several: `feed.xml#entry-3`, `articles.jsonl#12`, `bundle.zip/inner.html`. All offsets count
    characters of `text`; `digest` is the SHA-256 of its UTF-8. `blocks` are in order, do not
    overlap and leave out only white space. `published` may be partial: a dateline without a year
    gives XXXX-09-08, a page that only says when it was last changed an interval that is open
    before. `language` is an ISO 639-1 code, or None when the text is too short or too mixed to
    tell. `notes` say what was repaired or left open, each in one clause. `page_starts` are the
    offsets at which printed pages begin; empty for a format without pages.
    """

    name: str
    text: str
    digest: str
    format: Format = Format.PLAIN
    published: PartialDate | None = None
    published_from: PublishedFrom | None = None
    title: str | None = None
    outlet: str | None = None
    address: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    page_starts: tuple[int, ...] = ()
    origin: Origin | None = field(default=None, repr=False, compare=False)

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """Where text[start:end] stands in the characters of the original, tags included.

        The original is what was decoded: the file; the part of a mail or web archive; the title
        and text of a feed's entry or a JSON line. PDF and Word have no characters of their own,
        so there a place in the text stands for itself. For HTML the stretch may span tags; one
        that cannot be found there is given the place of what precedes it. Raises IndexError when
        outside the text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"{self.name}: {start} to {end} is outside 0 to {len(self.text)}")
        return (start, end) if self.origin is None else self.origin.locate(start, end)

    def pages(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and last page, counted from 1, of text[start:end]; None without pages.

        Raises IndexError when outside the text.
        """
        from bisect import bisect_right

        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"{self.name}: {start} to {end} is outside 0 to {len(self.text)}")
        if not self.page_starts:
            return None
        first = bisect_right(self.page_starts, start)
        return first, max(first, bisect_right(self.page_starts, max(start, end - 1)))

    def place(self, start: int, end: int) -> str:
        """Where a reader finds text[start:end]: "page 3" or "characters 120 to 180".

        Characters are those of the original, counted from 0. Raises IndexError when outside the
        text.
        """
        pages = self.pages(start, end)
        if pages is None:
            first, last = self.to_original(start, end)
            return f"characters {first} to {last}"
        return f"page {pages[0]}" if pages[0] == pages[1] else f"pages {pages[0]} to {pages[1]}"

    def block_at(self, offset: int) -> Block | None:
        """The block that holds that offset; None between blocks."""
        from bisect import bisect_right

        index = bisect_right(self.blocks, offset, key=_start) - 1
        if index < 0 or self.blocks[index].end <= offset:
            return None
        return self.blocks[index]

    def blocks_of(self, *kinds: BlockKind) -> Iterator[tuple[Block, str]]:
        """The blocks of these kinds with their text; all blocks when no kind is named."""
        for block in self.blocks:
            if not kinds or block.kind in kinds:
                yield block, self.text[block.start : block.end]


def _start(block: Block) -> int:
    return block.start
