"""The rules that are tried, and those that are taken for one another."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.catalogue.model import Delay, DelayKind
from inforce.checking.audit import family, rule_words
from inforce.checking.audit.family import confusable, days_of
from inforce.dates import DayRule, Period
from inforce.law.reckon import reckon


def _rule(iso: str, kind: DelayKind = DelayKind.PERIOD) -> Delay:
    return Delay(kind, Period.parse(iso))


def test_every_rule_has_words_of_its_own() -> None:
    assert len({rule_words(one) for one in family()}) == len(family())


@given(st.sampled_from(family()), st.dates(date(1700, 1, 1), date(2100, 1, 1)))
def test_the_days_are_those_of_the_law(rule: Delay, day: date) -> None:
    assert days_of(rule)[day] == reckon(rule, day).day.toordinal()


def test_a_day_beyond_the_calendar_is_none() -> None:
    assert days_of(_rule("P24M"))[date(9999, 12, 31)] is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("P3M", "P90D"), ("P90D", "P3M"), ("P1M", "P30D"), ("P12M", "P365D"), ("P365D", "P12M")],
)
def test_months_and_days_are_taken_for_one_another(one: str, other: str) -> None:
    assert _rule(other) in confusable(_rule(one))


def test_sixty_days_are_taken_for_the_first_of_the_month_after_them() -> None:
    # Rome Statute, article 126(2): the first day of the month after the sixtieth day.
    rule = _rule("P60D", DelayKind.FIRST_OF_MONTH_AFTER_PERIOD)
    assert _rule("P60D") in confusable(rule)
    assert rule in confusable(_rule("P60D"))


@given(st.sampled_from(family()))
def test_no_rule_is_taken_for_itself(rule: Delay) -> None:
    assert rule not in confusable(rule)
    assert Delay(rule.kind, rule.period, DayRule.DAY_AFTER) not in confusable(rule)


def test_nothing_is_taken_for_the_day_itself() -> None:
    assert confusable(Delay(DelayKind.ON_THE_DAY)) == ()
