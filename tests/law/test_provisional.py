"""Provisional application: what begins it, what ends it (VCLT 25)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from inforce.catalogue.model import ProvisionalRule, Treaty
from inforce.law import Timeline, timeline
from inforce.record.view import AdjudicatedAct
from inforce.terms import Act, StatusKind
from law.made import at, days, done, record, treaty

SIGNED = done("RUS", Act.SIGNATURE, "1994-12-17")
BEGUN = done("RUS", Act.PROVISIONAL_APPLICATION, "1994-12-17")


def charter() -> Treaty:
    """The Energy Charter's rule: sixty days after notice of not becoming a party."""
    base = treaty()
    assert base.rules is not None
    rule = ProvisionalRule(at("45"), days("P60D"))
    return replace(base, rules=replace(base.rules, provisional=rule))


def line(*acts: AdjudicatedAct) -> Timeline:
    return timeline(charter(), "RUS", record(SIGNED, BEGUN, *acts))


def test_it_ends_by_the_rule_after_the_notice() -> None:
    # Energy Charter, Russia: notice of 20 August 2009, end on 19 October 2009.
    (span,) = line(done("RUS", Act.INTENTION_NOT_TO_JOIN, "2009-08-20")).provisional
    assert (span.days.start, span.days.end) == (date(1994, 12, 17), date(2009, 10, 19))
    assert span.status is StatusKind.SIGNATORY
    assert span.trace[-1].article == "45"


def test_a_told_end_that_agrees_is_followed() -> None:
    (span,) = line(
        done("RUS", Act.INTENTION_NOT_TO_JOIN, "2009-08-20"),
        done("RUS", Act.PROVISIONAL_APPLICATION_END, "2009-10-19"),
    ).provisional
    assert span.days.end == date(2009, 10, 19)


def test_a_told_end_that_differs_leaves_the_days_between_contested() -> None:
    # Energy Charter, Australia: 28 September 2021 and sixty days; told: 13 December.
    settled, between = line(
        done("RUS", Act.INTENTION_NOT_TO_JOIN, "2021-09-28"),
        done("RUS", Act.PROVISIONAL_APPLICATION_END, "2021-12-13"),
    ).provisional
    assert settled.days.end == between.days.start == date(2021, 11, 27)
    assert (between.days.end, between.contested) == (date(2021, 12, 13), True)
    assert any("differs" in step.words for step in between.trace)


def test_without_an_end_it_goes_on() -> None:
    (span,) = line().provisional
    assert span.days.end is None
