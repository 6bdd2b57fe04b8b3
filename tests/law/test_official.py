"""The law against official dates and published numbers, on the catalogue's own record."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from inforce.catalogue import load
from inforce.catalogue.catalogue import Catalogue
from inforce.catalogue.groups import members_on
from inforce.dates import PartialDate, Truth
from inforce.law import (
    ExitState,
    PartiesAnswer,
    StatusAnswer,
    count_days,
    parties,
    period_end,
    quantifier,
    quantifier_days,
    status,
    timeline,
    treaty_force,
)
from inforce.record.build import record_of
from inforce.record.view import TreatyRecord
from inforce.terms import Act, AnswerKind, StatusKind

BY_RULE = "apmbc_entry_into_force_by_state.csv"


@cache
def catalogue() -> Catalogue:
    return load()


@cache
def known(treaty: str, by: str | None = None) -> TreatyRecord:
    limit = PartialDate.parse(by) if by else None
    return record_of(catalogue(), treaty, known_on=limit)


def counted(day: str, *, treaty: str = "apmbc", by: str | None = None) -> PartiesAnswer:
    on = PartialDate.parse(day)
    return parties(catalogue().treaty(treaty), on, known(treaty, by))


def asked(who: str, day: str, *, treaty: str = "apmbc", by: str | None = None) -> StatusAnswer:
    on = PartialDate.parse(day)
    return status(catalogue().treaty(treaty), who, on, known(treaty, by))


def bound_from(who: str, treaty: str = "apmbc") -> date | None:
    line = timeline(catalogue().treaty(treaty), who, known(treaty))
    force = line.episodes[0].force
    return force.lo if force and force.is_day else None


# Dutch treaty database 008170 (Afghanistan, Angola, Albania, Andorra); ICBL (Oman, Marshall
# Islands, Tonga); Landmine Monitor (Lithuania); Sudan's record; press of the day (Ukraine).
@pytest.mark.parametrize(
    ("who", "day"),
    [
        ("AFG", "2003-03-01"),
        ("AGO", "2003-01-01"),
        ("ALB", "2000-08-01"),
        ("AND", "1999-03-01"),
        ("LTU", "2003-11-01"),
        ("UKR", "2006-06-01"),
        ("OMN", "2015-02-01"),
        ("POL", "2013-06-01"),
        ("LKA", "2018-06-01"),
        ("PSE", "2018-06-01"),
        ("TON", "2025-12-01"),
        ("MNE", "2006-06-03"),
        ("SSD", "2011-07-09"),
    ],
)
def test_states_are_bound_from_their_published_day(who: str, day: str) -> None:
    assert bound_from(who) == date.fromisoformat(day)


def test_the_cluster_munitions_convention_binds_lithuania_from_september_2011() -> None:
    assert bound_from("LTU", "ccm") == date(2011, 9, 1)
    during = asked("LTU", "2011-06-01", treaty="ccm")
    assert (during.party, during.provisional) == (AnswerKind.NO, AnswerKind.YES)


def test_every_published_state_date_comes_out_of_the_rule(shared: Path) -> None:
    with (shared / "facts" / BY_RULE).open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["published_entry_into_force"]]
    assert len(rows) == 40
    wrong = {
        row["state_iso3"]: bound_from(row["state_iso3"])
        for row in rows
        if bound_from(row["state_iso3"]) != date.fromisoformat(row["published_entry_into_force"])
    }
    assert not wrong


@pytest.mark.parametrize(
    ("treaty", "reached", "last", "day"),
    [
        ("apmbc", "1998-09-16", {"BFA", "GNQ"}, "1999-03-01"),
        ("ccm", "2010-02-16", {"BFA", "MDA"}, "2010-08-01"),
    ],
)
def test_each_treaty_enters_into_force_by_its_instruments(
    treaty: str, reached: str, last: set[str], day: str
) -> None:
    force = treaty_force(catalogue().treaty(treaty), known(treaty))
    assert (force.computed, force.answer) == (PartialDate.parse(day), AnswerKind.YES)
    assert force.reached == PartialDate.parse(reached)
    assert {a.participant for a in force.counted if a.date == force.reached} == last


# FACTS, section 1: consented, in force, with the sources printed there (ICRC, Arms Control
# Association, ICBL, the press of 8 May 2025, the UN status page of 3 February 2026).
@pytest.mark.parametrize(
    ("day", "consented", "in_force"),
    [
        ("1998-09-16", 40, 0),
        ("1999-03-01", 67, 45),
        ("2015-01-01", 162, 161),
        ("2018-06-01", 164, 164),
        ("2025-05-08", 165, 164),
        ("2025-12-01", 166, 166),
        ("2025-12-26", 166, 166),
        ("2025-12-27", 163, 163),
        ("2026-01-10", 162, 162),
        ("2026-02-20", 161, 161),
    ],
)
def test_both_counts_are_those_published(day: str, consented: int, in_force: int) -> None:
    found = counted(day)
    assert (found.n_deposited, found.n_in_force) == (consented, in_force)


def test_the_status_page_of_february_2026_counts_as_the_law_does() -> None:
    found = counted("2026-02-03")
    assert (found.n_in_force, found.n_deposited, found.past_record) == (162, 162, False)
    assert (found.n_signatories, found.n_signatories_not_former) == (133, 132)
    # The page counts instruments: Vanuatu's of 5 September 2025 bound it from 1 March 2026.
    clusters = counted("2026-02-03", treaty="ccm")
    assert (clusters.n_deposited, clusters.n_in_force) == (112, 111)


def test_the_record_says_how_far_it_goes() -> None:
    found = counted("2026-02-20")
    assert (found.past_record, found.complete_until) == (True, date(2026, 2, 3))
    assert found.unknown_deposits == ("LBN",)


# FACTS, section 4.
@pytest.mark.parametrize(
    ("group", "size", "numbers"),
    [
        ("EU", 27, (27, 24, 22)),
        ("NATO", 32, (31, 28, 26)),
        ("COE", 46, (43, 40, 38)),
        ("UN", 193, (160, 159, 157)),
    ],
)
def test_groups_count_their_members_of_the_day(
    group: str, size: int, numbers: tuple[int, int, int]
) -> None:
    for day, number in zip(("2025-05-08", "2025-12-27", "2026-02-20"), numbers, strict=True):
        on = PartialDate.parse(day)
        members, _ = members_on(catalogue().group(group), on)
        found = parties(catalogue().treaty("apmbc"), on, known("apmbc"), among=members)
        assert (len(members), found.n_in_force) == (size, number)


def test_who_of_the_groups_is_outside() -> None:
    on = PartialDate.parse("2025-05-08")
    bound = set(counted("2025-05-08").in_force)
    outside = {
        name: set(members_on(catalogue().group(name), on)[0]) - bound for name in ("NATO", "COE")
    }
    assert outside == {"NATO": {"USA"}, "COE": {"ARM", "AZE", "GEO"}}
    assert {"COK", "NIU", "VAT", "PSE"} == bound - set(members_on(catalogue().group("UN"), on)[0])


def test_all_members_of_the_european_union_were_parties_until_the_baltic_exits() -> None:
    group, ottawa = catalogue().group("EU"), catalogue().treaty("apmbc")
    days = quantifier_days(ottawa, known("apmbc"), group, "all")
    assert [str(one.end) for one in days if one.contains(date(2025, 5, 8))] == ["2025-12-27"]
    # Poland's deposit of 27 December 2012 made all 27 of that time bound from 1 June 2013.
    assert days.contains(date(2013, 6, 1))
    assert not days.contains(date(2013, 5, 31))
    members, _ = members_on(group, PartialDate.parse("2026-02-20"))
    late = counted("2026-02-20")
    assert quantifier(late, members, "all") is Truth.NO
    assert quantifier(late, members, "most") is Truth.YES


def test_the_press_number_of_163_was_true_on_other_days() -> None:
    days = count_days(catalogue().treaty("apmbc"), known("apmbc"), 163)
    assert not days.contains(date(2025, 5, 8))
    assert [str(one) for one in days][-1] == "[2025-12-27, 2026-01-10)"


# withdrawals.csv: C.N.360, 361, 362, 372, 421.2025 and C.N.347.2024.
@pytest.mark.parametrize(
    ("who", "treaty", "notified", "effect"),
    [
        ("EST", "apmbc", "2025-06-27", "2025-12-27"),
        ("LVA", "apmbc", "2025-06-27", "2025-12-27"),
        ("LTU", "apmbc", "2025-06-27", "2025-12-27"),
        ("FIN", "apmbc", "2025-07-10", "2026-01-10"),
        ("POL", "apmbc", "2025-08-20", "2026-02-20"),
        ("LTU", "ccm", "2024-09-06", "2025-03-06"),
    ],
)
def test_every_exit_takes_effect_by_the_rule(
    who: str, treaty: str, notified: str, effect: str
) -> None:
    found = timeline(catalogue().treaty(treaty), who, known(treaty)).exits[-1]
    assert found.notice is not None
    assert found.notice.date == PartialDate.parse(notified)
    assert found.expected == found.effect == PartialDate.parse(effect)
    assert found.state is ExitState.EFFECTIVE
    assert found.conditions[0].holds is Truth.NO
    reckoned = period_end(catalogue().treaty(treaty), date.fromisoformat(notified))
    assert reckoned.day == date.fromisoformat(effect)


def test_the_rows_of_withdrawals_agree_or_give_their_reason(shared: Path) -> None:
    with (shared / "facts" / "withdrawals.csv").open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file) if r["treaty_id"] in ("APMBC", "CCM")]
    assert len(rows) == 7
    for row in rows:
        treaty, who = row["treaty_id"].lower(), row["state_iso3"]
        line = timeline(catalogue().treaty(treaty), who, known(treaty))
        if row["effective"]:
            assert str(line.exits[-1].effect) == row["effective"] == row["effective_by_rule"]
        else:
            assert row["kind"] == "purported_suspension"
            assert line.exits == ()
            assert line.spans[-1].status is StatusKind.PARTY


def test_ukraines_suspension_leaves_it_a_party_and_the_meeting_said_so() -> None:
    found = asked("UKR", "2025-12-31")
    assert (found.status, found.party) == (StatusKind.PARTY, AnswerKind.YES)
    assert found.suspended is AnswerKind.NO
    decided = [p for p in found.positions if p.decides]
    assert [p.accepts for p in decided] == [False]
    assert "22nd Meeting" in decided[0].by
    assert found.positions[0].by == "UKR"
    assert found.positions[0].accepts
    assert {"NOR", "AUT", "BEL", "CHE", "NZL", "COL"} == {
        p.by for p in found.positions if p.accepts is False and not p.decides
    }
    assert {"VCLT 57", "VCLT 62", "VCLT 72", "20(3)"} <= {step.article for step in found.trace}


def test_ukraine_could_not_leave_while_the_war_lasts() -> None:
    ottawa, record = catalogue().treaty("apmbc"), known("apmbc")
    like = next(a for a in record.of("LTU") if a.act is Act.WITHDRAWAL)
    notice = replace(like, participant="UKR")
    left = replace(record, acts=(*record.acts, notice), _of={})
    line = timeline(ottawa, "UKR", left)
    assert line.exits[0].state is ExitState.DEFERRED
    assert line.spans[-1].status is StatusKind.PARTY_EXIT_RUNNING


def test_as_known_the_day_before_the_notice_no_exit_is_known() -> None:
    found = asked("LTU", "2025-12-20", by="2025-06-26")
    assert (found.status, found.exits) == (StatusKind.PARTY, ())
    assert found.past_record


def test_as_known_after_the_notice_the_exit_is_expected_unless_in_conflict() -> None:
    found = asked("LTU", "2025-12-20", by="2025-07-04")
    assert (found.status, found.party) == (StatusKind.PARTY_EXIT_RUNNING, AnswerKind.YES)
    exit_ = found.exits[0]
    assert (exit_.expected, exit_.effect) == (PartialDate.parse("2025-12-27"), None)
    assert exit_.open_condition is not None
    said = " ".join(step.words for step in exit_.trace)
    assert "received by the depositary on 2025-06-27" in said
    assert "said on 2025-07-03" in said
    assert "unless it is then in armed conflict" in said
    after = asked("LTU", "2025-12-28", by="2025-07-04")
    assert (after.party, after.expected) == (AnswerKind.UNKNOWN, StatusKind.FORMER_PARTY)


def test_polands_exit_as_known_on_3_february_2026_is_counted_both_ways() -> None:
    found = counted("2026-02-20", by="2026-02-03")
    assert [x.participant for x in found.expected_exits] == ["POL"]
    assert (found.in_force_range.low, found.in_force_range.high) == (161, 162)
    assert counted("2026-02-20").in_force_range.is_settled


@pytest.mark.parametrize("who", ["USA", "RUS", "CHN", "IND", "PAK"])
def test_states_that_never_joined_are_outside_on_every_day(who: str) -> None:
    line = timeline(catalogue().treaty("apmbc"), who, known("apmbc"))
    assert {span.status for span in line.spans} == {StatusKind.NONE}
