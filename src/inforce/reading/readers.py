"""What a reader is, and the deterministic reader as one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from inforce.reading.reader import Reading, read

if TYPE_CHECKING:
    from inforce.catalogue.catalogue import Catalogue
    from inforce.dates import PartialDate
    from inforce.reading.readable import Readable


class Reader(Protocol):
    """Whatever turns a document into statements, each with a verbatim quote and its place."""

    @property
    def name(self) -> str:
        """By which name a user tells it from another."""

    def read(self, document: Readable, *, published: PartialDate | None = None) -> Reading:
        """The statements of a document; ``published`` is its day where it does not say it."""


@dataclass(frozen=True, slots=True)
class DeterministicReader:
    """The reader that goes by lexicons and rules: the same text gives the same statements."""

    catalogue: Catalogue
    name: str = "deterministic"

    def read(self, document: Readable, *, published: PartialDate | None = None) -> Reading:
        """The statements of a document."""
        return read(document, self.catalogue, published=published)
