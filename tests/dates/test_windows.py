from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from inforce.dates import DateError, DayInterval, Period, RecurringWindow, YearlyWindow

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
UNITS = st.sampled_from(["days", "weeks", "months", "years"])

# A review every ten years from 1 January 1980, open for a year.
REVIEW = RecurringWindow(date(1980, 1, 1), Period(10, "years"), Period(1, "years"))


@pytest.mark.parametrize(
    ("month", "day", "asked", "found"),
    [
        (6, 30, "2025-06-29", "2025-06-30"),
        (6, 30, "2025-06-30", "2025-06-30"),
        (6, 30, "2025-07-01", "2026-06-30"),
        (2, 29, "2025-01-01", "2025-02-28"),
        (2, 29, "2024-01-01", "2024-02-29"),
        (2, 29, "2023-03-01", "2024-02-29"),
    ],
)
def test_a_day_of_each_year(month: int, day: int, asked: str, found: str) -> None:
    window = YearlyWindow(month, day)
    assert window.next_on_or_after(date.fromisoformat(asked)) == date.fromisoformat(found)


@given(DAYS, DAYS)
def test_the_next_yearly_day_is_the_first_one(any_day: date, asked: date) -> None:
    """Clause: on or after the day asked, and no such day lies between them."""
    window = YearlyWindow(any_day.month, any_day.day)
    found = window.next_on_or_after(asked)
    assert found >= asked
    assert window.in_year(found.year - 1) < asked


def test_yearly_faults() -> None:
    with pytest.raises(DateError, match="month 2, day 30 is in no year: a day of the year was"):
        YearlyWindow(2, 30)
    with pytest.raises(DateError, match="the year 10000 was reached, but years run to 9999"):
        YearlyWindow(1, 1).next_on_or_after(date(9999, 1, 2))


@pytest.mark.parametrize(
    ("asked", "opened"),
    [
        ("1979-12-31", None),
        ("1980-01-01", "1980"),
        ("1980-12-31", "1980"),
        ("1981-01-01", None),
        ("2020-06-15", "2020"),
        ("2029-12-31", None),
    ],
)
def test_the_window_at_a_day(asked: str, opened: str | None) -> None:
    found = REVIEW.window_at(date.fromisoformat(asked))
    if opened is None:
        assert found is None
    else:
        year = int(opened)
        assert found == DayInterval(date(year, 1, 1), date(year + 1, 1, 1))


@pytest.mark.parametrize(
    ("asked", "year"), [("1970-05-05", 1980), ("1979-12-31", 1980), ("1980-01-01", 1990)]
)
def test_the_next_window(asked: str, year: int) -> None:
    found = REVIEW.next_after(date.fromisoformat(asked))
    assert found == DayInterval(date(year, 1, 1), date(year + 1, 1, 1))


@pytest.mark.parametrize(
    ("every", "length", "message"),
    [
        ("P1M", "P40D", "windows of 40 days every one month overlap"),
        ("P1M", "P30D", "windows of 30 days every one month overlap"),
        ("P30D", "P1M", "windows of one month every 30 days overlap"),
        ("P1Y", "P13M", "windows of 13 months every one year overlap"),
        ("P0D", "P1D", "windows of one day every no days have no length"),
        ("P1Y", "P0D", "windows of no days every one year have no length"),
    ],
)
def test_recurring_faults(every: str, length: str, message: str) -> None:
    with pytest.raises(DateError) as caught:
        RecurringWindow(date(2025, 1, 31), Period.parse(every), Period.parse(length))
    assert str(caught.value).startswith(message)


@st.composite
def recurring(draw: st.DrawFn) -> RecurringWindow:
    every, length = (Period(draw(st.integers(1, 40)), draw(UNITS)) for _ in range(2))
    try:
        return RecurringWindow(draw(DAYS), every, length)
    except DateError:
        assume(False)
        raise


@given(recurring(), st.integers(-100, 20000))
def test_windows_come_in_order_and_apart(window: RecurringWindow, after: int) -> None:
    """Clause: the next window opens after the day; none opens between; they do not overlap."""
    day = window.first + timedelta(days=after)
    following = window.next_after(day)
    assert following.start is not None
    assert following.start > day
    assert window.window_at(following.start) == following
    current = window.window_at(day)
    if current is not None:
        assert current.contains(day)
        assert not current.overlaps(following)
        assert current.start is not None
        assert window.next_after(current.start) == following


@given(recurring(), st.integers(0, 30))
def test_windows_do_not_drift(window: RecurringWindow, count: int) -> None:
    """Clause: each opening is counted from the first, so a short month does not move the rest."""
    start = Period(window.every.n * count, window.every.unit).end_after(window.first).day
    found = window.window_at(start)
    assert found is not None
    assert found.start == start
