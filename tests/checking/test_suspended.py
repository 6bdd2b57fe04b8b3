"""Ukraine's suspension: FACTS section 2, conditions.csv, and the 22nd Meeting of the parties."""

from __future__ import annotations

import pytest

from checking.desk import Desk, MakeDesk, facet
from inforce.checking import Check
from inforce.terms import Act, ClaimKind, Facet, Standing, VerdictKind

V = VerdictKind


def by_vote(paper: Desk) -> Check:
    return paper.act(Act.BILL_ADOPTED, "UKR", "2025-07-15", about=Act.WITHDRAWAL)


def by_effect(paper: Desk) -> Check:
    return paper.act(Act.EXIT_EFFECT, "UKR")


def by_undated_vote(paper: Desk) -> Check:
    return paper.act(Act.BILL_ADOPTED, "UKR", about=Act.WITHDRAWAL)


@pytest.mark.parametrize("tell", [by_vote, by_undated_vote, by_effect])
def test_a_suspension_told_as_withdrawal_is_contradicted_with_the_dispute_beside_it(
    desk: MakeDesk, tell: object
) -> None:
    assert callable(tell)
    check = tell(desk("2025-12-27"))
    assert check.verdict is V.CONTRADICTED
    act = facet(check, Facet.ACT, V.CONTRADICTED)
    assert "no lower rung of leaving" in act.reason
    assert "still bound" in act.reason
    assert "apmbc 20(3)" in act.articles
    dispute = facet(check, Facet.ACT, V.DISPUTED)
    assert "22nd Meeting of the States Parties" in dispute.reason
    assert dispute.evidence


def test_the_suspension_itself_is_disputed(desk: MakeDesk) -> None:
    check = desk("2025-08-16").act(Act.SUSPENSION, "UKR", "2025-07-18")
    assert check.verdict is V.DISPUTED
    assert facet(check, Facet.DATE).verdict is V.SUPPORTED


def test_the_decree_on_withdrawal_stays_one_on_withdrawal(desk: MakeDesk) -> None:
    check = desk("2025-07-01").act(
        Act.INTENTION_ANNOUNCED, "UKR", "2025-06-29", about=Act.WITHDRAWAL
    )
    assert check.verdict is V.SUPPORTED


def test_ukraine_is_a_party_all_the_same(desk: MakeDesk) -> None:
    paper = desk("2025-12-27")
    told = paper.say(ClaimKind.STANDING, who="UKR", standing=Standing.PARTY)
    assert paper.check(told).verdict is V.SUPPORTED
