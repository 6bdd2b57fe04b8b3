"""Where a page prints its own day, and where a date belongs to its story."""

from __future__ import annotations

import pytest

from inforce.documents import load_text
from inforce.documents.datelines import find_published

BODY = (
    "The chamber voted on 8 May 2025 to leave, and the government handed over the note on 27 June "
    "2025; by the treaty's own clause the exit takes effect on 27 December 2025, a minister said. "
    "Nothing else changes until then."
)
HEADLINE = "Ruritania hands in its notice"


@pytest.mark.parametrize(
    ("head", "edtf"),
    [
        ("19 May 2025", "2025-05-19"),
        ("Monday, 19 May 2025", "2025-05-19"),
        ("16 January 2026 16:08", "2026-01-16"),
        ("16 January 2026, 4:08 p.m. EST", "2026-01-16"),
        ("17:17 14.07.2025", "2025-07-14"),
        ("mardi, 23 septembre, 2025", "2025-09-23"),
        ("Alex B. | 19 May 2025", "2025-05-19"),
        ("By Flavia Elphberg, 19 May 2025", "2025-05-19"),
        ("By Flavia Elphberg on May 19, 2025", "2025-05-19"),
        ("Strelsau • 27 December 2025, 09:13 • 124 views", "2025-12-27"),
        ("Strelsau, 8 May 2025", "2025-05-08"),
        ("8 May 2025, Strelsau", "2025-05-08"),
        ("Published: 5 March 2031 at 10:15 GMT", "2031-03-05"),
        ("Date: 2031-03-05", "2031-03-05"),
        ("Published 5 March 2031 | Updated 7 March 2031", "2031-03-05"),
        ("Veröffentlicht am 5. März 2031", "2031-03-05"),
        ("Опубліковано: 15 липня 2025", "2025-07-15"),
        ("Paskelbta 2025 m. gruodžio 27 d.", "2025-12-27"),
        ("Last updated: 3 May 2016", "../2016-05-03"),
    ],
)
def test_lines_that_give_the_day_of_the_page(head: str, edtf: str) -> None:
    found = find_published([HEADLINE, head, BODY])
    assert str(found.published) == edtf
    assert found.bylines == {1}
    assert found.notes == ()


@pytest.mark.parametrize(
    ("body", "edtf"),
    [
        ("GENEVA, 5 September 2025 – {}", "2025-09-05"),
        ("Geneva, 5 September 2025 – {}", "2025-09-05"),
        ("TALLINN, June 4, 2025 (ABC/DEF) - {}", "2025-06-04"),
        ("STRELSAU, Ruritania, March 5, 2031 (ABC) -- {}", "2031-03-05"),
        ("MOSCOW, September 8. /ABCD/. {}", "XXXX-09-08"),
        ("ISLAMABAD, May 21 (APP): {}", "XXXX-05-21"),
        ("AMSTERDAM, Sept 21 {}", "XXXX-09-21"),
        (" date 2015-09-21 AMSTERDAM, Sept 21 {}", "2015-09-21"),
    ],
)
def test_datelines_of_agencies(body: str, edtf: str) -> None:
    assert str(load_text(body.format(BODY)).published) == edtf


def test_a_numeric_date_at_the_end_of_a_headline() -> None:
    assert str(find_published([f"{HEADLINE} - 2003-04-11", BODY]).published) == "2003-04-11"


@pytest.mark.parametrize(
    "lines",
    [
        [HEADLINE, BODY],
        [HEADLINE, "On 8 May 2025 the chamber voted for it.", BODY],
        [HEADLINE, "The convention of 18 September 1997", BODY],
        [HEADLINE, "After 27 December 2025", BODY],
        [HEADLINE, "Withdrawal on 27 December 2025", BODY],
        ["Ruritania to leave the treaty on 27 December 2025", BODY],
        ["Ruritania joins as a state party from January 1, 2025", BODY],
        ["Ruritania leaves – on 27 December 2025", BODY],
        ["8 May 2025 was a cold day in Strelsau, and the chamber was half empty.", BODY],
        ["Strelsau, 8 May 2025 was a cold day, and the chamber was half empty.", BODY],
        ["May 8, 2025 (UTC) was the day on which the chamber voted to leave.", BODY],
        [BODY, BODY, "19 May 2025", BODY, BODY, BODY],
        ["In Strelsau, 8 May 2025 - the day of the vote - was cold, and nobody came.", BODY],
    ],
)
def test_a_date_of_the_story_is_not_the_day_of_the_page(lines: list[str]) -> None:
    assert find_published(lines).published is None


def test_a_chronology_has_no_dateline() -> None:
    entries = [
        "Ruritania, 8 May 2025 – the chamber votes to leave the treaty.",
        "Graustark, 17 April 2025 – the assembly does the same, by a wide margin.",
    ]
    assert find_published([HEADLINE, *entries]).published is None


def test_a_dateline_beats_another_date_which_is_noted() -> None:
    found = find_published([HEADLINE, "August 24, 2025", f"GENEVA, 5 September 2025 – {BODY}"])
    assert str(found.published) == "2025-09-05"
    assert found.notes == ("the text also carries the date 2025-08-24",)


def test_a_date_without_a_year_that_fits_is_no_other_date() -> None:
    found = find_published(["date 2015-09-21", f"AMSTERDAM, Sept 21 {BODY}"])
    assert str(found.published) == "2015-09-21"
    assert found.notes == ()


def test_an_ambiguous_or_impossible_day_is_noted_and_not_used() -> None:
    ambiguous = find_published([HEADLINE, "Published: 05/06/2025", BODY])
    assert ambiguous.published is None
    assert ambiguous.notes == ("'05/06/2025' may be day first or month first",)
    impossible = find_published([HEADLINE, "31 February 2026", BODY])
    assert impossible.published is None
    assert impossible.notes == ("2026-02-31 is not a day: February 2026 has 28 days",)


def test_a_label_at_the_foot_of_a_page_counts() -> None:
    lines = [HEADLINE, *[BODY] * 5, "Published on 19 May 2025", "© 2025"]
    assert str(find_published(lines).published) == "2025-05-19"
