"""Rules as told, against article 20(3) and article 17 of the convention."""

from __future__ import annotations

import pytest

from checking.desk import MakeDesk, facet
from inforce.dates import Period
from inforce.record.values import ForceRule, PeriodRule
from inforce.terms import Act, ClaimKind, CountedFrom, Facet, VerdictKind

V = VerdictKind
SIX_MONTHS = Period(6, "months")


@pytest.mark.parametrize(
    ("rule", "verdict"),
    [
        (PeriodRule(SIX_MONTHS, CountedFrom.NOTIFICATION), V.SUPPORTED),
        (PeriodRule(SIX_MONTHS, CountedFrom.UNSPECIFIED), V.SUPPORTED),
        (PeriodRule(SIX_MONTHS, CountedFrom.NOTIFICATION, "20"), V.SUPPORTED),
        (PeriodRule(SIX_MONTHS, CountedFrom.NOTIFICATION, "17"), V.CONTRADICTED),
        (PeriodRule(SIX_MONTHS, CountedFrom.DECISION), V.CONTRADICTED),
        (PeriodRule(SIX_MONTHS, CountedFrom.ANNOUNCEMENT), V.CONTRADICTED),
        (PeriodRule(Period(1, "years"), CountedFrom.NOTIFICATION), V.CONTRADICTED),
    ],
)
@pytest.mark.parametrize("treaty", ["apmbc", "ccm"])
def test_a_notice_period_is_held_against_the_exit_rule(
    desk: MakeDesk, rule: PeriodRule, verdict: VerdictKind, treaty: str
) -> None:
    paper = desk("2025-05-08")
    check = paper.check(paper.say(ClaimKind.RULE, treaty=treaty, value=rule))
    assert check.verdict is verdict
    assert f"{treaty} 20(3)" in check.findings[0].articles


def test_counting_from_the_vote_is_contradicted_with_both_days(desk: MakeDesk) -> None:
    paper = desk("2025-05-08")
    told = paper.say(ClaimKind.RULE, who="LTU", value=PeriodRule(SIX_MONTHS, CountedFrom.DECISION))
    found = facet(paper.check(told), Facet.RULE)
    for day in ("27 June 2025", "27 December 2025", "8 November 2025"):
        assert day in (found.right_value or "")
    assert found.trace


def test_whose_days_they_are_follows_from_the_text(desk: MakeDesk) -> None:
    paper = desk("2025-07-11")
    paper.say(ClaimKind.ACT, who="FIN", act=Act.WITHDRAWAL)
    told = paper.say(ClaimKind.RULE, value=PeriodRule(SIX_MONTHS, CountedFrom.NOTIFICATION))
    assert "10 January 2026" in facet(paper.check(told), Facet.RULE).reason


@pytest.mark.parametrize(
    ("rule", "verdict"),
    [
        (ForceRule(SIX_MONTHS, 40), V.SUPPORTED),
        (ForceRule(threshold=30), V.CONTRADICTED),
        (ForceRule(Period(90, "days")), V.CONTRADICTED),
    ],
)
def test_how_the_treaty_entered_into_force(
    desk: MakeDesk, rule: ForceRule, verdict: VerdictKind
) -> None:
    paper = desk("2025-05-08")
    assert paper.check(paper.say(ClaimKind.RULE, value=rule)).verdict is verdict


def test_a_treaty_outside_the_catalogue_has_no_rule_to_check(desk: MakeDesk) -> None:
    paper = desk("2025-05-08")
    rule = PeriodRule(SIX_MONTHS, CountedFrom.NOTIFICATION)
    for treaty in ("nowhere-treaty", None):
        check = paper.check(paper.say(ClaimKind.RULE, treaty=treaty, value=rule))
        assert check.verdict is V.UNVERIFIABLE
