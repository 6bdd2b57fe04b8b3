"""Numbers in digits."""

from __future__ import annotations

import pytest

from inforce.reading.numbers import Tables, read_number

TABLES: Tables = {"words": {}, "ordinals": {}, "joins": ()}


@pytest.mark.parametrize(
    ("word", "value"),
    [("163", 163.0), ("1,500", 1500.0), ("12th", 12.0), ("9" * 18, 10.0**18)],
)
def test_a_number_in_digits(word: str, value: float) -> None:
    found = read_number([word], 0, TABLES)
    assert found is not None
    assert found[1] == value


@pytest.mark.parametrize("word", ["9" * 19, "9" * 400, "1.2.3"])
def test_a_number_of_endless_digits_is_none(word: str) -> None:
    # One of 400 digits became infinite, and the count of votes failed on it.
    assert read_number([word], 0, TABLES) is None
