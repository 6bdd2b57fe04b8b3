"""Windows in time: a day of each year, and periods that come round."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

from inforce.dates.civil import add_days, add_months, days_in_month
from inforce.dates.errors import DateError
from inforce.dates.intervals import DayInterval
from inforce.dates.periods import Period

_LEAP_YEAR = 2000
_SHORTEST_MONTH, _LONGEST_MONTH = 28, 31


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
        """The day in that year; DateError outside the years 1 to 9999."""
        if not MINYEAR <= year <= MAXYEAR:
            raise DateError(f"the year {year} was reached, but years run to {MAXYEAR}")
        return date(year, self.month, min(self.day, days_in_month(year, self.month)))

    def next_on_or_after(self, day: date) -> date:
        """The first such day that is `day` or later."""
        this_year = self.in_year(day.year)
        return this_year if this_year >= day else self.in_year(day.year + 1)


@dataclass(frozen=True, slots=True)
class RecurringWindow:
    """Windows of `length` that open on `first` and then after `every` period, counted from `first`.

    A window holds its first day and ends before the day on which `length` ends. Raises DateError
    if a period has no length, or if a window might still be open when the next one opens.
    """

    first: date
    every: Period
    length: Period

    def __post_init__(self) -> None:
        if not self.every.n or not self.length.n:
            raise DateError(
                f"windows of {self.length.words} every {self.every.words} have no length"
            )
        if not self._apart():
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

    def _apart(self) -> bool:
        """Whether a window is sure to close before the next one opens."""
        length, every = self.length, self.every
        if length.months is not None and every.months is not None:
            return length.months <= every.months
        longest = length.days if length.months is None else length.months * _LONGEST_MONTH
        shortest = every.days if every.months is None else every.months * _SHORTEST_MONTH
        return (longest or 0) <= (shortest or 0)

    def _start(self, count: int) -> date:
        return self._after_first(count, None)

    def _window(self, count: int) -> DayInterval:
        return DayInterval(self._start(count), self._after_first(count, self.length))

    def _after_first(self, count: int, more: Period | None) -> date:
        """`count` intervals after `first`, and then `more`; all months are added at once."""
        periods = [Period(self.every.n * count, self.every.unit), *([more] if more else [])]
        months = sum(period.months or 0 for period in periods)
        days = sum(period.days or 0 for period in periods)
        return add_days(add_months(self.first, months), days)
