"""Verdicts on many treaties that once were wrong, each named after what went wrong."""

from __future__ import annotations

import pytest

from checking.desk import MakeDesk, facet
from inforce.checking import Knowledge
from inforce.dates import Period
from inforce.record.values import Count, PeriodRule
from inforce.terms import Act, ClaimKind, CountedFrom, CountOf, Facet, Modality, VerdictKind

V = VerdictKind


@pytest.mark.parametrize(
    ("act", "day", "verdict"),
    [
        (Act.RATIFICATION, "2000", V.SUPPORTED),
        (Act.RATIFICATION, "1996", V.CONTRADICTED),
        (Act.RATIFICATION, None, V.TRUE_ON_OTHER_DAYS),
        (Act.SIGNATURE, "1996-09-24", V.SUPPORTED),
    ],
)
def test_a_ratification_taken_back_since_was_called_one_that_never_was(
    desk: MakeDesk, act: Act, day: str | None, verdict: V
) -> None:
    check = desk("2024-05-01").act(act, "RUS", day, treaty="ctbt")
    assert check.verdict is verdict
    if day is None:
        assert "took its ratification back on 3 November 2023" in facet(check, Facet.ACT).reason


def test_an_accession_taken_back_before_it_bound_was_called_one_that_never_was(
    desk: MakeDesk,
) -> None:
    # C.N.185.2019: the instrument of 4 March 2019 was withdrawn on 29 April 2019.
    assert desk("2019-03-10").act(Act.ACCESSION, "MYS", "2019-03-04", treaty="rome").verdict is (
        V.SUPPORTED
    )
    left = desk("2020-01-10").act(Act.EXIT_EFFECT, "MYS", treaty="rome")
    assert left.verdict is V.CONTRADICTED


@pytest.mark.parametrize(
    ("day", "modality", "verdict"),
    [
        ("1996", Modality.DONE, V.CONTRADICTED),
        (None, Modality.DONE, V.CONTRADICTED),
        (None, Modality.DENIED, V.SUPPORTED),
    ],
)
def test_a_treaty_that_never_entered_into_force_was_not_told_from_one_unknown(
    desk: MakeDesk, day: str | None, modality: Modality, verdict: V
) -> None:
    check = desk("2024-05-01").act(
        Act.ENTRY_INTO_FORCE, None, day, treaty="ctbt", modality=modality
    )
    assert check.verdict is verdict
    found = facet(check, Facet.ACT)
    assert "is not in force as of 3 February 2026: it has 35 of 44" in found.reason
    assert found.articles == ("ctbt XIV(1)",)


def test_whether_it_is_in_force_past_the_end_of_the_record_is_open(desk: MakeDesk) -> None:
    check = desk("2026-08-01").act(Act.ENTRY_INTO_FORCE, None, treaty="ctbt")
    assert check.verdict is V.UNVERIFIABLE


@pytest.mark.parametrize(("n", "verdict"), [(50, V.SUPPORTED), (60, V.CONTRADICTED)])
def test_a_place_beyond_all_that_had_joined_was_left_open(
    desk: MakeDesk, n: int, verdict: V
) -> None:
    # The fiftieth instrument of the TPNW was that of Honduras, of 24 October 2020.
    paper = desk("2021-02-01")
    told = paper.say(ClaimKind.COUNT, who="HND", treaty="tpnw", value=Count(n, of=CountOf.RATIFIED))
    assert paper.check(told).verdict is verdict


def test_no_longer_a_party_was_right_of_one_that_is_back_since_a_day_not_known(
    desk: MakeDesk,
) -> None:
    # Bolivia left on 1 January 2012, and is bound again since 10 February 2013.
    paper = desk("2013-03-01")
    told = paper.say(
        ClaimKind.ACT,
        who="BOL",
        treaty="single1961",
        act=Act.EXIT_EFFECT,
        quote="Bolivia is no longer a party to it",
    )
    check = paper.check(told)
    assert check.verdict is V.CONTRADICTED
    assert "10 February 2013" in facet(check, Facet.ACT).reason


@pytest.mark.parametrize(
    ("who", "treaty", "told", "day"),
    [("MLI", "rome", "2025-09", "24 June 2027"), ("USA", "unesco", "2025-08", "31 December 2026")],
)
def test_an_exit_to_come_was_told_as_past(
    desk: MakeDesk, who: str, treaty: str, told: str, day: str
) -> None:
    check = desk("2026-02-01").act(Act.EXIT_EFFECT, who, told, treaty=treaty)
    found = facet(check, Facet.DATE)
    assert f"is expected on {day}, not in" in found.reason


def test_another_date_of_the_text_was_given_as_what_would_be_right(desk: MakeDesk) -> None:
    paper = desk("2026-02-01")
    paper.say(ClaimKind.ACT, who="USA", treaty="paris", act=Act.EXIT_EFFECT, date="2017-06-01")
    check = paper.act(Act.EXIT_EFFECT, "USA", "2020-01-15", treaty="paris")
    assert facet(check, Facet.DATE, V.INCONSISTENT).right_value == "4 November 2020"


def test_the_step_of_a_day_was_hidden_behind_another_date_of_the_text(desk: MakeDesk) -> None:
    paper = desk("2026-02-01")
    paper.say(ClaimKind.ACT, who="USA", treaty="paris", act=Act.EXIT_EFFECT, date="2017-06-01")
    check = paper.act(Act.EXIT_EFFECT, "USA", "2019-11-04", treaty="paris")
    assert check.verdict is V.PREMATURE


def test_a_list_that_promises_nothing_gave_its_length_as_the_right_number(desk: MakeDesk) -> None:
    paper = desk("2024-01-01")
    told = paper.say(ClaimKind.COUNT, treaty="gc1949", value=Count(196))
    found = facet(paper.check(told), Facet.COUNT)
    assert (found.verdict, found.right_value) == (V.UNVERIFIABLE, None)


def test_a_rule_of_two_articles_was_told_as_one(desk: MakeDesk) -> None:
    paper = desk("2025-02-01")
    rule = PeriodRule(Period(6, "months"), CountedFrom.NOTIFICATION, None)
    told = paper.say(ClaimKind.RULE, treaty="paris", value=rule)
    reason = facet(paper.check(told), Facet.RULE).reason
    assert (
        reason
        == "By articles 28(1) and 28(2) of the Paris Agreement it is one year, not six months."
    )


def test_a_treaty_named_by_an_acronym_was_given_an_article(knowledge: Knowledge) -> None:
    assert knowledge.short("newstart") == "New START"
    assert knowledge.short("cedaw") == "CEDAW"
    assert knowledge.short("iccpr-op1") == "the First Optional Protocol to the ICCPR"
    assert knowledge.short("ccw-p5") == "the CCW Protocol V"


def test_an_exit_just_past_the_record_was_left_open_though_no_notice_was_in_time(
    desk: MakeDesk,
) -> None:
    # The record ends on 3 February 2026; a notice of the next day would take effect in August.
    left = desk("2026-03-01").act(Act.EXIT_EFFECT, "NOR")
    assert left.verdict is V.CONTRADICTED
    assert "no later act could have changed this" in facet(left, Facet.ACT).reason
    stayed = desk("2026-03-01").act(Act.EXIT_EFFECT, "NOR", modality=Modality.DENIED)
    assert stayed.verdict is V.SUPPORTED
    assert desk("2026-10-01").act(Act.EXIT_EFFECT, "NOR").verdict is V.UNVERIFIABLE
    told = desk("2026-03-01").act(Act.WITHDRAWAL, "NOR")
    assert told.verdict is V.UNVERIFIABLE
