from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from inforce.dates import (
    DateError,
    DayRule,
    PartialDate,
    Period,
    Reckoned,
    between,
    first_day_of_month_after,
)

SIX_MONTHS = Period(6, "months")
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
PERIODS = st.builds(
    Period, st.integers(0, 400), st.sampled_from(["days", "weeks", "months", "years"])
)


@pytest.mark.parametrize(
    ("text", "period", "iso", "words"),
    [
        ("P6M", SIX_MONTHS, "P6M", "six months"),
        ("P1Y", Period(1, "years"), "P1Y", "one year"),
        ("P90D", Period(90, "days"), "P90D", "90 days"),
        ("P2W", Period(2, "weeks"), "P2W", "two weeks"),
        ("P12M", Period(12, "months"), "P12M", "twelve months"),
        ("P1Y6M", Period(18, "months"), "P18M", "18 months"),
        ("P0D", Period(0, "days"), "P0D", "no days"),
    ],
)
def test_iso_and_words(text: str, period: Period, iso: str, words: str) -> None:
    assert Period.parse(text) == period
    assert period.iso == iso
    assert period.words == str(period) == words


@given(PERIODS)
def test_iso_round_trip(period: Period) -> None:
    assert Period.parse(period.iso) == period


@pytest.mark.parametrize(
    "text", ["", "P", "6M", "P6", "PT6H", "P-6M", "P1M2D", "P1Y2W", "p6m", "P1.5M", "P٦M"]
)
def test_what_is_no_period(text: str) -> None:
    with pytest.raises(DateError) as caught:
        Period.parse(text)
    assert str(caught.value) == (
        f"{text!r} is not a period: one unit such as P6M or P90D was expected"
    )


def test_period_faults() -> None:
    with pytest.raises(DateError, match="'fortnights' is not a unit: years, months, weeks, days"):
        Period(1, "fortnights")
    with pytest.raises(DateError, match="-1 days is not a period: 0 or more was expected"):
        Period(-1, "days")


def test_same_length() -> None:
    assert Period(1, "years").same_length_as(Period(12, "months"))
    assert Period(2, "weeks").same_length_as(Period(14, "days"))
    assert Period(0, "months").same_length_as(Period(0, "days"))
    assert not Period(1, "months").same_length_as(Period(30, "days"))
    assert not SIX_MONTHS.same_length_as(Period(180, "days"))


@pytest.mark.parametrize(
    ("notice", "period", "end"),
    [
        # Notices of withdrawal from the Ottawa Convention and the Convention on Cluster
        # Munitions, and the days on which the depositary says they take effect.
        ("2025-06-27", SIX_MONTHS, "2025-12-27"),
        ("2025-07-10", SIX_MONTHS, "2026-01-10"),
        ("2025-08-20", SIX_MONTHS, "2026-02-20"),
        ("2024-09-06", SIX_MONTHS, "2025-03-06"),
        # Months that lack the day.
        ("2025-08-31", SIX_MONTHS, "2026-02-28"),
        ("2023-08-31", SIX_MONTHS, "2024-02-29"),
        ("2025-03-31", Period(1, "months"), "2025-04-30"),
        ("2024-02-29", Period(1, "years"), "2025-02-28"),
        ("2024-02-29", Period(4, "years"), "2028-02-29"),
        ("2024-02-28", Period(1, "years"), "2025-02-28"),
        # Days are days.
        ("2024-02-28", Period(2, "days"), "2024-03-01"),
        ("2025-01-01", Period(90, "days"), "2025-04-01"),
        ("2025-12-24", Period(1, "weeks"), "2025-12-31"),
    ],
)
def test_end_after(notice: str, period: Period, end: str) -> None:
    assert period.end_after(date.fromisoformat(notice)).day == date.fromisoformat(end)


def test_the_steps_of_a_plain_period() -> None:
    assert SIX_MONTHS.end_after(date(2025, 6, 27)) == Reckoned(
        date(2025, 12, 27), ("2025-06-27 + six months = 2025-12-27",)
    )


def test_the_steps_name_the_month_end_rule_and_the_day_after() -> None:
    assert SIX_MONTHS.end_after(date(2025, 8, 31), DayRule.DAY_AFTER) == Reckoned(
        date(2026, 3, 1),
        (
            "2025-08-31 + six months = 2026-02-28",
            "February 2026 has no day 31: its last day, 28, is taken",
            "this depositary gives the day after: 2026-03-01",
        ),
    )


def test_the_end_of_the_calendar() -> None:
    with pytest.raises(DateError, match="the year 10000 was reached"):
        SIX_MONTHS.end_after(date(9999, 12, 1))
    with pytest.raises(DateError, match="leave the calendar"):
        Period(90, "days").end_after(date(9999, 12, 1))


@given(DAYS, st.integers(0, 120))
def test_month_end_rule(day: date, n: int) -> None:
    """Clause: the same day number n months on, and the month's last day where it lacks that."""
    end = Period(n, "months").end_after(day).day
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == n
    is_last_of_month = (end + timedelta(days=1)).day == 1
    assert end.day == day.day or (is_last_of_month and end.day < day.day)


@given(DAYS, st.integers(0, 120))
def test_the_trace_says_when_the_month_end_rule_was_used(day: date, n: int) -> None:
    reckoned = Period(n, "months").end_after(day)
    assert ("its last day" in " ".join(reckoned.steps)) is (reckoned.day.day != day.day)


@given(DAYS, DAYS, PERIODS)
def test_a_later_start_never_ends_earlier(a: date, b: date, period: Period) -> None:
    """Monotone: so a span of starts gives the span of ends."""
    first, last = sorted((a, b))
    assert period.end_after(first).day <= period.end_after(last).day


@given(DAYS, st.integers(0, 120), st.integers(0, 120))
def test_a_longer_period_never_ends_earlier(day: date, m: int, n: int) -> None:
    shorter, longer = sorted((m, n))
    assert (
        Period(shorter, "months").end_after(day).day <= Period(longer, "months").end_after(day).day
    )


@given(DAYS, st.integers(0, 4000))
def test_days_are_undone_by_subtracting_them(day: date, n: int) -> None:
    assert Period(n, "days").end_after(day).day - timedelta(days=n) == day


@given(DAYS, PERIODS)
def test_the_day_after_is_one_day_later(day: date, period: Period) -> None:
    same = period.end_after(day).day
    assert period.end_after(day, DayRule.DAY_AFTER).day == same + timedelta(days=1)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2025-06-27", "2025-12-27"),
        ("2025-03", "2025-09"),
        ("2025-02", "2025-08-01/2025-08-28"),
        ("2025-08", "2026-02"),
        ("2025", "2025-07-01/2026-06-30"),
        ("2025-06-27/2025-06-28", "2025-12-27/2025-12-28"),
        ("../2025-06-27", "../2025-12-27"),
        ("2025-06-27/..", "2025-12-27/.."),
        ("2025-03~", "2025-09~"),
        ("2025-06-27?", "2025-12-27?"),
        ("XXXX-06-27", "XXXX"),
    ],
)
def test_a_period_from_a_partial_date(start: str, end: str) -> None:
    assert SIX_MONTHS.end_after_partial(PartialDate.parse(start)).edtf == end


def test_a_period_from_a_partial_date_with_the_day_after() -> None:
    start = PartialDate.parse("2025-06-27")
    assert SIX_MONTHS.end_after_partial(start, DayRule.DAY_AFTER).edtf == "2025-12-28"


@given(DAYS, st.integers(0, 60), st.integers(0, 60), PERIODS)
def test_the_end_lies_in_the_span_of_ends(day: date, a: int, b: int, period: Period) -> None:
    """Clause: whichever day of the start is the true one, its end is within the partial end."""
    start = PartialDate.between(day - timedelta(days=a), day + timedelta(days=b))
    assert period.end_after_partial(start).could_be(period.end_after(day).day)


@pytest.mark.parametrize(
    ("deposit", "k", "entry"),
    [
        # Ottawa Convention, article 17: published days of entry into force.
        ("2003-05-12", 6, "2003-11-01"),
        ("2000-03-01", 6, "2000-09-01"),
        ("1998-09-16", 6, "1999-03-01"),
        ("2025-03-12", 6, "2025-09-01"),
        ("2025-12-31", 1, "2026-01-01"),
        ("2025-12-31", 0, "2025-12-01"),
    ],
)
def test_first_day_of_a_later_month(deposit: str, k: int, entry: str) -> None:
    found = first_day_of_month_after(date.fromisoformat(deposit), k)
    assert found.day == date.fromisoformat(entry)


def test_the_steps_to_the_first_day_of_a_later_month() -> None:
    assert first_day_of_month_after(date(2003, 5, 12), 6).steps == (
        "2003-05-12 is in May 2003",
        "May 2003 + six months = November 2003",
        "its first day: 2003-11-01",
    )
    with pytest.raises(DateError, match="-1 is not a count of months: 0 or more was expected"):
        first_day_of_month_after(date(2003, 5, 12), -1)


@given(DAYS, st.integers(0, 24))
def test_all_days_of_a_month_lead_to_the_same_first_day(day: date, k: int) -> None:
    found = first_day_of_month_after(day, k).day
    assert found == first_day_of_month_after(day.replace(day=1), k).day
    assert found == Period(k, "months").end_after(day.replace(day=1)).day


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("2025-06-27", "2025-12-27", "six months"),
        ("2025-06-27", "2025-12-26", "five months and 29 days"),
        ("2025-12-27", "2025-06-27", "six months"),
        ("2025-05-08", "2025-06-27", "one month and 19 days"),
        ("2025-08-31", "2026-02-28", "six months"),
        ("2025-08-31", "2026-03-01", "six months and one day"),
        ("2024-02-29", "2025-02-28", "one year"),
        ("1997-09-18", "1999-03-01", "one year, five months and eleven days"),
        ("2025-06-27", "2025-07-03", "six days"),
        ("2025-06-27", "2025-06-27", "the same day"),
    ],
)
def test_between(a: str, b: str, words: str) -> None:
    assert between(date.fromisoformat(a), date.fromisoformat(b)) == words


@given(DAYS, st.integers(1, 11))
def test_between_undoes_end_after(day: date, n: int) -> None:
    period = Period(n, "months")
    assert between(day, period.end_after(day).day) == period.words


@given(DAYS, DAYS)
def test_between_is_symmetric(a: date, b: date) -> None:
    assume(a != b)
    assert between(a, b) == between(b, a)
