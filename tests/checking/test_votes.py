"""Tallies of domestic_steps.csv."""

from __future__ import annotations

import pytest

from checking.desk import MakeDesk, facet
from inforce.record.values import Tally, Threshold
from inforce.terms import Act, ClaimKind, Facet, VerdictKind

V = VerdictKind


@pytest.mark.parametrize(
    ("who", "tally", "verdict"),
    [
        ("LTU", Tally(107, 0, 3), V.SUPPORTED),
        ("LTU", Tally(votes_for=107), V.SUPPORTED),
        ("LTU", Tally(117, 0, 3), V.CONTRADICTED),
        ("LTU", Tally(107, 0, 4), V.CONTRADICTED),
        ("EST", Tally(81, 1, 7), V.SUPPORTED),
        ("FIN", Tally(157, 18), V.SUPPORTED),
        ("POL", Tally(413, 15, 3), V.SUPPORTED),
        ("LVA", Tally(66, 14, 2), V.DISPUTED),
        ("LVA", Tally(68, 14), V.DISPUTED),
        ("NOR", Tally(100, 1, 2), V.UNVERIFIABLE),
        ("LTU", Tally(120, 20, 10, seats=141), V.CONTRADICTED),
    ],
)
def test_a_tally_is_held_against_the_votes_on_record(
    desk: MakeDesk, who: str, tally: Tally, verdict: VerdictKind
) -> None:
    paper = desk("2026-01-20")
    check = paper.check(paper.say(ClaimKind.TALLY, who=who, value=tally))
    assert check.verdict is verdict


def test_both_versions_are_named_where_the_sources_differ(desk: MakeDesk) -> None:
    paper = desk("2025-05-08")
    check = paper.check(paper.say(ClaimKind.TALLY, who="LVA", value=Tally(66, 14)))
    found = facet(check, Facet.COUNT)
    assert "66 or 68 for" in (found.right_value or "")
    assert len(found.evidence) == 2


def test_more_votes_than_seats_do_not_add_up(desk: MakeDesk) -> None:
    paper = desk("2025-05-08")
    told = paper.say(ClaimKind.TALLY, who="NOR", value=Tally(120, 20, 10, seats=141))
    assert facet(paper.check(told), Facet.ARITHMETIC).verdict is V.INCONSISTENT


@pytest.mark.parametrize(("votes", "verdict"), [(85, V.SUPPORTED), (71, V.CONTRADICTED)])
def test_the_votes_needed(desk: MakeDesk, votes: int, verdict: VerdictKind) -> None:
    paper = desk("2025-05-08")
    told = paper.say(ClaimKind.THRESHOLD, who="LTU", value=Threshold(votes))
    assert paper.check(told).verdict is verdict


def test_three_fifths_of_141_are_85(desk: MakeDesk) -> None:
    paper = desk("2025-05-08")
    told = paper.say(ClaimKind.THRESHOLD, who="LTU", value=Threshold(85))
    found = facet(paper.check(told), Facet.ARITHMETIC)
    assert found.reason == "Three fifths of 141 seats are 85 votes."


def test_a_wrong_day_of_the_vote_does_not_hide_its_tally(desk: MakeDesk) -> None:
    paper = desk("2025-12-27")
    paper.say(ClaimKind.ACT, who="LTU", date="2024-05", act=Act.BILL_ADOPTED, about=Act.WITHDRAWAL)
    told = paper.say(ClaimKind.TALLY, who="LTU", value=Tally(107, 0, 3))
    assert paper.check(told).verdict is V.SUPPORTED
