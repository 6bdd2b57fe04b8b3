from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from inforce.catalogue.duties import DutyFrom, Extension, Recurrence, Start
from inforce.catalogue.model import Obligation, RuleState
from inforce.dates import Period, YearlyWindow
from inforce.law import Deadline, DeadlineState, RulesCollideError, deadlines
from inforce.record.view import AdjudicatedAct, TreatyRecord
from inforce.terms import Act, UnknownBecause
from law.made import all_told, at, done, fact, instruments, on, record, told, treaty

STOCKPILES = Obligation(at("4"), "destruction of stockpiles", Period(4, "years"))
CLEARANCE = Obligation(
    at("5"),
    "clearance",
    Period(10, "years"),
    Extension("a meeting", Period(10, "years"), renewed=True),
)
FIRST_REPORT = Obligation(at("7(1)"), "first report", Period(180, "days"), discharged_by=Act.REPORT)
YEARLY = Obligation(
    at("7(2)"),
    "yearly reports",
    None,
    counted_from=DutyFrom.DUTY,
    follows="first report",
    recurrence=Recurrence(yearly_by=YearlyWindow(4, 30)),
    discharged_by=Act.REPORT,
)
MEASURES = Obligation(at("9"), "national measures", None)
OTTAWA = treaty(
    needs=(instruments(1),), obligations=(STOCKPILES, CLEARANCE, FIRST_REPORT, MEASURES)
)
WITH_REPORTS = treaty(needs=(instruments(1),), obligations=(FIRST_REPORT, YEARLY))
ACTS = (
    done("AAA", Act.RATIFICATION, "1998-01-01"),
    done("UKR", Act.RATIFICATION, "2005-12-27"),
)


def one(
    name: str, *acts: AdjudicatedAct, day: str, record_: TreatyRecord | None = None
) -> Deadline:
    """Ukraine's deadline of that name under the made convention."""
    made = record_ or record(*ACTS, *acts)
    (found,) = [d for d in deadlines(OTTAWA, "UKR", made, on=on(day)) if d.obligation.name == name]
    return found


def days(found: tuple[Deadline, ...]) -> list[str | None]:
    return [d.due.edtf if d.due else None for d in found]


def test_deadlines_run_from_entry_into_force_for_the_participant() -> None:
    # Ukraine: in force 1 June 2006; its stockpile deadline of 1 June 2010 and its clearance
    # deadline of 1 June 2016 stand in the Landmine Monitor.
    found = deadlines(OTTAWA, "UKR", record(*ACTS), on=on("2009-01-01"))
    assert [(d.obligation.at.article, d.state.value) for d in found] == [
        ("7(1)", "unknown"),
        ("4", "open"),
        ("5", "open"),
    ]
    assert days(found) == ["2006-11-28", "2010-06-01", "2016-06-01"]
    assert found[2].trace[-1].words == "a meeting may give up to ten years more, more than once"
    assert "not stated in the record" in found[0].trace[-1].words
    assert found[0].because is UnknownBecause.OPEN_FACT


def test_on_its_own_day_a_deadline_is_open_and_on_the_next_it_has_passed() -> None:
    assert one("clearance", day="2016-06-01").state is DeadlineState.OPEN
    assert one("clearance", day="2016-06-02").state is DeadlineState.UNKNOWN
    assert one("clearance", day="2016-06").trace[-2].words == (
        "the day asked may lie before or after it"
    )


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
    before = one("clearance", day="2009-07-01", record_=acts)
    assert before.state is DeadlineState.OPEN
    assert before.trace[-1].words == "it ends with the exit, on 2009-12-27"


def test_an_exit_that_hangs_on_an_open_condition_ends_no_duty_yet() -> None:
    acts = record(*ACTS, done("UKR", Act.WITHDRAWAL, "2009-06-27"))
    found = one("clearance", day="2012-01-01", record_=acts)
    assert found.state is DeadlineState.OPEN
    assert found.trace[-1].words == "it ends with the exit, expected on 2009-12-27"


def test_one_never_bound_has_no_deadline() -> None:
    assert deadlines(OTTAWA, "USA", record(*ACTS)) == ()
    assert deadlines(OTTAWA, "UKR", record(*ACTS), on=on("2005-01-01")) == ()


def test_joining_again_begins_to_count_anew() -> None:
    acts = record(
        *ACTS,
        done("UKR", Act.WITHDRAWAL, "2007-01-10"),
        done("UKR", Act.EXIT_EFFECT, "2007-07-10", asserted="2007-07-10"),
        done("UKR", Act.ACCESSION, "2010-01-15"),
        told("UKR", Act.COMPLETION, "2006-12-01", "destruction of stockpiles"),
    )
    found = deadlines(OTTAWA, "UKR", acts, on=on("2012-01-01"))
    stock = [d for d in found if d.obligation.name == "destruction of stockpiles"]
    # In force anew from 1 July 2010: the completion told of the first membership stays with it.
    assert [(d.due and d.due.edtf, d.state.value) for d in stock] == [
        ("2010-06-01", "met"),
        ("2014-07-01", "open"),
    ]


def test_two_deadlines_for_one_duty_are_an_error_that_prints_both_places() -> None:
    doubled = (STOCKPILES, replace(STOCKPILES, at=at("4bis"), deadline=Period(5, "years")))
    with pytest.raises(RulesCollideError, match=r"article 4: four years; and article 4bis: five"):
        deadlines(treaty(obligations=doubled), "UKR", record(*ACTS))


def test_a_declared_completion_meets_the_duty_and_late_is_said() -> None:
    done_ = told("UKR", Act.COMPLETION, "2012-03-01", "destruction of stockpiles")
    before = one("destruction of stockpiles", done_, day="2012-02-28")
    after = one("destruction of stockpiles", done_, day="2012-03-01")
    assert (before.state, after.state) == (DeadlineState.UNKNOWN, DeadlineState.MET)
    assert after.met_on == on("2012-03-01")
    assert after.trace[-1].words == "that was after the deadline"


def test_a_report_does_not_complete_a_destruction() -> None:
    report = told("UKR", Act.REPORT, "2009-03-01", "destruction of stockpiles")
    assert one("destruction of stockpiles", report, day="2010-06-02").state is (
        DeadlineState.UNKNOWN
    )


def test_an_extension_moves_the_deadline_from_the_day_on_which_it_was_granted() -> None:
    granted = told("UKR", Act.EXTENSION, "2015-12-01", "clearance", until="2021-06-01")
    before = one("clearance", granted, day="2015-11-30")
    after = one("clearance", granted, day="2017-01-01")
    assert (before.due, after.due) == (on("2016-06-01"), on("2021-06-01"))
    assert (after.state, after.original) == (DeadlineState.OPEN, on("2016-06-01"))
    assert after.extensions == (granted,)
    assert "extended to 2021-06-01" in after.trace[-1].words


def test_a_late_or_too_long_extension_is_followed_and_marked() -> None:
    granted = told("UKR", Act.EXTENSION, "2018-12-01", "clearance", until="2030-06-01")
    found = one("clearance", granted, day="2019-01-01")
    assert found.due == on("2030-06-01")
    assert "longer than the ten years that one extension may add" in found.trace[-1].words
    assert "granted after the deadline that the record has" in found.trace[-1].words


def test_an_extension_that_is_no_later_or_unknown_to_the_treaty_changes_nothing() -> None:
    back = told("UKR", Act.EXTENSION, "2015-12-01", "clearance", until="2016-01-01")
    assert one("clearance", back, day="2016-01-02").due == on("2016-06-01")
    none = told("UKR", Act.EXTENSION, "2010-01-01", STOCKPILES.name, until="2015-01-01")
    found = one(STOCKPILES.name, none, day="2010-02-01")
    assert found.due == on("2010-06-01")
    assert "the treaty knows none for this duty" in found.trace[-1].words


def test_overdue_needs_a_finding_or_a_list_that_is_complete() -> None:
    failing = told("UKR", Act.NON_COMPLIANCE, "2012-12-07", STOCKPILES.name)
    assert one(STOCKPILES.name, failing, day="2012-12-06").state is DeadlineState.UNKNOWN
    assert one(STOCKPILES.name, failing, day="2012-12-07").state is DeadlineState.OVERDUE
    later = told("UKR", Act.COMPLETION, "2014-01-01", STOCKPILES.name)
    assert one(STOCKPILES.name, failing, later, day="2014-01-02").state is DeadlineState.MET

    complete = record(*ACTS, promises=(all_told(STOCKPILES.name, "2011-01-01"),))
    assert one(STOCKPILES.name, day="2011-01-01", record_=complete).state is DeadlineState.OVERDUE
    past = one(STOCKPILES.name, day="2011-01-02", record_=complete)
    assert (past.state, past.because) == (DeadlineState.UNKNOWN, UnknownBecause.RECORD_ENDS)
    short = record(*ACTS, promises=(all_told(STOCKPILES.name, "2010-05-31"),))
    assert one(STOCKPILES.name, day="2010-06-02", record_=short).state is DeadlineState.UNKNOWN
    other = record(*ACTS, promises=(all_told("clearance", "2011-01-01"),))
    assert one(STOCKPILES.name, day="2011-01-01", record_=other).state is DeadlineState.UNKNOWN


def test_a_promise_counts_no_further_than_what_was_known() -> None:
    promise = (all_told(STOCKPILES.name, "2020-01-01"),)
    known = record(*ACTS, known_on="2012-01-01", promises=promise)
    assert one(STOCKPILES.name, day="2012-01-01", record_=known).state is DeadlineState.OVERDUE
    assert one(STOCKPILES.name, day="2013-01-01", record_=known).state is DeadlineState.UNKNOWN


def test_yearly_reports_begin_after_the_first_was_due() -> None:
    found = deadlines(WITH_REPORTS, "UKR", record(*ACTS), on=on("2009-06-01"))
    assert days(found) == ["2006-11-28", "2007-04-30", "2008-04-30", "2009-04-30", "2010-04-30"]
    assert [d.number for d in found] == [1, 1, 2, 3, 4]
    ahead = deadlines(WITH_REPORTS, "UKR", record(*ACTS), on=on("2009-06-01"), past=False)
    assert days(ahead) == ["2010-04-30"]
    assert ahead[0].number == 4


def test_a_yearly_report_is_of_the_year_that_it_covers_or_of_the_deadline_that_it_names() -> None:
    acts = (
        told("UKR", Act.REPORT, "2009-11-01", "yearly reports", period="2007"),
        told("UKR", Act.REPORT, "2009-11-01", "yearly reports", period="2009-04-30"),
        told("UKR", Act.REPORT, "2010-04-01", "yearly reports"),
    )
    found = deadlines(WITH_REPORTS, "UKR", record(*ACTS, *acts), on=on("2010-06-01"))
    assert {d.due.edtf if d.due else "": d.state.value for d in found[1:]} == {
        "2007-04-30": "unknown",
        "2008-04-30": "met",
        "2009-04-30": "met",
        "2010-04-30": "met",
        "2011-04-30": "open",
    }


def test_the_first_deadline_past_an_exit_is_the_last_one_told() -> None:
    acts = record(
        *ACTS,
        done("UKR", Act.WITHDRAWAL, "2008-06-27"),
        conditions=(fact("UKR", "2008-12-27", holds=False),),
    )
    found = deadlines(WITH_REPORTS, "UKR", acts, on=on("2026-01-01"))
    assert days(found) == ["2006-11-28", "2007-04-30", "2008-04-30", "2009-04-30"]
    assert found[-1].state is DeadlineState.LAPSED


def test_a_partial_day_of_consent_bounds_the_deadline() -> None:
    acts = record(ACTS[0], done("BBB", Act.ACCESSION, "2010-03"))
    found = deadlines(OTTAWA, "BBB", acts, on=on("2012-01-01"))
    # In force on 1 September 2010, on whichever day of March the instrument came.
    assert days(found)[1:] == ["2014-09-01", "2020-09-01"]
    vague = deadlines(
        OTTAWA, "BBB", record(ACTS[0], done("BBB", Act.ACCESSION, "2010")), on=on("2012-01-01")
    )
    assert days(vague)[1:] == ["2014-07-01/2015-06-01", "2020-07-01/2021-06-01"]


def test_a_rule_that_nobody_read_is_unknown_for_that_reason() -> None:
    unread = Obligation(at("", RuleState.UNREAD), "reports", None)
    found = deadlines(treaty(needs=(instruments(1),), obligations=(unread,)), "UKR", record(*ACTS))
    assert [(d.due, d.state, d.because) for d in found] == [
        (None, DeadlineState.UNKNOWN, UnknownBecause.NOT_VERIFIED)
    ]


def _only(duty: Obligation, *acts: AdjudicatedAct, who: str, day: str) -> tuple[Deadline, ...]:
    made = treaty(needs=(instruments(2),), obligations=(duty,))
    return deadlines(made, who, record(*(acts or ACTS)), on=on(day))


def test_counted_from_the_treatys_own_entry_into_force() -> None:
    # Two instruments, the second on 27 December 2005: in force on 1 June 2006.
    duty = replace(STOCKPILES, counted_from=DutyFrom.TREATY, deadline=Period(9, "months"))
    assert days(_only(duty, who="AAA", day="2006-07-01")) == ["2007-03-01"]
    later = (*ACTS, done("CCC", Act.ACCESSION, "2010-01-01"))
    (none,) = _only(duty, *later, who="CCC", day="2012-01-01")
    assert (none.due, none.state, none.because) == (
        None,
        DeadlineState.UNKNOWN,
        UnknownBecause.NO_RULE,
    )
    assert "had passed when the treaty began to bind" in none.trace[-1].words


def test_counted_from_the_deposit_but_not_before_a_time_after_the_treatys_own() -> None:
    duty = Obligation(
        at("III(4)"),
        "negotiations",
        Period(0, "days"),
        counted_from=DutyFrom.DEPOSIT,
        not_counted_before=Period(180, "days"),
    )
    assert days(_only(duty, who="AAA", day="2006-07-01")) == ["2006-11-28"]
    later = (*ACTS, done("CCC", Act.ACCESSION, "2010-01-01"))
    assert days(_only(duty, *later, who="CCC", day="2012-01-01")) == ["2010-01-01"]
    heir = (*ACTS, done("CCC", Act.SUCCESSION, "2010-01-01"))
    (none,) = _only(duty, *heir, who="CCC", day="2012-01-01")
    assert (none.due, none.because) == (None, UnknownBecause.NO_RULE)


def test_named_days_bind_only_those_who_are_bound_by_then() -> None:
    duty = Obligation(
        at("4(9)"),
        "plans",
        None,
        counted_from=DutyFrom.FIXED,
        first=on("2010"),
        recurrence=Recurrence(every=Period(5, "years")),
        discharged_by=Act.REPORT,
    )
    assert days(_only(duty, who="AAA", day="2016-01-01")) == ["2010", "2015", "2020"]
    later = (*ACTS, done("CCC", Act.ACCESSION, "2011-01-01"))
    assert days(_only(duty, *later, who="CCC", day="2012-01-01")) == ["2015"]


def test_a_first_whole_year_and_days_after_a_years_end() -> None:
    yearly = Recurrence(yearly_by=YearlyWindow(5, 31), start=Start.FULL_YEAR)
    duty = Obligation(at("13"), "reports", None, recurrence=yearly, discharged_by=Act.REPORT)
    # In force on 1 June 2006: the first whole year is 2007, reported on by 31 May 2008.
    assert days(_only(duty, who="AAA", day="2008-01-01")) == ["2008-05-31"]
    after = replace(duty, recurrence=Recurrence(after_year_end=Period(90, "days")))
    # Ninety days from 31 December: 31 March, in a leap year 30 March.
    found = _only(after, who="AAA", day="2008-01-01")
    assert days(found) == ["2007-03-31", "2008-03-30"]


def test_duties_bind_whom_they_name() -> None:
    assert _only(replace(STOCKPILES, binds=("AAA",)), who="UKR", day="2008-01-01") == ()
    assert _only(replace(STOCKPILES, spares=("UKR",)), who="UKR", day="2008-01-01") == ()
    assert len(_only(replace(STOCKPILES, binds=("UKR",)), who="UKR", day="2008-01-01")) == 1


def test_without_a_day_asked_the_records_own_is_taken() -> None:
    made = record(*ACTS, complete="2009-01-01")
    assert deadlines(OTTAWA, "UKR", made) == deadlines(
        OTTAWA, "UKR", made, on=on(date(2009, 1, 1).isoformat())
    )


def test_an_extension_past_the_last_day_that_the_treaty_allows_is_marked() -> None:
    # As the Chemical Weapons Convention: ten years from its own entry into force, fifteen at most.
    duty = replace(
        STOCKPILES,
        counted_from=DutyFrom.TREATY,
        deadline=Period(10, "years"),
        extension=Extension("the conference", until=Period(15, "years"), renewed=True),
    )
    granted = told("AAA", Act.EXTENSION, "2016-01-01", STOCKPILES.name, until="2021-06-01")
    beyond = told("AAA", Act.EXTENSION, "2020-01-01", STOCKPILES.name, until="2022-06-01")
    (within,) = _only(duty, *ACTS, granted, who="AAA", day="2017-01-01")
    assert within.due == on("2021-06-01")
    assert "past" not in within.trace[-1].words
    (past,) = _only(duty, *ACTS, granted, beyond, who="AAA", day="2021-01-01")
    assert past.due == on("2022-06-01")
    assert "past 2021-06-01, the last day that the treaty allows" in past.trace[-1].words
    assert "no more than 15 years in all" in past.trace[3].words


def test_an_extended_report_is_ahead_though_its_own_day_has_passed() -> None:
    more = told(
        "UKR", Act.EXTENSION, "2009-04-01", "yearly reports", until="2009-12-31", period="2008"
    )
    extendable = replace(YEARLY, extension=Extension("a meeting"))
    made = treaty(needs=(instruments(1),), obligations=(FIRST_REPORT, extendable))
    found = deadlines(made, "UKR", record(*ACTS, more), on=on("2009-06-01"), past=False)
    assert days(found) == ["2009-12-31", "2010-04-30"]
    assert [one.original.edtf for one in found if one.original] == ["2009-04-30", "2010-04-30"]
