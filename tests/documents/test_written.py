"""Dates as pages print them."""

from __future__ import annotations

import pytest

from inforce.documents.words import words
from inforce.documents.written import dates_in


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("19 May 2025", "2025-05-19"),
        ("May 19, 2025", "2025-05-19"),
        ("May 19th, 2025", "2025-05-19"),
        ("the 1st of September 2025", "2025-09-01"),
        ("Sept. 21, 2015", "2015-09-21"),
        ("2025-12-27", "2025-12-27"),
        ("2025-12-27T08:00:00Z", "2025-12-27"),
        ("2025/12/27", "2025-12-27"),
        ("2025.12.27", "2025-12-27"),
        ("14.07.2025", "2025-07-14"),
        ("5. 6. 2025", "2025-06-05"),
        ("25/06/2025", "2025-06-25"),
        ("06/25/2025", "2025-06-25"),
        ("06/06/2025", "2025-06-06"),
        ("mardi 23 septembre 2025", "2025-09-23"),
        ("1er août 2025", "2025-08-01"),
        ("27. Dezember 2025", "2025-12-27"),
        ("8 de mayo de 2025", "2025-05-08"),
        ("4 giugno 2025", "2025-06-04"),
        ("20 lutego 2026 r.", "2026-02-20"),
        ("2025 m. gruodžio 27 d.", "2025-12-27"),
        ("2025. gada 16. aprīlī", "2025-04-16"),
        ("27. detsember 2025", "2025-12-27"),
        ("10. tammikuuta 2026", "2026-01-10"),
        ("10. desember 2025", "2025-12-10"),
        ("15 липня 2025 року", "2025-07-15"),
        ("18 декабря 2021 года", "2021-12-18"),
        ("8 May", "XXXX-05-08"),
        ("March 5", "XXXX-03-05"),
    ],
)
def test_forms_of_dates(text: str, edtf: str) -> None:
    assert [str(found.value) for found in dates_in(text)] == [edtf]


@pytest.mark.parametrize(
    "text",
    ["May 2025", "2025", "1997", "12:30", "500 000", "192.168.10.2025", "8 mayors", "3.5.1",
     "article 20 mars", "1234-56-78-90", "31 12 2025", "version 2.12.2025.1", "5 May 1215"],
)  # fmt: skip
def test_numbers_that_are_no_whole_date(text: str) -> None:
    dates = dates_in(text)
    assert [found for found in dates if found.has_year] == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("05/06/2025", "'05/06/2025' may be day first or month first"),
        ("31 February 2026", "2026-02-31 is not a day: February 2026 has 28 days"),
        ("2025-02-29", "2025-02-29 is not a day: February 2025 has 28 days"),
    ],
)
def test_dates_that_cannot_be_used_say_why(text: str, problem: str) -> None:
    assert [(found.value, found.problem) for found in dates_in(text)] == [(None, problem)]


def test_every_language_has_its_twelve_months_and_no_form_means_two() -> None:
    assert set(words("month").values()) == set(range(1, 13))
    assert set(words("weekday").values()) == set(range(1, 8))
    assert words("month")["мая"] == 5
    assert words("month")["listopada"] == 11
