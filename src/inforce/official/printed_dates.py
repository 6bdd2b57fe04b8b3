"""Dates as official tables print them, to partial dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inforce.dates import DateError, PartialDate

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = (
    "January|February|March|April|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
PRINTED = rf"(?:\d{{1,2}}\s+)?(?:{_NAMES})\.?\s+\d{{4}}(?!\d)"
"""A pattern, without groups, of ``8 Mar 1972``, ``8 March 1972`` or ``March 1972``."""

_DAY_FIRST = re.compile(rf"(?:(\d{{1,2}})\s+)?({_NAMES})\.?\s+(\d{{4}})(?!\d)")
_MONTH_FIRST = re.compile(rf"({_NAMES})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d)")
_NUMBERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00)?(?:\.0+)?Z?)?")


def printed_date(text: str) -> PartialDate | None:
    """The date that a text is, day first or month first; None where it is no such date.

    Raises DateError for a day that does not exist.
    """
    text = " ".join(text.split())
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = match.groups()
    elif match := _MONTH_FIRST.fullmatch(text):
        month, day, year = match.groups()
    else:
        return None
    number = _MONTHS.index(month[:3].lower()) + 1
    stated = f"{year}-{number:02d}" + (f"-{int(day):02d}" if day else "")
    return PartialDate.parse(stated)


def numeric_date(text: str) -> PartialDate | None:
    """The date that ``dd-mm-yyyy``, ``dd/mm/yyyy`` or an ISO day is; None where it is none.

    A time of midnight behind an ISO day is no part of it. Raises DateError for a day that does
    not exist.
    """
    text = text.strip()
    if match := _ISO.fullmatch(text):
        return PartialDate.parse(match[1])
    if match := _NUMBERS.fullmatch(text):
        day, month, year = match.groups()
        return PartialDate.parse(f"{year}-{int(month):02d}-{int(day):02d}")
    return None


def dates_in(text: str) -> Iterator[tuple[re.Match[str], PartialDate]]:
    """Every printed date of a text with its place; days that do not exist are passed over."""
    for match in re.finditer(PRINTED, text):
        try:
            when = printed_date(match[0])
        except DateError:
            continue
        if when is not None:
            yield match, when
