"""Counts of FACTS section 1."""

from __future__ import annotations

import pytest

from checking.desk import MakeDesk, facet
from inforce.record.values import Count
from inforce.terms import ClaimKind, CountOf, Facet, Modality, VerdictKind

V = VerdictKind


@pytest.mark.parametrize(
    ("n", "of", "day", "verdict"),
    [
        (164, CountOf.PARTIES, "2025-05-08", V.SUPPORTED),
        (165, CountOf.PARTIES, "2025-05-08", V.SUPPORTED),
        (163, CountOf.PARTIES, "2025-05-08", V.TRUE_ON_OTHER_DAYS),
        (166, CountOf.PARTIES, "2025-12-01", V.SUPPORTED),
        (166, CountOf.MEMBERS, "2025-12", V.TRUE_ON_OTHER_DAYS),
        (163, CountOf.STATES, "2025-12-27", V.SUPPORTED),
        (162, CountOf.PARTIES, "2026-01-10", V.SUPPORTED),
        (40, CountOf.RATIFIED, "1998-09-16", V.SUPPORTED),
        (45, CountOf.PARTIES, "1999-03-01", V.SUPPORTED),
        (133, CountOf.SIGNATORIES, "2020-01-01", V.SUPPORTED),
        (133, CountOf.PARTIES, "2025-05-08", V.LOOSE),
        (164, CountOf.SIGNATORIES, "2025-05-08", V.LOOSE),
        (164, CountOf.SIGNED, "1997", V.CONTRADICTED),
        (250, CountOf.PARTIES, "2025-05-08", V.CONTRADICTED),
        (161, CountOf.PARTIES, "2026-06-01", V.SUPPORTED),
        (161, CountOf.PARTIES, "2026-09-01", V.UNVERIFIABLE),
        (161, CountOf.RATIFIED, "2026-06-01", V.UNVERIFIABLE),
    ],
)
def test_a_number_is_held_against_its_day_and_its_noun(
    desk: MakeDesk, n: int, of: CountOf, day: str, verdict: VerdictKind
) -> None:
    paper = desk("2026-01-20")
    check = paper.check(paper.say(ClaimKind.COUNT, date=day, value=Count(n, of=of)))
    assert check.verdict is verdict
    assert check.findings[0].right_value


def test_a_month_in_which_the_number_changed_names_the_days(desk: MakeDesk) -> None:
    paper = desk("2026-01-02")
    told = paper.say(ClaimKind.COUNT, date="2025-12", value=Count(163, of=CountOf.SIGNED))
    check = paper.check(told)
    assert check.verdict is V.TRUE_ON_OTHER_DAYS
    count = facet(check, Facet.COUNT)
    assert "right from 27 to 31 December 2025" in count.reason
    assert "wrong from 1 to 26 December 2025" in count.reason
    assert facet(check, Facet.NOUN).verdict is V.LOOSE


def test_count_noun_and_date_all_wrong_is_contradicted_with_what_is_right(desk: MakeDesk) -> None:
    paper = desk("2025-05-08")
    told = paper.say(ClaimKind.COUNT, date="1997", value=Count(164, of=CountOf.SIGNED))
    found = facet(paper.check(told), Facet.COUNT)
    assert found.right_value is not None
    assert "133 ever signed" in found.right_value
    assert "164 is the number of parties" in found.reason


@pytest.mark.parametrize(
    ("count", "verdict"),
    [
        (Count(160, cmp=">"), V.SUPPORTED),
        (Count(160, cmp="~"), V.SUPPORTED),
        (Count(170, cmp=">="), V.CONTRADICTED),
        (Count(200, cmp="<"), V.SUPPORTED),
        (Count(120, cmp="~"), V.TRUE_ON_OTHER_DAYS),
    ],
)
def test_a_sign_widens_the_number(desk: MakeDesk, count: Count, verdict: VerdictKind) -> None:
    paper = desk("2025-05-08")
    assert paper.check(paper.say(ClaimKind.COUNT, value=count)).verdict is verdict


@pytest.mark.parametrize(("n", "verdict"), [(40, V.SUPPORTED), (60, V.CONTRADICTED)])
def test_a_number_needed_is_held_against_the_rule(
    desk: MakeDesk, n: int, verdict: VerdictKind
) -> None:
    paper = desk("2025-05-08")
    told = paper.say(ClaimKind.COUNT, value=Count(n, role="threshold"))
    check = paper.check(told)
    assert check.verdict is verdict
    assert facet(check, Facet.RULE).articles == ("apmbc 17(1)",)


@pytest.mark.parametrize(
    ("date", "n", "verdict"),
    [
        ("2026-02-20", 161, V.SUPPORTED),
        ("2026-02-20", 162, V.TRUE_ON_OTHER_DAYS),
        (None, 161, V.SUPPORTED),
        (None, 170, V.UNVERIFIABLE),
    ],
)
def test_a_number_to_come_is_reckoned(
    desk: MakeDesk, date: str | None, n: int, verdict: VerdictKind
) -> None:
    paper = desk("2026-02-05")
    told = paper.say(ClaimKind.COUNT, date=date, value=Count(n), modality=Modality.PLANNED)
    assert paper.check(told).verdict is verdict


def test_past_the_record_the_rules_settle_who_is_bound_for_a_while(desk: MakeDesk) -> None:
    paper = desk("2026-06-01")
    check = paper.check(paper.say(ClaimKind.COUNT, value=Count(161)))
    assert "no later act could have changed this by then" in check.findings[0].reason


def test_a_text_without_a_day_is_told_on_which_days_its_number_is_right(desk: MakeDesk) -> None:
    paper = desk()
    check = paper.check(paper.say(ClaimKind.COUNT, value=Count(163)))
    assert check.verdict is V.UNVERIFIABLE
    assert "from 27 December 2025 to 9 January 2026" in check.findings[0].reason
    check = paper.check(paper.say(ClaimKind.COUNT, value=Count(999)))
    assert check.verdict is V.UNVERIFIABLE
    assert "on no day that the record covers" in check.findings[0].reason


def test_a_place_in_a_row_is_no_number_of_parties(desk: MakeDesk) -> None:
    paper = desk("2025-07-11")
    told = paper.say(ClaimKind.COUNT, who="FIN", value=Count(4))
    assert paper.check(told).verdict is V.UNVERIFIABLE
