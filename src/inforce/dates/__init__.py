"""Partial dates, intervals and sets of days, three-valued comparison, legal periods."""

from inforce.dates.errors import DateError
from inforce.dates.intervals import DayInterval, DaySet
from inforce.dates.partial import PartialDate, Precision
from inforce.dates.periods import DayRule, Period, Reckoned, between, first_day_of_month_after
from inforce.dates.truth import Truth
from inforce.dates.windows import RecurringWindow, YearlyWindow

__all__ = [
    "DateError",
    "DayInterval",
    "DayRule",
    "DaySet",
    "PartialDate",
    "Period",
    "Precision",
    "Reckoned",
    "RecurringWindow",
    "Truth",
    "YearlyWindow",
    "between",
    "first_day_of_month_after",
]
