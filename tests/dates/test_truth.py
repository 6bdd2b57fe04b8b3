"""Kleene's strong tables: Introduction to Metamathematics (1952), section 64."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.dates import Truth

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
TRUTHS = st.sampled_from(Truth)


@pytest.mark.parametrize(
    ("a", "b", "both", "either"),
    [
        (YES, YES, YES, YES),
        (YES, UNKNOWN, UNKNOWN, YES),
        (YES, NO, NO, YES),
        (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
        (UNKNOWN, NO, NO, UNKNOWN),
        (NO, NO, NO, NO),
    ],
)
def test_the_published_tables(a: Truth, b: Truth, both: Truth, either: Truth) -> None:
    assert a.and_(b) is b.and_(a) is both
    assert a.or_(b) is b.or_(a) is either


def test_negation() -> None:
    assert [t.not_() for t in (YES, NO, UNKNOWN)] == [NO, YES, UNKNOWN]


@given(TRUTHS, TRUTHS, TRUTHS)
def test_de_morgan(a: Truth, b: Truth, c: Truth) -> None:
    assert a.and_(b, c).not_() is a.not_().or_(b.not_(), c.not_())


def test_of_a_proven_answer() -> None:
    assert (Truth.of(True), Truth.of(False)) == (YES, NO)


@pytest.mark.parametrize("truth", list(Truth))
def test_it_is_no_condition(truth: Truth) -> None:
    with pytest.raises(TypeError, match=r"three values: compare it with Truth\.YES"):
        bool(truth)
