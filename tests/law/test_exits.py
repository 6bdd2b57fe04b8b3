from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from inforce.catalogue.model import Delay, DelayKind, ExitCondition, RuleState
from inforce.dates import Period, Truth, YearlyWindow
from inforce.law import Exit, ExitState, RulesCollideError, timeline
from inforce.record.model import Statement
from inforce.record.view import AdjudicatedAct
from inforce.terms import Act, StatusKind
from law.made import (
    CONFLICT,
    at,
    day_after,
    days,
    done,
    exit_rule,
    fact,
    finding,
    instruments,
    on,
    record,
    treaty,
)

JOINED = (
    done("AAA", Act.RATIFICATION, "1998-01-01"),
    done("LTU", Act.RATIFICATION, "2003-05-12"),
)
NOTICE = done("LTU", Act.WITHDRAWAL, "2025-06-27", asserted="2025-07-03", reference="C.N.362.2025")
OTTAWA = treaty(needs=(instruments(1),))


def left(*acts: AdjudicatedAct, conditions: tuple[Statement, ...] = ()) -> Exit:
    made = record(*JOINED, *acts, conditions=conditions, complete=None)
    return timeline(OTTAWA, "LTU", made).exits[0]


def test_six_months_run_from_receipt_to_the_same_day_number() -> None:
    # C.N.362.2025: received 27 June 2025; UN status page: took effect 27 December 2025.
    found = left(NOTICE)
    assert found.expected == on("2025-12-27")
    assert found.reckoned is not None
    assert found.reckoned.day == date(2025, 12, 27)
    assert found.trace[0].article == "20(3)"
    assert found.trace[0].source == "unsg, C.N.362.2025"


def test_both_dates_of_the_notice_are_shown() -> None:
    words = [step.words for step in left(NOTICE).trace]
    assert words[0] == "notice of withdrawal received by the depositary on 2025-06-27"
    assert words[1] == "said on 2025-07-03 by unsg, C.N.362.2025"


def test_until_the_condition_is_settled_the_effect_is_only_expected() -> None:
    found = left(NOTICE)
    assert (found.state, found.effect) == (ExitState.RUNNING, None)
    assert found.open_condition is not None
    assert found.open_condition.article == "20(3)"
    assert "unless it is then in armed conflict" in found.trace[-1].words


@pytest.mark.parametrize("period", ["2025-12-27", "2025-12-01/2026-01-31"])
def test_a_stated_fact_that_covers_the_day_settles_the_condition(period: str) -> None:
    found = left(NOTICE, conditions=(fact("LTU", period, holds=False),))
    assert (found.state, found.effect) == (ExitState.EFFECTIVE, on("2025-12-27"))
    assert found.conditions[0].settled_by is not None


@pytest.mark.parametrize("period", ["2025-12-26", "2025-12", "2025-12-28/..", "../2025-12-26"])
def test_a_fact_of_another_day_settles_nothing(period: str) -> None:
    found = left(NOTICE, conditions=(fact("LTU", period, holds=False),))
    assert found.state is ExitState.RUNNING


def test_facts_that_differ_settle_nothing() -> None:
    both = (fact("LTU", "2025-12-27", holds=False), fact("LTU", "2025-12/..", holds=True))
    assert left(NOTICE, conditions=both).state is ExitState.EFFECTIVE
    clash = (fact("LTU", "2025-12-27", holds=False), fact("LTU", "2025-11/..", holds=True))
    found = left(NOTICE, conditions=clash)
    assert found.state is ExitState.RUNNING
    assert "the sources differ" in found.conditions[0].words


def test_the_depositarys_word_that_it_took_effect_settles_the_condition() -> None:
    effect = done("LTU", Act.EXIT_EFFECT, "2025-12-27", asserted="2026-02-03")
    found = left(NOTICE, effect)
    assert (found.state, found.effect) == (ExitState.EFFECTIVE, on("2025-12-27"))
    assert found.conditions[0].holds is Truth.NO


def test_another_voice_or_an_announcement_does_not_settle_it() -> None:
    press = done("LTU", Act.EXIT_EFFECT, "2025-12-27", asserted="2025-12-28", source="bns")
    assert left(NOTICE, press).state is ExitState.RUNNING
    # The status page of 3 February 2026 announces Poland's exit for the 20th.
    ahead = done("LTU", Act.EXIT_EFFECT, "2025-12-27", asserted="2025-12-01")
    assert left(NOTICE, ahead).state is ExitState.RUNNING


def test_a_state_in_armed_conflict_stays_bound_until_it_ends() -> None:
    found = left(NOTICE, conditions=(fact("LTU", "2022-02-24/..", holds=True),))
    assert (found.state, found.effect) == (ExitState.DEFERRED, None)
    spans = timeline(
        OTTAWA,
        "LTU",
        record(*JOINED, NOTICE, conditions=(fact("LTU", "2022-02-24/..", holds=True),)),
    ).spans
    assert spans[-1].status is StatusKind.PARTY_EXIT_RUNNING


def test_the_exit_takes_effect_when_the_conflict_has_ended() -> None:
    ended = (
        fact("LTU", "2022-02-24/2026-03-31", holds=True),
        fact("LTU", "2026-04-01/2026-05-09", holds=True),
    )
    found = left(NOTICE, conditions=ended)
    assert (found.state, found.effect) == (ExitState.EFFECTIVE, on("2026-05-10"))
    bounded = (fact("LTU", "2022-02-24/..", holds=True), fact("LTU", "2026-07-01", holds=False))
    line = timeline(OTTAWA, "LTU", record(*JOINED, NOTICE, conditions=bounded))
    assert line.exits[0].state is ExitState.DEFERRED
    assert [str(s.days.start) for s in line.spans[-2:]] == ["2025-12-28", "2026-07-01"]
    assert line.spans[-1].status is StatusKind.FORMER_PARTY


def test_an_effect_told_during_the_conflict_is_contested() -> None:
    effect = done("LTU", Act.EXIT_EFFECT, "2025-12-27", asserted="2026-02-03")
    found = left(NOTICE, effect, conditions=(fact("LTU", "2022-02-24/..", holds=True),))
    assert found.state is ExitState.CONTESTED


def test_a_told_effect_on_another_day_than_the_rules_is_contested() -> None:
    # North Korea and the NPT: three months from 10 January 2003 give 10 April; it claimed the 11th.
    npt = treaty(needs=(instruments(1),), leaving=exit_rule(days("P3M"), conflict=False))
    acts = record(
        *JOINED,
        done("LTU", Act.WITHDRAWAL, "2003-12-10"),
        done("LTU", Act.EXIT_EFFECT, "2003-12-11"),
    )
    line = timeline(npt, "LTU", acts)
    assert line.exits[0].state is ExitState.CONTESTED
    open_span = line.spans[-2]
    assert (open_span.status, open_span.contested) == (None, True)
    assert open_span.days.start == date(2003, 12, 11)
    assert open_span.days.end == date(2004, 3, 10)


def test_a_depositary_that_prints_the_day_after_is_followed_by_the_rule() -> None:
    # Germany and the Energy Charter: 19 December 2022, 20 December 2023 (verdragenbank 006200).
    ect = treaty(needs=(instruments(1),), leaving=exit_rule(day_after("P1Y"), conflict=False))
    acts = record(*JOINED, done("LTU", Act.WITHDRAWAL, "2022-12-19"))
    assert timeline(ect, "LTU", acts).exits[0].effect == on("2023-12-20")


def test_a_notice_may_be_revoked_before_it_takes_effect() -> None:
    # Gambia and the Rome Statute: notice 10 November 2016, rescinded 10 February 2017.
    rome = treaty(needs=(instruments(1),), leaving=exit_rule(days("P1Y"), conflict=False))
    acts = record(
        *JOINED,
        done("LTU", Act.WITHDRAWAL, "2016-11-10"),
        done("LTU", Act.REVOCATION, "2017-02-10"),
    )
    line = timeline(rome, "LTU", acts)
    assert line.exits[0].state is ExitState.REVOKED
    assert line.exits[0].trace[-1].article == "VCLT 68"
    assert [s.status for s in line.spans[-3:]] == [
        StatusKind.PARTY,
        StatusKind.PARTY_EXIT_RUNNING,
        StatusKind.PARTY,
    ]


def test_a_revocation_after_the_effect_comes_too_late() -> None:
    rome = treaty(needs=(instruments(1),), leaving=exit_rule(days("P1Y"), conflict=False))
    acts = record(
        *JOINED,
        done("LTU", Act.WITHDRAWAL, "2016-11-10"),
        done("LTU", Act.REVOCATION, "2017-11-10"),
    )
    line = timeline(rome, "LTU", acts)
    assert line.exits[0].state is ExitState.EFFECTIVE
    assert "too late" in line.exits[0].trace[-1].words
    assert line.spans[-1].status is StatusKind.FORMER_PARTY


def test_a_notice_within_the_minimum_membership_has_no_effect() -> None:
    # Paris Agreement 28(1): three years; the first possible day was 4 November 2019.
    rule = exit_rule(days("P1Y"), conflict=False, minimum=Period(3, "years"))
    paris = treaty(needs=(instruments(1),), leaving=rule)
    bound = done("USA", Act.ACCEPTANCE, "2016-05-04")
    early = record(JOINED[0], bound, done("USA", Act.WITHDRAWAL, "2019-10-31"))
    line = timeline(paris, "USA", early)
    assert line.exits[0].state is ExitState.WITHOUT_EFFECT
    assert "from 2019-11-01 on" in line.exits[0].trace[-1].words
    assert line.spans[-1].status is StatusKind.PARTY
    due = record(JOINED[0], bound, done("USA", Act.WITHDRAWAL, "2019-11-01"))
    assert timeline(paris, "USA", due).exits[0].effect == on("2020-11-01")


def test_without_an_exit_clause_a_notice_has_no_effect() -> None:
    # North Korea and the ICCPR, August 1997: not accepted; General Comment 26; VCLT 56.
    iccpr = treaty(needs=(instruments(1),), leaving=exit_rule(None, state=RuleState.NONE))
    notice = done("LTU", Act.WITHDRAWAL, "1997-08-25")
    comment = finding("LTU", Act.DENUNCIATION, by="Human Rights Committee", accepts=False)
    bound = done("LTU", Act.ACCESSION, "1981-09-14")
    acts = record(done("AAA", Act.RATIFICATION, "1975-01-01"), bound, notice, findings=(comment,))
    line = timeline(iccpr, "LTU", acts)
    assert line.exits[0].state is ExitState.WITHOUT_EFFECT
    assert line.spans[-1].status is StatusKind.PARTY
    assert {"VCLT 56(1)"} <= {step.article for step in line.exits[0].trace}
    assert "Human Rights Committee does not accept it" in line.exits[0].trace[-1].words


def test_an_exit_rule_that_nobody_has_read_leaves_the_end_open() -> None:
    unread = treaty(needs=(instruments(1),), leaving=exit_rule(None, state=RuleState.UNREAD))
    line = timeline(unread, "LTU", record(*JOINED, NOTICE))
    assert line.spans[-1].possible == (
        StatusKind.PARTY_EXIT_RUNNING,
        StatusKind.FORMER_PARTY,
    )
    assert line.exits[0].expected is None


def test_a_fixed_day_of_the_year_is_reckoned_from_the_notice() -> None:
    # Whaling convention XI (Japan), Single Convention 46 (Bolivia), UNESCO II(6) (United States).
    whaling = Delay(DelayKind.YEARLY, notice_by=YearlyWindow(1, 1), effect_on=YearlyWindow(6, 30))
    narcotics = Delay(
        DelayKind.YEARLY,
        notice_by=YearlyWindow(7, 1),
        effect_on=YearlyWindow(1, 1),
        years_after=1,
    )
    unesco = Delay(
        DelayKind.YEARLY,
        notice_by=YearlyWindow(12, 31),
        effect_on=YearlyWindow(12, 31),
        years_after=1,
    )
    for delay, notice, effect in (
        (whaling, "2018-12-26", "2019-06-30"),
        (narcotics, "2011-06-29", "2012-01-01"),
        (unesco, "2025-07-22", "2026-12-31"),
    ):
        one = treaty(needs=(instruments(1),), leaving=exit_rule(delay, conflict=False))
        acts = record(*JOINED, done("LTU", Act.WITHDRAWAL, notice))
        assert timeline(one, "LTU", acts).exits[0].effect == on(effect)


def test_a_term_ends_for_those_who_gave_notice_in_time() -> None:
    # Genocide Convention XIV: ten years from 12 January 1951, then five at a time; six months.
    term = Delay(
        DelayKind.TERM, Period(6, "months"), term=Period(10, "years"), renewed=Period(5, "years")
    )
    genocide = treaty(
        needs=(instruments(1),),
        force=days("P0D"),
        later=days("P0D"),
        leaving=exit_rule(term, conflict=False),
    )
    start = done("AAA", Act.RATIFICATION, "1951-01-12")
    for notice, effect in (("1960-07-12", "1961-01-12"), ("1960-07-13", "1966-01-12")):
        acts = record(start, done("AAA", Act.DENUNCIATION, notice))
        assert timeline(genocide, "AAA", acts).exits[0].effect == on(effect)


def test_a_period_may_end_with_the_month() -> None:
    # Istanbul Convention 80(2): three months, then the first of the next month; Türkiye 2021.
    delay = Delay(DelayKind.FIRST_OF_MONTH_AFTER_PERIOD, Period(3, "months"))
    one = treaty(needs=(instruments(1),), leaving=exit_rule(delay, conflict=False))
    acts = record(*JOINED, done("LTU", Act.DENUNCIATION, "2021-03-22"))
    assert timeline(one, "LTU", acts).exits[0].effect == on("2021-07-01")


def test_an_exit_without_condition_is_running_past_what_the_record_knows() -> None:
    rome = treaty(needs=(instruments(1),), leaving=exit_rule(days("P1Y"), conflict=False))
    acts = record(*JOINED, done("LTU", Act.WITHDRAWAL, "2025-06-02"), known_on="2025-12-31")
    found = timeline(rome, "LTU", acts).exits[0]
    assert (found.state, found.expected, found.effect) == (
        ExitState.RUNNING,
        on("2026-06-02"),
        None,
    )


def test_as_known_earlier_nobody_knows_that_a_conflict_will_go_on() -> None:
    war = (fact("LTU", "2022-02-24/..", holds=True),)
    known = record(*JOINED, NOTICE, conditions=war, known_on="2025-07-20")
    assert timeline(OTTAWA, "LTU", known).exits[0].state is ExitState.RUNNING


def test_peace_until_now_says_nothing_of_a_later_day() -> None:
    peace = fact("LTU", "2020-01-01/..", holds=False, asserted="2025-06-01")
    assert left(NOTICE, conditions=(peace,)).state is ExitState.RUNNING
    later = fact("LTU", "2020-01-01/..", holds=False, asserted="2026-01-01")
    assert left(NOTICE, conditions=(later,)).state is ExitState.EFFECTIVE


def test_duties_that_outlive_an_exit_are_told_with_their_end() -> None:
    # Italy and the Energy Charter Treaty, article 47(3): twenty years from 1 January 2016.
    rule = replace(exit_rule(day_after("P1Y"), conflict=False), sunset=Period(20, "years"))
    ect = treaty(needs=(instruments(1),), leaving=rule)
    acts = record(*JOINED, done("LTU", Act.WITHDRAWAL, "2014-12-31"))
    found = timeline(ect, "LTU", acts).exits[0]
    assert (found.effect, found.sunset_until) == (on("2016-01-01"), on("2036-01-01"))


def test_a_new_consent_shows_that_an_expected_exit_took_effect() -> None:
    again = done("LTU", Act.ACCESSION, "2026-05-08")
    spans = timeline(OTTAWA, "LTU", record(*JOINED, NOTICE, again)).spans
    assert [(str(s.days.start), s.status) for s in spans[-3:]] == [
        ("2025-12-27", StatusKind.FORMER_PARTY),
        ("2026-05-08", StatusKind.CONTRACTING),
        ("2026-11-01", StatusKind.PARTY),
    ]
    assert spans[-3].expected


def test_two_conditions_on_one_fact_are_an_error_that_prints_both_places() -> None:
    rule = exit_rule()
    doubled = treaty(
        needs=(instruments(1),),
        leaving=replace(rule, conditions=(*rule.conditions, ExitCondition(at("21"), CONFLICT))),
    )
    with pytest.raises(RulesCollideError, match=r"article 20\(3\); and article 21"):
        timeline(doubled, "LTU", record(*JOINED, NOTICE))
