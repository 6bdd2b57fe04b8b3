"""Whole dates as pages print them at their head: "19 May 2025", "2025-12-27", "14.07.2025"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from inforce.dates import DateError, PartialDate
from inforce.documents.words import alternatives, words

# A date outside these years at the head of a page is a number of another kind.
_YEARS = range(1900, 2101)
_NUMBER = re.compile(r"\d+")
_WORD_BEFORE = re.compile(r"(?<![^\W\d_])[^\W\d_]++\.?\s++\Z")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date at text[start:end]: its value, or the `problem` that keeps it from having one."""

    start: int
    end: int
    value: PartialDate | None
    problem: str | None = None

    @property
    def has_year(self) -> bool:
        """Whether a year is written."""
        return self.value is not None and self.value.year is not None


def dates_in(text: str) -> list[WrittenDate]:
    """The dates with a day and a month in a line, in order; those without a year as XXXX-05-08.

    Numbers with slashes that may be either day or month first have a problem and no value. Where
    full stops separate them, the day is first, as everywhere that writes so (Unicode CLDR).
    """
    found, done = [], 0
    grammar = _grammar()
    for start in _starts(text):
        match = grammar.match(text, start) if start >= done else None
        if match is not None:
            done = match.end()
            if (date := _read(match)) is not None:
                found.append(date)
    return found


def _starts(text: str) -> Iterator[int]:
    """Where a date may begin: at a number, or at the word before one.

    Trying the names of the months at every word took two thirds of the time of loading a page.
    """
    for number in _NUMBER.finditer(text):
        word = _WORD_BEFORE.search(text, max(0, number.start() - _LONGEST), number.start())
        if word is not None:
            yield word.start()
        yield number.start()


@cache
def _grammar() -> re.Pattern[str]:
    month = rf"(?:{alternatives('month')})(?![^\W_])\.?"
    return re.compile(
        rf"""(?<![\w./-])(?:
          (?P<y1>\d{{4}})(?P<sep>[-./])(?P<m1>\d{{1,2}})(?P=sep)(?P<d1>\d{{1,2}})(?=T\d|\W|$)(?!-\d)
        | (?P<d2>\d{{1,2}})\.\s?(?P<m2>\d{{1,2}})\.\s?(?P<y2>\d{{4}})(?!\d|\.\d)
        | (?P<a3>\d{{1,2}})(?P<sep3>[/-])(?P<b3>\d{{1,2}})(?P=sep3)(?P<y3>\d{{4}})(?![\d/-])
        | (?P<d4>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?,?\s+(?:de\s+|of\s+)?(?P<m4>{month})
          (?:,?\s+(?:del?\s+)?(?P<y4>\d{{4}})(?!\d))?
        | (?P<m5>{month})\s+(?P<d5>\d{{1,2}})(?:st|nd|rd|th)?(?![\w:])
          (?:,?\s+(?P<y5>\d{{4}})(?!\d))?
        | (?P<y6>\d{{4}})(?:\s?m\.|\.\s?gada)\s+
          (?:(?P<m6>{month})\s+(?P<d6>\d{{1,2}})(?!\d)|(?P<d7>\d{{1,2}})\.\s?(?P<m7>{month}))
        )""",
        re.IGNORECASE | re.VERBOSE,
    )


def _read(match: re.Match[str]) -> WrittenDate | None:
    year = match["y1"] or match["y2"] or match["y3"] or match["y4"] or match["y5"] or match["y6"]
    if year and int(year) not in _YEARS:
        return None
    if match["a3"]:
        return _slashed(match, int(match["a3"]), int(match["b3"]), year)
    day = next(filter(None, (match[f"d{n}"] for n in (1, 2, 4, 5, 6, 7))))
    number = match["m1"] or match["m2"]
    name = match["m4"] or match["m5"] or match["m6"] or match["m7"]
    month = int(number) if number else words("month")[name.casefold().removesuffix(".")]
    return _valued(match, year, month, int(day))


def _slashed(match: re.Match[str], first: int, second: int, year: str) -> WrittenDate | None:
    if first != second and max(first, second) <= 12:
        problem = f"{match[0]!r} may be day first or month first"
        return WrittenDate(match.start(), match.end(), None, problem)
    day, month = (first, second) if second <= 12 else (second, first)
    return _valued(match, year, month, day)


def _valued(match: re.Match[str], year: str | None, month: int, day: int) -> WrittenDate | None:
    try:
        value = PartialDate.parse(f"{year or 'XXXX'}-{month:02}-{day:02}")
    except DateError as error:
        return WrittenDate(match.start(), match.end(), None, str(error))
    return WrittenDate(match.start(), match.end(), value)
