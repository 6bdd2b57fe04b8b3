from __future__ import annotations

from checking.desk import MakeDesk, facet
from inforce.dates import Period
from inforce.record.values import Count, PeriodRule, Tally
from inforce.terms import Act, ClaimKind, CountedFrom, Facet, Modality, VerdictKind

V = VerdictKind


def test_an_announcement_after_the_texts_own_notice_is_inconsistent(desk: MakeDesk) -> None:
    paper = desk("2025-12-28")
    paper.say(ClaimKind.ACT, who="LVA", date="2025-06", act=Act.WITHDRAWAL)
    told = paper.say(
        ClaimKind.ACT,
        who="LVA",
        date="2025-09",
        act=Act.INTENTION_ANNOUNCED,
        about=Act.WITHDRAWAL,
        modality=Modality.PLANNED,
    )
    check = paper.check(told)
    assert check.verdict is V.INCONSISTENT
    found = facet(check, Facet.DATE)
    assert "June 2025" in found.reason
    assert found.evidence


def test_two_dates_for_one_act_are_blamed_on_the_one_that_is_wrong(desk: MakeDesk) -> None:
    paper = desk("2025-12-28")
    right = paper.say(ClaimKind.ACT, who="LVA", date="2025-06-27", act=Act.WITHDRAWAL)
    wrong = paper.say(ClaimKind.ACT, who="LVA", date="2025-06-20", act=Act.WITHDRAWAL)
    assert paper.check(right).verdict is V.SUPPORTED
    verdicts = {f.verdict for f in paper.check(wrong).findings}
    assert verdicts == {V.CONTRADICTED, V.INCONSISTENT}


def test_a_period_that_does_not_fit_the_texts_own_dates(desk: MakeDesk) -> None:
    paper = desk("2025-07-15")
    rule = PeriodRule(Period(6, "months"), CountedFrom.NOTIFICATION)
    paper.say(ClaimKind.RULE, value=rule)
    paper.say(ClaimKind.ACT, who="FIN", date="2025-07-10", act=Act.WITHDRAWAL)
    told = paper.say(
        ClaimKind.ACT,
        who="FIN",
        date="2026-02-01",
        act=Act.EXIT_EFFECT,
        modality=Modality.PLANNED,
    )
    found = facet(paper.check(told), Facet.ARITHMETIC)
    assert found.verdict is V.INCONSISTENT
    assert found.right_value == "10 January 2026"


def test_two_tallies_and_two_counts(desk: MakeDesk) -> None:
    paper = desk("2025-06-05")
    paper.say(ClaimKind.TALLY, who="EST", value=Tally(81, 1, 7))
    wrong = paper.say(ClaimKind.TALLY, who="EST", value=Tally(85, 1, 7))
    assert V.INCONSISTENT in {f.verdict for f in paper.check(wrong).findings}
    paper.say(ClaimKind.COUNT, value=Count(164))
    other = paper.say(ClaimKind.COUNT, value=Count(160))
    assert V.INCONSISTENT in {f.verdict for f in paper.check(other).findings}


def test_an_effect_before_its_own_notice(desk: MakeDesk) -> None:
    paper = desk("2025-12-28")
    paper.say(ClaimKind.ACT, who="LTU", date="2025-06-27", act=Act.WITHDRAWAL)
    told = paper.say(ClaimKind.ACT, who="LTU", date="2025-02-01", act=Act.EXIT_EFFECT)
    assert V.INCONSISTENT in {f.verdict for f in paper.check(told).findings}
