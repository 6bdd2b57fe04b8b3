"""Rows of one's own with the documented header."""

from __future__ import annotations

from pathlib import Path

import pytest

from inforce.catalogue import Catalogue
from inforce.official.plain_csv import read_plain_csv
from inforce.record.importing import ImportFault


def test_one_result_for_each_treaty_and_person(examples: Path, catalogue: Catalogue) -> None:
    first, second = read_plain_csv(examples / "rows.csv", catalogue=catalogue, by="A. Analyst")
    assert [(t.treaty, t.by, t.parties) for t in (first, second)] == [
        ("apmbc", "A. Analyst", ("LBN",)),
        ("ccm", "B. Reader", ("CHL",)),
    ]
    assert second.kinds == (("harbour gazette", "government"),)
    assert not first.has_list


def test_every_bad_row_is_reported_and_nothing_read(examples: Path, catalogue: Catalogue) -> None:
    with pytest.raises(ImportFault) as caught:
        read_plain_csv(examples / "bad_rows.csv", catalogue=catalogue, by="A. Analyst")
    assert [fault.line for fault in caught.value.faults] == [3, 4]


def test_bad_rows_are_left_out_when_told(examples: Path, catalogue: Catalogue) -> None:
    (told,) = read_plain_csv(
        examples / "bad_rows.csv", catalogue=catalogue, by="A. Analyst", leave_out_bad=True
    )
    assert len(told.acts) == 1
    assert [words.startswith("left out: ") for words in told.differences] == [True, True]
