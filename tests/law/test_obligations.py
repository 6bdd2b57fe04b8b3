from __future__ import annotations

import pytest

from inforce.catalogue.model import Obligation
from inforce.dates import Period
from inforce.law import DeadlineState, RulesCollideError, deadlines
from inforce.terms import Act
from law.made import at, done, fact, instruments, on, record, treaty

DUTIES = (
    Obligation(at("4"), "destruction of stockpiles", Period(4, "years")),
    Obligation(at("5"), "clearance", Period(10, "years"), Period(10, "years")),
    Obligation(at("7(1)"), "first report", Period(180, "days")),
    Obligation(at("9"), "national measures", None),
)
OTTAWA = treaty(needs=(instruments(1),), obligations=DUTIES)
ACTS = (
    done("AAA", Act.RATIFICATION, "1998-01-01"),
    done("UKR", Act.RATIFICATION, "2005-12-27"),
)


def test_deadlines_run_from_entry_into_force_for_the_participant() -> None:
    # Ukraine: in force 1 June 2006; its stockpile deadline of 1 June 2010 and its clearance
    # deadline of 1 June 2016 stand in the Landmine Monitor.
    found = deadlines(OTTAWA, "UKR", record(*ACTS), on=on("2009-01-01"))
    assert [(d.obligation.at.article, d.due.edtf, d.state.value) for d in found] == [
        ("7(1)", "2006-11-28", "unknown"),
        ("4", "2010-06-01", "open"),
        ("5", "2016-06-01", "open"),
    ]
    assert "extended by up to ten years" in found[2].trace[-1].words
    assert "not stated in the record" in found[0].trace[-1].words


def test_an_exit_before_a_deadline_ends_the_duty() -> None:
    acts = record(
        *ACTS,
        done("UKR", Act.WITHDRAWAL, "2009-06-27"),
        conditions=(fact("UKR", "2009-12-27", holds=False),),
    )
    found = deadlines(OTTAWA, "UKR", acts, on=on("2026-01-01"))
    assert [d.state for d in found] == [
        DeadlineState.UNKNOWN,
        DeadlineState.LAPSED,
        DeadlineState.LAPSED,
    ]
    assert found[1].trace[-1].article == "VCLT 70"


def test_one_never_bound_has_no_deadline() -> None:
    assert deadlines(OTTAWA, "USA", record(*ACTS)) == ()


def test_two_deadlines_for_one_duty_are_an_error_that_prints_both_places() -> None:
    doubled = (*DUTIES, Obligation(at("4bis"), "destruction of stockpiles", Period(5, "years")))
    with pytest.raises(RulesCollideError, match=r"article 4: four years; and article 4bis: five"):
        deadlines(treaty(obligations=doubled), "UKR", record(*ACTS))
