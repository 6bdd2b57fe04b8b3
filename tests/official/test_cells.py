"""Dates, letters and brackets in a cell."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.official.cells import read_cell


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("", []),
        ("24 May 2013 a", [("2013-05-24", "a", False)]),
        ("16 Dec 1987 AA", [("1987-12-16", "AA", False)]),
        ("[ 9 Jan 2012 a]", [("2012-01-09", "a", True)]),
        ("[28 Dec 1953 ]", [("1953-12-28", "", True)]),
        ("[29 Apr 1958 s]", [("1958-04-29", "s", True)]),
        ("[3 Jan 1990 a] 5 Mar 2000 a", [("1990-01-03", "a", True), ("2000-03-05", "a", False)]),
        ("1 Feb 1999, 2 Feb 1999 (A)", [("1999-02-01", "", False), ("1999-02-02", "A", False)]),
    ],
)
def test_entries(text: str, entries: list[tuple[str, str, bool]]) -> None:
    cell = read_cell(text)
    assert [(e.date.edtf, e.letter, e.bracketed) for e in cell.entries] == entries
    assert cell.rest == ""


@pytest.mark.parametrize(
    ("text", "rest"), [("X", "X"), ("30 Feb 1990 a", "30 Feb 1990 a"), ("see note", "see note")]
)
def test_what_is_no_date_is_kept_to_be_named(text: str, rest: str) -> None:
    assert read_cell(text).entries == ()
    assert read_cell(text).rest == rest


@given(
    st.dates(min_value=date(1900, 1, 1)),
    st.sampled_from(["", "a", "A", "AA", "d", "s", "P", "n", "c"]),
    st.booleans(),
)
def test_whatever_is_printed_is_read_back(day: date, letter: str, bracketed: bool) -> None:
    printed = f"{day:%-d %b %Y} {letter}".strip()
    cell = read_cell(f"[ {printed} ]" if bracketed else printed)
    (entry,) = cell.entries
    assert (entry.date.the_day(), entry.letter, entry.bracketed) == (day, letter, bracketed)
