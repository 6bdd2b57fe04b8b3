from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.checking.ratios import bounds


@pytest.mark.parametrize(
    ("words", "ratio", "holds"),
    [
        ("nearly triple", 2.70, True),
        ("nearly triple", 3.10, False),
        ("nearly triple", 2.10, False),
        ("triple", 2.98, True),
        ("three times", 3.0, True),
        ("almost three times", 2.7, True),
        ("more than twice", 2.01, True),
        ("more than twice", 1.95, False),
        ("double", 1.98, True),
        ("double", 2.4, False),
        ("half", 0.5, True),
        ("less than half", 0.49, True),
        ("less than half", 0.51, False),
        ("about a third", 0.35, True),
        ("two thirds", 2 / 3, True),
        ("tenfold", 10.2, True),
        ("2.5 times", 2.5, True),
        ("a 170 percent rise", 2.7, True),
        ("a 22 per cent increase", 1.222, True),
        ("down 50%", 0.5, True),
        ("up by half", 1.5, True),
        ("up by half", 0.5, False),
        ("a third fewer", 2 / 3, True),
        ("more than half", 0.6, True),
    ],
)
def test_a_word_of_comparison_admits_the_ratios_it_may_be_used_for(
    words: str, ratio: float, holds: bool
) -> None:
    found = bounds(words)
    assert found is not None
    assert found.admits(ratio) is holds


@pytest.mark.parametrize("words", ["far above", "comparable with", "several times", ""])
def test_words_without_a_number_have_no_bounds(words: str) -> None:
    assert bounds(words) is None


@given(st.integers(2, 12))
def test_nearly_lies_below_and_more_than_above_the_plain_word(n: int) -> None:
    plain, below, above = (bounds(f"{w}{n} times") for w in ("", "nearly ", "more than "))
    assert plain is not None
    assert below is not None
    assert above is not None
    assert below.most <= n <= plain.most
    assert above.least == n
    assert below.least < plain.least
