"""The calendar of days and months, on the proleptic Gregorian calendar of `datetime.date`."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from inforce.dates.errors import DateError

ONE_DAY = timedelta(days=1)
MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def days_in_month(year: int, month: int) -> int:
    """How many days the month (1 to 12) of that year has."""
    return monthrange(year, month)[1]


def month_index(year: int, month: int) -> int:
    """Months counted in one row, so that months can be added and compared as numbers."""
    return year * 12 + month - 1


def month_of_index(index: int) -> tuple[int, int]:
    """The year and month of a `month_index`; DateError outside the years 1 to 9999."""
    year, zero_based = divmod(index, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise DateError(f"the year {year} was reached, but years run from {MINYEAR} to {MAXYEAR}")
    return year, zero_based + 1


def add_months(day: date, months: int) -> date:
    """The same day number that many months on; a day the month lacks becomes its last day."""
    year, month = month_of_index(month_index(day.year, day.month) + months)
    return date(year, month, min(day.day, days_in_month(year, month)))


def add_days(day: date, days: int) -> date:
    """That many days on; DateError outside the years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise DateError(
            f"{day} and {days} days leave the calendar, which runs from {date.min} to {date.max}"
        ) from None


def day_after(day: date) -> date | None:
    """The next day, or None (no bound) after the calendar's last day."""
    return None if day == date.max else day + ONE_DAY
