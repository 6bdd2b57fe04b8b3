"""Verdicts that once were wrong, each named after what went wrong; days as FACTS has them."""

from __future__ import annotations

from typing import Any

import pytest

from checking.desk import MakeDesk, facet
from inforce.dates import Period
from inforce.record.values import Count, PeriodRule
from inforce.terms import (
    Act,
    ClaimKind,
    CountedFrom,
    CountOf,
    Facet,
    Modality,
    Standing,
    VerdictKind,
)

V = VerdictKind


@pytest.mark.parametrize(
    ("who", "treaty", "day"), [("UKR", "rome", "2025-01-01"), ("USA", "paris", "2021-02-19")]
)
def test_joined_on_the_day_it_entered_into_force_was_called_a_wrong_day(
    desk: MakeDesk, who: str, treaty: str, day: str
) -> None:
    check = desk("2025-06-01").act(Act.CONSENT_TO_BE_BOUND, who, day, treaty=treaty)
    assert check.verdict is V.SUPPORTED
    assert "instrument" in facet(check, Facet.DATE).reason
    assert desk("2025-06-01").act(Act.RATIFICATION, "UKR", "2025-01-01", treaty="rome").verdict is (
        V.CONTRADICTED
    )


def test_joined_told_before_the_entry_into_force_is_not_borne_out_by_it(desk: MakeDesk) -> None:
    check = desk("2024-11-20").act(Act.CONSENT_TO_BE_BOUND, "UKR", "2025-01-01", treaty="rome")
    assert check.verdict is V.CONTRADICTED


@pytest.mark.parametrize("day", ["2017-11-10", None])
def test_an_exit_after_its_notice_was_taken_back_was_called_only_premature(
    desk: MakeDesk, day: str | None
) -> None:
    check = desk("2018-11-20").act(Act.EXIT_EFFECT, "GMB", day, treaty="rome")
    assert check.verdict is V.CONTRADICTED
    found = facet(check, Facet.ACT)
    assert "took its notice back on 10 February 2017" in found.reason
    assert "VCLT 68" in found.articles


@pytest.mark.parametrize(
    ("told", "day", "verdict"),
    [
        ("2016-11-20", "2017-11-10", V.SUPPORTED),
        ("2016-11-20", "2017-12-10", V.CONTRADICTED),
        ("2017-03-20", "2017-11-10", V.CONTRADICTED),
        (None, "2017-11-10", V.UNVERIFIABLE),
    ],
)
def test_any_planned_day_of_an_exit_taken_back_later_was_supported(
    desk: MakeDesk, told: str | None, day: str, verdict: V
) -> None:
    check = desk(told).act(Act.EXIT_EFFECT, "GMB", day, treaty="rome", modality=Modality.PLANNED)
    assert check.verdict is verdict


def test_a_planned_exit_whose_notice_went_was_judged_by_a_later_one(desk: MakeDesk) -> None:
    check = desk("2020-08-01").act(
        Act.EXIT_EFFECT, "USA", "2021-07-06", treaty="who", modality=Modality.PLANNED
    )
    assert check.verdict is V.SUPPORTED


def test_a_second_exit_still_running_was_borne_out_by_the_first(desk: MakeDesk) -> None:
    check = desk("2025-03-01").act(Act.EXIT_EFFECT, "USA", treaty="paris")
    assert check.verdict is V.PREMATURE
    assert "notice of withdrawal on 27 January 2025" in facet(check, Facet.RUNG).reason


def test_the_ladder_of_a_first_exit_named_the_steps_of_the_second(desk: MakeDesk) -> None:
    check = desk("2021-03-01").act(Act.EXIT_EFFECT, "USA", "2019-11-04", treaty="paris")
    assert facet(check, Facet.RUNG).right_value == (
        "notice of withdrawal on 4 November 2019; exit taking effect on 4 November 2020"
    )


def test_not_having_left_was_contradicted_though_it_had_joined_again(desk: MakeDesk) -> None:
    told: dict[str, Any] = {"treaty": "paris", "modality": Modality.DENIED}
    assert desk("2022-03-01").act(Act.EXIT_EFFECT, "USA", **told).verdict is V.UNVERIFIABLE
    assert desk("2019-03-01").act(Act.EXIT_EFFECT, "USA", **told).verdict is V.SUPPORTED
    last = desk("2026-03-01").act(Act.EXIT_EFFECT, "USA", **told)
    assert last.verdict is V.CONTRADICTED
    assert "27 January 2026" in facet(last, Facet.ACT).reason


def test_the_day_of_an_expulsion_stood_for_the_end_of_membership(desk: MakeDesk) -> None:
    check = desk("2022-10-01").act(Act.EXIT_EFFECT, "RUS", "2022-03-16", treaty="echr")
    assert check.verdict in (V.CONTRADICTED, V.PREMATURE)
    assert (
        desk("2022-10-01").act(Act.EXIT_EFFECT, "RUS", "2022-09-16", treaty="echr").verdict
        is V.SUPPORTED
    )


@pytest.mark.parametrize("n", [190, 191])
def test_a_number_within_what_the_record_leaves_open_was_contradicted(
    desk: MakeDesk, n: int
) -> None:
    paper = desk("2016-08-31")
    value = Count(n, None, CountOf.PARTIES)
    check = paper.check(paper.say(ClaimKind.COUNT, treaty="npt", value=value))
    assert check.verdict is V.UNVERIFIABLE
    assert "does not settle" in facet(check, Facet.COUNT).reason


def test_a_day_near_one_that_nobody_verified_was_contradicted(desk: MakeDesk) -> None:
    check = desk("2016-11-01").act(Act.WITHDRAWAL, "ZAF", "2016-10-19", treaty="rome")
    assert check.verdict is V.UNVERIFIABLE
    assert "not verified" in facet(check, Facet.DATE).reason
    far = desk("2016-11-01").act(Act.WITHDRAWAL, "ZAF", "2015-10-21", treaty="rome")
    assert far.verdict is V.CONTRADICTED


def test_the_clauses_own_day_of_a_contested_exit_was_contradicted(desk: MakeDesk) -> None:
    for day in ("2003-01-11", "2003-04-10"):
        check = desk("2003-05-01").act(Act.EXIT_EFFECT, "PRK", day, treaty="npt")
        assert check.verdict is V.DISPUTED
        assert "10 April 2003" in facet(check, Facet.DATE).reason


@pytest.mark.parametrize(
    ("who", "treaty", "verdict"),
    [("SUN", "npt", V.SUPPORTED), ("DDR", "npt", V.UNVERIFIABLE), ("CSK", "iccpr", V.SUPPORTED)],
)
def test_a_former_state_was_no_party_because_the_list_is_of_todays_states(
    desk: MakeDesk, who: str, treaty: str, verdict: V
) -> None:
    paper = desk("1985-01-01")
    said = paper.say(ClaimKind.STANDING, who=who, treaty=treaty, standing=Standing.PARTY)
    assert paper.check(said).verdict is verdict


def test_a_former_states_ratification_stands_under_the_state_that_continues_it(
    desk: MakeDesk,
) -> None:
    check = desk("1990-01-01").act(Act.RATIFICATION, "SUN", "1973-10-16", treaty="iccpr")
    assert check.verdict is V.SUPPORTED


@pytest.mark.parametrize(
    ("who", "treaty", "day"),
    [("DEU", "istanbul", "2011-05-11"), ("GBR", "echr", "1950-11-04"), ("FJI", "npt", None)],
)
def test_a_signature_was_denied_by_a_list_that_holds_consents_alone(
    desk: MakeDesk, who: str, treaty: str, day: str | None
) -> None:
    assert desk("2015-01-01").act(Act.SIGNATURE, who, day, treaty=treaty).verdict is V.UNVERIFIABLE


def test_a_list_of_parties_was_taken_to_tell_every_suspension(desk: MakeDesk) -> None:
    check = desk("2021-01-01").act(Act.SUSPENSION, "RUS", treaty="openskies")
    assert check.verdict is V.UNVERIFIABLE


def test_a_suspension_that_the_other_party_denies_is_disputed(desk: MakeDesk) -> None:
    check = desk("2023-03-01").act(Act.SUSPENSION, "RUS", treaty="newstart")
    assert check.verdict is V.DISPUTED


def test_the_day_from_which_a_suspension_ran_was_contradicted_by_its_notice(desk: MakeDesk) -> None:
    check = desk("2008-01-20").act(Act.SUSPENSION, "RUS", "2007-12-12", treaty="cfe")
    assert facet(check, Facet.DATE).verdict is V.UNVERIFIABLE


@pytest.mark.parametrize(("who", "day"), [("FRA", "2023-01-01"), ("EUU", "2024-12-01")])
def test_a_membership_was_open_though_its_later_end_is_known(
    desk: MakeDesk, who: str, day: str
) -> None:
    paper = desk(day)
    said = paper.say(ClaimKind.STANDING, who=who, treaty="ect", standing=Standing.PARTY)
    assert paper.check(said).verdict is V.SUPPORTED


def test_the_way_through_a_treaty_was_not_told_in_order_of_time(desk: MakeDesk) -> None:
    paper = desk("2021-02-01")
    said = paper.say(ClaimKind.STANDING, who="USA", treaty="paris", standing=Standing.NON_PARTY)
    right = facet(paper.check(said), Facet.ACT).right_value or ""
    assert right.index("4 November 2020") < right.index("20 January 2021")


@pytest.mark.parametrize(
    ("who", "treaty", "day", "words"),
    [
        ("USA", "paris", "2021-02-19", "The United States rejoined the Paris Agreement"),
        ("UKR", "rome", "2025-01-01", "Ukraine joined the Rome Statute"),
        ("MHL", "apmbc", None, "the Marshall Islands became the 165th state to join"),
    ],
)
def test_joined_was_held_to_be_an_accession(
    desk: MakeDesk, who: str, treaty: str, day: str | None, words: str
) -> None:
    more: dict[str, Any] = {"treaty": treaty, "quote": words, "start": 0}
    assert desk("2025-06-01").act(Act.ACCESSION, who, day, **more).verdict is V.SUPPORTED


def test_acceded_in_so_many_words_is_still_held_to_be_an_accession(desk: MakeDesk) -> None:
    more: dict[str, Any] = {"quote": "the Marshall Islands acceded to the convention", "start": 0}
    assert desk("2025-06-01").act(Act.ACCESSION, "MHL", **more).verdict is V.LOOSE


@pytest.mark.parametrize(
    ("of", "verdict"), [(CountOf.STATES, V.SUPPORTED), (CountOf.PARTIES, V.LOOSE)]
)
def test_the_number_of_states_beside_the_european_union_was_called_an_old_one(
    desk: MakeDesk, of: CountOf, verdict: V
) -> None:
    paper = desk("2024-08-01")
    said = paper.say(ClaimKind.COUNT, treaty="istanbul", value=Count(38, None, of))
    assert paper.check(said).verdict is verdict


def test_signatories_without_one_that_left_were_called_a_number_of_1999(desk: MakeDesk) -> None:
    for n in (132, 133):
        paper = desk("2026-02-03")
        value = Count(n, None, CountOf.SIGNATORIES)
        said = paper.say(ClaimKind.COUNT, treaty="apmbc", value=value)
        assert paper.check(said).verdict is V.SUPPORTED


def test_the_number_of_the_day_before_was_taken_for_one_of_signatures(desk: MakeDesk) -> None:
    paper = desk("2026-01-27")
    said = paper.say(ClaimKind.COUNT, treaty="paris", value=Count(195, None, CountOf.PARTIES))
    assert paper.check(said).verdict is V.TRUE_ON_OTHER_DAYS


@pytest.mark.parametrize(
    ("who", "treaty", "n", "verdict"),
    [
        ("MHL", "apmbc", 165, V.SUPPORTED),
        ("UKR", "rome", 125, V.SUPPORTED),
        ("HND", "tpnw", 50, V.SUPPORTED),
        ("MHL", "apmbc", 163, V.UNVERIFIABLE),
    ],
)
def test_a_place_in_the_row_was_not_checked(
    desk: MakeDesk, who: str, treaty: str, n: int, verdict: V
) -> None:
    paper = desk("2025-06-01")
    value = Count(n, None, CountOf.PARTIES)
    check = paper.check(paper.say(ClaimKind.COUNT, who=who, treaty=treaty, value=value))
    assert check.verdict is verdict
    assert facet(check, Facet.COUNT).right_value


def test_a_name_stood_without_its_article(desk: MakeDesk) -> None:
    check = desk("2021-03-01").act(Act.EXIT_EFFECT, "USA", "2020-11-04", treaty="paris")
    assert facet(check, Facet.DATE).reason == (
        "The exit of the United States took effect on 4 November 2020."
    )
    signed = desk("2021-03-01").act(Act.SIGNATURE, "USA", "2016-04-22", treaty="paris")
    assert facet(signed, Facet.DATE).reason.startswith("The United States signed")


def test_a_reason_held_a_day_in_figures(desk: MakeDesk) -> None:
    check = desk("2008-01-20").act(Act.SUSPENSION, "RUS", "2007-07-14", treaty="cfe")
    assert all("2007-07-14" not in f.reason for f in check.findings)
    assert any("14 July 2007" in f.reason for f in check.findings)


def test_an_article_without_a_number_was_cited(desk: MakeDesk) -> None:
    check = desk("2019-09-01").act(Act.EXIT_EFFECT, "USA", "2019-08-02", treaty="inf")
    assert check.verdict is V.SUPPORTED
    assert all(article.split(" ", 1)[-1].strip() for f in check.findings for article in f.articles)


def test_the_way_of_each_of_several_was_told_without_their_names(desk: MakeDesk) -> None:
    paper = desk("2025-12-28")
    said = paper.say(ClaimKind.STANDING, who="BALTIC", standing=Standing.NON_PARTY)
    right = facet(paper.check(said), Facet.ACT).right_value or ""
    assert right.startswith("Estonia: ")
    assert "Lithuania: " in right


def test_a_day_that_no_source_prints_excluded_the_day_before(desk: MakeDesk) -> None:
    check = desk("2025-08-01").act(Act.EXIT_EFFECT, "EUU", "2025-06-27", treaty="ect")
    assert check.verdict is V.UNVERIFIABLE
    printed = desk("2024-08-01").act(Act.EXIT_EFFECT, "FRA", "2023-12-07", treaty="ect")
    assert printed.verdict is V.CONTRADICTED


def test_a_denial_without_a_day_was_graver_than_the_same_on_every_day(desk: MakeDesk) -> None:
    told: dict[str, Any] = {"treaty": "rome", "modality": Modality.DENIED}
    for published in ("2018-01-01", "2026-09-01", None):
        assert desk(published).act(Act.EXIT_EFFECT, "GMB", **told).verdict is V.SUPPORTED
    left = desk().act(Act.EXIT_EFFECT, "PHL", **told)
    assert left.verdict is V.UNVERIFIABLE
    assert "does not say its own day" in facet(left, Facet.ACT).reason


def test_no_longer_a_party_was_borne_out_by_an_exit_before_it_joined_again(desk: MakeDesk) -> None:
    more: dict[str, Any] = {"treaty": "paris", "start": 0}
    lasting = desk("2022-12-10").act(
        Act.EXIT_EFFECT, "USA", quote="The United States is no longer a party", **more
    )
    assert lasting.verdict is V.CONTRADICTED
    assert "came back" in facet(lasting, Facet.ACT).reason
    past = desk("2022-12-10").act(Act.EXIT_EFFECT, "USA", quote="the United States left", **more)
    assert past.verdict is V.UNVERIFIABLE
    gone = desk("2020-12-10").act(Act.EXIT_EFFECT, "USA", quote="is no longer a party", **more)
    assert gone.verdict is V.SUPPORTED


def test_a_place_in_the_row_was_right_on_any_day(desk: MakeDesk) -> None:
    for day, verdict in (("2025-06-25", V.SUPPORTED), ("2025-03-01", V.UNVERIFIABLE)):
        paper = desk("2025-12-10")
        value = Count(166, None, CountOf.PARTIES)
        said = paper.say(ClaimKind.COUNT, who="TON", date=day, value=value)
        assert paper.check(said).verdict is verdict


@pytest.mark.parametrize(
    ("told", "day", "modality", "verdict"),
    [
        ("2020-12-10", "2021-01-22", Modality.PLANNED, V.SUPPORTED),
        ("2020-12-10", "2021-01-24", Modality.PLANNED, V.CONTRADICTED),
        ("2020-12-10", None, Modality.PLANNED, V.SUPPORTED),
        ("2021-02-10", None, Modality.PLANNED, V.LOOSE),
        (None, None, Modality.PLANNED, V.UNVERIFIABLE),
        ("2020-12-10", "2021-01-22", Modality.DONE, V.CONTRADICTED),
        ("2021-02-10", "2021-01-22", Modality.DONE, V.SUPPORTED),
    ],
)
def test_a_treaty_yet_to_enter_into_force_was_not_checked(
    desk: MakeDesk, told: str | None, day: str | None, modality: Modality, verdict: V
) -> None:
    check = desk(told).act(Act.ENTRY_INTO_FORCE, None, day, treaty="tpnw", modality=modality)
    assert check.verdict is verdict


def test_a_notice_to_the_parties_was_said_to_go_to_a_depositary(desk: MakeDesk) -> None:
    paper = desk("2025-01-01")
    for treaty, words in (("npt", "the notice to all other Parties"), ("apmbc", "the depositary")):
        months = Period.parse("P3M" if treaty == "npt" else "P6M")
        value = PeriodRule(months, CountedFrom.NOTIFICATION)
        check = paper.check(paper.say(ClaimKind.RULE, treaty=treaty, value=value))
        assert check.verdict is V.SUPPORTED
        assert words in facet(check, Facet.RULE).reason


def test_the_time_between_leaving_and_joining_again_was_open(desk: MakeDesk) -> None:
    for day, verdict in (("2012-06-01", V.CONTRADICTED), ("2014-06-01", V.UNVERIFIABLE)):
        paper = desk(day)
        said = paper.say(
            ClaimKind.STANDING, who="BOL", treaty="single1961", standing=Standing.PARTY
        )
        assert paper.check(said).verdict is verdict
