"""Counts of FACTS section 1 by stretch of days."""

from __future__ import annotations

from checking.desk import MakeDesk, report
from inforce.checking.reconcile import reconciled
from inforce.record.values import Count
from inforce.terms import ClaimKind


def test_a_printed_number_is_set_beside_the_days_of_each_way_of_counting(desk: MakeDesk) -> None:
    paper = desk("2025-12-31")
    paper.say(ClaimKind.COUNT, date="2025-12", value=Count(163))
    found, context = report(paper, "paper")
    (one,) = reconciled(found.checks, context)
    assert one.printed == 163
    assert "parties in force from 27 December 2025 to 9 January 2026" in one.words
    assert ("2025-12-01/2025-12-26", 166, 166) in one.by_day
    assert ("2025-12-27/2026-01-09", 163, 163) in one.by_day
    assert ("2025-06-25/2025-08-31", 164, 166) in one.by_day


def test_a_number_that_is_right_on_no_day(desk: MakeDesk) -> None:
    paper = desk()
    paper.say(ClaimKind.COUNT, value=Count(190))
    found, context = report(paper, "paper")
    (one,) = reconciled(found.checks, context)
    assert one.words == "190: on no day by any way of counting."
    assert one.by_day == ()
