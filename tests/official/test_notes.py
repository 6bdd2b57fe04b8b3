"""Depositary notifications in end notes."""

from __future__ import annotations

import pytest

from inforce.official.notes import notifications_in, notifications_of


@pytest.mark.parametrize(
    ("text", "number", "day"),
    [
        (
            "see C.N.998.2025.TREATIES-XXVI-5 of 3 July 2025).",
            "C.N.998.2025.TREATIES-XXVI-5",
            "2025-07-03",
        ),
        (
            "C.N.998.2015.TREATIES-XVIII.12.a of 21 October 2015.",
            "C.N.998.2015.TREATIES-XVIII.12.a",
            "2015-10-21",
        ),
        (
            "C.N.998.2013.TREATIES.XXVI-8 of 10 May 2013",
            "C.N.998.2013.TREATIES.XXVI-8",
            "2013-05-10",
        ),
        ("(reference C.N.998.2011.TREATIES-8).", "C.N.998.2011.TREATIES-8", None),
        ("C.N.998.1950 ). (For the text", "C.N.998.1950", None),
        (
            "the circular 998.2001.TREATIES-.1, dated 16 March 2001",
            "C.N.998.2001.TREATIES-.1",
            "2001-03-16",
        ),
        (
            "C.N.998.1998.TREATIES-1 5 February 1999 (proposal",
            "C.N.998.1998.TREATIES-1",
            "1999-02-05",
        ),
        (
            "C.N.998.1991.TREATIES-1 dated 30 January 1992, indeed",
            "C.N.998.1991.TREATIES-1",
            "1992-01-30",
        ),
        ("C.L.84.1955 of 8 July 1955", "C.L.84.1955", "1955-07-08"),
        ("C.N. 12.1998.TREATIES. See also", "C.N.12.1998.TREATIES", None),
    ],
)
def test_number_and_day(text: str, number: str, day: str | None) -> None:
    ((_, found),) = notifications_in(text, "end note 1")
    assert found.number == number
    assert (found.date.edtf if found.date else None) == day
    assert found.place == "end note 1"


def test_several_in_one_text_and_none_twice_in_one_place() -> None:
    texts = [("a", "C.N.1.1999 and C.N.2.1999 and C.N.1.1999"), ("b", "C.N.1.1999")]
    assert [(n.number, n.place) for n in notifications_of(texts)] == [
        ("C.N.1.1999", "a"),
        ("C.N.2.1999", "a"),
        ("C.N.1.1999", "b"),
    ]


@pytest.mark.parametrize("text", ["vol. 2056, p. 211", "article 20.2011 of", "No. 35597"])
def test_other_numbers_are_none(text: str) -> None:
    assert list(notifications_in(text, "x")) == []
