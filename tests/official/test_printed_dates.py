"""Dates as registers print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.dates import DateError
from inforce.official.printed_dates import dates_in, numeric_date, printed_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8 Mar 1972", "1972-03-08"),
        (" 9  January 2012 ", "2012-01-09"),
        ("May 1951", "1951-05"),
        ("February 17th, 1926", "1926-02-17"),
        ("March 1st, 1927", "1927-03-01"),
    ],
)
def test_printed(text: str, expected: str) -> None:
    found = printed_date(text)
    assert found is not None
    assert found.edtf == expected


@pytest.mark.parametrize("text", ["", "X", "1972", "8 Foo 1972", "8 Mar 72", "on 8 Mar 1972"])
def test_no_printed_date(text: str) -> None:
    assert printed_date(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("03-12-1997", "1997-12-03"),
        ("27/6/2025", "2025-06-27"),
        ("1968-07-01 00:00:00", "1968-07-01"),
        ("2011-12-19T00:00:00", "2011-12-19"),
    ],
)
def test_numeric(text: str, expected: str) -> None:
    found = numeric_date(text)
    assert found is not None
    assert found.edtf == expected


def test_a_day_that_does_not_exist_is_refused() -> None:
    with pytest.raises(DateError, match="February 2026 has 28 days"):
        printed_date("30 Feb 2026")
    with pytest.raises(DateError, match="not a day"):
        numeric_date("31-04-2026")


def test_a_text_yields_its_dates_and_passes_over_impossible_ones() -> None:
    text = "On 27 June 2025 and 30 February 2025 and in May 2026."
    assert [when.edtf for _, when in dates_in(text)] == ["2025-06-27", "2026-05"]


@given(st.dates())
def test_every_day_is_read_back(day: object) -> None:
    text = f"{day:%-d %b %Y}".rpartition(" ")
    padded = f"{text[0]} {int(text[2]):04d}"
    found = printed_date(padded)
    assert found is not None
    assert found.the_day() == day
