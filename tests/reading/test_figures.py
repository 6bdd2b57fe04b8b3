"""Figures compared with one another, each with its own year."""

from __future__ import annotations

import pytest

from inforce.record.values import Casualties, Comparison
from reading.conftest import Reader


@pytest.mark.parametrize(
    ("words", "left", "right", "ratio", "year"),
    [
        (
            "1,120 casualties in 2024, nearly three times the 390 incidents of the year before",
            1120.0,
            390.0,
            "nearly three times",
            "2023",
        ),
        (
            "800 casualties in 2024, more than double the 390 recorded in 2022",
            800.0,
            390.0,
            "more than double",
            "2022",
        ),
        (
            "600 casualties in 2023, up by half from 400 the year before",
            600.0,
            400.0,
            "up by half",
            "2022",
        ),
        (
            "200 deaths in 2020, a third fewer than the 300 deaths of 2019",
            200.0,
            300.0,
            "a third fewer than",
            "2019",
        ),
    ],
)
def test_a_comparison_has_its_words_and_both_years(
    words: str, left: float, right: float, ratio: str, year: str, read_text: Reader
) -> None:
    reading = read_text(f"The Ottawa Convention monitor counted {words}.")
    claims = [s.claim for s in reading.statements]
    (told,) = [c.value for c in claims if isinstance(c.value, Comparison)]
    assert (told.left, told.right, told.ratio) == (left, right, ratio)
    (second,) = [c for c in claims if isinstance(c.value, Casualties) and c.value.n == right]
    assert second.date is not None
    assert second.date.edtf == year
