"""One date as stated: its digits, the digits left open, and how sure its author was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from inforce.dates.civil import (
    MONTH_NAMES,
    ONE_DAY,
    days_in_month,
    month_index,
    month_of_index,
)
from inforce.dates.errors import DateError

# ISO 8601-2 numbers the parts of a year: first month and number of months of each. It gives the
# seasons no days; here they are the meteorological ones, the northern where it names no hemisphere.
SEASONS = {
    **{"21": (3, 3), "22": (6, 3), "23": (9, 3), "24": (12, 3)},
    **{"25": (3, 3), "26": (6, 3), "27": (9, 3), "28": (12, 3)},
    **{"29": (9, 3), "30": (12, 3), "31": (3, 3), "32": (6, 3)},
    **{"33": (1, 3), "34": (4, 3), "35": (7, 3), "36": (10, 3)},
    **{"37": (1, 4), "38": (5, 4), "39": (9, 4)},
    **{"40": (1, 6), "41": (7, 6)},
}
_LAST_WEATHER_SEASON = "32"
# Nobody defines how far "about" reaches, so one unit of the stated precision is allowed each way
# (as python-edtf pads by default), except that "about 8 May" is given a week.
DAY_MARGIN = timedelta(days=7)
# Astronomical seasons begin up to three weeks after the meteorological ones.
SEASON_SLACK_MONTHS = 1
_CONTIGUOUS = re.compile(r"[0-9]*X*")


@dataclass(frozen=True, slots=True)
class Stated:
    """A year, perhaps a month or season, perhaps a day; `X` stands for an unspecified digit.

    `year` has four characters, `month` and `day` two or are None; `qualifier` is one of "", "?"
    (uncertain), "~" (approximate), "%" (both). `earliest` and `latest` are the first and last
    possible day, both inclusive, None where the year is wholly open. Raises DateError when no
    day fits.
    """

    year: str
    month: str | None = None
    day: str | None = None
    qualifier: str = ""
    earliest: date | None = field(init=False, repr=False, compare=False)
    latest: date | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        earliest, latest = self._span()
        object.__setattr__(self, "earliest", earliest)
        object.__setattr__(self, "latest", latest)

    @property
    def text(self) -> str:
        """Its EDTF text."""
        return "-".join(p for p in (self.year, self.month, self.day) if p) + self.qualifier

    @property
    def approximate(self) -> bool:
        """Whether it is marked "~" or "%"."""
        return self.qualifier in {"~", "%"}

    @property
    def uncertain(self) -> bool:
        """Whether it is marked "?" or "%"."""
        return self.qualifier in {"?", "%"}

    @property
    def is_season(self) -> bool:
        """Whether the month is a number from 21 to 41: a season, a quarter, a half year."""
        return self.month in SEASONS

    @property
    def is_contiguous(self) -> bool:
        """Whether the days it allows follow one another without a gap."""
        digits = self.year + (self.month or "") + (self.day or "")
        return _CONTIGUOUS.fullmatch(digits) is not None

    @property
    def possible(self) -> tuple[date | None, date | None]:
        """The first and last day that may be meant, with the margin of an approximate date."""
        first, last = self.earliest, self.latest
        if first is None or last is None:
            return None, None
        if self.is_season:
            return self._possible_season(first, last)
        if not self.approximate:
            return first, last
        if self.day is not None and self.day != "XX":
            return _clamped(first, -DAY_MARGIN), _clamped(last, DAY_MARGIN)
        margin = self._margin_months()
        return _month_start(first, -margin), _month_end(last, margin)

    def first_day(self, low: date, high: date) -> date | None:
        """The first stated day from `low` to `high`, both inclusive, without any margin."""
        if self.earliest is not None and self.latest is not None:
            low, high = max(low, self.earliest), min(high, self.latest)
        if low > high:
            return None
        if self.is_season or self.is_contiguous:
            return low
        return next((day for day in self._candidates(low, high) if low <= day <= high), None)

    def could_be(self, day: date) -> bool:
        """Whether that day may be meant, with the margin of an approximate date."""
        first, last = self.possible
        if first is not None and last is not None:
            inside = first <= day <= last
            widened = self.approximate or self.is_season
            return inside and (widened or self.first_day(day, day) is not None)
        return self.first_day(*self.reach(day)) is not None

    def reach(self, day: date) -> tuple[date, date]:
        """The days round that day which an approximate date without a year counts as near."""
        if not self.approximate:
            return day, day
        if self.day is not None and self.day != "XX":
            return _clamped(day, -DAY_MARGIN), _clamped(day, DAY_MARGIN)
        return _month_start(day, -1), _month_end(day, 1)

    def common_pattern(self, other: Stated) -> Stated | None:
        """What both state, digit by digit; None where two stated digits differ or no day fits."""
        parts = []
        for mine, theirs, width in (
            (self.year, other.year, 4),
            (self.month, other.month, 2),
            (self.day, other.day, 2),
        ):
            merged = _merge(mine or "X" * width, theirs or "X" * width)
            if merged is None:
                return None
            parts.append(merged)
        try:
            return Stated(parts[0], parts[1], parts[2])
        except DateError:
            return None

    def covers_pattern(self, other: Stated) -> bool:
        """Whether each digit stated here is stated alike by the other."""
        return all(a in ("X", b) for a, b in zip(_padded(self), _padded(other), strict=True))

    def _span(self) -> tuple[date | None, date | None]:
        if self.month and self.day and (self.year + self.month + self.day).isdigit():
            only = self._existing_day(int(self.year), self.month)
            return only, only
        if self.year == "0000":
            raise DateError(f"{self.text} has no year: years run from 0001 to 9999")
        if self.is_season:
            return self._season_span()
        return self._pattern_span()

    def _existing_day(self, year: int, month: str) -> date:
        """The one day stated, or the reason why there is none."""
        self._check_month(month)
        try:
            return date(year, int(month), int(self.day or 0))
        except ValueError:
            pass
        if not year:
            raise DateError(f"{self.text} has no year: years run from 0001 to 9999")
        name, days = MONTH_NAMES[int(month) - 1], days_in_month(year, int(month))
        raise DateError(f"{self.text} is not a day: {name} {year} has {days} days")

    def _check_month(self, month: str) -> None:
        if month.isdigit() and not 1 <= int(month) <= 12:
            raise DateError(
                f"{self.text} has no month {month}: a month from 01 to 12 was expected"
                + ("" if self.day else ", or 21 to 41 for a part of the year")
            )

    def _season_span(self) -> tuple[date | None, date | None]:
        if self.day is not None or "X" in self.year:
            raise DateError(f"{self.text} is not a season: a full year and no day were expected")
        month, months = SEASONS[self.month or ""]
        first = date(int(self.year), month, 1)
        return first, _month_end(first, months - 1)

    def _possible_season(self, first: date, last: date) -> tuple[date, date]:
        """A season in the looser sense of a text: "winter 2025" may be its January too."""
        month, months = SEASONS[self.month or ""]
        of_weather = (self.month or "") <= _LAST_WEATHER_SEASON
        margin = months if self.approximate else SEASON_SLACK_MONTHS * of_weather
        if month == 12:
            first = date(first.year, 1, 1)
        return _month_start(first, -margin), _month_end(last, margin)

    def _pattern_span(self) -> tuple[date | None, date | None]:
        if self.month is not None:
            self._check_month(self.month)
        first = self._bound(reverse=False)
        if first is None:
            raise DateError(f"{self.text} fits no day of the calendar")
        if self.year == "XXXX":
            return None, None
        return first, self._bound(reverse=True)

    def _bound(self, *, reverse: bool) -> date | None:
        """The first or last day of the whole calendar that fits."""
        return next(self._candidates(date.min, date.max, reverse=reverse), None)

    def _candidates(self, low: date, high: date, *, reverse: bool = False) -> Iterator[date]:
        step = -1 if reverse else 1
        for year in _matching(self.year, low.year, high.year)[::step]:
            for month in _matching(self.month or "XX", 1, 12)[::step]:
                last = days_in_month(year, month)
                for day in _matching(self.day or "XX", 1, last)[::step]:
                    yield date(year, month, day)

    def _margin_months(self) -> int:
        """One unit of the stated precision, in months."""
        if self.month is not None and self.month != "XX":
            return 1
        return 12 * int(10 ** self.year.count("X"))


def _padded(stated: Stated) -> str:
    return stated.year + (stated.month or "XX") + (stated.day or "XX")


def _merge(a: str, b: str) -> str | None:
    merged = ""
    for x, y in zip(a, b, strict=True):
        if "X" not in (x, y) and x != y:
            return None
        merged += y if x == "X" else x
    return merged


def _matching(pattern: str, low: int, high: int) -> Sequence[int]:
    """The numbers from `low` to `high` whose digits fit the pattern."""
    least, most = int(pattern.replace("X", "0")), int(pattern.replace("X", "9"))
    within = range(max(low, least), min(high, most) + 1)
    if _CONTIGUOUS.fullmatch(pattern):
        return within
    return [n for n in within if _merge(pattern, f"{n:0{len(pattern)}}") is not None]


def _clamped(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta(0) else date.min


def _month_start(day: date, months: int) -> date:
    index = month_index(day.year, day.month) + months
    if index < month_index(1, 1):
        return date.min
    return date(*month_of_index(index), 1)


def _month_end(day: date, months: int) -> date:
    index = month_index(day.year, day.month) + months + 1
    if index > month_index(9999, 12):
        return date.max
    return date(*month_of_index(index), 1) - ONE_DAY
