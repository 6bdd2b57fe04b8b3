from __future__ import annotations

from datetime import date

import pytest

from inforce.checking import words
from inforce.dates import DayInterval, DaySet, PartialDate


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2025-05-08", "on 8 May 2025"),
        ("2025-05", "in May 2025"),
        ("2025", "in 2025"),
        ("2025-06-12~", "about 12 June 2025"),
        ("XXXX-05", "in May"),
        ("XXXX-05-08", "on 8 May"),
        ("2025-05-12/2025-05-18", "between 12 May 2025 and 18 May 2025"),
        ("../2025-06-27", "on a day until 27 June 2025"),
    ],
)
def test_a_partial_date_reads_as_english_at_its_own_precision(edtf: str, expected: str) -> None:
    assert words.on(PartialDate.parse(edtf)) == expected


@pytest.mark.parametrize(
    ("first", "end", "expected"),
    [
        (date(2025, 12, 27), date(2026, 1, 1), "from 27 to 31 December 2025"),
        (date(2025, 5, 1), date(2025, 5, 2), "on 1 May 2025"),
        (date(2025, 3, 12), date(2025, 9, 1), "from 12 March to 31 August 2025"),
        (date(2026, 2, 20), None, "from 20 February 2026 on"),
        (None, date(1999, 3, 1), "until 28 February 1999"),
    ],
)
def test_an_interval_names_its_last_day(
    first: date | None, end: date | None, expected: str
) -> None:
    assert words.interval(DayInterval(first, end)) == expected


def test_many_stretches_are_cut_to_the_latest() -> None:
    days = DaySet.of(
        *(DayInterval(date(year, 1, 1), date(year, 1, 2)) for year in range(2001, 2007))
    )
    assert words.days(days) == (
        "among others on 1 January 2004, on 1 January 2005 and on 1 January 2006"
    )


def test_a_list_has_an_and_before_its_last_item() -> None:
    assert words.listed(["Estonia", "Latvia", "Lithuania"]) == "Estonia, Latvia and Lithuania"
    assert words.listed(["Estonia"]) == "Estonia"
    assert words.listed([]) == ""
