"""What a format's reader makes of a file, before a Document is made of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from inforce.dates import PartialDate
from inforce.documents.model import Block, Format, PublishedFrom
from inforce.documents.origin import Origin


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself outside its text; `language` is its own claim.

    `created` is the day of the file, which need not be that of its publication.
    """

    published: PartialDate | None = None
    published_from: PublishedFrom = PublishedFrom.METADATA
    created: PartialDate | None = None
    title: str | None = None
    outlet: str | None = None
    address: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()

    def over(self, inner: Metadata) -> Metadata:
        """This account, completed by that of the page inside: a mail's header over its HTML."""
        own_day = self.published is not None
        return Metadata(
            published=self.published if own_day else inner.published,
            published_from=self.published_from if own_day else inner.published_from,
            created=self.created or inner.created,
            title=self.title or inner.title,
            outlet=self.outlet or inner.outlet,
            address=self.address or inner.address,
            language=self.language or inner.language,
            notes=(*self.notes, *inner.notes),
        )


@dataclass(frozen=True, slots=True)
class Page:
    """A normalised text in blocks, with its metadata; the kinds of its blocks are provisional.

    `page_starts` are the offsets at which printed pages begin, where the format has pages.
    """

    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata = field(default_factory=Metadata)
    page_starts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Extract:
    """A page under its document's name, with its format and the way back to its original."""

    name: str
    page: Page
    format: Format
    origin: Origin | None = None
    notes: tuple[str, ...] = ()

    def described(self, metadata: Metadata, format_: Format) -> Extract:
        """The same text as the part of another format, whose account of it counts first."""
        page = replace(self.page, metadata=metadata.over(self.page.metadata))
        return replace(self, page=page, format=format_)
