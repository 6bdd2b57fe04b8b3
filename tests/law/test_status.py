from __future__ import annotations

from datetime import date

from inforce.dates import DayInterval
from inforce.law import StatusAnswer, StatusPart, status
from inforce.terms import Act, AnswerKind, StatusKind, UnknownBecause
from law.made import done, exit_rule, fact, finding, instruments, on, record, treaty

JOINED = (
    done("AAA", Act.RATIFICATION, "1998-01-01"),
    done("LTU", Act.RATIFICATION, "2003-05-12"),
)
NOTICE = done("LTU", Act.WITHDRAWAL, "2025-06-27", asserted="2025-07-03")
OTTAWA = treaty(needs=(instruments(1),))


def asked(day: str, *, complete: str | None = "2026-02-03") -> StatusAnswer:
    return status(OTTAWA, "LTU", on(day), record(*JOINED, NOTICE, complete=complete))


def test_before_force_the_answer_is_no_with_the_day_from_which_it_is_yes() -> None:
    found = asked("2003-06-01")
    assert (found.status, found.party) == (StatusKind.CONTRACTING, AnswerKind.NO)
    assert found.from_day == on("2003-11-01")
    assert "its first day: 2003-11-01" in {step.words for step in found.trace}
    assert found.trace[-1].article == "VCLT 18"


def test_a_party_whose_exit_runs_is_a_party() -> None:
    found = asked("2025-12-20")
    assert (found.status, found.party) == (StatusKind.PARTY_EXIT_RUNNING, AnswerKind.YES)
    assert found.exits[0].expected == on("2025-12-27")


def test_an_exit_notified_later_is_not_part_of_an_earlier_day() -> None:
    assert asked("2025-05-08").exits == ()
    assert asked("2025-05-08").status is StatusKind.PARTY


def test_an_expected_exit_leaves_the_answer_open_and_says_what_is_expected() -> None:
    found = asked("2026-01-15")
    assert (found.status, found.party) == (None, AnswerKind.UNKNOWN)
    assert found.because is UnknownBecause.OPEN_FACT
    assert found.expected is StatusKind.FORMER_PARTY


def test_a_partial_day_has_one_answer_or_its_parts() -> None:
    settled = record(*JOINED, NOTICE, conditions=(fact("LTU", "2025-12-27", holds=False),))
    same = status(OTTAWA, "LTU", on("2025-07"), settled)
    assert (same.party, same.intervals) == (AnswerKind.YES, ())
    both = status(OTTAWA, "LTU", on("2025-06"), settled)
    assert (both.party, both.status) == (AnswerKind.YES, None)
    found = status(OTTAWA, "LTU", on("2025-12"), settled)
    assert (found.party, found.status) == (AnswerKind.UNKNOWN, None)
    assert found.intervals == (
        StatusPart(
            DayInterval(date(2025, 12, 1), date(2025, 12, 27)),
            StatusKind.PARTY_EXIT_RUNNING,
            AnswerKind.YES,
        ),
        StatusPart(
            DayInterval(date(2025, 12, 27), date(2026, 1, 1)),
            StatusKind.FORMER_PARTY,
            AnswerKind.NO,
        ),
    )


def test_past_the_records_end_the_last_known_status_is_given_and_marked() -> None:
    inside, past = asked("2025-08-01"), asked("2025-08-01", complete="2025-07-31")
    assert (inside.past_record, inside.known_until) == (False, date(2026, 2, 3))
    assert (past.past_record, past.party) == (True, AnswerKind.YES)
    assert "complete until 2025-07-31" in past.trace[-1].words
    assert asked("2025-08-01", complete=None).past_record


def test_a_view_of_a_day_knows_nothing_past_it() -> None:
    known = record(*JOINED, complete="2026-02-03", known_on="2025-06-26")
    found = status(OTTAWA, "LTU", on("2025-12-20"), known)
    assert (found.status, found.exits) == (StatusKind.PARTY, ())
    assert (found.known_until, found.past_record) == (date(2025, 6, 26), True)


def test_one_without_an_act_is_outside_and_an_empty_record_knows_nothing() -> None:
    outside = status(OTTAWA, "USA", on("2025-05-08"), record(*JOINED))
    assert (outside.status, outside.party) == (StatusKind.NONE, AnswerKind.NO)
    empty = status(OTTAWA, "USA", on("2025-05-08"), record())
    assert (empty.party, empty.because) == (AnswerKind.UNKNOWN, UnknownBecause.RECORD_ENDS)


def test_a_claimed_suspension_leaves_a_party_and_shows_both_positions() -> None:
    # Ukraine, 18 July 2025; final report of the 22nd Meeting of States Parties, 5 December 2025.
    acts = (
        done("UKR", Act.RATIFICATION, "2005-12-27"),
        done("NOR", Act.RATIFICATION, "1998-07-09"),
        done("UKR", Act.SUSPENSION, "2025-07-18"),
    )
    said = (
        finding("UKR", Act.SUSPENSION, by="NOR", accepts=False, words="objects"),
        finding("UKR", Act.SUSPENSION, by="22MSP", accepts=False, words="not possible"),
    )
    made = record(JOINED[0], *acts, findings=said)
    found = status(OTTAWA, "UKR", on("2025-12-27"), made)
    assert (found.status, found.party) == (StatusKind.PARTY, AnswerKind.YES)
    assert found.suspended is AnswerKind.NO
    assert [(p.by, p.accepts, p.decides) for p in found.positions] == [
        ("UKR", True, False),
        ("22MSP", False, True),
        ("NOR", False, False),
    ]
    assert {"VCLT 57", "VCLT 62", "VCLT 72", "20(3)"} <= {s.article for s in found.trace}
    undecided = status(OTTAWA, "UKR", on("2025-12-27"), record(JOINED[0], *acts))
    assert (undecided.party, undecided.suspended) == (AnswerKind.YES, AnswerKind.CONTESTED)
    before = status(OTTAWA, "UKR", on("2025-07-17"), made)
    assert (before.positions, before.suspended) == ((), AnswerKind.NO)


def test_provisional_application_is_answered_beside_the_status() -> None:
    made = record(
        *JOINED,
        done("LTU", Act.PROVISIONAL_APPLICATION, "2003-05-12"),
    )
    during = status(OTTAWA, "LTU", on("2003-08-01"), made)
    assert (during.party, during.provisional) == (AnswerKind.NO, AnswerKind.YES)
    assert status(OTTAWA, "LTU", on("2003-11-01"), made).provisional is AnswerKind.NO
    assert status(OTTAWA, "LTU", on("2003"), made).provisional is AnswerKind.UNKNOWN


def test_dates_in_dispute_are_positions_and_make_the_days_between_contested() -> None:
    made = record(
        JOINED[0],
        done("LTU", Act.ACCESSION, "2003-05-12", rivals=["2003-06-12"]),
    )
    found = status(OTTAWA, "LTU", on("2003-11-15"), made)
    assert (found.party, found.status) == (AnswerKind.CONTESTED, None)
    assert [p.words for p in found.positions] == [
        "accession on 2003-05-12",
        "accession on 2003-06-12",
    ]


def test_a_treaty_without_exit_conditions_ends_on_its_day() -> None:
    plain = treaty(needs=(instruments(1),), leaving=exit_rule(conflict=False))
    found = status(plain, "LTU", on("2025-12-27"), record(*JOINED, NOTICE))
    assert (found.status, found.party) == (StatusKind.FORMER_PARTY, AnswerKind.NO)
    assert found.from_day is None
