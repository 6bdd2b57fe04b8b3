"""What a format's reader makes of a file, before a Document is made of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from inforce.dates import PartialDate
from inforce.documents.model import Block


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself outside its text; `language` is its own claim."""

    published: PartialDate | None = None
    title: str | None = None
    outlet: str | None = None
    address: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A normalised text in blocks, with its metadata; the kinds of its blocks are provisional."""

    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata = field(default_factory=Metadata)
