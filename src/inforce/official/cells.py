"""The dates in a cell of a participants' table, with their letters and brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from inforce.dates import DateError, PartialDate
from inforce.official.printed_dates import PRINTED, printed_date

_ENTRY = re.compile(rf"({PRINTED})\s*(?:\(?([A-Za-z]{{1,2}})\)?(?![A-Za-z]))?")
_SPARE = re.compile(r"[\s\[\].,;*–—-]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One date of a cell; ``bracketed`` where the participation that it began has ended."""

    date: PartialDate
    letter: str
    bracketed: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's entries, and the words in it that are neither date nor letter."""

    entries: tuple[Entry, ...]
    rest: str = ""


def read_cell(text: str) -> Cell:
    """The entries of a cell such as ``[ 9 Jan 2012 a]``; what is left of it stands in ``rest``."""
    entries, rest, end = [], [], 0
    for match in _ENTRY.finditer(text):
        rest.append(text[end : match.start()])
        end = match.end()
        before = text[: match.start()]
        try:
            when = printed_date(match[1])
        except DateError:
            rest.append(match[0])
            continue
        if when is not None:
            open_brackets = before.count("[") > before.count("]")
            entries.append(Entry(when, match[2] or "", open_brackets))
    rest.append(text[end:])
    return Cell(tuple(entries), " ".join(_SPARE.sub(" ", " ".join(rest)).split()))
