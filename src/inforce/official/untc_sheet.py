"""A treaty's sheet in the UN Treaty Collection, as printed, and what is found while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from inforce.dates import PartialDate
from inforce.official.model import Former, Unplaced
from inforce.official.names import Names
from inforce.official.sayings import Voice
from inforce.record.model import Statement

SOURCE = "unsg"
"""The catalogue's source for the Secretary-General as depositary."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of participants as printed: its heads, and its rows, each a name and cells."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The parts of a treaty's sheet as printed, markup included, before anything is understood.

    ``number`` is without the collection's name: ``XXVI-5``. A sheet without a table of
    participants has no ``tables``. ``force_words`` is all that stands behind the label of
    entry into force, of a treaty not yet in force too. ``notes`` are (index, markup)
    pairs; ``cited`` are (place, markup) pairs of other parts that cite notifications. ``heads``
    are (section, heading) pairs of the sections in which participants speak, ``spoken`` (author,
    footnote marks) pairs of their entries.
    """

    file: str
    format: str
    called: str
    number: str
    title: str
    force: str = ""
    force_words: str = ""
    ended: str = ""
    as_at: PartialDate | None = None
    printed_parties: int | None = None
    printed_signatories: int | None = None
    tables: tuple[Table, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    cited: tuple[tuple[str, str], ...] = ()
    repairs: tuple[str, ...] = ()
    heads: tuple[tuple[str, str], ...] = ()
    spoken: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows of all its tables."""
        return tuple(row for table in self.tables for row in table.rows)


@dataclass(slots=True)
class Reading:
    """What is found while a sheet is read."""

    names: Names
    voice: Voice
    acts: list[Statement] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)
    former: list[Former] = field(default_factory=list)
    parties: dict[str, str | None] = field(default_factory=dict)
    signatories: dict[str, str | None] = field(default_factory=dict)
