from __future__ import annotations

from dataclasses import replace

import pytest

from inforce.catalogue.model import Requirement, RequirementKind, RuleState
from inforce.law import RulesCollideError, parties, treaty_force
from inforce.terms import Act, AnswerKind, UnknownBecause
from law.made import days, done, instruments, on, record, treaty

# The last of the Ottawa Convention's forty instruments, and the Cluster Munitions Convention's
# thirty: two states on one day each (ICRC list; UNTC MTDSG XXVI-5 and XXVI-6).
TIED = record(
    done("AAA", Act.RATIFICATION, "1998-01-15"),
    done("BFA", Act.RATIFICATION, "1998-09-16"),
    done("GNQ", Act.ACCESSION, "1998-09-16"),
    done("CCC", Act.RATIFICATION, "1998-10-02"),
)


def test_instruments_are_counted_in_order_of_deposit_and_a_tie_counts_as_one_day() -> None:
    force = treaty_force(treaty(needs=(instruments(2),)), TIED)
    assert force.day == on("1999-03-01")
    assert force.reached == on("1998-09-16")
    assert [act.participant for act in force.counted] == ["AAA", "BFA", "GNQ"]
    assert force.answer is AnswerKind.YES
    assert any("BFA, GNQ" in step.words for step in force.trace)


def test_each_step_of_the_reckoning_names_its_article_and_source() -> None:
    force = treaty_force(treaty(), TIED)
    assert {step.article for step in force.trace} == {"17(1)"}
    assert len(force.trace) == 4
    assert force.trace[0].source == "unsg"
    assert force.trace[-1].day == "1999-03-01"


def test_too_few_instruments_are_a_treaty_not_in_force() -> None:
    force = treaty_force(treaty(needs=(instruments(40),)), TIED)
    assert (force.answer, force.day) == (AnswerKind.NO, None)
    assert force.trace[0].words == "4 of 40 instruments"


def test_no_rule_an_unread_rule_and_not_in_force_are_three_answers() -> None:
    none = treaty_force(treaty(force_state=RuleState.NONE), TIED)
    unread = treaty_force(treaty(force_state=RuleState.UNREAD), TIED)
    assert (none.answer, none.because) == (AnswerKind.UNKNOWN, UnknownBecause.NO_RULE)
    assert (unread.answer, unread.because) == (AnswerKind.UNKNOWN, UnknownBecause.NOT_VERIFIED)
    assert "VCLT 24(2)" in none.trace[0].words


def test_a_published_day_that_differs_from_the_rule_makes_the_force_contested() -> None:
    # legal.un.org/avl prints 1 March 2009 for the Ottawa Convention; all others 1999.
    force = treaty_force(treaty(in_force="2009-03-01"), TIED)
    assert force.answer is AnswerKind.CONTESTED
    assert (force.day, force.computed) == (on("2009-03-01"), on("1999-03-01"))
    assert "the rule gives 1999-03-01" in force.trace[-1].words


def test_a_published_day_stands_where_the_record_lacks_instruments() -> None:
    force = treaty_force(treaty(needs=(instruments(40),), in_force="1999-03-01"), TIED)
    assert (force.answer, force.day) == (AnswerKind.YES, on("1999-03-01"))
    assert "lacks instruments" in force.trace[-1].words


def test_what_is_published_later_is_not_known_before() -> None:
    known = record(*TIED.acts[:1], known_on="1998-02-01")
    assert treaty_force(treaty(in_force="1999-03-01"), known).answer is AnswerKind.NO
    foreseen = record(*TIED.acts, known_on="1998-12-31")
    assert treaty_force(treaty(in_force="1999-03-01"), foreseen).day == on("1999-03-01")


def test_a_day_that_the_rule_puts_before_the_earliest_moves_to_it() -> None:
    # Chemical Weapons Convention XXI(1): 180 days after the 65th, never earlier than two years
    # after the opening of 13 January 1993; the 65th was Hungary's of 31 October 1996.
    acts = record(done("HUN", Act.RATIFICATION, "1996-10-31"))
    cwc = treaty(needs=(instruments(1),), force=days("P180D"), not_before="1995-01-13")
    assert treaty_force(cwc, acts).day == on("1997-04-29")
    early = record(done("HUN", Act.RATIFICATION, "1993-02-01"))
    assert treaty_force(cwc, early).day == on("1995-01-13")


def test_named_states_must_all_have_deposited() -> None:
    named = Requirement(RequirementKind.NAMED, (Act.RATIFICATION,), participants=("USA", "RUS"))
    # INF: exchange of instruments on 1 June 1988.
    inf = treaty(needs=(named,), force=days("P0D"))
    one = record(done("USA", Act.RATIFICATION, "1988-05-29"))
    assert treaty_force(inf, one).trace[0].words == "1 of 2 named participants"
    both = record(*one.acts, done("RUS", Act.RATIFICATION, "1988-06-01"))
    assert treaty_force(inf, both).day == on("1988-06-01")


def test_a_number_among_named_states_is_enough_where_the_treaty_says_so() -> None:
    # Istanbul Convention 75(3): ten instruments, eight of them of Council of Europe members.
    some = Requirement(RequirementKind.NAMED, (), count=1, participants=("AAA", "CCC"))
    force = treaty_force(treaty(needs=(instruments(3), some)), TIED)
    assert force.reached == on("1998-09-16")


def test_shares_must_be_reached_beside_the_number() -> None:
    # Paris Agreement 21(1): 55 Parties with 55 per cent of emissions, thirtieth day after.
    shares = {"ghg": {"AAA": 20.0, "BFA": 30.0, "CCC": 12.0}}
    share = Requirement(RequirementKind.SHARE, (), percent=55.0, figure="ghg")
    paris = treaty(needs=(instruments(2), share), force=days("P30D"))
    assert treaty_force(paris, TIED, shares=shares).day == on("1998-11-01")
    without = treaty_force(paris, TIED)
    assert (without.answer, without.because) == (AnswerKind.UNKNOWN, UnknownBecause.OPEN_FACT)


def test_an_instrument_of_an_organisation_is_not_counted_beside_its_members() -> None:
    # BBNJ Agreement 68(3).
    rule = Requirement(RequirementKind.INSTRUMENTS, (), count=2, not_counted=("BFA", "GNQ"))
    assert treaty_force(treaty(needs=(rule,)), TIED).reached == on("1998-10-02")


def test_an_instrument_known_to_the_month_gives_no_invented_day() -> None:
    vague = record(
        done("AAA", Act.RATIFICATION, "1998-01-15"), done("BBB", Act.RATIFICATION, "1998-09")
    )
    assert treaty_force(treaty(force=days("P30D")), vague).day == on("1998-10-01/1998-10-30")
    assert treaty_force(treaty(), vague).day == on("1999-03-01")


def test_two_numbers_for_the_same_instruments_are_an_error_that_prints_both() -> None:
    doubled = treaty(needs=(instruments(40), instruments(30)))
    with pytest.raises(RulesCollideError, match=r"40 instruments; and article 17\(1\): 30 instr"):
        treaty_force(doubled, TIED)


def test_what_nobody_has_read_leaves_the_published_day() -> None:
    # Open Skies XVII(2): every state with a passive quota of eight; the quotas are not read.
    unread = Requirement(RequirementKind.UNREAD, (), words="states with large quotas")
    force = treaty_force(treaty(needs=(instruments(2), unread), in_force="1999-03-01"), TIED)
    assert (force.answer, force.day, force.reached) == (AnswerKind.YES, on("1999-03-01"), None)
    words = [step.words for step in force.trace]
    assert "not to be known from the record: states with large quotas" in words
    open_one = treaty_force(treaty(needs=(unread,)), TIED)
    assert (open_one.answer, open_one.because) == (AnswerKind.UNKNOWN, UnknownBecause.OPEN_FACT)


def test_a_difference_that_is_explained_is_not_contested() -> None:
    # CEDAW: the German Democratic Republic's instrument is in no list of today's states.
    plain = treaty(needs=(instruments(2),), in_force="1999-02-01")
    assert treaty_force(plain, TIED).answer is AnswerKind.CONTESTED
    assert plain.rules is not None
    why = replace(plain.rules.entry_into_force, record_differs="one of a former state is missing")
    told = replace(plain, rules=replace(plain.rules, entry_into_force=why))
    force = treaty_force(told, TIED)
    assert (force.answer, force.day) == (AnswerKind.YES, on("1999-02-01"))
    assert force.computed == on("1999-03-01")
    assert force.trace[-1].words.endswith("one of a former state is missing")


def test_shares_come_with_the_record() -> None:
    # Paris Agreement 21(1).
    share = Requirement(RequirementKind.SHARE, (), percent=55, figure="emissions")
    told = replace(TIED, shares=(("emissions", (("AAA", 20.0), ("GNQ", 36.0))),))
    force = treaty_force(treaty(needs=(share,), force=days("P30D")), told)
    assert (force.reached, force.day) == (on("1998-09-16"), on("1998-10-16"))


def test_original_participants_are_known_from_the_published_day_alone() -> None:
    # Open Skies: in force on 1 January 2002, sixty days after 2 November 2001.
    unread = Requirement(RequirementKind.UNREAD, (), words="states with large quotas")
    skies = treaty(
        needs=(unread,),
        force=days("P60D"),
        later=None,
        later_state=RuleState.UNREAD,
        in_force="2002-01-01",
    )
    told = record(
        done("RUS", Act.RATIFICATION, "2001-11-02"),
        done("BIH", Act.ACCESSION, "2003-08-21"),
    )
    answer = parties(skies, on("2010-01-01"), told)
    assert (answer.in_force, answer.unknown) == (("RUS",), ("BIH",))
