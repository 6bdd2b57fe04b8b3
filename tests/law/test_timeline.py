from __future__ import annotations

from datetime import date

from inforce.catalogue.model import LaterFrom, RuleState, Treaty
from inforce.dates import DayInterval
from inforce.law import timeline
from inforce.record.view import TreatyRecord
from inforce.terms import Act, StatusKind, UnknownBecause
from law.made import days, done, exit_rule, instruments, record, treaty

NONE, SIGNATORY, CONTRACTING, PARTY, RUNNING, FORMER = StatusKind


def told(treaty: Treaty, record: TreatyRecord, who: str = "LTU") -> list[tuple[str, str]]:
    """First day and status of each span; an open status in brackets."""
    found = []
    for span in timeline(treaty, who, record).spans:
        name = span.status.value if span.status else "|".join(span.possible)
        found.append((str(span.days.start or ".."), name if span.is_settled else f"[{name}]"))
    return found


def test_signature_consent_and_force_follow_one_another() -> None:
    # Lithuania and the Ottawa Convention: UNTC MTDSG XXVI-5.
    acts = record(
        done("AAA", Act.RATIFICATION, "1998-01-01"),
        done("BBB", Act.RATIFICATION, "1998-09-16"),
        done("LTU", Act.SIGNATURE, "1999-02-26"),
        done("LTU", Act.RATIFICATION, "2003-05-12"),
    )
    assert told(treaty(), acts) == [
        ("..", NONE),
        ("1999-02-26", SIGNATORY),
        ("2003-05-12", CONTRACTING),
        ("2003-11-01", PARTY),
    ]


def test_an_original_participant_is_bound_with_the_treaty_itself() -> None:
    acts = record(
        done("LTU", Act.RATIFICATION, "1998-01-01"), done("BBB", Act.RATIFICATION, "1998-09-16")
    )
    assert told(treaty(), acts)[-1] == ("1999-03-01", PARTY)
    trace = timeline(treaty(), "LTU", acts).spans[-1].trace
    assert trace[-1].article == "17(1)"
    assert "original participant" in trace[-1].words


def test_a_later_instrument_is_never_bound_before_the_treaty() -> None:
    acts = record(
        done("AAA", Act.RATIFICATION, "1998-01-01"),
        done("BBB", Act.RATIFICATION, "1998-09-16"),
        done("LTU", Act.ACCESSION, "1998-09-17"),
    )
    bbnj = treaty(force=days("P120D"), later=days("P30D"))
    assert told(bbnj, acts)[-1] == ("1999-01-14", PARTY)


def test_the_rule_may_begin_with_instruments_after_the_entry_into_force() -> None:
    # Chemical Weapons Convention XXI(2): the thirtieth day, for later deposits only.
    acts = record(
        done("AAA", Act.RATIFICATION, "1998-01-01"),
        done("BBB", Act.RATIFICATION, "1998-02-01"),
        done("LTU", Act.RATIFICATION, "1998-07-20"),
    )
    cwc = treaty(force=days("P180D"), later=days("P30D"))
    by_force = treaty(
        force=days("P180D"), later=days("P30D"), applies=LaterFrom.AFTER_ENTRY_INTO_FORCE
    )
    assert told(cwc, acts)[-1] == ("1998-08-19", PARTY)
    assert told(by_force, acts)[-1] == ("1998-07-31", PARTY)


def test_consent_to_a_treaty_not_in_force_stays_consent() -> None:
    acts = record(done("LTU", Act.RATIFICATION, "1998-01-01"))
    assert told(treaty(), acts) == [("..", NONE), ("1998-01-01", CONTRACTING)]


def test_where_the_treaty_is_silent_consent_binds_at_once() -> None:
    acts = record(
        done("AAA", Act.RATIFICATION, "1998-01-01"), done("LTU", Act.ACCESSION, "2003-05-12")
    )
    silent = treaty(needs=(instruments(1),), later_state=RuleState.NONE, later=None)
    assert told(silent, acts)[1:] == [("2003-05-12", PARTY)]
    assert "VCLT 24(3)" in {s.article for s in timeline(silent, "LTU", acts).trace}


def test_a_rule_that_nobody_has_read_leaves_the_status_open() -> None:
    acts = record(
        done("AAA", Act.RATIFICATION, "1998-01-01"), done("LTU", Act.ACCESSION, "2003-05-12")
    )
    unread = treaty(needs=(instruments(1),), later_state=RuleState.UNREAD, later=None)
    assert told(unread, acts)[-1] == ("2003-05-12", "[contracting|party]")
    assert timeline(unread, "LTU", acts).spans[-1].because is UnknownBecause.NOT_VERIFIED


def test_a_published_day_for_the_participant_agrees_or_is_contested() -> None:
    acts = (
        done("AAA", Act.RATIFICATION, "1998-01-01"),
        done("LTU", Act.ACCESSION, "2003-05-12"),
    )
    same = done("LTU", Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, "2003-11-01")
    other = done("LTU", Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, "2003-12-01")
    one = treaty(needs=(instruments(1),))
    assert told(one, record(*acts, same))[-1] == ("2003-11-01", PARTY)
    assert told(one, record(*acts, other))[-2:] == [
        ("2003-11-01", "[contracting|party]"),
        ("2003-12-01", PARTY),
    ]
    assert timeline(one, "LTU", record(*acts, other)).spans[-2].contested


def test_a_published_day_before_the_treaty_itself_is_refused_in_words() -> None:
    acts = record(
        done("AAA", Act.RATIFICATION, "1998-01-01"),
        done("AAA", Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, "1998-01-01"),
    )
    one = treaty(needs=(instruments(1),))
    assert told(one, acts, "AAA")[-1] == ("1998-07-01", PARTY)
    words = timeline(one, "AAA", acts).trace[-1].words
    assert "nobody is bound before the treaty itself" in words


def test_a_successor_is_bound_from_its_succession() -> None:
    # Montenegro under the Ottawa Convention: independent 3 June 2006, notified 23 October 2006.
    acts = (
        done("AAA", Act.RATIFICATION, "1998-01-01"),
        done("MNE", Act.SUCCESSION, "2006-10-23"),
    )
    one = treaty(needs=(instruments(1),))
    by_catalogue = record(*acts, successions=(("MNE", date(2006, 6, 3)),))
    assert told(one, by_catalogue, "MNE") == [("..", NONE), ("2006-06-03", PARTY)]
    by_act = record(*acts, done("MNE", Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, "2006-06-03"))
    assert told(one, by_act, "MNE") == [("..", NONE), ("2006-06-03", PARTY)]


def test_a_succession_without_its_day_is_open_until_its_notice() -> None:
    acts = record(
        done("AAA", Act.RATIFICATION, "1998-01-01"), done("MNE", Act.SUCCESSION, "2006-10-23")
    )
    one = treaty(needs=(instruments(1),))
    assert told(one, acts, "MNE") == [
        ("..", NONE),
        ("1998-07-01", "[none|party]"),
        ("2006-10-23", PARTY),
    ]


def test_a_month_leaves_an_unknown_stretch_and_invents_no_day() -> None:
    acts = record(
        done("AAA", Act.RATIFICATION, "1998-01-01"), done("LTU", Act.ACCESSION, "2003-05")
    )
    one = treaty(needs=(instruments(1),), later=days("P30D"))
    assert told(one, acts) == [
        ("..", NONE),
        ("2003-05-01", "[none|contracting]"),
        ("2003-05-31", "[contracting|party]"),
        ("2003-06-30", PARTY),
    ]


def test_an_act_told_as_done_had_been_done_when_it_was_told() -> None:
    acts = record(
        done("AAA", Act.RATIFICATION, "1998-01-01"),
        done("LBN", Act.ACCESSION, "2026", asserted="2026-06-30"),
    )
    one = treaty(needs=(instruments(1),))
    assert told(one, acts, "LBN")[1][0] == "2026-01-01"
    assert told(one, acts, "LBN")[-1] == ("2026-12-01", PARTY)


def test_rivals_of_equal_authority_leave_the_days_between_contested() -> None:
    acts = record(
        done("AAA", Act.RATIFICATION, "1998-01-01"),
        done("TON", Act.ACCESSION, "2025-06-25", rivals=["2025-06-26"]),
    )
    one = treaty(needs=(instruments(1),))
    assert told(one, acts, "TON") == [
        ("..", NONE),
        ("2025-06-25", "[none|contracting]"),
        ("2025-06-26", CONTRACTING),
        ("2025-12-01", PARTY),
    ]


def test_leaving_and_joining_again_are_one_row_of_spans() -> None:
    # United States and the Paris Agreement: withdrawals.csv; re-acceptance 20 January 2021.
    acts = record(
        done("AAA", Act.RATIFICATION, "2016-10-05"),
        done("USA", Act.ACCEPTANCE, "2016-09-03"),
        done("USA", Act.WITHDRAWAL, "2019-11-04"),
        done("USA", Act.ACCEPTANCE, "2021-01-20"),
        done("USA", Act.WITHDRAWAL, "2025-01-27"),
    )
    paris = treaty(
        force=days("P30D"), later=days("P30D"), leaving=exit_rule(days("P1Y"), conflict=False)
    )
    assert told(paris, acts, "USA") == [
        ("..", NONE),
        ("2016-09-03", CONTRACTING),
        ("2016-11-04", PARTY),
        ("2019-11-04", RUNNING),
        ("2020-11-04", FORMER),
        ("2021-01-20", CONTRACTING),
        ("2021-02-19", PARTY),
        ("2025-01-27", RUNNING),
        ("2026-01-27", FORMER),
    ]


def test_a_published_day_of_the_second_membership_is_not_laid_against_the_first() -> None:
    acts = (
        done("AAA", Act.RATIFICATION, "2016-10-05"),
        done("USA", Act.ACCEPTANCE, "2016-09-03"),
        done("USA", Act.WITHDRAWAL, "2019-11-04"),
        done("USA", Act.ACCEPTANCE, "2021-01-20"),
    )
    published = done("USA", Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, "2021-02-19")
    paris = treaty(
        force=days("P30D"), later=days("P30D"), leaving=exit_rule(days("P1Y"), conflict=False)
    )
    assert told(paris, record(*acts, published), "USA") == told(paris, record(*acts), "USA")


def test_joining_again_on_the_day_of_the_exit_leaves_no_gap_to_fill() -> None:
    # Trinidad and Tobago and the first protocol to the ICCPR, 26 August 1998.
    acts = record(
        done("AAA", Act.ACCESSION, "1976-01-01"),
        done("TTO", Act.ACCESSION, "1980-11-14"),
        done("TTO", Act.DENUNCIATION, "1998-05-26"),
        done("TTO", Act.ACCESSION, "1998-08-26"),
        done("TTO", Act.EXIT_EFFECT, "1998-08-26"),
    )
    op1 = treaty(
        needs=(instruments(1),),
        force=days("P3M"),
        later=days("P3M"),
        leaving=exit_rule(days("P3M"), conflict=False),
    )
    assert told(op1, acts, "TTO")[-3:] == [
        ("1998-05-26", RUNNING),
        ("1998-08-26", CONTRACTING),
        ("1998-11-26", PARTY),
    ]


def test_a_consent_taken_back_before_it_bound_is_no_membership() -> None:
    acts = record(
        done("AAA", Act.RATIFICATION, "1998-01-01"),
        done("MYS", Act.ACCESSION, "2019-03-04"),
        done("MYS", Act.REVOCATION, "2019-04-29", about=Act.ACCESSION),
    )
    assert told(treaty(needs=(instruments(1),)), acts, "MYS") == [
        ("..", NONE),
        ("2019-03-04", CONTRACTING),
        ("2019-04-29", NONE),
    ]


def test_who_takes_a_ratification_back_has_still_signed() -> None:
    acts = record(
        done("RUS", Act.SIGNATURE, "1996-09-24"),
        done("RUS", Act.RATIFICATION, "2000-06-30"),
        done("RUS", Act.REVOCATION, "2023-11-03", about=Act.RATIFICATION),
    )
    assert told(treaty(needs=(instruments(40),)), acts, "RUS") == [
        ("..", NONE),
        ("1996-09-24", SIGNATORY),
        ("2000-06-30", CONTRACTING),
        ("2023-11-03", SIGNATORY),
    ]


def test_leaving_a_treaty_that_is_not_in_force_ends_consent_and_no_membership() -> None:
    acts = (
        done("LTU", Act.RATIFICATION, "1998-01-01"),
        done("LTU", Act.WITHDRAWAL, "1999-01-01"),
    )
    plain = treaty(leaving=exit_rule(conflict=False))
    assert told(plain, record(*acts)) == [
        ("..", NONE),
        ("1998-01-01", CONTRACTING),
        ("1999-07-01", NONE),
    ]
    back = done("LTU", Act.REVOCATION, "1999-02-01")
    assert told(plain, record(*acts, back))[-1] == ("1998-01-01", CONTRACTING)


def test_an_expulsion_ends_membership_on_the_day_its_effect_is_told() -> None:
    # Russia and the European Convention on Human Rights, article 58(3).
    acts = record(
        done("AAA", Act.RATIFICATION, "1950-01-01"),
        done("RUS", Act.RATIFICATION, "1998-05-05"),
        done("RUS", Act.EXPULSION, "2022-03-16"),
        done("RUS", Act.EXIT_EFFECT, "2022-09-16"),
    )
    echr = treaty(needs=(instruments(1),), force=days("P0D"), later=days("P0D"))
    assert told(echr, acts, "RUS") == [
        ("..", NONE),
        ("1998-05-05", PARTY),
        ("2022-09-16", FORMER),
    ]


def test_a_bare_effect_ends_membership_without_a_notice() -> None:
    acts = record(
        done("AAA", Act.RATIFICATION, "1948-01-01"),
        done("CAN", Act.RATIFICATION, "1949-02-25"),
        done("CAN", Act.EXIT_EFFECT, "1982-06-30"),
    )
    line = timeline(treaty(needs=(instruments(1),)), "CAN", acts)
    assert line.spans[-1].status is FORMER
    assert line.exits[0].notice is None


def test_the_end_of_a_treaty_ends_it_for_all_who_were_bound() -> None:
    acts = record(
        done("AAA", Act.RATIFICATION, "2010-01-01"),
        done("BBB", Act.SIGNATURE, "2010-01-01"),
        done("", Act.TERMINATION, "2026-02-05"),
    )
    one = treaty(needs=(instruments(1),), force=days("P0D"))
    assert told(one, acts, "AAA")[-1] == ("2026-02-05", FORMER)
    assert told(one, acts, "BBB")[-1] == ("2010-01-01", SIGNATORY)


def test_the_end_of_a_state_ends_its_membership() -> None:
    acts = (
        done("AAA", Act.RATIFICATION, "1975-01-01"),
        done("CSK", Act.RATIFICATION, "1975-12-23"),
    )
    made = record(*acts, dissolved=(("CSK", date(1993, 1, 1)),))
    assert told(treaty(needs=(instruments(1),)), made, "CSK")[-1] == ("1993-01-01", FORMER)


def test_provisional_application_lasts_until_the_treaty_binds() -> None:
    # Lithuania and the Convention on Cluster Munitions (UNTC MTDSG XXVI-6).
    acts = record(
        done("AAA", Act.RATIFICATION, "2010-02-16"),
        done("LTU", Act.RATIFICATION, "2011-03-24"),
        done("LTU", Act.PROVISIONAL_APPLICATION, "2011-03-24"),
    )
    line = timeline(treaty(needs=(instruments(1),)), "LTU", acts)
    assert [span.days for span in line.provisional] == [
        DayInterval(date(2011, 3, 24), date(2011, 9, 1))
    ]


def test_provisional_application_of_a_signatory_ends_with_its_notice() -> None:
    # Russia and the Energy Charter Treaty: never a party; sixty days to 19 October 2009.
    acts = record(
        done("RUS", Act.PROVISIONAL_APPLICATION, "1994-12-17"),
        done("RUS", Act.SIGNATURE, "1994-12-17"),
        done("RUS", Act.PROVISIONAL_APPLICATION_END, "2009-10-19"),
    )
    line = timeline(treaty(), "RUS", acts)
    assert line.provisional[0].days == DayInterval(date(1994, 12, 17), date(2009, 10, 19))
    assert line.provisional[0].status is SIGNATORY
    assert line.spans[-1].status is SIGNATORY


def test_domestic_steps_are_events_and_change_no_status() -> None:
    acts = record(
        done("AAA", Act.RATIFICATION, "1998-01-01"),
        done("LTU", Act.RATIFICATION, "2003-05-12"),
        done("LTU", Act.BILL_ADOPTED, "2025-05-08", about=Act.WITHDRAWAL),
    )
    line = timeline(treaty(needs=(instruments(1),)), "LTU", acts)
    assert line.spans[-1].status is PARTY
    assert line.events[-1].act is Act.BILL_ADOPTED
