"""Windows in time: a day of each year, and periods that come round."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inforce.dates.civil import add_days, add_months, days_in_month
from inforce.dates.errors import DateError
from inforce.dates.intervals import DayInterval
from inforce.dates.periods import Period

_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class YearlyWindow:
    """A day of each year, by which something may be done; 29 February is 28 in common years.

    Raises DateError if no year has that day.
    """

    month: int
    day: int

    def __post_init__(self) -> None:
        try:
            date(_LEAP_YEAR, self.month, self.day)
        except ValueError:
            raise DateError(
                f"month {self.month}, day {self.day} is in no year: a day of the year was expected"
            ) from None

    def in_year(self, year: int) -> date:
        """The day in that year."""
        return date(year, self.month, min(self.day, days_in_month(year, self.month)))

    def next_on_or_after(self, day: date) -> date:
        """The first such day that is `day` or later."""
        this_year = self.in_year(day.year)
        return this_year if this_year >= day else self.in_year(day.year + 1)


@dataclass(frozen=True, slots=True)
class RecurringWindow:
    """Windows of `length` that open on `first` and then after `every` period, counted from `first`.

    Raises DateError if a window would still be open when the next one opens, or if either period
    is of no length.
    """

    first: date
    every: Period
    length: Period

    def __post_init__(self) -> None:
        if not self.every.n or not self.length.n:
            raise DateError(
                f"windows of {self.length.words} every {self.every.words} have no length"
            )
        if self.length.end_after(self.first).day > self._start(1):
            raise DateError(
                f"windows of {self.length.words} every {self.every.words} overlap: "
                "a length no longer than the interval was expected"
            )

    def window_at(self, day: date) -> DayInterval | None:
        """The window that is open on `day`, or None."""
        if day < self.first:
            return None
        window = self._window(self._count_until(day))
        return window if window.contains(day) else None

    def next_after(self, day: date) -> DayInterval:
        """The first window that opens after `day`."""
        return self._window(0 if day < self.first else self._count_until(day) + 1)

    def _count_until(self, day: date) -> int:
        """The number of the last window that opened on or before `day`."""
        if self.every.months is not None:
            passed = (day.year - self.first.year) * 12 + day.month - self.first.month
            count = passed // self.every.months
        else:
            count = (day - self.first).days // (self.every.days or 1)
        return count if self._start(count) <= day else count - 1

    def _start(self, count: int) -> date:
        if self.every.months is not None:
            return add_months(self.first, self.every.months * count)
        return add_days(self.first, (self.every.days or 0) * count)

    def _window(self, count: int) -> DayInterval:
        start = self._start(count)
        return DayInterval(start, self.length.end_after(start).day)
