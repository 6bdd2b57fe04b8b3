from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from inforce.catalogue.model import RuleState
from inforce.law import (
    NoSuchRuleError,
    RuleNotReadError,
    explain_dates,
    force_day_for,
    period_end,
    rule_says,
)
from law.made import day_after, days, exit_rule, treaty


def test_an_exit_notified_on_a_day_takes_effect_by_the_rule() -> None:
    # FACTS, section 3: the UN Secretary-General prints the same day number, the World Bank the
    # day after (Bolivia and ICSID: 2 May 2007, 3 November 2007), Russia's CFE exit too.
    assert period_end(treaty(), date(2025, 6, 27)).day == date(2025, 12, 27)
    icsid = treaty(leaving=exit_rule(day_after("P6M")))
    assert period_end(icsid, date(2007, 5, 2)).day == date(2007, 11, 3)
    cfe = treaty(leaving=exit_rule(day_after("P150D")))
    assert period_end(cfe, date(2023, 6, 9)).day == date(2023, 11, 7)
    aarhus = treaty(leaving=exit_rule(days("P90D")))
    assert period_end(aarhus, date(2022, 7, 26)).day == date(2022, 10, 24)


def test_a_day_that_the_month_lacks_becomes_its_last_and_the_trace_says_so() -> None:
    found = period_end(treaty(), date(2025, 8, 31))
    assert found.day == date(2026, 2, 28)
    assert any("has no day 31" in step for step in found.steps)


def test_a_deposit_on_a_day_binds_by_the_rule_but_never_before_the_treaty() -> None:
    ottawa = treaty(in_force="1999-03-01")
    assert force_day_for(ottawa, date(2003, 5, 12)).day == date(2003, 11, 1)
    assert force_day_for(ottawa, date(1998, 8, 1)).day == date(1999, 3, 1)


def test_no_such_rule_and_a_rule_nobody_read_are_two_answers() -> None:
    with pytest.raises(NoSuchRuleError, match=r"no rule on leaving; .*VCLT 56"):
        period_end(treaty(leaving=exit_rule(None, state=RuleState.NONE)), date(2025, 6, 27))
    with pytest.raises(RuleNotReadError, match="nobody has read its rule on leaving"):
        period_end(treaty(leaving=exit_rule(None, state=RuleState.UNREAD)), date(2025, 6, 27))
    with pytest.raises(RuleNotReadError, match="nobody has read its rules yet"):
        force_day_for(replace(treaty(), rules=None), date(2025, 6, 27))


def test_the_rule_that_explains_two_dates_comes_first() -> None:
    # The Seimas voted on 8 May 2025, the notice came on 27 June, the effect on 27 December.
    by_notice = explain_dates(treaty(), date(2025, 6, 27), date(2025, 12, 27))[0]
    assert (by_notice.rule, by_notice.article, by_notice.days_off) == ("exit", "20(3)", 0)
    by_vote = explain_dates(treaty(), date(2025, 5, 8), date(2025, 12, 27))
    assert all(one.days_off for one in by_vote)
    assert {(one.rule, one.days_off) for one in by_vote} >= {("exit", 49)}


def test_every_rule_is_told_with_its_article_or_with_what_is_missing() -> None:
    lines = {line.topic: line for line in rule_says(treaty())}
    assert lines["entry into force"].article == "17(1)"
    assert "2 instruments" in lines["entry into force"].words
    assert "six months after it" in lines["exit"].words
    assert lines["suspension"].words == "the treaty has no such rule"
    unread = treaty(leaving=exit_rule(None, state=RuleState.UNREAD))
    told = {line.topic: line for line in rule_says(unread)}
    assert told["exit"].words == "nobody has read this rule yet"
