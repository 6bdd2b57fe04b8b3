"""Ways in which membership ends that the Ottawa Convention does not have, one test a form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from inforce.catalogue.model import (
    AskedOn,
    ExclusionRule,
    ExitCondition,
    ExitRule,
    FamilyRule,
    MembershipFrom,
    RuleState,
    Treaty,
)
from inforce.dates import Period
from inforce.law import ExitState, Timeline, matrix, parties, status, timeline
from inforce.record.view import AdjudicatedAct, TreatyRecord
from inforce.terms import Act, AnswerKind, CountedFrom, StatusKind, UnknownBecause
from law.made import (
    CONFLICT,
    at,
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

FREE = exit_rule(days("P150D"), conflict=False)
FIRST = done("AAA", Act.RATIFICATION, "1990-01-01")
JOINED = done("RUS", Act.RATIFICATION, "1992-09-03")


def made(leaving: ExitRule = FREE) -> Treaty:
    """A treaty in force from its first deposit, for each from its own."""
    return treaty(needs=(instruments(1),), force=days("P0D"), later=days("P0D"), leaving=leaving)


def line(of: Treaty, *acts: AdjudicatedAct, who: str = "RUS") -> Timeline:
    return timeline(of, who, record(FIRST, JOINED, *acts))


def last(found: Timeline) -> tuple[StatusKind | None, date | None]:
    return found.spans[-1].status, found.spans[-1].days.start


def test_a_least_period_lets_the_exit_take_effect_later() -> None:
    # CFE Treaty XIX(2): at least 150 days from 9 June 2023; Russia was out on 7 November.
    acts = (
        done("RUS", Act.WITHDRAWAL, "2023-06-09"),
        done("RUS", Act.EXIT_EFFECT, "2023-11-07"),
    )
    exact, least = made(), made(replace(FREE, later_allowed=True))
    assert line(exact, *acts).exits[0].state is ExitState.CONTESTED
    found = line(least, *acts).exits[0]
    assert (found.state, found.expected) == (ExitState.EFFECTIVE, on("2023-11-06"))
    assert found.effect == on("2023-11-07")
    assert "the period is a least one" in found.trace[-1].words
    assert last(line(least, *acts)) == (StatusKind.FORMER_PARTY, date(2023, 11, 7))


def test_a_least_period_does_not_let_it_take_effect_earlier() -> None:
    least = made(replace(FREE, later_allowed=True))
    acts = (
        done("RUS", Act.WITHDRAWAL, "2023-06-09"),
        done("RUS", Act.EXIT_EFFECT, "2023-10-07"),
    )
    assert line(least, *acts).exits[0].state is ExitState.CONTESTED


def test_a_condition_may_be_asked_of_the_day_of_the_notice() -> None:
    # Geneva Conventions, GC I 63: who is in a conflict when it gives notice waits for peace.
    asked = ExitCondition(at("63"), CONFLICT, AskedOn.NOTICE)
    waits = made(replace(FREE, conditions=(asked,)))
    notice = done("RUS", Act.DENUNCIATION, "2020-01-01")
    war = fact("RUS", "2019-06-01/2020-03-31", holds=True)
    told = record(FIRST, JOINED, notice, conditions=(war,))
    found = timeline(waits, "RUS", told).exits[0]
    # The war was over before the period ended: the exit takes effect when the period ends.
    assert (found.expected, found.effect) == (on("2020-05-30"), on("2020-05-30"))
    at_the_end = made(replace(FREE, conditions=(ExitCondition(at("63"), CONFLICT),)))
    assert timeline(at_the_end, "RUS", told).exits[0].open_condition is not None


def test_a_minimum_counted_from_the_treaty_is_over_for_a_late_joiner() -> None:
    # Outer Space Treaty XVI: from one year after the treaty's own entry into force.
    a_year = replace(FREE, minimum_membership=Period(1, "years"))
    notice = done("RUS", Act.WITHDRAWAL, "1992-12-01")
    from_joining = line(made(a_year), notice).exits[0]
    assert from_joining.state is ExitState.WITHOUT_EFFECT
    from_treaty = replace(a_year, minimum_from=MembershipFrom.TREATY)
    assert line(made(from_treaty), notice).exits[0].state is ExitState.EFFECTIVE


def test_a_right_that_one_state_kept_is_no_one_elses() -> None:
    # WHO: the United States joined in 1948 keeping a right to leave on a year's notice.
    kept = made(replace(exit_rule(days("P365D"), conflict=False), open_to=("USA",)))
    usa = (
        done("USA", Act.RATIFICATION, "1992-01-01"),
        done("USA", Act.WITHDRAWAL, "2025-01-22"),
    )
    rus = done("RUS", Act.WITHDRAWAL, "2025-01-22")
    told = record(FIRST, JOINED, rus, *usa)
    assert timeline(kept, "USA", told).exits[0].expected == on("2026-01-22")
    without = timeline(kept, "RUS", told).exits[0]
    assert (without.state, without.expected) == (ExitState.WITHOUT_EFFECT, None)


def _excluding() -> Treaty:
    base = made()
    assert base.rules is not None
    six = ExclusionRule(at("58(3)"), CountedFrom.DECISION, days("P6M"))
    return replace(base, rules=replace(base.rules, exclusion=six))


def test_an_exclusion_runs_from_the_decision_by_its_own_rule() -> None:
    # ECHR 58(3): Russia, 16 March 2022; the Council of Europe: party until 16 September.
    acts = (
        done("RUS", Act.EXPULSION, "2022-03-16"),
        done("RUS", Act.EXIT_EFFECT, "2022-09-16"),
    )
    found = line(_excluding(), *acts)
    assert (found.exits[0].expected, found.exits[0].effect) == (on("2022-09-16"), on("2022-09-16"))
    assert found.exits[0].trace[1].article == "58(3)"
    assert [span.status for span in found.spans][-2:] == [
        StatusKind.PARTY_EXIT_RUNNING,
        StatusKind.FORMER_PARTY,
    ]


def test_an_exclusion_without_a_rule_ends_membership_when_it_is_told_to() -> None:
    acts = (
        done("RUS", Act.EXPULSION, "2022-03-16"),
        done("RUS", Act.EXIT_EFFECT, "2022-09-16"),
    )
    found = line(made(), *acts)
    assert (found.exits[0].expected, found.exits[0].notice) == (None, None)
    assert last(found) == (StatusKind.FORMER_PARTY, date(2022, 9, 16))


def test_an_exit_that_others_do_not_accept_stays_contested() -> None:
    # NPT, North Korea 2003: its status is left open, and it is still counted.
    told = record(
        FIRST,
        JOINED,
        done("RUS", Act.WITHDRAWAL, "2003-01-10"),
        findings=(finding("RUS", Act.WITHDRAWAL, by="UNODA", accepts=False, words="counted"),),
    )
    found = timeline(made(), "RUS", told)
    assert found.exits[0].state is ExitState.CONTESTED
    answer = status(made(), "RUS", on("2005-01-01"), told)
    assert answer.party is AnswerKind.CONTESTED
    assert "UNODA" in [position.by for position in answer.positions]


def test_who_joins_again_while_its_notice_runs_is_bound_from_the_end_on() -> None:
    # First Optional Protocol to the ICCPR, Guyana 1999: out and in again on 5 April.
    three = treaty(
        needs=(instruments(1),),
        force=days("P0D"),
        later=days("P90D"),
        leaving=exit_rule(days("P90D"), conflict=False),
    )
    acts = (
        done("RUS", Act.DENUNCIATION, "1999-01-05"),
        done("RUS", Act.ACCESSION, "1999-01-05"),
        done("RUS", Act.EXIT_EFFECT, "1999-04-05"),
    )
    found = line(three, *acts)
    assert [span.status for span in found.spans][-2:] == [
        StatusKind.PARTY_EXIT_RUNNING,
        StatusKind.PARTY,
    ]
    assert last(found) == (StatusKind.PARTY, date(1999, 4, 5))
    assert len(found.episodes) == 2


def _protocol() -> Treaty:
    base = replace(made(), id="p")
    assert base.rules is not None
    family = FamilyRule(at("9(3)"), parent="t")
    return replace(base, rules=replace(base.rules, family=family))


def _under(*of_parent: AdjudicatedAct) -> TreatyRecord:
    parent = record(FIRST, JOINED, *of_parent)
    own = done("RUS", Act.CONSENT_TO_BE_BOUND, "1993-01-01")
    return replace(record(FIRST, own), parent=(made(), parent))


def test_a_protocol_ends_with_its_parent() -> None:
    # CCW 9(3); UNFCCC 25(3).
    left = _under(done("RUS", Act.WITHDRAWAL, "2020-01-01"))
    found = timeline(_protocol(), "RUS", left)
    assert last(found) == (StatusKind.FORMER_PARTY, date(2020, 5, 30))
    assert found.spans[-1].trace[-1].article == "9(3)"
    assert parties(_protocol(), on("2021-01-01"), left).in_force == ("AAA",)


@pytest.mark.parametrize(
    "of_parent",
    [
        (),
        (done("RUS", Act.WITHDRAWAL, "2020-01-01"),),
        (done("RUS", Act.EXPULSION, "2020-01-01"),),
        (done("AAA", Act.DENUNCIATION, "2020-01-01"),),
    ],
    ids=["nobody left", "notice", "expulsion", "another's notice"],
)
def test_the_matrix_knows_who_left_the_parent(of_parent: tuple[AdjudicatedAct, ...]) -> None:
    told = _under(*of_parent)
    for day in ("1992-06-01", "1994-01-01", "2020-03-01", "2021-01-01"):
        found = matrix([_protocol()], ["AAA", "RUS"], on(day), {"p": told})
        asked = {
            (who, "p"): status(_protocol(), who, on(day), told).status for who in ("AAA", "RUS")
        }
        assert found == asked


def test_the_matrix_knows_of_a_treaty_that_ended() -> None:
    ended = replace(made(), ended=date(2026, 2, 5))
    found = matrix([ended], ["RUS"], on("2026-03-01"), {"t": record(FIRST, JOINED)})
    assert found == {("RUS", "t"): StatusKind.FORMER_PARTY}


def test_a_protocol_goes_on_while_its_parent_does() -> None:
    stayed = timeline(_protocol(), "RUS", _under())
    assert stayed.spans[-1].status is StatusKind.PARTY


def test_a_protocol_goes_on_for_who_came_back_to_the_parent() -> None:
    back = _under(
        done("RUS", Act.WITHDRAWAL, "2020-01-01"),
        done("RUS", Act.EXIT_EFFECT, "2020-05-30"),
        done("RUS", Act.ACCESSION, "2021-01-01"),
    )
    assert timeline(_protocol(), "RUS", back).spans[-1].status is StatusKind.PARTY


def test_a_treaty_that_ended_binds_nobody() -> None:
    # New START: expired on 5 February 2026.
    ended = replace(made(), ended=date(2026, 2, 5))
    found = line(ended)
    assert last(found) == (StatusKind.FORMER_PARTY, date(2026, 2, 5))
    before = timeline(ended, "RUS", record(FIRST, JOINED, known_on="2025-01-01"))
    assert before.spans[-1].status is StatusKind.PARTY


def test_of_one_that_an_incomplete_list_does_not_name_nothing_is_known() -> None:
    # Additional Protocol I: the record has 23 of its 175 parties.
    partial = record(FIRST, complete=None)
    answer = status(made(), "FRA", on("2020-01-01"), partial)
    assert (answer.party, answer.status) == (AnswerKind.UNKNOWN, None)
    assert answer.because is UnknownBecause.RECORD_ENDS
    complete = status(made(), "FRA", on("2020-01-01"), record(FIRST))
    assert (complete.party, complete.status) == (AnswerKind.NO, StatusKind.NONE)


def test_an_unread_rule_is_told_and_never_guessed() -> None:
    unread = made(exit_rule(None, state=RuleState.UNREAD))
    found = line(unread, done("RUS", Act.WITHDRAWAL, "2019-02-02")).exits[0]
    assert (found.expected, found.effect) == (None, None)


def test_who_left_had_been_bound_though_nobody_read_from_when() -> None:
    # Whaling Convention, Japan: notice of 26 December 2018, out on 30 June 2019.
    unread = treaty(
        needs=(instruments(1),),
        force=days("P0D"),
        later=None,
        later_state=RuleState.UNREAD,
        leaving=FREE,
        in_force="1990-01-01",
    )
    acts = (
        done("RUS", Act.WITHDRAWAL, "2018-12-26"),
        done("RUS", Act.EXIT_EFFECT, "2019-05-25"),
    )
    told = record(FIRST, JOINED, *acts)
    assert status(unread, "RUS", on("2018-01-01"), told).party is AnswerKind.UNKNOWN
    assert status(unread, "RUS", on("2019-01-01"), told).party is AnswerKind.YES
    assert status(unread, "RUS", on("2020-01-01"), told).status is StatusKind.FORMER_PARTY


def test_a_told_entry_into_force_needs_no_rule() -> None:
    # Single Convention, Bolivia: again a party from 10 February 2013; its clauses are not read.
    unread = treaty(
        later=None, force_state=RuleState.UNREAD, later_state=RuleState.UNREAD, leaving=FREE
    )
    told = record(
        done("BOL", Act.ACCESSION, "2012-01-01/2013-02-10"),
        done("BOL", Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, "2013-02-10"),
    )
    assert status(unread, "BOL", on("2020-01-01"), told).status is StatusKind.PARTY
