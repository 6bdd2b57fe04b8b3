"""Claims of acts; the dates are those of the depositary, FACTS sections 2 and 5."""

from __future__ import annotations

import pytest

from checking.desk import MakeDesk, facet
from inforce.terms import Act, Facet, Modality, VerdictKind

V = VerdictKind


@pytest.mark.parametrize(
    ("act", "who", "treaty", "date"),
    [
        (Act.RATIFICATION, "LTU", "apmbc", "2003"),
        (Act.RATIFICATION, "LTU", "apmbc", "2003-05-12"),
        (Act.RATIFICATION, "UKR", "apmbc", "2005-12-27"),
        (Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, "UKR", "apmbc", "2006-06-01"),
        (Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, "LTU", "apmbc", "2003-11"),
        (Act.SIGNATURE, "POL", "apmbc", "1997-12-04"),
        (Act.ACCESSION, "EST", "apmbc", "2004-05-12"),
        (Act.CONSENT_TO_BE_BOUND, "FIN", "apmbc", "2012"),
        (Act.WITHDRAWAL, "LTU", "apmbc", "2025-06-27"),
        (Act.WITHDRAWAL, "FIN", "apmbc", "2025-07-10"),
        (Act.EXIT_EFFECT, "EST", "apmbc", "2025-12-27"),
        (Act.EXIT_EFFECT, "LTU", "ccm", "2025-03-06"),
        (Act.WITHDRAWAL, "LTU", "ccm", "2024-09-06"),
        (Act.RATIFICATION, "LTU", "ccm", "2011"),
    ],
)
def test_an_act_on_its_own_day_is_supported(
    desk: MakeDesk, act: Act, who: str, treaty: str, date: str
) -> None:
    check = desk("2026-01-20").act(act, who, date, treaty=treaty)
    assert check.verdict is V.SUPPORTED
    assert all(f.evidence for f in check.findings)


@pytest.mark.parametrize(
    ("act", "who", "told", "right"),
    [
        (Act.WITHDRAWAL, "LTU", "2025-07-03", "27 June 2025"),
        (Act.EXIT_EFFECT, "FIN", "2026-01-11", "10 January 2026"),
        (Act.RATIFICATION, "LTU", "2004", "12 May 2003"),
        (Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, "LTU", "2003-05-12", "1 November 2003"),
        (Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, "TON", "2025-06-25", "1 December 2025"),
        (Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, "MHL", "2025-03-12", "1 September 2025"),
    ],
)
def test_a_wrong_day_is_contradicted_with_the_right_one(
    desk: MakeDesk, act: Act, who: str, told: str, right: str
) -> None:
    check = desk("2026-01-20").act(act, who, told)
    assert check.verdict is V.CONTRADICTED
    assert facet(check, Facet.DATE).right_value == right


def test_the_deposit_told_as_entry_into_force_names_the_deposit_and_the_article(
    desk: MakeDesk,
) -> None:
    check = desk("2025-12-03").act(Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, "TON", "2025-06-25")
    found = facet(check, Facet.DATE)
    assert "25 June 2025 is the day of another act: accession" in found.reason
    assert found.articles == ("apmbc 17(2)",)
    assert found.trace


def test_a_wrong_year_alone_is_said_to_be_alone(desk: MakeDesk) -> None:
    check = desk("2025-12-27").act(Act.BILL_ADOPTED, "EST", "2024-06", about=Act.WITHDRAWAL)
    assert check.verdict is V.CONTRADICTED
    found = facet(check, Facet.DATE)
    assert found.right_value == "4 June 2025"
    assert "Only the year is wrong." in found.reason


@pytest.mark.parametrize(
    ("published", "verdict"),
    [
        ("2025-05-19", V.PREMATURE),
        ("2025-06-30", V.PREMATURE),
        ("2025-12-27", V.SUPPORTED),
        ("2026-01-15", V.SUPPORTED),
        ("2024-06-01", V.CONTRADICTED),
        (None, V.SUPPORTED),
    ],
)
def test_an_exit_told_before_its_day_is_premature(
    desk: MakeDesk, published: str | None, verdict: VerdictKind
) -> None:
    assert desk(published).act(Act.EXIT_EFFECT, "LTU").verdict is verdict


def test_a_premature_exit_shows_the_whole_ladder(desk: MakeDesk) -> None:
    found = facet(desk("2025-05-19").act(Act.EXIT_EFFECT, "LTU"), Facet.RUNG)
    assert found.right_value is not None
    for day in ("8 May 2025", "27 June 2025", "27 December 2025"):
        assert day in found.right_value
    assert found.articles == ("apmbc 20(3)",)


@pytest.mark.parametrize("day", ["2025-05-08", "2025-06-27"])
def test_the_day_of_a_lower_rung_told_as_the_exit_is_premature(desk: MakeDesk, day: str) -> None:
    check = desk("2026-02-01").act(Act.EXIT_EFFECT, "LTU", day)
    assert check.verdict is V.PREMATURE


def test_the_vote_at_home_told_as_ratification_is_premature(desk: MakeDesk) -> None:
    check = desk("2026-01-01").act(Act.RATIFICATION, "UKR", "2005-05-18")
    assert check.verdict is V.PREMATURE
    assert "27 December 2005" in facet(check, Facet.RUNG).reason


def test_a_done_act_of_a_later_day_than_the_text_is_premature(desk: MakeDesk) -> None:
    check = desk("2025-05-19").act(Act.EXIT_EFFECT, "LTU", "2025-12-27")
    assert check.verdict is V.PREMATURE


@pytest.mark.parametrize("who", ["EST", "LVA", "FIN"])
def test_accession_told_as_ratification_is_loose(desk: MakeDesk, who: str) -> None:
    check = desk("2026-01-01").act(Act.RATIFICATION, who)
    assert check.verdict is V.LOOSE
    assert "accession" in facet(check, Facet.NOUN).reason


def test_a_signature_told_of_one_that_acceded_is_loose(desk: MakeDesk) -> None:
    check = desk("2026-01-01").act(Act.SIGNATURE, "EST", "2004")
    assert check.verdict is V.LOOSE
    check = desk("2026-01-01").act(Act.SIGNATURE, "EST", "1997-12-03")
    assert check.verdict is V.CONTRADICTED


def test_an_act_that_never_happened_is_contradicted_while_the_record_is_complete(
    desk: MakeDesk,
) -> None:
    check = desk("2025-06-01").act(Act.RATIFICATION, "USA")
    assert check.verdict is V.CONTRADICTED
    assert "complete until 3 February 2026" in facet(check, Facet.ACT).reason


def test_past_the_end_of_the_record_absence_proves_nothing(desk: MakeDesk) -> None:
    check = desk("2026-09-01").act(Act.RATIFICATION, "USA")
    assert check.verdict is V.UNVERIFIABLE
    assert "proves nothing" in facet(check, Facet.ACT).reason


def test_a_domestic_step_that_is_not_on_record_is_unverifiable(desk: MakeDesk) -> None:
    check = desk("2025-06-01").act(Act.BILL_ADOPTED, "NOR", about=Act.RATIFICATION)
    assert check.verdict is V.UNVERIFIABLE


@pytest.mark.parametrize(
    ("published", "verdict"),
    [("2025-06-04", V.SUPPORTED), ("2025-07-01", V.CONTRADICTED), (None, V.UNVERIFIABLE)],
)
def test_a_denied_notice_is_judged_by_the_day_of_the_text(
    desk: MakeDesk, published: str | None, verdict: VerdictKind
) -> None:
    check = desk(published).act(Act.WITHDRAWAL, "EST", modality=Modality.DENIED)
    assert check.verdict is verdict


def test_a_supposition_claims_nothing(desk: MakeDesk) -> None:
    check = desk("2025-06-01").act(Act.EXIT_EFFECT, "NOR", modality=Modality.HYPOTHETICAL)
    assert check.verdict is None


def test_a_group_is_checked_member_by_member(desk: MakeDesk) -> None:
    check = desk("2025-12-28").act(Act.EXIT_EFFECT, "BALTIC", "2025-12-27")
    assert check.verdict is V.SUPPORTED
    check = desk("2025-12-28").act(Act.RATIFICATION, "BALTIC")
    assert check.verdict is V.LOOSE
    assert facet(check, Facet.NOUN).reason.startswith("Estonia and Latvia")


def test_nobody_knows_a_participant_of_no_catalogue(desk: MakeDesk) -> None:
    check = desk("2025-06-01").act(Act.RATIFICATION, "ATLANTIS")
    assert check.verdict is V.UNVERIFIABLE
