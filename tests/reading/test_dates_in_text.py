"""Dates in words, and the year that a document's own day gives them."""

from __future__ import annotations

import pytest

from reading.conftest import Reader

LEFT = "Latvia left the Ottawa Convention {}."


@pytest.mark.parametrize(
    ("words", "published", "date"),
    [
        ("on 27 December 2025", None, "2025-12-27"),
        ("on December 27, 2025", None, "2025-12-27"),
        ("on the 27th of December 2025", None, "2025-12-27"),
        ("on Dec. 27, 2025", None, "2025-12-27"),
        ("on 2025-12-27", None, "2025-12-27"),
        ("on Saturday, December 27", "2025-12-30", "2025-12-27"),
        ("in December 2025", None, "2025-12"),
        ("in early 2025", None, "2025~"),
        ("in 2025", None, "2025"),
        ("on 27 December", None, "XXXX-12-27"),
        ("on 27 December", "2026-01-09", "2025-12-27"),
        ("in December", "2026-01-09", "2025-12"),
        ("on Saturday", "2025-12-29", "2025-12-27"),
        ("yesterday", "2025-12-28", "2025-12-27"),
        ("last month", "2026-01-15", "2025-12"),
        ("last year", "2026-01-15", "2025"),
        ("on Saturday", None, None),
        ("last month", None, None),
    ],
)
def test_a_date_is_resolved_only_as_far_as_the_document_allows(
    words: str, published: str | None, date: str | None, read_text: Reader
) -> None:
    reading = read_text(LEFT.format(words), published)
    acts = [s.claim for s in reading.statements if s.claim.act is not None]
    assert [c.date.edtf if c.date else None for c in acts] == [date]


def test_a_day_without_a_year_takes_it_from_the_texts_own_dates(read_text: Reader) -> None:
    text = "Latvia notified the UN on 27 June 2025. " + LEFT.format("on 27 December")
    dates = [s.claim.date for s in read_text(text).statements if s.claim.act is not None]
    assert [date.edtf for date in dates if date] == ["2025-06-27", "2025-12-27"]


def test_a_day_that_does_not_exist_is_no_date(read_text: Reader) -> None:
    reading = read_text(LEFT.format("on 31 February 2025"))
    assert [s.claim.date for s in reading.statements if s.claim.act is not None] == [None]
