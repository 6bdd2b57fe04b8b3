from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.dates import DateError
from inforce.dates.civil import add_days, add_months, day_after, days_in_month


@pytest.mark.parametrize(
    ("year", "month", "days"),
    [(1900, 2, 28), (2000, 2, 29), (2001, 2, 28), (2024, 2, 29), (2025, 4, 30), (2025, 12, 31)],
)
def test_the_gregorian_months(year: int, month: int, days: int) -> None:
    assert days_in_month(year, month) == days


@given(st.dates(date(1800, 1, 1), date(2200, 1, 1)), st.integers(0, 1200), st.integers(0, 1200))
def test_months_added_at_once_are_never_before_months_added_in_turn(
    day: date, first: int, second: int
) -> None:
    """The month-end rule may cost days at each step, so a period is added in one step."""
    assert add_months(add_months(day, first), second) <= add_months(day, first + second)


def test_the_end_of_the_calendar() -> None:
    assert day_after(date(2025, 12, 31)) == date(2026, 1, 1)
    assert day_after(date.max) is None
    with pytest.raises(DateError, match="the year 10000 was reached, but years run from 1 to 9999"):
        add_months(date(9999, 12, 1), 1)
    with pytest.raises(DateError, match="9999-12-31 and 1 days leave the calendar"):
        add_days(date.max, 1)
