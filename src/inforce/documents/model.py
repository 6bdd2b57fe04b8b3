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

    `name` is the path or id as given. All offsets count characters of `text`; `digest` is the
    SHA-256 of its UTF-8. `blocks` are in order, do not overlap and leave out only white space.
    `published` may be partial: a dateline without a year gives XXXX-09-08, a page that only says
    when it was last changed an interval that is open before. `language` is an ISO 639-1 code, or
    None when the text is too short or too mixed to tell. `notes` say what was repaired or left
    open, each in one clause.
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
    origin: Origin | None = field(default=None, repr=False, compare=False)

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """Where text[start:end] stands in the characters of the original, tags included.

        For HTML the stretch may span tags; a stretch that cannot be found there is given the
        place of what precedes it. Raises IndexError when outside the text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"{self.name}: {start} to {end} is outside 0 to {len(self.text)}")
        return (start, end) if self.origin is None else self.origin.locate(start, end)

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
